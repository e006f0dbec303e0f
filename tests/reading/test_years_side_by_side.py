"""Two years compared in one table: each is read as its own, and what is not read is told however small it is."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book

ROWS = "1|Suka|7|8\n2|Maju|9|10"


@pytest.mark.parametrize("years", ["TAHUN 2025|TAHUN 2026", "2025|2026", "'2025|'2026", "THN 2025|THN 2026"])
def test_two_years_under_a_month_or_a_title(years: str):
    expected = ["Maju k1 2025-5 month T 9/", "Maju k1 2026-5 month T 10/", "Suka k1 2025-5 month T 7/", "Suka k1 2026-5 month T 8/"]
    assert said(read(S=f"CAKUPAN K1\nNO|DESA|MEI|\n||{years}\n{ROWS}", merges=[(1, 2, 1, 3)])) == expected
    assert said(read(S=f"CAKUPAN K1 BULAN MEI\nNO|DESA|{years}\n{ROWS}")) == expected


def test_the_sasaran_is_not_that_of_the_year_before():
    reading = read(S="CAKUPAN S/D MEI 2026\nNO|DESA|SASARAN|K1 2025|K1 2026\n1|Suka|100|70|80\n2|Maju|120|90|100")
    assert said(reading)[:2] == ["Maju k1 2025-5 cumulative T 90/", "Maju k1 2026-5 cumulative T 100/120"]


def test_a_small_sheet_that_is_not_read_is_told():
    table = "CAKUPAN K1 MEI 2026\nNO|DESA|K1\n" + "\n".join(f"{place}|Desa {name}|{place}" for place, name in enumerate("ABCD", 1))
    small = "DAFTAR\nNO|DESA|XYZ\n1|Suka|7\n2|Maju|9"
    reading = read_book(book(Satu=table, Dua=small, Tiga="NO|DESA\n1|Suka\n2|Maju", Sampul="DESA : SUKA\nTAHUN 2026|1"))
    assert [(problem.code, problem.sheet) for problem in reading.problems if problem.severity == "skipped"][-1][1] == "Dua"
    assert not any(problem.sheet in ("Tiga", "Sampul") for problem in reading.problems) and codes(reading)
