"""The row of percents below the months of one area: "%", "Persentase" name no month; they are of all months above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.layouts.row_periods import period_of_cell
from lokmin_data.reading.layouts.stubs import cell_of
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import JANUARY, Period
from lokmin_data.reading.words.values import kind_of, number_of, style_of

if TYPE_CHECKING:
    from lokmin_data.reading.rows.areas import Row

SEVERAL = 2
#: So large a share of the numbers of such a sum must be right; the others are told.
MOST = 0.5


def has_fraction(cells: Sequence[object], columns: Sequence[int]) -> bool:
    """True for a row with a number that is not whole: nobody counts half a person."""
    return any(number is not None and number != int(number) for number in _numbers(cells, columns))


def with_percents_of_months(rows: list[Row], grid: Grid, head: Head, month: Column | None, reader: Reader) -> list[Row]:
    """The rows with those of percents that name no month set to the last month above of their area that holds a number: to that
    month alone, or added up to it where several months stand above; to nothing that is read where these do not begin in January."""
    if not month or not any(row.kind == "percent" for row in rows):
        return rows
    counted = [column.index for column in head.columns if column.meaning.measures and column.meaning.role not in ("denominator", "target")]
    placed: list[Row] = []
    months: list[Period] = []
    lines: list[Sequence[object]] = []
    first, whose = 0, ""
    for row in rows:
        cells = grid.rows[row.index]
        named = period_of_cell(cell_of(cells, month), reader).month
        if row.kind in ("area", "empty", "percent") and row.folded != whose:
            months, lines, first, whose = [], [], 0, row.folded  # those of another area
        first = first or named
        if row.kind == "area" and named and any(_numbers(cells, counted)):
            months.append(row.period)
            lines.append(cells)
        elif row.kind == "percent":
            if months and not named:
                row = replace(row, period=_added_up(first, months))
                above = grid.rows[placed[-1].index]
                if row.period.adds and placed[-1].kind == "total" and placed[-1].area == cell_of(above, month) and _sums(above, lines, counted):
                    placed[-1] = replace(row, index=placed[-1].index, kind="area")
            months, lines, first = [], [], 0
        placed.append(row)
    return _with_total_of_months(placed, grid, month)


def _with_total_of_months(rows: list[Row], grid: Grid, month: Column) -> list[Row]:
    """The rows with the sum behind the months of the total set to the time of those behind the months of the areas."""
    times = {row.period for row in rows if row.kind == "area" and row.period.adds and row.period.first}
    if len(times) != 1:
        return rows
    time = times.pop()
    return [
        replace(row, period=time)
        if row.kind == "total" and row.area == cell_of(grid.rows[row.index], month) and above.kind == "total" and above.period.month == time.month
        else row for above, row in zip((rows[0], *rows), rows, strict=False)
    ]  # fmt: skip


def _sums(cells: Sequence[object], lines: Sequence[Sequence[object]], columns: Sequence[int]) -> bool:
    """True for a row that adds up the lines above it, in most of its columns."""
    months = zip(*(_by_column(line, columns) for line in lines), strict=True)
    printed = [(number, sum(each or 0 for each in own)) for number, own in zip(_by_column(cells, columns), months, strict=True) if number is not None]
    return sum(1 for number, added in printed if number == added) > MOST * len(printed)


def _added_up(first: int, periods: Sequence[Period]) -> Period:
    """The period of what stands behind the months listed from `first` on."""
    if len(periods) < SEVERAL:
        return periods[-1]
    return replace(periods[-1], first=first, adds=first == JANUARY)


def _by_column(cells: Sequence[object], columns: Sequence[int]) -> list[float | None]:
    """The number in each of the columns, None where there is none."""
    return [_numbers(cells, [column])[0] if column < len(cells) and kind_of(cells[column]) == "number" else None for column in columns]


def _numbers(cells: Sequence[object], columns: Sequence[int]) -> list[float | None]:
    own = [cells[column] for column in columns if column < len(cells) and kind_of(cells[column]) == "number"]
    style = style_of(own, percent=False)
    return [number_of(cell, style).number for cell in own]
