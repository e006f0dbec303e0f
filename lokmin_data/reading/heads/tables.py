"""Finds the tables of a sheet: where their head stands, how far it reaches, which rows belong to them.

A table is found by the head of its name column (desa, puskesmas, posyandu ...), or of the column that lists
indicators or months.  Several tables may stand in a sheet: one below another, or side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, pairwise

from lokmin_data.reading.heads.block_ends import end_of_block
from lokmin_data.reading.heads.head_groups import without_groups
from lokmin_data.reading.heads.label_rows import is_label_row, is_labelled, without_cards
from lokmin_data.reading.heads.numbering import is_numbering
from lokmin_data.reading.heads.staggered import DEEPEST_STEP, Beside, first_head_row, heads_beside_numbers, neighbours
from lokmin_data.reading.heads.table_starts import starts_of
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.values import distinct_texts, kind_of, kind_of_text

STUB_AXES = frozenset(AREA_LEVELS) | {"indicator", "month"}
LONGEST_HEAD_TEXT = 70
DEEPEST_HEAD = 12
#: A head reaches over this many empty rows (inserted by hand) at most.
GAP_IN_A_HEAD = 3
LAST_MONTH = 12
#: A text that may head names is a value where it stands beside numbers in so many rows.
FEWEST_VALUES = 3

Cells = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet as they stand, or with rows and columns exchanged (`turned`).

    `columns` and `lines` lead from columns and rows of the grid to those of the sheet (before turning) where several
    stand for one.
    """

    rows: Cells = field(repr=False)
    merges: tuple[tuple[int, int, int, int], ...] = field(repr=False)
    turned: bool = False
    columns: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    cells: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict, repr=False)  # where each cell has a place of its own
    known_texts: frozenset[str] | None = field(default=None, repr=False)  # where somebody looked for them already

    def place(self, row: int, column: int) -> tuple[int, int]:
        """The (row, column) in the sheet itself."""
        if self.cells:
            return self.cells.get((row, column), (0, 0))
        if self.lines:
            row = self.lines[row]
        if self.columns:
            column = self.columns[column]
        return (column, row) if self.turned else (row, column)

    @cached_property
    def width(self) -> int:
        """The length of the longest row."""
        return max(map(len, self.rows), default=0)

    @cached_property
    def texts(self) -> frozenset[str]:
        """The different texts of the cells."""
        return distinct_texts(set(chain.from_iterable(self.rows))) if self.known_texts is None else self.known_texts

    @cached_property
    def writes_percents(self) -> bool:
        """True where a cell holds a written percent: `87,5 %`."""
        return any("%" in text and kind_of_text(text) == "number" for text in self.texts)

    def merges_in(self, top: int, bottom: int) -> list[tuple[int, int, int, int]]:
        """The merged ranges that reach into rows `top` to `bottom`, each once."""
        merges, high, height = self._sorted_merges
        reaching = [merge for merge in high[bisect_left(high, (top - height,)) : bisect_left(high, (top,))] if top <= merge[2]]
        return reaching + merges[bisect_left(merges, (top,)) : bisect_left(merges, (bottom + 1,))]

    @cached_property
    def _sorted_merges(self) -> tuple[list[tuple[int, int, int, int]], list[tuple[int, int, int, int]], int]:
        """(the merged ranges from top to bottom, those of them that reach over several rows, over how many more at most)."""
        merges = sorted(dict.fromkeys(self.merges))  # mostly in this order
        high = [merge for merge in merges if merge[0] < merge[2]]
        return merges, high, max((merge[2] - merge[0] for merge in high), default=0)


@dataclass(frozen=True)
class Frame:
    """Where one table stands in its grid: rows and columns from 0, all inclusive."""

    top: int  # first head row
    anchor: int  # row of the name column's head
    bottom: int  # last head row
    last: int  # last row of the table
    left: int
    right: int
    names: int  # the column whose head was found
    title_from: int  # rows from here to `top` may carry the title


def find_frames(grid: Grid, reader: Reader, accepts: Callable[[Frame], bool]) -> list[Frame]:
    """The frames of all tables of a grid, from top to bottom and left to right; `accepts` says what is a table."""
    found: list[Frame] = []
    anchors = _anchor_rows(grid, reader)
    for place, (row, columns) in enumerate(anchors, 1):
        columns = [column for column in columns if not _inside(found, row, column) and not _adds_up(grid, found, row, column)]
        columns = without_groups(grid.rows, grid.merges_in(row, row), row, columns, reader)
        if columns and not is_label_row(grid.rows[row], columns, reader):
            beside = neighbours(grid, row, columns, anchors[place : place + DEEPEST_STEP], found, reader)
            found += [frame for frame in _frames_of_row(grid, row, columns, beside, reader) if accepts(frame)]
    return _closed(found, grid, reader)


