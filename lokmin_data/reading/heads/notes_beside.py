"""Lists of notes left or right of a table, as slides have them: "Catatan :", "- target K1 100, K6 82".  What they say is no title of
the table and no period, and where they run past its head no column of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from lokmin_data.reading.heads.headers import Head, find_heads
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: What begins a line of a list: a dash or a dot; a number or a letter may also begin a title.
_DASH = re.compile(r"\s*(?:[-–—•·●▪►➢✓✔]+\s*|[*>o]\s+)[^\W_]")
_NUMBER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])\s?[.)]\s*[^\W\d_]")
#: A list has so many lines, and this many texts for each number that strayed into it.
FEWEST_LINES, TEXTS_A_NUMBER = 2, 2
#: Numbers and texts are looked for in so many rows below a head.
FIRST_ROWS = 8
#: Lists begin at most so many rows above a head.
HIGHEST = 25


@dataclass(frozen=True)
class _Side:
    """One side of a table: `columns` that may hold notes, the nearest that is the table's `own`, and the empty ones `between` both."""

    columns: tuple[int, ...]
    own: int
    between: tuple[int, ...] = ()


def heads_without_notes(grid: Grid, reader: Reader) -> tuple[Grid, list[Head]]:
    """(the grid without the lists of notes beside its tables, the heads of these)."""
    heads = find_heads(grid, reader)
    beside = ((head, side) for head in heads for side in _sides(head, heads, grid) if _holds_lines(side, head, grid))
    cells = {cell for head, side in beside for cell in _notes(side, head, grid, reader)}
    if not cells:
        return grid, heads  # most sheets
    changed = {row for row, _ in cells}
    rows = [
        [None if (number, column) in cells else cell for column, cell in enumerate(row)] if number in changed else row
        for number, row in enumerate(grid.rows)
    ]  # fmt: skip
    plain = replace(grid, rows=rows, known_texts=None)
    return plain, find_heads(plain, reader)


def _sides(head: Head, heads: Sequence[Head], grid: Grid) -> Iterator[_Side]:
    """The sides of a table on which columns stand that are not its own, and no other table."""
    frame, axes = head.frame, {head.frame.names, *(each.index for each in head.columns if each.meaning.axis)}
    rows = grid.rows[frame.bottom + 1 : min(frame.last, frame.bottom + FIRST_ROWS) + 1]

    def nearest(places: Iterable[int]) -> int:
        return next(place for place in places if place in axes or _counts([row[place] for row in rows if place < len(row)]))

    beside = [each.frame.names for each in heads if each is not head and each.frame.top <= frame.last and frame.top <= each.frame.last]
    if not any(names < frame.names for names in beside) and (first := nearest(range(frame.names + 1))):
        yield _Side(tuple(range(first)), first)
    last = grid.width - 1
    if not any(names > frame.names for names in beside) and (own := nearest(range(last, -1, -1))) < last:
        yield _Side(tuple(range(own + 1, last + 1)), own)


def _holds_lines(side: _Side, head: Head, grid: Grid) -> bool:
    """True where a list of notes may stand on that side, not only heads; spares a closer look at most tables."""
    first, last, frame = side.columns[0], side.columns[-1] + 1, head.frame

    def lines(rows: Sequence[Sequence[object]]) -> int:
        parts = (row[first:last] for row in rows)
        return sum(1 for cells in parts if cells.count(None) < len(cells) and str in map(type, cells))

    below = grid.rows[frame.bottom + 1 : min(frame.last, frame.bottom + FIRST_ROWS) + 1]
    apart = lines(below) + lines(grid.rows[max(frame.title_from, frame.top - HIGHEST) : frame.top])
    return apart >= FEWEST_LINES or apart > 0 and apart + lines(grid.rows[frame.top : frame.bottom + 1]) >= FEWEST_LINES


def _named_rows(head: Head, grid: Grid) -> list[int]:
    """The rows of a table with a name and a number behind it."""
    names, right, last = head.frame.names, head.frame.right, min(head.frame.last + 1, len(grid.rows))
    rows = (row for row in range(head.frame.bottom + 1, last) if kind_of(_cell(grid, row, names)) == "text")
    return [row for row in rows if any(cell is not None and kind_of(cell) == "number" for cell in grid.rows[row][names + 1 : right + 1])]


def _cell(grid: Grid, row: int, column: int) -> object:
    cells = grid.rows[row]
    return cells[column] if column < len(cells) else None


def _counts(cells: Sequence[object]) -> bool:
    """True for a column with more numbers than texts."""
    kinds = [kind_of(cell) for cell in cells if cell is not None]
    return kinds.count("number") > kinds.count("text")


