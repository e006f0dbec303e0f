"""One observation from several places: the raw entry beats the recap, and both are named where they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lokmin_data.reading.blocks import Block
from lokmin_data.reading.records import Key, Record

NEARLY_ZERO = 1e-6
#: The names of sheets that are put aside as copies of another.
_OLD = re.compile(r"\(\d+\)\s*$|\b(?:lama|salinan|copy|kopi|cadangan|backup|draft|konsep|old)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Clash:
    """Two places that give different numbers for one observation."""

    kept: Record
    lost: Record

    @property
    def of_one_row(self) -> bool:
        """True for two columns of one row: nothing tells which of them is meant, so neither is used."""
        kept, lost = self.kept, self.lost
        return (kept.block, kept.row) == (lost.block, lost.row) and kept.measure is not lost.measure


def merge(records: Sequence[Record], blocks: Mapping[int, Block]) -> tuple[list[Record], list[Clash]]:
    """(one record a key, the places that differ from it).

    The more specific place is kept: a table of months before one that adds up, a table before its recap, the first
    before a later one; of two columns of one row neither.  What the kept place does not print (percent, denominator)
    is taken from a place that agrees.
    """
    best: dict[Key, Record] = {}
    clashes: list[Clash] = []
    for record in sorted(records, key=lambda each: _rank(each, blocks)):
        kept = best.get(record.key)
        if kept is None:
            best[record.key] = record
        elif _agree(kept, record):
            _complete(kept, record)
        else:
            clashes.append(Clash(kept, record))
    for clash in clashes:
        if clash.of_one_row:
            best.pop(clash.kept.key, None)
    order = {id(record): place for place, record in enumerate(records)}
    return sorted(best.values(), key=lambda each: order[id(each)]), clashes


def _rank(record: Record, blocks: Mapping[int, Block]) -> tuple[bool, bool, bool, int]:
    return (*specificity(record, blocks), record.block)


def specificity(record: Record, blocks: Mapping[int, Block]) -> tuple[bool, bool, bool]:
    """What makes a place less specific than another, gravest first: a recap, an old copy, months copied from elsewhere."""
    block = blocks[record.block]
    old = _OLD.search(block.sheet.name) is not None
    return (block.recap, old, _adds_up(block) if record.key.basis == "month" else False)


def _adds_up(block: Block) -> bool:
    """True for a table that also holds added-up numbers: its months are often copied from an entry sheet."""
    return any(measure.basis == "cumulative" for measure in block.layout.measures)


def _agree(kept: Record, other: Record) -> bool:
    if kept.number is None or other.number is None:
        return True
    return abs(kept.number - other.number) <= NEARLY_ZERO


def _complete(kept: Record, other: Record) -> None:
    """Give the kept record what only the other place prints."""
    if kept.number is None and other.number is not None:
        kept.number, kept.measure, kept.block, kept.row = other.number, other.measure, other.block, other.row
    if kept.percent_100 is None and other.percent_100 is not None:
        kept.percent_100 = other.percent_100
    if kept.denominator is None and other.denominator is not None:
        kept.denominator, kept.denominator_place = other.denominator, other.denominator_place
