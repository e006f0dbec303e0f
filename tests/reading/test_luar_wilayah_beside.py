"""Desa as columns with "LUAR WILAYAH" beside the head over their names, and a name as of a town among small numbers."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

NAMES = ["Suma", "Batu Ampar", "Suka", "Maju"]
ROWS = [[10, 20, 30, 5], [8, 10, 20, 6], [7, 10, 20, 4]]


def beside(tail: str, others: list[object]) -> list[str]:
    body = [f"{at}|{code}|{'|'.join(map(str, row))}|{other}|{sum(row) + (other or 0)}"
            for at, (code, row, other) in enumerate(zip(("K1", "K4", "K6"), ROWS, others, strict=True), 1)]  # fmt: skip
    head = f"LAPORAN\nLaporan bulan : September 2025\nNo|KEGIATAN|DESA / KELURAHAN||||{tail}|JUMLAH\n||{'|'.join(NAMES)}||"
    reading = read(S="\n".join([head, *body]).replace("None", ""), merges=[(2, 2, 2, 5), (2, 6, 3, 6), (2, 7, 3, 7)])
    assert [line for line in said(reading) if " k1 " in line] == [
        "Batu Ampar k1 2025-9 month T 20/", "Maju k1 2025-9 month T 5/", "Suka k1 2025-9 month T 30/", "Suma k1 2025-9 month T 10/",
    ]  # fmt: skip
    return codes(reading)


@pytest.mark.parametrize("others", [[2, None, None], [2, 1, 3], [None, None, 4]])
def test_those_from_elsewhere_are_no_wrong_total(others: list[object]):
    assert beside("LUAR WILAYAH", others) == ["luar-wilayah G4"]


def test_a_column_of_something_else_is_no_area():
    assert not [code for code in beside("CATATAN", [2, None, 3]) if "luar" in code]


CODES = ["K1", "K4", "K6", "KF1", "KN1", "BCG", "Fe1", "Fe3", "BBLR", "MR1", "DPT3"]


def town(numbers: list[list[int]]) -> list[str]:
    rows = [f"{at}|{code}|{'|'.join(map(str, row))}" for at, (code, row) in enumerate(zip(CODES, numbers, strict=True), 1)]
    lines = said(read(S="\n".join(["LAPORAN BULAN MEI 2026\nNo|KEGIATAN|Kota Lama|Batu Ampar|Suka|Maju", *rows])))
    return [line for line in lines if line.startswith("Kota Lama")]


def test_one_small_number_is_a_sum_by_chance():
    small = [[place + 2, 9, 8, 7] for place in range(10)]
    assert len(town([[7, 3, 4, 6], *small])) == len(CODES)


def test_a_town_that_adds_up_its_desa_with_slips_is_none_of_them():
    whole = [[12 + place, 4, 5, 3 + place] for place in range(11)]
    assert not town(whole)
    assert not town([[9, 4, 5, 3], [2, 4, 5, 4], *whole[2:]])
