"""A title that says "kumulatif" says it of the numbers of the month that stands beside a label."""

from __future__ import annotations

import pytest
from laporan import read, said

TABLE = "\n\nNO|DESA|SASARAN|K1|K4\n1|Suka|62|30|20\n2|Maju|48|22|21\n3|Tani|50|25|19"


@pytest.mark.parametrize("label", ["Bulan : 7|||Tahun|2026", "BULAN|:|Juli|Tahun|:|2026", "Bulan : Juli|||Tahun : 2026", "Bulan : Juli 2026"])
@pytest.mark.parametrize("title", ["LAPORAN KUMULATIF KIA", "REKAP KIA (KUMULATIF)", "KUMULATIF"])
def test_a_title_says_that_numbers_are_added_up(title: str, label: str):
    assert said(read(S=f"{title}\n{label}{TABLE}"))[0] == "Maju k1 2026-7 cumulative T 22/48"


@pytest.mark.parametrize("label", ["Bulan : 7|||Tahun|2026", "Bulan Juli 2026"])
@pytest.mark.parametrize(
    "line",
    ["", "BULAN INI DAN KUMULATIF", "BUKAN KUMULATIF", "Target kumulatif 58 %", "Kolom 5 dihitung kumulatif", "K4 = kumulatif"],
)
def test_lines_that_say_it_of_something_else_or_not_at_all(line: str, label: str):
    assert said(read(S=f"LAPORAN KIA\n{line}\n{label}{TABLE}"))[0] == "Maju k1 2026-7 month T 22/48"


def test_a_column_still_says_of_which_time_it_is():
    table = "\n\nNO|DESA|SASARAN|K1 BULAN INI|K1 KUMULATIF\n1|Suka|62|3|20\n2|Maju|48|2|21\n3|Tani|50|5|19"
    lines = said(read(S=f"LAPORAN KUMULATIF KIA\nBulan : 7|||Tahun|2026{table}"))
    assert lines[:2] == ["Maju k1 2026-7 cumulative T 21/48", "Maju k1 2026-7 month T 2/48"]
