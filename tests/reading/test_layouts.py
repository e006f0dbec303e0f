"""Where areas and months may stand: each odd layout read as a person would, and nothing else."""

from __future__ import annotations

from laporan import read, said


def test_plain_table_with_title():
    reading = read(
        S="""
CAKUPAN K1 PUSKESMAS CONTOH
BULAN MARET 2026

No | Desa | Sasaran | Capaian | %
1 | Sukamaju | 40 | 10 | 25
2 | Mekarsari | 50 | 20 | 40
 | Jumlah | 90 | 30 | 33.3
"""
    )
    assert said(reading) == ["Mekarsari k1 2026-3 month T 20/50 40", "Sukamaju k1 2026-3 month T 10/40 25"]


def test_desa_as_columns():
    reading = read(
        S="""
LAPORAN KIA BULAN FEBRUARI 2026
No | Indikator | Sukamaju | Mekarsari | Ciputih | Jumlah
1 | K1 | 4 | 5 | 6 | 15
2 | K6 | 1 | 2 | 3 | 6
3 | Bumil KEK | 0 | 1 | 0 | 1
"""
    )
    assert said(reading) == [
        "Ciputih k1 2026-2 month T 6/", "Ciputih k6 2026-2 month T 3/", "Ciputih kek 2026-2 month T 0/",
        "Mekarsari k1 2026-2 month T 5/", "Mekarsari k6 2026-2 month T 2/", "Mekarsari kek 2026-2 month T 1/",
        "Sukamaju k1 2026-2 month T 4/", "Sukamaju k6 2026-2 month T 1/", "Sukamaju kek 2026-2 month T 0/",
    ]  # fmt: skip


def test_desa_as_columns_under_a_spanning_head_with_sasaran_row():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1)],
        S="""
CAPAIAN IMUNISASI KUMULATIF S/D JUNI 2026
No | Uraian | Desa | | | Puskesmas
 | | Sukamaju | Mekarsari | Ciputih |
1 | Sasaran bayi | 20 | 30 | 50 | 100
2 | BCG | 10 | 15 | 25 | 50
3 | MR 1 | 5 | 6 | 10 | 21
""",
    )
    assert said(reading) == [
        "Ciputih bcg 2026-6 cumulative T 25/50", "Ciputih mr1 2026-6 cumulative T 10/50",
        "Mekarsari bcg 2026-6 cumulative T 15/30", "Mekarsari mr1 2026-6 cumulative T 6/30",
        "Sukamaju bcg 2026-6 cumulative T 10/20", "Sukamaju mr1 2026-6 cumulative T 5/20",
    ]  # fmt: skip


def test_desa_as_columns_with_abs_and_percent_rows():
    reading = read(
        merges=[(2, 0, 3, 0), (4, 0, 5, 0)],
        S="""
CAKUPAN KIA KUMULATIF SAMPAI DENGAN MEI 2026
Indikator | | Sukamaju | Mekarsari | Total
K1 | Abs | 8 | 9 | 17
 | % | 40 | 30 | 34
K6 | Abs | 4 | 6 | 10
 | % | 20 | 20 | 20
""",
    )
    assert said(reading) == [
        "Mekarsari k1 2026-5 cumulative T 9/ 30", "Mekarsari k6 2026-5 cumulative T 6/ 20",
        "Sukamaju k1 2026-5 cumulative T 8/ 40", "Sukamaju k6 2026-5 cumulative T 4/ 20",
    ]  # fmt: skip


def test_months_as_columns():
    reading = read(
        S="""
KUNJUNGAN K1 IBU HAMIL PER DESA TAHUN 2025
No | Nama Desa | Sasaran Bumil | Jan | Feb | Mar | Apr | Jumlah
1 | Sukamaju | 60 | 5 | 4 | 0 | 6 | 15
2 | Mekarsari | 36 | 3 | 2 | 1 | 0 | 6
JUMLAH | | 96 | 8 | 6 | 1 | 6 | 21
"""
    )
    assert said(reading) == [
        "Mekarsari k1 2025-1 month T 3/36", "Mekarsari k1 2025-2 month T 2/36",
        "Mekarsari k1 2025-3 month T 1/36", "Mekarsari k1 2025-4 month T 0/36",
        "Sukamaju k1 2025-1 month T 5/60", "Sukamaju k1 2025-2 month T 4/60",
        "Sukamaju k1 2025-3 month T 0/60", "Sukamaju k1 2025-4 month T 6/60",
    ]  # fmt: skip


