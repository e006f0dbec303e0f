"""A title may say how or when people were found ("HASIL BULAN TIMBANG") below another that says what is counted."""

from __future__ import annotations

import pytest
from laporan import read, said

TABLE = "HASIL BULAN TIMBANG AGUSTUS 2025\n\nNo | Desa | Sasaran | Hasil | %\n1 | A | 189 | 10 | 5.29\n2 | B | 104 | 9 | 8.65"


def codes(title: str) -> set[str]:
    return {line.split()[1] for line in said(read(S=f"{title}\n{TABLE}"))}


@pytest.mark.parametrize(
    ("title", "code"), [("PERBANDINGAN BALITA WASTING (BB/TB < -2 SD)", "wasting"), ("BALITA STUNTING", "stunting")],
)  # fmt: skip
def test_the_other_title_says_what_is_counted(title, code):
    assert codes(title) == {code}


@pytest.mark.parametrize("title", ["DATA BALITA", "LAPORAN POSYANDU BALITA", "PUSKESMAS SUKAMAJU"])
def test_where_no_title_says_more_those_weighed_are_counted(title):
    assert codes(title) == {"d_s"}


@pytest.mark.parametrize(
    "title",
    ["CAKUPAN BALITA MINUM OBAT CACING", "LAPORAN OBAT CACING", "CAKUPAN VITAMIN A BALITA", "BALITA GIZI KURANG", "BALITA BGM", "STATUS GIZI BALITA"],
)  # fmt: skip
def test_another_topic_is_no_number_of_those_weighed(title):
    reading = read(S=f"{title}\n{TABLE}")
    assert said(reading) == [] and "indikator-tidak-disebut" in [each.code for each in reading.problems]
