"""A total called "PUSKESMAS" whose numbers look like those of months is no head of a second table."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "PWS KIA\nBULAN JANUARI 2026\nNO|DESA|K4|K4|K4\n||L|P|Jml\n"
ROWS = "1|Suka|1|1|2\n2|Maju|0|0|0\n3|Jaya|0|1|1"


@pytest.mark.parametrize("name", ["PUSKESMAS", "Puskesmas", "Total Puskesmas", "JUMLAH"])
@pytest.mark.parametrize("where", ["above", "below", "before others"])
def test_a_total_of_one_two_three_heads_no_months(name: str, where: str):
    total = f"|{name}|1|2|3"
    text = {"above": f"{total}\n{ROWS}", "below": f"{ROWS}\n{total}", "before others": f"{ROWS}\n{total}\n|Luar Wilayah|1|1|2"}[where]
    reading = read(S=HEAD + text)
    assert len(said(reading)) == 9 and all(" 2026-1 " in line for line in said(reading))
    assert {code.split()[0] for code in codes(reading)} <= {"luar-wilayah"}


def test_one_above_numbers_that_do_not_rise():
    text = "PWS KIA\nBULAN MEI 2026\nNO|DESA|K4|K6|PN|KN1\n|PUSKESMAS|1|9|2|9\n1|Suka|1|5|1|5\n2|Maju|0|4|1|4"
    assert all(" 2026-5 " in line for line in said(read(S=text))) and len(said(read(S=text))) == 8


@pytest.mark.parametrize("between", ["\n", "\nKelurahan binaan\n"])
def test_months_as_numbers_still_head_the_next_table(between: str):
    months = "|".join(map(str, range(1, 13)))
    first = f"CAKUPAN K4 TAHUN 2025\nDESA|{months}\nSuka|{months}\nMaju|{months}"
    reading = read(S=f"{first}\n{between}PUSKESMAS|{months}\nRawa|{months}\nSubur|{months}")
    assert any(line.startswith("Suka k4 2025-3 ") for line in said(reading))
    assert not any(line.startswith("PUSKESMAS") for line in said(reading))


def test_the_head_of_the_next_page_is_no_total():
    months = "|".join(map(str, range(1, 13)))
    reading = read(S=f"CAKUPAN K4 TAHUN 2025\nDESA|{months}\nSuka|{months}\nMaju|{months}\nDESA|{months}\nJaya|{months}\nTani|{months}")
    assert {line.split()[0] for line in said(reading)} == {"Suka", "Maju", "Jaya", "Tani"}
