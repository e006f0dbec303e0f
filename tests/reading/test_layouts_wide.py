"""Wide, nested and official tables: each read as a person would, and nothing else."""

from __future__ import annotations

from laporan import read, said


def test_two_tables_side_by_side():
    reading = read(
        S="""
CAKUPAN K1 BULAN MARET 2026 | | | | | CAKUPAN K6 BULAN MARET 2026
No | Desa | Sasaran | Capaian | | No | Desa | Sasaran | Capaian
1 | Sukamaju | 40 | 4 | | 1 | Sukamaju | 38 | 3
2 | Mekarsari | 50 | 5 | | 2 | Mekarsari | 48 | 2
"""
    )
    assert said(reading) == [
        "Mekarsari k1 2026-3 month T 5/50", "Mekarsari k6 2026-3 month T 2/48",
        "Sukamaju k1 2026-3 month T 4/40", "Sukamaju k6 2026-3 month T 3/38",
    ]  # fmt: skip


def test_two_indicators_share_one_sasaran():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="""
BULAN : MARET 2026
No | Desa | Jml Bumil | K1 | | Fe 3 |
 | | | Jml | % | Jml | %
1 | Sukamaju | 40 | 10 | 25.0 | 20 | 50.0
2 | Mekarsari | 50 | 5 | 10.0 | 10 | 20.0
""",
    )
    assert said(reading) == [
        "Mekarsari fe3 2026-3 month T 10/50 20", "Mekarsari k1 2026-3 month T 5/50 10",
        "Sukamaju fe3 2026-3 month T 20/40 50", "Sukamaju k1 2026-3 month T 10/40 25",
    ]  # fmt: skip


def test_percents_only():
    reading = read(
        S="""
PERSENTASE CAKUPAN IMUNISASI (%) S/D MARET 2026
No | Desa | BCG | DPT-HB-Hib 3 | IDL
1 | Sukamaju | 22.5 | 20 | 18.3
2 | Mekarsari | 30 | 25.5 | 25
"""
    )
    assert said(reading) == [
        "Mekarsari bcg 2026-3 cumulative T / 30", "Mekarsari dpt3 2026-3 cumulative T / 25.5", "Mekarsari idl 2026-3 cumulative T / 25",
        "Sukamaju bcg 2026-3 cumulative T / 22.5", "Sukamaju dpt3 2026-3 cumulative T / 20", "Sukamaju idl 2026-3 cumulative T / 18.3",
    ]  # fmt: skip


def test_profil_kesehatan_annex():
    reading = read(
        merges=[(3, 3, 3, 5), (3, 0, 5, 0), (3, 1, 5, 1), (3, 2, 5, 2), (4, 4, 4, 5), (4, 3, 5, 3)],
        S="""
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
""",
    )
    assert said(reading) == [
        "Cibadak k4 2024- year T 90/100 90", "Nagrak k4 2024- year T 300/300 100", "Sekarwangi k4 2024- year T 150/200 75",
    ]  # fmt: skip
    assert set(reading.observations.level) == {"puskesmas"}


def test_kecamatan_puskesmas_and_desa_columns():
    reading = read(
        S="""
DATA STUNTING BULAN AGUSTUS 2025
No | Kecamatan | Puskesmas | Desa | Jumlah Balita Diukur | Jumlah Balita Stunting | Prevalensi (%)
1 | Nagrak | Nagrak | Pawenang | 80 | 8 | 10
2 | Nagrak | Girijaya | Balekambang | 50 | 10 | 20
"""
    )
    assert said(reading) == ["Balekambang stunting 2025-8 point T 10/50 20", "Pawenang stunting 2025-8 point T 8/80 10"]


def test_target_achieved_gap_and_rank_columns():
    reading = read(
        S="""
CAPAIAN IDL SAMPAI DENGAN BULAN JUNI 2026
No | Desa | Target | Capaian | % | Kesenjangan | Peringkat | Ket
1 | Sukamaju | 40 | 20 | 50 | -20 | 2 | belum
2 | Mekarsari | 25 | 15 | 60 | -10 | 1 | belum
"""
    )
    assert said(reading) == ["Mekarsari idl 2026-6 cumulative T 15/25 60", "Sukamaju idl 2026-6 cumulative T 20/40 50"]


def test_status_yes_or_no():
    reading = read(
        S="""
STATUS DESA STOP BABS (ODF) KEADAAN BULAN JUNI 2026
No | Desa | Status ODF | Tanggal Deklarasi
1 | Sukamaju | Sudah | 2024
2 | Mekarsari | Belum |
"""
    )
    assert said(reading) == ["Mekarsari sbs 2026-6 point T 0/", "Sukamaju sbs 2026-6 point T 1/"]


