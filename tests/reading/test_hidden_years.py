"""Months that are dates of an earlier form's year: the cell shows "Jan", the title says the year."""

from __future__ import annotations

from datetime import datetime

import pytest
from laporan import codes, said

from lokmin_data.model import Reading
from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet


def _read(*rows: list, name: str = "laporan.xlsx") -> Reading:
    width = max(map(len, rows))
    return read_book(Book(name, "0" * 64, "xlsx", (Sheet("S", [row + [None] * (width - len(row)) for row in rows], ()),)))


def _months(year: int) -> list[datetime]:
    return [datetime(year, month, 1) for month in (1, 2, 3)]


def _across(title: str, dates: list[datetime]) -> Reading:
    return _read([title], ["Desa", "Sasaran bumil", *dates], ["Suka", 50, 3, 4, 5], ["Maju", 40, 2, 1, 6])


@pytest.mark.parametrize("year", [2023, 2027])
@pytest.mark.parametrize("title", ["K1 PER BULAN TAHUN 2026", "K1 JANUARI S/D MARET 2026"])
def test_the_months_of_a_head_are_of_the_year_of_the_title_and_it_is_told(title: str, year: int):
    reading = _across(title, _months(year))
    assert said(reading)[:2] == ["Maju k1 2026-1 month T 2/40", "Maju k1 2026-2 month T 1/40"]
    assert codes(reading) == ["tahun-tanggal-berbeda C2"]


def test_so_are_months_that_stand_in_rows():
    rows = [[area, month, 50, 4 + month.month] for area in ("Suka", "Maju") for month in _months(2023)]
    reading = _read(["K1 TAHUN 2026"], ["Desa", "Bulan", "Sasaran bumil", "K1"], *rows)
    assert {line.split()[2][:4] for line in said(reading)} == {"2026"}
    assert codes(reading) == ["tahun-tanggal-berbeda B3"]


@pytest.mark.parametrize("title", ["K1 PER BULAN TAHUN 2025", "K1 PER BULAN", "K1 TAHUN 2025 DAN 2026"])
def test_months_of_the_titles_year_or_of_a_title_without_one_keep_theirs(title: str):
    reading = _across(title, _months(2025))
    assert {line.split()[2][:4] for line in said(reading)} == {"2025"}
    assert codes(reading) == []


@pytest.mark.parametrize(
    "title, name, problems",
    [
        ("K1 PER BULAN", "Laporan K1 2026.xlsx", ["tahun-nama-berkas-berbeda C2"]),
        ("K1 PER BULAN", "Laporan K1 2025.xlsx", []),
        ("K1 PER BULAN", "Laporan K1.xlsx", []),
        ("K1 PER BULAN TAHUN 2025", "Laporan K1 2026.xlsx", ["bulan-nama-berbeda A1"]),
    ],
)
def test_a_year_in_the_name_of_the_file_only_is_told_where_the_dates_say_another(title: str, name: str, problems: list[str]):
    reading = _read([title], ["Desa", "Sasaran bumil", *_months(2025)], ["Suka", 50, 3, 4, 5], ["Maju", 40, 2, 1, 6], name=name)
    assert {line.split()[2][:4] for line in said(reading)} == {"2025"}
    assert codes(reading) == problems


def test_months_of_two_years_keep_both():
    reading = _across("K1 TAHUN 2026", [datetime(2025, 12, 1), *_months(2026)[:2]])
    assert {line.split()[2] for line in said(reading)} == {"2025-12", "2026-1", "2026-2"}
    assert codes(reading) == []


def test_a_date_alone_in_a_row_of_the_titles_is_the_month_that_it_shows():
    rows = [["Desa", "Sasaran bumil", "K1"], ["Suka", 50, 4], ["Maju", 40, 3]]
    assert said(_read(["K1 TAHUN 2026"], [datetime(2026, 3, 1)], *rows)) == ["Maju k1 2026-3 month T 3/40", "Suka k1 2026-3 month T 4/50"]
    assert said(_read(["K1 MEI 2026"], ["Tanggal cetak", datetime(2026, 6, 1)], *rows))[0] == "Maju k1 2026-5 month T 3/40"
