"""Lists of indicators with scores, problems, and percents alone: rapor desa, PKP, slides of a minlok."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

RAPOR = "RAPOR KESEHATAN DESA\nDESA : {desa}\nPERIODE : S/D JUNI 2026\nNO|INDIKATOR|SASARAN|JUMLAH SASARAN|TARGET (%)|CAPAIAN|PERSEN|{heads}\n"
ROWS = "1|Cakupan K1|Jml bumil|50|50|25|50|{0}\n2|Imunisasi dasar lengkap|Jml bayi|40|50|10|25|{1}\n3|D/S|Jml balita|80|80|60|75|{2}"
SLIDE = "IDENTIFIKASI MASALAH S/D JULI 2026\nNO|DESA|MASALAH|TARGET|CAPAIAN|KESENJANGAN|PENYEBAB\n"


@pytest.mark.parametrize(
    ("heads", "scores"),
    [
        ("NILAI|PREDIKAT", ("65|C", "83|B", "90|A")), ("BOBOT|SKOR|BOBOT X SKOR", ("2|10|20", "1|7|7", "3|10|30")),
        ("HASIL KINERJA|NILAI AKHIR|AKAR MASALAH", ("80|8|Jauh", "70|7|Sibuk", "90|9|Panen")),
        ("SKALA 4|SKALA 7|SKALA 10", ("25|40|50", "20|30|50", "40|60|80")),
        ("PENYEBAB|SOLUSI|PIC", ("Jauh|Kelas|KIA", "Sibuk|Sweeping|Imunisasi", "Panen|Kelas|Gizi")),
    ],
)  # fmt: skip
def test_scores_and_remarks_beside_indicators_are_no_areas(heads: str, scores: tuple[str, ...]):
    sheets = {desa: RAPOR.format(desa=desa, heads=heads) + ROWS.format(*scores) for desa in ("Suka", "Maju")}
    reading = read(**sheets)
    assert said(reading)[3:] == ["Suka d_s 2026-6 point T 60/80 75", "Suka idl 2026-6 cumulative T 10/40 25", "Suka k1 2026-6 cumulative T 25/50 50"]
    assert not codes(reading)


def test_areas_as_columns_stay_areas():
    reading = read(S="S/D JUNI 2026\nINDIKATOR|KINERJAN|NILAIAN\nK1|20|30\nK4|10|20")
    assert {line.split()[0] for line in said(reading)} == {"KINERJAN", "NILAIAN"}


def test_desa_that_answer_yes_or_no_stay_areas():
    reading = read(S="STBM SEMESTER I 2026\nINDIKATOR|SUKA|MAJU|JAYA\nDesa ODF|Ya|Belum|Ya\nK1|20|30|25")
    assert {line.split()[0] for line in said(reading) if " k1 " in line} == {"SUKA", "MAJU", "JAYA"}


def test_each_problem_names_the_indicator_of_its_percent():
    rows = "1|Suka|IDL belum tercapai|52,5%|50,4%|-2,1%|Jauh\n||Rendahnya cakupan K4|58,3%|54,5%|-3,8%|Sibuk\n"
    rows += "2|Maju|D/S masih di bawah target|85,0%|61,8%|-23,2%|Jauh"
    reading = read(S=SLIDE + rows + "\n||Bumil KEK mendapat PMT|58,3%|40%|-18,3%|Jauh")
    assert said(reading) == [
        "Maju d_s 2026-7 point T / 61.8", "Maju kek_pmt 2026-7 cumulative T / 40", "Suka idl 2026-7 cumulative T / 50.4",
        "Suka k4 2026-7 cumulative T / 54.5",
    ]  # fmt: skip


def test_what_a_problem_says_otherwise_is_told_and_not_read():
    rows = "1|Suka|IDL belum tercapai|52,5%|50,4%|-2,1%|Jauh\n||Desa belum ODF|100%|0%|-100%|x\n2|Maju|K4 rendah|85,0%|61,8%|-23,2%|Jauh"
    reading = read(S=SLIDE + rows)
    assert [line.split()[1] for line in said(reading)] == ["k4", "idl"] and "baris-tidak-dikenal C4" in codes(reading)


def test_a_remark_beside_numbers_of_the_title_stays_a_remark():
    reading = read(S="CAKUPAN K4 S/D JULI 2026\nNO|DESA|MASALAH|SASARAN|CAPAIAN\n1|Suka|IDL rendah|50|20\n2|Maju|IDL rendah|40|10")
    assert said(reading) == ["Maju k4 2026-7 cumulative T 10/40", "Suka k4 2026-7 cumulative T 20/50"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Bahan Minlok Agustus 2026.xlsx", False), ("Lokmin September 2026.xlsx", False), ("Bahan Minlok Juni 2026.xlsx", True),
        ("Bahan Minlok Agustus 2027.xlsx", True), ("Laporan Agustus 2026.xlsx", True),
    ],
)  # fmt: skip
def test_a_meeting_speaks_of_the_months_before_it(name: str, told: bool):
    reading = read(name, S="K4 S/D JULI 2026\nNO|DESA|SASARAN|CAPAIAN\n1|Suka|50|20\n2|Maju|40|10")
    assert (codes(reading) == ["bulan-nama-berbeda A1"]) is told and said(reading)[0] == "Maju k4 2026-7 cumulative T 10/40"


def test_a_meeting_in_january_speaks_of_the_year_before():
    reading = read("Minlok Januari 2027.xlsx", S="K4 S/D DESEMBER 2026\nNO|DESA|SASARAN|CAPAIAN\n1|Suka|50|20\n2|Maju|40|10")
    assert not codes(reading)


def test_complaints_name_no_indicator():
    with pytest.raises(NothingToRead) as refused:
        read(S=SLIDE + "1|Suka|Ibu tidak tahu jadwal|52,5%|50,4%|-2,1%|Jauh\n2|Maju|Kader kurang|85,0%|61,8%|-23,2%|Jauh")
    assert "tabel-tidak-terbaca" in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize("head", ["CAPAIAN (%)", "% CAPAIAN", "CAKUPAN %"])
def test_lists_of_indicators_may_hold_nothing_but_percents(head: str):
    rows = "1|Suka|BCG|58.3|51.0|-7.3\n||MR1|52.5|47.4|-5.1\n2|Maju|BCG|58.3|44.1|-14.2\n||MR1|52.5|50.2|-2.3"
    reading = read(S=f"IMUNISASI DASAR LENGKAP S/D JULI 2026\nNO|DESA|INDIKATOR|TARGET (%)|{head}|KESENJANGAN\n{rows}")
    assert said(reading) == [
        "Maju bcg 2026-7 cumulative T / 44.1", "Maju mr1 2026-7 cumulative T / 50.2", "Suka bcg 2026-7 cumulative T / 51",
        "Suka mr1 2026-7 cumulative T / 47.4",
    ]  # fmt: skip


def test_a_second_percent_beside_counts_is_nobodys():
    rows = "1|Suka|BCG|100|51|51|80\n||MR1|100|52|52|70\n2|Maju|BCG|100|58|58|44.1\n||MR1|50|25|50|70"
    reading = read(S=f"S/D JULI 2026\nNO|DESA|INDIKATOR|SASARAN|CAPAIAN|%|% KINERJA\n{rows}")
    assert said(reading)[0] == "Maju bcg 2026-7 cumulative T 58/100 58" and len(said(reading)) == 4
