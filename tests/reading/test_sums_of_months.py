"""Rows that a column of months names and no desa: the sum of a month's desa, behind them or over them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "HASIL IMUNISASI BAYI PER BULAN TAHUN 2026\nBulan|Desa|BCG|DPT-HB-Hib 1\n"
JAN, FEB = "Januari|Suka|1|2\n|Maju|3|4\n|Jaya|5|6\n", "Februari|Suka|1|2\n|Maju|3|4\n|Jaya|5|6\n"
EXPECTED = [f"Jaya {code} 2026-{month} month T {number}/" for code, number in (("bcg", 5), ("dpt1", 6)) for month in (1, 2)]


@pytest.mark.parametrize("sum_", ["Jumlah {}", "TOTAL {}", "Jml Bln {}"])
def test_the_sum_behind_the_desa_of_a_month_is_no_desa(sum_: str):
    rows = "\n".join(f"{month}|Suka|1|2\n|Maju|3|4\n|Jaya|5|6\n{sum_.format(month)}||9|12" for month in ("Januari", "Februari"))
    reading = read(S=HEAD + rows)
    assert [line for line in said(reading) if line.startswith("Jaya")] == EXPECTED
    assert not [each for each in codes(reading) if "ganda" in each or "jumlah" in each]


def test_where_the_last_desa_is_blank_its_number_is_not_the_sum():
    first = JAN.replace("Jaya|5|6", "Jaya||")
    lines = said(read(S=f"{HEAD}{first}Jumlah Januari||4|6\n{FEB}Jumlah Februari||9|12"))
    assert not [line for line in lines if line.startswith("Jaya") and "2026-1" in line]


def test_a_wrong_sum_is_told():
    reading = read(S=f"{HEAD}{JAN}Jumlah Januari||9|13\n{FEB}Jumlah Februari||9|12")
    assert [each for each in codes(reading) if each.startswith("jumlah")] == ["jumlah-tidak-cocok D6"]


def test_the_month_itself_may_stand_over_its_desa():
    rows = "\n".join(f"{month}||9|12\n|Suka|1|2\n|Maju|3|4\n|Jaya|5|6" for month in ("Januari", "Februari"))
    reading = read(S=HEAD + rows)
    assert [line for line in said(reading) if line.startswith("Jaya")] == EXPECTED
    assert not [each for each in codes(reading) if "ganda" in each or "jumlah" in each]


def test_sums_up_to_a_month_and_targets_are_no_desa():
    rows = f"{JAN}S/d Januari||9|12\n{FEB}Jumlah s/d Februari||18|24\nTarget Februari||20|20"
    reading = read(S=HEAD + rows)
    assert [line for line in said(reading) if line.startswith("Jaya")] == EXPECTED
    assert not [each for each in codes(reading) if "ganda" in each or "jumlah" in each]


def test_a_desa_written_once_beside_its_months_keeps_them():
    reading = read(S="HASIL IMUNISASI TAHUN 2026\nDesa|Bulan|BCG|DPT-HB-Hib 1\nSuka|Januari|1|2\n|Februari|3|4\nMaju|Januari|5|6\n|Februari|7|8")
    assert "Suka bcg 2026-2 month T 3/" in said(reading)
    assert "Maju dpt1 2026-2 month T 8/" in said(reading)


@pytest.mark.parametrize("sum_", ["s/d Februari", "Jumlah s/d Februari"])
def test_what_a_desa_adds_up_behind_its_months_is_its_own(sum_: str):
    rows = f"Suka|Januari|1|2\n|Februari|3|4\n|{sum_}|4|6\nMaju|Januari|5|6\n|Februari|7|8\n|{sum_}|12|14"
    lines = said(read(S=f"HASIL IMUNISASI TAHUN 2026\nDesa|Bulan|BCG|DPT-HB-Hib 1\n{rows}"))
    assert [line for line in lines if "Suka bcg" in line] == [f"Suka bcg 2026-{each}/" for each in ("1 month T 1", "2 cumulative T 4", "2 month T 3")]


def test_a_row_that_joins_two_desa_is_their_total():
    rows = "1|Suka|70|20\n2|Suka Jaya|90|10\n3|Maju|90|15\n|Suka + Suka Jaya|160|30\n|JUMLAH|250|45"
    reading = read(S=f"K1 MARET 2026\nNO|DESA|SASARAN|K1\n{rows}")
    assert {line.split(" k1 ")[0] for line in said(reading)} == {"Suka", "Suka Jaya", "Maju"}
    alone = read(S="K1 MARET 2026\nNO|DESA|SASARAN|K1\n1|Suka dan Maju|70|20\n2|Jaya|90|10\n3|Raya|90|15")
    assert {line.split(" k1 ")[0] for line in said(alone)} == {"Suka dan Maju", "Jaya", "Raya"}


def of_parts(first: str, *, may: int = 4) -> str:
    """A desa's own sheet with its months and, behind each three of them, what they add up to."""
    return (
        f"IMUNISASI DESA SUKA\nTAHUN | 2025\nNO|BULAN|BCG|MR 1\n1|Januari|3|4\n2|Februari|2|1\n3|Maret|2|1\n|{first} I|7|6\n"
        f"4|April|2|1\n5|Mei|{may}|4\n6|Juni|2|0\n|{first} II|8|5\n|TOTAL SETAHUN|15|11"
    )


@pytest.mark.parametrize("first", ["Jumlah TW", "Total Triwulan", "TRIBULAN"])
def test_a_part_of_the_year_that_adds_up_its_months_is_their_total(first: str):
    reading = read(S=of_parts(first))
    assert len(said(reading)) == 12 and not [line for line in said(reading) if "cumulative" in line]
    assert codes(reading) == []


def test_a_wrong_sum_of_a_part_of_the_year_is_told():
    assert [code for code in codes(read(S=of_parts("Jumlah TW", may=3))) if "tidak-cocok" in code] != []


def test_a_first_part_without_a_later_one_is_added_up_from_january():
    reading = read(S="IMUNISASI DESA SUKA\nTAHUN | 2025\nNO|BULAN|BCG\n1|Januari|3\n2|Februari|2\n3|Maret|2\n4|TW I|7")
    assert "SUKA bcg 2025-3 cumulative T 7/" in said(reading)


def test_a_part_of_the_year_that_is_not_the_sum_of_its_months_stays():
    reading = read(S="IMUNISASI DESA SUKA\nTAHUN | 2025\nNO|BULAN|BCG\n1|Januari|3\n2|Februari|2\n3|Maret|2\n4|TW I|9")
    assert "SUKA bcg 2025-3 cumulative T 9/" in said(reading)
