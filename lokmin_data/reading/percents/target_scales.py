"""Targets that are percents beside whole numbers without a sign: the numbers may be percents as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.proofs import HUNDRED
from lokmin_data.reading.words.titles import names_target
from lokmin_data.reading.words.values import number_of, style_of
from lokmin_data.reference.catalogue import load_targets

#: Targets that are set are round numbers from so much on.
ROUND, SMALLEST_ROUND = 5, 50
Named = tuple[str, float]


def beside_percent_targets(block: Block, measure: Measure) -> bool:
    """True for a number of an indicator whose target is a percent: in the row or the title of targets, or in its own column."""
    if not measure.indicator or not measure.number or any(not each.target for each in block.layout.denominators):
        return False
    if any(names_target(title) for title in block.context.titles):
        return True
    column = measure.number
    in_rows = [target for each in block.layout.measures if each.number for target in _of_rows(block, each.indicator, each.number)]
    if any(True for _ in _of_rows(block, measure.indicator, column)) and are_percents(in_rows):
        return True
    own = [each.column for each in block.layout.denominators if each.target and each.scope == measure.indicator]
    return any(_same_for_all(block, each, measure.indicator) for each in own)


def rows_beside_percent_targets(block: Block, measure: Measure, indicators: Mapping[str, Indicator]) -> list[int]:
    """The rows of a list of indicators whose number of a measure stands beside a target that is a percent."""
    if measure.indicator or not measure.number or any(not each.target for each in block.layout.denominators):
        return []
    found: dict[int, Named] = {}
    for target in block.layout.denominators:
        for place, row in enumerate(block.rows):
            code, number = row.meaning.indicator if row.meaning else "", block.number(target.column, place)
            known = indicators.get(code)
            if row.kind == "area" and number and known and known.kind not in ("month", "status") and not row.meaning.unknown:
                found.setdefault(place, (code, number))
    said = any("%" in text for each in block.layout.denominators for text in each.column.path)
    return [place for place in found if block.number(measure.number, place)] if said or are_percents([*found.values()]) else []


def are_percents(targets: Sequence[Named]) -> bool:
    """True where (indicator, target) are the targets that one sets in percent: those of the catalogue, or round ones."""
    if not targets or any(number > HUNDRED for _, number in targets):
        return False
    known = {(target.indicator, target.value) for target in load_targets()}
    set_ = [number % 1 or (code, number) in known or number >= SMALLEST_ROUND and number % ROUND == 0 for code, number in targets]
    return 2 * sum(map(bool, set_)) >= len(set_)


def _of_rows(block: Block, code: str, column: Column) -> Iterator[Named]:
    """(indicator, number) of the rows that hold targets."""
    for row in block.rows:
        line = block.grid.rows[row.index]
        if row.kind == "target" and column.index < len(line) and (cell := line[column.index]) is not None:
            value = number_of(cell, style_of([cell], percent=False))
            if value.number:
                yield code, value.number


def _same_for_all(block: Block, column: Column, code: str) -> bool:
    numbers = [value.number for row, value in zip(block.rows, block.values[column.index], strict=True) if row.kind == "area" and value.number]
    return len(numbers) > 1 and len(set(numbers)) == 1 and (are_percents([(code, numbers[0])]) or numbers[0] <= HUNDRED)
