"""People or households under a month or another group that are themselves the result: "KK" and "%" beside "Jml KK"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, scale_between

#: A count is proved by so many percents of the table, and by this share of those that can be tried.
FEWEST, SHARE = 3, 0.8
#: Who is counted and who is measured: more columns of people of one group say too little.
PAIR = 2


def with_proved_counts(block: Block) -> Block:
    """The table with a column that only names people taken for the count of the percent in its group, where the percents
    are its share of another column of people: it divides nothing."""
    lacking = [each for each in block.layout.measures if each.number is None and each.percent and len(each.percent.path) > 1]
    units = [(each, unit) for each in lacking for unit in _units(block, each)]
    counts: dict[Measure, Denominator] = {}
    for text in {unit.column.path[-1] for _, unit in units}:
        alike = {each: unit for each, unit in units if unit.column.path[-1] == text}
        if any(_proved(block, alike, other) for other in block.layout.denominators if other not in alike.values()):
            counts |= alike
    if not counts:
        return block
    measures = tuple(replace(each, number=counts[each].column) if each in counts else each for each in block.layout.measures)
    denominators = tuple(each for each in block.layout.denominators if each not in counts.values())
    return replace(block, layout=replace(block.layout, measures=measures, denominators=denominators))


def _units(block: Block, measure: Measure) -> list[Denominator]:
    """The columns of people right in the group of a percent: one, or what is counted beside whom it is measured against ("Jml
    KK" and "KK akses")."""
    assert measure.percent
    found = [each for each in block.layout.denominators if each.column.path[:-1] == measure.percent.path[:-1] and not each.target]
    return found if len(found) <= PAIR else []


def _proved(block: Block, units: Mapping[Measure, Denominator], other: Denominator) -> bool:
    """True where the percents of all these groups are their people's share of another column."""
    tried = right = 0
    for measure, unit in units.items():
        assert measure.percent
        one, all_ = _right(block, unit.column, other.column, measure.percent)
        right, tried = right + one, tried + all_
    return right >= FEWEST and right >= SHARE * tried


def _right(block: Block, count: Column, divisor: Column, percent: Column) -> tuple[int, int]:
    """(rows in which a percent is count / divisor, rows that print all three)."""
    numbers, divisors, percents = (block.values_of(column) for column in (count, divisor, percent))
    usual = column_digits(value.number for value in percents)
    rows = [
        (above.number, below.number, ratio.number)
        for row, above, below, ratio in zip(block.rows, numbers, divisors, percents, strict=True)
        if row.kind == "area" and above.number and below.number and ratio.number
    ]
    right = sum(1 for above, below, ratio in rows if scale_between(above, below, ratio, allowed_error(ratio, usual)))
    return right, len(rows)
