"""The line of an area with its sasaran over each of several blocks of months: whose block it is, and whom it is measured against."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TOP = "PEMANTAUAN K1 PUSKESMAS SUKA TAHUN 2026\n\n"
LINES = ["Maju k1 2026-1 month T 3/50", "Maju k1 2026-2 month T 1/50", "Suka k1 2026-1 month T 2/40", "Suka k1 2026-2 month T 5/40"]


def _block(line: str, first: int, second: int) -> str:
    return f"{line}\nBulan|K1|K4|K6|KF1\nJanuari|{first}|0|1|2\nFebruari|{second}|1|2|1\nMaret||||\n\n"


def _two(line: str) -> str:
    return TOP + _block(line.format("Suka", 40, 36), 2, 5) + _block(line.format("Maju", 50, 45), 3, 1)


@pytest.mark.parametrize(
    "line",
    ["DESA|{0}||Sas. bumil|{1}|Sas. bayi|{2}", "Desa :|{0}|Sasaran bumil :|{1}|Sasaran bayi :|{2}", "Desa {0}||Sas. bumil|{1}|Sas. bayi|{2}",
     "KELURAHAN : {0}|Sasaran bumil : {1}|Sasaran bayi : {2}", "DESA|{0}|Bidan|Ani|Sas. bumil|{1}|Sas. bayi|{2}",
     "1|DESA|{0}|Sas. bumil|{1}|Sas. bayi|{2}", "NAMA DESA|{0}|Jml penduduk|900|Sas. bumil|{1}|Sas. bayi|{2}",
     "DESA|{0}\nSas. bumil|{1}|Sas. bayi|{2}"],
)  # fmt: skip
def test_each_block_is_of_the_desa_above_it(line: str) -> None:
    reading = read(S=_two(line))
    assert [each for each in said(reading) if " k1 " in each] == LINES
    assert codes(reading) == []


def test_one_block_alone_is_read_too() -> None:
    lines = said(read(S=TOP + _block("DESA|Suka||Sas. bumil|40|Sas. bayi|36", 2, 5)))
    assert [line for line in lines if " k1 " in line] == LINES[2:]


@pytest.mark.parametrize("line", ["Jumlah|{1}|{2}", "DESA|K4|{1}|{2}", "Maju\nSas. bumil|{1}|Sas. bayi|{2}", "DESA|Jumlah|Sas. bumil|{1}|K4|{2}"])
def test_other_rows_of_numbers_above_the_same_head_begin_no_block(line: str) -> None:
    try:
        lines = said(read(S=TOP + _block("Desa : Suka", 2, 5) + _block(line.format("Maju", 50, 45), 3, 1)))
    except NothingToRead:
        lines = []
    assert not [each for each in lines if " k1 2026-1 month T 3/" in each]


def test_a_head_of_years_is_no_line_of_an_area() -> None:
    lines = said(read(S="CAKUPAN K1\nDesa|Puskesmas|Sasaran 2026|2025|2026\nMekar|Suka|30|20|25\nSari|Suka|40|30|35"))
    assert [line.split()[0] for line in lines] == ["Mekar", "Mekar", "Sari", "Sari"]
