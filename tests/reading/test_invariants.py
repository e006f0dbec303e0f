"""What changes nothing in the meaning of a report changes nothing in what is read from it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laporan import cells

from lokmin_data.model import Reading
from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

HEAD = """
PEMANTAUAN WILAYAH SETEMPAT (PWS) KIA
BULAN : MARET 2026
No|Desa|SASARAN||K 1||||K 6|||
||BUMIL|BULIN|BLN LALU|BLN INI|KUM|%|BLN LALU|BLN INI|KUM|%
"""
MERGES = ((2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 2, 3), (2, 4, 2, 7), (2, 8, 2, 11))
HEAD_ROWS = 4
#: Each example reads two workbooks.
FEW = settings(max_examples=20)
NAMES = ("Sukamaju", "Mekarsari", "Ciputih", "Lebak Wangi", "Karang Tengah", "Tirta Mulya")


def report(seed: int) -> list[list[object]]:
    """A PWS table with made-up numbers that fit together."""
    chance = random.Random(seed)
    rows = cells(HEAD)
    for number, name in enumerate(NAMES, 1):
        line: list[object] = [number, name, chance.randint(20, 90), chance.randint(20, 90)]
        for sasaran in line[2:4]:
            last, this = chance.randint(1, 9), chance.randint(1, 9)
            line += [last, this, last + this, round((last + this) / sasaran * 100, 2)]
        rows.append(line)
    return rows


def read(rows: list[list[object]], merges=MERGES, sheets: int = 1) -> Reading:
    """The reading of a grid, cut into so many sheets after its head."""
    if sheets == 1:
        return read_book(Book("pws.xlsx", "0", "xlsx", (Sheet("PWS", rows, tuple(merges)),)))
    body = rows[HEAD_ROWS:]
    parts = [body[place::sheets] for place in range(sheets)]
    return read_book(
        Book(
            "pws.xlsx",
            "0",
            "xlsx",
            tuple(Sheet(f"PWS {n}", rows[:HEAD_ROWS] + part, tuple(merges)) for n, part in enumerate(parts)),
        )
    )


def plain(reading: Reading) -> set[tuple]:
    """The observations without the places where they stand."""
    frame = reading.observations.drop(columns=["sheet", "cell"])
    frame["area"] = frame["area"].str.casefold()
    return {tuple(str(value) for value in row) for row in frame.itertuples(index=False)}


@FEW
@given(seed=st.integers(0, 10_000))
def test_the_order_of_the_rows_does_not_matter(seed):
    rows = report(seed)
    body = rows[HEAD_ROWS:]
    random.Random(seed).shuffle(body)
    assert plain(read(rows[:HEAD_ROWS] + body)) == plain(read(rows))
    assert len(plain(read(rows))) == 4 * len(NAMES)


@FEW
@given(seed=st.integers(0, 10_000), places=st.lists(st.integers(HEAD_ROWS, HEAD_ROWS + len(NAMES)), max_size=4))
def test_empty_rows_between_do_not_matter(seed, places):
    rows = report(seed)
    width = len(rows[-1])
    for place in sorted(places, reverse=True):
        rows.insert(place, [None] * width)
    assert plain(read(rows)) == plain(read(report(seed)))


@FEW
@given(seed=st.integers(0, 10_000), place=st.sampled_from([0, 2, 4, 8, 12]))
def test_an_empty_column_does_not_matter(seed, place):
    rows = [row + [None] * (12 - len(row)) for row in report(seed)]
    wider = [row[:place] + [None] + row[place:] for row in rows]
    moved = tuple((r0, c0 + (c0 >= place), r1, c1 + (c1 >= place)) for r0, c0, r1, c1 in MERGES)
    assert plain(read(wider, moved)) == plain(read(rows))


@FEW
@given(seed=st.integers(0, 10_000), count=st.integers(1, 6))
def test_titles_above_do_not_matter(seed, count):
    rows = report(seed)
    width = len(rows[-1])
    titles = [
        [text] + [None] * (width - 1)
        for text in ("PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "UPTD PUSKESMAS CONTOH", "Jl. Raya No. 1")
    ]
    added = titles[: min(count, 4)] + [[None] * width] * max(0, count - 4)
    moved = tuple((r0 + len(added), c0, r1 + len(added), c1) for r0, c0, r1, c1 in MERGES)
    assert plain(read(added + rows, moved)) == plain(read(report(seed)))


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title])
def test_case_does_not_matter(change):
    rows = [[change(cell) if isinstance(cell, str) else cell for cell in row] for row in report(7)]
    assert plain(read(rows)) == plain(read(report(7)))


@FEW
@given(seed=st.integers(0, 10_000), sheets=st.integers(2, 3))
def test_a_table_cut_into_sheets_reads_the_same(seed, sheets):
    assert plain(read(report(seed), sheets=sheets)) == plain(read(report(seed)))


def test_without_merged_cells_the_groups_are_found_all_the_same():
    assert plain(read(report(3), merges=())) == plain(read(report(3)))


@FEW
@given(seed=st.integers(0, 10_000))
def test_a_total_row_adds_nothing(seed):
    rows = report(seed)
    sums = [sum(row[column] for row in rows[HEAD_ROWS:]) for column in range(2, 12)]
    reading = read([*rows, [None, "JUMLAH", *sums]])
    assert plain(reading) == plain(read(rows))


@FEW
@given(seed=st.integers(0, 10_000))
def test_numbers_as_texts_with_comma_read_the_same(seed):
    rows = report(seed)
    texts = [[str(cell).replace(".", ",") if isinstance(cell, (int, float)) else cell for cell in row] for row in rows]
    assert plain(read(texts)) == plain(read(rows))
