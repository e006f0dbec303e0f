"""Tables that mislead: each quirk must give the right numbers or none, never a wrong one."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.opening.refusal import Refused


def test_a_percent_head_over_sasaran_to_date_is_no_result():
    reading = read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5)],
        S="""
CAKUPAN K6 S/D MEI 2026
NO | DESA | SASARAN BULIN | | K6 |
 | | 1 TAHUN | S/D BLN INI | ABS | %
1 | Sukamaju | 120 | 50 | 34 | 68
2 | Mekarsari | 96 | 40 | 15 | 37.5
""",
    )
    assert said(reading) == ["Mekarsari k6 2026-5 cumulative T 15/40 37.5", "Sukamaju k6 2026-5 cumulative T 34/50 68"]


def test_targets_in_numbers_are_no_results():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 7)],
        S="""
CAKUPAN K4 MEI 2026
NO | DESA | SASARAN SETAHUN | TARGET S/D BULAN INI | | PENCAPAIAN | |
 | | | ABS | % | BULAN INI | KUMULATIF | %
1 | Sukamaju | 51 | 21 | 41.7 | 4 | 20 | 39.2
2 | Mekarsari | 53 | 22 | 41.7 | 9 | 21 | 39.6
3 | Cibening | 65 | 27 | 41.7 | 4 | 24 | 36.9
""",
    )
    cumulative = [line for line in said(reading) if " cumulative " in line]
    assert cumulative == [
        "Cibening k4 2026-5 cumulative T 24/65 36.9", "Mekarsari k4 2026-5 cumulative T 21/53 39.6",
        "Sukamaju k4 2026-5 cumulative T 20/51 39.2",
    ]  # fmt: skip


def test_letters_of_skdn_keep_their_month():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
SKDN TAHUN 2026
NO | DESA | JANUARI | | | FEBRUARI | |
 | | S | D | N | S | D | N
1 | Sukamaju | 40 | 30 | 20 | 41 | 31 | 21
2 | Mekarsari | 50 | 35 | 25 | 50 | 36 | 26
""",
    )
    assert [line for line in said(reading) if line.startswith("Sukamaju n_d")] == [
        "Sukamaju n_d 2026-1 point T 20/30", "Sukamaju n_d 2026-2 point T 21/31",
    ]  # fmt: skip


def test_two_years_side_by_side_have_each_its_sasaran():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7)],
        S="""
CAKUPAN K4 S/D MARET
No | Desa | TAHUN 2025 | | | TAHUN 2026 | |
 | | Sasaran Bumil | Capaian | % | Sasaran Bumil | Capaian | %
1 | Sukamaju | 57 | 26 | 45.6 | 54 | 18 | 33.3
2 | Mekarsari | 49 | 27 | 55.1 | 97 | 22 | 22.7
""",
    )
    assert said(reading) == [
        "Mekarsari k4 2025-3 cumulative T 27/49 55.1", "Mekarsari k4 2026-3 cumulative T 22/97 22.7",
        "Sukamaju k4 2025-3 cumulative T 26/57 45.6", "Sukamaju k4 2026-3 cumulative T 18/54 33.3",
    ]  # fmt: skip


_POSYANDU = """
POSYANDU | : MAWAR
DESA | : SUKAMAJU
NO | BULAN | SASARAN BALITA | DITIMBANG
1 | Januari 2026 | 62 | 49
2 | Februari 2026 | 62 | 44
"""


def test_a_sheet_of_a_posyandu_is_not_its_desa():
    reading = read(A=_POSYANDU, B=_POSYANDU.replace("MAWAR", "MELATI").replace("49", "31"))
    assert [line for line in said(reading) if "2026-1" in line] == [
        "MAWAR d_s 2026-1 point T 49/62", "MELATI d_s 2026-1 point T 31/62",
    ]  # fmt: skip
    assert {desa.casefold() for desa in reading.observations["desa"]} == {"sukamaju"}


def test_tables_of_one_form_that_contradict_everywhere_are_not_read():
    first = "DESA | : SUKAMAJU\n" + "\n".join(_POSYANDU.strip().split("\n")[2:])
    reading = read(A=first, B=first.replace("49", "31").replace("44", "29"))
    assert not said(reading) and "tabel-bertentangan D3" in codes(reading)


