"""Whom a number is measured against: the people that its head and its percents tell, never other people."""

from __future__ import annotations

from laporan import read, said

MERGED = ((2, 2, 2, 4),)


def test_all_ages_are_not_measured_against_toddlers():
    rows = "1|Suka|100|5|20\n2|Maju|101|6|21\n3|Jaya|102|7|22"
    reading = read(S=f"KASUS DIARE\nMARET 2026\nNO|DESA|DIARE||\n||SASARAN BALITA|BALITA|SEMUA UMUR\n{rows}", merges=MERGED)
    assert "Suka diare 2026-3 month T 20/" in said(reading)


def test_percents_tell_that_the_ill_toddlers_are_measured_against_the_toddlers_beside_them():
    rows = "1|Suka|100|5|5.0|20|2.1\n2|Maju|120|6|5.0|21|2.2\n3|Jaya|112|7|6.3|22|2.3"
    reading = read(S=f"KASUS DIARE\nMARET 2026\nNO|DESA|DIARE||||\n||SASARAN BALITA|BALITA|%|SEMUA UMUR|%\n{rows}", merges=((2, 2, 2, 6),))
    assert "Maju diare_balita 2026-3 month T 6/120 5" in said(reading)
    assert "Maju diare 2026-3 month T 21/ 2.2" in said(reading)


def test_infants_below_the_name_of_k4_are_not_its_sasaran_but_mothers_are():
    text = "LAPORAN KIA\nMARET 2026\nNO|DESA|K4|\n||SASARAN {people}|ABS\n1|Suka|100|5\n2|Maju|101|6\n3|Jaya|102|7"
    assert "Suka k4 2026-3 month T 5/" in said(read(S=text.format(people="BAYI"), merges=((2, 2, 2, 3),)))
    assert "Suka k4 2026-3 month T 5/100" in said(read(S=text.format(people="BULIN"), merges=((2, 2, 2, 3),)))


def test_the_ill_toddlers_keep_the_sasaran_that_their_own_head_names():
    text = "LAPORAN MTBS\nMARET 2026\nNO|DESA|PNEUMONIA BALITA|\n||SASARAN BALITA|ABS\n1|Suka|100|5\n2|Maju|101|6\n3|Jaya|102|7"
    assert "Suka pneumonia_balita 2026-3 month T 5/100" in said(read(S=text, merges=((2, 2, 2, 3),)))
