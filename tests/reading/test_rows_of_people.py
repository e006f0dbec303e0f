"""Rows that name people or say how they are written, rows set apart above the next table, short words."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize("label", ["Usia Lanjut (>=60 th)", "Lansia", "Penduduk usia lanjut"])
@pytest.mark.parametrize("title", ["CAPAIAN SPM S/D MEI 2026", "SKRINING KESEHATAN S/D MEI 2026"])
def test_people_under_the_title_of_their_service(title: str, label: str):
    reading = read(S=f"{title}\nDESA : Suka\nNO|INDIKATOR|SASARAN|CAPAIAN|%\n1|SPM 6 Usia Produktif|50|25|50\n2|{label}|40|10|25")
    assert "Suka spm_07 2026-5 cumulative T 10/40 25" in said(reading) and not codes(reading)


CODED = "DATA MEI 2026\nDesa|Kode|Jenis layanan|Sasaran|Bulan ini\nSuka|{0}|Ibu hamil|40|4\nMaju|{0}|Ibu hamil|50|5\nSuka|SPM-8|Hipertensi|90|9"


@pytest.mark.parametrize("code", ["SPM-1", "SPM 01", "SPM"])
def test_people_beside_the_code_of_their_service(code: str):
    reading = read(S=CODED.format(code))
    assert "Suka spm_01 2026-5 month T 4/40" in said(reading) and not codes(reading)


@pytest.mark.parametrize(("code", "title"), [("SPM-3", "DATA"), ("SPM-3", "CAPAIAN SPM"), ("A-1", "DATA")])
def test_people_beside_the_code_of_others_or_of_nothing_are_told(code: str, title: str):
    reading = read(S=CODED.format(code).replace("DATA", title))
    assert not [line for line in said(reading) if "spm_08" not in line] and "baris-tidak-dikenal C3" in codes(reading)


def test_people_whose_service_nothing_names_are_told():
    reading = read(S="KESEHATAN S/D MEI 2026\nDESA : Suka\nNO|INDIKATOR|SASARAN|CAPAIAN|%\n1|MR 1|50|25|50\n2|Penduduk|40|10|25")
    assert said(reading) == ["Suka mr1 2026-5 cumulative T 25/50 50"] and "baris-tidak-dikenal B5" in codes(reading)


def test_rows_of_sasaran_in_a_list_without_another_are_not_told():
    reading = read(S="GIZI MEI 2026\nDESA : Suka\nNO|INDIKATOR|JUMLAH\n1|Sasaran balita|50\n2|Balita ditimbang|25\n3|MR 1|4")
    assert not [code for code in codes(reading) if code.startswith("baris-tidak-dikenal")]


@pytest.mark.parametrize("writings", ["JUMLAH SASARAN,JUMLAH,Cak. %", "SAS,Capaian,Pencapaian (%)", "Sasaran,Abs,%"])
@pytest.mark.parametrize("head", ["INDIKATOR|URAIAN", "JENIS PELAYANAN|URAIAN"])
def test_indicators_with_three_rows_each_and_desa_as_columns(head: str, writings: str):
    one, two, three = writings.split(",")
    reading = read(
        merges=[(2, 0, 4, 0), (2, 1, 4, 1), (5, 0, 7, 0), (5, 1, 7, 1)],
        S=f"""
