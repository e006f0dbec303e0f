"""Layouts that no form prescribes: units under indicators, groups a desa, counts with units, unsaid things."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.refusal import Refused


def test_a_unit_under_an_indicator_is_its_count():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="""
STBM BULAN MARET 2026
No | Desa | Jumlah KK | Akses Jamban | | CTPS | | Desa ODF
 | | | KK | % | KK | % |
1 | Sukamaju | 200 | 100 | 50 | 150 | 75 | Ya
2 | Mekarsari | 100 | 80 | 80 | 20 | 20 | Tidak
""",
    )
    assert said(reading) == [
        "Mekarsari ctps 2026-3 point T 20/100 20", "Mekarsari jamban 2026-3 point T 80/100 80",
        "Mekarsari sbs 2026-3 point T 0/", "Sukamaju ctps 2026-3 point T 150/200 75",
        "Sukamaju jamban 2026-3 point T 100/200 50", "Sukamaju sbs 2026-3 point T 1/",
    ]  # fmt: skip


def test_tables_below_lines_that_name_their_indicator():
    reading = read(
        S="""
PEMANTAUAN KIA TAHUN 2026
INDIKATOR : K6
No | Desa | Sasaran | Januari | Februari
1 | Sukamaju | 40 | 3 | 4
2 | Mekarsari | 50 | 5 | 2

INDIKATOR : KN LENGKAP
No | Desa | Sasaran | Januari | Februari
1 | Sukamaju | 38 | 1 | 2
2 | Mekarsari | 48 | 6 | 7
"""
    )
    assert said(reading) == [
        "Mekarsari k6 2026-1 month T 5/50", "Mekarsari k6 2026-2 month T 2/50",
        "Mekarsari kn_lengkap 2026-1 month T 6/48", "Mekarsari kn_lengkap 2026-2 month T 7/48",
        "Sukamaju k6 2026-1 month T 3/40", "Sukamaju k6 2026-2 month T 4/40",
        "Sukamaju kn_lengkap 2026-1 month T 1/38", "Sukamaju kn_lengkap 2026-2 month T 2/38",
    ]  # fmt: skip


def test_a_group_of_columns_for_each_desa():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAPAIAN SPM JANUARI S/D JUNI 2026
NO | JENIS PELAYANAN DASAR | Sukamaju | | | Mekarsari | |
 | | Sasaran | Capaian | % | Sasaran | Capaian | %
1 | Pelayanan kesehatan ibu hamil | 40 | 10 | 25 | 50 | 25 | 50
2 | Pelayanan kesehatan penderita hipertensi | 200 | 20 | 10 | 100 | 30 | 30
""",
    )
    assert said(reading) == [
        "Mekarsari spm_01 2026-6 cumulative T 25/50 50", "Mekarsari spm_08 2026-6 cumulative T 30/100 30",
        "Sukamaju spm_01 2026-6 cumulative T 10/40 25", "Sukamaju spm_08 2026-6 cumulative T 20/200 10",
    ]  # fmt: skip


def test_posyandu_of_one_name_in_two_desa():
    reading = read(
        S="""
SKDN POSYANDU BULAN APRIL 2026
NO | DESA / POSYANDU | S | K | D | N | D/S %
1 | SUKAMAJU | 40 | 38 | 30 | 20 | 75
 | Posyandu Melati 1 | 40 | 38 | 30 | 20 | 75
2 | MEKARSARI | 50 | 45 | 25 | 10 | 50
 | Posyandu Melati 1 | 50 | 45 | 25 | 10 | 50
"""
    )
    lines = said(reading)
    assert "SUKAMAJU k_s 2026-4 point T 38/40" in lines
    assert "SUKAMAJU / Posyandu Melati 1 d_s 2026-4 point T 30/40 75" in lines
    assert "MEKARSARI / Posyandu Melati 1 d_s 2026-4 point T 25/50 50" in lines
    assert codes(reading) == []


def test_target_realisasi_persentase_of_each_indicator():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAPAIAN KIA BULAN MARET 2026
No | Desa | K1 | | | K6 | |
 | | Target | Realisasi | Persentase | Target | Realisasi | Persentase
