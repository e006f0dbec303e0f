"""Titles with several years or months: the one that is meant, or none."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.words.period import Period, period_of_text
from lokmin_data.reading.words.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("BULAN MARET 2026 TARGET 2025", Period(2026, 3)), ("TAHUN 2026 TARGET 2025", Period(2026)),
        ("TARGET RPJMD 2025-2029 BULAN MARET 2026", Period(2026, 3)), ("RENSTRA 2025-2029 TAHUN 2026", Period(2026)),
        ("SESUAI PMK NOMOR 6 TAHUN 2024 BULAN MARET 2026", Period(2026, 3)),
        ("BIAS BULAN AGUSTUS TAHUN AJARAN 2025/2026", Period(2025, 8)), ("BULAN FEBRUARI TAHUN PELAJARAN 2025/2026", Period(2026, 2)),
        ("JULI 2025 - JUNI 2026", Period(2026, 6, 7)), ("TAHUN 2026", Period(2026)), ("MARET 2026", Period(2026, 3)),
        ("S/D BULAN MARET TAHUN 2025 DAN 2026", Period(0, 3, 1, True)), ("MAR-26", Period(2026, 3)), ("K1 Des-25", Period(2025, 12)),
        ("JANUARI S/D DESEMBER 2025 (T.A. 2024/2025 DAN 2025/2026)", Period(2025, 12, 1, True)),
        ("JULI S/D DESEMBER TAHUN AJARAN 2025/2026", Period(2025, 12, 7)), ("FEBRUARI S/D MEI TP 2025/2026", Period(2026, 5, 2)),
        ("JULI S/D JUNI T.A. 2025/2026", Period(2026, 6, 7)), ("BULAN AGUSTUS T.A. 2025/2026", Period(2025, 8)),
        ("DESEMBER 2025 S/D JANUARI 2026", Period(2026, 1, 12)), ("JANUARI S/D DESEMBER TAHUN AJARAN 2025/2026", Period(0, 12, 1, True)),
        ("JULI S/D DESEMBER 2025/2026", Period(0, 12, 7)), ("S/D DESEMBER 2025 TA 2025", Period(2025, 12, 1, True)),
        ("BULAN MARET TAHUN ANGGARAN 2026", Period(2026, 3)), ("RT-21 TAHUN 2026", Period(2026)),
    ],
)  # fmt: skip
def test_the_year_that_is_meant(text: str, period: Period):
    assert period_of_text(text, vocabulary()) == period


@pytest.mark.parametrize("text", ["TAHUN 2025-2026", "TAHUN 2025 DAN 2026", "SEMESTER I 2025/2026", "TAHUN 2025 DIBANDING TAHUN 2026"])
def test_two_years_are_neither(text: str):
    assert period_of_text(text, vocabulary()) == Period()


@pytest.mark.parametrize("title", ["BULAN MARET 2026 (LAPORAN APRIL 2026)", "TAHUN 2025-2026", "BULAN MARET 2026 DIBANDING MARET 2025"])
def test_a_period_that_is_not_certain_is_asked(title: str):
    reading = read(S=f"CAKUPAN K4\n{title}\nNO|DESA|SASARAN|K4\n1|Suka|70|20\n2|Maju|40|20\n3|Jaya|86|50")
    assert not [line for line in said(reading) if " 2025-" in line or " 2026-" in line]
    assert "periode-tidak-ada" in codes(reading)
