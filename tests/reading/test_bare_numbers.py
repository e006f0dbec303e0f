"""Numbers 1, 2, 3 ... alone in a head that are no months: questions of a survey, weeks, what goes on behind the month of the title."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

OWN = "RT ber-PHBS|% PHBS"
TEN = "|".join(map(str, range(1, 11)))
ROWS = (
    "\n1|Suka|100|76|66|79|82|78|86|81|97|82|60|53|53\n2|Maju|70|61|70|64|60|50|67|62|63|50|51|49|70"
    "\n3|Jaya|50|50|45|43|48|40|49|40|40|49|39|30|60"
)
MONTHS = "\n1|Suka|90|1|2|3|4|5|6|7|8|9|10\n2|Maju|80|2|2|3|4|5|6|7|8|9|10"
SURVEY = ["Jaya phbs_rt 2025-5 point T 30/50 60", "Maju phbs_rt 2025-5 point T 49/70 70", "Suka phbs_rt 2025-5 point T 53/100 53"]


def months(reading: object) -> set[str]:
    return {line.split()[2] for line in said(reading)}


@pytest.mark.parametrize("titles", ["PENDATAAN PHBS RUMAH TANGGA\nBULAN MEI 2025", "PHBS TATANAN RUMAH TANGGA BULAN MEI 2025\nPUSKESMAS SUKA"])
def test_the_questions_of_a_survey_are_no_months(titles: str):
    reading = read(S=f"{titles}\nNo|Desa|RT disurvei|{TEN}|{OWN}{ROWS}")
    assert said(reading) == SURVEY
    assert {"kolom-tidak-dikenal D3", "kolom-tidak-dikenal M3"} <= set(codes(reading))


def test_the_questions_of_a_survey_in_a_row_of_their_own():
    titles = "PENDATAAN PHBS RUMAH TANGGA\nBULAN MEI 2025"
    reading = read(S=f"{titles}\nNo|Desa|RT disurvei|Indikator PHBS||||||||||{OWN}\n|||{TEN}{ROWS}")
    assert said(reading) == SURVEY


def test_the_questions_of_a_survey_in_a_year_without_a_month():
    reading = read(S=f"PENDATAAN PHBS RUMAH TANGGA\nTAHUN 2025\nNo|Desa|RT disurvei|{TEN}|{OWN}{ROWS}")
    assert len(months(reading)) == 1


def test_no_month_behind_that_of_the_title():
    reading = read(S=f"CAPAIAN K1\nBULAN MEI 2025\nNo|Desa|Sasaran|{TEN}|K1|%{ROWS}")
    assert months(reading) == {"2025-5"}
    assert "kolom-tidak-dikenal I3" in codes(reading)


@pytest.mark.parametrize("title", ["KASUS DBD PER MINGGU TAHUN 2025", "LAPORAN MINGGUAN DBD\nTAHUN 2025"])
def test_weeks_are_no_months(title: str):
    with pytest.raises(NothingToRead):
        read(S=f"{title}\nNo|Desa|{TEN}|11|12\n1|Suka|1|0|2|1|0|1|3|0|1|2|0|1\n2|Maju|0|0|2|1|0|1|1|0|1|2|0|1")


@pytest.mark.parametrize("title", ["CAPAIAN K1 TAHUN 2025", "CAPAIAN K1\nBULAN OKTOBER 2025", "CAPAIAN K1 S/D OKTOBER 2025"])
def test_numbers_of_months_remain(title: str):
    reading = read(S=f"{title}\nNo|Desa|Sasaran|{TEN}{MONTHS}")
    assert {"2025-1", "2025-10"} <= months(reading)


def test_months_to_come_remain():
    """The form of a year holds nothing behind its month."""
    reading = read(S=f"CAPAIAN K1\nBULAN MEI 2025\nNo|Desa|Sasaran|{TEN}|11|12\n1|Suka|90|1|2|3|4|5|0||||||\n2|Maju|80|2|2|3|4|5|0||||||")
    assert {"2025-1", "2025-5"} <= months(reading)


def test_the_word_month_above_wins_over_a_title():
    reading = read(S=f"CAPAIAN K1\nBULAN MEI 2025\nNo|Desa|Sasaran|BULAN|||||||||\n|||{TEN}{MONTHS}")
    assert "2025-10" in months(reading)


def test_a_survey_of_twelve_months_remains():
    rows = "\n1|Suka|100|76|66|79|82|78|86|81|97|82|60|53|53\n2|Maju|70|61|70|64|60|50|67|62|63|50|51|49|70"
    reading = read(S=f"RUMAH TANGGA BER-PHBS TAHUN 2025\nNo|Desa|RT disurvei|{TEN}|11|12{rows}")
    assert "2025-12" in months(reading)
