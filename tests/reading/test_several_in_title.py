"""Titles that name several indicators: which one a column is must stand in its head."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ONE_COLUMN = "NO|DESA|SASARAN|JUMLAH|%\n1|Suka|70|20|28.6\n2|Maju|40|20|50.0\n3|Jaya|86|50|58.1"


def _indicators(reading) -> set[str]:  # noqa: ANN001
    return {line.split()[1] for line in said(reading)}


@pytest.mark.parametrize(
    "title",
    ["CAKUPAN BCG DAN POLIO 1", "CAKUPAN K1 & KN LENGKAP", "KUNJUNGAN K1 SERTA K4", "HB0, BCG", "BCG/POLIO 1", "DPT-HB-HIB 1 DAN BCG",
     "PERSALINAN NAKES DAN KF LENGKAP", "KASUS DAN KEMATIAN DBD", "KASUS DBD DAN KEMATIAN", "PENDERITA (P) DAN MENINGGAL (M) DEMAM BERDARAH DENGUE"],
)  # fmt: skip
def test_a_column_that_names_none_of_several_is_not_guessed(title: str):
    reading = read(S=f"{title}\nBULAN JANUARI 2026\n{ONE_COLUMN}\n\nCAKUPAN MR 1\nBULAN JANUARI 2026\n{ONE_COLUMN}")
    assert _indicators(reading) == {"mr1"}
    assert [code for code in codes(reading) if code.startswith("indikator-tidak-disebut")]


@pytest.mark.parametrize(
    ("title", "code"),
    [("CAKUPAN DPT/HB/HIB 1", "dpt1"), ("CAMPAK DAN RUBELLA 1", "mr1"), ("CAKUPAN D/S", "d_s"), ("BALITA PENDEK DAN SANGAT PENDEK", "stunting"),
     ("CAMPAK/MR 1", "mr1"), ("IMUNISASI DASAR LENGKAP (IDL) MENURUT DESA DAN PUSKESMAS", "idl"), ("BAYI DITIMBANG DAN BBLR", "bblr")],
)  # fmt: skip
def test_one_indicator_in_several_words_stays_one(title: str, code: str):
    assert _indicators(read(S=f"{title}\nBULAN JANUARI 2026\n{ONE_COLUMN}")) == {code}


@pytest.mark.parametrize("title", ["PENDERITA (P) DAN MENINGGAL (M) DEMAM BERDARAH DENGUE", "KASUS DAN KEMATIAN DBD", "DBD"])
@pytest.mark.parametrize("heads", ["P|M|P|M", "Kasus|Meninggal|Kasus|Meninggal"])
def test_heads_that_say_which_are_read_behind_such_a_title(title: str, heads: str):
    table = f"NO|DESA|Januari||Februari|\n||{heads}\n1|Suka|2|0|1|1\n2|Maju|5|0|2|0\n3|Jaya|5|0|5|1"
    reading = read(S=f"{title}\nTAHUN 2026\n{table}", merges=((2, 2, 2, 3), (2, 4, 2, 5)))
    assert [line for line in said(reading) if line.startswith("Jaya")] == [
        "Jaya dbd_kasus 2026-1 month T 5/", "Jaya dbd_kasus 2026-2 month T 5/",
        "Jaya dbd_meninggal 2026-1 month T 0/", "Jaya dbd_meninggal 2026-2 month T 1/",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head", ["Negeri", "Nagori", "Kute", "Lembang", "Kalurahan", "Pekon/Kelurahan", "Nama Negeri", "Gampong / Desa", "Nama Nagari/Desa"]
)
def test_what_a_desa_is_called_in_a_province_heads_its_names(head: str):
    table = f"NO|{head}|K1|K4\n1|Suka Raya|7|6\n2|Maju Jaya|8|5"
    assert said(read(S=f"KIA\nBULAN JANUARI 2026\n{table}"))[0].startswith(("Maju Jaya", "Suka Raya"))


def test_the_percent_of_a_total_over_a_wrong_sasaran_is_not_told_again():
    table = "NO|DESA|SASARAN|K4|%\n1|Suka|70|20|28.6\n2|Maju|40|20|50.0\n3|Jaya|86|50|58.1\n|JUMLAH|206|90|45.9"
    reading = read(S=f"CAKUPAN K4\nBULAN JANUARI 2026\n{table}")
    assert [code for code in codes(reading) if "tidak-cocok" in code] == ["jumlah-tidak-cocok C7"]


GIVEN = "\n\nNO|DESA|Sasaran|Dapat|%\n1|Suka|40|30|75\n2|Maju|50|40|80\n3|Jaya|60|40|66.7"


@pytest.mark.parametrize("name", ["VIT A & ASI EKS 2025.xlsx", "Vitamin A dan BCG 2025.xlsx", "ASI EKS 2025.xlsx"])
@pytest.mark.parametrize("title", ["DISTRIBUSI KAPSUL VITAMIN A", "VITAMIN A DAN ASI EKSKLUSIF"])
def test_what_is_given_is_not_what_another_name_says(name: str, title: str):
    assert not said(read(name, S=f"{title} AGUSTUS 2025{GIVEN}"))


@pytest.mark.parametrize("name", ["VIT A & ASI EKS 2025.xlsx", "IMUNISASI DAN K1 2025.xlsx"])
def test_a_file_of_several_names_no_table(name: str):
    assert not said(read(name, S=f"LAPORAN BULAN AGUSTUS 2025{GIVEN}"))


@pytest.mark.parametrize(("name", "title", "code"), [
    ("ASI EKS 2025.xlsx", "LAPORAN BULAN AGUSTUS 2025", "asi_eksklusif"),
    ("Vit A 6-11 bulan.xlsx", "DISTRIBUSI VITAMIN A AGUSTUS 2025", "vit_a_6_11"),
    ("Polio 4.xlsx", "CAKUPAN POLIO AGUSTUS 2025", "opv4"), ("IDL.xlsx", "CAKUPAN IMUNISASI AGUSTUS 2025", "idl"),
])  # fmt: skip
def test_a_file_of_one_still_names_its_table(name: str, title: str, code: str):
    assert {line.split()[1] for line in said(read(name, S=f"{title}{GIVEN}"))} == {code}


def test_the_ages_name_the_capsules_beside_another_table():
    ages = "NO|DESA|BAYI 6-11 BULAN|||ANAK 12-59 BULAN||\n||Sasaran|Dapat|%|Sasaran|Dapat|%\n1|Suka|40|30|75|100|90|90\n2|Maju|50|40|80|90|80|88.9"
    found = said(read("VIT A & ASI EKS 2025.xlsx", S=f"DISTRIBUSI VITAMIN A AGUSTUS 2025\n{ages}", merges=[(1, 2, 1, 4), (1, 5, 1, 7)]))
    assert {line.split()[1] for line in found} == {"vit_a_6_11", "vit_a_12_59"}
