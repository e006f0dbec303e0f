"""Names of desa behind an empty column are those of the table beside it: the numbers before it have their own, whatever heads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces

SEVERAL = 2


def without_far_names(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with nothing understood of the columns before such a gap, where one of them holds other names below a head that nobody
    knows: they are asked for, and not taken for the numbers of the desa in the next table."""
    areas = head.axis(*AREA_LEVELS)
    first = min((each.index for each in areas), default=0)
    before = [each for each in head.columns if each.index < first]
    if not any(each.meaning.measures for each in before):
        return head  # most tables
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    gaps = [each.index for each in before if not each.path and not any(each.index < len(row) and row[each.index] is not None for row in rows)]
    if not gaps or not any(_holds_names(each, rows, reader) for each in before if each.index < gaps[-1]):
        return head
    columns = (
        replace(each, meaning=Meaning(unknown=each.path)) if each.index < gaps[-1] and each.path and not each.meaning.axis else each
        for each in head.columns
    )
    return replace(head, columns=tuple(columns))


def _holds_names(column: Column, rows: Sequence[Sequence[object]], reader: Reader) -> bool:
    """True for a column that nobody knows, of texts that may be names, each another one, in most rows."""
    if not column.meaning.unknown and column.path:
        return False
    texts = [cell for row in rows if column.index < len(row) and (cell := row[column.index]).__class__ is str]
    names = {fold_spaces(text) for text in texts if label_kind(text, "desa", reader) == "area" and reader.text(fold_spaces(text)).unknown}
    return len(names) >= SEVERAL and SEVERAL * len(names) > len(texts) and SEVERAL * len(texts) > len([row for row in rows if any(row)])
