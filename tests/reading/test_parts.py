"""Numbers of one row that belong together, as SIGIZI defines them."""

from __future__ import annotations

import pytest
from laporan import read

HEAD = "GIZI BULAN MARET 2026\nNo|Desa|S|D|N|T|O|B|D' terkoreksi|Diukur\n"
RIGHT = "100|80|40|30|5|5|70|79"


def told(*rows: str) -> list[tuple[str, str, str]]:
    body = "\n".join(f"{number}|Desa {number}|{row}" for number, row in enumerate((RIGHT, RIGHT, RIGHT, *rows, RIGHT), 1))
    problems = read(S=HEAD + body).problems
    return [(each.cell, each.found, each.expected) for each in problems if each.code == "bagian-tidak-cocok"]


def test_rows_that_fit_are_not_told():
    assert told(RIGHT) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("100|80|40|30|5|5|72|79", [("I6", "D' terkoreksi tertulis 72 (I6)", "E6 + F6 = 70")]),
        ("100|81|40|30|5|5|70|79", [("D6", "D tertulis 81 (D6)", "E6 + F6 + G6 + H6 = 80")]),
        ("100|80|40|30|5|5|70|90", [("J6", "Diukur tertulis 90 (J6)", "paling banyak 80 (D, D6)")]),
    ],
)
def test_a_row_that_does_not_fit_names_both_cells(row: str, expected: list):
    assert told(row) == expected


def test_a_rule_that_no_row_keeps_is_none():
    assert told(*["100|80|40|30|5|5|60|79"] * 9) == []


def test_ages_add_up():
    head = "GIZI BULAN MARET 2026\nNo|Desa|Balita ditimbang 0-23 bulan|Balita ditimbang 24-59 bulan|Balita ditimbang 0-59 bulan\n"
    rows = ["30|50|80", "30|50|80", "30|50|81", "30|50|80", "20|50|70"]
    problems = read(S=head + "\n".join(f"{place}|Desa {place}|{row}" for place, row in enumerate(rows, 1))).problems
    assert [each.cell for each in problems if each.code == "bagian-tidak-cocok"] == ["E5"]
