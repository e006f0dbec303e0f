"""Hidden rows, columns and sheets are read like any other; where they contradict what is shown, that is kept."""

from __future__ import annotations

from dataclasses import replace

from laporan import book, codes, said

from lokmin_data.model import Reading
from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book

TABLE = "K1 BULAN MARET 2026\nNo|Desa|Sasaran|K1\n1|A|50|5\n2|B|40|4"


def read(whole: Book, *, rows: frozenset = frozenset(), columns: frozenset = frozenset(), sheet: str = "") -> Reading:
    sheets = tuple(
        replace(each, hidden=each.name == sheet, hidden_rows=rows, hidden_columns=columns) for each in whole.sheets
    )
    return read_book(replace(whole, sheets=sheets))


def test_a_hidden_row_is_read():
    assert said(read(book(S=TABLE), rows=frozenset({3}))) == said(read_book(book(S=TABLE)))


def test_a_hidden_helper_column_makes_nothing():
    helper = (
        TABLE.replace("Sasaran|K1", "Sasaran|K1|pembantu").replace("|50|5", "|50|5|0.4").replace("|40|4", "|40|4|0.1")
    )
    assert said(read(book(S=helper), columns=frozenset({4}))) == said(read_book(book(S=TABLE)))


def test_a_hidden_column_of_the_same_meaning_loses_and_is_told():
    twice = TABLE.replace("Sasaran|K1", "Sasaran|K1|K1").replace("|50|5", "|50|7|5").replace("|40|4", "|40|9|4")
    reading = read(book(S=twice), columns=frozenset({3}))
    assert said(reading) == said(read_book(book(S=TABLE)))
    assert [code for code in codes(reading) if code.startswith("angka-berbeda")] == [
        "angka-berbeda D3",
        "angka-berbeda D4",
    ]


def test_a_hidden_row_of_a_desa_that_is_shown_again_loses_and_is_told():
    reading = read(book(S=TABLE.replace("1|A|50|5", "|A|44|3\n1|A|50|5")), rows=frozenset({2}))
    assert said(reading) == said(read_book(book(S=TABLE))) and any(code.startswith("desa-ganda") for code in codes(reading))


def test_a_hidden_sheet_before_the_shown_one_loses_and_is_told():
    both = book(Lama=TABLE.replace("|5", "|3"), S=TABLE)
    reading = read(both, sheet="Lama")
    assert said(reading) == said(read_book(book(S=TABLE)))
    assert "angka-berbeda D3" in codes(reading)


def test_a_hidden_sheet_with_another_month_is_read():
    both = book(S=TABLE, Februari=TABLE.replace("MARET", "FEBRUARI"))
    assert {line.split()[2] for line in said(read(both, sheet="Februari"))} == {"2026-2", "2026-3"}


def test_a_hidden_older_state_of_the_whole_table_is_told_once():
    now = TABLE + "\n3|C|30|6\n4|D|20|7"
    older = now.replace("|5\n", "|3\n").replace("|4\n", "|2\n").replace("|6\n", "|5\n")
    reading = read(book(S=now, Sheet1=older), sheet="Sheet1")
    assert said(reading) == said(read_book(book(S=now)))
    assert [code for code in codes(reading) if "berbeda" in code] == ["lembar-lama-berbeda D3"]


def test_two_shown_sheets_that_differ_are_told_by_their_cells():
    now = TABLE + "\n3|C|30|6\n4|D|20|7\n5|E|20|7\n6|F|20|7\n7|G|20|7"
    older = now.replace("|5\n", "|3\n").replace("|4\n", "|2\n").replace("|6\n", "|5\n")
    reading = read_book(book(S=now, Sheet1=older))
    assert [code for code in codes(reading) if code.startswith("angka-berbeda")]
