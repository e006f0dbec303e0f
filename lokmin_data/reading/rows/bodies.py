"""What stands below the head of a table: its rows and numbers, still without a word about their period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from lokmin_data.reading.heads.headers import Column, Head, area_columns
from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.heads.resolving import new_cases_resolved
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.rows.areas import Row, read_rows
from lokmin_data.reading.rows.officers import without_officers
from lokmin_data.reading.rows.row_people import with_titled_people
from lokmin_data.reading.rows.two_levels import with_wider_rows
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.values import NOTHING, Value, numbers_of, style_of

READ_KINDS = frozenset({"area", "total", "apart", "carried", "percent"})


class Whose(NamedTuple):
    """Whose table it is where no column names areas: an area of `level` inside `within`."""

    area: str = ""
    level: str = "desa"
    within: str = ""


@dataclass(frozen=True)
class Body:
    """The rows of a table, and the numbers of each column that its layout may read, row by row."""

    whose: Whose
    rows: tuple[Row, ...] = field(repr=False)
    values: dict[int, list[Value]] = field(repr=False)


def read_body(grid: Grid, head: Head, layout: Layout, titles: Iterable[str], whose: Whose, reader: Reader) -> Body:
    """What stands below a head, below such titles."""
    listed = without_officers(read_rows(grid, head, reader, area=whose.area, level=whose.level, within=whose.within))
    rows = _with_new_cases(tuple(with_wider_rows(listed, area_columns(head)[0], reader)))
    rows = with_titled_people(rows, grid, head, layout, titles, reader)
    columns = list(zip_longest(*_lines(grid, rows)))
    columns += [(None,) * len(rows)] * (grid.width - len(columns))
    return Body(whose, rows, {column.index: column_values(grid, column, columns[column.index]) for column in columns_of(layout)})


def _with_new_cases(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with "KEK baru" not understood where others count all cases."""
    if not any(row.meaning and row.meaning.note for row in rows):
        return rows
    said = [row.meaning or Meaning() for row in rows]
    pairs = zip(rows, new_cases_resolved(said), strict=True)
    return tuple(replace(row, meaning=meaning) if row.meaning else row for row, meaning in pairs)


def columns_of(layout: Layout) -> Iterable[Column]:
    """The columns that a layout reads, each once."""
    seen = set()
    for measure in (*layout.measures, *layout.lasts):
        for column in (measure.number, measure.percent):
            if column and column.index not in seen:
                seen.add(column.index)
                yield column
    for column in (*(each.column for each in layout.denominators), *layout.loose_percents):
        if column.index not in seen:
            seen.add(column.index)
            yield column


def _lines(grid: Grid, rows: Iterable[Row]) -> list[Sequence[object]]:
    """The cells of the rows that count, none for the others."""
    return [grid.rows[row.index] if row.kind in READ_KINDS else () for row in rows]


def values_below(grid: Grid, column: Column, rows: Iterable[Row]) -> list[Value]:
    """The numbers of a column in the rows that count, NOTHING in the others."""
    index = column.index
    return column_values(grid, column, [line[index] if index < len(line) else None for line in _lines(grid, rows)])


def column_values(grid: Grid, column: Column, cells: Sequence[object]) -> list[Value]:
    """The numbers of a column's cells, NOTHING where there are none."""
    percents = column.meaning.role == "percent"
    values = numbers_of(cells, style_of(cells, percent=percents))
    if percents or not grid.writes_percents or all(value.signed for value in values if value.number is not None):
        return values
    return [NOTHING if value.signed else value for value in values]  # "20 %" among counts is no count
