"""Reporting months written as numbers behind their label, the year with two digits: `Bln/Thn : 09/25`."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.reading.words.period import Period, period_of_text
from lokmin_data.reading.words.vocabulary import vocabulary

ROWS = "NO|DESA|SASARAN|K4\n1|Suka|70|20\n2|Maju|40|20\n3|Jaya|86|50"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Bln/Thn : 09/25", Period(2025, 9)), ("BULAN/TAHUN : 9/2025", Period(2025, 9)), ("Bulan / Tahun : IX/25", Period(2025, 9)),
        ("Bln/Thn 09/'25", Period(2025, 9)), ("Bln/Thn : XI/2025 Puskesmas : Maju", Period(2025, 11)), ("Bulan : 09/25", Period(2025, 9)),
        ("Periode : 3/26", Period(2026, 3)), ("bulan 03/26", Period(2026, 3)), ("Bln/Thn : s/d 03/26", Period(2026, 3, 1, True)),
        ("Bln/Thn : 09/2025", Period(2025, 9)), ("Bulan/Tahun : September/25", Period(2025, 9)),
    ],
)  # fmt: skip
def test_month_and_year_as_numbers(text: str, period: Period):
    assert period_of_text(text, vocabulary()) == period


@pytest.mark.parametrize(
    "text",
    [
        "laporan bulan 9/25", "bulan 9/25 desa melapor", "09/25", "Bulan : 13/25", "Bulan : 3/12", "Bln/Thn : 09/25/26", "Bln/Thn : 09/25,5",
        "Bulan : 9-25", "Bln/Thn : 09/20 25",
    ],
)  # fmt: skip
def test_two_numbers_that_are_no_month_and_year(text: str):
    assert period_of_text(text, vocabulary()) == Period()


@pytest.mark.parametrize("line", ["Bln/Thn : 09/25", "Bln/Thn|: 09/25", "Bln/Thn|:|09/25", "BULAN/TAHUN : IX/2025", "Bulan|09/25"])
def test_the_month_of_a_table(line: str):
    reading = read(S=f"CAKUPAN K4\n{line}\n{ROWS}")
    assert {" 2025-9 " in line for line in said(reading)} == {True}


def test_what_is_told_of_desa_is_no_month():
    reading = read(S=f"CAKUPAN K4\nLaporan bulan 9/25\n{ROWS}")
    assert "periode-tidak-ada" in {problem.code for problem in reading.problems}
