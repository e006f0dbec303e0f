"""Tables in which each number stands behind its own divisor: "Ditimbang, Underweight, %, Diukur TB, Stunting, %, Data valid BB/TB, Gizi
buruk, %"; one that is not understood is no reason to take the one before another indicator's number."""

from __future__ import annotations

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure

#: What such a head speaks of, and the people that it may name: an index, and nothing that is counted by it.
_INDEX, _WHOSE = "indeks", ("", "balita", "diukur", "ditimbang", "ditimbang_diukur")


def own_before(block: Block, known: Column, unknown: Column, measure: Measure) -> bool:
    """True for a column that names an index, is not understood and stands nearer before the number of a measure than a divisor that is
    known, which stands before another indicator's."""
    if not measure.number or unknown.meaning.family != _INDEX or unknown.meaning.population not in _WHOSE:
        return False
    others = [each.number.index for each in block.layout.measures if each.number and each.indicator != measure.indicator]
    return unknown.index < measure.number.index and any(known.index < other < unknown.index for other in others)


def own_unread(block: Block, known: Column, measure: Measure) -> bool:
    """True where such a column stands before a number that no percent explains."""
    return not measure.percent and any(own_before(block, known, each, measure) for each in block.layout.unknown)
