"""Sheets that say by their name alone that they add up from January."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|K1|K4\n1|Suka|3|1\n2|Maju|4|2"
TITLED = f"PWS KIA\nBULAN MEI 2026\n{BODY}"
NAMES = ["KUMULATIF", "Komulatif", "Kum Mei", "REKAP KUM", "S.D. BULAN INI", "SD BLN INI", "s.d Mei", "Rekap s.d", "Sampai dengan bulan ini"]
OTHERS = ["Sheet1", "K1 s.d K6", "BULAN INI", "bukan kumulatif", "S.D. BULAN LALU", "0 s.d 5 bln", "Rekap"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_named_after_the_sum_is_added_up_to_the_month_of_its_title(name: str):
    assert said(read(**{name: TITLED}))[0] == "Maju k1 2026-5 cumulative T 4/"


@pytest.mark.parametrize("name", OTHERS)
def test_other_sheets_are_of_the_month_of_their_title(name: str):
    assert said(read(**{name: TITLED}))[0] == "Maju k1 2026-5 month T 4/"


def test_the_sheet_of_the_month_stands_beside_that_of_the_sum():
    reading = read(BULAN_INI=TITLED, KUMULATIF=TITLED.replace("|3|1", "|9|8").replace("|4|2", "|9|7"))
    assert codes(reading) == []
    assert {"Suka k1 2026-5 month T 3/", "Suka k1 2026-5 cumulative T 9/"} <= {*said(reading)}


def test_columns_that_say_their_basis_keep_it_on_such_a_sheet():
    reading = read(KUMULATIF="PWS K1\nBULAN MEI 2026\nNO|DESA|BULAN INI|S/D BULAN INI\n1|Suka|3|9\n2|Maju|4|8")
    assert said(reading)[2:] == ["Suka k1 2026-5 cumulative T 9/", "Suka k1 2026-5 month T 3/"]


def test_the_months_on_such_a_sheet_are_months():
    stacked = f"{TITLED}\n\n{TITLED.replace('MEI', 'JUNI')}"
    assert {line.split()[3] for line in said(read(KUMULATIF=stacked))} == {"month"}
    assert said(read(KUMULATIF="PWS K1 TAHUN 2026\nNO|DESA|JAN|FEB\n1|Suka|3|1\n2|Maju|4|2"))[0] == "Maju k1 2026-1 month T 4/"


@pytest.mark.parametrize("name", ["s.d April", "Januari - April", "TW I", "s.d Juli"])
def test_a_sheet_named_after_other_months_is_told(name: str):
    reading = read(**{name: TITLED.replace("MEI", "AGUSTUS")})
    assert said(reading)[0] == "Maju k1 2026-8 month T 4/"
    assert "bulan-nama-berbeda A2" in codes(reading)


@pytest.mark.parametrize("name", ["TRIWULAN II", "SEMESTER I", "April - Juni", "Januari - Mei", "Desember - Mei"])
def test_a_sheet_named_after_months_with_that_of_its_title_is_not_told(name: str):
    assert "bulan-nama-berbeda A2" not in codes(read(**{name: TITLED}))


def test_a_file_named_after_other_months_is_told():
    assert "bulan-nama-berbeda A2" in codes(read("PWS s.d April.xlsx", Sheet1=TITLED))
    assert codes(read("PWS Januari - Juni 2026.xlsx", Sheet1=TITLED)) == []


@pytest.mark.parametrize("name", ["PWS kumulatif.xlsx", "Akumulatif Mei.xlsx", "Rekap s.d. bulan ini.xlsx", "PWS s.d Mei 2026.xlsx"])
def test_a_file_named_after_the_sum_is_added_up_to_the_month_of_its_titles(name: str):
    reading = read(name, Sheet1=TITLED)
    assert said(reading)[0] == "Maju k1 2026-5 cumulative T 4/"
    assert codes(reading) == []


@pytest.mark.parametrize("name", ["PWS bukan kumulatif.xlsx", "Data bulanan dan kumulatif.xlsx", "K1 s.d K6.xlsx", "PWS.xlsx"])
def test_other_files_are_of_the_month_of_their_titles(name: str):
    assert said(read(name, Sheet1=TITLED))[0] == "Maju k1 2026-5 month T 4/"


def test_a_file_named_after_the_sum_with_a_month_by_the_user_alone_is_added_up():
    assert said(read("PWS kumulatif.xlsx", year=2026, month=5, Sheet1=f"PWS KIA\n{BODY}"))[0] == "Maju k1 2026-5 cumulative T 4/"
    assert said(read("PWS kumulatif April.xlsx", year=2026, month=5, Sheet1=f"PWS KIA\n{BODY}"))[0] == "Maju k1 2026-5 month T 4/"


def test_columns_keep_their_basis_in_such_a_file():
    table = "PWS K1\nBULAN MEI 2026\nNO|DESA|{}\n1|Suka|3|9\n2|Maju|4|12"
    assert said(read("PWS kumulatif.xlsx", S=table.format("BULAN INI|S/D BULAN INI")))[3] == "Suka k1 2026-5 month T 3/"
    assert {line.split()[3] for line in said(read("PWS kumulatif.xlsx", S=table.format("APR|MEI")))} == {"month"}


def test_sheets_of_several_months_in_such_a_file_are_months_and_told():
    reading = read("PWS kumulatif.xlsx", April=TITLED.replace("MEI", "APRIL"), Mei=TITLED.replace("3|1", "5|2"))
    assert {line.split()[3] for line in said(reading)} == {"month"}
    assert codes(reading) == ["kumulatif-tidak-dipakai"]


def test_sheets_of_the_month_beside_one_of_the_sum_are_not_told():
    reading = read("PWS kumulatif.xlsx", BULAN_INI=TITLED, KUMULATIF=TITLED.replace("|3|1", "|9|8").replace("|4|2", "|9|7"))
    assert "Suka k1 2026-5 month T 3/" in said(reading)
    assert codes(reading) == []


@pytest.mark.parametrize("note", ["Ket: angka kumulatif", "*) angka kumulatif", "Catatan: data kumulatif Januari s/d Mei"])
def test_a_note_that_numbers_are_added_up_is_told_where_nothing_else_says_it(note: str):
    reading = read(Sheet1=f"{TITLED}\n{note}")
    assert said(reading)[0] == "Maju k1 2026-5 month T 4/"
    assert codes(reading) == ["kumulatif-tidak-dipakai"]
    assert codes(read(KUMULATIF=f"{TITLED}\n{note}")) == []


@pytest.mark.parametrize("note", ["Ket: angka bukan kumulatif", "Total kumulatif sasaran|: 7", "Petugas: Kumala"])
def test_other_notes_are_not_told(note: str):
    assert codes(read(Sheet1=f"{TITLED}\n{note}")) == []


def test_a_title_apart_or_a_cover_that_says_the_sum_is_told():
    assert codes(read(Sheet1=TITLED.replace("PWS KIA", "PWS KIA||||||KUMULATIF"))) == ["kumulatif-tidak-dipakai"]
    assert codes(read(Sampul="LAPORAN KUMULATIF\nMEI 2026", Data=TITLED)) == ["kumulatif-tidak-dipakai"]
