"""Tables that go on beside themselves: desa 1 to 9 below a head, desa 10 to 17 right of them below none.

The right block is read below the same head where the running numbers go on and its columns are those of the left one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lokmin_data.reading.heads.headers import Head, find_heads
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.values import kind_of

#: A block beside a table has at least so many rows of a name and numbers.
FEWEST_ROWS = 2
#: A block that goes on stands at most so many columns from its table.
WIDEST_GAP = 3

Cells = Sequence[object]


@dataclass(frozen=True)
class Beside:
    """Rows of numbers right of a table with nothing in the rows of its head: `first` is the row of the grid where they begin, `column`
    the first column that `rows` (without the columns left of it) fill, `names` the column of names, counted from there."""

    first: int
    column: int
    names: int
    rows: tuple[Cells, ...]

    @property
    def named(self) -> list[Cells]:
        """The rows with a name and numbers behind it."""
        return [row for row in self.rows if kind_of(row[self.names]) == "text" and _numbers(row, self.names)]


def blocks_beside(grid: Grid, frame: Frame, frames: Sequence[Frame]) -> Iterator[Beside]:
    """The blocks right of a table, as far as the next of the other `frames`, that hold names and numbers."""
    first = frame.right + 1
    last = min((each.left for each in frames if each.left >= first and each.top <= frame.last and frame.top <= each.last), default=grid.width)
    if first >= last:
        return  # most tables
    run: list[Cells] = []
    for place in range(frame.bottom + 1, len(grid.rows) + 1):
        cells = grid.rows[place][first:last] if place < len(grid.rows) else ()
        if cells and cells.count(None) < len(cells):
            run.append(cells)
            continue
        if len(run) >= FEWEST_ROWS and (found := _block(run, place - len(run), first)) and not _is_headed(grid, frame, found):
            yield found
        run = []
        if place > frame.last:
            return


def _block(run: Sequence[Cells], first: int, column: int) -> Beside | None:
    """The rows below their caption, or below a head that was not found, as a block; None where the first of them has no name beside
    a number."""
    while run and (len(run[0]) - run[0].count(None) == 1 or not any(cell is not None and kind_of(cell) == "number" for cell in run[0])):
        first, run = first + 1, run[1:]
    kinds = [kind_of(cell) if cell is not None else "" for cell in run[0]] if run else []
    if "text" not in kinds or "number" not in kinds:
        return None
    begin = min(place for row in run for place, cell in enumerate(row) if cell is not None)
    width = max(len(row) for row in run)
    rows = tuple([(*row[begin:], *[None] * (width - len(row))) for row in run])
    found = Beside(first, column + begin, kinds.index("text") - begin, rows)
    return found if len(found.named) >= FEWEST_ROWS else None


def _is_headed(grid: Grid, frame: Frame, found: Beside) -> bool:
    """True where something stands over a block beside the head of its table."""
    last = found.column + len(found.rows[0]) - 1
    return any(map(_is_filled, (_part(row, found.column, last) for row in grid.rows[frame.top : frame.bottom + 1])))


def _is_filled(cells: Cells) -> bool:
    return cells.count(None) < len(cells)


def _numbers(row: Cells, names: int) -> int:
    """How many numbers stand behind the name of a row."""
    return sum(1 for cell in row[names + 1 :] if cell is not None and kind_of(cell) == "number")


def heads_continued(grid: Grid, heads: Sequence[Head], reader: Reader) -> tuple[Grid, Sequence[Head]]:
    """(the grid with the head of a table repeated over what goes on beside it, the heads of its tables)."""
    while found := next(_continuing(grid, heads), None):  # what has a head now is not found again
        grid = _with_head(grid, *found)
        heads = find_heads(grid, reader)
    return grid, heads


def _continuing(grid: Grid, heads: Sequence[Head]) -> Iterator[tuple[Frame, int]]:
    """(frame of a table, how many columns further right its rows go on)."""
    frames = [head.frame for head in heads]
    for frame in frames:
        if frame.names > frame.left:
            for found in blocks_beside(grid, frame, frames):
                shift = found.column + found.names - frame.names
                if found.first <= frame.bottom + 2 and _goes_on(grid, frame, found, shift):
                    yield frame, shift


def _goes_on(grid: Grid, frame: Frame, found: Beside, shift: int) -> bool:
    """True where the running numbers of a table go on in a block, column by column as the table has them."""
    first, last, names = frame.left + shift, frame.right + shift, frame.names - frame.left
    gap, above = first - frame.right - 1, (*grid.rows[frame.top : frame.bottom + 1], grid.rows[found.first - 1])
    if found.column < first or not 0 <= gap <= WIDEST_GAP or any(map(_is_filled, (_part(row, first, last) for row in above))):
        return False
    rows = grid.rows[found.first : found.first + len(found.rows)]
    left = _named(grid.rows[frame.bottom + 1 : frame.last + 1], frame.left, frame.right, names)
    right = _named(rows, first, last, names)
    apart = not any(map(_is_filled, (_part(row, last + 1, last + 1) for row in rows)))
    return apart and min(len(left), len(right)) >= FEWEST_ROWS and _same_columns(left, right, names) and _runs_on(left, right, names)


def _named(rows: Sequence[Cells], first: int, last: int, names: int) -> list[Cells]:
    """The cells of the rows with a name and a number, which may be nothing but their running one."""
    parts = (_part(row, first, last) for row in rows)
    return [row for row in parts if kind_of(row[names]) == "text" and any(cell is not None and kind_of(cell) == "number" for cell in row)]


def _part(row: Cells, first: int, last: int) -> tuple[object, ...]:
    """The cells of a row from one column to another, both inclusive."""
    cells = row[first : last + 1]
    return (*cells, *[None] * (last + 1 - first - len(cells)))


def _runs_on(left: Sequence[Cells], right: Sequence[Cells], names: int) -> bool:
    """True where a column before the names numbers the rows of both, those of the right block after those of the left one, and no
    name comes twice."""
    for column in range(names):
        rows = [[row for row in part if row[column] is not None] for part in (left, right)]
        numbers = [_whole(row[column]) for part in rows for row in part]
        if min(map(len, rows)) >= FEWEST_ROWS and numbers[0] is not None and numbers == [*range(numbers[0], numbers[0] + len(numbers))]:
            return {row[names] for row in rows[0]}.isdisjoint(row[names] for row in rows[1])
    return False


def _whole(cell: object) -> int | None:
    text = str(cell).strip(" .").removesuffix(".0")
    return int(text) if text.isdecimal() else None


def _same_columns(left: Sequence[Cells], right: Sequence[Cells], names: int) -> bool:
    """True where most rows of both hold numbers in the same columns behind the names."""

    def numbers(rows: Sequence[Cells]) -> list[bool]:
        columns = list(zip(*rows, strict=True))[names + 1 :]
        return [2 * sum(1 for cell in cells if cell is not None and kind_of(cell) == "number") > len(rows) for cells in columns]

    return numbers(left) == numbers(right)


def _with_head(grid: Grid, frame: Frame, shift: int) -> Grid:
    """The grid with the head of a table once more, some columns further right."""
    rows, first, last = list(grid.rows), frame.left + shift, frame.right + shift
    for place in range(frame.top, frame.bottom + 1):
        row = rows[place]
        rows[place] = [*_part(row, 0, first - 1), *_part(row, frame.left, frame.right), *row[last + 1 :]]
    merges = tuple(
        (r0, c0 + shift, r1, c1 + shift)
        for r0, c0, r1, c1 in grid.merges_in(frame.top, frame.bottom) if frame.left <= c0 and c1 <= frame.right and frame.top <= r0
    )  # fmt: skip
    return replace(grid, rows=rows, merges=(*grid.merges, *merges))
