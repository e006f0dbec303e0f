"""What tables hold inside: sections, shared sasaran, percents, words, blanks; each read as a person would."""

from __future__ import annotations

import pytest
from laporan import read, said


def test_percent_before_number_and_typing_errors():
    reading = read(
        S="""
Puskesmas Contoh Bulan Juli 2026
NO | KELURHAN | SASRAN BAYI | CAKUPN BCG (%) | JUMALH BCG
1 | Sukamaju | 40 | 50 | 20
2 | Mekarsari | 50 | 20 | 10
"""
    )
    assert said(reading) == ["Mekarsari bcg 2026-7 month T 10/50 20", "Sukamaju bcg 2026-7 month T 20/40 50"]


def test_head_repeated_after_a_page_break():
    reading = read(
        S="""
CAKUPAN PCV 1 BULAN MEI 2026
No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | 4
2 | Mekarsari | 50 | 5
No | Desa | Sasaran | Capaian
3 | Ciputih | 30 | 3
 | Jumlah | 120 | 12
"""
    )
    assert said(reading) == [
        "Ciputih pcv1 2026-5 month T 3/30", "Mekarsari pcv1 2026-5 month T 5/50", "Sukamaju pcv1 2026-5 month T 4/40",
    ]  # fmt: skip
    assert not [problem for problem in reading.problems if problem.severity == "warning"]


def test_notes_above_the_head_and_kecamatan_groups_inside():
    reading = read(
        S="""
Petunjuk: isi kolom putih saja
Catatan: 1 = laki-laki, 2 = perempuan

PERSENTASE BAYI DENGAN BBLR BULAN MEI 2026
No | Puskesmas | Bayi Lahir Ditimbang | BBLR | %
 | KECAMATAN NAGRAK | | |
1 | Nagrak | 20 | 2 | 10
2 | Girijaya | 40 | 2 | 5
 | KECAMATAN CIBADAK | | |
3 | Cibadak | 50 | 5 | 10
 | JUMLAH | 110 | 9 | 8.2
"""
    )
    assert said(reading) == [
        "Cibadak bblr 2026-5 month T 5/50 10", "Girijaya bblr 2026-5 month T 2/40 5", "Nagrak bblr 2026-5 month T 2/20 10",
    ]  # fmt: skip


def test_sasaran_in_another_sheet_in_another_order():
    reading = read(
        Sasaran="""
DATA SASARAN TAHUN 2026
No | Desa | Bumil | Bulin
1 | MEKARSARI | 50 | 48
2 | SUKAMAJU | 40 | 38
""",
        Maret="""
LAPORAN KIA BULAN MARET 2026
No | Desa | K1 | % | K6 | %
1 | Sukamaju | 10 | 25 | 19 | 50
2 | Mekarsari | 5 | 10 | 12 | 25
""",
    )
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 5/50 10", "Mekarsari k6 2026-3 month T 12/48 25",
        "Sukamaju k1 2026-3 month T 10/40 25", "Sukamaju k6 2026-3 month T 19/38 50",
    ]  # fmt: skip


def test_deaths_beside_cases_of_dengue():
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S="""
KASUS DBD TAHUN 2025
No | Desa | Januari | | Februari |
 | | P | M | P | M
1 | Sukamaju | 3 | 0 | 2 | 1
2 | Mekarsari | 1 | 0 | 0 | 0
""",
    )
    assert "Sukamaju dbd_kasus 2025-2 month T 2/" in said(reading)
    assert "Sukamaju dbd_meninggal 2025-2 month T 1/" in said(reading)
    assert len(said(reading)) == 8


def test_this_month_and_added_up_as_two_stacked_tables():
    reading = read(
        S="""
PUSKESMAS CONTOH BULAN MARET 2026
A. BULAN INI
No | Desa | BCG | MR1
1 | Sukamaju | 2 | 3
2 | Mekarsari | 4 | 5
B. KUMULATIF
No | Desa | BCG | MR1
1 | Sukamaju | 6 | 9
2 | Mekarsari | 12 | 15
"""
    )
    assert said(reading) == [
        "Mekarsari bcg 2026-3 cumulative T 12/", "Mekarsari bcg 2026-3 month T 4/",
        "Mekarsari mr1 2026-3 cumulative T 15/", "Mekarsari mr1 2026-3 month T 5/",
        "Sukamaju bcg 2026-3 cumulative T 6/", "Sukamaju bcg 2026-3 month T 2/",
        "Sukamaju mr1 2026-3 cumulative T 9/", "Sukamaju mr1 2026-3 month T 3/",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["-", "–", "", " - "])
def test_a_dash_or_a_blank_is_nothing(word):
    reading = read(
        S=f"""
CAKUPAN K1 BULAN MARET 2026
No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | {word}
2 | Mekarsari | 50 | 5
"""
    )
    assert said(reading) == ["Mekarsari k1 2026-3 month T 5/50"]


def test_nihil_is_an_explicit_zero():
    reading = read(
        S="""
KASUS DBD BULAN MARET 2026
No | Desa | Kasus DBD
1 | Sukamaju | NIHIL
2 | Mekarsari | 5
"""
    )
    assert said(reading) == ["Mekarsari dbd_kasus 2026-3 month T 5/", "Sukamaju dbd_kasus 2026-3 month T 0/"]


def test_three_kinds_of_iron_tablets_stay_three():
    reading = read(
        S="""
LAPORAN BULAN MARET 2026
No | Desa | Fe1 | Fe3 | TTD 90 tablet | MMS 180 tablet
1 | Sukamaju | 4 | 3 | 3 | 2
2 | Mekarsari | 5 | 4 | 4 | 1
"""
    )
    indicators = {line.split()[1] for line in said(reading)}
    assert indicators == {"fe1", "fe3", "ttd180"}


def test_a_table_without_an_indicator_is_a_problem_not_a_guess():
    reading = read(
        S="""
LAPORAN BULAN MARET 2026
No | Desa | Sasaran | Capaian | %
1 | Sukamaju | 40 | 10 | 25
"""
    )
    assert said(reading) == []
    assert "indikator-tidak-disebut" in {problem.code for problem in reading.problems}
