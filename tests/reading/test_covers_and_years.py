"""A cover that tells the period of the sheets behind it, and books of which only some sheets name a month."""

import pytest
from laporan import codes, read, said

KIA = "PROGRAM KIA\n\nNO|DESA|K1||\n||Sasaran Bumil|Capaian|%\n1|Suka|50|20|40\n2|Maju|40|10|25"


@pytest.mark.parametrize(
    ("cover", "when"),
    [
        ("PUSKESMAS MELATI\nDATA S/D BULAN JUNI 2026", "2026-6 cumulative"),
        ("LAPORAN BULANAN\nBulan|:|Juni\nTahun|:|2026", "2026-6 month"),
        ("BAHAN LOKAKARYA MINI TRIBULAN II\nDATA S/D JUNI 2026", "2026-6 cumulative"),
        ("LAPORAN TAHUN 2026", "2026- year"),
    ],
)
def test_the_cover_tells_the_period_of_sheets_that_name_none(cover: str, when: str):
    assert said(read(COVER=cover, KIA=KIA)) == [f"Maju k1 {when} T 10/40 25", f"Suka k1 {when} T 20/50 40"]


def test_the_month_of_a_meeting_is_asked():
    reading = read(COVER="BAHAN LOKAKARYA MINI\nPUSKESMAS MELATI\nBULAN JULI 2026", KIA=KIA)
    assert [line.split()[2:4] for line in said(reading)] == [["2026-", "month"]] * 2 and "periode-tidak-ada" in codes(reading)


def test_the_day_of_a_signature_is_no_month():
    reading = read(COVER="LAPORAN KIA TAHUN 2026\nMelati, 5 Juli 2026", KIA=KIA)
    assert {line.split()[2] for line in said(reading)} == {"2026-"}


def test_a_tables_own_period_goes_before_the_cover():
    old = "REKAP TAHUN 2025\n\nNO|DESA|SASARAN|K6\n1|Suka|50|45\n2|Maju|40|38"
    reading = read(COVER="DATA S/D JUNI 2026", KIA=KIA, LALU=old)
    assert "Suka k6 2025- year T 45/50" in said(reading) and "Suka k1 2026-6 cumulative T 20/50 40" in said(reading)


def test_a_table_without_a_month_beside_sheets_that_name_theirs_is_no_whole_year():
    gizi = "PROGRAM GIZI\n\nNO|DESA|D/S||\n||S|D|%\n1|Suka|50|20|40\n2|Maju|40|10|25"
    reading = read(KIA=KIA.replace("KIA", "KIA BULAN MEI 2026"), GIZI=gizi)
    assert said(reading)[0] == "Maju d_s 2026- point T 10/40 25" and "periode-tidak-ada" in codes(reading)
    other = read(COVER="LAPORAN BULAN JUNI 2026", KIA=KIA.replace("KIA", "KIA BULAN MEI 2026"), GIZI=gizi)
    assert said(other)[0] == "Maju d_s 2026- point T 10/40 25"


def test_a_plan_with_months_is_no_cover():
    plan = "NO|MASALAH|WILAYAH|RENCANA|WAKTU\n1|Jamban|Suka|Arisan|Juli 2026\n2|DM|Maju|Posbindu|Juli 2026"
    reading = read(KIA=KIA.replace("KIA", "KIA TAHUN 2026"), RTL=plan)
    assert said(reading)[0] == "Maju k1 2026- year T 10/40 25"
