"""Exclusive breastfeeding up to now and of those six months old: the group of the head, or the age in the head, tells which."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|40|10|25\n2|Maju|50|30|60\n3|Sari|20|5|25"


def below(group: str, people: str, number: str):  # noqa: ANN201
    return read(S=f"PEMANTAUAN ASI MEI 2026\nNO|DESA|{group}||\n||{people}|{number}|%\n{ROWS}", merges=[(1, 2, 1, 4)])


@pytest.mark.parametrize("people", ["Bayi usia 6 bulan", "Jumlah bayi"])
@pytest.mark.parametrize("number", ["ASI eksklusif", "Masih ASI eksklusif", "Lulus ASI eksklusif"])
def test_below_six_months_are_those_of_six_months(people: str, number: str):
    assert said(below("ASI EKSKLUSIF 6 BULAN", people, number)) == [
        "Maju asi_6_bulan 2026-5 point T 30/50 60", "Sari asi_6_bulan 2026-5 point T 5/20 25", "Suka asi_6_bulan 2026-5 point T 10/40 25",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("group", "number"),
    [("ASI EKSKLUSIF 0-5 BULAN", "Masih ASI eksklusif"), ("ASI EKSKLUSIF", "ASI eksklusif"), ("ASI 6 BULAN", "ASI eksklusif 0-5 bulan")],
)
def test_the_younger_ones_stay(group: str, number: str):
    assert "Suka asi_eksklusif 2026-5 point T 10/40 25" in said(below(group, "Jumlah bayi", number))


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Masih ASI eksklusif", "asi_eksklusif"), ("Bayi 0-5 bln masih ASI eksklusif", "asi_eksklusif"), ("Masih ASI saja", "asi_eksklusif"),
        ("Bayi usia 6 bulan masih ASI eksklusif", "asi_6_bulan"),
    ],
)  # fmt: skip
def test_who_is_still_breastfed_alone(head: str, code: str):
    reading = read(S=f"ASI MEI 2026\nNO|DESA|Jumlah bayi|{head}|%\n{ROWS}")
    assert f"Suka {code} 2026-5 point T 10/40 25" in said(reading)


@pytest.mark.parametrize(
    "head", ["Bayi 6-11 bulan masih ASI eksklusif", "Bayi 6-11 bulan ASI eksklusif", "Bayi 3 bulan masih ASI eksklusif", "Masih ASI"]
)
def test_other_ages_and_other_feeding_are_asked(head: str):
    reading = read(S=f"ASI MEI 2026\nNO|DESA|Jumlah bayi|{head}|IMD\n{ROWS}")
    assert "kolom-tidak-dikenal D2" in codes(reading)
    assert {line.split()[1] for line in said(reading)} == {"imd"}


@pytest.mark.parametrize("target", ["Target terduga diperiksa", "Target terduga TB yang diperiksa", "Target penemuan terduga TB", "Target terduga"])
def test_the_presumptive_to_be_found_are_a_sasaran(target: str):
    rows = "1|Suka|40|10|25\n2|Maju|50|30|60\n3|Sari|20|5|25"
    reading = read(
        merges=[(1, 2, 1, 4)],
        S=f"TB JANUARI S/D MEI 2026\nNO|DESA|Terduga TB||\n||{target}|Terduga TB dilayani sesuai standar|%\n{rows}",
    )
    assert "Suka spm_11 2026-5 cumulative T 10/40 25" in said(reading)
    assert not codes(reading)


@pytest.mark.parametrize("number", ["Masih ASI eksklusif", "Lulus ASI 6 bulan", "ASI eksklusif 6 bulan"])
def test_people_below_the_name_of_their_group_are_its_sasaran(number: str):
    assert said(below("ASI EKSKLUSIF", "Bayi 6 bulan", number)) == [
        "Maju asi_6_bulan 2026-5 point T 30/50 60", "Sari asi_6_bulan 2026-5 point T 5/20 25", "Suka asi_6_bulan 2026-5 point T 10/40 25",
    ]  # fmt: skip


def test_ages_below_the_name_of_their_group_are_its_numbers():
    reading = read(S="PEMANTAUAN ASI MEI 2026\nNO|DESA|ASI EKSKLUSIF|\n||0-5 bulan|6 bulan\n1|Suka|40|10\n2|Maju|50|30", merges=[(1, 2, 1, 3)])
    assert {"Suka asi_eksklusif 2026-5 point T 40/", "Suka asi_6_bulan 2026-5 point T 10/"} <= {*said(reading)}
