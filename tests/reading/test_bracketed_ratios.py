"""A bracket behind the name of those weighed says which ratio they make: "Ditimbang (D/S)" over "Jml" and "%"."""

from __future__ import annotations

import pytest
from laporan import read, said


def table(weighed: str, gained: str, persons: str = "Jml") -> str:
    heads = f"No | Desa | Sasaran Balita (S) | {weighed} | | {gained} |\n | | | {persons} | % | {persons} | %"
    return f"SKDN OKTOBER 2025\n{heads}\n1 | A | 360 | 311 | 86.39 | 200 | 64.3\n2 | B | 199 | 149 | 74.87 | 100 | 67.11\n"


RIGHT = {
    "A d_s 2025-10 point T 311/360 86.39", "B d_s 2025-10 point T 149/199 74.87",
    "A n_d 2025-10 point T 200/311 64.3", "B n_d 2025-10 point T 100/149 67.11",
}  # fmt: skip


@pytest.mark.parametrize("weighed", ["Ditimbang (D/S)", "Jumlah Ditimbang (D/S)", "Balita Ditimbang (D/S)", "Ditimbang ( D / S )"])
@pytest.mark.parametrize("gained", ["Naik (N/D)", "Naik BB (N/D)", "Balita naik (N/D)", "Jumlah balita naik BB (N/D)"])
def test_the_columns_below_are_the_persons_and_their_percent(weighed, gained):
    assert set(said(read(S=table(weighed, gained)))) == RIGHT


@pytest.mark.parametrize("persons", ["n", "Abs", "Jumlah"])
def test_whatever_the_column_of_persons_is_called(persons):
    assert set(said(read(S=table("Ditimbang (D/S)", "Naik BB (N/D)", persons)))) == RIGHT


def test_a_column_of_its_own_counts_those_weighed():
    rows = "No | Desa | Sasaran Balita | Ditimbang (D/S) | %\n1 | A | 360 | 311 | 86.39\n2 | B | 199 | 149 | 74.87"
    assert set(said(read(S="SKDN OKTOBER 2025\n" + rows))) == {line for line in RIGHT if "d_s" in line}


def test_another_ratio_in_the_bracket_is_not_explained_away():
    assert not any("d_s" in line for line in said(read(S=table("Ditimbang (N/D)", "Naik (N/D)"))))
