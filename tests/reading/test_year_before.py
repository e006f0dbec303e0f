"""A column of last year that does not say up to which month, in a table of this year's month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

OWN = ["Maju dpt1 2026-5 cumulative T 30/40 75", "Suka dpt1 2026-5 cumulative T 20/50 40"]
TITLE = "CAKUPAN DPT1 S/D BULAN MEI 2026\n"


@pytest.mark.parametrize(
    "heads", ["CAPAIAN 2025|CAPAIAN|%", "REALISASI 2025|CAPAIAN|%", "DPT1 2025|DPT1|%", "CAPAIAN TAHUN 2025|CAPAIAN S/D MEI 2026|%"]
)
def test_all_of_last_year_is_not_its_month_of_may(heads: str):
    reading = read(S=f"{TITLE}NO|DESA|SASARAN|{heads}\n1|Suka|50|45|20|40\n2|Maju|40|35|30|75")
    assert said(reading) == OWN
    assert codes(reading) == ["tahun-lalu-tanpa-bulan D2"]


@pytest.mark.parametrize("heads", ["2025|2026|%", "DPT1 2025|DPT1 2026|%", "CAPAIAN S/D MEI 2025|CAPAIAN S/D MEI 2026|%"])
def test_two_years_named_in_the_same_way_are_compared(heads: str):
    reading = read(S=f"{TITLE}NO|DESA|SASARAN|{heads}\n1|Suka|50|45|20|40\n2|Maju|40|35|30|75")
    assert said(reading) == ["Maju dpt1 2025-5 cumulative T 35/", OWN[0], "Suka dpt1 2025-5 cumulative T 45/", OWN[1]]
    assert codes(reading) == []


def test_last_year_beside_a_column_without_a_year_is_not_divided_by_the_sasaran_of_this_year():
    reading = read(S="CAKUPAN DPT1 TAHUN 2026\nNO|DESA|SASARAN|CAPAIAN 2025|CAPAIAN|%\n1|Suka|50|45|20|40\n2|Maju|40|35|30|75")
    assert said(reading) == [
        "Maju dpt1 2025- year T 35/", "Maju dpt1 2026- year T 30/40 75", "Suka dpt1 2025- year T 45/", "Suka dpt1 2026- year T 20/50 40",
    ]  # fmt: skip


def test_a_report_of_last_year_alone_is_read():
    reading = read(S="CAKUPAN DPT1 S/D BULAN MEI\nNO|DESA|SASARAN|CAPAIAN 2025\n1|Suka|50|45\n2|Maju|40|35")
    assert said(reading) == ["Maju dpt1 2025-5 cumulative T 35/40", "Suka dpt1 2025-5 cumulative T 45/50"]


@pytest.mark.parametrize("group", ["Kasus DBD 2025", "Tahun 2025"])
def test_the_dead_of_last_year_beside_the_cases_of_this_year(group: str):
    """No column of this year counts the dead: those of last year are not those up to its month of May."""
    heads = f"DESA|{group}||Kasus DBD s/d Mei 2026\n|Penderita|Meninggal|Penderita"
    reading = read(S=f"KASUS DBD S/D BULAN MEI 2026\n{heads}\nSuka|10|1|2\nMaju|8|0|1", merges=((1, 1, 1, 2),))
    assert said(reading) == ["Maju dbd_kasus 2026-5 cumulative T 1/", "Suka dbd_kasus 2026-5 cumulative T 2/"]
    assert "tahun-lalu-tanpa-bulan C3" in codes(reading)
