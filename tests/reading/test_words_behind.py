"""A word that nobody knows right behind a title's indicator may make a part of it: the table is read and the word is told."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|JAN|FEB|MAR\n1|Suka|4|5|3\n2|Maju|6|5|4\n3|Jaya Sari|2|7|5"
CODE = "kata-judul-tidak-dikenal"


def _told(title: str, name: str = "laporan.xlsx", label: str = "PUSKESMAS MELATI") -> list[str]:
    reading = read(name, S=f"{title} TAHUN 2026\n{label}\n{BODY}")
    assert len(said(reading)) == 9  # told or not, it is read
    return [code for code in codes(reading) if code.startswith(CODE)]


@pytest.mark.parametrize(
    "title",
    [
        "K4 USIA KEHAMILAN", "CAKUPAN K1 PRIMIPARA", "KASUS DIARE BERDARAH", "BALITA STUNTING TERTANGANI", "KASUS MALARIA VIVAX",
        "BIAS MR SUSULAN", "LAPORAN KIA: K4 INTEGRASI DESA",
    ],
)  # fmt: skip
def test_an_unknown_word_behind_the_indicator_is_told(title: str):
    assert _told(title) == [f"{CODE} A1"]


@pytest.mark.parametrize(
    "title",
    [
        "CAKUPAN K4 PER DESA", "CAKUPAN K4 MELATI", "CAKUPAN K4 JAYA SARI", "CAKUPAN K4 DESA CIBOGO", "CAKUPAN K4 BULANAN",
        "K4 - REKAP WAJIB DESA", "CAKUPAN K4 (ANTENATAL)", "CAKUPAN BCG BAYI", "CAKUPAN K4 DI WILAYAH KERJA", "CAKUPAN K4 MENURUT BIDAN",
    ],
)  # fmt: skip
def test_names_and_harmless_words_are_not(title: str):
    assert _told(title) == []


def test_a_name_may_stand_in_the_name_of_the_file():
    assert _told("CAKUPAN K4 KARANGREJO", "K4 Karangrejo.xlsx") == []
    assert _told("CAKUPAN K4 KARANGREJO") == [f"{CODE} A1"]  # a name or a part: nobody knows


def test_heads_that_name_the_indicator_themselves_need_no_title():
    reading = read(S="CAKUPAN K4 RAHASIA MARET 2026\nNO|DESA|K4\n1|Suka|4\n2|Maju|6\n3|Jaya|2")
    assert not codes(reading)
