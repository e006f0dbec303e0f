"""Heads over several columns: numbers of a list, counts of posyandu, the ill and the dead below months, pillars of STBM."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("8) ", "9) "), ("A. ", "B. "), ("I. ", "II. "), ("(1) ", "(2) ")])
def test_the_numbers_of_a_list_say_nothing(marks: tuple[str, str]):
    first, second = marks
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S=f"""
CAPAIAN SPM S/D JUNI 2026
NO|DESA|{first}PELAYANAN KESEHATAN IBU HAMIL|||{second}PELAYANAN KESEHATAN PENDERITA HIPERTENSI||
||SASARAN|CAPAIAN|%|SASARAN|CAPAIAN|%
1|Suka|50|25|50|40|10|25
2|Maju|20|5|25|40|30|75
""",
    )
    assert "Suka spm_01 2026-6 cumulative T 25/50 50" in said(reading)
    assert "Maju spm_08 2026-6 cumulative T 30/40 75" in said(reading)


def test_letters_of_skdn_are_no_list():
    reading = read(S="SKDN MARET 2026\nNO|DESA|S|K|D|N|T\n1|Suka|40|39|30|20|10\n2|Maju|20|20|15|9|6")
    assert "Suka d_s 2026-3 point T 30/40" in said(reading)


@pytest.mark.parametrize(("one", "other"), [("Ada", "Lapor"), ("Jumlah", "Aktif")])
def test_posyandu_over_two_counts_names_no_rows(one: str, other: str):
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 6), (1, 7, 1, 9), (1, 0, 2, 0), (1, 1, 2, 1)],
        S=f"""
LAPORAN BULANAN GIZI AGUSTUS 2026
No|Desa|Posyandu||S (Seluruh Balita)|||D (Ditimbang)||
||{one}|{other}|L|P|JML|L|P|JML
1|Suka|2|2|20|18|38|16|14|30
2|Maju|3|2|11|12|23|9|10|19
""",
    )
    assert "Suka d_s 2026-8 point T 30/38" in said(reading)
    assert "Maju d_s 2026-8 point P 10/12" in said(reading)


def test_desa_over_their_names_stay_the_areas():
    reading = read(
        merges=[(1, 2, 1, 3)],
        S="IMUNISASI JUNI 2026\nNo|Antigen|Desa||PUSKESMAS\n||Suka|Maju|\n1|BCG|4|5|9\n2|MR 1|3|2|5",
    )
    assert "Suka bcg 2026-6 month T 4/" in said(reading)


def test_posyandu_of_another_kind_are_not_those_of_the_title():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="""
POSYANDU AKTIF KEADAAN JUNI 2026
NO|DESA|JUMLAH POSYANDU|POSYANDU AKTIF||POSYANDU ILP|
|||Jml|%|Jml|%
1|Suka|6|3|50|2|33.3
2|Maju|4|4|100|1|25
""",
    )
    assert "Suka posyandu_aktif 2026-6 point T 3/6 50" in said(reading)
    assert len(said(reading)) == 2
    assert not [code for code in codes(reading) if code.startswith("dua-kolom")]


@pytest.mark.parametrize("group", ["JUMLAH KASUS", "JML PENDERITA", "KASUS DITEMUKAN"])
def test_p_and_m_below_months_below_a_count_are_the_ill_and_the_dead(group: str):
    reading = read(
        merges=[(1, 2, 1, 7), (2, 2, 2, 3), (2, 4, 2, 5), (2, 6, 2, 7)],
        S=f"""
