"""Names of desa behind an empty column, or before it, are those of the table beside it: the numbers on this side have their own, whatever
heads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

SEVERAL = 2
#: Names begin in one of so many rows.
FIRST_ROWS = 4


def without_far_names(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with nothing understood of the columns on the other side of such a gap, where one of them holds other names below a
    head that nobody knows: they are asked for, and not taken for the numbers of the desa in the next table."""
    areas = [each.index for each in head.axis(*AREA_LEVELS)]
    empty = [each.index for each in head.columns if not each.path] if areas else []
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    if not empty or not any(_begins_names(each, rows) for each in head.columns if each.meaning.unknown or not each.path):
        return head  # most tables
    gaps = [index for index in empty if not any(index < len(row) and row[index] is not None for row in rows)]
    before = [index for index in gaps if index < min(areas)]
    behind = [index for index in gaps if index > max(areas)]
    strange = {each.index for each in head.columns if before and each.index < before[-1] or behind and each.index > behind[0]}
    sides = [[each for each in head.columns if each.index in strange and (each.index < min(areas)) is first] for first in (True, False)]
    wrong = {each.index for side in sides if _is_another(side, rows, reader) for each in side if each.path and not each.meaning.axis}
    columns = (replace(each, meaning=Meaning(unknown=each.path)) if each.index in wrong else each for each in head.columns)
    return replace(head, columns=tuple(columns)) if wrong else head


def _begins_names(column: Column, rows: Sequence[Sequence[object]]) -> bool:
    """True for a column with a text in one of its first rows."""
    return any(row[column.index].__class__ is str for row in rows[:FIRST_ROWS] if column.index < len(row))


def _is_another(side: Sequence[Column], rows: Sequence[Sequence[object]], reader: Reader) -> bool:
    """True for columns with numbers that are understood behind names of their own."""
    counted = [place for place, each in enumerate(side) if each.meaning.measures]
    return bool(counted) and any(_holds_names(each, rows, reader) for each in side[: counted[0]])


def _holds_names(column: Column, rows: Sequence[Sequence[object]], reader: Reader) -> bool:
    """True for a column that nobody knows, of texts that may be names, each another one, in most rows."""
    if not column.meaning.unknown and column.path:
        return False
    texts = [cell for row in rows if column.index < len(row) and (cell := row[column.index]).__class__ is str]
    names = {fold_spaces(text) for text in texts if label_kind(text, "desa", reader) == "area" and reader.text(fold_spaces(text)).unknown}
    return len(names) >= SEVERAL and SEVERAL * len(names) > len(texts) and SEVERAL * len(texts) > len([row for row in rows if any(row)])
