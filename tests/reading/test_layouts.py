"""One odd layout a test: what a person would read from it is what must come out, and nothing else."""

from __future__ import annotations

import pytest

from laporan import read, said


def test_plain_table_with_title():
    reading = read(S="""
CAKUPAN K1 PUSKESMAS CONTOH
BULAN MARET 2026

No | Desa | Sasaran | Capaian | %
1 | Sukamaju | 40 | 10 | 25
2 | Mekarsari | 50 | 20 | 40
 | Jumlah | 90 | 30 | 33.3
""")
    assert said(reading) == ["Mekarsari k1 2026-3 month T 20/50 40", "Sukamaju k1 2026-3 month T 10/40 25"]


def test_desa_as_columns():
    reading = read(S="""
LAPORAN KIA BULAN FEBRUARI 2026
No | Indikator | Sukamaju | Mekarsari | Ciputih | Jumlah
1 | K1 | 4 | 5 | 6 | 15
2 | K6 | 1 | 2 | 3 | 6
3 | Bumil KEK | 0 | 1 | 0 | 1
""")
    assert said(reading) == [
        "Ciputih k1 2026-2 month T 6/", "Ciputih k6 2026-2 month T 3/", "Ciputih kek 2026-2 month T 0/",
        "Mekarsari k1 2026-2 month T 5/", "Mekarsari k6 2026-2 month T 2/", "Mekarsari kek 2026-2 month T 1/",
        "Sukamaju k1 2026-2 month T 4/", "Sukamaju k6 2026-2 month T 1/", "Sukamaju kek 2026-2 month T 0/",
    ]  # fmt: skip


def test_desa_as_columns_under_a_spanning_head_with_sasaran_row():
    reading = read(merges=[(1, 2, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1)], S="""
CAPAIAN IMUNISASI KUMULATIF S/D JUNI 2026
No | Uraian | Desa | | | Puskesmas
 | | Sukamaju | Mekarsari | Ciputih |
1 | Sasaran bayi | 20 | 30 | 50 | 100
2 | BCG | 10 | 15 | 25 | 50
3 | MR 1 | 5 | 6 | 10 | 21
""")
    assert said(reading) == [
        "Ciputih bcg 2026-6 cumulative T 25/50", "Ciputih mr1 2026-6 cumulative T 10/50",
        "Mekarsari bcg 2026-6 cumulative T 15/30", "Mekarsari mr1 2026-6 cumulative T 6/30",
        "Sukamaju bcg 2026-6 cumulative T 10/20", "Sukamaju mr1 2026-6 cumulative T 5/20",
    ]  # fmt: skip


def test_desa_as_columns_with_abs_and_percent_rows():
    reading = read(merges=[(2, 0, 3, 0), (4, 0, 5, 0)], S="""
CAKUPAN KIA KUMULATIF SAMPAI DENGAN MEI 2026
Indikator | | Sukamaju | Mekarsari | Total
K1 | Abs | 8 | 9 | 17
 | % | 40 | 30 | 34
K6 | Abs | 4 | 6 | 10
 | % | 20 | 20 | 20
""")
    assert said(reading) == [
        "Mekarsari k1 2026-5 cumulative T 9/ 30", "Mekarsari k6 2026-5 cumulative T 6/ 20",
        "Sukamaju k1 2026-5 cumulative T 8/ 40", "Sukamaju k6 2026-5 cumulative T 4/ 20",
    ]  # fmt: skip


def test_months_as_columns():
    reading = read(S="""
KUNJUNGAN K1 IBU HAMIL PER DESA TAHUN 2025
No | Nama Desa | Sasaran Bumil | Jan | Feb | Mar | Apr | Jumlah
1 | Sukamaju | 60 | 5 | 4 | 0 | 6 | 15
2 | Mekarsari | 36 | 3 | 2 | 1 | 0 | 6
JUMLAH | | 96 | 8 | 6 | 1 | 6 | 21
""")
    assert said(reading) == [
        "Mekarsari k1 2025-1 month T 3/36", "Mekarsari k1 2025-2 month T 2/36",
        "Mekarsari k1 2025-3 month T 1/36", "Mekarsari k1 2025-4 month T 0/36",
        "Sukamaju k1 2025-1 month T 5/60", "Sukamaju k1 2025-2 month T 4/60",
        "Sukamaju k1 2025-3 month T 0/60", "Sukamaju k1 2025-4 month T 6/60",
    ]  # fmt: skip


