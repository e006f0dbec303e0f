"""Builders of small reports: rows written as text, read through the same road as a file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pandas as pd
from openpyxl import Workbook

from lokmin_data.model import Reading
from lokmin_data.reading import read_book
from lokmin_data.reading.opening.book import Book, Sheet

Merge = tuple[int, int, int, int]


def cells(text: str) -> list[list[object]]:
    """A grid from lines with `|` between the cells: numbers as numbers, empty as None, '…' quotes a text."""
    rows = [[_cell(part) for part in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(len(row) for row in rows)
    return [row + [None] * (width - len(row)) for row in rows]


def _cell(part: str) -> object:
    text = part.strip()
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def book(name: str = "laporan.xlsx", /, *, merges: Sequence[Merge] = (), **sheets: str) -> Book:
    """A book with one sheet for each keyword (underscores are spaces)."""
    return Book(
        name,
        "0" * 64,
        "xlsx",
        tuple(Sheet(title.replace("_", " "), cells(text), tuple(merges)) for title, text in sheets.items()),
    )


def read(
    name: str = "laporan.xlsx",
    /,
    *,
    merges: Sequence[Merge] = (),
    year: int | None = None,
    month: int | None = None,
    **sheets: str,
) -> Reading:
    """The reading of such a book."""
    return read_book(book(name, merges=merges, **sheets), year=year, month=month)


def said(reading: Reading) -> list[str]:
    """The observations as lines `area indicator year-month basis sex numerator/denominator percent`, sorted."""
    return sorted(_line(row) for row in reading.observations.itertuples(index=False))


def _line(row) -> str:  # noqa: ANN001
    when = f"{_number(row.year)}-{_number(row.month)}"
    measured = f"{_number(row.numerator)}/{_number(row.denominator)} {_number(row.percent)}"
    return f"{row.area} {row.indicator} {when} {row.basis} {row.sex} {measured}".strip()


def _number(value: object) -> str:
    if pd.isna(value):
        return ""
    return f"{float(value):.4g}"


def codes(reading: Reading) -> list[str]:
    """The codes of the problems with their cells."""
    return [f"{problem.code} {problem.cell}".strip() for problem in reading.problems]


def xlsx(text: str, *, merges: Sequence[str] = (), title: str = "Sheet1") -> bytes:
    """The bytes of a real workbook with one sheet."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in cells(text):
        sheet.append(row)
    for area in merges:
        sheet.merge_cells(area)
    buffer = BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
