"""Layouts in which a careless reader prints a wrong number without a word."""

from __future__ import annotations

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.refusal import Refused


def test_a_group_of_columns_set_apart_does_not_fill_the_desa_beside_it():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 1, 6), (1, 7, 1, 9), (1, 10, 1, 12)],
        S="""
IMUNISASI BULAN APRIL 2026
ANTIGEN | Suka Maju | | | Girijaya | | | LUAR WILAYAH | | | TOTAL | |
 | L | P | JML | L | P | JML | L | P | JML | L | P | JML
BCG | 1 | 2 | 3 | 4 | 5 | 9 | 1 | 1 | 2 | 6 | 8 | 14
MR 1 | 2 | 2 | 4 | | | | 3 | 2 | 5 | 5 | 4 | 9
""",
    )
    assert {line.split(" mr1 ")[0] for line in said(reading) if " mr1 " in line} == {"Suka Maju"}
    assert set(reading.observations.area) == {"Suka Maju", "Girijaya"}
    assert not [code for code in codes(reading) if code.startswith("desa-ganda")]


def test_a_percent_behind_all_months_is_not_of_december():
    reading = read(
        S="CAKUPAN K1 TAHUN 2026\nNo|Desa|Sasaran|Jan|Feb|Mar|Des|JML|%\n1|A|50|3|4|3||10|20\n2|B|40|1|1|2||4|10"
    )
    months = {(row.month, row.basis, row.percent) for row in reading.observations.fillna(-1).itertuples()}
    assert months == {(1, "month", -1), (2, "month", -1), (3, "month", -1), (3, "cumulative", 20), (3, "cumulative", 10)}


def test_a_percent_beside_every_month_stays_with_it():
    lines = said(read(S="CAKUPAN K1 TAHUN 2026\nNo|Desa|Sasaran|Jan|%|Feb|%\n1|A|50|3|6|4|8\n2|B|40|1|2.5|2|5"))
    assert lines[:2] == ["A k1 2026-1 month T 3/50 6", "A k1 2026-2 month T 4/50 8"]


@pytest.mark.parametrize(
    ("title", "basis"),
    [("CAKUPAN K1 KUMULATIF (%) PER BULAN TAHUN 2026", "cumulative"), ("CAKUPAN K1 (%) PER BULAN TAHUN 2026", "month")],
)
def test_added_up_by_the_word_of_the_title(title: str, basis: str):
    reading = read(S=f"{title}\nNo|Desa|Jan|Feb|Mar\n1|A|8.7|16.8|22.2\n2|B|5|5|9")
    assert set(reading.observations.basis) == {basis}


def test_numbers_that_fall_are_not_added_up_whatever_the_title_says():
    reading = read(S="K1 KUMULATIF PER BULAN 2026\nNo|Desa|Jan|Feb|Mar\n1|A|8|6|2\n2|B|5|1|9")
    assert set(reading.observations.basis) == {"month"}


def test_the_first_tribulan_counts_from_january_and_the_second_is_not_guessed():
    body = "\nNo|Desa|Sasaran|Capaian|%\n1|A|50|10|20\n2|B|40|4|10"
    assert said(read(S=f"CAKUPAN K1 TRIWULAN I TAHUN 2026{body}"))[0] == "A k1 2026-3 cumulative T 10/50 20"
    second = read(S=f"CAKUPAN K1 TRIWULAN II TAHUN 2026{body}")
    assert said(second) == []
    assert "periode-tidak-umum" in codes(second)


def test_groups_of_people_below_a_title_that_names_the_family():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAPAIAN INDIKATOR SPM KESEHATAN S/D MARET 2026
NO | DESA | USIA PRODUKTIF | | | USIA LANJUT | |
 | | SASARAN | CAPAIAN | % | SASARAN | CAPAIAN | %
1 | A | 100 | 30 | 30 | 50 | 10 | 20
2 | B | 80 | 20 | 25 | 40 | 10 | 25
""",
    )
    assert said(reading)[:2] == [
        "A spm_06 2026-3 cumulative T 30/100 30", "A spm_07 2026-3 cumulative T 10/50 20",
    ]  # fmt: skip


def test_a_store_of_vaccine_is_no_report():
    with pytest.raises(Refused):
        read_book(book(S="""
PEMAKAIAN VAKSIN BULAN MARET 2026
No | Jenis Vaksin | Satuan | Stok Awal | Penerimaan | Pemakaian | Sisa
1 | BCG | Vial | 20 | 73 | 17 | 76
2 | Polio | Vial | 59 | 22 | 53 | 28
"""))  # fmt: skip


@pytest.mark.parametrize(
    "head", ["BCG|||\n|||L|P|JML|%", "Sasaran L|BCG|MR 1|K1\n||||||"], ids=["L and P blank", "every service 0"]
)
def test_a_form_in_which_formulas_print_zeros_is_not_reported(head: str):
    cells = "||0|0" if "JML" in head else "30|0|0|0"
    body = "\n".join(f"{number}|Desa {number}|70|{cells}" for number in (1, 2, 3))
    reading = read(S=f"IMUNISASI BULAN JULI 2026\nNo|Desa|Sasaran bayi|{head}\n{body}")
    assert said(reading) == []
    assert "bulan-belum-dilaporkan" in codes(reading)


def test_no_case_of_an_illness_is_a_report():
    reading = read(S="KASUS DBD BULAN JULI 2026\nNo|Desa|Penduduk|Kasus DBD\n1|A|700|0\n2|B|800|0")
    assert len(said(reading)) == 2


def test_highest_lowest_and_carried_rows_are_no_areas():
    reading = read(
        S="""
K1 BULAN MARET 2026
No|Desa|Sasaran|K1
|Pindahan|90|20
1|A|50|7
2|B|40|5
|Jumlah|180|32
|Tertinggi|50|7
|Terendah|40|5
"""
    )
    assert set(reading.observations.area) == {"A", "B"}
    assert not [code for code in codes(reading) if code.startswith("jumlah-tidak-cocok")]


def test_an_indicator_merged_left_of_the_desa_holds_for_all_of_them():
    reading = read(
        merges=[(1, 0, 2, 0), (3, 0, 4, 0)],
        S="KIA 2026\nINDIKATOR|DESA|SASARAN|JAN|FEB\nK1|A|50|1|2\n|B|40|3|4\nK6|A|50|5|6\n|B|40|7|8",
    )
    assert "B k6 2026-2 month T 8/40" in said(reading)
    assert len(said(reading)) == 8