def test_months_not_yet_filled_in_are_not_reported():
    reading = read(S="""
KASUS DIARE TAHUN 2025
Desa | Januari | Februari | Maret | April
Sukamaju | 5 | 4 | 0 | 0
Mekarsari | 3 | 0 | 0 | 0
""")
    assert said(reading) == [
        "Mekarsari diare 2025-1 month T 3/", "Mekarsari diare 2025-2 month T 0/",
        "Sukamaju diare 2025-1 month T 5/", "Sukamaju diare 2025-2 month T 4/",
    ]  # fmt: skip


def test_month_blocks_with_number_and_percent():
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S="""
PERSALINAN DI FASYANKES 2026
No | Desa | Sasaran | Januari | | Februari |
 | | | Abs | % | Abs | %
1 | Sukamaju | 20 | 2 | 10 | 4 | 20
2 | Mekarsari | 40 | 4 | 10 | 2 | 5
""")
    assert said(reading) == [
        "Mekarsari pn_fasyankes 2026-1 month T 4/40 10", "Mekarsari pn_fasyankes 2026-2 month T 2/40 5",
        "Sukamaju pn_fasyankes 2026-1 month T 2/20 10", "Sukamaju pn_fasyankes 2026-2 month T 4/20 20",
    ]  # fmt: skip


def test_one_sheet_a_desa_with_antigens_in_rows():
    reading = read(
        Sukamaju="""
LAPORAN IMUNISASI BULAN APRIL 2026
No | Jenis Imunisasi | L | P | Jumlah
1 | BCG | 2 | 3 | 5
2 | DPT-HB-Hib 1 | 1 | 1 | 2
""",
        Mekarsari="""
LAPORAN IMUNISASI BULAN APRIL 2026
No | Jenis Imunisasi | L | P | Jumlah
1 | BCG | 0 | 4 | 4
2 | DPT-HB-Hib 1 | 2 | 1 | 3
""",
    )
    assert said(reading) == [
        "Mekarsari bcg 2026-4 month L 0/", "Mekarsari bcg 2026-4 month P 4/", "Mekarsari bcg 2026-4 month T 4/",
        "Mekarsari dpt1 2026-4 month L 2/", "Mekarsari dpt1 2026-4 month P 1/", "Mekarsari dpt1 2026-4 month T 3/",
        "Sukamaju bcg 2026-4 month L 2/", "Sukamaju bcg 2026-4 month P 3/", "Sukamaju bcg 2026-4 month T 5/",
        "Sukamaju dpt1 2026-4 month L 1/", "Sukamaju dpt1 2026-4 month P 1/", "Sukamaju dpt1 2026-4 month T 2/",
    ]  # fmt: skip


def test_one_sheet_a_desa_with_months_in_rows():
    reading = read(
        Sheet1="""
LAPORAN KIA TAHUN 2026
DESA : SUKAMAJU
Bulan | K1 | K6 | Persalinan Nakes
Januari | 2 | 1 | 3
Februari | 4 | 2 | 0
Jumlah | 6 | 3 | 3
""",
        Sheet2="""
LAPORAN KIA TAHUN 2026
DESA : MEKARSARI
Bulan | K1 | K6 | Persalinan Nakes
Januari | 5 | 5 | 5
Februari | 1 | 0 | 1
Jumlah | 6 | 5 | 6
""",
    )
    assert said(reading) == [
        "MEKARSARI k1 2026-1 month T 5/", "MEKARSARI k1 2026-2 month T 1/", "MEKARSARI k6 2026-1 month T 5/",
        "MEKARSARI k6 2026-2 month T 0/", "MEKARSARI pn 2026-1 month T 5/", "MEKARSARI pn 2026-2 month T 1/",
        "SUKAMAJU k1 2026-1 month T 2/", "SUKAMAJU k1 2026-2 month T 4/", "SUKAMAJU k6 2026-1 month T 1/",
        "SUKAMAJU k6 2026-2 month T 2/", "SUKAMAJU pn 2026-1 month T 3/", "SUKAMAJU pn 2026-2 month T 0/",
    ]  # fmt: skip