def _anchor_rows(grid: Grid, reader: Reader) -> list[tuple[int, list[int]]]:
    """(row, columns) of the rows that hold the head of a name column."""
    heads = set()
    for text in grid.texts:
        known = reader.anchors.get(text)
        if known is None:
            known = reader.anchors[text] = reader.forms.anchor(text, _heads_names, reader)
        if known:
            heads.add(text)
    anchors = []
    for number, row in enumerate(grid.rows if heads else ()):
        if not heads.isdisjoint(row) and not is_numbering(row):
            columns = [column for column, cell in enumerate(row) if cell in heads]
            if _holds_numbers(row):
                columns = [column for column in columns if heads_beside_numbers(grid.rows, number, column)]
            if columns:
                anchors.append((number, columns))
    return without_cards(_without_values(anchors, grid), grid.rows, reader)


def _without_values(anchors: list[tuple[int, list[int]]], grid: Grid) -> list[tuple[int, list[int]]]:
    """The anchors without texts that stand in one column beside numbers again and again: the values "bulan", "kumulatif" of a
    long table."""
    beside: dict[int, list[int]] = {}
    for row, columns in anchors:
        if any(cell is not None and kind_of(cell) == "number" and not _are_periods([cell]) for cell in grid.rows[row]):
            for column in columns:
                beside.setdefault(column, []).append(row)
    values = {(row, column) for column, rows in beside.items() if len(rows) >= FEWEST_VALUES for row in rows}
    kept = ((row, [column for column in columns if (row, column) not in values]) for row, columns in anchors)
    return [(row, columns) for row, columns in kept if columns]


def _holds_numbers(row: Sequence[object]) -> bool:
    """True for a row of values: its first cells may name something, but it is no head."""
    filled = [cell for cell in row if cell is not None]
    kinds = list(map(kind_of, filled))
    many = 2 * kinds.count("number") > kinds.count("text")  # hardly any row with the head of a name column
    return many and not _are_periods([cell for cell, kind in zip(filled, kinds, strict=True) if kind == "number"])


def _heads_names(text: str, reader: Reader) -> bool:
    if len(text) > LONGEST_HEAD_TEXT or text.rstrip().endswith(":") or kind_of_text(text) != "text":
        return False
    if not any(map(reader.may_head_names, reader.tokens(text))) or reader.stays_unknown(text):
        return False
    meaning = reader.text(text)
    return meaning.axis in STUB_AXES and not (meaning.month or meaning.months or meaning.unknown)


def _inside(found: list[Frame], row: int, column: int) -> bool:
    return any(frame.top <= row <= frame.bottom and frame.left <= column <= frame.right for frame in found)


def _adds_up(grid: Grid, found: list[Frame], row: int, column: int) -> bool:
    """True for a name with nothing but numbers, right below the head or the numbers of a table whose names stand in the same column:
    "PUSKESMAS | 1 | 2 | 3" is its total, and no head of three months."""
    above = next((frame for frame in reversed(found) if frame.bottom < row and frame.names == column), None)
    if above is None or grid.rows[row][column] == grid.rows[above.anchor][column]:
        return False
    if any(kind_of(cell) == "text" for place, cell in enumerate(grid.rows[row]) if place != column):
        return False  # the head of the next page, or heads beside it
    return row == above.bottom + 1 or any(kind_of(cell) == "number" for cell in grid.rows[row - 1])


def _frames_of_row(grid: Grid, row: int, columns: list[int], beside: Beside, reader: Reader) -> list[Frame]:
    """One frame for each table whose head begins in this row; a second name column begins a second table."""
    starts = starts_of(grid, row, columns, reader)
    starts[0] = (max(starts[0][0], beside.first), starts[0][1])
    highest = first_head_row(grid, row, starts, reader)
    frames = []
    for place, (left, names) in enumerate(starts):
        right = starts[place + 1][0] - 1 if place + 1 < len(starts) else grid.width - 1
        right = min([right, *(begin - 1 for begin in beside.begins if begin > names)])
        top, bottom = _head_rows(grid, row, left, right, names, reader)
        top = max(top, highest)
        right = _last_headed(grid, top, bottom, left, right)
        if right > names or left < names:
            frames.append(Frame(top, row, bottom, -1, left, right, names, 0))
    return frames


