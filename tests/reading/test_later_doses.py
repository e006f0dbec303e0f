"""Antigens without a number below groups of later doses: "IMUNISASI LANJUTAN (BADUTA)" over "MR" is the second MR."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = """CAKUPAN IMUNISASI S/D MEI 2026
DESA | {first} | | | | | {second} | | | |
 | Sasaran baduta | {dpt} | % | {mr} | % | Sasaran SI | DPT-HB-Hib 3 | % | MR | %
Sukasari | 50 | 20 | 40 | 10 | 20 | 40 | 30 | 75 | 20 | 50
Mekarsari | 80 | 20 | 25 | 40 | 50 | 50 | 20 | 40 | 10 | 20"""
LATER = ["Sukasari dpt4 2026-5 cumulative T 20/50 40", "Sukasari mr2 2026-5 cumulative T 10/50 20"]
FIRST = ["Sukasari dpt3 2026-5 cumulative T 30/40 75", "Sukasari mr1 2026-5 cumulative T 20/40 50"]


def _read(first: str, second: str, dpt: str = "DPT-HB-Hib", mr: str = "MR"):  # noqa: ANN202
    return read(S=TABLE.format(first=first, second=second, dpt=dpt, mr=mr), merges=[(1, 1, 1, 5), (1, 6, 1, 10)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("IMUNISASI LANJUTAN (BADUTA)", "IMUNISASI DASAR (BAYI)"), ("Imunisasi Lanjutan", "Imunisasi Dasar"), ("LANJUTAN", "DASAR"),
        ("Imunisasi Booster", "Bayi"),
    ],
)  # fmt: skip
def test_antigens_below_a_later_group_are_the_later_dose(first: str, second: str):
    reading = _read(first, second)
    assert [line for line in said(reading) if line.startswith("Suka")] == sorted(LATER + FIRST)
    assert codes(reading) == []


def test_what_the_head_numbers_itself_stays():
    found = said(_read("IMUNISASI LANJUTAN (BADUTA)", "IMUNISASI DASAR (BAYI)", "DPT-HB-Hib 4", "MR 2"))
    assert [line for line in found if line.startswith("Suka")] == sorted(LATER + FIRST)
    assert not any(" mr2 " in line for line in said(_read("IMUNISASI LANJUTAN (BADUTA)", "IMUNISASI DASAR (BAYI)", mr="MR 1")))


def test_such_a_group_over_no_antigens_is_all_of_them():
    head = "CAKUPAN S/D MEI 2026\nDESA | Imunisasi Lanjutan Baduta | |\n | Sasaran baduta | Jumlah | %"
    table = f"{head}\nSukasari | 50 | 20 | 40\nMekarsari | 80 | 20 | 25"
    assert said(read(S=table, merges=[(1, 1, 1, 3)]))[1] == "Sukasari ibl 2026-5 cumulative T 20/50 40"


@pytest.mark.parametrize(("title", "asked"), [("IMUNISASI BOOSTER", True), ("IMUNISASI LANJUTAN", True), ("IMUNISASI DASAR DAN LANJUTAN", False)])
def test_mr_below_a_title_of_later_doses_is_asked_for(title: str, asked: bool):
    table = f"{title} MEI 2026\nDESA | SASARAN | MR\nSukasari | 50 | 20\nMekarsari | 80 | 20"
    assert said(read(S=table))[1:] == ([] if asked else ["Sukasari mr1 2026-5 month T 20/50"])
    assert codes(read(S=table)) == ["kolom-tidak-dikenal C2"] * asked


def test_an_antigen_that_is_not_read_is_no_sasaran():
    table = "IMUNISASI MEI 2026\nDESA | IMUNISASI BADUTA |\n | DPT | MR\nSukasari | 40 | 20\nMekarsari | 30 | 10"
    reading = read(S=table, merges=[(1, 1, 1, 2)])
    assert said(reading) == ["Mekarsari mr2 2026-5 month T 10/", "Sukasari mr2 2026-5 month T 20/"]
    assert codes(reading) == ["kolom-tidak-dikenal B3"]
