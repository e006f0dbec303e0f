"""Whole numbers below a word for a percent, without a sign: their total, or an unknown column beside them, may make counts of them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "STATUS GIZI BALITA BULAN AGUSTUS 2026\n"
ROWS = "1|Suka|40|10\n2|Maju|50|14\n3|Jaya|50|8"


@pytest.mark.parametrize(("head", "total"), [("KETLE", ""), ("KETLE", "\n|JUMLAH|140|32"), ("KETLE", "\n|JUMLAH|140|22.9")])
def test_whole_numbers_beside_an_unknown_column_are_asked(head: str, total: str):
    known = "NO|DESA|UNDERWEIGHT|%\n1|Suka|4|10\n2|Maju|5|10\n3|Jaya|5|10"
    reading = read(S=f"{TITLE}NO|DESA|{head}|PREVALENSI STUNTING\n{ROWS}{total}", T=f"{TITLE}{known}")
    assert "jumlah-atau-persen D2" in codes(reading) and not any(" stunting " in line for line in said(reading))


def test_those_that_their_total_adds_up_are_asked_without_one():
    rows = "1|Suka|10|2.5\n2|Maju|14|3.5\n3|Jaya|8|4\n|JUMLAH|32|3"
    reading = read(S=f"{TITLE}NO|DESA|PREVALENSI STUNTING|WASTING %\n{rows}")
    assert "jumlah-atau-persen C2" in codes(reading) and {line.split()[1] for line in said(reading)} == {"wasting"}


@pytest.mark.parametrize("head", ["DIUKUR|PREVALENSI STUNTING", "KETLE|PREVALENSI STUNTING (%)", "KETLE|% STUNTING"])
def test_percents_that_say_so_or_stand_beside_the_measured_are_read(head: str):
    reading = read(S=f"{TITLE}NO|DESA|{head}\n{ROWS}")
    assert [line.split()[-1] for line in said(reading)] == ["8", "14", "10"]


@pytest.mark.parametrize("row", ["4|Rawa|50|8.5", "4|Rawa|50|12 %", "4|Rawa|5|9"])
def test_a_fraction_a_sign_or_a_smaller_neighbour_shows_percents(row: str):
    assert len(said(read(S=f"{TITLE}NO|DESA|KETLE|PREVALENSI STUNTING\n{ROWS}\n{row}"))) == 4


def test_one_column_of_fractions_shows_its_neighbours_to_be_percents():
    rows = "1|Suka|40|10|2.5\n2|Maju|50|14|6.2\n3|Jaya|50|8|4"
    assert len(said(read(S=f"{TITLE}NO|DESA|KETLE|PREVALENSI|\n|||STUNTING|WASTING\n{rows}"))) == 6
