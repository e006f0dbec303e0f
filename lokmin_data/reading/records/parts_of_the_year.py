"""Columns "TW II" between the months that they only add up: subtotals, no numbers of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.period import JANUARY

#: A column adds up the months beside it where at least this share of its rows does.
SUMS, CLOSE = 0.8, 1e-6


class PartSum(NamedTuple):
    """A column that adds up months, those, and its rows that are another number: (row, printed, months together)."""

    column: Column
    months: list[Column]
    compared: int
    broken: list[tuple[int, float, float]]


def added_columns(column: Column, months: Sequence[Measure]) -> list[Column]:
    """The columns of the months that a "Jumlah" adds up: those of its sex; the total of both where no month has its own."""
    by_sex: dict[str, list[Column]] = {}
    for each in months:
        by_sex.setdefault(each.sex or "T", []).extend([each.number] if each.number else [])
    sex = column.meaning.sex or "T"
    return by_sex.get(sex) or ([*by_sex.get("L", ()), *by_sex.get("P", ())] if sex == "T" and {"L", "P"} <= set(by_sex) else [])


def sums_of_parts(block: Block) -> list[PartSum]:
    """The columns of a part of the year that add up its months; one from January on is a number of its own ("s/d Maret")
    unless a part of the same length begins later, and where it has a percent."""
    parts = [each for each in block.layout.measures if each.months and each.number and not each.number.meaning.basis]
    later = {_kind(each) for each in parts if each.months and each.months[0] > JANUARY}
    if not later:
        return []
    months = [each for each in block.layout.measures if each.number and each.month and not each.months and each.basis in ("month", "")]
    own = [each for each in parts if each.months and (each.months[0] > JANUARY or _kind(each) in later and not each.percent)]
    return list(_proven(block, own, months)) if months else []


def subtotals(records: Sequence[Record], blocks: Mapping[int, Block]) -> set[int]:
    """The places in `records` of the numbers in such columns."""
    columns = {(place, each.column.index) for place, block in blocks.items() for each in sums_of_parts(block)}
    return {
        place for place, record in enumerate(records)
        if columns and record.measure.number and (record.block, record.measure.number.index) in columns
    }  # fmt: skip


def _kind(part: Measure) -> tuple:
    first, last = part.months or (0, 0)
    return part.indicator, part.year, last - first


def _proven(block: Block, parts: Sequence[Measure], months: Sequence[Measure]) -> Iterator[PartSum]:
    for part in parts:
        first, last = part.months or (0, 0)
        beside = [each for each in months if _of_one(each, part) and first <= each.month <= last]
        added = added_columns(part.number, beside) if part.number else []
        if not part.number or len({each.month for each in beside if each.number in added}) <= last - first:
            continue
        compared = list(_compared(block, part.number, added))
        broken = [(row, printed, sum_) for row, printed, sum_ in compared if abs(printed - sum_) > CLOSE]
        if compared and len(compared) - len(broken) >= SUMS * len(compared):
            yield PartSum(part.number, added, len(compared), broken)


def _of_one(month: Measure, part: Measure) -> bool:
    return (month.indicator, month.year) == (part.indicator, part.year)


def _compared(block: Block, column: Column, months: Sequence[Column]) -> Iterator[tuple[int, float, float]]:
    """(row, printed, months together) of the rows of areas that have a number and some months."""
    for place, row in enumerate(block.rows):
        printed = block.number(column, place)
        numbers = [number for each in months if (number := block.number(each, place)) is not None]
        if row.kind == "area" and printed is not None and numbers:
            yield place, printed, sum(numbers)
