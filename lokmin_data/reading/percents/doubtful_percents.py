"""Percents that are perhaps counts: whole numbers below "Prevalensi > Stunting" without a percent sign, whose total adds them up, or beside
a column that nobody understands and that counts more."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.unwritten_percents import CountOrPercent
from lokmin_data.reading.words.meaning import Reader

#: So many areas above 0 tell something, and so close are sums.
FEWEST, CLOSE = 3, 1e-6


def without_doubtful_percents(block: Block, reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table without such percents, what is asked of them)."""
    alone = [each for each in block.layout.measures if each.number is None and each.percent and not _says_percent(each.percent, reader)]
    whole = [each for each in alone if _is_whole(block, each)]
    wrong = [each for each in whole if _added_up(block, each) or len(whole) == len(alone) and _beside_more(block, each)]
    if not wrong:
        return block, []  # nearly all
    kept = tuple(each for each in block.layout.measures if each not in wrong)
    return replace(block, layout=replace(block.layout, measures=kept)), [_asked(block, each.percent) for each in wrong if each.percent]


def _says_percent(column: Column, reader: Reader) -> bool:
    texts = [text.casefold() for text in column.path]
    return any(sign in text for text in texts for sign in reader.words.lists["tanda_persen"]["kata"])


def _of_areas(block: Block, column: Column) -> list[float]:
    values = zip(block.rows, block.values_of(column), strict=True)
    return [value.number for row, value in values if row.kind == "area" and value.number is not None]


def _is_whole(block: Block, measure: Measure) -> bool:
    """True for whole numbers alone, of which several are above 0, and no sign in any cell."""
    assert measure.percent
    numbers = _of_areas(block, measure.percent)
    signed = any(value.signed for value in block.values_of(measure.percent))
    return not signed and all(number.is_integer() for number in map(float, numbers)) and sum(map(bool, numbers)) >= FEWEST


def _added_up(block: Block, measure: Measure) -> bool:
    """True where a total row prints the sum of the areas; that of percents lies between them."""
    assert measure.percent
    values, added = block.values_of(measure.percent), sum(_of_areas(block, measure.percent))
    totals = [value.number for row, value in zip(block.rows, values, strict=True) if row.kind == "total" and value.number is not None]
    return bool(totals) and all(abs(total - added) <= CLOSE for total in totals)


def _beside_more(block: Block, measure: Measure) -> bool:
    """True beside an unknown column of whole numbers, each of them at least the percent, which nothing else explains: no percent of the
    table is divided."""
    assert measure.percent
    if any(each.number for each in block.layout.measures) or block.layout.denominators:
        return False
    percents = block.values_of(measure.percent)
    for column in block.layout.unknown:
        pairs = [
            (more.number, value.number)
            for row, more, value in zip(block.rows, block.values_of(column), percents, strict=True)
            if row.kind == "area" and value.number is not None
        ]
        if pairs and all(more is not None and float(more).is_integer() and more >= less for more, less in pairs):
            return True
    return False


def _asked(block: Block, column: Column) -> Problem:
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return CountOrPercent(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path))
