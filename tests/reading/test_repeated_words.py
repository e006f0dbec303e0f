"""Heads that repeat a word of their group or title and name its people: "Bayi lengkap" below "KN lengkap"."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "PWS KIA BULAN MEI 2026\nNO|DESA|SASARAN BAYI|{}|\n|||{}|%\n1|Suka|30|3|10\n2|Maju|40|4|10"
TITLED = "CAKUPAN {} BULAN MEI 2026\nNO|DESA|SASARAN BAYI|{}|%\n1|Suka|30|3|10\n2|Maju|40|4|10"


@pytest.mark.parametrize("head", ["Bayi lengkap", "Jumlah bayi lengkap", "Bayi Lkp"])
def test_people_with_the_word_of_their_group_are_its_number(head: str):
    assert said(read(S=TABLE.format("KN LENGKAP", head)))[0] == "Maju kn_lengkap 2026-5 month T 4/40 10"
    assert said(read(S=TITLED.format("KN LENGKAP", head)))[0] == "Maju kn_lengkap 2026-5 month T 4/40 10"


def test_by_sex_below_such_people():
    rows = "NO|DESA|KN LENGKAP|\n||Bayi lengkap L|Bayi lengkap P\n1|Suka|3|1\n2|Maju|4|2"
    assert said(read(S=f"PWS KIA MEI 2026\n{rows}"))[:2] == ["Maju kn_lengkap 2026-5 month L 4/", "Maju kn_lengkap 2026-5 month P 2/"]


def test_people_whom_the_group_is_not_about_are_asked():
    reading = read(S=TABLE.format("KF LENGKAP", "Bayi lengkap"))
    assert said(reading) == []
    assert codes(reading) == ["kolom-tidak-dikenal D3"] and [*reading.unknown_columns["header"]] == ["KF LENGKAP › Bayi lengkap"]


@pytest.mark.parametrize("group", ["IDL", "IMUNISASI LENGKAP", "IMUNISASI DASAR LENGKAP", "IMUNISASI"])
def test_infants_with_all_doses_stay_what_they_are(group: str):
    assert said(read(S=TABLE.format(group, "Bayi lengkap")))[0].startswith("Maju idl 2026-5")
    assert said(read(S=TITLED.format(group, "Bayi lengkap")))[0].startswith("Maju idl 2026-5")


def test_other_people_below_one_spelling_stay_what_they_are():
    rows = "NO|DESA|IMUNISASI LENGKAP|\n||Bayi lengkap|Baduta lengkap\n1|Suka|3|1\n2|Maju|4|2"
    assert said(read(S=f"IMUNISASI MEI 2026\n{rows}"))[:2] == ["Maju ibl 2026-5 month T 2/", "Maju idl 2026-5 month T 4/"]


def test_a_word_that_says_what_is_counted_stays_of_its_people():
    rows = "NO|DESA|PENDERITA DIARE DILAYANI|\n||SEMUA UMUR|DIARE BALITA\n1|Suka|13|3\n2|Maju|14|4"
    assert {line.split()[1] for line in said(read(S=f"DIARE MEI 2026\n{rows}"))} == {"diare", "diare_balita"}


def test_a_column_of_the_title_itself_keeps_the_other_apart():
    rows = "NO|DESA|KN LENGKAP|BAYI LENGKAP\n1|Suka|3|1\n2|Maju|4|2"
    assert {line.split()[1] for line in said(read(S=f"CAKUPAN KN LENGKAP MEI 2026\n{rows}"))} == {"kn_lengkap", "idl"}
