"""What is counted in two units, "KK | JIWA" below "JUMLAH" and again below each indicator: below an indicator they are its
numbers, not what it is divided by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import by_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.words.meaning import Meaning, Reader

SEVERAL = 2


@by_form
def with_counted_units(head: Head, reader: Reader) -> Head:
    """The head with the indicator's own unit (families for sanitation) read as its number, and the other unit, also its percent,
    not understood."""
    groups: dict[tuple[str, ...], list[Column]] = {}
    for column in head.columns:
        if len(column.path) > 1 and column.meaning.population and column.meaning.role in ("denominator", "ignore"):
            groups.setdefault(column.path[:-1], []).append(column)
    wholes = {above: _units(each) for above, each in groups.items() if len(each) >= SEVERAL and not any(column.meaning.indicator for column in each)}
    counted = {
        above for above, each in groups.items()
        if all(column.meaning.indicator and column.meaning.role == "denominator" for column in each) and _units(each) in wholes.values()
    }  # fmt: skip
    if not counted:
        return head
    usual = reader.words.lists["penyebut"]
    columns = (_counted(each, usual) if each.path[:-1] in counted else _divides(each) if each.path[:-1] in wholes else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def _units(columns: Sequence[Column]) -> frozenset[str]:
    return frozenset(column.meaning.population for column in columns)


def _divides(column: Column) -> Column:
    """A column of "JUMLAH", which by itself says only that it is a total."""
    return replace(column, meaning=replace(column.meaning, role="denominator")) if column.meaning.population else column


def _counted(column: Column, usual: Mapping[str, Sequence[str]]) -> Column:
    meaning: Meaning = column.meaning
    if not meaning.population:
        return column
    if meaning.population not in usual.get(meaning.indicator, ()):
        return replace(column, meaning=replace(meaning, unknown=column.path[-1:]))
    role = "numerator" if meaning.role == "denominator" else meaning.role
    return replace(column, meaning=replace(meaning, role=role, population=""))
