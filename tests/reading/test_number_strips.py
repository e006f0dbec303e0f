"""Strips of sums between the titles of a sheet and its table."""

from __future__ import annotations

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
