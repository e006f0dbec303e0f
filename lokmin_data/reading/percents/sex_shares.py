"""Percents behind L and P that tell how the sum is parted between them, as tables of cases print them: no coverage of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.own_percents import FEWEST_ROWS, divides, shares_of
from lokmin_data.reading.percents.proofs import HUNDRED, scale_between

_HALVES = ("L", "P")


def without_sex_shares(block: Block) -> Block:
    """The table without the percents of L and P that are their share of L + P in every row, and that of both where it is 100
    everywhere; two coverages do not add up so in every row."""
    shared: set[Measure] = set()
    for group in _groups(block.layout.measures):
        halves = [each for each in group if each.sex in _HALVES]
        if _parted(block, halves):
            shared.update(halves)
            shared.update(each for each in group if each.sex == "T" and _all_whole(block, each))
    if not shared:
        return block
    measures = tuple(replace(each, percent=None) if each in shared else each for each in block.layout.measures)
    return replace(block, layout=replace(block.layout, measures=measures))


def _groups(measures: Sequence[Measure]) -> list[list[Measure]]:
    """The counts with a percent by what they count, apart from their sex."""
    groups: dict[tuple, list[Measure]] = {}
    for each in measures:
        if each.number and each.percent:
            groups.setdefault((each.indicator, each.basis, each.month, each.months, each.year), []).append(each)
    return list(groups.values())


def _parted(block: Block, halves: Sequence[Measure]) -> bool:
    """True where L and P are there once each, and their percents are their shares wherever they can be tried."""
    if sorted(each.sex for each in halves) != list(_HALVES) or any(_covers(block, each) for each in halves):
        return False
    tried = 0
    for each in halves:
        assert each.number and each.percent
        other = next(one for one in halves if one is not each).number
        for row, percent, error in shares_of(block, each.percent):
            own, beside = block.number(each.number, row), block.number(other, row)
            if own and beside:
                tried += 1
                if not scale_between(own, own + beside, percent, error):
                    return False
    return tried >= FEWEST_ROWS


def _covers(block: Block, measure: Measure) -> bool:
    """True where the table divides by a sasaran that gives the percent."""
    assert measure.number and measure.percent
    return divides(block, measure.number, measure.percent)


def _all_whole(block: Block, measure: Measure) -> bool:
    return all(percent in (1, HUNDRED) for _, percent, _ in shares_of(block, measure.percent)) if measure.percent else False