def _notes(side: _Side, head: Head, grid: Grid, reader: Reader) -> Iterator[tuple[int, int]]:
    """The cells of the lists of notes on a side of a table: in columns with a text above its head, or parted by an empty one."""
    named = _named_rows(head, grid)
    if not named:
        return
    first, last, top = side.columns[0], side.columns[-1] + 1, head.frame.top
    body = list(zip_longest(*(row[first:last] for row in grid.rows[top : named[-1] + 1])))
    empty = {column for column, cells in enumerate(body, first) if cells.count(None) == len(cells)}
    above = (row[first:last] for row in grid.rows[max(head.frame.title_from, top - HIGHEST) : top])
    looked = {column for cells in above for column, cell in enumerate(cells, first) if cell.__class__ is str}
    if empty:
        written = {column for column, cells in enumerate(body, first) if str in map(type, cells[head.frame.bottom + 1 - top :])}
        looked |= {each for each in written if (each > min(empty) if first > side.own else each < max(empty))}
    for column in sorted(looked - empty):
        between = {*range(column + 1, side.own), *range(side.own + 1, column)} & empty
        yield from _notes_in(column, replace(side, between=tuple(between)), named, head, grid, reader)


def _notes_in(column: int, side: _Side, named: Sequence[int], head: Head, grid: Grid, reader: Reader) -> list[tuple[int, int]]:
    """The cells of the list of notes in a column beside a table; none where it holds no such list.  `named`: the rows of the table."""
    frame = head.frame
    within = [row for row in range(frame.top, named[-1] + 1) if _cell(grid, row, column) is not None]
    if not within or column < frame.names and _labels_rows(column, named, head, grid):
        return []
    above = _above(column, side, head, grid)
    marked = next((place for place, row in enumerate(above) if _is_heading(_text(grid, row, column), reader)), None)
    first = above[-1] if above else frame.top
    apart = _is_apart(side, grid, range(first, named[-1] + 1)) and _is_titled(side, head, grid)
    if marked is not None:
        above = above[: marked + 1]
    elif lines := [row for row in above if _begins_line(_text(grid, row, column), numbers=apart)]:
        above = lines
    elif not apart or not any(row > frame.bottom and _text(grid, row, column) for row in within):
        return []
    elif any(reader.period(_text(grid, row, column)) != NEVER for row in above):
        return []
    started = bool(above) or any(_begins_line(_text(grid, row, column), numbers=apart) for row in within if row <= frame.bottom)
    kinds = [kind_of(_cell(grid, row, column)) for row in (*above, *within)]
    texts = kinds.count("text")
    if not started or texts < FEWEST_LINES or texts < TEXTS_A_NUMBER * kinds.count("number"):
        return []
    return [(row, column) for row in (*above, *within)]


def _is_titled(side: _Side, head: Head, grid: Grid) -> bool:
    """True where a text stands over the table's own columns: what stands beside is not all that may be its title."""
    rows = range(max(head.frame.title_from, head.frame.top - HIGHEST), head.frame.top)
    return any(_text(grid, row, each) for row in rows for each in range(len(grid.rows[row])) if each not in side.columns)


def _labels_rows(column: int, named: Sequence[int], head: Head, grid: Grid) -> bool:
    """True where a text stands for the name of a row of numbers: `TOTAL` left of the names."""
    names, last = head.frame.names, min(head.frame.last + 1, len(grid.rows))
    texts = {row: _text(grid, row, column) for row in range(head.frame.bottom + 1, last) if row not in {*named}}
    labels = (row for row, text in texts.items() if text and not _begins_line(text, numbers=False))
    return any(kind_of(cell) == "number" for row in labels for cell in grid.rows[row][names + 1 : head.frame.right + 1])


def _text(grid: Grid, row: int, column: int) -> str:
    cell = _cell(grid, row, column)
    return fold_spaces(cell) if cell.__class__ is str else ""  # type: ignore[arg-type]


def _above(column: int, side: _Side, head: Head, grid: Grid) -> list[int]:
    """The rows above a table, from its head up, with a text in a column of their own and at most one empty row between them."""
    rows: list[int] = []
    top = head.frame.top
    for row in range(top - 1, max(head.frame.title_from, top - HIGHEST) - 1, -1):
        if _text(grid, row, column) and not _reaches(column, side, row, grid):
            rows.append(row)
        elif _cell(grid, row, column) is not None or (rows[-1] if rows else top) - row > 1:
            break
    return rows


def _reaches(column: int, side: _Side, row: int, grid: Grid) -> bool:
    """True for a cell merged as far as the table's own columns: a title over both."""
    return any(c0 <= column <= c1 and (c0 <= side.own <= c1) for _, c0, _, c1 in grid.merges_in(row, row))


def _is_apart(side: _Side, grid: Grid, rows: range) -> bool:
    """True where an empty column stands between a list and its table, which no head is merged over."""
    empty = [each for each in side.between if all(_cell(grid, row, each) is None for row in rows)]
    merges = grid.merges_in(rows.start, rows.stop - 1) if empty else ()
    return any(not any(c0 <= each <= c1 for _, c0, _, c1 in merges) for each in empty)


def _is_heading(text: str, reader: Reader) -> bool:
    """True for "Catatan :", "Kendala", which begin a list."""
    return reader.words.folded(text.split(":")[0]) in reader.words.lists["catatan_samping"]["kepala"]


def _begins_line(text: str, *, numbers: bool) -> bool:
    """True for a line of a list; `- CAKUPAN K4 -` is a title between dashes."""
    return bool(_DASH.match(text)) and text[-1] not in "-–—" or numbers and bool(_NUMBER.match(text))
