"""Titles that speak of a week or of some days of a month: their numbers are not those of the month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|{}\n1|Suka|50|5\n2|Maju|40|2\n3|Jaya|30|6"
PARTS = [
    "MINGGU KE 2 BULAN MARET 2026", "MINGGU II MARET 2026", "TANGGAL 1-15 MARET 2026", "16 S/D 31 MARET 2026",
    "PERIODE 01/03/2026 - 15/03/2026", "PERIODE 2026-03-08 s/d 2026-03-14",
]  # fmt: skip
WHOLE = [
    "TANGGAL 1 S/D 31 MARET 2026", "MINGGU I S/D IV MARET 2026", "MINGGU 1-4 MARET 2026", "26 FEBRUARI - 25 MARET 2026", "KEADAAN 15 MARET 2026",
    "01/03/2026 s/d 31/03/2026",
]  # fmt: skip


@pytest.mark.parametrize("when", PARTS)
def test_some_days_are_no_month(when: str):
    reading = read(S=f"REKAP KUNJUNGAN {when}\n{BODY.format('K1')}")
    assert said(reading) == []
    (problem,) = (each for each in reading.problems if each.code == "periode-tidak-umum")
    assert "sebagian bulan Maret" in problem.message


@pytest.mark.parametrize("when", WHOLE)
def test_all_days_are(when: str):
    reading = read(S=f"REKAP KUNJUNGAN {when}\n{BODY.format('K1')}")
    assert "Suka k1 2026-3 month T 5/50" in said(reading) and codes(reading) == []


@pytest.mark.parametrize("title", ["CAKUPAN POLIO 1 - 4 MARET 2026", "CAKUPAN BAYI USIA 0 - 11 BULAN MARET 2026"])
def test_doses_and_ages_are_no_days(title: str):
    assert {line.split()[2] for line in said(read(S=f"{title}\n{BODY.format('Polio 4')}"))} == {"2026-3"}


@pytest.mark.parametrize("when", ["S/D 15 MARET 2026", "1 JANUARI - 15 MARET 2026", "01/01/2026 s/d 15/03/2026"])
def test_what_is_added_up_may_end_within_a_month(when: str):
    assert said(read(S=f"K1 {when}\n{BODY.format('K1')}"))[0] == "Jaya k1 2026-3 cumulative T 6/30"


def test_a_state_measured_on_some_days_is_that_of_the_month():
    reading = read(S=f"STATUS GIZI BALITA TANGGAL 5 - 12 MARET 2026\n{BODY.replace('SASARAN', 'BALITA DIUKUR').format('STUNTING')}")
    assert "Suka stunting 2026-3 point T 5/50" in said(reading)