def test_indicators_in_rows_months_in_columns_one_sheet_a_desa():
    reading = read(
        Sukamaju="""
REKAP CAPAIAN GIZI TAHUN 2026
No | Indikator | Sasaran | Jan | Feb | Mar
1 | Bumil KEK | 30 | 1 | 0 | 2
2 | TTD 90 tablet | 30 | 3 | 4 | 5
""",
        Ciputih="""
REKAP CAPAIAN GIZI TAHUN 2026
No | Indikator | Sasaran | Jan | Feb | Mar
1 | Bumil KEK | 20 | 0 | 0 | 1
2 | TTD 90 tablet | 20 | 2 | 2 | 2
""",
    )
    assert "Sukamaju kek 2026-3 month T 2/30" in said(reading)
    assert "Ciputih fe3 2026-1 month T 2/20" in said(reading)
    assert len(said(reading)) == 12


def test_posyandu_below_desa_in_two_columns():
    reading = read(merges=[(2, 1, 3, 1)], S="""
PENIMBANGAN BALITA BULAN MEI 2026
No | Desa | Posyandu | Sasaran Balita (S) | Ditimbang (D)
1 | Sukamaju | Melati 1 | 40 | 30
 | | Melati 2 | 20 | 10
2 | Mekarsari | Mawar | 50 | 40
Jumlah | | | 110 | 80
""")
    assert said(reading) == [
        "Mawar d_s 2026-5 point T 40/50", "Melati 1 d_s 2026-5 point T 30/40", "Melati 2 d_s 2026-5 point T 10/20",
    ]  # fmt: skip
    assert set(reading.observations.level) == {"posyandu"}


def test_posyandu_indented_below_their_desa():
    reading = read(S="""
HASIL PENIMBANGAN BULAN MEI 2026
No | Desa/Posyandu | Sasaran Balita | Ditimbang | D/S (%)
1 | Sukamaju | 60 | 40 | 66.7
 | Posyandu Melati 1 | 40 | 30 | 75
 | Posyandu Melati 2 | 20 | 10 | 50
2 | Mekarsari | 50 | 40 | 80
 | Posyandu Mawar | 50 | 40 | 80
 | Total | 110 | 80 | 72.7
""")
    levels = dict(zip(reading.observations.area, reading.observations.level, strict=True))
    assert levels == {
        "Sukamaju": "desa", "Posyandu Melati 1": "posyandu", "Posyandu Melati 2": "posyandu",
        "Mekarsari": "desa", "Posyandu Mawar": "posyandu",
    }  # fmt: skip


def test_tribulan_columns_that_add_up():
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S="""
CAKUPAN K4 TAHUN 2025
No | Desa | Sasaran | Tribulan I | | Tribulan II |
 | | | Abs | % | Abs | %
1 | Sukamaju | 20 | 5 | 25 | 10 | 50
2 | Mekarsari | 40 | 10 | 25 | 18 | 45
""")
    assert said(reading) == [
        "Mekarsari k4 2025-3 cumulative T 10/40 25", "Mekarsari k4 2025-6 cumulative T 18/40 45",
        "Sukamaju k4 2025-3 cumulative T 5/20 25", "Sukamaju k4 2025-6 cumulative T 10/20 50",
    ]  # fmt: skip


def test_tribulan_columns_that_do_not_add_up_are_not_guessed():
    reading = read(S="""
PERSALINAN NAKES TAHUN 2025
No | Desa | TW I | TW II | TW III
1 | Sukamaju | 9 | 4 | 6
2 | Mekarsari | 8 | 10 | 2
""")
    assert said(reading) == ["Mekarsari pn 2025-3 cumulative T 8/", "Sukamaju pn 2025-3 cumulative T 9/"]
    assert "tribulan-tidak-kumulatif" in {problem.code for problem in reading.problems}


