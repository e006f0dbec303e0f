"""Titles that speak of a month and do not say it, a blank of the form or a mistyped name: no report of a whole year.  And the
month as a number behind its year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|2"
OPEN = [
    "BULAN MARRET TAHUN 2026", "BULAN MEY 2026", "S/D BULAN SPTENBR 2026", "BULAN : ........ TAHUN 2026", "BULAN INI TAHUN 2026",
    "LAPORAN BULANAN TAHUN 2026", "BULAN : ........\nTAHUN : 2026", "BULAN|:|\nTAHUN|:|2026", "Bulan|\nTahun|2026", "LAPORAN BULANAN\nTAHUN 2026",
    "TA 2026 BULAN BERJALAN", "AWAL TAHUN 2026", "PERTENGAHAN TAHUN 2026", "PERIODE : JANUARI 2026\nDATA S/D MARET 2026",
]  # fmt: skip
YEARS = ["TAHUN 2026", "BALITA 0-59 BULAN\nTAHUN 2026", "UMUR (BULAN)\nTAHUN 2026", "KASUS MENURUT BULAN TAHUN 2026", "BULAN VITAMIN A 2026"]


@pytest.mark.parametrize("lines", OPEN)
def test_a_month_that_is_not_said_is_asked(lines: str):
    reading = read(S=f"CAKUPAN K1\n{lines}\n{BODY}")
    assert reading.asks >= {"month"} and "year" not in set(reading.observations["basis"])
    assert "periode-tidak-ada" in {code.split()[0] for code in codes(reading)}


@pytest.mark.parametrize("lines", YEARS)
def test_a_year_is_one_beside_ages_and_campaigns(lines: str):
    assert "Suka k1 2026- year T 5/50" in said(read(S=f"CAKUPAN K1\n{lines}\n{BODY}"))


def test_the_name_of_the_sheet_may_say_it():
    assert "Suka k1 2026-3 month T 5/50" in said(read(Maret=f"CAKUPAN K1\nBULAN : ......\nTAHUN : 2026\n{BODY}"))


NUMBERED = ["TAHUN 2026 BULAN 3", "THN 2026 BLN 03", "TAHUN 2026 BULAN III", "TAHUN : 2026  BULAN : III", "BULAN KE : 3 TAHUN 2026"]


@pytest.mark.parametrize("line", NUMBERED)
def test_a_numbered_month_behind_its_year(line: str):
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"CAKUPAN K1 {line}\n{BODY}"))


@pytest.mark.parametrize("line", ["TAHUN 2026 S/D BULAN 3", "TAHUN 2026 BULAN 1 S/D 3", "2026 s/d bln ke III"])
def test_numbered_months_behind_their_year_are_added_up(line: str):
    assert "Suka k1 2026-3 cumulative T 5/50" in said(read(S=f"CAKUPAN K1 {line}\n{BODY}"))


MADE_ON = ["K1 05-04-2026.xlsx", "K1_15.04.2026.xlsx", "K1 update 5 April 2026.xlsx", "Lap 12 Jan 2026.xlsx"]
OF_MONTHS = [("K1 31-03-2026.xlsx", 3), ("03. Maret 2026.xlsx", 3), ("K 6 Maret 2026.xlsx", 3), ("LB3 05 2026.xlsx", 5), ("Lap 12 Des 2025.xlsx", 12)]


@pytest.mark.parametrize("name", MADE_ON)
def test_the_day_in_a_files_name_is_not_its_month(name: str):
    assert read(name, S=f"CAKUPAN K1\n{BODY}").asks >= {"month"}
    assert "Suka k1 2026-3 month T 5/50" in said(read(name, S=f"CAKUPAN K1 BULAN MARET 2026\n{BODY}"))


@pytest.mark.parametrize(("name", "month"), OF_MONTHS)
def test_numbered_months_and_last_days_in_a_files_name_are(name: str, month: int):
    assert set(read(name, S=f"CAKUPAN K1\n{BODY}").observations["month"]) == {month}


YEARS_OF_FILES = [("K1 2026.xlsx", "month"), ("Laporan KIA_2026.xlsx", "month"), ("K1 Tahun 2026.xlsx", "year"), ("Profil 2026.xlsx", "year")]


@pytest.mark.parametrize(("name", "basis"), YEARS_OF_FILES)
def test_a_year_in_a_files_name_alone_may_be_that_of_any_month(name: str, basis: str):
    assert said(read(name, S=f"CAKUPAN K1\n{BODY}"))[0] == f"Maju k1 2026- {basis} T 2/40"


def test_a_list_without_a_title_is_one_of_the_year_in_its_files_name():
    assert said(read("kasus_dbd_2025.csv", S="DESA|KASUS DBD\nSuka|5\nMaju|2\nJaya|3"))[0] == "Jaya dbd_kasus 2025- year T 3/"


@pytest.mark.parametrize("line", [
    "TANGGAL|05/04/2026", "TANGGAL : 5 APRIL 2026", "Tgl. 5/4/2026", "Hari / tanggal : Kamis, 30 April 2026", "Tempat/Tanggal : Aula, 5 April 2026",
    "Suka, 5 April 2026", "Hari|Jum'at\nTanggal|3 April 2026", "Disusun oleh: Tim, April 2026",
])  # fmt: skip
def test_a_day_alone_is_not_the_month_of_the_numbers(line: str):
    reading = read(S=f"CAKUPAN K1\n{line}\n{BODY}")
    assert reading.asks >= {"month"} and not any("2026-4" in each for each in said(reading))
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"CAKUPAN K1\nBULAN MARET 2026\n{line}\n{BODY}"))


@pytest.mark.parametrize("line", [
    "TANGGAL|31/03/2026", "TANGGAL 31 MARET 2026", "PER TANGGAL 5 MARET 2026", "DPT 3 MARET 2026", "Keadaan tanggal|05/03/2026",
])  # fmt: skip
def test_the_end_of_a_month_and_a_state_are(line: str):
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"CAKUPAN K1\n{line}\n{BODY}"))


@pytest.mark.parametrize("line", ["SUMBER: PROFIL 2024", "SK KEPALA DINAS TAHUN 2025", "BERDASARKAN PERMENKES TAHUN 2021"])
def test_the_year_of_a_source_is_not_that_of_the_month(line: str):
    assert read(S=f"CAKUPAN K1 BULAN MARET\n{line}\n{BODY}").asks >= {"year"}
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"CAKUPAN K1 BULAN MARET 2026\n{line}\n{BODY}"))


def test_a_range_of_the_whole_year_leaves_a_label_its_month():
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"PWS KIA JANUARI S/D DESEMBER 2026\nBULAN : MARET\nTAHUN : 2026\n{BODY}"))
