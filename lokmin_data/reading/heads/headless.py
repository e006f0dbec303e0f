"""Columns of numbers between others whose own head is empty: what they count nobody says, but their percents are theirs.

Below the head of a group an empty cell may mean the group's number ("K1" over nothing and "%"); not where the group only tells a
time and the others name what they count, nor where the cell beside it names one sex.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.values import kind_of

#: What is told of such a column in place of its head.
NAMELESS = "(tanpa judul)"
NOBODY = Meaning(unknown=(NAMELESS,))
_SEXES = frozenset({"L", "P"})
#: Fewer numbers in a column may be notes.
FEWEST = 2


def with_headless(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with such columns as ones that are not understood, so that they are asked for and keep their percents."""
    columns, below = head.columns, grid.rows[head.frame.bottom]
    empty = tuple([column.index < len(below) and below[column.index] is None for column in columns])
    open_ = reader.forms.answer((columns, _open, empty), lambda: _open(columns, empty))
    found = _counting(open_, head, grid) if open_ else ()
    columns = tuple(replace(each, path=(*each.path, NAMELESS), meaning=NOBODY) if each.index in found else each for each in columns)
    return replace(head, columns=columns) if found else head


def _open(columns: Sequence[Column], empty: Sequence[bool]) -> frozenset[int]:
    """The places in the grid of the columns whose own head is empty by the head alone; `empty`: nothing stands in its last row."""
    places = [place for place, column in enumerate(columns) if column.path]
    open_ = {column.index for column in columns[places[0] : places[-1]] if not column.path} if places else set()
    named = [place for place in places if not columns[place].meaning.axis and empty[place]]
    open_ |= {columns[place].index for place in named if _is_left_open(place, columns) or _is_cut_off(place, columns, empty)}
    return frozenset(open_)


def _is_left_open(place: int, columns: Sequence[Column]) -> bool:
    """True for a column with nothing below its group's head, where those beside it name what they count, one sex of two, or
    that they are of the month."""
    own = columns[place]
    path = own.path[:-1] if own.path[-1:] == own.path[-2:-1] else own.path  # a group's own number bears its name twice
    group = [each for each in columns if each is not own and len(each.path) > len(path) and each.path[: len(path)] == path]
    if not any(abs(each.index - own.index) == 1 for each in group):
        return False
    unnamed = own.meaning.bare or own.meaning.role == "denominator" and not own.meaning.population
    named = unnamed and any(each.meaning.indicator or each.meaning.population for each in group)
    return named or any(each.meaning.basis == "month" for each in group) or len({each.meaning.sex for each in group} & _SEXES) == 1


def _is_cut_off(place: int, columns: Sequence[Column], empty: Sequence[bool]) -> bool:
    """True for a number with nothing below its name where the next column is a "P" of no group: the name's own group, without its
    first head."""
    if place + 1 >= len(columns) or not columns[place].meaning.indicator:
        return False
    after = columns[place + 1]
    alone = len(after.path) == 1 and after.meaning.bare and after.meaning.sex in _SEXES
    return alone and not empty[place + 1]


def _counting(open_: Iterable[int], head: Head, grid: Grid) -> set[int]:
    """Those of the columns in which most rows of numbers have one, other than a running number."""
    lines = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    filled = [index for index in open_ if sum(1 for row in lines if index < len(row) and kind_of(row[index]) == "number") >= FEWEST]
    rows = [row for row in lines if _has_numbers(row)] if filled else []
    return {index for index in filled if _counts([row[index] for row in rows if index < len(row) and kind_of(row[index]) == "number"], len(rows))}


def _counts(numbers: Sequence[object], rows: int) -> bool:
    return len(numbers) >= FEWEST and 2 * len(numbers) > rows and numbers != list(range(1, len(numbers) + 1))


def _has_numbers(row: Sequence[object]) -> bool:
    """True for a row of numbers, which is told by the first ones."""
    numbers = (cell for cell in row if cell is not None and kind_of(cell) == "number")
    return len(list(islice(numbers, FEWEST))) == FEWEST
