"""What somebody types to correct a number of a report, and what may not be written with it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lokmin_data.model import LokminError, Problem, Reading, SheetReading
from lokmin_data.reading.opening.book import Book, Sheet
from lokmin_data.reading.problems.half_understood import NoTable
from pages._shared.correction_words import (
    Seen,
    changed_words,
    correctable,
    correction,
    seen_cell,
    typed_value,
    why_refused,
)

ROWS = [["Desa", "K1", "%"], ["A", 5.0, 0.5], ["B", "1O", "87,5 %"], ["C", None, None], ["D", "belum", 3201010101010001]]
BOOK = Book("l.xlsx", "ab" * 32, "xlsx", (
    Sheet("S", [*ROWS, ["E", datetime(2026, 5, 3), True]], percent_cells=frozenset({(1, 2)}), errors=frozenset({(3, 1)}),
          error_text={(3, 1): "#DIV/0!"}),
))  # fmt: skip


@pytest.mark.parametrize(("typed", "value"), [
    ("4", 4), (" 1.234 ", 1234), ("1.234,5", 1234.5), ("12,5", 12.5), ("0", 0), ("1.234.567", 1234567), ("0,875", 0.875), ("12,3450", 12.345),
])  # fmt: skip
def test_numbers_are_understood_as_indonesians_write_them(typed, value):
    assert typed_value(typed, Seen("S", "B2", 5.0)) == value


@pytest.mark.parametrize("typed", ["", "-4", "4.5", "12.34", "1,234", "abc", "1e5", "٤", "=1+1", "4 orang", "1.23.456", "9.999.999.999", "5 %"])
def test_what_is_no_such_number_is_refused_with_what_to_write(typed):
    with pytest.raises(LokminError, match=r"[Tt]ulis|terlalu besar|titik"):
        typed_value(typed, Seen("S", "B2", 5.0))


@pytest.mark.parametrize(("value", "percent", "typed", "held"), [
    (0.5, True, "87,5", 0.875), (0.5, True, "87,5 %", 0.875), ("87,5 %", False, "88,5", "88,5 %"),
    ("87.5%", False, "88,5 %", "88.5 %"), (50.0, False, "51", 51),
])  # fmt: skip
def test_a_percent_stays_on_the_scale_of_its_cell(value, percent, typed, held):
    assert typed_value(typed, Seen("S", "C2", value, percent)) == held


def test_cells_of_the_file_as_they_are_told():
    shown = {cell: seen_cell(BOOK, "S", cell).shown for cell in ("B2", "$c$2", "b3", "C3", "B4")}
    assert shown == {"B2": "5", "$c$2": "50 %", "b3": "1O", "C3": "87,5 %", "B4": "#DIV/0!"}


@pytest.mark.parametrize("cell", ["C4", "B5", "C5", "A2", "B6", "C6", "Z99", "A0", "", "B2:B4", "<b>"])
def test_empty_cells_words_dates_and_numbers_of_persons_cannot_be_corrected(cell):
    seen = seen_cell(BOOK, "S", cell)
    assert seen.refused and seen.value is None


def test_words_that_the_reader_already_told_can_be_corrected():
    assert seen_cell(BOOK, "S", "B5", {"belum"}).value == "belum"


@pytest.mark.parametrize("why", [
    "", "  ", "3201010101010001", "NIK 3201.0101.0101.0001", "data Ny. Siti tertukar", "an. Budi dobel",
    "salah NIK", "nama pasien keliru", "HP 081234567890",
])  # fmt: skip
def test_a_reason_names_no_person(why):
    assert why_refused(why, "Pemegang program gizi")


@pytest.mark.parametrize("why", ["salah ketik menurut register Maret 2026", "Nama desa tertukar", "angka 1.234, bukan 1.243", "<b>salah</b> | =1+1"])
def test_an_honest_reason_is_taken(why):
    assert why_refused(why, "Pemegang program gizi") == ""
    assert why_refused(why, " ")


def test_the_record_of_a_correction():
    seen = seen_cell(BOOK, "S", "c2")
    made = correction(seen, 0.875, " salah \n ketik ", "Dewi", sha256="", today=date(2026, 5, 3))
    assert made == {
        "sheet": "S", "cell": "C2", "expected": 0.5, "value": 0.875, "why": "salah ketik", "by": "Dewi", "at": "2026-05-03", "percent": True,
    }  # fmt: skip
    assert changed_words(made) == "50 % → 87,5 %"
    assert correction(seen_cell(BOOK, "S", "B2"), None, "x", "y", sha256="ab", today=date(2026, 5, 3))["sha256"] == "ab"
    with pytest.raises(LokminError, match="sama dengan"):
        correction(seen_cell(BOOK, "S", "B2"), 5, "x", "y", sha256="", today=date(2026, 5, 3))


def test_only_problems_of_a_number_are_offered():
    class Broken(Problem):
        code = "sel-galat"

    sheets = (SheetReading("S", "read", None, (("Desa", "K1"), ("A", "5"), ("B", ""))), SheetReading("N", "by_name", None, ()))
    report = Reading("l.xlsx", "ab", None, sheets=sheets, layout="bentuk")  # type: ignore[arg-type]
    named = (("S", "B2"), ("S", "B1"), ("S", "B3"), ("S", ""), ("N", "B2"), ("X", "B2"), ("S", "B9"))
    places = [Problem(sheet=sheet, cell=cell) for sheet, cell in named]
    assert [correctable(each, report) for each in places] == [True, *[False] * 6]
    assert correctable(Broken(sheet="S", cell="B3"), report) and not correctable(Broken(sheet="N", cell="B3"), report)
    assert not correctable(NoTable(sheet="S", cell="B2"), report), "a sheet without a table is no matter of one number"
    assert not correctable(places[0], Reading("l.xlsx", "ab", None, sheets=sheets))  # type: ignore[arg-type]