def test_two_tables_side_by_side():
    reading = read(S="""
CAKUPAN K1 BULAN MARET 2026 | | | | | CAKUPAN K6 BULAN MARET 2026
No | Desa | Sasaran | Capaian | | No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | 4 | | 1 | Sukamaju | 38 | 3
2 | Mekarsari | 50 | 5 | | 2 | Mekarsari | 48 | 2
""")
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 5/50", "Mekarsari k6 2026-3 month T 2/48",
        "Sukamaju k1 2026-3 month T 4/40", "Sukamaju k6 2026-3 month T 3/38",
    ]  # fmt: skip


def test_two_indicators_share_one_sasaran():
    reading = read(merges=[(1, 3, 1, 4), (1, 5, 1, 6)], S="""
BULAN : MARET 2026
No | Desa | Jml Bumil | K1 | | Fe 3 |
 | | | Jml | % | Jml | %
1 | Sukamaju | 40 | 10 | 25.0 | 20 | 50.0
2 | Mekarsari | 50 | 5 | 10.0 | 10 | 20.0
""")
    assert said(reading) == [
        "Mekarsari fe3 2026-3 month T 10/50 20", "Mekarsari k1 2026-3 month T 5/50 10",
        "Sukamaju fe3 2026-3 month T 20/40 50", "Sukamaju k1 2026-3 month T 10/40 25",
    ]  # fmt: skip


def test_percents_only():
    reading = read(S="""
PERSENTASE CAKUPAN IMUNISASI (%) S/D MARET 2026
No | Desa | BCG | DPT-HB-Hib 3 | IDL
1 | Sukamaju | 22.5 | 20 | 18.3
2 | Mekarsari | 30 | 25.5 | 25
""")
    assert said(reading) == [
        "Mekarsari bcg 2026-3 cumulative T / 30", "Mekarsari dpt3 2026-3 cumulative T / 25.5", "Mekarsari idl 2026-3 cumulative T / 25",
        "Sukamaju bcg 2026-3 cumulative T / 22.5", "Sukamaju dpt3 2026-3 cumulative T / 20", "Sukamaju idl 2026-3 cumulative T / 18.3",
    ]  # fmt: skip


def test_profil_kesehatan_annex():
    reading = read(merges=[(3, 3, 3, 5), (3, 0, 5, 0), (3, 1, 5, 1), (3, 2, 5, 2), (4, 4, 4, 5), (4, 3, 5, 3)], S="""
TABEL 24
CAKUPAN PELAYANAN KESEHATAN IBU HAMIL K4 MENURUT KECAMATAN DAN PUSKESMAS
KABUPATEN CONTOH TAHUN 2024
NO | KECAMATAN | PUSKESMAS | IBU HAMIL | |
 | | | JUMLAH | K4 |
 | | | | JUMLAH | %
1 | 2 | 3 | 4 | 5 | 6
1 | Cibadak | Cibadak | 100 | 90 | 90.0
2 | Cibadak | Sekarwangi | 200 | 150 | 75.0
3 | Nagrak | Nagrak | 300 | 300 | 100.0
JUMLAH (KAB/KOTA) | | | 600 | 540 | 90.0
""")
    assert said(reading) == [
        "Cibadak k4 2024- year T 90/100 90", "Nagrak k4 2024- year T 300/300 100", "Sekarwangi k4 2024- year T 150/200 75",
    ]  # fmt: skip
    assert set(reading.observations.level) == {"puskesmas"}


def test_kecamatan_puskesmas_and_desa_columns():
    reading = read(S="""
DATA STUNTING BULAN AGUSTUS 2025
No | Kecamatan | Puskesmas | Desa | Jumlah Balita Diukur | Jumlah Balita Stunting | Prevalensi (%)
1 | Nagrak | Nagrak | Pawenang | 80 | 8 | 10
2 | Nagrak | Girijaya | Balekambang | 50 | 10 | 20
""")
    assert said(reading) == ["Balekambang stunting 2025-8 point T 10/50 20", "Pawenang stunting 2025-8 point T 8/80 10"]


