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
    if len(plain) < FEWEST:
        return grid
    if not any(_heads_areas(text, reader) for text in plain.values()):
        return _with_counted_cut(grid, plain, reader)
    numbers = {text: next(filter(None, match.groups())) for text, match in found.items()}
    rows = [[plain.get(cell, cell) for cell in row] if _is_numbered(row, numbers) else row for row in grid.rows]  # type: ignore[call-overload]
    return replace(grid, rows=rows, known_texts=None)


def _with_counted_cut(grid: Grid, plain: dict[str, str], reader: Reader) -> Grid:
    """The grid with the heads right of the areas without their numbers in square brackets, where these count from 1 on: "No | Desa |
    [1] Sasaran | [2] K1 | [3] %".  A list of areas, persons or notes stays as it is."""
    if not any(text.lstrip().startswith("[1]") for text in plain):
        return grid
    rows = [*grid.rows]
    for number, row in enumerate(rows):
        marked = [cell for cell in row if cell in plain]
        counted = [f"[{place}]" for place, _ in enumerate(marked, 1)]
        if len(marked) < FEWEST or any(not str(cell).lstrip().startswith(own) for cell, own in zip(marked, counted, strict=True)):
            continue
        before = [cell for cell in row[: row.index(marked[0])] if cell.__class__ is str]
        if any(_heads_areas(text, reader) for text in before):  # type: ignore[arg-type]
            rows[number] = [plain.get(cell, cell) for cell in row]  # type: ignore[call-overload]
    same = all(one is other for one, other in zip(rows, grid.rows, strict=True))
    return grid if same else replace(grid, rows=rows, known_texts=None)


def _heads_areas(text: str, reader: Reader) -> bool:
    return any(map(reader.may_head_names, reader.tokens(text))) and reader.text(text).axis in AREA_LEVELS


def _is_numbered(row: Sequence[object], numbers: dict[str, str]) -> bool:
    """True for a row of texts alone that nearly all begin with a number, each with another one."""
    marked = [numbers[cell] for cell in row if cell in numbers]  # type: ignore[index]
    if len(marked) < FEWEST or len(set(marked)) < len(marked):
        return False
    others = [kind_of(cell) for cell in row if cell not in numbers]
    return "number" not in others and len(marked) >= SHARE * (len(marked) + others.count("text"))