KASUS DEMAM BERDARAH DENGUE (DBD) TAHUN 2026
NO|DESA|{group}||||||JUMLAH|
||JANUARI||FEBRUARI||MARET|||
||P|M|P|M|P|M|P|M
1|Suka|4|1|2|0|||6|1
2|Maju|3|0|1|1|||4|1
""",
    )
    assert said(reading) == [
        "Maju dbd_kasus 2026-1 month T 3/", "Maju dbd_kasus 2026-2 month T 1/",
        "Maju dbd_meninggal 2026-1 month T 0/", "Maju dbd_meninggal 2026-2 month T 1/",
        "Suka dbd_kasus 2026-1 month T 4/", "Suka dbd_kasus 2026-2 month T 2/",
        "Suka dbd_meninggal 2026-1 month T 1/", "Suka dbd_meninggal 2026-2 month T 0/",
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["PILAR 1 STOP BABS (KK AKSES JAMBAN)", "Pilar 1 (akses jamban sehat)", "STBM 1: KK memiliki jamban"])
def test_the_first_pillar_counts_what_it_names(first: str):
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S=f"STBM TRIWULAN II TAHUN 2026\nNO|DESA|JUMLAH KK|{first}||PILAR 2 CTPS|\n|||KK|%|KK|%\n1|Suka|80|60|75|40|50\n2|Maju|50|50|100|25|50",
    )
    assert "Suka jamban 2026-6 point T 60/80 75" in said(reading)
    assert len(said(reading)) == 4


@pytest.mark.parametrize("classes", ["SANGAT KURANG + KURANG", "BB kurang dan sangat kurang", "kurang + sangat kurang"])
def test_underweight_with_its_classes_is_underweight(classes: str):
    head = f"NO|DESA|JML BALITA DITIMBANG|SANGAT KURANG|KURANG|UNDERWEIGHT ({classes})|%"
    reading = read(S=f"STATUS GIZI BB/U FEBRUARI 2026\n{head}\n1|Suka|50|1|4|5|10\n2|Maju|40|0|4|4|10")
    assert said(reading) == ["Maju underweight 2026-2 point T 4/40 10", "Suka underweight 2026-2 point T 5/50 10"]


@pytest.mark.parametrize("age", ["0-5 BLN 29 HARI", "0 - 5 bulan 29 hr", "0-5 bulan"])
def test_an_age_may_be_told_to_the_day(age: str):
    reading = read(
        merges=[(1, 2, 1, 4)],
        S=f"ASI EKSKLUSIF FEBRUARI 2026\nNO|DESA|TOTAL BAYI {age}||\n||Jml bayi direcall|ASI eksklusif|%\n1|Suka|20|15|75\n2|Maju|10|4|40",
    )
    assert "Suka asi_eksklusif 2026-2 point T 15/20 75" in said(reading)


@pytest.mark.parametrize("group", ["PELAYANAN ANC", "ANC TERPADU", "Pemeriksaan ANC"])
def test_a_group_of_antenatal_care_names_no_indicator(group: str):
    reading = read(
        merges=[(1, 3, 1, 5)],
        S=f"KIA S/D JUNI 2026\nNO|DESA|BUMIL|{group}||\n|||K1 oleh dokter|K1 USG|ANC 12T\n1|Suka|20|11|8|5\n2|Maju|10|4|3|2",
    )
    assert [line.split()[1] for line in said(reading)] == ["anc_12t", "k1_dokter", "k1_usg"] * 2


def test_a_column_headed_anc_alone_is_asked():
    reading = read(S="CAKUPAN K1 S/D JUNI 2026\nNO|DESA|BUMIL|ANC\n1|Suka|20|11\n2|Maju|10|4")
    assert not said(reading)


def test_the_pupils_are_the_sasaran_where_the_count_repeats_its_group():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
HASIL BIAS BULAN AGUSTUS 2026
NO|DESA|HPV 1 KELAS 5|||DT KELAS 1||
||SISWI|HPV|%|SISWA|DIIMUNISASI|%
1|Suka|18|16|88.9|40|30|75
2|Maju|20|10|50|50|50|100
3|Jaya|10|9|90|20|10|50
""",
    )
    assert "Suka bias_hpv1 2026-8 point T 16/18 88.9" in said(reading)
    assert "Maju bias_dt 2026-8 point T 50/50 100" in said(reading)


@pytest.mark.parametrize("beside", ["Disuntik sore", "Obesitas"])
def test_people_beside_a_column_that_is_not_read_are_not_the_count(beside: str):
    reading = read(
        merges=[(1, 2, 1, 4)],
        S=f"HASIL BIAS BULAN AGUSTUS 2026\nNO|DESA|HPV 1 KELAS 5|||BIAS MR\n||SISWI|{beside}|%\n1|Suka|18|16|88.9|9\n2|Maju|20|10|50|8",
    )
    assert "Suka bias_mr 2026-8 point T 9/" in said(reading)
    assert not [line for line in said(reading) if " T 18/" in line]


def test_a_row_that_stands_twice_is_told_once():
    rows = "1|Suka|9|8|7\n2|Suka|4|3|2\n3|Maju|5|5|5"
    reading = read(S=f"IMUNISASI JUNI 2026\nNO|DESA|BCG|MR 1|DPT 1\n{rows}")
    assert [code for code in codes(reading) if code.startswith("desa-ganda")] == ["desa-ganda C4"]
    assert "Suka bcg 2026-6 month T 9/" in said(reading)


