"""Columns that only number the rows, and people whom a title's indicator does not count."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "\n1|Suka|50|5\n2|Maju|40|2\n3|Jaya|30|4"


@pytest.mark.parametrize("head", ["#", "N", "No", "Urt"])
def test_a_column_that_numbers_the_rows_counts_nothing(head: str):
    lines = said(read(S=f"REKAPITULASI CAKUPAN IBL\nBULAN MARET 2026\n{head}|DESA|SASARAN BADUTA|K1{ROWS}"))
    assert [line for line in lines if " ibl " in line] == []
    assert any(line.startswith("Suka k1 2026-3 month T 5/") for line in lines)


def test_numbers_before_the_names_that_count_something_are_read():
    rows = "5|50|Suka\n2|40|Maju\n4|30|Jaya"
    assert "Suka k1 2026-3 month T 5/50" in said(read(S=f"CAKUPAN K1\nBULAN MARET 2026\nK1|SASARAN|DESA\n{rows}"))


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("CAKUPAN SPM HIPERTENSI", "LANSIA DILAYANI"), ("PELAYANAN HIPERTENSI", "USIA PRODUKTIF DILAYANI"), ("CAKUPAN K1", "BUFAS DILAYANI"),
        ("CAKUPAN K1", "BAYI DILAYANI"), ("CAKUPAN KN1", "KK DILAYANI"), ("REKAP BCG", "BUFAS DILAYANI"),
    ],
)  # fmt: skip
def test_people_whom_the_indicator_of_the_title_does_not_count(title: str, head: str):
    reading = read(S=f"{title}\nBULAN MARET 2026\nNO|DESA|SASARAN|{head}{ROWS}")
    assert not said(reading)
    assert [
        problem.cell
        for problem in reading.problems
        if problem.code in ("indikator-tidak-disebut", "kolom-tidak-dikenal")
    ] == ["D3"]


@pytest.mark.parametrize(
    ("title", "head"),
    [("CAKUPAN K1", "BUMIL DILAYANI"), ("CAKUPAN KN1", "BAYI DILAYANI"), ("REKAP BCG", "BAYI DIIMUNISASI")],
)
def test_people_whom_it_counts(title: str, head: str):
    assert any(
        line.startswith(f"Suka {title.split()[-1].lower()} 2026-3 month T 5/")
        for line in said(read(S=f"{title}\nBULAN MARET 2026\nNO|DESA|SASARAN|{head}{ROWS}"))
    )


@pytest.mark.parametrize("head", ["BUMIL MENDAPAT TTD MIN. 180 TABLET", "TTD min 180"])
def test_min_before_a_number_is_minimal(head: str):
    assert "Suka ttd180 2026-3 month T 5/50" in said(
        read(S=f"REKAP\nBULAN MARET 2026\nNO|DSA/KEL|SASARAN BUMIL|{head}{ROWS}")
    )


@pytest.mark.parametrize("legend", ["Ket : T = target, R = realisasi", "T = Target\nR = Realisasi", ""])
def test_letters_that_a_legend_calls_target_and_result(legend: str):
    body = "Desa|SASARAN|JAN||FEB|\n||T|R|T|R\nSuka|55|4|3|4|5\nMaju|75|5|2|5|4\nJaya|46|3|3|3|6"
    lines = said(
        read(S=f"REALISASI IMUNISASI MR 1 TAHUN 2026\n{body}\n\n{legend}", merges=[(1, 2, 1, 3), (1, 4, 1, 5)])
    )
    assert [line for line in lines if line.startswith("Suka")] == [
        "Suka mr1 2026-1 month T 3/55",
        "Suka mr1 2026-2 month T 5/55",
    ]
