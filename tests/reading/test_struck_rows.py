"""Two rows of one desa of which a remark crosses one out, or calls the other its correction."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = """K1 JANUARI S/D SEPTEMBER 2025
NO | DESA | BUMIL | K1 | % | KET
1 | Suka | 50 | 5 | 10 |
2 | {} | 40 | 20 | 50 | {}
2 | {} | 40 | 8 | 20 | {}
{}"""
RIGHT = ["Maju k1 2025-9 cumulative T 8/40 20", "Suka k1 2025-9 cumulative T 5/50 10"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("salah input, dicoret", "PERBAIKAN"), ("", "Revisi"), ("batal", ""), ("data lama", "data baru"), ("salah, lihat perbaikan", ""),
        ("dicoret", "perlu diperiksa"),
    ],
)  # fmt: skip
def test_the_row_that_remains_is_read_and_agrees_with_the_total(before: str, after: str):
    reading = read(S=TABLE.format("Maju", before, "Maju", after, " | Jumlah | 90 | 13 | 14.4 |"))
    assert said(reading) == RIGHT
    assert codes(reading) == []


@pytest.mark.parametrize(("first", "second"), [("Maju", "Maju (perbaikan)"), ("Maju (salah)", "Maju")])
def test_so_does_a_remark_in_the_name(first: str, second: str):
    assert said(read(S=TABLE.format(first, "", second, "", ""))) == RIGHT


@pytest.mark.parametrize(("before", "after"), [("", ""), ("perlu perbaikan", ""), ("revisi 1", "revisi 2"), ("salah", "salah")])
def test_where_remarks_do_not_decide_it_is_told(before: str, after: str):
    assert codes(read(S=TABLE.format("Maju", before, "Maju", after, ""))) == ["desa-ganda D5"]


def test_names_in_brackets_that_nobody_else_bears_stay():
    assert said(read(S=TABLE.format("Maju (lama)", "", "Jaya", "", "")))[1].startswith("Maju (lama) k1")


ALONE = """K1 JANUARI S/D SEPTEMBER 2025
NO | DESA | BUMIL | K1 | % | KET
1 | Suka | 50 | 5 | 10 |
2 | {} | 40 | 8 | 20 | {}
 | Jumlah | 90 | 13 | 14.4 |"""


@pytest.mark.parametrize(("name", "remark"), [("Maju", "dicoret"), ("Maju", "Batal, salah ketik"), ("Maju", "tidak dipakai"), ("Maju (dicoret)", "")])
def test_a_lone_row_that_is_crossed_out_is_told_and_not_read(name: str, remark: str):
    reading = read(S=ALONE.format(name, remark))
    assert said(reading) == RIGHT[1:]
    assert "baris-dicoret B4" in codes(reading)


@pytest.mark.parametrize(("name", "remark"), [
    ("Maju", "1 bumil batal periksa"), ("Maju", "dicoret 1 bumil dari sasaran"), ("Maju", "perbaikan"), ("Maju", "lama"), ("Batalan", ""),
    ("Maju (Batalyon)", ""),
])  # fmt: skip
def test_other_remarks_cross_out_nothing(name: str, remark: str):
    assert said(read(S=ALONE.format(name, remark)))[0] == f"{name} k1 2025-9 cumulative T 8/40 20"
