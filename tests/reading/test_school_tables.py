"""MR and DT of pupils are not the routine antigens of infants."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize("title", ["HASIL BIAS NOVEMBER 2025", "IMUNISASI ANAK SEKOLAH NOVEMBER 2025", "IMUNISASI NOVEMBER 2025"])
@pytest.mark.parametrize("antigen", ["MR", "Campak Rubella", "MR (%s)"])
def test_an_antigen_beside_pupils_is_that_of_the_school(title: str, antigen: str):
    head = f"NO|DESA|{antigen.replace('%s', 'anak')}||\n||SISWA|HASIL|%"
    reading = read(merges=[(1, 2, 1, 4)], S=f"{title}\n{head}\n1|Suka|40|10|25\n2|Maju|30|3|10")
    assert not [line for line in said(reading) if " mr1 " in line]
    assert "Suka bias_mr 2025-11 point T 10/40 25" in said(reading)


def test_a_title_of_bias_is_enough():
    reading = read(S="HASIL BIAS NOVEMBER 2025\nNO|DESA|MR|DT\n1|Suka|10|12\n2|Maju|3|5")
    assert [line.split()[1] for line in said(reading)] == ["bias_dt", "bias_mr"] * 2


def test_a_table_with_antigens_of_infants_stays_one_of_infants():
    reading = read(S="IMUNISASI RUTIN DAN BIAS JUNI 2025\nNO|DESA|BCG|MR 1\n1|Suka|10|12\n2|Maju|3|5")
    assert "Suka mr1 2025-6 month T 12/" in said(reading)
    reading = read(S="IMUNISASI JUNI 2025\nNO|DESA|SASARAN BADUTA|MR 2|SISWA KELAS 1|BIAS MR\n1|Suka|20|10|30|12\n2|Maju|10|3|20|5")
    assert "Suka mr2 2025-6 month T 10/20" in said(reading)


def test_lists_that_begin_again_in_each_group_are_read():
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S="KIA S/D MEI 2026\nNO|DESA|I. IBU||II. ANAK|\n||1. K1|2. K4|1. KN1|2. KN LENGKAP\n1|Suka|9|8|7|6\n2|Maju|5|4|3|2",
    )
    assert [line.split()[1] for line in said(reading)] == ["k1", "k4", "kn1", "kn_lengkap"] * 2


@pytest.mark.parametrize(
    "name", ["Bulan Imunisasi Anak Sekolah (BIAS) MR", "Bulan Imunisasi Anak Sekolah Campak", "MR Bulan Imunisasi Anak Sekolah", "BIAS MR"]
)
def test_the_month_of_school_immunisation_by_its_whole_name(name: str):
    rows = f"CAPAIAN AGUSTUS 2025\nDESA : Suka\nNO|INDIKATOR|Sasaran|Capaian|%\n1|K1|30|27|90\n2|{name}|40|20|50\n3|K4|40|30|75"
    assert "Suka bias_mr 2025-8 point T 20/40 50" in said(read(S=rows))
    columns = f"{name} AGUSTUS 2025\nNO|DESA|Sasaran|MR|%\n1|Suka|30|27|90\n2|Maju|40|20|50\n3|Jaya|40|30|75"
    assert "Suka bias_mr 2025-8 point T 27/30 90" in said(read(S=columns))


@pytest.mark.parametrize("name", ["Imunisasi MR bayi", "Imunisasi campak rubella (MR)", "MR 1"])
def test_the_antigen_of_infants_stays(name: str):
    rows = f"CAPAIAN AGUSTUS 2025\nDESA : Suka\nNO|INDIKATOR|Sasaran|Capaian|%\n1|K1|30|27|90\n2|{name}|40|20|50\n3|K4|40|30|75"
    assert "Suka mr1 2025-8 month T 20/40 50" in said(read(S=rows))


def test_schools_below_a_title_of_one_antigen_are_asked_for():
    schools = "BULAN IMUNISASI ANAK SEKOLAH (BIAS) CAMPAK RUBELA AGUSTUS 2025\nNO|NAMA SEKOLAH|SASARAN|MR\n1|SDN 1 Suka|30|27\n2|MI Maju|40|20"
    other = "K1 BULAN MARET 2026\nDesa|Sasaran|K1\nSuka|40|5\nMaju|50|4\nJaya|60|3"
    reading = read(S=schools, KIA=other)
    assert {line.split()[1] for line in said(reading)} == {"k1"} and "kolom-tidak-dikenal D2" in codes(reading)
