"""Groups that name an examination, repeat a word of the leaf, or say who helped at a birth."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

LILA = """REKAP GIZI IBU HAMIL
BULAN MARET 2026
NO|DESA|SASARAN BUMIL|{group}|||{second}|
|||DIUKUR LILA|KEK|% KEK|{leaf}|%
1|Mekarsari|67|65|8|12.31|6|75
2|Sukamaju|62|54|9|16.67|7|77.78
"""
BIRTHS = """LAPORAN BULANAN PERSALINAN
BULAN MARET 2026
NO|DESA|SASARAN|{group}||||
|||DOKTER|BIDAN|PERAWAT|{leaf}|DUKUN
1|Mekarsari|50|1|3|0|4|1
2|Sukamaju|40|2|4|0|6|0
"""


def _lila(group: str = "STATUS LILA", second: str = "PMT BUMIL KEK", leaf: str = "DAPAT PMT"):  # noqa: ANN202
    return read(S=LILA.format(group=group, second=second, leaf=leaf))


@pytest.mark.parametrize("group", ["STATUS LILA", "STATUS LINGKAR LENGAN ATAS", "LILA"])
def test_the_status_of_an_examination_heads_its_numbers(group: str):
    assert "Mekarsari kek 2026-3 month T 8/65 12.31" in said(_lila(group=group))


def test_a_status_alone_is_not_read():
    reading = read(S="CAKUPAN KIA\nBULAN MARET 2026\nDESA|SASARAN|K1|STATUS\nMekarsari|50|5|1\nSukamaju|40|4|2")
    assert said(reading) == ["Mekarsari k1 2026-3 month T 5/50", "Sukamaju k1 2026-3 month T 4/40"]


@pytest.mark.parametrize("leaf", ["DAPAT PMT", "MENDAPAT PMT", "DIBERI PMT", "MENDAPATKAN PMT"])
def test_those_who_were_given_what_the_group_names(leaf: str):
    assert "Mekarsari kek_pmt 2026-3 month T 6/8 75" in said(_lila(leaf=leaf))


@pytest.mark.parametrize("leaf", ["JUMLAH PMT", "TIDAK DAPAT PMT", "BELUM DAPAT PMT"])
def test_goods_and_those_who_had_none_are_asked(leaf: str):
    reading = _lila(leaf=leaf)
    assert not any(" kek_pmt " in line for line in said(reading))
    assert "kolom-tidak-dikenal G4" in codes(reading)


@pytest.mark.parametrize(("group", "leaf"), [
    *((group, leaf) for group in ("PENOLONG PERSALINAN", "PERSALINAN DITOLONG", "PERTOLONGAN PERSALINAN") for leaf in ("JML NAKES", "TOTAL NAKES")),
    ("PERSALINAN DITOLONG", "NAKES"), ("PERTOLONGAN PERSALINAN", "TENAGA KESEHATAN"),
])  # fmt: skip
def test_births_helped_by_trained_people(group: str, leaf: str):
    assert said(read(S=BIRTHS.format(group=group, leaf=leaf))) == ["Mekarsari pn 2026-3 month T 4/50", "Sukamaju pn 2026-3 month T 6/40"]


@pytest.mark.parametrize("columns", [
    "DOKTER|BIDAN|DUKUN|JML", "DUKUN|DOKTER|BIDAN|TOTAL", "JUMLAH|DOKTER|BIDAN|DUKUN", "DOKTER|BIDAN|NON NAKES|JUMLAH",
])  # fmt: skip
def test_a_sum_that_counts_others_too_is_asked(columns: str):
    text = BIRTHS.replace("DOKTER|BIDAN|PERAWAT|{leaf}|DUKUN", columns + "|BBLR").format(group="PERTOLONGAN PERSALINAN", leaf="")
    assert not any(" pn " in line for line in said(read(S=text)))


@pytest.mark.parametrize("columns", ["NAKES|DUKUN|JML", "NAKES|NON NAKES|TOTAL"])
def test_the_indicator_beside_such_a_sum_is_read(columns: str):
    text = f"PERSALINAN\nBULAN MARET 2026\nDESA|SASARAN BULIN|PERTOLONGAN PERSALINAN||\n||{columns}\nMekarsari|50|4|1|5\nSukamaju|40|6|1|7"
    assert said(read(S=text)) == ["Mekarsari pn 2026-3 month T 4/50", "Sukamaju pn 2026-3 month T 6/40"]


@pytest.mark.parametrize(("group", "columns"), [
    ("IMD", "YA|TIDAK|JML"), ("ASI EKSKLUSIF", "YA|TDK|TOTAL"), ("IDL", "LENGKAP|BELUM LENGKAP|JUMLAH"), ("AKSES JAMBAN", "TIDAK|YA|JML"),
    ("JAMBAN", "JML|MEMILIKI|TIDAK MEMILIKI"),
])  # fmt: skip
def test_a_sum_of_yes_and_no_is_asked(group: str, columns: str):
    text = f"LAPORAN\nBULAN MARET 2026\nDESA|SASARAN|BCG|{group}||\n|||{columns}\nMekarsari|50|3|4|1|5\nSukamaju|40|2|6|1|7"
    assert {line.split()[1] for line in said(read(S=text))} == {"bcg"}


@pytest.mark.parametrize(("group", "columns", "line"), [
    ("IMD", "JML|%|TIDAK", "imd 2026-3 point T 4/50 8"), ("KN1", "L|P|JML", "kn1 2026-3 month T 5/50"),
    ("GIZI BURUK", "DIRAWAT|TIDAK DIRAWAT|JML", "gizi_buruk_dirawat 2026-3 month T 4/5"),
])  # fmt: skip
def test_other_sums_are_read(group: str, columns: str, line: str):
    first, second = ("8", "15") if "%" in columns else ("1", "1")
    text = f"LAPORAN\nBULAN MARET 2026\nDESA|SASARAN|{group}||\n||{columns}\nMekarsari|50|4|{first}|5\nSukamaju|40|6|{second}|7"
    assert f"Mekarsari {line}" in said(read(S=text))


def test_a_sum_before_the_others_is_of_those_before_it():
    assert "Mekarsari pn 2026-3 month T 4/50" in said(read(S=BIRTHS.format(group="PERTOLONGAN PERSALINAN", leaf="JML")))


@pytest.mark.parametrize("head", [
    "BUMIL RISTI DITEMUKAN OLEH MASYARAKAT/KADER", "RESTI MASYARAKAT/KADER", "BUMIL RISTI DITEMUKAN KADER", "DETEKSI RISTI OLEH KADER/MASYARAKAT",
])  # fmt: skip
def test_mothers_at_risk_found_by_the_community(head: str):
    reading = read(S=f"LAPORAN KIA\nBULAN MARET 2026\nDESA|{head}\nMekarsari|5\nSukamaju|4")
    assert said(reading) == ["Mekarsari resti_masyarakat 2026-3 month T 5/", "Sukamaju resti_masyarakat 2026-3 month T 4/"]


@pytest.mark.parametrize("head", ["BUMIL RISTI DIRUJUK KADER", "RISTI OLEH KADER/DUKUN"])
def test_other_ways_to_them_are_asked(head: str):
    reading = read(S=f"LAPORAN KIA\nBULAN MARET 2026\nDESA|SASARAN BUMIL|K1|{head}\nMekarsari|50|5|1\nSukamaju|40|4|2")
    assert "kolom-tidak-dikenal D3" in codes(reading)
