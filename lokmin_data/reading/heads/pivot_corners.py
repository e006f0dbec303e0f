"""The corner of a table that a spreadsheet program made: "Sum of Jumlah" over the head "Desa" says how its numbers were taken together,
and is no part of that head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.tokens import fold_spaces

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Grid


def without_pivot_corner(grid: Grid, reader: Reader) -> Grid:
    """The grid without such corners; mostly the grid as it is.  One that names an indicator stays: "Sum of K1"."""
    begins = tuple(reader.words.lists["pivot"]["sudut"])
    corners = {text for text in grid.texts if text.startswith(begins)}
    if not corners:
        return grid
    rows = [*grid.rows]
    for number, (row, below) in enumerate(pairwise(grid.rows)):
        first = next((place for place, cell in enumerate(row) if cell is not None), -1)
        if first >= 0 and row[first] in corners and _heads_areas(below, first, reader) and _is_bare(str(row[first]), reader):
            rows[number] = [None if place == first else cell for place, cell in enumerate(row)]
    return replace(grid, rows=rows, known_texts=None)


def _heads_areas(row: Sequence[object], place: int, reader: Reader) -> bool:
    cell = row[place] if place < len(row) else None
    return cell.__class__ is str and reader.text(fold_spaces(cell)).axis in AREA_LEVELS


def _is_bare(text: str, reader: Reader) -> bool:
    """True where nothing but a word for a number follows: "Sum of Jumlah", "Jumlah dari Nilai"."""
    begin = next(each for each in reader.words.lists["pivot"]["sudut"] if text.startswith(each))
    rest = " ".join(reader.tokens(text.removeprefix(begin)))
    return rest in reader.words.totals or rest in reader.words.lists["ukuran_baris"]["nilai"]