def _head_rows(grid: Grid, row: int, left: int, right: int, names: int, reader: Reader) -> tuple[int, int]:
    """(first, last) row of the head whose name column is headed in `row`."""
    around = [(r0, r1) for r0, c0, r1, c1 in grid.merges_in(row, row) if c0 <= names <= c1]
    bottom = max([row, *(r1 for r0, r1 in around if r1 - r0 < DEEPEST_HEAD)])
    gap = 0
    for below in range(bottom + 1, min(len(grid.rows), row + DEEPEST_HEAD)):
        cells = grid.rows[below][left : right + 1]
        if cells.count(None) == len(cells):
            gap += 1
            if gap > GAP_IN_A_HEAD:
                break
        elif _continues_head(cells, names - left, grid.rows[row][left : right + 1], reader):
            bottom, gap = below, 0
        else:
            break
    top = min([row, *(r0 for r0, _ in around)])
    while top > 0 and _begins_head(grid.rows[top - 1][left : right + 1], names - left, reader):
        top -= 1
    return top, bottom


def _continues_head(cells: Sequence[object], names: int, above: Sequence[object], reader: Reader) -> bool:
    """True for a row below the anchor's (`above`) that still belongs to the head: texts beside an empty name cell, no numbers."""
    if cells[names] is not None and cells[names] != above[names]:
        return False
    texts = sum(1 for cell in cells[names + 1 :] if cell.__class__ is str and kind_of_text(cell) == "text")
    numbers = [cell for cell in cells[names + 1 :] if kind_of(cell) == "number"]
    if numbers and any(cell is not None and cell != head for cell, head in zip(cells[:names], above, strict=False)):
        return False  # a desa whose posyandu stand below it
    if numbers and not _are_periods(numbers) and not _are_first_months(cells, above, reader):
        signs = sum(1 for cell in cells[names + 1 :] if cell.__class__ is str and kind_of_text(cell) != "text")
        return texts > 2 * len(numbers) and texts + signs >= len(numbers)
    return bool(texts or numbers)


def _are_periods(numbers: list[object]) -> bool:
    """True for a head row of years, or of the months 1, 2, 3 ... written as numbers."""
    if not all(cell.__class__ in (float, int) or str(cell).strip().isdecimal() for cell in numbers):
        return False
    whole = [int(float(cell)) for cell in numbers]
    if all(2000 <= number <= 2100 for number in whole):
        return True
    rise = all(one <= other or other == 1 for one, other in pairwise(whole))
    return len(set(whole)) > 2 and whole[0] == 1 and rise and all(1 <= number <= LAST_MONTH for number in whole)


def _are_first_months(cells: Sequence[object], above: Sequence[object], reader: Reader) -> bool:
    """True for 1 and 2 and nothing else below "BULAN"."""
    filled = [(cell, head) for cell, head in zip(cells, above, strict=False) if cell is not None]
    if [cell for cell, _ in filled] != [1, 2]:
        return False
    head = filled[0][1]
    return head.__class__ is str and reader.text(str(head)).axis == "month"


def _begins_head(cells: Sequence[object], names: int, reader: Reader) -> bool:
    """True for a row above the anchor that belongs to the head: head words, none of them at or left of the names."""
    filled = [column for column, cell in enumerate(cells) if cell is not None]
    if not filled or any(kind_of(cells[column]) != "text" for column in filled):
        return False
    if is_labelled([cells[column] for column in filled], reader):
        return False
    meanings = [reader.text(cells[column]) for column in filled]
    if any(meaning.axis for meaning in meanings) and len(filled) > 1:
        return all(not meaning.unknown for meaning in meanings)
    return filled[0] > names and (any(map(_tells, meanings)) or len({each.year for each in meanings if each.bare} - {0}) > 1)


def _tells(meaning: Meaning) -> bool:
    said = (meaning.indicator, meaning.population, meaning.role, meaning.basis, meaning.sex, meaning.month, meaning.family)
    return any(said) and not meaning.unknown


def _last_headed(grid: Grid, top: int, bottom: int, left: int, right: int) -> int:
    """The last column that has a head text or lies under a merged one."""
    last = left
    for cells in grid.rows[top : bottom + 1]:
        for column in range(min(right, len(cells) - 1), last, -1):
            if cells[column] is not None:
                last = column
                break
    for _, c0, _, c1 in grid.merges_in(top, bottom):
        if c0 <= last < c1:
            last = min(c1, right)
    return last


def _closed(frames: list[Frame], grid: Grid, reader: Reader) -> list[Frame]:
    """The frames with their last row (above the next head that shares a column) and the first row of their title."""
    closed: list[Frame] = []
    for frame in frames:
        below = [other.top for other in frames if other.top > frame.bottom and _share(frame, other)]
        above = [other.bottom for other in frames if other.bottom < frame.top and _share(frame, other)]
        last = min(below, default=len(grid.rows)) - 1
        last = end_of_block(grid, frame, last, reader, below=bool(below))
        closed.append(replace(frame, last=last, title_from=max(above, default=-1) + 1))
    return closed


def _share(one: Frame, other: Frame) -> bool:
    return one.left <= other.right and other.left <= one.right