1 | Sukamaju | 40 | 10 | 25 | 38 | 19 | 50
2 | Mekarsari | 50 | 5 | 10 | 48 | 12 | 25
""",
    )
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 5/50 10", "Mekarsari k6 2026-3 month T 12/48 25",
        "Sukamaju k1 2026-3 month T 10/40 25", "Sukamaju k6 2026-3 month T 19/38 50",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("12 bayi", "12/40"), ("12 (30%)", "12/40 30"), ("12 (30,5 %)", "12/40 30.5"), ("12 / 30%", "12/40 30")],
)
def test_counts_with_their_unit_or_percent(cell: str, expected: str):
    reading = read(S=f"BCG S/D MARET 2026\nNo | Desa | Sasaran | BCG\n1 | Sukamaju | 40 | {cell}")
    assert said(reading) == [f"Sukamaju bcg 2026-3 cumulative T {expected}"]


def test_fractions_are_refused_with_their_cell():
    with pytest.raises(Refused) as told:
        read_book(book(S="BCG S/D MARET 2026\nNo | Desa | BCG\n1 | Sukamaju | 12/40\n2 | Mekarsari | 15/50"))
    assert ("sel-bukan-angka", "C3", "12/40") in [(each.code, each.cell, each.found) for each in told.value.problems]


def test_percents_of_rows_that_name_the_indicator():
    reading = read(
        merges=[(2, 1, 3, 1), (4, 1, 5, 1)],
        S="""
IMUNISASI S/D MEI 2026
No | Desa | Jenis Imunisasi | Sasaran | Kumulatif | % Kumulatif
1 | Sukamaju | HB-0 | 40 | 10 | 25
 | | BCG | 40 | 20 | 50
2 | Mekarsari | HB-0 | 50 | 5 | 10
 | | BCG | 50 | 25 | 50
""",
    )
    assert said(reading) == [
        "Mekarsari bcg 2026-5 cumulative T 25/50 50", "Mekarsari hb0 2026-5 cumulative T 5/50 10",
        "Sukamaju bcg 2026-5 cumulative T 20/40 50", "Sukamaju hb0 2026-5 cumulative T 10/40 25",
    ]  # fmt: skip
    assert codes(reading) == []


def test_an_export_of_pregnant_women_counts_from_january():
    reading = read(
        S="""
Puskesmas | Kelurahan | Bulan | Tahun | Jumlah_ibu_hamil_periksa_Hb | Jumlah_ibu_hamil_anemia | Jumlah_ibu_hamil_diukur_LILA_IMT | Jumlah_ibu_hamil_risiko_KEK
KARANG INDAH | Sukamaju | 5 | 2026 | 40 | 4 | 30 | 3
KARANG INDAH | Mekarsari | 5 | 2026 | 50 | 5 | 45 | 9
"""  # noqa: E501
    )
    assert said(reading) == [
        "Mekarsari anemia 2026-5 cumulative T 5/50", "Mekarsari kek 2026-5 cumulative T 9/45",
        "Sukamaju anemia 2026-5 cumulative T 4/40", "Sukamaju kek 2026-5 cumulative T 3/30",
    ]  # fmt: skip
    assert reading.puskesmas == "KARANG INDAH"


def test_a_list_by_month_that_does_not_say_what_it_counts():
    reading = read(
        S="""
Tahun | Bulan | Desa | Indikator | Pembilang | Penyebut
2026 | 1 | Sukamaju | Ibu hamil anemia | 4 | 40
2026 | 1 | Mekarsari | Ibu hamil anemia | 5 | 50
"""
    )
    assert "kumulatif-tidak-disebut" in codes(reading)


@pytest.mark.parametrize(
    "name", ["Laporan_Puskesmas_Karang_Indah_Maret_2026.xlsx", "PUSKESMAS KARANG INDAH bulan Maret 2026.xlsx"]
)
def test_the_puskesmas_in_the_name_of_the_file(name: str):
    reading = read(name, S="No | Desa | Sasaran | BCG\n1 | Sukamaju | 40 | 10\n2 | Mekarsari | 50 | 5")
    assert reading.puskesmas.lower() == "karang indah"


def test_people_under_an_indicator_beside_its_count_are_its_sasaran():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
KIA BULAN MARET 2026
No | Desa | K1 | | | PN | |
 | | Bumil | Abs | % | Bulin | Abs | %
1 | Sukamaju | 100 | 10 | 10 | 50 | 5 | 10
2 | Mekarsari | 80 | 8 | 10 | 40 | 4 | 10
""",
    )
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 8/80 10", "Mekarsari pn 2026-3 month T 4/40 10",
        "Sukamaju k1 2026-3 month T 10/100 10", "Sukamaju pn 2026-3 month T 5/50 10",
    ]  # fmt: skip


def test_the_sum_of_the_sexes_of_hb0():
    reading = read(
        merges=[(1, 3, 1, 5)],
        S="""
IMUNISASI BULAN MARET 2026
No | Desa | Sasaran | HB0 | |
 | | | L | P | Jumlah
1 | Sukamaju | 40 | 3 | 4 | 7
2 | Mekarsari | 50 | 2 | 2 | 4
""",
    )
    assert "Sukamaju hb0 2026-3 month T 7/40" in said(reading)
