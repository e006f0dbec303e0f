"""One sheet for each desa with months down: the row "Sasaran" divides; and months written as numbers with their year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

CARD = "KARTU DESA\nDesa: {}\nTahun: 2026\n\nBulan|K1|K4\n{}|70|66\nJanuari|5|4\nFebruari|6|5\nJumlah|11|9"


@pytest.mark.parametrize("label", ["Sasaran", "SASARAN SETAHUN", "Jumlah Sasaran"])
def test_the_row_of_sasaran_divides_each_month(label: str):
    reading = read(Suka=CARD.format("Suka", label), Maju=CARD.format("Maju", label).replace("70|66", "80|72"))
    assert "Suka k1 2026-1 month T 5/70" in said(reading) and "Maju k4 2026-2 month T 5/72" in said(reading) and len(said(reading)) == 8
    assert not [code for code in codes(reading) if code.endswith("A6")]


def test_a_row_of_targets_divides_nothing():
    assert "Suka k1 2026-1 month T 5/" in said(read(Suka=CARD.format("Suka", "Target"), Maju=CARD.format("Maju", "Target")))


@pytest.mark.parametrize(("title", "month"), [
    ("Bulan Pelayanan : 05-2026", 5), ("Bulan : V/2026", 5), ("BULAN 5/2026", 5), ("Bulan : VII-2026", 7),
    ("TAHUN 2025-2026", 0), ("No. 440/07-2026", 0),
])  # fmt: skip
def test_months_as_numbers(title: str, month: int):
    reading = read(S=f"CAKUPAN BCG\n{title}\nDESA|BCG\nSuka|4\nMaju|5")
    assert (f"Suka bcg 2026-{month} month T 4/" in said(reading)) is bool(month)
