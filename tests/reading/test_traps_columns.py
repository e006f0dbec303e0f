"""Columns and sheets that a careless reader takes for something else."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def test_a_sasaran_to_date_stays_a_sasaran_and_the_percent_tells_which_is_meant():
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S="""
CAKUPAN K6 S/D MEI 2026
NO | DESA | SASARAN BULIN | | K6 |
 | | 1 TAHUN | S/D BLN INI | ABS | %
1 | A | 120 | 50 | 34 | 68
2 | B | 108 | 45 | 37 | 82.2
3 | C | 96 | 40 | 15 | 37.5
""",
    )
    assert said(reading)[0] == "A k6 2026-5 cumulative T 34/50 68"
    assert codes(reading) == []


def test_abs_and_percent_under_a_target_are_no_results():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 8)],
        S="""
ANALISA PWS K4 BULAN MEI 2026
NO | DESA | SASARAN SETAHUN | TARGET S/D BULAN INI | | PENCAPAIAN | | |
 | | | ABS | % | BULAN LALU | BULAN INI | KUMULATIF | %
1 | A | 51 | 21 | 41.7 | 16 | 4 | 20 | 39.2
2 | B | 53 | 22 | 41.7 | 12 | 9 | 21 | 39.6
""",
    )
    assert said(reading)[:2] == ["A k4 2026-5 cumulative T 20/51 39.2", "A k4 2026-5 month T 4/51"]


def test_two_years_side_by_side_divide_by_their_own_sasaran():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
PERBANDINGAN K4 S/D MARET
No | Desa | TAHUN 2025 | | | TAHUN 2026 | |
 | | Sasaran Bumil | Capaian | % | Sasaran Bumil | Capaian | %
1 | A | 57 | 26 | 45.6 | 54 | 18 | 33.3
2 | B | 49 | 27 | 55.1 | 97 | 22 | 22.7
""",
    )
    assert said(reading)[:2] == ["A k4 2025-3 cumulative T 26/57 45.6", "A k4 2026-3 cumulative T 18/54 33.3"]
    assert codes(reading) == []


def test_the_letters_of_skdn_below_months():
    reading = read(
        merges=[(1, 2, 1, 6), (1, 7, 1, 11)],
        S="""
SKDN TRIBULAN I TAHUN 2026
NO | DESA | JANUARI | | | | | FEBRUARI | | | |
 | | S | K | D | N | D/S | S | K | D | N | D/S
1 | A | 100 | 90 | 80 | 40 | 80 | 100 | 91 | 50 | 41 | 50
2 | B | 50 | 45 | 40 | 20 | 80 | 50 | 44 | 25 | 21 | 50
""",
    )
    assert "A d_s 2026-1 point T 80/100 80" in said(reading)
    assert "A k_s 2026-2 point T 91/100" in said(reading)
    assert set(reading.observations.month) == {1, 2}


def test_two_columns_of_one_meaning_that_differ_are_both_refused():
    reading = read(S="LAPORAN BULAN MARET 2026\nNo|Desa|K1|K1|K6\n1|A|12|13|1\n2|B|3|4|2")
    assert said(reading) == ["A k6 2026-3 month T 1/", "B k6 2026-3 month T 2/"]
    assert [code for code in codes(reading) if code.startswith("dua-kolom")] == [
        "dua-kolom-berbeda D3", "dua-kolom-berbeda D4",
    ]  # fmt: skip


def test_one_sheet_a_posyandu_that_also_names_its_desa():
    body = "NO|BULAN|S|K|D|N|D/S (%)\n1|Januari|60|55|30|20|50\n2|Februari|60|55|45|20|75"
    head = "SKDN 2026\nPOSYANDU | : {}\nDESA | : GIRIJAYA\n"
    reading = read(MAWAR_I=head.format("MAWAR I") + body, MAWAR_II=head.format("MAWAR II") + body.replace("30", "15"))
    frame = reading.observations
    assert set(zip(frame.area, frame.level, strict=True)) == {("MAWAR I", "posyandu"), ("MAWAR II", "posyandu")}
    assert not [code for code in codes(reading) if code.startswith(("angka-berbeda", "desa-ganda"))]


