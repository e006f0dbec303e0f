"""Strips of sums between the titles of a sheet and its table."""

from __future__ import annotations

import pytest
from laporan import read, said

_TABLE = "DESA|S|D|D/S (%)\nAsri|70|35|50\nMaju|40|30|75\nJaya|80|40|50"


def test_titles_above_a_strip_of_sums_are_those_of_the_table():
    reading = read(D=f"DASHBOARD SKDN PUSKESMAS SUKA\nBulan :|Maret|Tahun :|2026\n\nTOTAL S|TOTAL D|D/S|TARGET\n190|105|55.3|85\n\n{_TABLE}")
    assert said(reading) == ["Asri d_s 2026-3 point T 35/70 50", "Jaya d_s 2026-3 point T 40/80 50", "Maju d_s 2026-3 point T 30/40 75"]


def test_the_heads_of_a_strip_are_no_titles():
    strip = "PREVALENSI STUNTING|JUMLAH GIZI BURUK|JUMLAH DESA\n12.5|3|4"
    reading = read(D=f"DASHBOARD GIZI MARET 2026\n\n{strip}\n\n{_TABLE}")
    assert {line.split()[1] for line in said(reading)} == {"d_s"}


def test_titles_of_another_table_above_are_not():
    other = "HASIL POSBINDU BULAN JANUARI 2026\nDESA|DATANG|RUJUK|PULANG\nAsri|20|3|17\nMaju|30|2|28"
    reading = read(D=f"{other}\n\n{_TABLE}", year=2026, month=5)
    assert {line.split()[2] for line in said(reading)} == {"2026-5"}


CHART = "{rank}\nDesa|Suka|Maju|Jaya|PUSKESMAS\nSasaran 1 tahun|100|90|80|270\nKumulatif (abs)|70|60|50|180\nKumulatif (%)|70|66.7|62.5|66.7"


@pytest.mark.parametrize("rank", ["Peringkat|1|2|3", "RANKING|2|1|3", "No|1|2|3|4"])
def test_a_row_of_ranks_over_the_desa_is_below_the_title(rank: str):
    charts = (f"GRAFIK {name} s/d BULAN AGUSTUS\n{CHART.format(rank=rank)}" for name in ("K1", "K6"))
    reading = read(S="PWS KIA PUSKESMAS BENING - TAHUN 2026\n\n" + "\n\n\n".join(charts))
    assert {"Suka k1 2026-8 cumulative T 70/100 70", "Jaya k6 2026-8 cumulative T 50/80 62.5"} <= set(said(reading))
    assert len(said(reading)) == 6


@pytest.mark.parametrize("row", ["Kasus|1|2|3", "Peringkat|1|2|30"])
def test_a_row_of_counts_over_the_desa_cuts_the_title_off(row: str):
    assert not said(read(S=f"GRAFIK K1 s/d BULAN AGUSTUS 2026\n{CHART.format(rank=row)}"))
