"""The people of a month beside those of others: a state is measured against its own, where the percents say so."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "IMD DAN ASI EKSKLUSIF\nBULAN AGUSTUS 2026\n\nNO|DESA|{people}|Dapat IMD|% IMD|{other}|Bayi 0-5 bln direcall|ASI eksklusif|% ASI eksklusif\n"
ROWS = ((5, 5, 30, 20, 11), (12, 9, 28, 17, 14), (7, 3, 34, 29, 17), (8, 6, 44, 38, 30))


def _read(people: str, other: str = "Jml bayi 0-5 bln", *, of: int = 0):
    """A report whose percents of IMD are of the column `of`."""
    lines = [
        f"{at}|Desa {at}|{row[0]}|{row[1]}|{round(100 * row[1] / row[of], 1)}|{row[2]}|{row[3]}|{row[4]}|{round(100 * row[4] / row[3], 1)}"
        for at, row in enumerate(ROWS, 1)
    ]
    return read(S=HEAD.format(people=people, other=other) + "\n".join(lines))


@pytest.mark.parametrize("people", ["Bayi baru lahir hidup bulan ini", "Bayi lahir hidup bulan ini", "Lahir hidup bln ini", "Bayi lahir hidup"])
def test_percents_prove_the_people_of_the_month(people: str):
    reading = _read(people)
    lines = [line for line in said(reading) if "Desa 3" in line]
    assert lines == ["Desa 3 asi_eksklusif 2026-8 point T 17/29 58.6", "Desa 3 imd 2026-8 point T 3/7 42.9"]
    assert codes(reading) == []


def test_without_such_percents_the_people_of_the_month_divide_nothing():
    reading = _read("Bayi lahir hidup bulan ini", of=3)
    assert not any("imd" in line and "/7" in line for line in said(reading))


def test_the_same_people_of_the_year_are_not_passed_over():
    reading = _read("Bayi lahir hidup bulan ini", "Bayi lahir hidup setahun", of=2)
    assert "Desa 3 imd 2026-8 point T 3/34 8.8" in said(reading)
