"""The Puskesmas of a list of persons, and persons from elsewhere."""

from __future__ import annotations

import pytest
from laporan import codes, said
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


def reading_of(*sheets: Sheet):  # noqa: ANN201
    return read_book(Book("daftar.xlsx", "0" * 64, "xlsx", sheets))


@pytest.mark.parametrize("elsewhere", ["Luar Wilayah", "LUWIL", "luar  wilayah kerja", "Luar Desa"])
def test_children_from_elsewhere_are_of_no_desa_and_told(elsewhere: str) -> None:
    reading = reading_of(Sheet("Data", grid([child(0), child(1), child(2, elsewhere)])))
    assert {*reading.observations["area"]} == {"Sukamaju"} and "Sukamaju d_s 2026-3 point T 2/" in said(reading)
    assert "1 baris dari luar wilayah" in next(each.found for each in reading.problems if each.code == "baris-perorangan-dilewati")


def test_a_sheet_of_children_from_elsewhere_is_told_and_not_read() -> None:
    heads = [each for each in child(0) if each != "Desa/Kel"]
    sheets = [Sheet(name, [["Kelurahan", f": {name}"], *grid([child(number)], heads)]) for number, name in enumerate(("Suka", "LUAR WILAYAH"))]
    wide = [Sheet(sheet.name, [[*row, *[None] * (len(heads) - len(row))] for row in sheet.rows]) for sheet in sheets]
    reading = reading_of(*wide)
    assert {*reading.observations["area"]} == {"Suka"} and "baris-perorangan-dilewati" in codes(reading)


def test_a_desa_with_such_a_word_in_its_name_is_counted() -> None:
    reading = reading_of(Sheet("Data", grid([child(0), child(1, "Selat Luar")])))
    assert {*reading.observations["area"]} == {"Sukamaju", "Selat Luar"} and "baris-perorangan-dilewati" not in codes(reading)