def test_columns_that_contradict_everywhere_are_not_read():
    reading = read(
        S="""
BULAN MARET 2026
No | Desa | Sasaran | BCG | BCG | Polio 1
1 | Sukamaju | 40 | 4 | 9 | 5
2 | Mekarsari | 50 | 5 | 8 | 6
3 | Cibening | 45 | 6 | 3 | 7
"""
    )
    assert {line.split()[1] for line in said(reading)} == {"opv1"}
    assert "dua-kolom-berbeda E3" in codes(reading)


@pytest.mark.parametrize("number, name", [("I", "KARANG"), ("", "PUSTU KARANG"), ("", "KARANG")])
def test_a_row_that_sums_its_desa_is_no_desa(number: str, name: str):
    reading = read(
        S=f"""
CAKUPAN IDL S/D MARET 2026
NO | PUSTU / DESA | SASARAN BAYI | IDL | %
{number} | {name} | 82 | 14 | 17.1
 | Sukamaju | 44 | 7 | 15.9
 | Mekarsari | 38 | 7 | 18.4
{number} | {name.replace("KARANG", "LEMBAH")} | 70 | 5 | 7.1
 | Cibening | 32 | 3 | 9.4
 | Situ | 38 | 2 | 5.3
JUMLAH | | 152 | 19 | 12.5
"""
    )
    assert {line.split()[0] for line in said(reading)} == {"Sukamaju", "Mekarsari", "Cibening", "Situ"}
    assert not [problem for problem in reading.problems if problem.severity == "warning"]


def test_desa_that_sum_unnumbered_posyandu_stay_desa():
    reading = read(
        S="""
CAKUPAN D/S MARET 2026
NO | NAMA DESA | S | D | D/S (%)
1 | Sukamaju | 82 | 14 | 17.1
 | Melati | 44 | 7 | 15.9
 | Mawar | 38 | 7 | 18.4
2 | Cibening | 70 | 5 | 7.1
 | Kenanga | 32 | 3 | 9.4
 | Anggrek | 38 | 2 | 5.3
"""
    )
    levels = dict(zip(reading.observations["area"], reading.observations["level"], strict=True))
    assert levels["Sukamaju"] == levels["Cibening"] == "desa"
    assert {levels[name] for name in ("Melati", "Mawar", "Kenanga", "Anggrek")} == {"posyandu"}


MONTHS = "\n1 | Sukamaju | 60 | 3 | 4 | 5 | {0}\n2 | Mekarsari | 55 | 2 | 6 | 1 | {0}\n3 | Cibening | 70 | 7 | 3 | 4 | {0}"


@pytest.mark.parametrize("head", ["RATA-RATA", "CAKUPAN", "JML", "TOTAL SETAHUN INI", ""])
def test_what_follows_the_months_is_no_result_of_the_year(head: str):
    reading = read(S=f"REKAP K1 2026\nNo | Desa | Sasaran | Jan | Feb | Mar | {head}" + MONTHS.format(4))
    assert {line.split()[2] for line in said(reading)} - {"2026-"} == {"2026-1", "2026-2", "2026-3"}
    assert len(said(reading)) == 9 or head == "TOTAL SETAHUN INI"


def test_twelve_numbers_over_columns_are_months():
    months = " | ".join(map(str, range(1, 13)))
    reading = read(S=f"REKAP K1 2026\nNo | Desa | Sasaran | {months} | JML | %" + MONTHS.format("||||||||| 12 | 20"))
    assert len(said(reading)) == 9


@pytest.mark.parametrize("title", ["TRIBULAN I 2026", "JANUARI - MARET 2026", "S/D MARET 2026"])
def test_a_range_in_the_title_only_names_the_months_of_the_rows(title: str):
    rows = ["Suka|Januari|60|3", "Suka|Februari|60|4", "Suka|Maret|60|2", "Mekar|Januari|55|2", "Mekar|Februari|55|1"]
    reading = read(S=f"REKAP K1 {title}\nDesa|Bulan|Sasaran|K1\n" + "\n".join(rows))
    assert set(reading.observations["basis"]) == {"month"}


