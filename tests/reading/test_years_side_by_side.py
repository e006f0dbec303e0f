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


def test_the_end_of_last_year_beside_january():
    """The head tells both; a whole table still labelled with last year, which only carries its sums, was not reported."""
    head = "CAPAIAN K1 JANUARI 2026\nNO|DESA|SASARAN IBU HAMIL||K1|||\n||2025|2026|S/D DES 2025||JANUARI 2026|\n||||ABS|%|ABS|%"
    rows = "1|Suka|50|40|45|90|4|10\n2|Maju|60|50|54|90|6|12\n3|Jaya|80|75|60|75|3|4"
    lines = said(read(S=f"{head}\n{rows}", merges=[(1, 2, 1, 3), (1, 4, 1, 7), (2, 4, 2, 5), (2, 6, 2, 7)]))
    assert lines[:2] == ["Jaya k1 2025-12 cumulative T 60/80 75", "Jaya k1 2026-1 month T 3/75 4"] and len(lines) == 6
    old = "NO|DESA|SASARAN|K1||\n|||BULAN INI|S/D BULAN INI|%\n{}"
    carried = old.format("1|Suka|50|0|4|8\n2|Maju|60|0|6|10")
    own = old.format("1|Suka|50|4|4|8\n2|Maju|60|6|6|10")
    lines = said(read(DES=f"CAPAIAN K1 DESEMBER 2025\n{carried}", JAN=f"CAPAIAN K1 JANUARI 2026\n{own}"))
    assert lines and not any("2025-12" in line for line in lines)


@pytest.mark.parametrize("years", ["||TAHUN 2025||TAHUN 2026", "||THN 2025||THN 2026|"])
@pytest.mark.parametrize("merges", [(), ((1, 2, 1, 3), (1, 4, 1, 5))])
def test_two_years_above_the_row_of_the_names(years: str, merges: tuple):
    rows = "No|Desa|Bumil|K1|Bumil|K1\n1|Suka|100|90|110|40\n2|Maju|50|45|60|20"
    expected = ["Maju k1 2025-5 month T 45/50", "Maju k1 2026-5 month T 20/60", "Suka k1 2025-5 month T 90/100", "Suka k1 2026-5 month T 40/110"]
    assert said(read(S=f"CAKUPAN K1 BULAN MEI\n{years}\n{rows}", merges=merges)) == expected


def test_one_year_above_a_table_is_its_title():
    reading = read(S="CAKUPAN K1 BULAN MEI\n||TAHUN 2026\nNo|Desa|Bumil|K1\n1|Suka|100|90\n2|Maju|50|45")
    assert said(reading) == ["Maju k1 2026-5 month T 45/50", "Suka k1 2026-5 month T 90/100"] and codes(reading) == []
