"""Targets in the heads of groups, sasaran in labels above a table, percents behind their sasaran, counts beside their people."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

GROUP = [(1, 2, 1, 4)]
ROWS = "1|Suka|50|5|20|40\n2|Maju|40|6|30|75\n3|Jaya|80|7|20|25"


@pytest.mark.parametrize(
    "head", ["K1 (target 75 %)", "K1 Target 95%", "K1 - TARGET : 100", "K1 (95 %)", "K1 (T = 95%)", "K1 [Tgt ≥ 90,5 %]"]
)
def test_a_target_s_value_in_the_head_of_a_group_is_no_column_of_targets(head: str):
    reading = read(S=f"PWS KIA S/D MEI 2026\nNO|DESA|BUMIL|{head}||\n|||BLN INI|KUM|%\n{ROWS}", merges=[(1, 3, 1, 5)])
    assert said(reading)[:2] == ["Jaya k1 2026-5 cumulative T 20/80 25", "Jaya k1 2026-5 month T 7/80"]
    assert codes(reading) == []


@pytest.mark.parametrize("head", ["TARGET 95 %", "TARGET 2026", "TARGET"])
def test_a_group_of_targets_stays_one(head: str):
    rows = "1|Suka|50|48|95|20\n2|Maju|40|38|95|30\n3|Jaya|80|76|95|20"
    reading = read(S=f"K1 S/D MEI 2026\nNO|DESA|BUMIL|{head}||K1\n|||ABS|%|\n{rows}", merges=[(1, 3, 1, 4)])
    assert [line for line in said(reading) if "/50" in line] == ["Suka k1 2026-5 cumulative T 20/50"]


def test_a_target_in_the_only_head_of_a_column_may_be_what_it_holds():
    reading = read(S="K1 S/D MEI 2026\nNO|DESA|BUMIL|K1|K1 TARGET 95 %\n1|Suka|50|20|95\n2|Maju|40|30|95\n3|Jaya|80|20|95")
    assert "Suka k1 2026-5 cumulative T 20/50" in said(reading)
    assert not any(" 95" in line for line in said(reading))


@pytest.mark.parametrize("values", ["73.2|60.1", "30|20"])
def test_differing_numbers_under_a_head_that_tells_a_target_are_asked_for(values: str):
    reading = read(S=f"CAPAIAN MEI 2026\nNO|DESA|BUMIL|K1 (TARGET 95%)|K4 (TARGET 90%)|K6\n1|Suka|50|{values}|10\n2|Maju|40|20|11|12")
    assert {line.split()[1] for line in said(reading)} == {"k6"}
    assert codes(reading) == ["kolom-tidak-dikenal D2", "kolom-tidak-dikenal E2"]


def test_a_line_of_targets_below_the_indicators_names_no_columns_of_targets():
    heads = "NO|DESA|BUMIL|K1|||K4\n|||TARGET 75 %|||TARGET 70 %\n|||BLN INI|KUM|%|KUM\n"
    rows = "1|Suka|50|5|20|40|10\n2|Maju|40|6|30|75|10\n3|Jaya|80|7|20|25|9"
    merges = [(1, 3, 1, 5), (2, 3, 2, 5)]
    reading = read(S=f"PWS KIA S/D MEI 2026\n{heads}{rows}", merges=merges)
    assert {"Suka k1 2026-5 cumulative T 20/50 40", "Suka k4 2026-5 cumulative T 10/50"} <= set(said(reading))
    both = read(S="PWS KIA S/D MEI 2026\nNO|DESA|BUMIL|K1||\n|||TARGET 75 %|CAPAIAN|\n|||ABS|ABS|%\n1|Suka|50|37|20|40\n2|Maju|40|30|30|75",
                merges=[(1, 3, 1, 5), (2, 4, 2, 5)])  # fmt: skip
    assert said(both) == ["Maju k1 2026-5 cumulative T 30/40 75", "Suka k1 2026-5 cumulative T 20/50 40"]


MONTHS = "Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agt|Sep|Okt|Nov|Des"


def test_the_percent_of_months_added_up_may_stand_behind_its_sasaran():
    rows = "1|Suka|2|3|5|||||||||| 10|50|20\n2|Maju|1|1|2|||||||||| 4|40|10\n3|Jaya|4|4|8|||||||||| 16|80|20".replace("| ", "|")
    reading = read(S=f"CAKUPAN K1 TAHUN 2026\nNO|DESA|{MONTHS}|KUM S/D MAR|SAS. BUMIL|%\n{rows}")
    assert "Suka k1 2026-3 cumulative T 10/50 20" in said(reading)
    other = read(S=f"CAKUPAN K1 TAHUN 2026\nNO|DESA|{MONTHS}|JML|SAS. BUMIL|%\n{rows}")
    assert "Suka k1 2026-3 cumulative T 10/50 20" in said(other)  # it adds up the months that were filled in


DESA = "PWS IMUNISASI TAHUN 2026\nDesa|: {}\nSasaran bayi lahir hidup|:|{}\n{}\n\nBulan|BCG||\n|Abs|Kum|%\nJanuari|4|4|{}\nFebruari|5|9|{}"


def _desa(name: str, born: int, label: str = "Sasaran surviving infant : 44") -> str:
    return DESA.format(name, born, label, round(400 / born, 1), round(900 / born, 1))


def test_labels_above_the_months_of_a_desa_give_its_sasaran():
    reading = read(Suka=_desa("Suka", 45), Maju=_desa("Maju", 60), Jaya=_desa("Jaya", 52))
    lines = said(reading)
    assert "Suka bcg 2026-2 cumulative T 9/45 20" in lines and "Maju bcg 2026-1 month T 4/60" in lines
    assert codes(reading) == []
    listed = {(row.area, row.population): row.value for row in reading.sasaran.itertuples()}
    assert {key[0] for key in listed} == {"Suka", "Maju", "Jaya"} and 44 in listed.values()


def test_labels_of_one_desa_that_differ_and_of_one_of_two_posyandu_of_a_name_give_none():
    other = _desa("Suka", 45, "Sasaran surviving infant : 48").replace("TAHUN 2026", "TAHUN 2025")
    listed = {(row.area, row.value) for row in read(Lalu=other, Suka=_desa("Suka", 45)).sasaran.itertuples()}
    assert listed == {("Suka", 45)}
    sheet = "SKDN TAHUN 2026\nDesa|: {}\nPosyandu|: Mawar\n{}\n\nBulan|Ditimbang\nJanuari|4\nFebruari|5"
    two = read(A=sheet.format("Suka", "Sasaran balita|40"), B=sheet.format("Maju", "Bidan|Sri"))
    assert not any("/40" in line for line in said(two))
    one = read(A=sheet.format("Suka", "Sasaran balita|40"), B=sheet.format("Suka", "").replace("Mawar", "Dahlia"))
    assert "Mawar d_s 2026-2 point T 5/40" in said(one)


@pytest.mark.parametrize("label", ["Sasaran bayi lahir hidup bulan ini | 50", "Target bayi | 90", "Jumlah kader | 12", "Sasaran bayi tahun | 2026"])
def test_other_labels_give_no_sasaran(label: str):
    reading = read(S=f"PWS IMUNISASI TAHUN 2026\nDesa|: Suka\n{label}\n\nBulan|BCG\nJanuari|4\nFebruari|5")
    assert all(line.endswith(("T 4/", "T 5/")) for line in said(reading))


def test_a_label_above_a_table_of_several_desa_is_nobody_s():
    reading = read(S="BCG MEI 2026\nSasaran bayi lahir hidup | 500\n\nNO|DESA|BCG\n1|Suka|5\n2|Maju|6\n3|Jaya|7")
    assert said(reading) == ["Jaya bcg 2026-5 month T 7/", "Maju bcg 2026-5 month T 6/", "Suka bcg 2026-5 month T 5/"]


SAB = "NO|DESA|AKSES JAMBAN SEHAT||\n||{}|%\n1|Suka|{}\n2|Maju|{}\n3|Jaya|{}"


def test_people_beside_whom_they_are_measured_against_are_the_count_by_their_percent():
    rows = ("200|100|50", "400|100|25", "300|60|20")
    reading = read(S="SANITASI MEI 2026\n" + SAB.format("JML KK|KK", *rows), merges=[(1, 2, 1, 4)])
    assert said(reading)[-1] == "Suka jamban 2026-5 point T 100/200 50"
    turned = ("100|200|50", "100|400|25", "60|300|20")
    reading = read(S="SANITASI MEI 2026\n" + SAB.format("KK|JML KK", *turned), merges=[(1, 2, 1, 4)])
    assert said(reading)[-1] == "Suka jamban 2026-5 point T 100/200 50"
    unproved = ("200|100|11", "400|100|12", "300|60|13")
    reading = read(S="SANITASI MEI 2026\n" + SAB.format("JML KK|KK", *unproved), merges=[(1, 2, 1, 4)])
    assert not any("100/" in line or "200/" in line for line in said(reading))


def test_those_with_access_are_the_count_of_their_group():
    rows = ("200|100|50", "400|100|25", "300|60|20")
    for group, code in (("SAB", "air_minum"), ("AKSES JAMBAN SEHAT", "jamban")):
        table = SAB.format("JML KK|KK AKSES", *rows).replace("AKSES JAMBAN SEHAT", group)
        assert said(read(S=f"SANITASI MEI 2026\n{table}", merges=[(1, 2, 1, 4)]))[-1] == f"Suka {code} 2026-5 point T 100/200 50"


def test_a_column_with_the_name_of_its_group_is_its_number():
    table = "PHBS MEI 2026\nNO|DESA|RT BER-PHBS||\n||RT DISURVEI|RT BER-PHBS|%\n1|Suka|60|30|50\n2|Maju|40|10|25\n3|Jaya|80|16|20"
    reading = read(S=table, merges=[(1, 2, 1, 4)])
    assert said(reading)[-1] == "Suka phbs_rt 2026-5 point T 30/60 50"
    assert codes(reading) == []


@pytest.mark.parametrize(
    "head, code",
    [
        ("K1 murni (TM I, <= 12 mgg)", "k1_murni"), ("K1 (trimester I : 0 - 12 mgg)", "k1_murni"), ("K6 ( 6 x )", "k6"), ("K4 (4 kali)", "k4"),
        ("K8 (8x)", "k8"), ("TBC kasus ditemukan & diobati", "tb_kasus"),
    ],
)  # fmt: skip
def test_indicators_with_what_they_mean_in_brackets(head: str, code: str):
    reading = read(S=f"LAPORAN MEI 2026\nNO|DESA|{head}\n1|Suka|5\n2|Maju|6")
    assert [line.split()[1] for line in said(reading)] == [code, code]


def test_the_percent_of_some_people_in_a_group_s_head_stays_theirs():
    rows = "1|Suka|10|50|5\n2|Maju|8|40|4\n3|Jaya|16|80|4"
    reading = read(S=f"KIA MEI 2026\nNO|DESA|IBU HAMIL (20 %)|BUMIL|K1\n||JML||\n{rows}")
    assert said(reading)[0] == "Jaya k1 2026-5 month T 4/80"


@pytest.mark.parametrize(
    ("year", "month"),
    [("SASARAN TAHUN", "SASARAN BULAN"), ("SASARAN 1 TAHUN", "SASARAN 1 BULAN"), ("SASARAN SETAHUN", "SASARAN SEBULAN"), ("SASARAN", "SASARAN/BULAN"),
     ("SASARAN TAHUNAN", "SASARAN BULANAN"), ("SASARAN", "SASARAN PER BULAN"), ("SASARAN", "SASARAN BULAN INI")],
)  # fmt: skip
def test_a_months_numbers_are_measured_against_its_unnamed_sasaran_where_the_percents_say_so(year: str, month: str):
    table = (
        f"NO|DESA|{year}|{month}|K4 BULAN INI|%|K4 KUMULATIF|%\n1|Suka|72|6|5|83.3|25|34.7\n2|Maju|48|4|3|75|12|25\n"
        "3|Jaya|96|8|7|87.5|50|52.1\n4|Raya|60|5|5|100|15|25"
    )
    reading = read(S=f"CAKUPAN K4\nBULAN MARET 2026\n{table}")
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka k4 2026-3 cumulative T 25/72 34.7", "Suka k4 2026-3 month T 5/6 83.3",
    ]  # fmt: skip
    assert codes(reading) == []
