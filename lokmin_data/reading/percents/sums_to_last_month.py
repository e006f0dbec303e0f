"""A column "Kumulatif" behind the months of a table that names no month: where it adds them up, it is of the last that was filled in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.words.period import JANUARY

#: So many rows show it, and this share of those with a number.
FEWEST_ROWS, SHARE, SEVERAL = 2, 0.8, 2
CLOSE = 1e-6


def with_sums_to_last_month(block: Block) -> Block:
    """The table with such numbers as those of their month, and the percent right behind each as theirs."""
    if block.period.month or not any(each.month for each in block.layout.measures):
        return block
    for each in block.layout.measures:
        if each.number and each.basis == "cumulative" and not (each.month or each.months or each.year):
            month = _last_month(block, each)
            block = _dated(block, each, month) if month else block
    return block


def _last_month(block: Block, total: Measure) -> int:
    """The last month that the number adds up from January on; 0 where the rows do not show that."""
    parts = _months(block, total, (total.sex,)) or (_months(block, total, ("L", "P")) if total.sex in ("", "T") else [])
    rows = [place for place, row in enumerate(block.rows) if row.kind == "area"]
    filled = [each.month for each in parts if any(block.number(each.number, row) for row in rows)]
    if len({*filled}) < SEVERAL or not set(range(JANUARY, max(filled) + 1)) <= {each.month for each in parts}:
        return 0
    return max(filled) if _adds_up(block, total, parts, rows) else 0


def _months(block: Block, total: Measure, sexes: Collection[str]) -> list[Measure]:
    """The numbers of single months of the same indicator and of these sexes."""
    return [
        each for each in block.layout.measures
        if each.number and each.month and (each.basis == "month" or not each.indicator) and each.indicator == total.indicator and each.sex in sexes
    ]  # fmt: skip


def _adds_up(block: Block, total: Measure, parts: Collection[Measure], rows: Collection[int]) -> bool:
    tried = [
        (number, sum(block.number(each.number, row) or 0.0 for each in parts)) for row in rows if (number := block.number(total.number, row))
    ]
    right = sum(1 for number, added in tried if abs(number - added) <= CLOSE)
    return right >= FEWEST_ROWS and right >= SHARE * len(tried)


def _dated(block: Block, total: Measure, month: int) -> Block:
    """The table with one number as that of a month."""
    assert total.number
    behind = (
        each for each in block.layout.yearly
        if each.index == total.number.index + 1 and each.meaning.basis in ("", "cumulative") and each.meaning.sex in ("", total.sex)
    )  # fmt: skip
    percent = None if total.percent else next(behind, None)
    own = replace(total, month=month, percent=total.percent or percent)
    measures = tuple(own if each is total else each for each in block.layout.measures)
    yearly = tuple(each for each in block.layout.yearly if each is not percent)
    values = {**block.values, percent.index: block.values_of(percent)} if percent else block.values
    return replace(block, layout=replace(block.layout, measures=measures, yearly=yearly), values=values)
