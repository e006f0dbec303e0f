"""Months and years written short in the columns "Bulan" and "Tahun" beside the names: I, II, III ... and 25."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import is_age
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import PARTS, Period, month_number
from lokmin_data.reading.words.period_dates import WEEKS

#: Years of two digits, and so many different ones at most: what differs more is an age.
FIRST, LAST, MOST_YEARS = 20, 35, 2
CENTURY = 2000
#: What heads these columns, and what heads others: parts of the year, weeks, ages.
_MONTH, _YEAR = "bulan", "tahun"
_OTHERS = WEEKS.union(PARTS, ("umur", "usia"))
Cell = tuple[int, int]


def with_times_in_full(grid: Grid, heads: Sequence[Head], titled: Period, reader: Reader) -> Grid:
    """The grid with Roman months in columns headed "Bulan" as names, and years of two digits beside months in full.  Below a title of
    other months (`titled`, "Triwulan II") I, II, III may count its own."""
    written: dict[Cell, object] = {}
    for head in heads:
        months = head.axis("month")
        for column in months:
            if _heads(column, _MONTH, reader):
                written |= _month_names(grid, head, column, titled)
        for column in head.axis("year") if months else ():
            if _heads(column, _YEAR, reader):
                written |= _full_years(grid, head, column)
    if not written:
        return grid
    rows = [*map(list, grid.rows)]
    for (row, column), value in written.items():
        rows[row][column] = value
    return replace(grid, rows=rows)


def _heads(column: Column, word: str, reader: Reader) -> bool:
    """True where this word heads the column, and none of parts of the year, of weeks or of ages beside or above it."""
    tokens = {token for text in column.path for token in reader.tokens(text)}
    return word in tokens and _OTHERS.isdisjoint(tokens) and not any(map(is_age, column.path))


def _cells(grid: Grid, head: Head, column: Column) -> Iterable[tuple[Cell, object]]:
    for row in range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows))):
        cells = grid.rows[row]
        if column.index < len(cells) and cells[column.index] is not None:
            yield (row, column.index), cells[column.index]


def _month_names(grid: Grid, head: Head, column: Column, titled: Period) -> dict[Cell, object]:
    """The names of Roman months; one letter alone ("V", "X") may be a tick where no longer number stands in its column."""
    texts = {place: cell.strip(". ") for place, cell in _cells(grid, head, column) if cell.__class__ is str}
    romans = {place: text for place, text in texts.items() if not text.isdecimal() and month_number(text)}
    months = {place: month_number(text) for place, text in romans.items()}
    others = titled.odd_range and not {*range(titled.first, titled.month + 1)}.issuperset(months.values())
    if others or not any(len(text) > 1 for text in romans.values()):
        return {}
    return {place: MONTH_NAMES[month - 1] for place, month in months.items()}


def _full_years(grid: Grid, head: Head, column: Column) -> dict[Cell, object]:
    """The years in full where all numbers of the column are years of two digits that follow each other."""
    numbers: dict[Cell, float] = {}
    for place, cell in _cells(grid, head, column):
        text = cell.strip("' ") if cell.__class__ is str else ""
        if text.isdecimal() or cell.__class__ in (int, float):
            numbers[place] = float(text or cell)
    years = {*numbers.values()}
    if not years or any(year % 1 for year in years) or min(years) < FIRST or max(years) > LAST or max(years) - min(years) >= MOST_YEARS:
        return {}
    return {place: int(CENTURY + year) for place, year in numbers.items()}
