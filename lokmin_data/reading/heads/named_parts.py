"""Columns headed "RT": households where numbers stand below it, parts of a desa where names do ("RT 01").  And columns headed "POS"
in which no posyandu is named, but where each row's people were served: "Posyandu", "PKD/RS"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.serving import served_at
from lokmin_data.reading.words.values import kind_of

#: Cells are looked at in so many rows below a head.
FIRST_ROWS = 12
_PARTS = "posyandu"


def with_named_parts(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with such a column of names taken for that of the parts of the desa before it."""
    if not head.axis("desa"):
        return head
    if head.axis(_PARTS):
        return _without_places_of_service(head, grid)
    named = {column.index for column in of_form(_of_rt, head, reader) if _holds_names(column, head, grid)}
    if len(named) != 1:
        return head
    part = reader.head(("RW",))
    return replace(head, columns=tuple(replace(each, meaning=part) if each.index in named else each for each in head.columns))


def _without_places_of_service(head: Head, grid: Grid) -> Head:
    """The head with columns of posyandu that name none passed over."""
    kinds = {column.index for column in head.axis(_PARTS) if _tells_places_of_service(column, head, grid)}
    columns = (replace(each, meaning=Meaning(role="ignore")) if each.index in kinds else each for each in head.columns)
    return replace(head, columns=tuple(columns)) if kinds else head


def _tells_places_of_service(column: Column, head: Head, grid: Grid) -> bool:
    """True where every cell of a column is the kind of a place, written again and again, and none a name; a desa whose number the
    places share has several rows, which stay apart."""
    body = (line for line in grid.rows[head.frame.bottom + 1 : head.frame.last + 1] if len(line) > head.frame.right)
    lines = [line for line in body if line[column.index] is not None]
    first = {line[column.index] for line in lines[:FIRST_ROWS]}
    if len(first) * 2 > len(lines) or not all(map(_is_kind, first)) or not all(map(_is_kind, {line[column.index] for line in lines})):
        return False
    keys = [each.index for each in head.columns if each.meaning.axis and each.meaning.axis not in ("code", "number") and each is not column]
    return len({tuple(line[key] for key in keys) for line in lines}) == len(lines)


def _is_kind(cell: object) -> bool:
    return cell.__class__ is str and all(served_at(part.strip())[0] for part in cell.split("/"))


def _of_rt(columns: Sequence[Column], reader: Reader) -> list[Column]:
    words = reader.words.lists["rumah_tangga_atau_bagian"]["kata"]
    return [column for column in columns if column.path and reader.words.folded(column.path[-1]) in words]


def _holds_names(column: Column, head: Head, grid: Grid) -> bool:
    """True where a text stands in the column and no number that is not written as one: "RT 01", "01"."""
    lines = grid.rows[head.frame.bottom + 1 : min(head.frame.last + 1, head.frame.bottom + 1 + FIRST_ROWS)]
    cells = [line[column.index] for line in lines if column.index < len(line) and line[column.index] is not None]
    return bool(cells) and all(cell.__class__ is str and (kind_of(cell) == "text" or cell.startswith("0")) for cell in cells)
