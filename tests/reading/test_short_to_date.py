"""'BI | SD | %': this month and up to it, written short; and the sasaran of a list that stands below the latter alone."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|30|2|5|16.67\n2|Maju|40|2|6|15\n3|Jaya|50|5|10|20"


def down(heads: str) -> list[str]:
    reading = read(S=f"PWS KIA BULAN JUNI 2025\nNo|Desa|Sasaran ibu hamil|K1||\n|||{heads}\n{ROWS}", merges=[(1, 3, 1, 5)])
    return [line for line in said(reading) if line.startswith("Suka")]


@pytest.mark.parametrize("heads", ["BI|SD|%", "Bln ini|SD|%", "Bulan ini|Sd.|Cak. %"])
def test_sd_right_behind_the_month_is_up_to_it(heads: str):
    assert down(heads) == ["Suka k1 2025-6 cumulative T 5/30 16.67", "Suka k1 2025-6 month T 2/30"]


@pytest.mark.parametrize("heads", ["SD|BI|%", "Bumil|SD|%", "BI|SD|SMP", "BI|TK|SD"])
def test_elsewhere_sd_is_a_school(heads: str):
    assert not [line for line in down(heads) if "cumulative" in line]


LIST = """REKAP KOHORT IBU
BULAN JUNI 2025
No|Uraian Kegiatan|Target|Suka|||Maju|||PUSKESMAS||
|||BI|SD|%|BI|SD|%|BI|SD|%
|Sasaran ibu hamil||{sasaran}
1|K1|100|10|50|50|9|60|75|19|110|61.1
2|K4|100|8|40|40|7|50|62.5|15|90|50"""
MERGES = [(2, left, 2, left + 2) for left in (3, 6, 9)]


def test_a_list_with_the_desa_over_them_and_its_sasaran_below_sd_alone():
    reading = read(S=LIST.format(sasaran="|100|||80|||180|"), merges=MERGES)
    assert said(reading) == [
        f"{desa} {code} 2025-6 {line}" for desa, code, line in (
            ("Maju", "k1", "cumulative T 60/80 75"), ("Maju", "k1", "month T 9/80"),
            ("Maju", "k4", "cumulative T 50/80 62.5"), ("Maju", "k4", "month T 7/80"),
            ("Suka", "k1", "cumulative T 50/100 50"), ("Suka", "k1", "month T 10/100"),
            ("Suka", "k4", "cumulative T 40/100 40"), ("Suka", "k4", "month T 8/100"),
        )
    ]  # fmt: skip
    assert not codes(reading)
