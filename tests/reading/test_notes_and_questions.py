"""A plan with its text is the last line of the table above; questions of a form and definitions name what they name."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TABLES = """BAHAN LOKMIN
CAPAIAN AGUSTUS 2025

A. CAKUPAN IMUNISASI DASAR LENGKAP
NO|DESA|SASARAN SI|IDL|%
1|Mekarsari|98|69|70.4
2|Sukamaju|101|71|70.3
3|Wanasari|80|40|50
{note}

B. PARTISIPASI PENIMBANGAN (D/S)
NO|DESA|JML BALITA (S)|DITIMBANG (D)|%
1|Mekarsari|356|333|93.5
2|Sukamaju|224|205|91.5
3|Wanasari|100|80|80"""
FORM = """Timestamp|Nama Bidan|Desa|Bulan Laporan|Tahun|{question}|Kendala
1/6/2025|A|Mekarsari|Mei|2025|4|-
2/6/2025|B|Sukamaju|Mei|2025|6|-"""


@pytest.mark.parametrize("note", [
    "Masalah : Desa Wanasari terendah\nRTL : sweeping minggu III, koordinasi dengan kades", "Rencana Tindak Lanjut: sweeping imunisasi",
    "RTL|: sweeping", "POA : kelas ibu", "Notulen : disepakati sweeping",
])  # fmt: skip
def test_a_plan_with_its_text_belongs_to_the_table_above(note: str):
    assert "Mekarsari d_s 2025-8 point T 333/356 93.5" in said(read(S=TABLES.format(note=note)))


@pytest.mark.parametrize("title", ["RTL IMUNISASI\nAGUSTUS 2025", "RTL : IMUNISASI\nAGUSTUS 2025", "RENCANA TINDAK LANJUT\nIMUNISASI AGUSTUS 2025"])
def test_a_plan_that_is_the_title_stays_one(title: str):
    with pytest.raises(NothingToRead) as raised:
        read(S=f"{title}\nNO|DESA|SASARAN|IDL|%\n1|Mekarsari|98|69|70.4\n2|Sukamaju|101|71|70.3")
    assert any(problem.code == "tabel-kegiatan" for problem in raised.value.problems)


def test_a_plan_right_above_a_table_without_a_title_is_its_title():
    lines = said(read(S=TABLES.format(note="RTL : sweeping").replace("B. PARTISIPASI PENIMBANGAN (D/S)\n", "")))
    assert not any(" d_s " in line for line in lines)


@pytest.mark.parametrize(("question", "counted"), [
    ("Berapa jumlah ibu hamil K1 bulan ini?", "k1 2025-5 month"), ("1. Berapa ibu hamil yang K1?", "k1 2025-5 month"),
    ("Masukkan jumlah ibu hamil K6 bulan ini", "k6 2025-5 month"), ("Berapa jumlah ibu hamil K1 sampai bulan ini?", "k1 2025-5 cumulative"),
])  # fmt: skip
def test_questions_name_indicators(question: str, counted: str):
    assert said(read(S=FORM.format(question=question))) == [f"Mekarsari {counted} T 4/", f"Sukamaju {counted} T 6/"]


@pytest.mark.parametrize("question", ["Berapa ibu hamil yang tidak K1?", "Berapa ibu hamil yang belum K6?", "Berapa jumlah ibu hamil K1 bulan lalu?"])
def test_questions_of_others_are_not_read(question: str):
    with pytest.raises(NothingToRead):
        read(S=FORM.format(question=question))


@pytest.mark.parametrize("title", ["D/S (%) = jumlah balita ditimbang dibagi jumlah seluruh balita", "D/S adalah balita ditimbang dibagi balita"])
def test_how_an_indicator_is_reckoned_is_no_part_of_it(title: str):
    text = f"{title}\nTAHUN 2026\nBULAN|Mekarsari|||Sukamaju||\n|S|D|%|S|D|%\nJANUARI|157|108|68.8|218|149|68.3\nFEBRUARI|160|120|75|214|166|77.6"
    assert not any(code.startswith("kata-judul") for code in codes(read(S=text)))


def test_a_word_behind_an_indicator_is_still_told():
    reading = read(S="CAKUPAN K1 PRIMIPARA\nBULAN MARET 2026\nDESA|SASARAN|JUMLAH\nMekarsari|50|5\nSukamaju|40|4")
    assert any(code.startswith("kata-judul") for code in codes(reading))
