"""Tables that a spreadsheet program made: their rows are desa where they can be nothing else, and that is told."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book
from lokmin_data.reading.understanding import NothingToRead

FILTERS = "Tahun|2025\nBulan|April\nPuskesmas|SUKA MAJU\n\n"
ROWS = "|Jumlah dari K1|Jumlah dari K4\nMekarsari|4|10\nSukamaju|6|4\nWanasari|4|2\n"


@pytest.mark.parametrize(("head", "total"), [("Label Baris", "Total Keseluruhan"), ("Row Labels", "Grand Total")])
@pytest.mark.parametrize("sums", ["Jumlah dari", "Sum of"])
def test_rows_of_names_are_desa(head: str, total: str, sums: str):
    reading = read(Pivot=FILTERS + (head + ROWS).replace("Jumlah dari", sums) + f"{total}|14|16")
    assert said(reading)[:2] == ["Mekarsari k1 2025-4 month T 4/", "Mekarsari k4 2025-4 month T 10/"]
    assert len(said(reading)) == 6
    assert codes(reading) == ["pivot-dianggap-desa A5"]


def test_nothing_is_told_of_known_desa():
    made = book(Pivot=FILTERS + "Label Baris" + ROWS)
    assert codes(read_book(made, areas=["Mekarsari", "Sukamaju", "Wanasari"])) == []
    assert codes(read(Pivot=FILTERS + "Desa" + ROWS)) == []


@pytest.mark.parametrize("rows", [
    "Mekarsari|10|9\nJanuari|4|5\nFebruari|6|4\nSukamaju|8|7\nJanuari|4|4\nFebruari|4|3",
    "Januari|8|9\nMekarsari|4|5\nSukamaju|4|4\nFebruari|10|7\nMekarsari|6|4\nSukamaju|4|3",
    "Laki-laki|10|9\nPerempuan|8|7",
    "Suka Maju|14|16\nMekarsari|4|10\nSukamaju|6|4\nWanasari|4|2",
])  # fmt: skip
def test_rows_of_anything_else_are_not_read(rows: str):
    with pytest.raises(NothingToRead) as raised:
        read(Pivot="Tahun|2025\nBulan|April\n\nLabel Baris|Jumlah dari K1|Jumlah dari K4\n" + rows + "\nTotal Keseluruhan|18|16")
    assert any(problem.code == "pivot-bukan-desa" for problem in raised.value.problems)


def test_rows_within_one_desa_are_not_read():
    with pytest.raises(NothingToRead):
        read(Pivot="Tahun|2025\nBulan|April\nDesa|Mekarsari\n\nLabel Baris" + ROWS)


def test_a_row_without_a_name_is_left_out():
    reading = read(Pivot=FILTERS + "Row Labels" + ROWS + "(blank)|3|1\nGrand Total|17|17")
    assert len(said(reading)) == 6
    assert "baris-bukan-desa A9" in codes(reading)
