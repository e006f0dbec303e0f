"""How large a report may be, and the plain error of the opening process.

This module and those that the opening process uses (`guard`, `formats`, `xlsx_parts`, `ods_parts`, `html_tables`,
`csv_text`, `xml_2003`) import the standard library, calamine and lxml only: that process must start in
milliseconds.
"""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 1 << 20


class Limits(NamedTuple):
    """What is refused before anything is parsed.  Bytes, counts, seconds; `sheet_area` is rows x columns of the box
    from A1 to the last filled cell, `total_area` the same over all sheets."""

    file_bytes: int = 30 * MEGABYTE
    expanded_bytes: int = 300 * MEGABYTE
    part_bytes: int = 160 * MEGABYTE
    ratio: int = 250
    ratio_from_bytes: int = 40 * MEGABYTE
    entries: int = 3_000
    sheets: int = 400
    sheet_area: int = 6_000_000
    total_area: int = 9_000_000
    columns: int = 16_384
    rows: int = 1_048_576
    answer_bytes: int = 120 * MEGABYTE
    seconds: float = 25.0
    memory_bytes: int = 800 * MEGABYTE


DEFAULT_LIMITS = Limits()


class CannotOpen(Exception):
    """Why a file is not opened: the code of a problem of `refusal.py`, with its texts `found` and `expected`."""

    def __init__(self, code: str, found: str = "", expected: str = "", sheet: str = "", cell: str = ""):
        super().__init__(code)
        self.fields = {"code": code, "found": found, "expected": expected, "sheet": sheet, "cell": cell}


def megabytes(size: int) -> str:
    """'12 MB', for the messages."""
    return f"{max(1, round(size / MEGABYTE)):,} MB".replace(",", ".")


def check_area(rows: int, columns: int, limits: Limits, sheet: str, cell: str = "") -> int:
    """The area of a sheet, or CannotOpen where it reaches too far."""
    if rows * columns > limits.sheet_area or rows > limits.rows or columns > limits.columns:
        found = f"{rows:,} baris x {columns:,} kolom".replace(",", ".")
        expected = f"{limits.sheet_area:,} sel".replace(",", ".")
        raise CannotOpen("lembar-terlalu-luas", found, expected, sheet, cell)
    return rows * columns
