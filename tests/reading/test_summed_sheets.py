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


def test_a_sheet_named_after_the_sum_to_another_month_is_not_of_it():
    assert said(read(**{"s.d April": TITLED}))[0] == "Maju k1 2026-5 month T 4/"
