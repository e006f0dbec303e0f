"""Columns of remarks behind a percent, headed by what nobody knows: "CAKUPAN (%) | PENYEBAB" counts nobody behind its percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.values import kind_of

#: A tick or an answer ("v", "ya") is shorter than a remark.
SHORTEST_REMARK = 4


def without_remarks(head: Head, grid: Grid) -> Head:
    """The head without columns that are not understood and hold texts beside the names of areas, no number: no count of the
    percent before them.  One right before a percent may say of what it is, and stays."""
    percents = [each.index for each in head.columns if each.meaning.role == "percent"]
    places = [each.index for each in (*head.axis(*AREA_LEVELS), *head.axis("indicator"))]
    open_ = [each for each in head.columns if percents and each.meaning.unknown and each.index > percents[0]]
    if not (open_ and places):
        return head  # most tables
    rows = [row for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1] if any(row[at].__class__ is str for at in places if at < len(row))]
    before = {one.index for one, other in pairwise(head.columns) if other.meaning.role == "percent"}
    remarks = {each.index for each in open_ if each.index not in before and _holds_remarks(each, rows)}
    return replace(head, columns=tuple(each for each in head.columns if each.index not in remarks)) if remarks else head


def _holds_remarks(column: Column, rows: Sequence[Sequence[object]]) -> bool:
    """True for texts, among which some may begin with a number ("3 bumil pindah"), and no number alone."""
    cells = [row[column.index] for row in rows if column.index < len(row) and row[column.index] is not None]
    if any(cell.__class__ is not str or _is_number(cell) for cell in cells):
        return False
    texts = [cell for cell in cells if kind_of(cell) == "text" and len(cell.strip()) >= SHORTEST_REMARK]  # type: ignore[attr-defined]
    return len(texts) * 2 >= len([cell for cell in cells if kind_of(cell) != "blank"]) > 0


def _is_number(cell: object) -> bool:
    """True for a number that is written without a word behind it, and for the word for none."""
    words = str(cell).split()
    return kind_of(cell) == "number" and not (len(words) > 1 and any(word.isalpha() for word in words))
