"""Titles that name an indicator only to speak of something else, and titles that only make sense below another one."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MONTHS = "NO|DESA|JAN|FEB|MAR\n1|Suka|1|0|2\n2|Maju|0|1|1\n3|Jaya|2|2|0"


def _indicators(reading) -> set[str]:  # noqa: ANN001
    return {line.split()[1] for line in said(reading)}


@pytest.mark.parametrize(
    "title",
    ["KEMATIAN BALITA KARENA DIARE", "BAYI BELUM IMUNISASI BCG", "BAYI TIDAK DIIMUNISASI CAMPAK", "KASUS KIPI BCG", "ANGKA KEMATIAN (CFR) DBD",
     "FOGGING KASUS DBD", "RUMAH TANGGA TIDAK BER-PHBS", "BUMIL KEK TIDAK MENDAPAT PMT", "KASUS CAMPAK", "SUSPEK CAMPAK RUBELLA",
     "BALITA STUNTING DIRUJUK", "BALITA STUNTING MENDAPAT PMT", "ODGJ DIPASUNG", "HIPERTENSI TERKENDALI",
     "PENYULUHAN DBD", "JADWAL IMUNISASI BCG", "PIN POLIO 1",
     "BIAN CAMPAK RUBELLA", "DIARE DIBERI ZINC", "K4 DENGAN USG", "BALITA STUNTING\nYANG MENDAPAT PMT"],
)  # fmt: skip
def test_a_title_that_turns_its_indicator_into_something_else(title: str):
    reading = read(S=f"{title}\nTAHUN 2026\n{MONTHS}\n\nCAKUPAN K1\n{MONTHS}")
    assert _indicators(reading) == {"k1"}
    assert [code for code in codes(reading) if code.startswith(("indikator-tidak-disebut", "belum-ada", "di-luar"))]


@pytest.mark.parametrize(
    "title",
    ["BCG PUSKESMAS KOTA BARU", "BCG YANG DILAPORKAN DESA DIWEK LAMA", "REKAP BCG DINKES DITUMBA", "EVALUASI IMUNISASI BCG PER DESA",
     "CAKUPAN BCG (TIDAK TERMASUK LUAR WILAYAH)", "CAKUPAN BCG, DATA BELUM FINAL", "BCG, P = Perempuan, M = Meninggal",
     "BCG\nDESA YANG BELUM MELAPOR DIKOSONGKAN"],
)  # fmt: skip
def test_words_that_tell_about_the_numbers_only(title: str):
    assert _indicators(read(S=f"{title}\nTAHUN 2026\n{MONTHS}")) == {"bcg"}


@pytest.mark.parametrize("death", ["KEMATIAN DISEBABKAN DBD", "B. KEMATIAN", "2) Jumlah meninggal", "JUMLAH KEMATIAN KARENA DBD"])
@pytest.mark.parametrize("cases", ["A. JUMLAH KASUS", "1) Penderita", "KASUS DBD"])
def test_cases_and_deaths_one_below_the_other(cases: str, death: str):
    deaths = "NO|DESA|JAN|FEB|MAR\n1|Suka|0|0|1\n2|Maju|0|0|0\n3|Jaya|0|1|0"
    reading = read(S=f"LAPORAN DEMAM BERDARAH DENGUE (DBD) TAHUN 2026\n\n{cases}\n{MONTHS}\n\n{death}\n{deaths}")
    assert "Suka dbd_kasus 2026-3 month T 2/" in said(reading) and "Suka dbd_meninggal 2026-3 month T 1/" in said(reading)
    assert len(said(reading)) == 18


def test_what_was_not_done_below_the_indicator_is_not_the_indicator():
    other = "NO|DESA|JAN|FEB|MAR\n1|Suka|9|9|9\n2|Maju|9|9|9\n3|Jaya|9|9|9"
    reading = read(S=f"CAKUPAN BCG TAHUN 2026\nA. SUDAH IMUNISASI\n{MONTHS}\n\nB. BELUM IMUNISASI\n{other}")
    assert "Jaya bcg 2026-1 month T 2/" in said(reading) and len(said(reading)) == 9


@pytest.mark.parametrize(("other", "read_so"), [("DBD", False), ("BCG", True)])
def test_campak_among_diseases_is_no_immunisation(other: str, read_so: bool):
    reading = read(S=f"LAPORAN JANUARI 2026\nNO|DESA|DIARE|CAMPAK|{other}\n1|Suka|1|0|2\n2|Maju|3|1|1")
    assert ("mr1" in _indicators(reading)) is read_so


@pytest.mark.parametrize("line", ["yg disuntik tiap bulan (bukan kumulatif)", "yg divaksin", "yang divaksin per bulan", "yg disuntik s/d Maret 2026"])
def test_those_who_got_their_shot_are_whom_an_antigen_counts(line: str):
    reading = read(S=f"DPT-HB-HIB 3 TAHUN 2026\n{line}\n{MONTHS}")
    assert _indicators(reading) == {"dpt3"}
    assert codes(reading) == []


@pytest.mark.parametrize(
    "title",
    ["BCG\nyang tidak disuntik", "BCG\nyang disuntik ulang", "BCG\nyang disuntik di RS", "BCG YANG DISUNTIK BIDAN", "BCG\nyang dirujuk",
     "ANEMIA\nyang disuntik", "BUMIL KEK\nyang disuntik TT", "DPT 3\nyang disuntik PCV 2"],
)  # fmt: skip
def test_a_part_of_them_and_shots_of_others_are_not(title: str):
    assert _indicators(read(S=f"{title}\nTAHUN 2026\n{MONTHS}\n\nCAKUPAN K1\n{MONTHS}")) == {"k1"}
