"""Cells of thousands of letters: only their beginning is looked at, and nothing else is lost."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from openpyxl import Workbook

from lokmin_data.reading import read_report
from lokmin_data.reading.opening.book import open_book
from lokmin_data.reading.opening.cells import LONGEST_TEXT

ROWS = (("PWS KIA JUNI 2026",), ("Desa", "Bumil", "K1", "Keterangan"), ("Suka", 50, 25, None), ("Maju", 40, 20, None), ("Jaya", 30, 10, None))
SECONDS = 5
LONG = {
    "one word": "x" * 32_000, "lines": "Desa\n" * 6_000, "blanks": "x" + " " * 32_000 + "y", "dashes": "- " * 16_000, "years": "tahun " * 5_000,
    "brackets": "(" * 32_000, "digits": "1" * 32_000,
}  # fmt: skip


def workbook(**changed: str) -> bytes:
    """The report with other texts in cells, A1=...; as xlsx."""
    book, buffer = Workbook(), BytesIO()
    for row in ROWS:
        book.active.append(row)
    for place, text in changed.items():
        book.active[place] = text
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("place", ["D1", "D2", "D3", "A7"])
def test_a_long_text_neither_holds_up_the_reading_nor_costs_a_number(place: str, text: str) -> None:
    started = time.monotonic()
    observations = read_report(workbook(**{place: text}), "laporan.xlsx").observations
    assert time.monotonic() - started < SECONDS
    assert [*observations["numerator"]][:3] == [25, 20, 10]


def test_texts_are_kept_up_to_the_longest() -> None:
    kept, cut = "a" * LONGEST_TEXT, "b" * (LONGEST_TEXT + 1)
    rows = open_book(workbook(D3=kept, D4=cut), "laporan.xlsx").sheets[0].rows
    assert (rows[2][3], rows[3][3]) == (kept, cut[:LONGEST_TEXT])
