"""Columns whose only head tells a target beside the name: "K1 (target 95 %)" over results is no column of targets."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import without_target
from lokmin_data.reading.words.values import kind_of

#: So many different numbers are no target of all areas.
SEVERAL = 2


def with_told_targets(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with such columns not understood where their numbers differ and no other column holds the indicator's: results,
    but whether counted or in percent nobody says."""
    targets = [column for column in head.columns if column.meaning.role == "target"]
    doubted = [column for column in targets if _tells(column) and column.path not in reader.confirmed]
    if not doubted:
        return head
    held = {column.meaning.indicator for column in head.columns if column.meaning.role in ("", "numerator", "percent")}
    wrong = [column for column in doubted if column.meaning.indicator not in held and _differ(column, head, grid)]
    columns = (replace(each, meaning=replace(each.meaning, role="", unknown=("target",))) if each in wrong else each for each in head.columns)
    return replace(head, columns=tuple(columns)) if wrong else head


def _tells(column: Column) -> bool:
    """True for a head that without the value of its target names an indicator."""
    return bool(column.meaning.indicator) and without_target(column.path[-1]) != column.path[-1]


def _differ(column: Column, head: Head, grid: Grid) -> bool:
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    cells = {row[column.index] for row in rows if column.index < len(row) and kind_of(row[column.index]) == "number"}
    return len(cells) >= SEVERAL