def test_p_beside_m_are_no_women():
    reading = read(
        merges=[(1, 2, 1, 5), (2, 2, 2, 3), (2, 4, 2, 5)],
        S="KASUS DIARE TAHUN 2026\nNO|DESA|JUMLAH KASUS|||\n||JANUARI||FEBRUARI|\n||P|M|P|M\n1|Suka|4|1|2|0\n2|Maju|3|0|1|1",
    )
    assert "Suka diare 2026-1 month T 4/" in said(reading)
    assert not [line for line in said(reading) if " month P " in line]


def test_tribulan_of_cases_are_no_sum_since_january():
    rows = "\n".join(f"{number}|Desa {number}|3|0|1|1" for number in range(1, 6))
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S=f"KASUS DBD TAHUN 2026\nNO|DESA|TW I||TW II|\n||P|M|P|M\n{rows}",
    )
    assert "Desa 1 dbd_kasus 2026-3 cumulative T 3/" in said(reading)
    assert not [line for line in said(reading) if "2026-6" in line]
    assert "tribulan-tidak-kumulatif" in codes(reading)


@pytest.mark.parametrize("unit", ["KK", "JML"])
def test_a_count_is_no_status(unit: str):
    head = f"NO|DESA|JUMLAH KK|STOP BABS||CTPS|\n|||{unit}|%|{unit}|%"
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S=f"STBM JUNI 2026\n{head}\n1|Suka|80|60|75|40|50\n2|Maju|50|50|100|25|50")
    assert [line.split()[1] for line in said(reading)] == ["ctps", "ctps"]
    assert "status-berisi-jumlah D4" in codes(reading)


def test_a_status_of_a_tribulan_is_that_of_its_last_month():
    reading = read(S="STBM TW II 2026\nNO|DESA|DESA ODF|JUMLAH KK|CTPS\n1|Suka|Ya|80|60\n2|Maju|Tidak|70|50")
    assert "Suka sbs 2026-6 point T 1/" in said(reading)
    assert "Maju sbs 2026-6 point T 0/" in said(reading)


def test_posyandu_over_counts_need_no_merged_cells():
    reading = read(S="SKDN JUNI 2026\nNO|DESA|POSYANDU||S|K|D|N\n||JML|LAPOR||||\n1|Suka|2|2|40|39|30|20\n2|Maju|3|3|30|30|20|10")
    assert "Suka d_s 2026-6 point T 30/40" in said(reading)


def test_a_column_of_posyandu_before_an_empty_head_names_the_rows():
    reading = read(S="CAKUPAN D/S JUNI 2026\nDESA|POSYANDU||S|D\nSuka|Mawar|aktif|40|30\nSuka|Melati|aktif|20|10")
    assert "Mawar d_s 2026-6 point T 30/40" in said(reading)


@pytest.mark.parametrize("marks", [("1. ", "2. "), ("a. ", "b. "), ("3) ", "4) "), ("", "")])
def test_rows_of_a_list_name_their_indicator(marks: tuple[str, str]):
    reading = read(S=f"IMUNISASI JUNI 2026\nINDIKATOR|DESA SUKA|DESA MAJU\n{marks[0]}BCG|4|5\n{marks[1]}MR 1|3|2")
    assert "DESA SUKA bcg 2026-6 month T 4/" in said(reading)
    assert len(said(reading)) == 4


def test_the_age_of_those_recalled_may_stand_above_their_columns():
    rows = "1 | A | 34 | 29 | 85.29\n2 | B | 42 | 37 | 88.1"
    reading = read(S=f"ASI FEBRUARI 2026\nNo | Desa | 0-5 bulan | |\n | | Bayi direcall | ASI Eksklusif | %\n{rows}")
    assert said(reading) == ["A asi_eksklusif 2026-2 point T 29/34 85.29", "B asi_eksklusif 2026-2 point T 37/42 88.1"]


def test_one_month_of_age_above_them_is_a_part():
    with pytest.raises(NothingToRead):
        read(S="ASI FEBRUARI 2026\nNo | Desa | 3 bulan |\n | | Bayi direcall | ASI Eksklusif\n1 | A | 34 | 29\n2 | B | 42 | 37")
