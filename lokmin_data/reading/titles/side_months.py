"""Which of several months that stand over tables side by side is a table's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.blocks.context import Context, read_context
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.titles.side_titles import is_titled_apart
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER, Period, period_of


@dataclass(frozen=True, kw_only=True)
class MonthUnsure(Problem):
    """A table beside others under several months, of which none stands where it would be its own."""

    code = "bulan-tabel-tidak-jelas"
    severity = "skipped"
    what = "Di atas tabel-tabel yang berdampingan tertulis beberapa bulan, dan tidak jelas yang mana milik tabel ini; tabelnya tidak dibaca."
    fix = "Tulis bulannya tepat di atas kolom pertama tabel itu, lalu unggah ulang."


def table_context(grid: Grid, frame: Frame, frames: Sequence[Frame], wider: Context, reader: Reader) -> Context:
    """What stands above a table: in its own columns first, then in the whole width, then what is `wider`; above tables that
    stand side by side only the month that is its own."""
    tables = sorted((each for each in frames if each.top <= frame.last and frame.top <= each.last), key=lambda each: each.left)
    own = read_context(grid, frame.title_from, frame.top, frame.left, frame.right, reader)
    period = _in_order(grid, frame, tables, reader) if len(tables) > 1 else NEVER
    if period.month:
        own = replace(own, period=period.filled(Period(year=own.period.year)))
    if len(tables) > 1 and own.titles and is_titled_apart(grid, frame, tables, reader):
        own = replace(own, apart=True)
    if frame.left or not own.titles:
        top = min(each.top for each in tables)
        wide = read_context(grid, frame.title_from, top if top > frame.title_from else frame.top, 0, grid.width, reader)
        own = own.under(_of_table_beside(wide, grid, frame, reader) if frame.left else wide)
    return own.under(_of_table_beside(wider, grid, frame, reader) if frame.left else wider)


def _in_order(grid: Grid, frame: Frame, tables: Sequence[Frame], reader: Reader) -> Period:
    """The period of a row above that names as many months as there are tables side by side: the first one's is the first
    table's, and so on, also where it is centred over the last columns of the table before."""
    top = min(each.top for each in tables)
    for row in range(top - 1, max(each.title_from for each in tables) - 1, -1):
        found = _months(grid.rows[row], reader)
        if len(found) > 1:
            fits = len(found) == len(tables) and len({period for _, period in found}) == len(found) and found[0][0] <= tables[0].right
            fits = fits and all(
                (before.left + before.right) / 2 < column <= table.right
                for (before, table), (column, _) in zip(pairwise(tables), found[1:], strict=True)
            )
            return found[tables.index(frame)][1] if fits else NEVER
    return NEVER


def _months(cells: Sequence[object], reader: Reader) -> list[tuple[int, Period]]:
    """(column, period) of the cells of a row that name a month."""
    found = [(column, period_of(cell, reader.words, alone=True)) for column, cell in enumerate(cells) if cell is not None]
    return [(column, period) for column, period in found if period.month]


def _of_table_beside(wide: Context, grid: Grid, frame: Frame, reader: Reader) -> Context:
    """The context of the whole width for a table right of another: where one row names several months, only the one that
    stands over the empty columns left of the table is its own, and without such a one its month is not known."""
    rows: dict[int, dict[int, Period]] = {}
    for row, column in wide.cells:
        rows.setdefault(row, {})[column] = period_of(grid.rows[row][column], reader.words, alone=True)
    for found in rows.values():
        if len({each.month for each in found.values() if each.month}) > 1:
            head, left = grid.rows[frame.anchor], frame.left
            own = [found[at] for at in range(left - 1, -1, -1) if at in found and all(cell is None for cell in head[at:left])]
            year = Period(year=wide.period.year)
            return replace(wide, period=own[0].filled(year) if own else year, unsure=not own)
    return wide


def without_unsure(drafts: Iterable[Draft]) -> tuple[list[Draft], list[Problem]]:
    """(the tables, the problems) without those whose month is one of several that nobody can tell."""
    kept: list[Draft] = []
    problems: list[Problem] = []
    for made in drafts:
        if made.context.unsure and any(not (each.month or each.months) for each in made.layout.measures) and not made.head.axis("month"):
            cell = cell_name(*made.grid.place(made.head.frame.top, made.head.frame.left))
            problems.append(MonthUnsure(sheet=made.sheet.name, cell=cell))
        else:
            kept.append(made)
    return kept, problems
