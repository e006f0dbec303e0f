"""Sheets named 01, 02 ...: the months of a year, unless the numbers can be anything else."""

from __future__ import annotations

import pytest
from laporan import cells

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

HEAD = "DESA | SASARAN BAYI | BCG"
DESA = ("Mekarsari", "Sukamaju", "Wanasari")


def _months(names: list[str], *, title: str = "IMUNISASI TAHUN 2026", file: str = "l.xlsx", head: str = HEAD, desa=lambda sheet: DESA) -> set[tuple]:  # noqa: ANN001
    """(year, month), 0 where there is none, of the observations of a book with these sheets, each with its own numbers."""
    sheets = []
    for at, name in enumerate(names):
        rows = [f"{area} | {60 + place}" + f" | {4 + at + place}" * (head.count("|") - 1) for place, area in enumerate(desa(at))]
        sheets.append(Sheet(name, cells("\n".join([title, head, *rows]))))
    frame = read_book(Book(file, "", "", tuple(sheets))).observations
    return set(zip(frame["year"].fillna(0), frame["month"].fillna(0), strict=True))


@pytest.mark.parametrize("names", [["01", "02", "03"], ["1", "2", "3", "4", "5"], ["Bln 01", "BULAN 2", "bln.3"], ["07", "08", "09"]])
def test_numbers_of_sheets_are_months(names: list[str]):
    numbers = [int("".join(letter for letter in name if letter.isdigit())) for name in names]
    assert _months(names) == {(2026, number) for number in numbers}


def test_columns_of_this_month_show_that_a_few_numbers_are_months():
    head = "DESA | SASARAN BAYI | BCG BULAN INI | BCG S/D BULAN INI"
    assert _months(["1", "2", "3"], head=head) == {(2026, 1), (2026, 2), (2026, 3)}


def test_one_to_four_may_be_tribulan():
    assert {month for _, month in _months(["1", "2", "3", "4"])} <= {0}


def test_a_month_in_the_title_stays():
    assert _months(["01", "02"], title="IMUNISASI BULAN MEI 2026") <= {(2026, 5)}


def test_sheets_of_other_posyandu_are_no_months():
    """Other names in every sheet: the number is that of a desa or another list."""
    found = _months(["01", "02", "03"], desa=lambda sheet: [f"Posko {'ABCDEFGHI'[3 * sheet + place]}ani" for place in range(3)])
    assert {month for _, month in found} == {0}


def test_numbers_with_a_gap_and_books_without_a_year_say_no_month():
    assert {month for _, month in _months(["01", "03", "07"])} <= {0}
    assert {month for _, month in _months(["01", "02", "03"], title="IMUNISASI")} <= {0}


@pytest.mark.parametrize(
    "names",
    [["01-26", "02-26", "03-26"], ["1.26", "2.26", "3.26"], ["Lap 1-26", "Lap 2-26", "Lap 3-26"], ["0126", "0226", "0326"],
     ["26-01", "26-02", "26-03"], ["2601", "2602", "2603"], ["01_26", "02_26", "03_26"], ["01'26", "02'26", "03'26"],
     ["Td 01-26", "Td 02-26", "Td 03-26"], ["01-26 BIAS", "02-26 BIAS", "03-26 BIAS"], ["Bln 1.26", "BLN 2.26", "bln 3.26"]],
)  # fmt: skip
@pytest.mark.parametrize("title", ["IMUNISASI", "IMUNISASI TAHUN 2026"])
def test_months_with_two_digits_of_their_year(names: list[str], title: str):
    assert _months(names, title=title) == {(2026, number) for number in (1, 2, 3)}


def test_months_with_years_run_over_the_end_of_a_year():
    assert _months(["11-25", "12-25", "01-26"], title="IMUNISASI") == {(2025, 11), (2025, 12), (2026, 1)}


@pytest.mark.parametrize(
    "names",
    [["2010", "2011", "2012"], ["21-01", "22-01", "23-01"], ["01-26", "03-26", "05-26"], ["Pos A 01-26", "Pos B 02-26"], ["01-26", "01-26 a"],
     ["DPT 1-26", "DPT 2-26", "DPT 3-26"]],
)
def test_two_numbers_that_need_not_be_a_month_and_its_year(names: list[str]):
    assert {month for _, month in _months(names, title="IMUNISASI")} <= {0}


@pytest.mark.parametrize("file", ["Imunisasi 2026.xls", "Imunisasi s.d Februari 2026.xls", "Imunisasi Februari.xls"])
def test_the_file_s_name_may_say_a_month_of_its_sheets(file: str):
    assert _months(["01-26", "02-26", "03-26"], title="IMUNISASI", file=file) == {(2026, 1), (2026, 2), (2026, 3)}


@pytest.mark.parametrize("file", ["Imunisasi 2025.xls", "Imunisasi Juni 2026.xls", "Imunisasi Februari 2025.xls"])
def test_sheets_of_other_months_than_the_file_s_name_says_are_not_read(file: str):
    assert _months(["01-26", "02-26", "03-26"], title="IMUNISASI", file=file) == set()


def test_a_title_of_another_year_or_month_leaves_the_sheets_unread():
    assert {year for year, _ in _months(["01-26", "02-26"], title="IMUNISASI TAHUN 2025")} <= {2025}
    assert {month for _, month in _months(["01-26", "02-26"], title="IMUNISASI TAHUN 2025")} <= {0}
    assert _months(["01-26", "02-26"], title="IMUNISASI BULAN MEI 2026") <= {(2026, 5)}
