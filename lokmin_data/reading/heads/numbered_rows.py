"""Columns before the names of areas that only number the rows, whatever their head says: "#", "N", "Urt"."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.values import kind_of

#: So many rows one after the other are numbered on purpose.
FEWEST = 3


def without_row_numbers(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with a column of nothing but 1, 2, 3 ... before the areas read as their numbers, unless somebody confirmed it."""
    areas = head.axis(*AREA_LEVELS)
    if not areas:
        return head
    first = min(column.index for column in areas)
    counting = [each for each in head.columns if each.index < first and not each.meaning.axis and each.path not in reader.confirmed]
    numbers = [each for each in counting if _numbers_rows(each, head, grid)]
    if not numbers:
        return head
    return replace(head, columns=tuple(each.meaning_so(Meaning(axis="number")) if each in numbers else each for each in head.columns))


def _numbers_rows(column: Column, head: Head, grid: Grid) -> bool:
    """True where the numbers of a column count up by one from 1, perhaps anew for each group."""
    before, found = 0, 0
    for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1]:
        cell = row[column.index]
        if cell is None or kind_of(cell) != "number":
            continue
        text = str(cell).strip(" .").removesuffix(".0")
        number = int(text) if text.isdecimal() else 0
        if number not in (before + 1, 1):
            return False
        before, found = number, found + 1
    return found >= FEWEST and before >= FEWEST
