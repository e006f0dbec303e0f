"""A year of two digits behind "tahun", "thn" or "th": the year of a report, and nothing that may be an age, a count or a range."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.words.period import Period, period_of_text
from lokmin_data.reading.words.period_names import period_of_name
from lokmin_data.reading.words.vocabulary import vocabulary

TABLE = "No|Desa|Sasaran Bumil|K1\n1|Mekar|30|12\n2|Sari|40|10\n3|Asri|50|5"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("IMUNISASI BLN 4 TH 26", Period(2026, 4)), ("BULAN APRIL TAHUN 26", Period(2026, 4)), ("APRIL TH. '26", Period(2026, 4)),
        ("APRIL TH26", Period(2026, 4)), ("S/D BLN IV THN 26", Period(2026, 4, 1, True)), ("TH 26 BULAN APRIL", Period(2026, 4)),
        ("BLN 1 S/D 4 TH 26", Period(2026, 4, 1, True)), ("S/D 04 TH 26", Period(2026, 4, 1, True)), ("TAHUN : 25", Period(2025)),
        ("DPT 3 TH 26", Period(2026)), ("TW 1 TH 26", Period(2026, 3, 1, True)), ("TH 26, PKM SUKA", Period(2026)),
        ("APRIL 2026 TARGET TH 25", Period(2026, 4)),
    ],
)  # fmt: skip
def test_two_digits_behind_the_word_are_the_year(text: str, period: Period) -> None:
    assert period_of_text(text, vocabulary()) == period


@pytest.mark.parametrize(
    "text",
    [
        "WUS 15-49 TH 26", "BUMIL USIA TAHUN 25", "UMUR (TH) 25", "UMUR 12 TH 25", "IBU > 35 TH 26", "USIA 2 TAHUN 24 BULAN", "0-4 TH 25 ANAK",
        "20 TH 21 TH", "WUS 20-24 TH 25-29 TH", "PER TAHUN 26", "TH 26 DESA", "TARGET TAHUN 26,5", "TAHUN 26%",
    ],
)  # fmt: skip
def test_ages_counts_and_rates_are_no_years(text: str) -> None:
    assert not period_of_text(text, vocabulary()).year


@pytest.mark.parametrize("text", ["TH 25/26", "TH 25-26", "TH 25 DAN 26", "TH 25 S/D 26", "TAHUN 20", "TAHUN 36", "TAHUN 5"])
def test_two_years_and_years_left_open_are_asked(text: str) -> None:
    reading = read(S=f"LAPORAN KIA {text}\n{TABLE}")
    assert codes(reading) == ["periode-tidak-ada"]
    assert "year" in reading.asks


@pytest.mark.parametrize("label", ["TAHUN|26", "TAHUN|: 26", "TAHUN|26.0", "TAHUN|''26"])
def test_a_label_tells_its_year_in_two_digits(label: str) -> None:
    assert said(read(S=f"LAPORAN KIA\nBULAN|APRIL\n{label}\n{TABLE}"))[0].startswith("Asri k1 2026-4 ")


@pytest.mark.parametrize("label", ["TAHUN|20", "TAHUN|26.5", "TAHUN|25/26", "TAHUN|26 desa", "UMUR (TAHUN)|26"])
def test_a_label_with_another_number_tells_no_year(label: str) -> None:
    assert "year" in read(S=f"LAPORAN KIA\nBULAN|APRIL\n{label}\n{TABLE}").asks


def test_the_name_of_a_file_tells_it_too() -> None:
    assert period_of_name("IMUN BLN 4 TH 26", vocabulary()) == Period(2026, 4)
    assert not period_of_name("ANAK 0-4 TH 25", vocabulary()).year