def test_target_achieved_gap_and_rank_columns():
    reading = read(S="""
CAPAIAN IDL SAMPAI DENGAN BULAN JUNI 2026
No | Desa | Target | Capaian | % | Kesenjangan | Peringkat | Ket
1 | Sukamaju | 40 | 20 | 50 | -20 | 2 | belum
2 | Mekarsari | 25 | 15 | 60 | -10 | 1 | belum
""")
    assert said(reading) == ["Mekarsari idl 2026-6 cumulative T 15/25 60", "Sukamaju idl 2026-6 cumulative T 20/40 50"]


def test_status_yes_or_no():
    reading = read(S="""
STATUS DESA STOP BABS (ODF) KEADAAN BULAN JUNI 2026
No | Desa | Status ODF | Tanggal Deklarasi
1 | Sukamaju | Sudah | 2024
2 | Mekarsari | Belum |
""")
    assert said(reading) == ["Mekarsari sbs 2026-6 point T 0/", "Sukamaju sbs 2026-6 point T 1/"]


def test_long_table_with_indicator_and_month_columns():
    reading = read(S="""
Desa | Indikator | Bulan | Tahun | Sasaran | Capaian | Persen
Sukamaju | K1 | Januari | 2026 | 40 | 4 | 10
Sukamaju | Anemia | Januari | 2026 | 20 | 5 | 25
Mekarsari | K1 | Februari | 2026 | 50 | 10 | 20
""")
    assert said(reading) == [
        "Mekarsari k1 2026-2 month T 10/50 20", "Sukamaju anemia 2026-1 month T 5/20 25", "Sukamaju k1 2026-1 month T 4/40 10",
    ]  # fmt: skip


def test_antigens_in_rows_below_a_merged_desa():
    reading = read(merges=[(1, 1, 2, 1), (3, 1, 4, 1)], S="""
No | Desa | Antigen | Sasaran | L | P | Total | %
1 | Sukamaju | BCG | 10 | 2 | 3 | 5 | 50
 | | MR 1 | 10 | 1 | 1 | 2 | 20
2 | Mekarsari | BCG | 20 | 4 | 6 | 10 | 50
 | | MR 1 | 20 | 3 | 1 | 4 | 20
""", year=2026, month=3)
    assert "Mekarsari mr1 2026-3 month T 4/20 20" in said(reading)
    assert "Sukamaju bcg 2026-3 month L 2/" in said(reading)
    assert len(said(reading)) == 12


def test_months_as_section_rows_inside_a_table():
    reading = read(S="""
PEMERIKSAAN IBU HAMIL K6 TAHUN 2026
No | Desa | Sasaran | Capaian
BULAN : JANUARI
1 | Sukamaju | 40 | 4
2 | Mekarsari | 50 | 5
BULAN : FEBRUARI
1 | Sukamaju | 40 | 6
2 | Mekarsari | 50 | 7
""")
    assert said(reading) == [
        "Mekarsari k6 2026-1 month T 5/50", "Mekarsari k6 2026-2 month T 7/50",
        "Sukamaju k6 2026-1 month T 4/40", "Sukamaju k6 2026-2 month T 6/40",
    ]  # fmt: skip


def test_indicators_as_section_rows_inside_a_table():
    reading = read(S="""
CAKUPAN KIA BULAN MEI 2026
No | Desa | Sasaran | Capaian | %
K1
1 | Sukamaju | 40 | 4 | 10
2 | Mekarsari | 50 | 5 | 10
K6
1 | Sukamaju | 40 | 8 | 20
2 | Mekarsari | 50 | 5 | 10
""")
    assert said(reading) == [
        "Mekarsari k1 2026-5 month T 5/50 10", "Mekarsari k6 2026-5 month T 5/50 10",
        "Sukamaju k1 2026-5 month T 4/40 10", "Sukamaju k6 2026-5 month T 8/40 20",
    ]  # fmt: skip


