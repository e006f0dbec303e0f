"""Titles of illnesses that name an age or other people: a part of the ill is not all of them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

TABLE = "{title}\nBULAN MARET 2026\nDesa|Jumlah\nSuka|1\nMaju|2\nJaya|4"
OTHER = "\n\nK1 BULAN MARET 2026\nDesa|Sasaran|K1\nSuka|40|5\nMaju|50|4\nJaya|60|3"
PARTS = [
    "KASUS TB 0-14 TAHUN", "KASUS DBD USIA < 15 TAHUN", "KASUS DIARE LANSIA", "KASUS MALARIA BALITA", "KASUS ISPA > 5 TAHUN",
    "KASUS PNEUMONIA BALITA < 1 TAHUN", "KASUS MALARIA IBU HAMIL", "KASUS DIARE 6-11 BULAN",
    "KASUS DBD PADA ANAK", "PELAYANAN HIPERTENSI USIA 15-59 TAHUN", "PELAYANAN ODGJ BERAT USIA 15-59 TAHUN",
]  # fmt: skip
WHOLE = {
    "KASUS TB": "tb_kasus", "KASUS DIARE SEMUA UMUR": "diare", "KASUS DIARE BALITA": "diare_balita", "KASUS ISPA BALITA": "ispa",
    "KASUS PNEUMONIA BALITA 0-59 BULAN": "pneumonia_balita", "KASUS DBD 2025-2026": "dbd_kasus", "KASUS MALARIA JANUARI - MARET": "malaria",
}  # fmt: skip


@pytest.mark.parametrize("title", PARTS)
def test_a_title_of_some_of_the_ill(title: str):
    with pytest.raises(LokminError):
        read(S=TABLE.format(title=title))
    reading = read(S=TABLE.format(title=title), KIA=OTHER.strip())
    assert {line.split()[1] for line in said(reading)} == {"k1"}
    assert "sebagian-sasaran A1" in codes(reading)


@pytest.mark.parametrize("title", WHOLE)
def test_a_title_of_all_of_the_ill(title: str):
    reading = read(S=TABLE.format(title=title))
    assert {line.split()[1] for line in said(reading)} == {WHOLE[title]}
    assert not [code for code in codes(reading) if code.startswith("sebagian")]


def test_ages_in_the_heads_part_the_title():
    rows = "Suka|1|2|3\nMaju|2|2|4\nJaya|1|1|2"
    head = "Desa|KASUS DBD||\n|0-14 tahun|> 14 tahun|Jumlah"
    lines = said(read(S=f"KASUS DBD 0-60 TAHUN\nBULAN MARET 2026\n{head}\n{rows}", merges=[(2, 1, 2, 3)]))
    assert "Suka dbd_kasus 2026-3 month T 3/" in lines


def test_a_title_of_several_illnesses_says_nothing_of_one():
    reading = read(S="KASUS DIARE BALITA DAN DBD\nBULAN MARET 2026\nDesa|Diare balita|DBD\nSuka|1|2\nMaju|2|4")
    assert {line.split()[1] for line in said(reading)} == {"diare_balita", "dbd_kasus"}
