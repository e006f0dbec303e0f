"""Words as the field writes them: letters apart, abbreviations, ages and answers in brackets."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.vocabulary import vocabulary


@pytest.mark.parametrize(
    "head, code",
    [
        ("B C G", "bcg"), ("I P V 2", "ipv2"), ("P C V - 1", "pcv1"), ("D P T / H B - H i b - 3", ""), ("HB O (0 - 24 Jam)", "hb0"),
        ("HB-O 1-7 hari", "hb0_1_7"), ("Imunisasi Dsr Lgkp", "idl"), ("DPT-HB-Hib lanjutan (4)", "dpt4"), ("Campak Rubela lanjutan (2)", "mr2"),
        ("PCV 3 (lanjutan)", "pcv3"), ("K1 Murni (0-12 mg)", "k1_murni"), ("N/(N+T)", "n_d"), ("N/D terkoreksi (%)", "n_d"),
        ("Gizi lebih / Overweight (BB/TB)", "overweight"), ("Desa ODF / Stop BABS (Ya/Tidak)", "sbs"), ("Desa SBS (Sudah/Belum)", "sbs"),
        ("Lansia dilayani sesuai standar", "spm_07"), ("Usia produktif diskrining sesuai standar", "spm_06"),
        ("ASI Eks s/d 6 bln", "asi_6_bulan"), ("ASI E sampai usia 6 bulan", "asi_6_bulan"), ("Diberi ASI saja sampai 6 bulan", "asi_6_bulan"),
        ("ASI Eks s/d bulan ini", "asi_eksklusif"),
    ],
)  # fmt: skip
def test_heads(head: str, code: str):
    meaning = Reader(vocabulary()).text(head)
    assert meaning.indicator == code and bool(meaning.unknown) == (not code)


@pytest.mark.parametrize("head", ["ASI Eks s/d 5 bln", "ASI Eks s/d bulan 6"])
def test_another_age_is_not_six_months(head: str):
    assert Reader(vocabulary()).text(head).unknown


@pytest.mark.parametrize("head", ["Bumil Risti (20%)", "Sasaran risti 20% x bumil", "Perkiraan bumil resti", "20 % sasaran bumil"])
def test_a_share_of_the_mothers_is_a_divisor(head: str):
    reading = read(S=f"DETEKSI RISTI S/D MEI 2026\nNO|DESA|BUMIL|{head}|RESTI OLEH NAKES\n1|Suka|50|10|5\n2|Maju|40|8|4")
    assert said(reading) == ["Maju resti_nakes 2026-5 cumulative T 4/8", "Suka resti_nakes 2026-5 cumulative T 5/10"]


@pytest.mark.parametrize("letters", ["S|K|D|N", "S |K |D |N "])
def test_letters_of_a_growth_table_are_no_spaced_word(letters: str):
    reading = read(S=f"S K D N MEI 2026\nNO|DESA|{letters}\n1|Suka|50|45|40|30\n2|Maju|20|20|10|5")
    assert "Suka d_s 2026-5 point T 40/50" in said(reading) and not codes(reading)
