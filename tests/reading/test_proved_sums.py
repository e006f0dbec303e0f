"""All toddlers named behind parts of them below one indicator are their sum only where the numbers add up."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

STUNTING = "STUNTING MEI 2026\nNO|DESA|STUNTING|||\n||L|P|{}|%\n1|Suka|3|4|{}|17.5\n2|Maju|5|6|{}|22\n"
WEIGHED = "SKDN MEI 2026\nNO|DESA|DITIMBANG||\n||{}\n1|Suka|13|14|{}\n2|Maju|15|16|{}\n3|Jaya|20|10|{}\n"


def of_suka(reading: object, sex: str = "") -> list[str]:
    return [line for line in said(reading) if line.startswith("Suka") and f" {sex}" in line]


@pytest.mark.parametrize("name", ["0-59 bl", "Balita", "Jumlah Balita", "Balita 0-59 bln"])
def test_behind_both_sexes_it_is_their_sum_where_it_adds_them_up(name: str) -> None:
    reading = read(S=STUNTING.format(name, 7, 11))
    assert of_suka(reading) == ["Suka stunting 2026-5 point L 3/", "Suka stunting 2026-5 point P 4/", "Suka stunting 2026-5 point T 7/ 17.5"]


@pytest.mark.parametrize("name", ["0-59 bl", "Balita", "Sasaran Balita"])
def test_else_it_is_whom_they_are_measured_against(name: str) -> None:
    reading = read(S=STUNTING.format(name, 40, 50))
    assert of_suka(reading, "T ") == ["Suka stunting 2026-5 point T /40 17.5"]


@pytest.mark.parametrize("heads", ["L|P|0-59 bln", "0-23 bl|24-59 bl|0-59 bl", "0-23 bl|24-59 bl|Jumlah Balita"])
def test_one_that_adds_nothing_up_is_not_the_number_of_its_group(heads: str) -> None:
    assert of_suka(read(S=WEIGHED.format(heads, 27, 31, 30)), "T ")[-1:] == ["Suka d_s 2026-5 point T 27/"]
    reading = read(S=f"{WEIGHED.format(heads, 40, 50, 45)}\n\nNO|DESA|K4\n1|Suka|5\n2|Maju|6")
    assert not [line for line in of_suka(reading, "T ") if " d_s " in line]
    assert codes(reading)


def test_a_slip_in_one_row_is_told() -> None:
    reading = read(S=f"{WEIGHED.format('L|P|0-59 bln', 27, 31, 35)}4|Bina|10|11|21\n5|Karya|9|10|19\n")
    assert "Jaya d_s 2026-5 point T 35/" in said(reading) and codes(reading) == ["l-p-tidak-cocok E6"]