def test_spm_blocks_with_sasaran_inside_each():
    reading = read(merges=[(1, 2, 1, 4), (1, 5, 1, 7)], S="""
CAPAIAN SPM BIDANG KESEHATAN S/D BULAN SEPTEMBER 2026
No | Desa | Pelayanan Kesehatan Ibu Hamil | | | Pelayanan Kesehatan Usia Lanjut | |
 | | Sasaran | Capaian | % | Sasaran | Capaian | %
1 | Sukamaju | 40 | 30 | 75 | 200 | 100 | 50
2 | Mekarsari | 50 | 25 | 50 | 300 | 60 | 20
""")
    assert said(reading) == [
        "Mekarsari spm_01 2026-9 cumulative T 25/50 50", "Mekarsari spm_07 2026-9 cumulative T 60/300 20",
        "Sukamaju spm_01 2026-9 cumulative T 30/40 75", "Sukamaju spm_07 2026-9 cumulative T 100/200 50",
    ]  # fmt: skip


def test_stbm_pillars():
    reading = read(S="""
LAPORAN STBM BULAN JUNI 2026
No | Desa | Jumlah KK | KK akses jamban | CTPS | PAMM-RT | PS-RT | PLC-RT
1 | Sukamaju | 100 | 90 | 80 | 70 | 60 | 50
2 | Mekarsari | 200 | 150 | 140 | 130 | 120 | 110
""")
    assert said(reading)[:3] == [
        "Mekarsari ctps 2026-6 point T 140/200", "Mekarsari jamban 2026-6 point T 150/200", "Mekarsari pam_rt 2026-6 point T 130/200",
    ]  # fmt: skip
    assert len(said(reading)) == 10


def test_years_as_columns():
    reading = read(merges=[(1, 2, 1, 3)], S="""
PREVALENSI STUNTING PER DESA
No | Desa | Prevalensi Stunting (%) |
 | | 2024 | 2025
1 | Sukamaju | 12.5 | 10.1
2 | Mekarsari | 20 | 15.5
""")
    assert said(reading) == [
        "Mekarsari stunting 2024- year T / 20", "Mekarsari stunting 2025- year T / 15.5",
        "Sukamaju stunting 2024- year T / 12.5", "Sukamaju stunting 2025- year T / 10.1",
    ]  # fmt: skip


def test_percent_before_number_and_typing_errors():
    reading = read(S="""
Puskesmas Contoh Bulan Juli 2026
NO | KELURHAN | SASRAN BAYI | CAKUPN BCG (%) | JUMALH BCG
1 | Sukamaju | 40 | 50 | 20
2 | Mekarsari | 50 | 20 | 10
""")
    assert said(reading) == ["Mekarsari bcg 2026-7 month T 10/50 20", "Sukamaju bcg 2026-7 month T 20/40 50"]


def test_head_repeated_after_a_page_break():
    reading = read(S="""
CAKUPAN PCV 1 BULAN MEI 2026
No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | 4
2 | Mekarsari | 50 | 5
No | Desa | Sasaran | Capaian
3 | Ciputih | 30 | 3
 | Jumlah | 120 | 12
""")
    assert said(reading) == [
        "Ciputih pcv1 2026-5 month T 3/30", "Mekarsari pcv1 2026-5 month T 5/50", "Sukamaju pcv1 2026-5 month T 4/40",
    ]  # fmt: skip
    assert not [problem for problem in reading.problems if problem.severity == "warning"]


def test_notes_above_the_head_and_kecamatan_groups_inside():
    reading = read(S="""
Petunjuk: isi kolom putih saja
Catatan: 1 = laki-laki, 2 = perempuan

PERSENTASE BAYI DENGAN BBLR BULAN MEI 2026
No | Puskesmas | Bayi Lahir Ditimbang | BBLR | %
 | KECAMATAN NAGRAK | | |
1 | Nagrak | 20 | 2 | 10
2 | Girijaya | 40 | 2 | 5
 | KECAMATAN CIBADAK | | |
3 | Cibadak | 50 | 5 | 10
 | JUMLAH | 110 | 9 | 8.2
""")
    assert said(reading) == [
        "Cibadak bblr 2026-5 month T 5/50 10", "Girijaya bblr 2026-5 month T 2/40 5", "Nagrak bblr 2026-5 month T 2/20 10",
    ]  # fmt: skip


