"""Further layouts: areas over L and P, tribulan rows, dates as heads, letters of SKDN, cakupan beside its number."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def test_areas_as_columns_over_l_and_p():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7), (1, 0, 2, 0), (1, 1, 2, 1)],
        S="""
IMUNISASI BULAN MEI 2026
No|Antigen|SUKAMAJU|||MEKARSARI||
||L|P|JML|L|P|JML
1|BCG|1|2|3|4|5|9
2|POLIO 1|2|2|4|3|3|6
""",
    )
    assert "MEKARSARI bcg 2026-5 month P 5/" in said(reading)
    assert "SUKAMAJU opv1 2026-5 month T 4/" in said(reading)
    assert len(said(reading)) == 12


def test_tribulan_rows_add_up():
    reading = read(
        S="""
CAKUPAN IDL TAHUN 2026
Desa|Tribulan|Sasaran|Capaian|%
Suka|I|40|10|25
Suka|II|40|20|50
Maju|I|20|5|25
Maju|II|20|10|50
Jaya|I|20|5|25
Jaya|II|20|9|45
Situ|I|20|6|30
Situ|II|20|10|50
"""
    )
    assert [line for line in said(reading) if line.startswith(("Maju", "Suka"))] == [
        "Maju idl 2026-3 cumulative T 5/20 25", "Maju idl 2026-6 cumulative T 10/20 50",
        "Suka idl 2026-3 cumulative T 10/40 25", "Suka idl 2026-6 cumulative T 20/40 50",
    ]  # fmt: skip


def test_up_to_a_tribulan_in_the_head():
    reading = read(S="CAKUPAN IDL TAHUN 2026\nNo|Desa|Sasaran|s/d TW I|s/d TW II\n1|Suka|40|10|20\n2|Maju|20|5|9")
    assert said(reading) == [
        "Maju idl 2026-3 cumulative T 5/20", "Maju idl 2026-6 cumulative T 9/20",
        "Suka idl 2026-3 cumulative T 10/40", "Suka idl 2026-6 cumulative T 20/40",
    ]  # fmt: skip


def test_months_with_short_years_in_the_head():
    reading = read(S="KASUS DIARE\nDesa|Jan-26|Feb-26\nSuka|3|4\nMaju|1|2")
    assert said(reading) == [
        "Maju diare 2026-1 month T 1/", "Maju diare 2026-2 month T 2/", "Suka diare 2026-1 month T 3/", "Suka diare 2026-2 month T 4/",
    ]  # fmt: skip


def test_months_against_desa():
    reading = read(S="REKAP DBD 2025 PER BULAN\nBulan|Suka|Maju|Jumlah\nJanuari|1|0|1\nFebruari|0|1|1\nMaret|2|2|4")
    assert "Suka dbd_kasus 2025-3 month T 2/" in said(reading)
    assert len(said(reading)) == 6


def test_the_letters_of_skdn_and_their_ratios():
    reading = read(
        S="""
LAPORAN SKDN BULAN APRIL 2026
NO|DESA|S|K|D|N|K/S|D/S|N/D
1|Suka|100|90|80|60|90|80|75
2|Maju|50|50|40|20|100|80|50
"""
    )
    assert said(reading) == [
        "Maju d_s 2026-4 point T 40/50 80", "Maju k_s 2026-4 point T 50/50 100", "Maju n_d 2026-4 point T 20/40 50",
        "Suka d_s 2026-4 point T 80/100 80", "Suka k_s 2026-4 point T 90/100 90", "Suka n_d 2026-4 point T 60/80 75",
    ]  # fmt: skip


def test_cakupan_beside_capaian_is_the_percent():
    reading = read(
        S="IDL DESA BULAN JUNI 2026\nDesa|Sasaran|Capaian|Cakupan|Target|Status\nSuka|40|20|50|45|Tercapai\nMaju|20|5|25|45|Tidak"
    )
    assert said(reading) == ["Maju idl 2026-6 month T 5/20 25", "Suka idl 2026-6 month T 20/40 50"]


def test_ibl_over_infants_is_bayi_lengkap_and_over_baduta_it_is_not():
    table = "CAKUPAN IBL S/D JUNI 2026\nNo|Desa|{}|IBL|%\n1|Suka|40|20|50\n2|Maju|20|5|25"
    assert {line.split()[1] for line in said(read(S=table.format("Surviving Infant")))} == {"idl"}
    assert {line.split()[1] for line in said(read(S=table.format("Baduta")))} == {"ibl"}


def test_a_range_that_does_not_begin_in_january_is_not_guessed():
    reading = read(S="CAPAIAN K1 BULAN APRIL S/D JUNI 2026\nNo|Desa|Sasaran|Capaian|%\n1|Suka|40|10|25\n2|Maju|20|5|25")
    assert said(reading) == []
    assert [problem.found for problem in reading.problems if problem.code == "periode-tidak-umum"] == ["April s/d Juni"]


def test_population_groups_over_sasaran_and_result():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAKUPAN VITAMIN A BULAN FEBRUARI 2026
NO|DESA|BAYI 6-11 BULAN|||BALITA 12-59 BULAN||
||S|Mendapat Vit A|%|S|Mendapat Vit A|%
1|Suka|20|18|90|100|95|95
2|Maju|10|5|50|50|25|50
""",
    )
    assert said(reading) == [
        "Maju vit_a_12_59 2026-2 point T 25/50 50", "Maju vit_a_6_11 2026-2 point T 5/10 50",
        "Suka vit_a_12_59 2026-2 point T 95/100 95", "Suka vit_a_6_11 2026-2 point T 18/20 90",
    ]  # fmt: skip


