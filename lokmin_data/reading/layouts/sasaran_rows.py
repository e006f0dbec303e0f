"""Tables of one area with months down: their row "Sasaran" is what each column's months are measured against."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head, read_head
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.layouts.row_periods import period_of_cell
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of
from lokmin_data.reading.words.vocabulary import SASARAN


def with_sasaran_row(grid: Grid, head: Head, reader: Reader, *, titled: bool = False) -> tuple[Grid, Head] | None:
    """The table with the numbers of its one row "Sasaran" beside those of each month, each in its own cell; else None.
    `titled`: the columns need not name an indicator, the title does."""
    months = head.axis("month")
    if len(months) != 1 or head.axis(*AREA_LEVELS, "indicator"):
        return None
    body = range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows)))
    rows = [row for row in body if _says_sasaran(grid.rows[row][months[0].index], reader)]
    named = not titled or any(column.meaning.indicator for column in head.columns)
    counted = [
        column for column in head.columns
        if column.meaning.measures and bool(column.meaning.indicator) == named and column.meaning.role not in ("denominator", "percent", "target")
    ]  # fmt: skip
    if len(rows) != 1 or not counted or _behind_a_gap(grid, head, rows[0], months[0].index, reader):
        return None
    own = [column for column in counted if kind_of(_cell(grid, rows[0], column.index)) == "number"]
    return _beside(grid, head, rows[0], own, reader) if own else None


def _behind_a_gap(grid: Grid, head: Head, row: int, month: int, reader: Reader) -> bool:
    """True for a row below all months and an empty row: it may belong to what follows."""
    lasts = [each for each in range(head.frame.bottom + 1, row) if period_of_cell(_cell(grid, each, month), reader).month]
    later = any(period_of_cell(_cell(grid, each, month), reader).month for each in range(row + 1, min(head.frame.last + 1, len(grid.rows))))
    return bool(lasts) and not later and any(not any(cell is not None for cell in grid.rows[each]) for each in range(lasts[-1], row))


def _cell(grid: Grid, row: int, column: int) -> object:
    return grid.rows[row][column] if column < len(grid.rows[row]) else None


def _says_sasaran(cell: object, reader: Reader) -> bool:
    if cell.__class__ is not str:
        return False
    meaning = reader.text(fold_spaces(cell))
    named = meaning.indicator or meaning.unknown or meaning.basis not in ("", "year")  # "Sasaran setahun" is that of each month
    return meaning.role == "denominator" and not named and SASARAN in reader.tokens(cell)


def _beside(grid: Grid, head: Head, sasaran: int, own: list[Column], reader: Reader) -> tuple[Grid, Head]:
    month = head.axis("month")[0].index
    texts = [" ".join(column.path) or None for column in head.columns]
    groups = [" ".join(column.path) if column.meaning.indicator else None for column in own]
    label = fold_spaces(str(_cell(grid, sasaran, month)))
    rows: list[list[object]] = [[*texts, *groups], [*texts, *[label] * len(own)]]
    columns = [column.index for column in head.columns]
    places = {(row, at): grid.place(head.frame.bottom, column) for row in (0, 1) for at, column in enumerate(columns)}
    places |= {(row, len(columns) + at): grid.place(sasaran, column.index) for row in (0, 1) for at, column in enumerate(own)}
    for row in range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows))):
        if row == sasaran:
            continue
        of_month = bool(period_of_cell(_cell(grid, row, month), reader).month)
        places |= {(len(rows), at): grid.place(row, column) for at, column in enumerate(columns)}
        places |= {(len(rows), len(columns) + at): grid.place(sasaran, column.index) for at, column in enumerate(own)}
        rows.append([*(_cell(grid, row, column) for column in columns), *(_cell(grid, sasaran, each.index) if of_month else None for each in own)])
    names = columns.index(month)
    made = read_head(Grid(rows, ()), Frame(0, 0, 1, len(rows) - 1, 0, len(rows[0]) - 1, names, 0), reader)
    kept = tuple(
        replace(column, meaning=head.columns[at].meaning) if at < len(columns) and head.columns[at].meaning.axis else column
        for at, column in enumerate(made.columns)
    )
    return Grid(rows, (), cells=places), replace(made, columns=kept, banners=head.banners)
