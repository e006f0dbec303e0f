"""Columns that tell the sex or the month of each row are known by their cells, whatever heads them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

SEXES = (
    "BCG KUMULATIF S/D OKTOBER 2025\nNO|DESA|{}|SASARAN|JUMLAH|%\n1|Suka|{l}|21|14|66.7\n||{p}|35|19|54.3\n||{t}|56|33|58.9\n"
    "2|Maju|{l}|10|5|50\n||{p}|27|23|85.2\n||{t}|37|28|75.7"
)
MONTHS = (
    "K1 TAHUN 2025\nNO|DESA|{}|SASARAN BUMIL|K1|%\n1|Suka|JANUARI|21|4|19\n||FEBRUARI|21|5|23.8\n||MARET|21|3|14.3\n"
    "2|Maju|JANUARI|10|1|10\n||FEBRUARI|10|2|20\n||MARET|10|3|30"
)
HEADS = ["JK", "", "KET", "URAIAN", "Xyzan"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("words", [("L", "P", "JML"), ("Laki-laki", "Perempuan", "Jumlah"), ("L", "P", "L+P")])
def test_rows_of_sexes(head: str, words: tuple[str, str, str]):
    text = SEXES.replace("{}", head).format(l=words[0], p=words[1], t=words[2])
    lines = [line for line in said(read(S=text)) if line.startswith("Maju")]
    assert [line.split(" cumulative ")[1] for line in lines] == ["L 5/10 50", "P 23/27 85.2", "T 28/37 75.7"]


@pytest.mark.parametrize("head", ["BULAN", "", "KET", "WAKTU", "Xyzan"])
def test_rows_of_months_are_no_year(head: str):
    lines = said(read(S=MONTHS.format(head)))
    assert lines[:2] == ["Maju k1 2025-1 month T 1/10 10", "Maju k1 2025-2 month T 2/10 20"] and len(lines) == 6


def test_remarks_and_one_month_alone_tell_nothing_of_the_rows():
    reading = read(S="K1 TAHUN 2025\nNO|DESA|SASARAN BUMIL|K1|KET\n1|Suka|21|4|Januari\n2|Maju|10|1|naik\n3|Jaya|20|5|Maret")
    assert {line.split()[2] for line in said(reading)} == {"2025-"} and codes(reading) == []


@pytest.mark.parametrize("head", ["", "Xyzan"])
def test_names_behind_a_gap_are_those_of_the_numbers_behind_it(head: str):
    rows = "Suka|50|5||Jaya|30|3\nMaju|40|4||Suka|20|2\nJaya|30|6||Maju|10|1"
    reading = read(S=f"GIZI BUMIL MEI 2026\nDESA|BUMIL|K1||{head}|BUMIL|K4\n{rows}")
    assert [line.split()[1] for line in said(reading)] == ["k1"] * 3
    assert any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))
