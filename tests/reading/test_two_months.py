"""Months that are only numbered: the first two below "BULAN", and a year's columns 1, 2, 3 that no word calls months."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "1 | A | 100 | 3 | 6 | 9 | 9\n2 | B | 120 | 6 | 7 | 13 | 10.8\n3 | C | 80 | 1 | 3 | 4 | 5"


@pytest.mark.parametrize("head", ["BULAN", "Bulan", "BULAN KE"])
@pytest.mark.parametrize("merges", [[], [(2, 3, 2, 4)]])
def test_one_and_two_below_bulan_are_january_and_february(head, merges):
    reading = read(merges=merges, S=f"LAPORAN K1 TAHUN 2026\n\nNo | Desa | Sasaran Bumil | {head} | | Kumulatif | %\n | | | 1 | 2 | |\n{ROWS}")
    assert {line for line in said(reading) if line.startswith("B ")} == {
        "B k1 2026-1 month T 6/120", "B k1 2026-2 month T 7/120", "B k1 2026-2 cumulative T 13/120 10.8",
    }  # fmt: skip


def test_a_column_of_months_keeps_its_cells():
    rows = "1 | A | 1 | 100 | 3\n2 | B | 1 | 120 | 6\n3 | A | 2 | 100 | 4\n4 | B | 2 | 120 | 5"
    reading = read(S=f"LAPORAN K1 TAHUN 2026\n\nNo | Desa | BULAN | Sasaran Bumil | K1\n{rows}")
    assert "B k1 2026-2 month T 5/120" in said(reading) and len(said(reading)) == 4


@pytest.mark.parametrize("heads", ["1 | 2 | 3", "I | II | III", "Ke 1 | Ke 2 | Ke 3"])
def test_the_sum_behind_numbered_columns_of_a_year_is_of_no_whole_year(heads):
    rows = "1 | A | 100 | 3 | 6 | 2 | 11 | 11\n2 | B | 120 | 6 | 7 | 2 | 15 | 12.5\n3 | C | 80 | 1 | 3 | 2 | 6 | 7.5"
    reading = read(S=f"LAPORAN BCG TAHUN 2026\nNo | Desa | Sasaran Bayi | {heads} | Jumlah | %\n{rows}")
    assert not any(" year " in line for line in said(reading)) and "periode-tidak-ada" in [each.code for each in reading.problems]


def test_a_number_behind_other_unknown_columns_is_of_the_year():
    rows = "1 | A | 100 | 3 | 6 | 11 | 11\n2 | B | 120 | 6 | 7 | 15 | 12.5\n3 | C | 80 | 1 | 3 | 6 | 7.5"
    reading = read(S=f"LAPORAN BCG TAHUN 2026\nNo | Desa | Sasaran Bayi | Mawar | Melati | Jumlah | %\n{rows}")
    assert any(" year " in line for line in said(reading))
