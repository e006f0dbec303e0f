"""What small percents that nothing proves are, fractions of 1 or percents: by the sasaran that they imply.

1,16 beside one mother is 1,16 % of 86; as a fraction it would be of 0,86 mothers.  A sasaran is a whole number, and that of a place is of
about the same size for all indicators of a table.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.percents.proofs import FRACTION, HUNDRED, digits_of

#: A prevalence of 0,9 may be 0,9 % or 90 %; computed fractions have more digits than a written percent.
WRITTEN_DIGITS = 2
#: A sasaran between limits closer than this shows by being whole that the scale is right.
NARROW = 0.5
#: So many of the sasaran that a scale implies are whole where it is the right one, and fewer than that where it is not.
MOST_WHOLE, FEW_WHOLE = 0.8, 0.5
#: So many are not whole by chance, or because one number is mistyped.
FEWEST_ROWS, FEWEST_OFF = 3, 2

Pairs = Sequence[tuple[int, float, float]]  # row, number, percent


def scale_by_sasaran(block: Block, column: Column, larger: Sequence[tuple[Block, Column]]) -> int:
    """FRACTION or HUNDRED for a column of small numbers by the sasaran that they imply, 0 where these tell nothing; `larger`: the
    columns of percents that are too large for fractions, of this table and of those with the same columns."""
    own = _pairs(block, column)
    return _by_others(own, [_sasaran(_pairs(table, each)) for table, each in larger]) or _by_whole(own)


def _pairs(block: Block, column: Column) -> Pairs:
    """(row, number, percent) of the areas that have both."""
    number = next((each.number for each in block.layout.measures if each.percent and each.percent.index == column.index), None)
    if number is None:
        return []
    found = zip(block.rows, block.values[number.index], block.values[column.index], strict=True)
    return [
        (place, above.number, share.number) for place, (row, above, share) in enumerate(found)
        if row.kind == "area" and above.number and share.number and share.number > 0
    ]  # fmt: skip


def _by_whole(pairs: Pairs) -> int:
    """The scale by whether fractions would imply whole sasaran; only where they would tell them closely."""
    if len([share for _, number, share in pairs if number < share - _error(share)]) > len(pairs) / 2:
        return HUNDRED  # fractions would be of less than one person
    whole = list(_whole(pairs))
    if len(whole) >= FEWEST_ROWS and sum(whole) >= MOST_WHOLE * len(whole):
        return FRACTION
    written = all(digits_of(share) <= WRITTEN_DIGITS for _, _, share in pairs)  # computed ones may be of a computed sasaran
    return HUNDRED if written and len(whole) >= FEWEST_OFF and sum(whole) < FEW_WHOLE * len(whole) else 0


def _whole(pairs: Pairs) -> Iterator[bool]:
    """Whether a whole sasaran lies within the limits that each fraction as it is printed leaves, where these are narrow."""
    for _, number, share in pairs:
        error = _error(share)
        if share > error and (most := number / (share - error)) - (least := number / (share + error)) < NARROW:
            yield math.floor(most) >= max(1, math.ceil(least))


def _error(share: float) -> float:
    """How far a percent as it is printed may lie from the exact one."""
    return 0.5 * 10.0 ** -digits_of(share) + 1e-9


def _sasaran(pairs: Pairs) -> dict[int, float]:
    """By row the sasaran that percents imply."""
    return {row: HUNDRED * number / share for row, number, share in pairs}


def _by_others(pairs: Pairs, others: Sequence[dict[int, float]]) -> int:
    """The scale on which the implied sasaran are nearer to those of the other columns, by the middle one of the rows."""
    known = [(number / share, median(found)) for row, number, share in pairs if (found := [each[row] for each in others if row in each])]
    if not known:
        known = _by_middle(pairs, others)
    if not known:
        return 0
    off = median(math.log(other / own) for own, other in known)
    return HUNDRED if off > math.log(HUNDRED) / 2 else FRACTION


def _by_middle(pairs: Pairs, others: Sequence[dict[int, float]]) -> list[tuple[float, float]]:
    """The middle of the column's fractions' sasaran beside the middle of the others', where no row has both: desa as columns."""
    theirs = [value for each in others for value in each.values()]
    return [(median(number / share for _, number, share in pairs), median(theirs))] if pairs and theirs else []
