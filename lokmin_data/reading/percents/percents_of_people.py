"""Columns headed with people in a table of nothing but percents: "Lansia" with 27,3 beside "K1" with 24,7 is no sasaran."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.proofs import HUNDRED
from lokmin_data.reading.percents.unwritten_percents import CountOrPercent


def without_percents_of_people(block: Block) -> tuple[Block, list[Problem]]:
    """(the table without such columns among its sasaran, what is asked of them): of whom the percent is nobody says."""
    measures = block.layout.measures
    if not measures or any(each.number is not None or each.percent is None for each in measures):
        return block, []
    wrong = [each for each in block.layout.denominators if not each.target and _holds_percents(block, each.column)]
    if not wrong:
        return block, []
    layout = replace(block.layout, denominators=tuple(each for each in block.layout.denominators if each not in wrong))
    return replace(block, layout=layout), [_asked(block, each.column) for each in wrong]


def _holds_percents(block: Block, column: Column) -> bool:
    """True where at least half of a column's numbers are fractions and none is above 100."""
    values = zip(block.rows, block.values[column.index], strict=True)
    numbers = [value.number for row, value in values if row.kind == "area" and value.number]
    return bool(numbers) and max(numbers) <= HUNDRED and 2 * sum(bool(number % 1) for number in numbers) >= len(numbers)


def _asked(block: Block, column: Column) -> Problem:
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return CountOrPercent(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path))
