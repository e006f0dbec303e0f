"""A column that only adds up what is measured beside it is a total, not the sasaran of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, Measure

#: A sum in fewer rows may be chance.
FEWEST_ROWS = 3


def without_sums(block: Block, indicators: Mapping[str, Indicator]) -> Block:
    """The table without denominators that are the sum of two or more indicators measured against them, in every row: the
    risti found by nakes and by masyarakat make the risti found, not the risti expected.  A printed percent keeps them."""
    kept = tuple(each for each in block.layout.denominators if not _is_sum(block, each, indicators))
    return block if len(kept) == len(block.layout.denominators) else replace(block, layout=replace(block.layout, denominators=kept))


def _is_sum(block: Block, whole: Denominator, indicators: Mapping[str, Indicator]) -> bool:
    if not whole.population:
        return False
    parts = [each for each in block.layout.measures if _against(each, whole, indicators)]
    if len({each.indicator for each in parts}) < max(2, len(parts)) or any(each.percent for each in parts):
        return False
    told = 0
    for place, row in enumerate(block.rows):
        if row.kind != "area" or not (total := block.number(whole.column, place)):
            continue
        numbers = [block.number(each.number, place) for each in parts]
        if None not in numbers:
            if total != sum(filter(None, numbers)):
                return False
            told += 1
    return told >= FEWEST_ROWS


def _against(measure: Measure, whole: Denominator, indicators: Mapping[str, Indicator]) -> bool:
    if measure.number is None or measure.month != whole.month or measure.sex != whole.sex:
        return False
    known = indicators.get(measure.indicator)
    return known is not None and known.population == whole.population
