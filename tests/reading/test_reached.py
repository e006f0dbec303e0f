"""Persons below "Tercapai", and titles that say the whole with its part or a letter with its name."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "1 | A | 120 | {} | {}\n2 | B | 90 | {} | {}"


@pytest.mark.parametrize("head", ["Tercapai", "TERCAPAI", "Terlaksana"])
def test_numbers_below_reached_before_a_percent_are_persons(head):
    reading = read(S=f"CAKUPAN K1 S/D MEI 2026\nNo | Desa | Sasaran | {head} | %\n" + ROWS.format(60, 50, 30, 33.3))
    assert said(reading) == ["A k1 2026-5 cumulative T 60/120 50", "B k1 2026-5 cumulative T 30/90 33.3"]


def test_several_indicators_may_have_their_own():
    heads = "No | Desa | Sasaran | K1 | | K4 |\n | | | Tercapai | % | Tercapai | %"
    reading = read(S=f"KIA S/D MEI 2026\n{heads}\n1 | A | 120 | 60 | 50 | 40 | 33.3\n2 | B | 90 | 30 | 33.3 | 18 | 20")
    assert set(said(reading)) == {
        "A k1 2026-5 cumulative T 60/120 50", "B k1 2026-5 cumulative T 30/90 33.3",
        "A k4 2026-5 cumulative T 40/120 33.3", "B k4 2026-5 cumulative T 18/90 20",
    }  # fmt: skip


@pytest.mark.parametrize("answers", [("Ya", 50, "Tidak", 33.3), (1, 50, "Tidak", 33.3)])
def test_an_answer_below_it_is_no_number_of_persons(answers):
    reading = read(S="CAKUPAN K1 S/D MEI 2026\nNo | Desa | Sasaran | Tercapai | %\n" + ROWS.format(*answers))
    assert not any("/120" in line and line.split("/")[0][-1] in "01" for line in said(reading))


@pytest.mark.parametrize(
    ("title", "code"),
    [("CAKUPAN KN LENGKAP (KN3)", "kn_lengkap"), ("DATA KN3 / KN LENGKAP", "kn_lengkap"), ("CAKUPAN NAIK BB (N/D)", "n_d")],
)  # fmt: skip
def test_titles_that_name_one_thing_twice(title, code):
    reading = read(S=f"{title} MEI 2026\nNo | Desa | Sasaran | Capaian | %\n" + ROWS.format(60, 50, 30, 33.3))
    assert {line.split()[1] for line in said(reading)} == {code}
