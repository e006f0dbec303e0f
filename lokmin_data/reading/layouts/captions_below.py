"""Sheets whose captions stand below their tables: "Tabel 1. Cakupan K1" between two tables is then the upper one's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.captions import is_caption

#: So many captions show it, each below so many rows with so many numbers.
FEWEST, ROWS, NUMBERS = 2, 2, 2
_BEGINS = "tab"
LONGEST_CAPTION = 200


def with_captions_above(grid: Grid) -> Grid:
    """The sheet with each caption moved above its table, where one stands below each table and none above the first."""
    begun = [text for text in grid.texts if text.lstrip()[: len(_BEGINS)].casefold() == _BEGINS]
    captions = {text for text in begun if len(text) <= LONGEST_CAPTION and is_caption(text)}
    if len(captions) < FEWEST or grid.turned or grid.lines or grid.columns or grid.cells:
        return grid  # nearly all
    places = [number for number, row in enumerate(grid.rows) if not captions.isdisjoint(_alone(row))]
    counted = [number for number, row in enumerate(grid.rows) if _counts(row)]
    ends = [-1, *places]
    if len(places) < FEWEST or counted[-1:] > places[-1:] or any(_between(counted, *pair) < ROWS for pair in pairwise(ends)):
        return grid
    lines = [line for before, place in pairwise(ends) for line in (place, *range(before + 1, place))]
    lines += range(places[-1] + 1, len(grid.rows))
    now = {line: number for number, line in enumerate(lines)}
    merges = tuple((now[top], left, now[bottom], right) for top, left, bottom, right in grid.merges if now.get(bottom, -1) >= now.get(top, 0))
    return Grid([grid.rows[line] for line in lines], merges, lines=tuple(lines), known_texts=grid.texts)


def _alone(row: Sequence[object]) -> Iterator[object]:
    """The only filled cell of a row."""
    filled = [cell for cell in row if cell is not None]
    return iter(filled if len(filled) == 1 else ())


def _counts(row: Sequence[object]) -> bool:
    return sum(1 for cell in row if cell.__class__ in (int, float)) >= NUMBERS


def _between(numbers: Sequence[int], first: int, last: int) -> int:
    return sum(1 for number in numbers if first < number < last)
