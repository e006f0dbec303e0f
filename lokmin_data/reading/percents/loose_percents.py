"""Percent columns whose head names only a population: given to the number whose ratio they print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, scale_between


def with_loose_percents(block: Block, sasaran_order: Mapping[str, Sequence[str]]) -> Block:
    """The table with percent columns that name only a population given to the number whose ratio they print."""
    measures = list(block.layout.measures)
    for column in block.layout.loose_percents:
        for place, measure in enumerate(measures):
            if (
                measure.percent
                or not measure.number
                or column.meaning.population not in sasaran_order.get(measure.indicator, ())
            ):
                continue
            if _explains(block, measure, column):
                measures[place] = replace(measure, percent=column)
                break
    return replace(block, layout=replace(block.layout, measures=tuple(measures)))


def _explains(block: Block, measure: Measure, column: Column) -> bool:
    """True where the column prints number / population for nearly every row."""
    percents = block.values[column.index]
    usual = column_digits(value.number for value in percents)
    good = tries = 0
    for each in block.layout.denominators:
        if each.population != column.meaning.population:
            continue
        for row in range(len(block.rows)):
            number, value, percent = (
                block.number(measure.number, row),
                block.number(each.column, row),
                percents[row].number,
            )
            if number and value and percent:
                tries += 1
                good += bool(scale_between(number, value, percent, allowed_error(percent, usual)))
    return tries > 2 and good >= 0.9 * tries
