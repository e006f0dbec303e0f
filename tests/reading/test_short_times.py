"""Months as Roman numbers and years of two digits in the columns of a table that tell when its numbers are from."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

LONG = """{title}
NO|DESA|{month}|{year}|Bumil diukur LILA|KEK
1|Suka|{one}|{written}|9|1
||{two}|{written}|8|3
|Jumlah Suka|||17|4
2|Maju|{one}|{written}|7|2
||{two}|{written}|-|-
|Jumlah Maju|||7|2"""
MERGES = [(2, 1, 3, 1), (5, 1, 6, 1)]


def _long(one: str = "I", two: str = "II", *, title: str = "CAPAIAN BULANAN", month: str = "BLN", year: str = "THN", written: str = "25"):
    return read(S=LONG.format(title=title, one=one, two=two, month=month, year=year, written=written), merges=MERGES)


@pytest.mark.parametrize(("one", "two"), [("I", "II"), ("i.", "ii."), ("1", "2"), ("Januari", "Februari")])
@pytest.mark.parametrize("month", ["BLN", "Bulan", "BULAN DATA"])
@pytest.mark.parametrize("written", ["25", "\'25", "2025"])
def test_roman_months_and_short_years(one: str, two: str, month: str, written: str):
    assert said(_long(one, two, month=month, written=written)) == [
        "Maju kek 2025-1 month T 2/7", "Suka kek 2025-1 month T 1/9", "Suka kek 2025-2 month T 3/8",
    ]  # fmt: skip


def test_one_letter_is_a_month_beside_longer_numbers():
    assert {line.split()[2] for line in said(_long("V", "VI"))} == {"2025-5", "2025-6"}


@pytest.mark.parametrize(("one", "two"), [("v", "v"), ("V", "X"), ("I", "V")])
def test_letters_that_may_be_ticks_are_no_months(one: str, two: str):
    reading = _long(one, two, written="2025")
    assert {line.split()[3] for line in said(reading)} == {"year"}
    assert {code.split()[0] for code in codes(reading)} & {"desa-ganda", "jumlah-tidak-cocok"}


@pytest.mark.parametrize("month", ["PERIODE", "TRIWULAN", "BULAN (TRIBULAN)", "MINGGU"])
def test_parts_of_the_year_are_no_months(month: str):
    reading = _long(month=month, written="2025")
    assert {line.split()[2] for line in said(reading)} <= {"2025-", "2025-3"} and codes(reading)


@pytest.mark.parametrize(("one", "two"), [("I", "II"), ("1", "2"), ("I", "III"), ("'1", "'3")])
@pytest.mark.parametrize("title", ["LAPORAN TRIWULAN II", "LAPORAN SEMESTER II", "LAPORAN APRIL - JUNI"])
def test_below_a_title_of_other_months_they_may_count_its_own(one: str, two: str, title: str):
    reading = _long(one, two, title=title, written="2025")
    assert not said(reading) and "periode-tidak-umum" in codes(reading)
    text = LONG.format(title="CAPAIAN TAHUN 2025", one=one, two=two, month="BLN", year="", written="")
    assert not [line for line in said(read("Laporan TW II.xlsx", S=text, merges=MERGES)) if "2025-1 " in line]


@pytest.mark.parametrize(("one", "two"), [("IV", "V"), ("4", "5"), ("April", "Mei")])
@pytest.mark.parametrize("title", ["LAPORAN TRIWULAN II", "LAPORAN TRIWULAN I", "LAPORAN TAHUN 2025", "LAPORAN S/D JUNI", "LAPORAN TRIWULAN III"])
def test_months_of_the_title_or_past_its_number_are_of_the_calendar(one: str, two: str, title: str):
    assert {line.split()[2] for line in said(_long(one, two, title=title, written="2025"))} == {"2025-4", "2025-5"}


@pytest.mark.parametrize(("one", "two"), [("I", "II"), ("1", "2"), ("Januari", "Februari")])
@pytest.mark.parametrize("title", ["LAPORAN TRIWULAN I", "LAPORAN TAHUN 2025", "LAPORAN S/D JUNI 2025", "LAPORAN SEMESTER I"])
def test_the_first_months_below_a_title_that_begins_the_year(one: str, two: str, title: str):
    assert {line.split()[2] for line in said(_long(one, two, title=title, written="2025"))} == {"2025-1", "2025-2"}


@pytest.mark.parametrize("written", ["12", "25.5", "61"])
def test_other_numbers_are_no_years(written: str):
    assert {line.split()[2] for line in said(_long(written=written))} <= {"-1", "-2"}


def test_ages_are_no_years():
    rows = "1|Suka|25|II|3\n2|Maju|31|III|2\n3|Jaya|28|VI|1"
    assert {line.split()[2] for line in said(read(S=f"REKAP\nNO|DESA|TAHUN|BULAN|KEK\n{rows}"))} <= {"-2", "-3", "-6"}
    young = "1|Suka|25|II|3\n2|Maju|25|III|2\n3|Jaya|26|VI|1"
    below = read(S=f"REKAP TAHUN 2026\nNO|DESA|UMUR||KEK\n||TAHUN|BULAN|\n{young}", merges=[(1, 2, 1, 3)], month=5)
    assert not [line for line in said(below) if "2025" in line]


def test_the_cards_of_desa_and_areas_as_columns():
    card = "KARTU PWS\nDesa|: {}\nTahun|2025\nSasaran Bumil|50\n\nNo|Bulan|K1\n1|I|3\n2|II|4\n3|III|1"
    assert said(read(Suka=card.format("Suka"), Maju=card.format("Maju"))) == [
        f"{desa} k1 2025-{month} month T {n}/50" for desa in ("Maju", "Suka") for month, n in ((1, 3), (2, 4), (3, 1))
    ]
    turned = read(S="CAKUPAN K1 TAHUN 2025\nNo|Bulan|Suka|Maju|Jaya\n1|I|3|4|5\n2|II|3|4|6\n3|III|3|4|5")
    assert len(said(turned)) == 9 and "Jaya k1 2025-2 month T 6/" in said(turned)