def test_a_list_of_a_whole_puskesmas():
    reading = read(
        S="""
CAPAIAN SPM PUSKESMAS CONTOH S/D SEPTEMBER 2026
No|Jenis Pelayanan|Target|Sasaran|Capaian|%
1|Pelayanan Kesehatan Ibu Hamil|100|500|300|60
2|Pelayanan Kesehatan Ibu Bersalin|100|480|240|50
"""
    )
    assert said(reading) == [
        "CONTOH spm_01 2026-9 cumulative T 300/500 60",
        "CONTOH spm_02 2026-9 cumulative T 240/480 50",
    ]
    assert set(reading.observations.level) == {"puskesmas"}


def test_cases_and_deaths_by_year():
    reading = read(S="No|Kode|Kecamatan|Tahun|Jumlah Kasus DBD|Meninggal\n1|33.1|Alpha|2023|12|0\n2|33.2|Beta|2023|3|1")
    assert said(reading) == [
        "Alpha dbd_kasus 2023- year T 12/", "Alpha dbd_meninggal 2023- year T 0/",
        "Beta dbd_kasus 2023- year T 3/", "Beta dbd_meninggal 2023- year T 1/",
    ]  # fmt: skip


def test_months_in_roman_numbers():
    heads = "|".join(("I", "II", "III", "IV", "V", "VI"))
    reading = read(
        merges=[(1, 2, 1, 7)], S=f"KASUS DBD TAHUN 2025\nNo|Desa|KASUS DBD BULAN|||||\n||{heads}\n1|A|1|0|2|0|0|3"
    )
    assert "A dbd_kasus 2025-6 month T 3/" in said(reading)


def test_the_state_of_some_months():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="KK CTPS TAHUN 2025\nNo|Desa|Jumlah KK|Keadaan Maret||Keadaan Juni|\n|||CTPS|%|CTPS|%\n1|A|100|50|50|60|60\n2|B|80|20|25|40|50",
    )
    assert said(reading)[:2] == ["A ctps 2025-3 point T 50/100 50", "A ctps 2025-6 point T 60/100 60"]


def test_months_by_their_initials():
    heads = "|".join("JFMAMJJASOND")
    reading = read(S=f"CAKUPAN K1 2026\nNo|Desa|Sasaran|{heads}\n1|A|50|3|4|5\n2|B|40|1|2|2")
    assert said(reading)[:3] == [f"A k1 2026-{month} month T {count}/50" for month, count in ((1, 3), (2, 4), (3, 5))]


def test_an_export_of_dhis2():
    reading = read(S="periodname|orgunitname|dataname|value\nMarch 2026|Suka|K1|4\nMarch 2026|Maju|K1|5")
    assert said(reading) == ["Maju k1 2026-3 month T 5/", "Suka k1 2026-3 month T 4/"]


@pytest.mark.parametrize("first, numbers", [("JUMLAH", "90|50"), ("PUSKESMAS", "90|50"), ("TARGET (%)", "95|90"), ("TOTAL PKM", "90|50")])
def test_a_sum_or_a_target_before_areas_that_are_columns(first: str, numbers: str):
    one, other = numbers.split("|")
    rows = f"Ibu hamil|{one}|30|40|20\nK1|{other}|25|15|10"
    reading = read(S=f"LAPORAN KIA MEI 2026\nURAIAN|{first}|Suka|Maju|Jaya\n{rows}")
    assert said(reading) == [
        "Jaya k1 2026-5 month T 10/20", "Maju k1 2026-5 month T 15/40", "Suka k1 2026-5 month T 25/30"
    ]  # fmt: skip
    assert not [code for code in codes(reading) if code.startswith(("kolom", "baris"))]