def test_sasaran_in_another_sheet_in_another_order():
    reading = read(
        Sasaran="""
DATA SASARAN TAHUN 2026
No | Desa | Bumil | Bulin
1 | MEKARSARI | 50 | 48
2 | SUKAMAJU | 40 | 38
""",
        Maret="""
LAPORAN KIA BULAN MARET 2026
No | Desa | K1 | % | K6 | %
1 | Sukamaju | 10 | 25 | 19 | 50
2 | Mekarsari | 5 | 10 | 12 | 25
""",
    )
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 5/50 10", "Mekarsari k6 2026-3 month T 12/48 25",
        "Sukamaju k1 2026-3 month T 10/40 25", "Sukamaju k6 2026-3 month T 19/38 50",
    ]  # fmt: skip


def test_deaths_beside_cases_of_dengue():
    reading = read(merges=[(1, 2, 1, 3), (1, 4, 1, 5)], S="""
KASUS DBD TAHUN 2025
No | Desa | Januari | | Februari |
 | | P | M | P | M
1 | Sukamaju | 3 | 0 | 2 | 1
2 | Mekarsari | 1 | 0 | 0 | 0
""")
    assert "Sukamaju dbd_kasus 2025-2 month T 2/" in said(reading)
    assert "Sukamaju dbd_meninggal 2025-2 month T 1/" in said(reading)
    assert len(said(reading)) == 8


def test_this_month_and_added_up_as_two_stacked_tables():
    reading = read(S="""
PUSKESMAS CONTOH BULAN MARET 2026
A. BULAN INI
No | Desa | BCG | MR1
1 | Sukamaju | 2 | 3
2 | Mekarsari | 4 | 5
B. KUMULATIF
No | Desa | BCG | MR1
1 | Sukamaju | 6 | 9
2 | Mekarsari | 12 | 15
""")
    assert said(reading) == [
        "Mekarsari bcg 2026-3 cumulative T 12/", "Mekarsari bcg 2026-3 month T 4/",
        "Mekarsari mr1 2026-3 cumulative T 15/", "Mekarsari mr1 2026-3 month T 5/",
        "Sukamaju bcg 2026-3 cumulative T 6/", "Sukamaju bcg 2026-3 month T 2/",
        "Sukamaju mr1 2026-3 cumulative T 9/", "Sukamaju mr1 2026-3 month T 3/",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["-", "–", "", " - "])
def test_a_dash_or_a_blank_is_nothing(word):
    reading = read(S=f"""
CAKUPAN K1 BULAN MARET 2026
No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | {word}
2 | Mekarsari | 50 | 5
""")
    assert said(reading) == ["Mekarsari k1 2026-3 month T 5/50"]


def test_nihil_is_an_explicit_zero():
    reading = read(S="""
KASUS DBD BULAN MARET 2026
No | Desa | Kasus DBD
1 | Sukamaju | NIHIL
2 | Mekarsari | 5
""")
    assert said(reading) == ["Mekarsari dbd_kasus 2026-3 month T 5/", "Sukamaju dbd_kasus 2026-3 month T 0/"]


def test_three_kinds_of_iron_tablets_stay_three():
    reading = read(S="""
LAPORAN BULAN MARET 2026
No | Desa | Fe1 | Fe3 | TTD 90 tablet | MMS 180 tablet
1 | Sukamaju | 4 | 3 | 3 | 2
2 | Mekarsari | 5 | 4 | 4 | 1
""")
    indicators = {line.split()[1] for line in said(reading)}
    assert indicators == {"fe1", "fe3", "ttd180"}


def test_a_table_without_an_indicator_is_a_problem_not_a_guess():
    reading = read(S="""
LAPORAN BULAN MARET 2026
No | Desa | Sasaran | Capaian | %
1 | Sukamaju | 40 | 10 | 25
""")
    assert said(reading) == []
    assert "indikator-tidak-disebut" in {problem.code for problem in reading.problems}
