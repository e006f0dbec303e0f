"""Heads that begin with the number of their column, as exports write them: "[1] No | [6] Desa | [16] Ditimbang | [17] %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.values import kind_of

#: A row numbers its heads where so many, and at least this share of its texts, begin with a number of their own.
FEWEST, SHARE = 3, 0.8
_INDEX = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,2})[.)])\s*(?=[^\W\d_]|[%∑])")


def with_indices_cut(grid: Grid, reader: Reader) -> Grid:
    """The grid with the heads of a numbered row as they read without their numbers; mostly the grid as it is."""
    found = {text: match for text in grid.texts if (match := _INDEX.match(text))}
    plain = {text: text[match.end() :] for text, match in found.items()}
    if len(plain) < FEWEST or not any(_heads_areas(text, reader) for text in plain.values()):
        return grid  # a list of areas, persons or notes
    numbers = {text: next(filter(None, match.groups())) for text, match in found.items()}
    rows = [[plain.get(cell, cell) for cell in row] if _is_numbered(row, numbers) else row for row in grid.rows]  # type: ignore[call-overload]
    return replace(grid, rows=rows, known_texts=None)


def _heads_areas(text: str, reader: Reader) -> bool:
    return any(map(reader.may_head_names, reader.tokens(text))) and reader.text(text).axis in AREA_LEVELS


def _is_numbered(row: Sequence[object], numbers: dict[str, str]) -> bool:
    """True for a row of texts alone that nearly all begin with a number, each with another one."""
    marked = [numbers[cell] for cell in row if cell in numbers]  # type: ignore[index]
    if len(marked) < FEWEST or len(set(marked)) < len(marked):
        return False
    others = [kind_of(cell) for cell in row if cell not in numbers]
    return "number" not in others and len(marked) >= SHARE * (len(marked) + others.count("text"))
