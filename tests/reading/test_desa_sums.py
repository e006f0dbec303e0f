"""Rows that call themselves the sum of a desa below its posyandu are what the desa reports."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = """K1 MARET 2026
DESA|POSYANDU|SASARAN|K1|%
Suka|Mawar|10|5|50
|Melati|20|5|25
|{0} Suka|30|{1}|33.3
Maju|Dahlia|10|4|40
|Teratai|20|8|40
|{0} Maju|30|12|40
TOTAL PUSKESMAS||60|22|36.7"""


@pytest.mark.parametrize("sum_", ["Jumlah Desa", "Total", "Sub Total Kel.", "JUMLAH"])
def test_a_sum_that_names_its_desa_is_the_desa(sum_: str) -> None:
    reading = read(S=TABLE.format(sum_, 10))
    desa = [line for line in said(reading) if line.startswith(("Suka ", "Maju "))]
    assert desa == ["Maju k1 2026-3 month T 12/30 40", "Suka k1 2026-3 month T 10/30 33.3"]
    assert len(said(reading)) == 6 and codes(reading) == []
    assert {row.level for row in reading.observations.itertuples() if row.area in ("Suka", "Maju")} == {"desa"}


def test_one_that_adds_up_otherwise_is_told_and_not_read() -> None:
    reading = read(S=TABLE.format("Jumlah Desa", 11))
    assert "jumlah-tidak-cocok D5" in codes(reading) and not any(line.startswith("Suka ") for line in said(reading))


@pytest.mark.parametrize("name", ["", "Sika", "hijau"])
def test_one_that_names_no_desa_of_the_table_is_a_total(name: str) -> None:
    text = TABLE.format("Jumlah Desa", 10).replace("Desa Suka|", f"Desa {name}|").replace("Desa Maju|", f"Desa {name}|")
    assert len(said(read(S=text))) == 4


def test_totals_of_desa_stay_totals() -> None:
    reading = read(S="K1 MARET 2026\nDESA|SASARAN|K1\nSuka|10|5\nMaju|20|5\nJumlah Desa Suka|30|10")
    assert len(said(reading)) == 2
