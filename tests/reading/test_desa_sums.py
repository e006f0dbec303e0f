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


@pytest.mark.parametrize("name", ["Sika", "hijau"])
def test_one_that_names_no_desa_of_the_table_is_a_total(name: str) -> None:
    text = TABLE.format("Jumlah Desa", 10).replace("Desa Suka|", f"Desa {name}|").replace("Desa Maju|", f"Desa {name}|")
    assert len(said(read(S=text))) == 4


def test_totals_of_desa_stay_totals() -> None:
    reading = read(S="K1 MARET 2026\nDESA|SASARAN|K1\nSuka|10|5\nMaju|20|5\nJumlah Desa Suka|30|10")
    assert len(said(reading)) == 2


def unnamed(sum_: str = "Sub total", head: str = "DUSUN") -> str:
    """The table with sums that name no desa."""
    return TABLE.format("Jumlah Desa", 10).replace("Jumlah Desa Suka", sum_).replace("Jumlah Desa Maju", sum_).replace("POSYANDU", head)


@pytest.mark.parametrize("head", ["POSYANDU", "DUSUN"])
@pytest.mark.parametrize("sum_", ["Sub total", "Jumlah", "Total", "Jumlah Desa", "Subtotal"])
def test_one_right_behind_the_parts_of_every_desa_is_that_desa(sum_: str, head: str) -> None:
    desa = [line for line in said(read(S=unnamed(sum_, head))) if line.startswith(("Suka k1", "Maju k1"))]
    assert desa == ["Maju k1 2026-3 month T 12/30 40", "Suka k1 2026-3 month T 10/30 33.3"]


@pytest.mark.parametrize("sum_", ["Rata-rata", "Total Puskesmas", "Jumlah lain"])
def test_what_says_more_or_else_is_no_desa(sum_: str) -> None:
    assert not [line for line in said(read(S=unnamed(sum_))) if line.startswith(("Suka k1", "Maju k1"))]


def test_the_total_of_all_is_no_desa_where_a_desa_ends_without_its_own() -> None:
    text = unnamed().replace("|Sub total|30|10|33.3\n", "").replace("TOTAL PUSKESMAS", "TOTAL")
    assert not [line for line in said(read(S=text)) if line.startswith(("Suka k1", "Maju k1"))]


def test_the_total_of_all_right_behind_the_last_desa_is_not_that_desa() -> None:
    text = unnamed().replace("|Sub total|30|12|40\n", "").replace("TOTAL PUSKESMAS|", "TOTAL|")
    assert not [line for line in said(read(S=text)) if line.startswith("Maju k1")]


def test_one_without_a_name_that_adds_up_otherwise_is_not_read() -> None:
    reading = read(S=unnamed().replace("30|10|33.3", "30|11|36.7"))
    assert "jumlah-tidak-cocok D5" in codes(reading) and not [line for line in said(reading) if line.startswith("Suka k1")]
