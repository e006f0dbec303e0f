"""Tables in which each number stands behind its own divisor: "Ditimbang, Underweight, %, Diukur TB, Stunting, %, Data valid BB/TB, Gizi
buruk, %"; one that is not understood is no reason to take the one before another indicator's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure

#: What such a head speaks of, and the people that it may name: an index, and nothing that is counted by it.
_SAID = re.compile(r"\b(bb|tb|pb)\s*/\s*(u|tb|pb)\b")
_INDEX, _WHOSE = "indeks", ("", "balita", "diukur", "ditimbang", "ditimbang_diukur")


def own_before(block: Block, known: Column, unknown: Column, measure: Measure) -> bool:
    """True for a column that names an index, is not understood and stands nearer before the number of a measure than a divisor that is
    known, which stands before another indicator's."""
    if not measure.number or unknown.meaning.family != _INDEX or unknown.meaning.population not in _WHOSE:
        return False
    others = [each.number.index for each in block.layout.measures if each.number and each.indicator != measure.indicator]
    return unknown.index < measure.number.index and any(known.index < other < unknown.index for other in others)


def own_unread(block: Block, known: Column, measure: Measure, usual: Sequence[str]) -> bool:
    """True where such a column stands before a number that no percent explains, or the one that is known names another index than the
    number's: "Diukur TB/U" beside wasting.  `usual`: the people that the indicator may be measured against, likeliest first."""
    if measure.percent or not measure.number:
        return False
    return _of_another_index(known, usual) or any(own_before(block, known, each, measure) for each in block.layout.unknown)


def _of_another_index(column: Column, usual: Sequence[str]) -> bool:
    """True for those who were measured for one index, and not for that of an indicator with such `usual` people."""
    if column.meaning.family != _INDEX or column.meaning.population not in usual[1:]:
        return False
    said = {tuple(part.replace("pb", "tb") for part in found) for text in column.path for found in _SAID.findall(text.casefold())}
    return len(said) == 1
