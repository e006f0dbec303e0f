"""Heads that make sense only behind the family that the title stands for, and heads that tell how a number is added up."""

from __future__ import annotations

import pytest
from laporan import read, said

MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)]
TABLE = "{}\nNO|DESA|SASARAN BULIN|JAN||FEB|\n|||{}|{}|{}|{}\n1|Suka|40|5|4|3|2\n2|Maju|30|2|1|4|4"


@pytest.mark.parametrize("title", ["LAPORAN PERSALINAN TAHUN 2026", "LINAKES 2026", "CAKUPAN PERTOLONGAN PERSALINAN 2026"])
@pytest.mark.parametrize("pair", [("NAKES", "FASYANKES"), ("Oleh nakes", "Di faskes"), ("PN", "PF")])
def test_births_by_helper_and_by_place_below_each_month(title: str, pair: tuple[str, str]):
    reading = read(S=TABLE.format(title, *pair, *pair), LINAKES="", merges=MERGES)
    assert "Maju pn 2026-2 month T 4/30" in said(reading) and "Suka pn_fasyankes 2026-1 month T 4/40" in said(reading)
    assert len(said(reading)) == 8


def test_births_by_helper_and_by_place_below_this_month_and_up_to_it():
    head = "NO|DESA|SASARAN BULIN|BULAN INI||S/D BULAN INI|\n|||NAKES|FASKES|NAKES|FASKES"
    reading = read(S=f"CAKUPAN PERSALINAN MEI 2026\n{head}\n1|Suka|40|5|4|13|12\n2|Maju|30|2|1|14|11", merges=MERGES)
    assert "Suka pn_fasyankes 2026-5 cumulative T 12/40" in said(reading) and "Maju pn 2026-5 month T 2/30" in said(reading)
    assert len(said(reading)) == 8


def test_a_percent_of_a_family_is_not_that_of_the_count_before_an_unknown_one():
    reading = read(S="NIFAS S/D MEI 2026\nNO|DESA|IBU NIFAS|KF1|VIT A|% DAPAT VIT A\n1|Suka|40|20|10|25\n2|Maju|50|30|10|20\n3|Jaya|20|10|5|25")
    assert "Suka kf1 2026-5 cumulative T 20/40" in said(reading)


@pytest.mark.parametrize("other", ["NON NAKES", "DUKUN"])
def test_births_without_help_are_not_read(other: str):
    reading = read(S=TABLE.format("LINAKES 2026", "NAKES", other, "NAKES", other), merges=MERGES)
    assert {line.split()[1] for line in said(reading)} == {"pn"} and len(said(reading)) == 4


@pytest.mark.parametrize(
    "head",
    ["capaian_kumulatif", "realisasi_kumulatif", "kumulatif", "hasil_sd_bulan_ini",
     "capaian_sd_bulan", "jan_sd_bulan_ini", "cum_numerator", "capaian sejak Januari"],
)  # fmt: skip
def test_the_columns_name_of_a_long_list_tells_that_it_adds_up(head: str):
    rows = f"tahun|bulan|desa|indikator|sasaran|{head}|persen\n"
    rows += "2026|1|Suka|K1|50|5|10\n2026|2|Suka|K1|50|9|18\n2026|1|Maju|K1|40|4|10\n2026|2|Maju|K1|40|8|20"
    assert "Suka k1 2026-2 cumulative T 9/50 18" in said(read(S=rows)) and len(said(read(S=rows))) == 4


@pytest.mark.parametrize("sasaran", ["SASARAN IBU NIFAS 1 TAHUN", "SASARAN BUFAS SATU TAHUN", "SASARAN IBU NIFAS"])
def test_the_sasaran_of_one_year_is_no_first_visit(sasaran: str):
    rows = f"KUNJUNGAN NIFAS LENGKAP S/D MEI 2026\nNO|DESA|{sasaran}|ABS|%\n1|Suka|50|25|50\n2|Maju|40|10|25"
    assert "Suka kf_lengkap 2026-5 cumulative T 25/50 50" in said(read(S=rows))


@pytest.mark.parametrize(("head", "month"), [("TT anak SD bulan Mei", False), ("Capaian siswa SD Mei", False), ("BCG SD MEI", True)])
def test_sd_is_a_school_or_until(head: str, month: bool):
    reading = read(S=f"IMUNISASI 2026\nNO|DESA|SASARAN BAYI|{head}\n1|Suka|50|25\n2|Maju|40|10")
    assert ("Suka bcg 2026-5 cumulative T 25/50" in said(reading)) is month and bool(said(reading)) is month
