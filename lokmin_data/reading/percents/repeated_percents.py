"""Percents whose head is not understood by itself, right behind the number that they are of: "Bumil anemia ditangani" and
"% ditangani", "Gizi buruk mendapat perawatan" and "% dirawat"."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.percent_owners import fits
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.own_percents import explained, tried
from lokmin_data.reading.words.meaning import Reader


def with_repeated_percents(block: Block, reader: Reader) -> Block:
    """The table with percents that nobody understands given to the number right before them: where the numbers prove it, and
    where too few rows could prove anything and the head only repeats words of the number's."""
    for column in block.layout.unknown:
        measure = _before(block, column, reader) if column.meaning.role == "percent" and column.path else None
        if measure is None or not measure.number:
            continue
        told = replace(measure, percent=column)
        values = {**block.values, column.index: block.values_of(column)}
        read = replace(block, values=values)
        if explained(read, measure.number, column) if tried(read, told) else _repeats(measure.number, column, reader):
            layout = replace(
                block.layout,
                measures=tuple(told if each is measure else each for each in block.layout.measures),
                unknown=tuple(each for each in block.layout.unknown if each is not column),
            )
            block = replace(read, layout=layout)
    return block


def _before(block: Block, column: Column, reader: Reader) -> Measure | None:
    """The number without a percent that stands right before a percent, where nothing that the percent says contradicts it."""
    own = reader.text(column.path[-1]).indicator
    meaning = replace(column.meaning, indicator=own)  # a group's indicator is not what the percent itself says
    return next(
        (
            each for each in block.layout.measures
            if each.number and not each.percent and each.number.index == column.index - 1 and fits(each, meaning)
        ),
        None,
    )  # fmt: skip


def _repeats(number: Column, percent: Column, reader: Reader) -> bool:
    """True where the percent's own text holds no word that the number's does not hold."""
    nothing = reader.words.empty | reader.words.totals | {"%"}
    words = {word for word in reader.tokens(percent.path[-1]) if word not in nothing}
    return bool(words) and words <= set(reader.tokens(number.path[-1]))
