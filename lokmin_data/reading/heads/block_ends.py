"""Where a block of months or indicators ends that another one follows: above the label that says whose the next one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Frame, Grid

#: A row with at least so many numbers is one of a table's body.
MANY_NUMBERS = 2
#: A label is one text with its value, or two.
_LONGEST_LABEL = 2
_LONGEST_NAME = 4
_LISTED = ("month", "indicator")


def end_of_block(grid: Grid, frame: Frame, last: int, reader: Reader) -> int:
    """The last row of a table of months or indicators, of those up to `last`, above which the next table's head stands: rows
    from a label "DESA | : SUKA" on belong to that one, unless rows of numbers follow."""
    if reader.text(_text(grid.rows[frame.anchor], frame.names)).axis not in _LISTED:
        return last
    for row in range(last, frame.bottom, -1):
        cells = grid.rows[row]
        if names_area(cells, reader):
            return row - 1
        if sum(1 for cell in cells if kind_of(cell) == "number") >= MANY_NUMBERS:
            break
    return last


def _text(cells: Sequence[object], column: int) -> str:
    cell = cells[column] if column < len(cells) else None
    return fold_spaces(cell) if cell.__class__ is str else ""


def names_area(cells: Sequence[object], reader: Reader) -> bool:
    """True for a row that holds nothing but the label of an area and its name: `DESA | : SUKA`, `Desa : Suka`, `DESA SUKA`."""
    filled = [cell for cell in cells if cell is not None]
    if not 0 < len(filled) <= _LONGEST_LABEL or any(cell.__class__ is not str for cell in filled):
        return False
    words = str(filled[0]).split()
    if len(filled) == 1 and 1 < len(words) <= _LONGEST_NAME and ":" not in str(filled[0]):
        return reader.tokens(words[0])[:1] == ["desa"]
    label, colon, value = " ".join(map(str, filled)).partition(":")
    return bool(colon and value.strip()) and reader.text(fold_spaces(label)).axis in AREA_LEVELS
