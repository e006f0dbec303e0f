"""Of which numbers the report itself proves what they are divided by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.percents.proofs import Divisors, group_of


def proved_measures(blocks: Mapping[int, Block], divisors: Divisors) -> dict[tuple, bool]:
    """(table, measure) and, where rows name the indicator, (table, column of the percents, indicator): True where the printed percents
    prove the divisor."""
    proved: dict[tuple, bool] = {
        (place, measure): divisors.explains(block, measure)
        for place, block in blocks.items() for measure in block.layout.measures if measure.percent
    }  # fmt: skip
    return proved | {
        (place, measure.percent.index, code): bool(divisors.proved(group_of(block, measure, code), replace(measure, indicator=code)))
        for place, block in blocks.items() for measure in block.layout.measures if measure.percent and not measure.indicator
        for code in {row.meaning.indicator for row in block.rows if row.meaning and row.meaning.indicator}
    }  # fmt: skip