IMUNISASI S/D MEI 2026
NO|{head}|Suka|Maju|Jaya|TOTAL
1|MR 1|{one}|50|40|20|110
|||{two}|25|10|5|40
|||{three}|50|25|25|36.4
2|BCG|{one}|40|20|10|70
|||{two}|10|5|5|20
|||{three}|25|25|50|28.6
""".replace("\n|||", "\n||"),
    )
    assert "Suka mr1 2026-5 cumulative T 25/50 50" in said(reading) and "Jaya bcg 2026-5 cumulative T 5/10 50" in said(reading)
    assert len(said(reading)) == 6


@pytest.mark.parametrize("numbers", ["||2|", "|||"])
def test_the_last_row_of_a_table_is_no_title_of_the_next(numbers: str):
    table = "NO|DESA|MR 1|BCG\n1|Suka|4|5\n2|Maju|6|7"
    reading = read(S=f"IMUNISASI 2026\nJANUARI 2026\n{table}\n|LUAR WILAYAH{numbers[1:]}\n\n\nFEBRUARI 2026\n{table.replace('4', '3')}")
    assert "Suka mr1 2026-2 month T 3/" in said(reading) and len(said(reading)) == 8
    assert not [code for code in codes(reading) if code.startswith("tabel-luar-wilayah")]


def test_a_title_of_people_from_elsewhere_still_sets_its_table_apart():
    table = "NO|DESA|MR 1|BCG\n1|Suka|4|5\n2|Maju|6|7"
    reading = read(S=f"IMUNISASI JANUARI 2026\n{table}\n\nLUAR WILAYAH\n{table.replace('4', '3')}")
    assert "Suka mr1 2026-1 month T 4/" in said(reading) and len(said(reading)) == 4


@pytest.mark.parametrize("head", ["Bufas dpt Vit A", "Ibu nifas dpt kapsul vit. A"])
def test_dpt_before_a_vitamin_is_no_vaccine(head: str):
    reading = read(S=f"KIA S/D MEI 2026\nNO|DESA|SASARAN Ibu Nifas|{head}|DPT 1\n1|Suka|50|25|4\n2|Maju|40|10|5")
    assert "Suka vit_a_nifas 2026-5 cumulative T 25/50" in said(reading)
    assert "Suka dpt1 2026-5 cumulative T 4/" in said(reading)


def test_a_percent_merged_over_the_rows_of_the_sexes():
    reading = read(
        merges=[(3, 2, 3, 5), (4, 2, 4, 4)],
        S="Pelayanan Kesehatan Usia Lanjut sesuai standar\nBULAN : MEI 2026\n\nNO|DESA|USIA LANJUT (>=60 TH)|||\n"
        "||CAPAIAN|||CAK (%)\n||PR|LK|JUMLAH|\n1|Suka|2|3|5|10\n2|Maju|4|6|10|20",
    )
    assert "Suka spm_07 2026-5 month T 5/ 10" in said(reading) and "Suka spm_07 2026-5 month P 2/" in said(reading)


def test_a_table_of_what_is_not_read_ends_the_table_above():
    reading = read(S="K1 USG MEI 2026\nNO|DESA|SASARAN|K1 USG\n1|Suka|40|10\n2|Maju|50|30\nNO|DESA|STATUS BCG|STATUS MR 1\n1|Suka|9|8\n2|Maju|9|8")
    assert said(reading) == ["Maju k1_usg 2026-5 month T 30/50", "Suka k1_usg 2026-5 month T 10/40"]


@pytest.mark.parametrize("total", ["JUMLAH", "TOTAL", "PUSKESMAS"])
def test_the_total_behind_areas_that_are_groups_of_columns_is_added_up(total: str):
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10)],
        S=f"IMUNISASI S/D MEI 2026\nNO|INDIKATOR|Suka|||Maju|||{total}||\n||SASARAN|ABS|%|SASARAN|ABS|%|SASARAN|ABS|%\n"
        "1|MR 1|50|25|50|40|10|25|90|38|42.2\n2|BCG|50|10|20|40|20|50|90|30|33.3",
    )
    assert len(said(reading)) == 4 and codes(reading) == ["jumlah-tidak-cocok J4"]


@pytest.mark.parametrize("whole", ["", "100"])
@pytest.mark.parametrize("label", ["Sasaran ibu hamil", "Estimasi ibu hamil"])
def test_a_row_of_the_sasaran_is_not_those_served(label: str, whole: str):
    head = "CAPAIAN SPM PELAYANAN KESEHATAN\nDESA : SUKA\nS/D JUNI 2025\nNo|Uraian|Jumlah|%\n"
    lines = said(read(S=f"{head}1|{label}|100|{whole}\n2|Ibu hamil|50|50\n3|Ibu bersalin|38|40\n4|K4|30|30"))
    assert "SUKA spm_01 2025-6 cumulative T 50/100 50" in lines and "SUKA spm_02 2025-6 cumulative T 38/ 40" in lines
