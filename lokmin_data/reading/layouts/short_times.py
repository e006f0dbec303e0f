"""Months and years written short in the columns "Bulan" and "Tahun" beside the names: I, II, III ... and 25."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import is_age
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import JANUARY, Period, month_number
from lokmin_data.reading.words.period_dates import WEEKS
from lokmin_data.reading.words.year_parts import PARTS

#: Years of two digits, and so many different ones at most: what differs more is an age.
FIRST, LAST, MOST_YEARS = 20, 35, 2
CENTURY = 2000
#: What heads these columns, and what heads others: parts of the year, weeks, ages.
_MONTH, _YEAR = "bulan", "tahun"
_OTHERS = WEEKS.union(PARTS, ("umur", "usia"))
#: The first, second ... month of the title's own.
OF_TITLE = "ke-{}"
Cell = tuple[int, int]


def with_times_in_full(grid: Grid, heads: Sequence[Head], titled: Period, reader: Reader) -> Grid:
    """The grid with Roman months in columns headed "Bulan" as names, and years of two digits beside months in full.  Below a title of
    other months (`titled`, "Triwulan II") 1, 2, 3 or I, II, III may count its own."""
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
    """The names of Roman months; one letter alone ("V", "X") may be a tick where no longer number stands in its column.  What may
    count the months of the title is written so that it tells none."""
    texts = {place: str(cell).strip(". ") for place, cell in _cells(grid, head, column) if cell.__class__ in (str, int, float)}
    months = {place: month for place, text in texts.items() if (month := month_number(text.removesuffix(".0")))}
    own = range(titled.first, titled.month + 1) if titled.first > JANUARY and titled.odd_range else ()
    if months and max(months.values()) <= len(own) and not {*own}.issuperset(months.values()):
        return {place: OF_TITLE.format(texts[place]) for place in months}
    romans = {place: month for place, month in months.items() if texts[place].isalpha()}
    return {place: MONTH_NAMES[month - 1] for place, month in romans.items()} if any(len(texts[place]) > 1 for place in romans) else {}


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
