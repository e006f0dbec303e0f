"""K/S and D/S have one S: the percents of D/S prove it for K, which is printed without percents in exports."""

from __future__ import annotations

import pytest
from laporan import read, said

HEAD = "NO|DESA|JUMLAH SASARAN BALITA|JUMLAH BALITA BULAN INI|JUMLAH BALITA DITIMBANG|{percent}|JUMLAH BALITA PUNYA KIA"


def _k(percent: str, *shares: str) -> list[str]:
    rows = ("150|120|97", "161|132|121", "210|194|154")
    desa = zip(("Suka", "Maju", "Tani"), rows, shares, (108, 119, 175), strict=True)
    body = "\n".join(f"{place}|{name}|{row}|{share}|{k}" for place, (name, row, share, k) in enumerate(desa, 1))
    return [line for line in said(read(S=f"ENTRY BALITA AGUSTUS 2025\n{HEAD.format(percent=percent)}\n{body}")) if " k_s " in line]


def test_k_is_measured_against_the_s_that_d_s_proves():
    assert _k("% D/S", "64.67", "75.16", "73.33")[2] == "Tani k_s 2025-8 point T 175/210"


def test_where_d_s_proves_the_toddlers_of_the_month_these_are_the_s():
    assert _k("% D/S", "80.83", "91.67", "79.38")[2] == "Tani k_s 2025-8 point T 175/194"


@pytest.mark.parametrize("shares", [("64.67", "91.67", "12"), ("64.67", "11", "79.38")])
def test_where_d_s_proves_nothing_k_stays_without_a_denominator(shares: tuple[str, ...]):
    assert all(line.endswith("/") for line in _k("% D/S", *shares))
