"""Rows of each desa that only bear letters, "S", "B", "K" and "%", explained by a legend: "S = sasaran, B = hasil bulan ini"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import cycle

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.tokens import fold_spaces

#: So many letters, and so many desa that bear all of them in one order, are rows by letters.
FEWEST, SEVERAL = 2, 2
#: They stand beside the names, in one of the first columns.
FARTHEST = 8
_LETTER = re.compile(r"[A-Za-z]{1,3}")
_ENTRY = re.compile(
    r"(?:^|[,;\n(|])\s*(?:(?:ket|keterangan|catatan)\b\s*[.:]*\s*)?([A-Za-z]{1,3})\s*[=:]\s*([^=:,;\n|)]{3,}?)\s*(?=$|[,;\n|)])", re.IGNORECASE
)
#: The letters of the growth chart say by themselves what they are.
_GROWTH = frozenset("SD")


def with_row_codes_named(grid: Grid) -> Grid:
    """The grid with letters that repeat down a column replaced by what the legend says of them; mostly the grid as it is."""
    legend = {letter.upper(): fold_spaces(said) for text in grid.texts if "=" in text or ":" in text for letter, said in _ENTRY.findall(text)}
    if len(legend) < FEWEST:
        return grid  # most sheets
    rows = list(grid.rows)
    for column in range(min(grid.width, FARTHEST)):
        for row, letter in _repeated(grid.rows, column, legend):
            rows[row] = [*rows[row][:column], legend[letter], *rows[row][column + 1 :]]
    return replace(grid, rows=rows, known_texts=None) if rows != list(grid.rows) else grid


def _repeated(rows: Sequence[Sequence[object]], column: int, legend: Mapping[str, str]) -> list[tuple[int, str]]:
    """(row, letter) of the letters in a column, where they come again and again in one order and the legend tells all of them."""
    cells = ((row, line[column]) for row, line in enumerate(rows) if column < len(line))
    found = [(row, cell.strip().upper()) for row, cell in cells if cell.__class__ is str and _LETTER.fullmatch(cell.strip())]  # type: ignore[attr-defined]
    letters = [letter for _, letter in found]
    order = list(dict.fromkeys(letters))
    whole = legend.keys() >= {*order} and len(order) >= FEWEST and len(letters) >= SEVERAL * len(order) and not len(letters) % len(order)
    if not whole or _GROWTH.issubset(order) or any(one != other for one, other in zip(letters, cycle(order), strict=False)):
        return []
    return found
