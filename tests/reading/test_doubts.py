"""What a careless reader would guess: whose table it is, on what scale a percent stands, whether a row of percents is right."""

from __future__ import annotations

import io

import pytest
from laporan import codes, read, said
from openpyxl import Workbook

from lokmin_data.reading import read_report
from lokmin_data.reading.opening.refusal import Refused

SKDN = "NO|BULAN|S|D|N\n1|Januari|60|30|20\n2|Februari|60|45|20"


@pytest.mark.parametrize("head", ["BIDAN | : Siti", "NAMA BIDAN : Siti", "PUSTU | : KARANG", "PUSTU KARANG TAHUN 2026", "POLINDES | : KARANG"])
def test_a_sheet_that_names_only_who_serves_is_asked_about(head: str):
    with pytest.raises(Refused) as refused:
        read(KARANG=f"SKDN 2026\n{head}\n{SKDN}", LEMBAH=f"SKDN 2026\n{head}\n{SKDN.replace('30', '31')}")
    told = [problem for problem in refused.value.problems if problem.code == "hanya-bidan-atau-pustu"]
    assert [(problem.sheet, problem.cell) for problem in told] == [("KARANG", "A2"), ("LEMBAH", "A2")]


def test_the_bidan_of_a_desa_leaves_the_sheet_its_name():
    reading = read(
        Karang=f"SKDN 2026\nBIDAN DESA | : Siti\n{SKDN}", Lembah=f"SKDN 2026\nBIDAN DESA | : Ani\n{SKDN.replace('30', '31')}"
    )
    assert set(reading.observations["area"]) == {"Karang", "Lembah"}


PERCENT_ROWS = """
K1 MARET 2026
NO|DESA|SASARAN|URAIAN|K1|K4
1|Suka|50|Abs|25|10
|||%|50|20
2|Maju|40|Abs|20|10
|||%|60|25
3|Jaya|40|Abs|20|10
|||%|50|25
"""


def test_a_row_of_percents_is_checked_against_its_numbers():
    assert codes(read(S=PERCENT_ROWS)) == ["persen-tidak-cocok E6"]
    assert codes(read(S=PERCENT_ROWS.replace("60|25", "50|25"))) == []


COVERAGES = "CAKUPAN MARET 2026\nNO|DESA|% {0}\n1|Suka|50\n2|Maju|0.5\n3|Jaya|25\n4|Mekar|75\n5|Sari|75"


def test_a_small_coverage_among_percents_is_asked_about_and_read_as_it_stands():
    reading = read(S=COVERAGES.format("K1"))
    assert "Maju k1 2026-3 month T / 0.5" in said(reading)
    assert codes(reading) == ["persen-mungkin-pecahan C4"]


def test_what_is_better_low_may_be_that_small():
    assert codes(read(S=COVERAGES.format("stunting"))) == []


def test_a_number_of_the_row_may_explain_a_small_percent():
    assert codes(read(S="CAKUPAN MARET 2026\nNO|DESA|SASARAN|K1|%\n1|A|50|25|50\n2|B|200|1|0.5\n3|C|40|10|25\n4|D|40|4|10")) == []


def _workbook(formatted: str) -> bytes:
    workbook = Workbook()
    sheet = workbook.active
    for row in (["CAKUPAN K1 MEI 2026"], ["NO", "DESA", "% K1"], [1, "A", 50], [2, "B", 0.5], [3, "C", 25], [4, "D", 40]):
        sheet.append(row)
    sheet[formatted].number_format = "0.0%"
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()


def test_one_cell_with_a_percent_format_does_not_scale_the_others():
    reading = read_report(_workbook("C4"), "laporan.xlsx")
    assert said(reading) == [
        "A k1 2026-5 month T / 50", "B k1 2026-5 month T / 50", "C k1 2026-5 month T / 25", "D k1 2026-5 month T / 40",
    ]  # fmt: skip


def test_a_percent_that_no_coverage_can_be_is_left_out_and_told() -> None:
    reading = read(S="LAPORAN K1 BULAN MARET 2026\nNo|Desa|K1 (%)\n1|Aman|5000 %\n2|Bina|80 %\n3|Cita|101,5 %")
    assert said(reading) == ["Bina k1 2026-3 month T / 80", "Cita k1 2026-3 month T / 101.5"]
    assert codes(reading) == ["persen-tidak-mungkin C3"]


@pytest.mark.parametrize("slip", ["O", "o", "1O", "l2", "I0"])
def test_a_letter_in_place_of_a_digit_is_named_and_not_read(slip: str):
    reading = read(S=f"MEI 2026\nNO|DESA|SASARAN|K1|%\n1|Suka|50|5|10\n2|Maju|40|{slip}|0\n3|Jaya|30|3|10\n4|Baru|20|2|10")
    assert codes(reading) == ["huruf-di-tempat-angka D4"]
    assert "Maju k1 2026-5 month T /40 0" in said(reading)


def test_one_number_far_above_its_sasaran_is_named_by_its_cell():
    rows = "1|Suka|50|25|50\n2|Maju|40|47|117.5\n3|Jaya|30|15|50"
    assert codes(read(S=f"S/D MEI 2026\nNO|DESA|SASARAN|K1|%\n{rows}")) == ["melebihi-sasaran D4"]
    assert codes(read(S=f"S/D MEI 2026\nNO|DESA|SASARAN|K1|%\n{rows.replace('47|117.5', '42|105')}")) == ["melebihi-sasaran"]


def test_one_dpt3_above_dpt1_is_named_by_its_cell():
    reading = read(S="S/D MEI 2026\nNO|DESA|SASARAN|DPT 1|DPT 3\n1|Suka|50|25|20\n2|Maju|40|20|24\n3|Jaya|30|15|10")
    assert codes(reading) == ["dpt3-di-atas-dpt1 E4"]
