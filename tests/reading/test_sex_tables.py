"""L, P and both on sheets of their own: what does not add up is named with all three cells."""

from __future__ import annotations

from laporan import read

HEAD = "No | Desa | Sasaran Bayi | BCG\n"
MEN = "IMUNISASI BAYI LAKI-LAKI S/D MEI 2026\n" + HEAD + "1 | A | 40 | 10\n2 | B | 30 | 12\n3 | C | 20 | 9\n4 | D | 25 | 8"
WOMEN = "IMUNISASI BAYI PEREMPUAN S/D MEI 2026\n" + HEAD + "1 | A | 38 | 11\n2 | B | 29 | 10\n3 | C | 21 | 7\n4 | D | 24 | 6"


def told(*numbers: int) -> list[tuple[str, str, str]]:
    areas = enumerate(zip("ABCD", (78, 59, 41, 49), numbers, strict=True), 1)
    rows = "\n".join(f"{place} | {name} | {of} | {number}" for place, (name, of, number) in areas)
    reading = read(L=MEN, P=WOMEN, LP="IMUNISASI BAYI (L + P) S/D MEI 2026\n" + HEAD + rows)
    return [(each.cell, each.found, each.expected) for each in reading.problems if each.code == "l-p-tabel-lain"]


def test_a_sum_that_fits_is_not_told():
    assert told(21, 22, 16, 14) == []


def test_a_number_that_is_not_the_sum_is_told_with_the_other_cells():
    assert told(21, 22, 18, 14) == [("D5", "18", "16 (L!D5 + P!D5)")]


def test_where_hardly_any_fits_the_table_counts_something_else():
    assert told(30, 40, 50, 14) == []
