"""A column "Kum" behind the months of "Tribulan II" that adds up only these: it counts nothing of the months before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.records.record import Record

#: So many rows show it, and this share of those with a number.
ROWS, SUMS, CLOSE = 2, 0.8, 1e-6


def sums_of_ranges(records: Sequence[Record], blocks: Mapping[int, Block], indicators: Mapping[str, Indicator]) -> set[int]:
    """The places in `records` of the numbers that are called added up, below a title of months that do not begin in January, and
    are no more than those months together."""
    columns = {
        (place, each.number.index) for place, block in blocks.items() if block.period.odd_range
        for each in block.layout.measures if each.number and _of_range(block, each, indicators)
    }  # fmt: skip
    if not columns:
        return set()  # most reports
    return {at for at, record in enumerate(records) if (number := record.measure.number) and (record.block, number.index) in columns}


def _of_range(block: Block, total: Measure, indicators: Mapping[str, Indicator]) -> bool:
    known = indicators.get(total.indicator)
    if total.basis != "cumulative" or total.month or total.months or not total.number or not known or known.kind != "cumulative":
        return False
    months = [
        each for each in block.layout.measures
        if each.number and each.basis == "month" and (each.indicator, each.sex, each.year) == (total.indicator, total.sex, total.year)
        and block.period.first <= each.month <= block.period.month
    ]  # fmt: skip
    if len(months) <= block.period.month - block.period.first:
        return False
    tried = [
        (printed, sum(block.number(each.number, place) or 0.0 for each in months))
        for place, row in enumerate(block.rows) if row.kind == "area" and (printed := block.number(total.number, place))
    ]  # fmt: skip
    right = sum(1 for printed, together in tried if abs(printed - together) <= CLOSE)
    return right >= ROWS and right >= SUMS * len(tried)
