"""Pillars of STBM below a head of those who carry them out, and a status that is ticked."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "\n1|Suka|100|80|80|70|70|V\n2|Maju|200|150|75|140|70|-\n3|Jaya|50|50|100|20|40|V"
MERGES = [(2, 3, 2, 6), (3, 3, 3, 4), (3, 5, 3, 6)]


def _table(group: str, below: str = "KK", status: str = "DESA ODF (V)"):  # noqa: ANN202
    heads = f"NO|DESA|JUMLAH KK|{group}||||{status}\n|||Jamban sehat||CTPS||\n|||{below}|%|{below}|%|"
    return read(merges=MERGES, S=f"DATA STBM\nKEADAAN JUNI 2026\n{heads}{ROWS}")


@pytest.mark.parametrize("below", ["KK", "Jml"])
@pytest.mark.parametrize(
    "group",
    ["JUMLAH KK YANG MELAKSANAKAN", "KK yg menerapkan", "Jml rumah tangga yang melakukan", "KK YANG SUDAH MELAKSANAKAN STBM", "KK melaksanakan"],
)
def test_families_that_do_it_are_counted_under_each_pillar(group: str, below: str):
    assert said(_table(group, below)) == [
        "Jaya ctps 2026-6 point T 20/50 40", "Jaya jamban 2026-6 point T 50/50 100", "Jaya sbs 2026-6 point T 1/",
        "Maju ctps 2026-6 point T 140/200 70", "Maju jamban 2026-6 point T 150/200 75",
        "Suka ctps 2026-6 point T 70/100 70", "Suka jamban 2026-6 point T 80/100 80", "Suka sbs 2026-6 point T 1/",
    ]  # fmt: skip


@pytest.mark.parametrize("group", ["KK YANG TIDAK MELAKSANAKAN", "KK BELUM MENERAPKAN", "KK MELAKSANAKAN KERJA BAKTI"])
def test_families_that_do_not_or_do_something_else_are_asked(group: str):
    reading = _table(group)
    assert {line.split()[1] for line in said(reading)} == {"sbs"}
    assert {"kolom-tidak-dikenal D5", "kolom-tidak-dikenal F5"} <= set(codes(reading))


@pytest.mark.parametrize("status", ["DESA ODF (V/-)", "ODF (√)", "Desa ODF (beri tanda V)", "Status SBS (Y/T)", "ODF (v/x)"])
def test_what_is_put_into_the_cells_of_a_status_says_nothing_else(status: str):
    found = [line for line in said(_table("KK YANG MELAKSANAKAN", status=status)) if " sbs " in line]
    assert found == ["Jaya sbs 2026-6 point T 1/", "Suka sbs 2026-6 point T 1/"]


def test_families_that_do_something_unsaid_are_nobodys_sasaran():
    reading = read(S="KESLING\nJUNI 2026\nNO|DESA|KK YANG MELAKSANAKAN|KK CTPS|%\n1|Suka|100|80|80\n2|Maju|200|70|35")
    assert said(reading) == ["Maju ctps 2026-6 point T 70/ 35", "Suka ctps 2026-6 point T 80/ 80"]
    assert "kolom-tidak-dikenal C3" in codes(reading)
