"""Tables side by side whose heads do not begin in the same row, and the row of months above tables of one form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lokmin_data.reading.heads.table_starts import BODY_LOOKED_AT, with_stub_columns
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import period_of
from lokmin_data.reading.words.values import kind_of

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Frame, Grid

#: The head of a table begins at most so many rows below that of its neighbour.
DEEPEST_STEP = 4
#: Beside rows of numbers a head has at least so many texts.
FEWEST_TEXTS, FEWEST_BELOW_NOTHING = 3, 2


Place = tuple[int, int]  # row and column of a head


class Beside(NamedTuple):
    """What tables beside a row of heads leave to it: its first column, and the first columns of those right of it."""

    first: int = 0
    begins: tuple[int, ...] = ()


_ALONE = Beside()


def neighbours(
    grid: Grid, row: int, columns: Sequence[int], anchors: Sequence[tuple[int, list[int]]], above: Sequence[Frame], reader: Reader
) -> Beside:
    """What the tables leave whose heads begin a few rows below (of the next `anchors`) or above this one, left or right of it."""
    near = [frame for frame in above if row - DEEPEST_STEP <= frame.anchor < row]
    firsts = [frame.right + 1 for frame in near if frame.right < columns[0]]
    begins = [frame.left for frame in near if frame.left > columns[-1]]
    for lower, heads in anchors:
        for column in heads if row < lower <= row + DEEPEST_STEP else ():
            if column in columns or not _over_names(grid, lower, column):
                continue
            if column < columns[0]:
                firsts.append(_begin(grid, (row, columns[0]), (lower, column), reader))
            else:
                before = max(each for each in columns if each < column)
                begins.append(_begin(grid, (lower, column), (row, before), reader))
    return Beside(max(firsts, default=0), tuple(begin for begin in begins if begin)) if firsts or begins else _ALONE


def first_head_row(grid: Grid, row: int, starts: Sequence[tuple[int, int]], reader: Reader) -> int:
    """The first row that may belong to the heads of tables of one form in a row: below one that holds a month for each of
    them, wherever these stand, and nothing else."""
    lefts = [left for left, _ in starts] + [grid.width]
    heads = {tuple(cell for cell in grid.rows[row][left:right] if cell is not None) for left, right in pairwise(lefts)}
    if len(starts) > 1 and len(heads) == 1:
        for above in range(row - 1, max(row - DEEPEST_STEP, 0) - 1, -1):
            cells = [cell for cell in grid.rows[above] if cell is not None]
            if len(cells) == len(starts) and all(period_of(cell, reader.words, alone=True).month for cell in cells):
                return above + 1
    return 0


def heads_beside_numbers(rows: Sequence[Sequence[object]], number: int, column: int) -> bool:
    """True for the head of a name column in a row of another table's numbers: with other texts, of which two are enough below
    empty cells, apart from the numbers."""
    row, first, last = rows[number], column, column
    while first and row[first - 1] is not None:
        first -= 1
    while last + 1 < len(row) and row[last + 1] is not None:
        last += 1
    kinds = [kind_of(cell) for cell in row[first : last + 1]]
    fewest = FEWEST_TEXTS if number and any(cell is not None for cell in rows[number - 1][first : last + 1]) else FEWEST_BELOW_NOTHING
    return kinds.count("text") >= fewest and "number" not in kinds


def _over_names(grid: Grid, row: int, column: int) -> bool:
    """True where names stand below a head, no numbers."""
    kinds = {kind_of(line[column]) for line in grid.rows[row + 1 : row + BODY_LOOKED_AT] if column < len(line)}
    return "text" in kinds and "number" not in kinds


def _begin(grid: Grid, head: Place, before: Place, reader: Reader) -> int:
    """The first column of the table whose names are headed there, 0 where nothing parts it from the table with its names headed
    `before`: an empty column, a column of numbers and codes of its own, or the numbers of a table with names of the same kind."""
    row, names = head
    begin = with_stub_columns(grid, row, names, before[1], reader)
    body = [line[begin - 1] if begin <= len(line) else None for line in grid.rows[row : row + BODY_LOOKED_AT]]
    apart = begin - 1 > before[1] and (body.count(None) == len(body) or _ends_in_numbers(grid, head, before, body, reader))
    return begin if apart or begin < names else 0


def _ends_in_numbers(grid: Grid, head: Place, before: Place, body: Sequence[object], reader: Reader) -> bool:
    """True where nothing but numbers stands below the last column of the other table, both head names of one kind of area, and no
    text is written over both."""
    kinds = [kind_of(cell) for cell in body]
    if "number" not in kinds or "text" in kinds[kinds.index("number") :]:
        return False
    one, other = (reader.text(str(grid.rows[row][column])).axis for row, column in (head, before))
    rows = (min(head[0], before[0]), max(head[0], before[0]))
    return one == other and not any(c0 < head[1] <= c1 for _, c0, _, c1 in grid.merges_in(*rows))
