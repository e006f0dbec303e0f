"""A percent behind the months of a table that is not what its row's months make of the sasaran."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, percent_text, place_of
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.percents.proofs import HUNDRED, column_digits, digits_of, scale_between
from lokmin_data.reading.percents.yearly_percents import NUMBER_BESIDE, sums_before
from lokmin_data.reading.problems.contradictions import PercentDiffers

#: The percents are of one sum and one sasaran where at least so many rows, and this share of all, show it.
ROWS, PROVED = 3, 0.6


class _Share(NamedTuple):
    """A row whose percent, scaled to 0-100, may be `exact`; `fits` where it is."""

    row: int
    printed: float
    exact: float
    fits: bool


def check_yearly_percents(block: Block, findings: Findings) -> Iterator[Finding]:
    """The percents of all months that differ from the sum of the months (or the number beside them) over the sasaran by which
    those of most desa are reckoned; not where one of the numbers is accused already."""
    for column in block.layout.yearly:
        shares, used = max(_tried(block, column), key=lambda each: sum(share.fits for share in each[0]), default=([], []))
        good = sum(share.fits for share in shares)
        if good < ROWS or good < PROVED * len(shares):
            continue
        for share in shares:
            if not share.fits and not any(place_of(block, share.row, index) in findings.accused for index in used):
                yield finding(
                    PercentDiffers, block, share.row, column.index, share.printed, share.exact,
                    found=percent_text(share.printed), expected=percent_text(share.exact),
                )  # fmt: skip


def _tried(block: Block, column: Column) -> Iterator[tuple[list[_Share], list[int]]]:
    """(the rows with their percents, the columns used) for each sum and each sasaran that the percents may be of."""
    percents = [value.number for value in block.values_of(column)]
    usual = column_digits(percents)
    rows = [(row, percent) for row, entry in enumerate(block.rows) if entry.kind == "area" and (percent := percents[row])]
    sums = {row: sums_before(block, column, row) for row, _ in rows}
    for key in {key: None for each in sums.values() for key in each}:
        months = [each.number.index for each in block.layout.measures if each.number and (each.indicator, each.sex) == key]
        used = [column.index - 1] if key == NUMBER_BESIDE else [index for index in months if index < column.index]
        for sasaran in (each.column for each in block.layout.denominators if not each.target):
            divided = [(row, percent, sums[row].get(key), block.number(sasaran, row)) for row, percent in rows]
            shares = [_share(row, percent, number, value, usual) for row, percent, number, value in divided if number is not None and value]
            yield shares, [*used, column.index - 1, sasaran.index]


def _share(row: int, percent: float, number: float, value: float, usual: int) -> _Share:
    own, finest = digits_of(percent) or usual, max(digits_of(percent), usual)  # 0.2 among 0.21212 is exact
    scale = next((scale for digits in (own, finest) if (scale := scale_between(number, value, percent, 1.01 * 10.0**-digits + 1e-6))), 0)
    printed = percent if not scale or scale == HUNDRED else percent * HUNDRED
    return _Share(row, printed, number / value * HUNDRED, bool(scale))
