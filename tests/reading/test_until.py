"""Up to a month: every way in which the field writes "from January to", in titles, labels, heads, rows and names."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

BODY = "NO|DESA|SASARAN|K1\n1|Suka|50|20\n2|Maju|40|30"


def _read_as(reading) -> set[str]:  # noqa: ANN001
    return {" ".join(line.split()[2:4]) for line in said(reading)}


@pytest.mark.parametrize(
    "period",
    [
        "SMP MEI 2026", "Smp. Mei 2026", "SMPI MEI 2026", "SMP DGN BLN MEI 2026", "S.D MEI 2026", "S-D MEI 2026", "S\\D MEI 2026",
        "s d mei 2026", "SAMPAI DENGAN MEI 2026", "JAN-MEI 2026", "JANUARI S.D. MEI 2026", "JANUARI SMP MEI 2026", "KOM. MEI 2026",
        "S/D BULAN 5 TAHUN 2026", "S/D BULAN KE-5 2026", "S/D BULAN V TAHUN 2026", "S/D 05/2026", "BULAN I S/D V TAHUN 2026",
    ],
)  # fmt: skip
def test_up_to_may_in_a_title_and_in_a_label(period: str):
    assert _read_as(read(S=f"CAKUPAN K1 {period}\n{BODY}")) == {"2026-5 cumulative"}
    assert _read_as(read(S=f"CAKUPAN K1\nPERIODE | : {period}\n{BODY}")) == {"2026-5 cumulative"}


@pytest.mark.parametrize("label", ["S.D BULAN | : MEI", "SMP BULAN | : MEI", "SAMPAI DENGAN BULAN | MEI"])
def test_a_label_that_says_up_to(label: str):
    assert _read_as(read(S=f"CAKUPAN K1 TAHUN 2026\n{label}\n\n{BODY}")) == {"2026-5 cumulative"}


@pytest.mark.parametrize(
    "part, month",
    [
        ("TRI WULAN I", 3), ("TRIW I", 3), ("QUARTAL 1", 3), ("TRIWULAN 1 (JAN-MAR)", 3), ("SEM I", 6),
        ("SEMESTER 1 (JAN-JUN)", 6), ("S.D. TW III", 9),
    ],
)  # fmt: skip
def test_parts_of_the_year_that_begin_in_january(part: str, month: int):
    assert _read_as(read(S=f"CAKUPAN K1 {part} 2026\n{BODY}")) == {f"2026-{month} cumulative"}


@pytest.mark.parametrize("label, month", [("TRIWULAN | : I", 3), ("TW | 1", 3), ("SEMESTER | : 1", 6)])
def test_a_label_that_names_the_part_of_the_year(label: str, month: int):
    assert _read_as(read(S=f"CAKUPAN K1 TAHUN 2026\n{label}\n\n{BODY}")) == {f"2026-{month} cumulative"}


def test_a_later_tribulan_in_a_label_is_told():
    assert "periode-tidak-umum" in codes(read(S=f"CAKUPAN K1 TAHUN 2026\nTRIBULAN | II\n\n{BODY}"))


@pytest.mark.parametrize(
    "heads", ["MEI|JAN-MEI", "MEI|JANUARI S.D. MEI", "BULAN MEI|SMP MEI", "BLN INI|SMP BLN INI", "BLN INI|SAMPAI DGN BULAN INI"]
)
def test_heads_of_a_month_and_up_to_it(heads: str):
    reading = read(S=f"K1 BULAN MEI 2026\nNO|DESA|SASARAN|{heads}\n1|Suka|50|20|30\n2|Maju|40|30|35")
    assert said(reading)[:2] == ["Maju k1 2026-5 cumulative T 35/40", "Maju k1 2026-5 month T 30/40"]
    assert codes(reading) == []


def test_months_below_a_tribulan_are_months():
    reading = read(
        merges=[(1, 3, 1, 6)],
        S="K1 TAHUN 2026\nNO|DESA|SASARAN|TRIWULAN I|||\n|||JAN|FEB|MAR|KUM\n1|Suka|50|2|3|4|9\n2|Maju|40|1|3|4|8",
    )
    assert _read_as(reading) == {"2026-1 month", "2026-2 month", "2026-3 month", "2026-3 cumulative"}


RISING = "\n".join(f"{place}|Desa{place}|50|{place}|{place + 3}" for place in range(1, 7))


@pytest.mark.parametrize("heads", ["TW I|TW II", "TRIWULAN 1 (JAN-MAR)|TRIWULAN 2 (APR-JUN)", "JAN-MAR|APR-JUN", "SMT I|SMT II"])
def test_parts_of_the_year_as_columns_are_added_up_only_where_enough_rows_show_it(heads: str):
    last = 12 if "SMT" in heads else 6
    table = f"K1 TAHUN 2026\nNO|DESA|SASARAN|{heads}\n"
    assert _read_as(read(S=table + RISING)) == {f"2026-{last // 2} cumulative", f"2026-{last} cumulative"}
    few = read(S=table + "\n".join(RISING.split("\n")[:2]))
    assert _read_as(few) == {f"2026-{last // 2} cumulative"}
    assert codes(few) == ["tribulan-tidak-kumulatif"]


@pytest.mark.parametrize(
    "head, cells", [("PERIODE", ("TW I", "TW II")), ("PERIODE", ("JAN-MAR", "APR-JUN")), ("TRIBULAN", ("1", "2")), ("TRIWULAN", ("I", "II"))]
)
def test_rows_of_a_tribulan_are_no_month(head: str, cells: tuple[str, str]):
    rows = f"Suka|{cells[0]}|50|5\nSuka|{cells[1]}|50|3\nMaju|{cells[0]}|50|5\nMaju|{cells[1]}|50|9"
    reading = read(S=f"K1 TAHUN 2026\nDESA|{head}|SASARAN|K1\n{rows}")
    assert said(reading) == ["Maju k1 2026-3 cumulative T 5/50", "Suka k1 2026-3 cumulative T 5/50"]
    assert codes(reading) == ["tribulan-tidak-kumulatif"]


def test_a_range_over_the_turn_of_the_year_is_not_guessed():
    assert codes(read(S="K1 TAHUN 2026\nNO|DESA|SASARAN|NOV S/D MEI|K4 MEI\n1|Suka|50|5|4\n2|Maju|50|5|3")) == ["kolom-tidak-dikenal D2"]


@pytest.mark.parametrize("name", ["K1 2026", "K4 2026", "POLIO 4 2026", "DPT 1 2026", "SPM 3 2026"])
def test_the_number_of_an_indicator_in_a_name_is_no_month(name: str):
    assert _read_as(read(f"{name}.xlsx", S=f"CAKUPAN\n{BODY}")) == {"2026- month"}  # which month is asked


@pytest.mark.parametrize("name", ["SEMESTER 1 2026", "Sem 1 2026"])
def test_the_number_of_a_semester_in_a_name_is_no_month(name: str):
    assert _read_as(read(f"{name}.xlsx", S=f"CAKUPAN\n{BODY}")) == {"2026-6 cumulative"}


def test_the_school_smp_is_not_up_to():
    reading = read(S="TTD SISWI SMP MEI 2026\nNO|DESA|REMATRI|REMATRI MENDAPAT TTD BULAN INI\n1|Suka|50|5\n2|Maju|50|5")
    assert _read_as(reading) == {"2026-5 point"}


@pytest.mark.parametrize(
    "days",
    [
        "1 s/d 30 September 2025", "PERIODE : 1 s/d 30 September 2025", "Tgl 01 sampai dengan 30 September 2025",
        "LAPORAN BULANAN 1 S.D 30 SEPTEMBER 2025", "MINGGU KE I S/D IV SEPTEMBER 2025", "01/09/2025 s/d 30/09/2025",
    ],
)  # fmt: skip
def test_days_or_weeks_of_one_month_add_up_nothing_before_it(days: str):
    assert _read_as(read(S=f"CAKUPAN K1\n{days}\n{BODY}")) == {"2025-9 month"}


@pytest.mark.parametrize(
    "title", ["K1 S/D 30 SEPTEMBER 2025", "1 JAN S/D 30 SEP 2025", "1 JAN - 30 SEP 2025", "TRIWULAN I S/D III TAHUN 2025", "TW I - III 2025"]
)
def test_what_begins_in_january_is_added_up(title: str):
    assert _read_as(read(S=f"CAKUPAN K1\n{title}\n{BODY}")) == {"2025-9 cumulative"}


@pytest.mark.parametrize(
    "label, basis",
    [
        ("Keadaan s/d tanggal", "cumulative"), ("Posisi s/d akhir bulan", "cumulative"), ("Data per tanggal", "month"),
        ("Periode s.d. tanggal", "cumulative"),
    ],
)
def test_labels_before_a_date(label: str, basis: str):
    assert _read_as(read(S=f"CAKUPAN K1\n{label} | : 30 September 2025\n{BODY}")) == {f"2025-9 {basis}"}


@pytest.mark.parametrize(
    "period, read_as",
    [
        ("26 APRIL S/D 25 MEI 2026", "2026-5 month"), ("26 April 2026 - 25 Mei 2026", "2026-5 month"),
        ("26/04/2026 s.d. 25/05/2026", "2026-5 month"), ("26/04 s/d 25/05/2026", "2026-5 month"),
        ("21 Desember 2025 s/d 20 Januari 2026", "2026-1 month"), ("26-12 s/d 25-01-2026", "2026-1 month"),
        ("26 Desember 2025 s/d 25 Mei 2026", "2026-5 cumulative"), ("26/12/2025 s/d 25/05/2026", "2026-5 cumulative"),
        ("1 Januari 2026 - 31 Mei 2026", "2026-5 cumulative"), ("1/1 s/d 31/5/2026", "2026-5 cumulative"),
    ],
)  # fmt: skip
def test_a_reporting_month_may_begin_late_in_the_month_before(period: str, read_as: str):
    assert _read_as(read(S=f"CAKUPAN K1\nPERIODE {period}\n{BODY}")) == {read_as}


def test_months_that_begin_on_the_26th_but_are_not_added_up_from_january_are_not_read():
    reading = read(S=f"CAKUPAN K1\nPERIODE 26 Februari s/d 25 Mei 2026\n{BODY}")
    assert not said(reading) and "periode-tidak-umum" in codes(reading)


@pytest.mark.parametrize(
    "said_of_it", ["bukan kumulatif", "bulan ini saja, bukan kumulatif", "NON KUMULATIF", "tidak kumulatif", "bukan angka kumulatif", "non-kum."]
)
def test_a_title_that_denies_to_add_up(said_of_it: str):
    assert _read_as(read(S=f"CAKUPAN K1\nBULAN MEI 2026 ({said_of_it})\n{BODY}")) == {"2026-5 month"}


@pytest.mark.parametrize("said_of_it", ["kumulatif", "bukan bulanan, kumulatif", "tidak termasuk luar wilayah, kumulatif"])
def test_a_title_that_denies_something_else_and_adds_up(said_of_it: str):
    assert _read_as(read(S=f"CAKUPAN K1\nBULAN MEI 2026 ({said_of_it})\n{BODY}")) == {"2026-5 cumulative"}


BELOW_A_PERIOD = """
||PELAYANAN USIA PRODUKTIF|||PELAYANAN HIPERTENSI||
||Sasaran|Realisasi||Sasaran|Realisasi|
|||Abs|%||Abs|%
1|Suka|100|80|80|70|50|71.4
2|Maju|200|150|75|140|70|50"""


@pytest.mark.parametrize("title", ["CAPAIAN SPM\nTAHUN 2026", "CAPAIAN SPM TRIWULAN II TAHUN 2026", "CAPAIAN SPM APRIL S/D JUNI 2026"])
@pytest.mark.parametrize("head", ["KEADAAN JANUARI S/D JUNI 2026", "JAN - JUN 2026", "SEMESTER I", "S/D JUNI"])
def test_a_head_over_all_columns_says_since_when_they_count(title: str, head: str):
    reading = read(S=f"{title}\n\nNO|DESA|{head}|||||{BELOW_A_PERIOD}")
    assert _read_as(reading) == {"2026-6 cumulative"} and len(said(reading)) == 4


@pytest.mark.parametrize(
    "title, head",
    [
        ("TRIWULAN II TAHUN 2026", "APRIL S/D JUNI 2026"), ("TRIWULAN II TAHUN 2026", "TRIWULAN II"), ("TAHUN 2026", "FEBRUARI S/D JUNI"),
        ("TRIWULAN II TAHUN 2026", "JANUARI S/D MEI 2026"), ("MINGGU KE-2 JUNI 2026", "JANUARI S/D JUNI 2026"),
    ],
)  # fmt: skip
def test_a_head_that_does_not_count_since_january_to_the_title_s_month_is_not_read(title: str, head: str):
    with pytest.raises(LokminError):
        read(S=f"CAPAIAN SPM {title}\n\nNO|DESA|{head}|||||{BELOW_A_PERIOD}")
