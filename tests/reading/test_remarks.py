"""Columns of remarks behind a percent, and lists of problems whose indicator stands left of its desa."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

HEAD = "S/D JULI 2026\nNO|MASALAH|DESA|CAKUPAN|TARGET|KESENJANGAN|PENYEBAB\n"
K4 = ["Maju k4 2026-7 cumulative T / 50", "Suka k4 2026-7 cumulative T / 45.5"]


@pytest.mark.parametrize(
    "heads", ["%|PENYEBAB", "CAKUPAN (%)|PENYEBAB", "CAKUPAN|FAKTOR PENYEBAB", "CAKUPAN|SIASAT", "CAKUPAN (%)|CERITA BIDAN"]
)
def test_a_remark_behind_a_percent_is_no_count(heads: str):
    reading = read(S=f"K4 S/D JULI 2026\nNO|DESA|{heads}\n1|Suka|45,5%|jalan rusak\n2|Maju|50%|3 bumil pindah, banjir")
    assert said(reading) == K4 and not codes(reading)


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("%|HADIRNYA", ("45,5%|20 orang", "50%|10 orang")), ("%|HADIRNYA", ("45,5%|20", "50%|10")), ("%|HADIRNYA", ("45,5%|", "50%|")),
        ("CERITA|%", ("jalan rusak|45,5%", "banjir|50%")),
    ],
)  # fmt: skip
def test_counts_behind_a_percent_and_texts_before_one_stay_asked(heads: str, rows: tuple[str, str]):
    with pytest.raises(NothingToRead):
        read(S=f"K4 S/D JULI 2026\nNO|DESA|{heads}\n1|Suka|{rows[0]}\n2|Maju|{rows[1]}")


@pytest.mark.parametrize(
    ("problems", "numbers"),
    [
        (("Cakupan K6 rendah", "Persentase bumil KEK masih tinggi"), ("42,2%", "40,2%", "12,2%")),
        (("Rendahnya capaian K6", "Bumil KEK tinggi"), ("42.2", "40.2", "12.2")),
        (("Persentase K6 rendah", "Bumil KEK tinggi"), ("42.2", "40", "12.2")),
    ],
)
def test_a_problem_merged_over_its_desa_names_their_indicator(problems: tuple[str, str], numbers: tuple[str, str, str]):
    rows = f"1|{problems[0]}|Suka|{numbers[0]}|48%|-6%|jauh\n||Maju|{numbers[1]}|48%|-8%|hujan\n2|{problems[1]}|Suka|{numbers[2]}|10%|2%|\n"
    reading = read(S=HEAD + rows + "3|Kelas ibu hamil belum rutin|semua desa|-|-|-|dana", merges=[(2, 1, 3, 1)])
    second = "40" if numbers[1] == "40" else "40.2"
    found = [f"Maju k6 2026-7 cumulative T / {second}", "Suka k6 2026-7 cumulative T / 42.2", "Suka kek 2026-7 cumulative T / 12.2"]
    assert said(reading) == found


@pytest.mark.parametrize("problems", [("K6 rendah", "IDL rendah"), ("Cakupan K6 rendah", "Persentase bumil KEK tinggi")])
def test_whole_numbers_beside_problems_may_be_percents_and_are_asked(problems: tuple[str, str]):
    with pytest.raises(NothingToRead):
        read(S=HEAD + f"1|{problems[0]}|Suka|42|48|-6|jauh\n||Maju|40|48|-8|jauh\n2|{problems[1]}|Suka|12|10|2|jauh")


def test_whole_numbers_beside_the_sasaran_of_problems_are_counts():
    heads = HEAD.replace("CAKUPAN|TARGET", "CAPAIAN|SASARAN")
    reading = read(S=heads + "1|K6 rendah|Suka|22|48|-6|jauh\n||Maju|20|48|-8|jauh\n2|IDL rendah|Suka|12|20|2|jauh")
    assert said(reading) == ["Maju k6 2026-7 cumulative T 20/48", "Suka idl 2026-7 cumulative T 12/20", "Suka k6 2026-7 cumulative T 22/48"]


@pytest.mark.parametrize("name", ["Semua desa", "SELURUH DESA", "Seluruh wilayah kerja", "Semua Desa/Kelurahan"])
def test_a_row_of_all_desa_is_no_desa(name: str):
    reading = read(S=f"K4 S/D JULI 2026\nNO|DESA|SASARAN|CAPAIAN\n1|Suka|50|20\n2|Semua Indah|40|10\n|{name}|90|30")
    assert said(reading) == ["Semua Indah k4 2026-7 cumulative T 10/40", "Suka k4 2026-7 cumulative T 20/50"]
