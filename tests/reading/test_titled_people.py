"""Tables whose title names people and whose heads name what was done for them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

_HEAD = "NO|DESA|SASARAN|DISKRINING SESUAI STANDAR|%"
TWO = f"{_HEAD}||{_HEAD}\n1|Suka|50|25|50||1|Suka|20|10|50\n2|Maju|40|10|25||2|Maju|30|15|50"
ONE = "NO|DESA|SASARAN|{}|%\n1|Suka|50|25|50\n2|Maju|40|10|25"


@pytest.mark.parametrize("left", ["USIA PRODUKTIF (15-59 TAHUN)", "A. USIA PRODUKTIF", "USIA 15-59 TAHUN"])
@pytest.mark.parametrize("right", ["LANJUT USIA (>= 60 TAHUN)", "B. LANSIA", "USIA 60 TAHUN KE ATAS"])
def test_two_groups_of_people_side_by_side(left: str, right: str):
    title = "PELAYANAN KESEHATAN USIA PRODUKTIF DAN LANJUT USIA S/D OKTOBER 2026"
    assert said(read(S=f"{title}\n{left}||||||{right}||||\n{TWO}")) == [
        "Maju spm_06 2026-10 cumulative T 10/40 25", "Maju spm_07 2026-10 cumulative T 15/30 50",
        "Suka spm_06 2026-10 cumulative T 25/50 50", "Suka spm_07 2026-10 cumulative T 10/20 50",
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["Diskrining sesuai standar", "Dilayani sesuai standar", "Mendapat pelayanan sesuai standar"])
def test_two_groups_one_below_the_other(head: str):
    table = ONE.format(head)
    reading = read(S=f"SKRINING S/D OKTOBER 2026\nUSIA PRODUKTIF\n{table}\n\nLANSIA\n{table}")
    assert {line.split()[1] for line in said(reading)} == {"spm_06", "spm_07"} and len(said(reading)) == 4


@pytest.mark.parametrize("young", ["Usia Produktif 15-59 tahun", "PENDUDUK USIA 15-59 TH"])
@pytest.mark.parametrize("old", ["Usia Lanjut (>= 60 tahun)", "LANSIA (60 TH KE ATAS)"])
@pytest.mark.parametrize("served", ["Mendapat skrining sesuai standar", "Diskrining"])
def test_groups_of_people_with_their_ages_and_sexes_above_or_below(young: str, old: str, served: str):
    below = f"NO|DESA|{young}||||{old}|||\n||Sasaran||{served}||Sasaran||{served}|\n||L|P|L|P|L|P|L|P"
    between = f"NO|DESA|{young}||||{old}|||\n||L||P||L||P|\n||Sasaran|{served}|Sasaran|{served}|Sasaran|{served}|Sasaran|{served}"
    merges = [(1, 0, 3, 0), (1, 1, 3, 1), (1, 2, 1, 5), (1, 6, 1, 9), *((2, at, 2, at + 1) for at in (2, 4, 6, 8))]
    one = read(S=f"HASIL SKRINING S/D MEI 2026\n{below}\n1|Suka|90|80|30|20|40|50|10|15\n2|Maju|60|70|15|35|20|25|5|6", merges=merges)
    other = read(S=f"HASIL SKRINING S/D MEI 2026\n{between}\n1|Suka|90|30|80|20|40|10|50|15\n2|Maju|60|15|70|35|20|5|25|6", merges=merges)
    assert said(one) == said(other) and len(said(one)) == 8
    assert "Maju spm_07 2026-5 cumulative P 6/25" in said(one) and "Suka spm_06 2026-5 cumulative L 30/90" in said(one)


def test_a_title_of_two_groups_names_no_indicator():
    reading = read(S="PELAYANAN KESEHATAN USIA PRODUKTIF DAN LANJUT USIA S/D MEI 2026\nNO|DESA|JUMLAH|K4|%\n1|Suka|50|25|50\n2|Maju|40|10|25")
    assert {line.split()[1] for line in said(reading)} == {"k4"}


def test_an_indicator_of_other_people_is_not_inherited():
    table = ONE.format("Dilayani")
    reading = read(S=f"PELAYANAN KESEHATAN USIA PRODUKTIF S/D MEI 2026\n{table}\n\nLANSIA\n{ONE.format('Mendapat obat')}")
    assert {line.split()[1] for line in said(reading)} == {"spm_06"} and len(said(reading)) == 2
    assert any(code.startswith(("kolom-tidak-dikenal", "indikator-tidak-disebut")) for code in codes(reading))


@pytest.mark.parametrize("title", ["TATALAKSANA BALITA GIZI KURANG DAN GIZI BURUK", "PENANGANAN GIZI BURUK", "PMT LOKAL"])
def test_a_percent_beside_an_indicator_of_its_group_is_that_one_s(title: str):
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S=f"{title} S/D MEI 2026\nNO|DESA|BALITA GIZI KURANG (6-59 BLN)|||BALITA GIZI BURUK||\n"
        "||JML KASUS|DAPAT PMT LOKAL|%|JML KASUS|DAPAT PERAWATAN|%\n"
        "1|Suka|20|10|50|2|1|50\n2|Maju|10|9|90|4|4|100\n3|Jaya|8|2|25|1|1|100",
    )
    assert "Maju pmt_gizi_kurang 2026-5 cumulative T 9/10 90" in said(reading)
    assert "Maju gizi_buruk_dirawat 2026-5 cumulative T 4/4 100" in said(reading)
    assert {line.split()[1] for line in said(reading)} == {"pmt_gizi_kurang", "gizi_buruk_dirawat", "gizi_buruk"}


@pytest.mark.parametrize("head", ["JML ANAK LENGKAP", "Lengkap", "Anak lengkap", "Jumlah lengkap"])
def test_a_head_that_repeats_words_of_the_title(head: str):
    table = f"NO|DESA|SASARAN|{head}|CAPAIAN\n1|Suka|50|25|50%\n2|Maju|40|10|25%"
    reading = read(S=f"KEADAAN S/D AGUSTUS 2026\nIMUNISASI DASAR LENGKAP (0-11 BULAN)\n{table}\n\nIMUNISASI BADUTA LENGKAP\n{table}")
    assert said(reading)[:2] == ["Maju ibl 2026-8 cumulative T 10/40 25", "Maju idl 2026-8 cumulative T 10/40 25"]
    assert len(said(reading)) == 4 and not codes(reading)


def test_those_who_are_not_complete_are_not_the_indicator():
    reading = read(S="IMUNISASI DASAR LENGKAP S/D MEI 2026\nNO|DESA|SASARAN|TIDAK LENGKAP\n1|Suka|50|25\n2|Maju|40|10\n")
    assert not said(reading)


@pytest.mark.parametrize("head", ["Dapat", "Mendapat Vit A", "Diberi kapsul vitamin A"])
def test_a_family_in_the_title_and_people_over_each_table(head: str):
    table = f"NO|DESA|SASARAN|{head}|%"
    rows = "1|Suka|50|25|50|1|Suka|20|10|50\n2|Maju|40|20|50|2|Maju|30|15|50"
    reading = read(S=f"CAKUPAN VITAMIN A FEBRUARI 2026\nBAYI 6-11 BULAN|||||ANAK BALITA 12-59 BULAN||||\n{table}|{table}\n{rows}")
    assert said(reading)[:2] == ["Maju vit_a_12_59 2026-2 point T 15/30 50", "Maju vit_a_6_11 2026-2 point T 20/40 50"]
    assert len(said(reading)) == 4 and not codes(reading)


@pytest.mark.parametrize("head", [
    "Lengkap L|Lengkap P|Lengkap L+P|%", "L Lengkap|P Lengkap|Jumlah Lengkap|%", "Lengkap|||\n|||L|P|L+P|%",
    "Jumlah Bayi Lengkap L|Bayi Lengkap P|Bayi Lengkap|%",
])  # fmt: skip
def test_the_last_word_of_a_title_by_sex_is_its_indicator(head: str):
    reading = read(S=f"CAKUPAN IMUNISASI DASAR LENGKAP (IDL) MEI 2026\nNO|DESA|SASARAN SI|{head}\n1|Suka|40|4|6|10|25\n2|Maju|50|10|20|30|60")
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka idl 2026-5 month L 4/", "Suka idl 2026-5 month P 6/", "Suka idl 2026-5 month T 10/40 25",
    ]  # fmt: skip
    assert codes(reading) == []


def test_so_is_it_over_abs_and_percent_and_the_others_are_asked():
    head = "NO|DESA|SASARAN|Lengkap||Tidak Lengkap|\n|||Abs|%|Abs|%"
    reading = read(S=f"CAKUPAN IMUNISASI DASAR LENGKAP (IDL) MEI 2026\n{head}\n1|Suka|40|10|25|30|75\n2|Maju|50|30|60|20|40")
    assert said(reading) == ["Maju idl 2026-5 month T 30/50 60", "Suka idl 2026-5 month T 10/40 25"]
    assert codes(reading) == ["kolom-tidak-dikenal F3", "kolom-tidak-dikenal G3"]


@pytest.mark.parametrize("title", ["CAKUPAN IMUNISASI MEI 2026", "CAKUPAN IDL DAN IBL MEI 2026"])
def test_a_title_of_no_or_several_indicators_leaves_lengkap_open(title: str):
    with pytest.raises(LokminError) as refused:
        read(S=f"{title}\nNO|DESA|SASARAN|Lengkap L|Lengkap P|Lengkap L+P\n1|Suka|40|4|6|10\n2|Maju|50|10|20|30")
    assert "kolom-tidak-dikenal" in {each.code for each in refused.value.problems}
