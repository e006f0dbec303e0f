"""Percent columns whose head names only a population: given to the number whose ratio they print."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, scale_between


def with_loose_percents(block: Block, sasaran_order: Mapping[str, Sequence[str]]) -> Block:
    """The table with percent columns that name only a population given to the number whose ratio they print: of these
    people, else the only one of its own people."""
    if not block.layout.loose_percents:
        return block
    measures = list(block.layout.measures)
    for column in block.layout.loose_percents:
        people = (column.meaning.population,)
        open_ = [each for each in measures if each.number and not each.percent]
        named = [each for each in open_ if column.meaning.population in sasaran_order.get(each.indicator, ())]
        own = next((each for each in named if _explains(block, each, column, people)), None)
        shown = [] if own else [each for each in open_ if _explains(block, each, column, sasaran_order.get(each.indicator, ()))]
        if own or len(shown) == 1:  # "% balita" of the expected diarrhoea of toddlers
            measures = [replace(each, percent=column) if each is (own or shown[0]) else each for each in measures]
    return replace(block, layout=replace(block.layout, measures=tuple(measures)))


def _explains(block: Block, measure: Measure, column: Column, people: Collection[str]) -> bool:
    """True where the column prints number / one of these people for nearly every row."""
    percents = block.values[column.index]
    usual = column_digits(value.number for value in percents)
    good = tries = 0
    for each in block.layout.denominators:
        if each.population not in people:
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
