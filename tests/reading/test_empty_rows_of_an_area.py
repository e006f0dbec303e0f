"""A desa named once over its months or indicators keeps the rows behind one in which nothing was counted."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize("blank", ["", "-"])
def test_a_month_without_a_number(blank: str):
    rows = f"1|Suka|JAN|3\n||FEB|{blank}\n||MAR|2\n2|Maju|JAN|1\n||FEB|4\n||MAR|{blank}"
    found = read(S=f"CAKUPAN K4 TAHUN 2025\nNO|DESA|BULAN|K4\n{rows}")
    assert [" ".join(line.split()[:3]) for line in said(found)] == ["Maju k4 2025-1", "Maju k4 2025-2", "Suka k4 2025-1", "Suka k4 2025-3"]
    assert codes(found) == []


def test_an_indicator_without_a_number():
    rows = "1|Suka|K1|3\n||K4|\n||K6|2\n2|Maju|K1|1\n||K4|4\n||K6|2"
    found = read(S=f"CAKUPAN KIA BULAN MEI 2025\nNO|DESA|INDIKATOR|JUMLAH\n{rows}")
    assert [" ".join(line.split()[:2]) for line in said(found)] == ["Maju k1", "Maju k4", "Maju k6", "Suka k1", "Suka k6"]


def test_a_month_in_a_row_of_its_own_begins_a_section():
    rows = "|JANUARI|\n1|Suka|3\n2|Maju|4\n|FEBRUARI|\n1|Suka|5\n2|Maju|6"
    found = read(S=f"CAKUPAN K4 TAHUN 2025\nNO|DESA|K4\n{rows}")
    assert {" ".join(line.split()[:3]) for line in said(found)} == {"Maju k4 2025-1", "Maju k4 2025-2", "Suka k4 2025-1", "Suka k4 2025-2"}
