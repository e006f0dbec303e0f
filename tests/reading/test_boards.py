"""Printed boards, charts' data beside a table, months by desa in columns: what stands there belongs where it belongs."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MONTHS = "Januari|9|14,1|5|5,7|4|5\nFebruari|17|26,6|8|9,1|10|12,5\nMaret|25|39,1|17|19,3|12|15\nApril||||||\nMei||||||"
DESA_OVER_MONTHS = (
    "TREN CAKUPAN KUMULATIF PER BULAN TAHUN 2026\nPUSKESMAS MEKAR\nTABEL 1. CAKUPAN K6\nBULAN|Suka||Maju||Kota Jaya|\n|Abs|%|Abs|%|Abs|%\n"
    f"Sasaran bulin|64||88||80|\n{MONTHS}\n\nTABEL 2. CAKUPAN KN1\nBULAN|Suka||Maju||Kota Jaya|\n|Abs|%|Abs|%|Abs|%\n"
    f"Sasaran lahir hidup|64||88||80|\n{MONTHS}"
)


def test_months_by_desa_are_measured_against_the_row_sasaran() -> None:
    lines = said(read(merges=[(row, column, row, column + 1) for row in (3, 13) for column in (1, 3, 5)], S=DESA_OVER_MONTHS))
    assert "Kota Jaya k6 2026-2 cumulative T 10/80 12.5" in lines and "Suka kn1 2026-3 cumulative T 25/64 39.1" in lines
    assert len(lines) == 18 and not [line for line in lines if " 64/" in line]


def test_a_desa_named_kota_in_a_list_without_numbers_is_a_desa() -> None:
    reading = read(S="LAPORAN MEI 2026\nDesa|Bumil|K1\nSuka|50|5\nKota Jaya|40|4\nMaju|30|3\nKota Bandar|120|12")
    assert said(reading) == [f"{desa} k1 2026-5 month T {number}" for desa, number in (("Kota Jaya", "4/40"), ("Maju", "3/30"), ("Suka", "5/50"))]


@pytest.mark.parametrize("head", ["Rata-rata", "Rerata", "Rata2", "Mean"])
def test_a_mean_behind_months_is_no_result(head: str) -> None:
    table = f"Desa|% D/S bulan ke-|||{head}\n|01|02|03|\nSuka|72,4|88,7|64,2|75,1\nMaju|64,6|67,2|86,2|72,7"
    reading = read(merges=[(1, 1, 1, 3)], S=f"PERSENTASE D/S TAHUN 2026\n{table}")
    assert {line.split()[2] for line in said(reading)} == {"2026-1", "2026-2", "2026-3"} and len(said(reading)) == 6


def test_a_board_with_arrows_and_colours() -> None:
    rows = "Suka|43|17|▼ 39,5%|🟡 Kuning\nMaju|70|23|▲ 32,9%|🔴 Merah\nTOTAL|113|40|35,4%|\n"
    rows += "\nKet: 🟢 >= 41,7%|||\nJumlah desa hijau|3||\nJumlah desa merah|7||"
    reading = read(
        merges=[(3, 1, 3, 4)],
        S="🏥 DASHBOARD PUSKESMAS MEKAR\nPeriode: Januari - Mei 2026 (kumulatif)||||Target s/d Mei = 41,7%\n\n"
        f"Desa|🤰 K6|||\n|Sasaran|Capaian|%|Status\n{rows}",
    )
    assert said(reading) == ["Maju k6 2026-5 cumulative T 23/70 32.9", "Suka k6 2026-5 cumulative T 17/43 39.5"]
    assert not [code for code in codes(reading) if code.startswith("jumlah")]


def test_percents_for_a_chart_are_of_the_cumulative_number() -> None:
    reading = read(
        merges=[(1, 3, 1, 5)],
        S="PWS KIA BULAN MEI 2026\nNO|DESA|BUMIL|K1||||||DATA GRAFIK|\n|||BLN INI|S/D BLN INI|%||||Desa|% K1\n"
        "1|Suka|50|5|20|40||||Maju|50\n2|Maju|40|4|20|50||||Suka|40",
    )
    assert [line for line in said(reading) if " month " in line] == ["Maju k1 2026-5 month T 4/40", "Suka k1 2026-5 month T 5/50"]
    assert "Suka k1 2026-5 cumulative T 20/50 40" in said(reading)


@pytest.mark.parametrize("month", [": VII", "VII", ": 7", "VII 2026"])
def test_a_label_says_the_month_in_roman_letters(month: str) -> None:
    reading = read(S=f"LAPORAN KIA\nBulan|{month}\nTahun|: 2026\n\nNo|Desa|Bumil|K1\n1|Suka|50|5\n2|Maju|40|4")
    assert said(reading) == ["Maju k1 2026-7 month T 4/40", "Suka k1 2026-7 month T 5/50"]
