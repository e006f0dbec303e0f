"""Columns of numbers whose head does not call them percents, but whose cells do: a written sign, or the cell's format."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.layouts.stubs import unit_column
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Meaning
from lokmin_data.reading.words.values import kind_of

#: Percent signs are looked for in so many rows below a head.
FIRST_ROWS = 8


def with_signs(head: Head, sheet: Sheet, grid: Grid) -> Head:
    """The head with columns of numbers whose cells carry percent signs, written or as their format, read as percents."""
    head = _with_unit(head, grid)
    if not (sheet.percent_cells or grid.writes_percents):
        return head  # most sheets
    signed = {
        column: _signed(column, head, sheet, grid)
        for column in head.columns if column.meaning.role in ("", "numerator") and not column.meaning.axis
    }  # fmt: skip
    kinds: dict[Meaning, set[bool | None]] = {}
    for column, sign in signed.items():
        kinds.setdefault(_at_any_time(column.meaning), set()).add(sign)
    columns = []
    for column in head.columns:
        alike = kinds.get(_at_any_time(column.meaning), set()) if column in signed and signed[column] is None else set()
        if signed.get(column) or alike == {True, None}:
            column = replace(column, meaning=replace(column.meaning, role="percent"))
        columns.append(column)
    return replace(head, columns=tuple(columns))


def _with_unit(head: Head, grid: Grid) -> Head:
    """The head with its one column of numbers read as percents where the column "Satuan" says so in each row."""
    unit = unit_column(head.columns)
    if not unit:
        return head
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    units = {cells[unit.index] for cells in rows if unit.index < len(cells) and cells[unit.index] is not None}
    open_ = [column for column in head.columns if column.meaning.measures and column.meaning.role in ("", "numerator") and column is not unit]
    if len(open_) != 1 or not units or any(writing(each) != "percent" for each in units):
        return head
    percent = replace(open_[0], meaning=replace(open_[0].meaning, role="percent"))
    return replace(head, columns=tuple(percent if column is open_[0] else column for column in head.columns))


def _at_any_time(meaning: Meaning) -> Meaning:
    """The meaning without its period: a month that nobody filled in yet is what its filled-in neighbours are."""
    return replace(meaning, month=0, months=None, year=0)


def _signed(column: Column, head: Head, sheet: Sheet, grid: Grid) -> bool | None:
    """True where most of the column's first numbers stand with a percent sign; None where it has no numbers."""
    signs, numbers = 0, 0
    for row in range(head.frame.bottom + 1, min(head.frame.last + 1, head.frame.bottom + FIRST_ROWS)):
        cells = grid.rows[row]
        cell = cells[column.index] if column.index < len(cells) else None
        if cell is None or kind_of(cell) != "number":
            continue
        numbers += 1
        signs += _only_percent(cell) if cell.__class__ is str else grid.place(row, column.index) in sheet.percent_cells
    return 2 * signs > numbers if numbers else None


def _only_percent(text: str) -> bool:
    """True for `87,5 %`; not for a count with its percent beside it, `12 (30 %)`."""
    return "%" in text and not any(sign in text for sign in "(/")
