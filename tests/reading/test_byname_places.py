"""The Puskesmas of a list of persons."""

from __future__ import annotations

from persons import child, grid

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet


def puskesmas(rows: list[dict[str, object]]) -> str:
    sheet = Sheet("Data", grid(rows))
    return read_book(Book("daftar.xlsx", "0" * 64, "xlsx", (sheet,))).puskesmas


def test_the_misspelt_column_names_the_puskesmas_where_all_rows_agree() -> None:
    assert puskesmas([child(0), child(1, Pukesmas="CONTOH "), child(2, Pukesmas="-")]) == "Contoh"


def test_two_puskesmas_name_none() -> None:
    assert puskesmas([child(0), child(1, Pukesmas="Lain")]) == ""
