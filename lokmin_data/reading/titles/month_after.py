"""A table of one month and its numbers added up, after the table of the month before: does it go on from there?"""

from __future__ import annotations

from lokmin_data.reading.blocks.block import Draft

#: So many numbers must go on, every one of them, and so many of the month must not be zero.
FEWEST, FEWEST_NEW = 4, 2
NEARLY = 1e-6

Numbers = dict[tuple[str, str, str, str], float]


def goes_on(made: Draft, before: Draft) -> bool:
    """True where each number added up is that of the table before and the number of the month."""
    now, then = _numbers(made), _numbers(before)
    sums = [(*key[:3], number) for key, number in now.items() if key[3] == "cumulative"]
    steps = [
        (number, then.get((area, code, sex, "cumulative")), now.get((area, code, sex, "month"))) for area, code, sex, number in sums
    ]
    if len(steps) < FEWEST or any(start is None or new is None for _, start, new in steps):
        return False
    return all(abs(total - start - new) <= NEARLY for total, start, new in steps) and sum(1 for *_, new in steps if new) >= FEWEST_NEW


def _numbers(made: Draft) -> Numbers:
    """The numbers of a table by area, indicator, sex and basis."""
    if made.body is None:
        return {}
    found: Numbers = {}
    for measure in made.layout.measures:
        values = made.body.values.get(measure.number.index, []) if measure.number and measure.basis else []
        for row, value in zip(made.body.rows, values, strict=False):
            if row.kind == "area" and value.number is not None:
                found[f"{row.folded_within} {row.folded}", measure.indicator, measure.sex, measure.basis] = value.number
    return found
