"""A percent beside "bulan lalu" and "bulan ini" that is of both together: the coverage to date, not that of the month."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, scale_between

#: So many rows, and this share of all that tell the two apart, prove it.
FEWEST, SHARE = 3, 0.8


def with_percents_to_date(block: Block) -> Block:
    """The table with such percents taken from the month's number, and given to the cumulative one."""
    changed = list(block.layout.measures)
    for last in block.layout.lasts:
        for place, each in enumerate(changed):
            if each.basis == "month" and _of_one(each, last) and _of_both(block, each, last):
                changed[place] = replace(each, percent=None)
                _give(changed, replace(each, basis="cumulative", number=None))
    return block if changed == [*block.layout.measures] else replace(block, layout=replace(block.layout, measures=tuple(changed)))


def _of_one(one: Measure, other: Measure) -> bool:
    return (one.indicator, one.sex, one.month, one.year) == (other.indicator, other.sex, other.month, other.year)


def _of_both(block: Block, now: Measure, last: Measure) -> bool:
    """True where the percents are the share of last month's and this month's number together, and not of this month's."""
    if not (now.number and now.percent and last.number):
        return False
    columns = [each.column for each in block.layout.denominators if not each.target]
    return any(_proved(block, now.number, last.number, now.percent, column) for column in columns)


def _proved(block: Block, now: Column, last: Column, percent: Column, divisor: Column) -> bool:
    usual = column_digits(value.number for value in block.values[percent.index])
    right = tried = 0
    for row, entry in enumerate(block.rows):
        new, old, people, share = (block.number(column, row) for column in (now, last, divisor, percent))
        if entry.kind == "area" and new is not None and old and people and share:
            error = allowed_error(share, usual)
            tried += 1
            right += bool(scale_between(new + old, people, share, error)) and not scale_between(new, people, share, error)
    return right >= FEWEST and right >= SHARE * tried


def _give(measures: list[Measure], percents: Measure) -> None:
    """Gives the percents to the number to date that has none, else they stand alone."""
    for place, each in enumerate(measures):
        if each.basis == "cumulative" and each.percent is None and _of_one(each, percents):
            measures[place] = replace(each, percent=percents.percent)
            return
    measures.append(percents)
