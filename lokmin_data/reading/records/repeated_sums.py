"""Numbers that do not say of when they are, and repeat what another table of the report adds up: "DPT1 | MR1 | DO (%)" below the
tables of both.  They are added up, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.words.period import JANUARY

#: So many numbers above 0 repeat the sums of another table, and this share of those that can be compared.
FEWEST, SHARE = 2, 0.8
CLOSE = 1e-6

_What = tuple[str, str, int, int]  # indicator, sex, year, month
_Told = dict[str, dict[_What, list[dict[str, float]]]]  # by basis: the numbers of each table by their areas


def with_repeated_sums(blocks: Mapping[int, Block], indicators: Mapping[str, Indicator]) -> dict[int, Block]:
    """The tables with such numbers read as added up."""
    told: _Told = {"cumulative": {}, "month": {}}
    open_tables = {place: found for place, block in blocks.items() if (found := list(_open(block, indicators)))}
    if not open_tables:
        return dict(blocks)
    asked = {_what(measure, blocks[place]) for place, found in open_tables.items() for measure in found}
    for block in blocks.values():
        for measure in block.layout.measures:
            if measure.number and (basis := measure.number.meaning.basis) in told and measure.basis == basis:
                if (what := _what(measure, block)) in asked:
                    told[basis].setdefault(what, []).append(_numbers(measure, block))
    if not told["cumulative"]:
        return dict(blocks)
    return {place: _summed(block, open_tables[place], told) if place in open_tables else block for place, block in blocks.items()}


def _open(block: Block, indicators: Mapping[str, Indicator]) -> Iterator[Measure]:
    """The numbers of a month that only the title of their table makes such."""
    if block.period.month <= JANUARY or block.period.adds:
        return
    for measure in block.layout.measures:
        known, column = indicators.get(measure.indicator), measure.number
        if known and known.kind == "cumulative" and measure.basis == "month" and column and not (column.meaning.basis or measure.month):
            yield measure


def _summed(block: Block, found: list[Measure], told: _Told) -> Block:
    """The table with these numbers as added up, where some of them repeat sums and none differs from them."""
    compared = [(measure, right) for measure in found if (right := _repeats(measure, block, told)) is not None]
    if not compared or not all(right for _, right in compared):
        return block
    measures = tuple(replace(each, basis="cumulative") if each in found else each for each in block.layout.measures)
    return replace(block, layout=replace(block.layout, measures=measures))


def _repeats(measure: Measure, block: Block, told: _Told) -> bool | None:
    """True where a column repeats the sums of another table, or lies closer to them than to the numbers of the month; None where
    there are no sums."""
    what, own = _what(measure, block), _numbers(measure, block)
    sums, months = told["cumulative"].get(what, ()), told["month"].get(what, ())
    if not any(own.keys() & other.keys() for other in sums):
        return None
    if any(_closer(own, other, month) for other in sums for month in months):
        return True
    return any(_same(own, other) for other in sums) and not any(_same(own, month) for month in months)


def _same(own: Mapping[str, float], other: Mapping[str, float]) -> bool:
    shared = own.keys() & other.keys()
    equal = [area for area in shared if abs(own[area] - other[area]) <= CLOSE]
    return len([area for area in equal if own[area]]) >= FEWEST and len(equal) >= SHARE * len(shared)


def _closer(own: Mapping[str, float], sums: Mapping[str, float], month: Mapping[str, float]) -> bool:
    shared = [area for area in own.keys() & sums.keys() & month.keys() if abs(sums[area] - month[area]) > CLOSE]
    closer = [area for area in shared if abs(own[area] - sums[area]) < abs(own[area] - month[area])]
    return len(closer) >= FEWEST and len(closer) >= SHARE * len(shared)


def _what(measure: Measure, block: Block) -> _What:
    return measure.indicator, measure.sex or "T", measure.year or block.period.year, measure.month or block.period.month


def _numbers(measure: Measure, block: Block) -> dict[str, float]:
    values = block.values[measure.number.index] if measure.number else ()
    return {row.folded: value.number for row, value in zip(block.rows, values, strict=False) if row.kind == "area" and value.number is not None}