def test_months_not_yet_filled_in_are_not_reported():
    reading = read(
        S="""
KASUS DIARE TAHUN 2025
Desa | Januari | Februari | Maret | April
Sukamaju | 5 | 4 | 0 | 0
Mekarsari | 3 | 0 | 0 | 0
"""
    )
    assert said(reading) == [
        "Mekarsari diare 2025-1 month T 3/", "Mekarsari diare 2025-2 month T 0/",
        "Sukamaju diare 2025-1 month T 5/", "Sukamaju diare 2025-2 month T 4/",
    ]  # fmt: skip


def test_month_blocks_with_number_and_percent():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="""
PERSALINAN DI FASYANKES 2026
No | Desa | Sasaran | Januari | | Februari |
 | | | Abs | % | Abs | %
1 | Sukamaju | 20 | 2 | 10 | 4 | 20
2 | Mekarsari | 40 | 4 | 10 | 2 | 5
""",
    )
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
    reading = read(
        merges=[(2, 1, 3, 1)],
        S="""
PENIMBANGAN BALITA BULAN MEI 2026
No | Desa | Posyandu | Sasaran Balita (S) | Ditimbang (D)
1 | Sukamaju | Melati 1 | 40 | 30
 | | Melati 2 | 20 | 10
2 | Mekarsari | Mawar | 50 | 40
Jumlah | | | 110 | 80
""",
    )
    assert said(reading) == [
        "Mawar d_s 2026-5 point T 40/50", "Melati 1 d_s 2026-5 point T 30/40", "Melati 2 d_s 2026-5 point T 10/20",
    ]  # fmt: skip
    assert set(reading.observations.level) == {"posyandu"}


def test_posyandu_indented_below_their_desa():
    reading = read(
        S="""
HASIL PENIMBANGAN BULAN MEI 2026
No | Desa/Posyandu | Sasaran Balita | Ditimbang | D/S (%)
1 | Sukamaju | 60 | 40 | 66.7
 | Posyandu Melati 1 | 40 | 30 | 75
 | Posyandu Melati 2 | 20 | 10 | 50
2 | Mekarsari | 50 | 40 | 80
 | Posyandu Mawar | 50 | 40 | 80
 | Total | 110 | 80 | 72.7
"""
    )
    levels = dict(zip(reading.observations.area, reading.observations.level, strict=True))
    assert levels == {
        "Sukamaju": "desa", "Posyandu Melati 1": "posyandu", "Posyandu Melati 2": "posyandu",
        "Mekarsari": "desa", "Posyandu Mawar": "posyandu",
    }  # fmt: skip


def test_tribulan_columns_that_add_up():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6)],
        S="""
CAKUPAN K4 TAHUN 2025
No | Desa | Sasaran | Tribulan I | | Tribulan II |
 | | | Abs | % | Abs | %
1 | Sukamaju | 20 | 5 | 25 | 10 | 50
2 | Mekarsari | 40 | 10 | 25 | 18 | 45
3 | Cibening | 40 | 10 | 25 | 20 | 50
4 | Situ | 20 | 8 | 40 | 12 | 60
""",
    )
    assert [line for line in said(reading) if line.startswith(("Mekarsari", "Sukamaju"))] == [
        "Mekarsari k4 2025-3 cumulative T 10/40 25", "Mekarsari k4 2025-6 cumulative T 18/40 45",
        "Sukamaju k4 2025-3 cumulative T 5/20 25", "Sukamaju k4 2025-6 cumulative T 10/20 50",
    ]  # fmt: skip


def test_tribulan_columns_that_do_not_add_up_are_not_guessed():
    reading = read(
        S="""
PERSALINAN NAKES TAHUN 2025
No | Desa | TW I | TW II | TW III
1 | Sukamaju | 9 | 4 | 6
2 | Mekarsari | 8 | 10 | 2
"""
    )
    assert said(reading) == ["Mekarsari pn 2025-3 cumulative T 8/", "Sukamaju pn 2025-3 cumulative T 9/"]
    assert "tribulan-tidak-kumulatif" in {problem.code for problem in reading.problems}
