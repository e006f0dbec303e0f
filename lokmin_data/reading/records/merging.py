"""One observation from several places: the raw entry beats the recap, and both are named where they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.percents.proofs import allowed_error, digits_of
from lokmin_data.reading.records.record import Key, Record

NEARLY_ZERO = 1e-6
#: How far a printed percent lies from its number over its sasaran at most, where it is theirs.
ROUNDED = 0.51
OTHER_BASIS = {"month": "cumulative", "cumulative": "month"}
#: The names of sheets that are put aside as copies of another.
_OLD = re.compile(r"\(\d+\)\s*$|\b(?:lama|salinan|copy|kopi|cadangan|backup|draft|konsep|sementara|old)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clash:
    """Two places that give different numbers for one observation."""

    kept: Record
    lost: Record
    of_one_row: bool = False  # two columns of one row: nothing tells which of them is meant, so neither is used


def merge(records: Sequence[Record], blocks: Mapping[int, Block]) -> tuple[list[Record], list[Clash]]:
    """(one record a key, the places that differ from it).

    The more specific place is kept: a table of months before one that adds up, a table before its recap, the first
    before a later one; of two columns of one row neither.  What the kept place does not print (percent, denominator)
    is taken from a place that agrees.
    """
    best: dict[Key, Record] = {}
    clashes: list[Clash] = []
    mixed: set[Key] = set()
    for record in _by_rank(records, blocks, _of_the_year(records, blocks)):
        kept = best.get(record.key)
        if kept is None:
            best[record.key] = record
        elif _agree(kept, record):
            if kept.number is None or record.number is None:
                mixed.add(record.key)
            _complete(kept, record)
        else:
            clashes.append(Clash(kept, record, _of_one_row(kept, record, blocks)))
    for clash in clashes:
        if clash.of_one_row:
            best.pop(clash.kept.key, None)
    _without_misplaced(mixed, best)
    order = {id(record): place for place, record in enumerate(records)}
    return sorted(best.values(), key=lambda each: order[id(each)]), clashes


def _of_one_row(kept: Record, lost: Record, blocks: Mapping[int, Block]) -> bool:
    """True for two columns of one row of which neither is hidden, or both are."""
    same = (kept.block, kept.row) == (lost.block, lost.row) and kept.measure is not lost.measure
    return same and _hidden(kept, blocks) == _hidden(lost, blocks)


def _hidden(record: Record, blocks: Mapping[int, Block]) -> bool:
    """True for a number in a hidden sheet, row or column: read like others, but what is shown goes before."""
    block = blocks[record.block]
    sheet, column = block.sheet, record.measure.number or record.measure.percent
    if sheet.hidden or not column or not (sheet.hidden_columns or sheet.hidden_rows):
        return sheet.hidden
    row, place = block.cell(record.row, column)
    return row in sheet.hidden_rows or place in sheet.hidden_columns


def put_aside(block: Block) -> bool:
    """True for a table in a hidden sheet or in one named as an old copy."""
    return block.sheet.hidden or _OLD.search(block.sheet.name) is not None


def _of_the_year(records: Sequence[Record], blocks: Mapping[int, Block]) -> set[int]:
    """The recaps that hold several months where other recaps of the book hold one each: those were written month by month."""
    months: dict[int, set[tuple[int, int]]] = {}
    recaps = {place for place, block in blocks.items() if block.recap}
    for record in records if recaps else ():
        if record.block in recaps:
            months.setdefault(record.block, set()).add((record.key.year, record.key.month))
    alone = {month for each in months.values() if len(each) == 1 for month in each}
    return {block for block, each in months.items() if len(each) > 1 and len(alone) > 1}


def _by_rank(records: Sequence[Record], blocks: Mapping[int, Block], of_the_year: Set[int]) -> list[Record]:
    """The records of the more specific places first, each table's together and in their order; of two recaps the one of a
    month before that of the year (`of_the_year`)."""
    ranks: dict[tuple, tuple[bool | int, ...]] = {}
    order = []
    hiding = {place for place, block in blocks.items() if block.sheet.hidden_columns or block.sheet.hidden_rows}
    for record in records:
        kind = (record.block, record.measure, record.row if record.block in hiding else 0)  # only there a place depends on its row
        if kind not in ranks:
            ranks[kind] = (*specificity(record, blocks), record.block in of_the_year, record.block)
        order.append(ranks[kind])
    return [records[place] for place in sorted(range(len(records)), key=order.__getitem__)]


def specificity(record: Record, blocks: Mapping[int, Block]) -> tuple[bool, bool, bool]:
    """What makes a place less specific than another, gravest first: a recap, an old copy or what is hidden, months
    copied from elsewhere."""
    block = blocks[record.block]
    old = _OLD.search(block.sheet.name) is not None or _hidden(record, blocks)
    return (block.recap, old, _adds_up(block) if record.key.basis == "month" else False)


def _adds_up(block: Block) -> bool:
    """True for a table that also holds added-up numbers: its months are often copied from an entry sheet."""
    return any(measure.basis == "cumulative" for measure in block.layout.measures)


def _agree(kept: Record, other: Record) -> bool:
    if kept.number is None or other.number is None:
        return True
    return abs(kept.number - other.number) <= NEARLY_ZERO


def _without_misplaced(mixed: Set[Key], best: Mapping[Key, Record]) -> None:
    """Takes away percents from another place that are those of the other basis: a list "% K1" for a chart under a month's title
    is of the cumulative number."""
    for key in mixed & best.keys():
        record, other = best[key], best.get(key._replace(basis=OTHER_BASIS.get(key.basis, "")))
        own, share = _share(record), _share(other) if other else None
        if record.percent_100 is None or own is None or share is None:
            continue
        if abs(record.percent_100 - share) <= ROUNDED < abs(record.percent_100 - own):
            record.percent_100 = None


def _share(record: Record) -> float | None:
    """The percent (0-100) that a record's number is of its denominator."""
    return 100 * record.number / record.denominator if record.number is not None and record.denominator else None


def _rounds(percent: float, other: float | None) -> bool:
    """True for a percent that rounds another one: the list of a chart holds 76.3 where 76.3157 stands beside the number."""
    return other is not None and digits_of(other) > digits_of(percent) and abs(percent - other) <= allowed_error(percent, 0)


def _complete(kept: Record, other: Record) -> None:
    """Give the kept record what only the other place prints."""
    if kept.number is None and other.number is not None:
        kept.number, kept.measure, kept.block, kept.row = other.number, other.measure, other.block, other.row
        if kept.percent_100 is not None and _rounds(kept.percent_100, other.percent_100):
            kept.percent_100 = other.percent_100
    if kept.percent_100 is None and other.percent_100 is not None:
        kept.percent_100 = other.percent_100
    if kept.denominator is None and other.denominator is not None:
        kept.denominator, kept.denominator_place = other.denominator, other.denominator_place
