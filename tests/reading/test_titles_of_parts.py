"""Titles and heads that name an indicator beside words by which they count something else, and ordinary ones that do not."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

MONTHS = "NO|DESA|JAN|FEB|MAR\n1|Suka|4|5|3\n2|Maju|6|5|4\n3|Jaya|2|7|5"


def _indicators(text: str) -> set[str]:
    try:
        return {line.split()[1] for line in said(read(S=text))}
    except LokminError:
        return set()


@pytest.mark.parametrize(
    "title",
    [
        "BUMIL PINDAH K4", "STANDAR K4", "CFR DBD", "INSIDEN RATE DBD", "ANGKA KESAKITAN DBD PER 100.000 PENDUDUK", "K4 PERSALINAN DUKUN",
        "JUMLAH BIDAN PENOLONG PERSALINAN NAKES", "JUMLAH KADER TERLATIH ASI EKSKLUSIF", "PENDERITA DM DENGAN ULKUS", "KASUS TB ANAK", "K4 BUMIL HIV",
        "DESA LOKUS STUNTING", "ASI EKSKLUSIF BAYI STUNTING", "BALITA GIZI BURUK DAN STUNTING", "BUMIL K4 DIPERIKSA HB", "ABJ SEKOLAH", "JAMBAN UMUM",
        "SPM 5 USIA PENDIDIKAN DASAR KELAS 1", "K4 TRIPLE ELIMINASI", "SASARAN STUNTING", "KN1 IKTERUS", "K4 JAMPERSAL", "VITAMIN A BALITA STUNTING",
    ],
)  # fmt: skip
def test_a_title_that_speaks_of_something_else(title: str):
    assert _indicators(f"{title} TAHUN 2026\nPUSKESMAS SUKAMAJU\n{MONTHS}") == set()


@pytest.mark.parametrize(
    ("title", "indicator"),
    [
        ("CAKUPAN PELAYANAN KESEHATAN IBU HAMIL K4", "k4"), ("PELAYANAN KESEHATAN IBU BERSALIN (PN)", "pn"),
        ("PELAYANAN KESEHATAN IBU HAMIL", "spm_01"),
        ("CAKUPAN ASI EKSKLUSIF BAYI 6 BULAN", "asi_6_bulan"), ("D/S PENIMBANGAN POSYANDU OLEH KADER", "d_s"),
        ("REKAP LAPORAN KADER: BALITA STUNTING", "stunting"),
        ("SUKAMAJU: CAKUPAN K4", "k4"), ("HASIL PSN DAN ABJ OLEH KADER JUMANTIK", "abj"),
        ("HASIL PENGUKURAN BALITA STUNTING BULAN TIMBANG", "stunting"),
        ("REKAPITUALSI K4", "k4"), ("JUMLAH POSYANDU AKTIF", "posyandu_aktif"), ("KUNJUNGAN IBU HAMIL KE EMPAT (K4)", "k4"), ("PWS LOKMIN K4", "k4"),
        ("SPM PENYANDANG DIABETES MELITUS", "spm_09"), ("LAPORAN PROGRAM P2 TB : PENEMUAN KASUS", "tb_kasus"), ("DATA BCG SUKAMAJU", "bcg"),
    ],
)  # fmt: skip
def test_ordinary_titles(title: str, indicator: str):
    assert _indicators(f"{title} TAHUN 2026\nPUSKESMAS SUKAMAJU\n{MONTHS}") == {indicator}


@pytest.mark.parametrize(
    ("head", "indicator"),
    [
        ("Jamban sekolah", ""), ("ABJ tempat umum", ""), ("Kasus TB anak", ""), ("K4 diperiksa Hb", ""), ("Vitamin A balita stunting", ""),
        ("Jamban umum", ""),
        ("Pelayanan kesehatan ibu hamil K4", "k4"), ("Jumlah posyandu aktif", "posyandu_aktif"), ("Bulan timbang balita stunting", "stunting"),
        ("Kasus TB", "tb_kasus"),
    ],
)  # fmt: skip
def test_heads(head: str, indicator: str):
    text = f"LAPORAN MARET 2026\nNO|DESA|BCG|{head}\n1|Suka|4|5\n2|Maju|6|5\n3|Jaya|2|7"
    assert _indicators(text) == {"bcg", indicator} - {""}


def test_a_name_of_sheet_or_file_may_begin_with_a_place():
    assert {line.split()[1] for line in said(read("Ranuwelas K4 2026.xlsx", Sheet1=f"LAPORAN TAHUN 2026\n{MONTHS}"))} == {"k4"}