PUSTU = """
IDL BULAN MARET 2026
NO | PUSTU / DESA | SASARAN | IDL
I | {0} KARANG | 114 | 17
 | Sukawangi | 44 | 7
 | Sumberdadi | 70 | 10
II | {0} LEMBAH | 84 | 7
 | Cibitung | 38 | 2
 | Sidomulyo | 46 | 5
"""


def test_rows_that_add_up_the_desa_below_them_are_no_desa():
    for word in ("PUSTU", ""):
        reading = read(S=PUSTU.format(word) + "| JUMLAH | 198 | 24")
        assert set(reading.observations.area) == {"Sukawangi", "Sumberdadi", "Cibitung", "Sidomulyo"}
        assert codes(reading) == []


def test_a_row_of_another_name_that_adds_up_all_desa_is_no_desa():
    rows = "1|Suka|44|7\n2|Maju|70|10\n3|Jaya|38|2"
    reading = read(S=f"IDL BULAN MARET 2026\nNO|DESA|SASARAN|IDL\n{rows}\n|KARANG|152|19")
    assert set(reading.observations.area) == {"Suka", "Maju", "Jaya"}


def test_a_label_with_its_value_above_a_head_is_no_part_of_it():
    block = "BULAN | : {} | | |\nNO | DESA | SASARAN | K1 BLN INI | K1 S/D BLN INI\n1 | A | 50 | {} | {}\n2 | B | 40 | {} | {}\n"
    months = [("JANUARI", 5, 5, 4, 4), ("FEBRUARI", 2, 7, 1, 5), ("MARET", 0, 7, 0, 5), ("APRIL", 0, 7, 0, 5)]
    reading = read(S="PWS TAHUN 2026\n" + "".join(block.format(*month) for month in months))
    assert {(row.month, row.basis) for row in reading.observations.itertuples()} == {
        (1, "month"), (1, "cumulative"), (2, "month"), (2, "cumulative"),
    }  # fmt: skip


def test_bulan_ini_under_a_disease_of_balita_is_not_the_balita_of_this_month():
    reading = read(
        merges=[(1, 2, 1, 5)],
        S="DIARE BULAN APRIL 2026\nNO|DESA|DIARE BALITA|||\n||PERKIRAAN KASUS|BLN INI|KUM|% KUM\n1|A|138|2|8|5.8\n2|B|47|3|15|31.9",
    )
    assert said(reading)[:2] == [
        "A diare_balita 2026-4 cumulative T 8/138 5.8", "A diare_balita 2026-4 month T 2/138",
    ]  # fmt: skip


def test_an_unnamed_sasaran_is_that_of_what_nothing_else_divides():
    reading = read(
        S="Tahun|Bulan|Desa|data_sasaran|jumlah_timbang|jumlah_ukur|Stunting\n2025|Februari|A|114|103|102|23"
    )
    assert said(reading) == ["A d_s 2025-2 point T 103/114", "A stunting 2025-2 point T 23/102"]


@pytest.mark.parametrize(
    "label", ["BULAN | : JANUARI S/D MEI 2026", "BULAN | JANUARI S/D MEI 2026", "PERIODE | | JANUARI - MEI 2026"]
)
def test_a_period_in_two_cells_right_above_the_head(label: str):
    body = "NO|DESA|SASARAN|K1|%\n1|A|50|10|20\n2|B|40|4|10"
    reading = read(S=f"CAKUPAN K1\nPUSKESMAS|: CONTOH\n{label}\n{body}")
    assert said(reading) == ["A k1 2026-5 cumulative T 10/50 20", "B k1 2026-5 cumulative T 4/40 10"]