def test_long_table_with_indicator_and_month_columns():
    reading = read(
        S="""
Desa | Indikator | Bulan | Tahun | Sasaran | Capaian | Persen
Sukamaju | K1 | Januari | 2026 | 40 | 4 | 10
Sukamaju | Anemia | Januari | 2026 | 20 | 5 | 25
Mekarsari | K1 | Februari | 2026 | 50 | 10 | 20
"""
    )
    assert said(reading) == [
        "Mekarsari k1 2026-2 month T 10/50 20", "Sukamaju anemia 2026-1 month T 5/20 25", "Sukamaju k1 2026-1 month T 4/40 10",
    ]  # fmt: skip


def test_antigens_in_rows_below_a_merged_desa():
    reading = read(
        merges=[(1, 1, 2, 1), (3, 1, 4, 1)],
        S="""
No | Desa | Antigen | Sasaran | L | P | Total | %
1 | Sukamaju | BCG | 10 | 2 | 3 | 5 | 50
 | | MR 1 | 10 | 1 | 1 | 2 | 20
2 | Mekarsari | BCG | 20 | 4 | 6 | 10 | 50
 | | MR 1 | 20 | 3 | 1 | 4 | 20
""",
        year=2026,
        month=3,
    )
    assert "Mekarsari mr1 2026-3 month T 4/20 20" in said(reading)
    assert "Sukamaju bcg 2026-3 month L 2/" in said(reading)
    assert len(said(reading)) == 12


def test_months_as_section_rows_inside_a_table():
    reading = read(
        S="""
PEMERIKSAAN IBU HAMIL K6 TAHUN 2026
No | Desa | Sasaran | Capaian
BULAN : JANUARI
1 | Sukamaju | 40 | 4
2 | Mekarsari | 50 | 5
BULAN : FEBRUARI
1 | Sukamaju | 40 | 6
2 | Mekarsari | 50 | 7
"""
    )
    assert said(reading) == [
        "Mekarsari k6 2026-1 month T 5/50", "Mekarsari k6 2026-2 month T 7/50",
        "Sukamaju k6 2026-1 month T 4/40", "Sukamaju k6 2026-2 month T 6/40",
    ]  # fmt: skip


def test_indicators_as_section_rows_inside_a_table():
    reading = read(
        S="""
CAKUPAN KIA BULAN MEI 2026
No | Desa | Sasaran | Capaian | %
K1
1 | Sukamaju | 40 | 4 | 10
2 | Mekarsari | 50 | 5 | 10
K6
1 | Sukamaju | 40 | 8 | 20
2 | Mekarsari | 50 | 5 | 10
"""
    )
    assert said(reading) == [
        "Mekarsari k1 2026-5 month T 5/50 10", "Mekarsari k6 2026-5 month T 5/50 10",
        "Sukamaju k1 2026-5 month T 4/40 10", "Sukamaju k6 2026-5 month T 8/40 20",
    ]  # fmt: skip


def test_spm_blocks_with_sasaran_inside_each():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAPAIAN SPM BIDANG KESEHATAN S/D BULAN SEPTEMBER 2026
No | Desa | Pelayanan Kesehatan Ibu Hamil | | | Pelayanan Kesehatan Usia Lanjut | |
 | | Sasaran | Capaian | % | Sasaran | Capaian | %
1 | Sukamaju | 40 | 30 | 75 | 200 | 100 | 50
2 | Mekarsari | 50 | 25 | 50 | 300 | 60 | 20
""",
    )
    assert said(reading) == [
        "Mekarsari spm_01 2026-9 cumulative T 25/50 50", "Mekarsari spm_07 2026-9 cumulative T 60/300 20",
        "Sukamaju spm_01 2026-9 cumulative T 30/40 75", "Sukamaju spm_07 2026-9 cumulative T 100/200 50",
    ]  # fmt: skip


def test_stbm_pillars():
    reading = read(
        S="""
LAPORAN STBM BULAN JUNI 2026
No | Desa | Jumlah KK | KK akses jamban | CTPS | PAMM-RT | PS-RT | PLC-RT
1 | Sukamaju | 100 | 90 | 80 | 70 | 60 | 50
2 | Mekarsari | 200 | 150 | 140 | 130 | 120 | 110
"""
    )
    assert said(reading)[:3] == [
        "Mekarsari ctps 2026-6 point T 140/200", "Mekarsari jamban 2026-6 point T 150/200", "Mekarsari pam_rt 2026-6 point T 130/200",
    ]  # fmt: skip
    assert len(said(reading)) == 10


def test_years_as_columns():
    reading = read(
        merges=[(1, 2, 1, 3)],
        S="""
PREVALENSI STUNTING PER DESA
No | Desa | Prevalensi Stunting (%) |
 | | 2024 | 2025
1 | Sukamaju | 12.5 | 10.1
2 | Mekarsari | 20 | 15.5
""",
    )
    assert said(reading) == [
        "Mekarsari stunting 2024- year T / 20", "Mekarsari stunting 2025- year T / 15.5",
        "Sukamaju stunting 2024- year T / 12.5", "Sukamaju stunting 2025- year T / 10.1",
    ]  # fmt: skip
