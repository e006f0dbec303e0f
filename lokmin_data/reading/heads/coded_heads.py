"""Heads that are only letters (A, B, C ...), explained by a legend elsewhere on the sheet: "A = Sasaran ibu hamil".

Each letter is read as what the legend says, and the legend is no row of the table.  Letters that nothing explains stay as
they are (areas may be named so).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.tokens import fold_spaces

#: So many letters that follow one another name columns by letters; a shorter row may be words of the field (L, P, T).
FEWEST = 3
#: Of the letters of a row this share must stand in the legend.
EXPLAINED = 0.8
SHORTEST_WORD = 3
_LETTER = re.compile(r"\(?\s*([A-Za-z])\s*[.)]?")
_WHOLE = re.compile(r"\(?\s*([A-Za-z])\s*[.)]?\s*[=:]\s*(\S.*)", re.DOTALL)
_SIGN = re.compile(r"^\s*[=:]\s*")


@dataclass(frozen=True)
class _Entry:
    """A letter with what a legend says of it, and where: the columns of one row."""

    letter: str
    text: str
    row: int
    columns: tuple[int, ...]


def with_codes_named(grid: Grid) -> Grid:
    """The grid with letters as heads replaced by what the legend says of them; mostly the grid as it is."""
    if sum(1 for text in grid.texts if _LETTER.fullmatch(text.strip())) < FEWEST:
        return grid
    coded = {row: codes for row, cells in enumerate(grid.rows) if (codes := _codes(cells))}
    entries = [entry for row, cells in enumerate(grid.rows) if coded and row not in coded for entry in _entries(row, cells)]
    legend = {entry.letter: entry.text for entry in reversed(entries)}
    explained = {
        row: codes for row, codes in coded.items() if sum(1 for letter in codes.values() if letter in legend) >= EXPLAINED * len(codes)
    }  # fmt: skip
    if not explained:
        return grid
    rows = [list(cells) for cells in grid.rows]
    for row, codes in explained.items():
        for column, letter in codes.items():
            rows[row][column] = legend.get(letter, letter)
    for entry in entries:
        for column in entry.columns:
            rows[entry.row][column] = None
    return replace(grid, rows=rows, known_texts=None)


def _codes(cells: Sequence[object]) -> dict[int, str]:
    """Column -> letter of the cells of a row that are letters one after the other, from A on; none where the row holds
    nothing else (it numbers the columns of a head above it)."""
    texts = {column: fold_spaces(cell) for column, cell in enumerate(cells) if cell.__class__ is str and cell.strip()}  # type: ignore[attr-defined,arg-type]
    letters = {column: found.group(1).upper() for column, text in texts.items() if (found := _LETTER.fullmatch(text))}
    if len(letters) < FEWEST or len(letters) == len(texts) or next(iter(letters.values())) != "A":
        return {}
    steps = [ord(other) - ord(one) for one, other in pairwise(letters.values())]
    return letters if all(step == 1 for step in steps) else {}


def _entries(row: int, cells: Sequence[object]) -> Iterator[_Entry]:
    """What a row explains: "A = Sasaran" in one cell, or the letter and its text in two cells side by side."""
    filled = [column for column, cell in enumerate(cells) if cell is not None and str(cell).strip()]
    for column, beside in pairwise([*filled, len(cells)]):
        cell = str(cells[column]).strip()
        if whole := _WHOLE.fullmatch(cell):
            yield _Entry(whole.group(1).upper(), fold_spaces(whole.group(2)), row, (column,))
        elif beside < len(cells) and cells[beside].__class__ is str and (letter := _LETTER.fullmatch(cell.rstrip("=: "))):
            text = fold_spaces(_SIGN.sub("", str(cells[beside])))
            if len(text) >= SHORTEST_WORD:
                yield _Entry(letter.group(1).upper(), text, row, (column, beside))
