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