def test_numbers_that_only_rise_are_asked_about():
    rows = "\n".join(f"{place}|Desa {place}|60|{place}|{place + 3}|{place + 5}" for place in range(1, 6))
    reading = read(S=f"CAKUPAN K1 2026\nNo|Desa|Sasaran|Januari|Februari|Maret\n{rows}")
    assert "kumulatif-tidak-disebut" in codes(reading)


@pytest.mark.parametrize(
    "title, when", [("TRIWULAN KEDUA", None), ("TRIBULAN KE-2", None), ("Q2", None), ("SEMESTER PERTAMA", "2026-6")]
)
def test_tribulan_in_words(title: str, when: str | None):
    rows = "1|Sukamaju|60|12|20\n2|Mekarsari|50|5|10\n3|Cibening|40|4|10"
    lines = said(read(S=f"CAPAIAN K1 {title} 2026\nNo|Desa|Sasaran|Capaian|%\n{rows}"))
    assert {line.split()[2] for line in lines} == ({when} if when else set())


def test_this_year_beside_last_year_counts_up_to_the_month():
    rows = "1|Sukamaju|60|15|12|20\n2|Mekarsari|50|9|5|10"
    lines = said(read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasaran|Tahun Lalu|Tahun Ini|%\n{rows}"))
    assert lines == ["Mekarsari k4 2026-5 cumulative T 5/50 10", "Sukamaju k4 2026-5 cumulative T 12/60 20"]


ROWS = "1|Sukamaju|60|12|20\n2|Mekarsari|50|5|10\n3|Cibening|40|6|15\n4|Situ|25|4|16"


def test_a_percent_proves_the_divisor_whose_head_is_unknown():
    lines = said(read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasgal Entah|K4|%\n{ROWS}"))
    assert "Sukamaju k4 2026-5 cumulative T 12/60 20" in lines


def test_a_number_that_another_column_is_divided_by_is_no_result():
    with pytest.raises(Refused) as refused:
        read(S=f"REKAP S/D MEI 2026\nNo|Desa|K4|Sasgal Entah|%\n{ROWS}")
    assert "angka-ternyata-pembagi" in {problem.code for problem in refused.value.problems}


GOODS = "No|Desa|{0}\n1|Sukamaju|12|30\n2|Mekarsari|5|40\n3|Cibening|6|25"


@pytest.mark.parametrize(
    "title, heads",
    [
        ("PEMAKAIAN VAKSIN (VIAL) PER DESA MARET 2026", "BCG|Polio 1"), ("HONOR BIDAN (Rp) MARET 2026", "K1|K4"),
        ("PERMINTAAN VAKSIN MARET 2026", "BCG|MR 1"), ("DISTRIBUSI VITAMIN A FEBRUARI 2026", "Vitamin A biru|Vitamin A merah"),
    ],
)  # fmt: skip
def test_tables_of_goods_and_money_are_no_reports(title: str, heads: str):
    with pytest.raises(Refused) as refused:
        read(S=f"{title}\n{GOODS.format(heads)}")
    assert "bukan-tabel-capaian" in {problem.code for problem in refused.value.problems}


def test_coverage_of_what_is_given_out_is_a_report():
    assert said(read(S=f"CAKUPAN DISTRIBUSI VITAMIN A FEBRUARI 2026\n{GOODS.format('Vitamin A biru|Vitamin A merah')}"))


@pytest.mark.parametrize("title", ["SKDN POSYANDU MAWAR DESA SUKA 2026", "DUSUN : MAWAR\nDESA : SUKA", "POSYANDU MAWAR\nDESA SUKA"])
def test_a_sheet_of_a_part_of_a_desa_is_not_read_as_the_desa(title: str):
    body = "NO|BULAN|SASARAN BALITA|DITIMBANG\n1|Januari 2026|62|49\n2|Februari 2026|62|44"
    assert {line.split()[0] for line in said(read(S=f"{title}\n{body}"))} == {"MAWAR"}


def test_blank_numbers_beside_percents_of_zero_are_no_report():
    rows = "1|Sukamaju|60||0\n2|Mekarsari|50||0\n3|Cibening|40||0"
    with pytest.raises(Refused):
        read(S=f"K4 S/D MEI 2026\nNo|Desa|Sasaran|Capaian|%\n{rows}")


def test_a_letter_over_its_months():
    lines = said(read(
        merges=[(1, 2, 1, 3), (1, 4, 1, 5), (1, 6, 1, 7)],
        S="SKDN 2026\nNO|DESA|S||D||N|\n||JAN|FEB|JAN|FEB|JAN|FEB\n1|Suka|40|41|30|31|20|21\n2|Mekar|50|50|35|36|25|26",
    ))  # fmt: skip
    assert "Suka d_s 2026-2 point T 31/41" in lines and "Mekar n_d 2026-1 point T 25/35" in lines


BODY = "No|Desa|Sasaran|Capaian|%\n" + ROWS


@pytest.mark.parametrize(
    "title, when",
    [
        ("K4\nS/D BULAN : MEI 2026", "2026-5 cumulative"), ("K4\nS/D BULAN | 5\nTAHUN | 2026", "2026-5 cumulative"),
        ("K4 BULAN MEI 2026\nKUMULATIF", "2026-5 cumulative"), ("K4 BULAN 1 S/D 5 TAHUN 2026", "2026-5 cumulative"),
        ("K4 05/2026", "2026-5 month"), ("K4 BULAN 5 TAHUN 2026", "2026-5 month"),
    ],
)  # fmt: skip
def test_periods_that_are_easily_missed(title: str, when: str):
    assert {" ".join(line.split()[2:4]) for line in said(read(S=f"{title}\n{BODY}"))} == {when}


def test_rows_of_l_and_p_have_their_own_sasaran_and_total():
    rows = "1|Suka|L|30|12\n||P|30|20\n2|Mekar|L|25|9\n||P|30|17\n|TOTAL|L|55|21\n||P|60|37"
    reading = read(S=f"BCG MARET 2026\nNO|DESA|JK|SASARAN|CAPAIAN\n{rows}")
    assert "Suka bcg 2026-3 month P 20/30" in said(reading) and len(said(reading)) == 4
    assert not [code for code in codes(reading) if code.startswith("jumlah")]


def test_dusun_of_one_name_in_two_desa_below_merged_names():
    rows = "1|Suka|Krajan|30|3\n||Kidul|30|4\n2|Mekar|Krajan|25|2\n||Kidul|30|6"
    reading = read(
        merges=[(2, 1, 3, 1), (4, 1, 5, 1)], S=f"KIA BULAN MEI 2026\nNo|Desa|Dusun|Sasaran Bumil|K1\n{rows}"
    )
    assert sorted(reading.observations["numerator"]) == [2, 3, 4, 6]
    assert not codes(reading)



@pytest.mark.parametrize("groups", ["0-23 BULAN|||24-59 BULAN||", "POSYANDU MELATI|||POSYANDU MAWAR||", "DUSUN SATU|||DUSUN DUA||"])
def test_letters_of_growth_of_a_part_of_the_children_are_not_those_of_all(groups: str):
    body = "\n||S|D|N|S|D|N{0}\n1|Suka|50|40|30|60|50|20{1}\n2|Maju|40|40|20|45|40|10{2}"
    merges = [(1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10)]
    with pytest.raises(Refused) as refused:
        read(merges=merges[:2], S=f"SKDN MEI 2026\nNO|DESA|{groups}" + body.format("", "", ""))
    assert "kolom-tidak-dikenal" in {problem.code for problem in refused.value.problems}
    whole = body.format("|S|D|N", "|110|90|50", "|85|80|30")
    reading = read(merges=merges, S=f"SKDN MEI 2026\nNO|DESA|{groups}|JUMLAH||{whole}")
    assert "Maju d_s 2026-5 point T 80/85" in said(reading) and len(said(reading)) == 4


def test_letters_of_growth_under_one_head_that_is_not_understood_are_read():
    reading = read(merges=[(1, 2, 1, 4)], S="SKDN MEI 2026\nNO|DESA|HASIL KAMI|||KET\n||S|D|N|\n1|Suka|50|40|30|\n2|Maju|40|40|20|")
    assert "Suka d_s 2026-5 point T 40/50" in said(reading)
