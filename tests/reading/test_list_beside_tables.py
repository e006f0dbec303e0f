"""A workbook with a table of desa and the list of persons behind it: each number stands once."""

from __future__ import annotations

import pytest
from laporan import cells, codes
from persons import child, grid

from lokmin_data.model import Reading
from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

STUNTED = {"TB/U": "Pendek", "ZS TB/U": "-2,5"}


def workbook(table: str, *, title: str = "STATUS GIZI BALITA", stunted: int = 2) -> Reading:
    """A table of Suka (5 measured) and Maju (4), beside a list in which `stunted` of Suka's are."""
    persons = [child(number, "Suka", **(STUNTED if number < stunted else {})) for number in range(5)]
    persons += [child(number, "Maju") for number in range(5, 9)]
    head = f"{title} BULAN MARET 2026\nNo|Desa|Balita diukur|Stunting|%\n"
    sheets = (Sheet("Tabel", cells(head + table)), Sheet("Data", grid(persons)))
    return read_book(Book("laporan.xlsx", "0" * 64, "xlsx", sheets))


def stunting(reading: Reading) -> list[tuple[str, float, float, str]]:
    rows = reading.observations[reading.observations["indicator"] == "stunting"]
    return sorted((row.area, row.numerator, row.denominator, row.sheet) for row in rows.itertuples())


def test_the_table_stands_where_both_say_the_same():
    reading = workbook("1|Suka|5|2|40\n2|Maju|4|0|0")
    assert stunting(reading) == [("Maju", 0, 4, "Tabel"), ("Suka", 2, 5, "Tabel")]
    assert not any(code.startswith("angka-berbeda") for code in codes(reading))
    assert {"wasting", "underweight"} <= set(reading.observations["indicator"])


def test_a_table_that_differs_stands_and_both_places_are_named():
    reading = workbook("1|Suka|5|3|60\n2|Maju|4|0|0")
    assert stunting(reading) == [("Maju", 0, 4, "Tabel"), ("Suka", 3, 5, "Tabel")]
    (problem,) = (each for each in reading.problems if each.code == "angka-berbeda")
    assert (problem.sheet, problem.found, problem.expected) == ("Data", "2", "3 (Tabel!D3)")


@pytest.mark.parametrize(("measured", "kept"), [(5, ("Suka", 2, 5, "Data")), (9, ("Suka", 3, 9, "Tabel"))])
def test_the_list_is_the_raw_entry_of_a_recap_unless_persons_are_missing_in_it(measured: int, kept: tuple):
    reading = workbook(f"1|Suka|{measured}|3|{300 / measured:.1f}\n2|Maju|4|0|0", title="REKAP STATUS GIZI BALITA")
    assert stunting(reading) == [("Maju", 0, 4, "Tabel"), kept]
    assert [problem.code for problem in reading.problems].count("angka-berbeda") == 1


def test_desa_with_a_word_before_their_name_are_the_same():
    reading = workbook("1|Desa Suka|5|2|40\n2|Desa Maju|4|0|0")
    assert [area for area, *_ in stunting(reading)] == ["Desa Maju", "Desa Suka"]
