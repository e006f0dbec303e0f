"""Rows that nothing names a total but that add up the rows beside them: a Pustu over its desa, the Puskesmas by its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.areas import Row
from lokmin_data.reading.measures import Layout
from lokmin_data.reading.values import Value

CLOSE = 1e-6
#: What one row over all others must add up, so that it is no chance: rows, columns with numbers, or so large a number.
FEWEST_ROWS, FEWEST_COLUMNS, LARGE = 3, 2, 30
SEVERAL = 2

Numbers = tuple[float, ...]


def with_subtotals(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows with the kind of those that exactly add up the rows below (or above) them changed from area to total.

    Either the whole table falls into such groups, or one row adds up all others; every column of numbers must fit.
    """
    places = [place for place, row in enumerate(rows) if row.kind == "area" and row.level != "posyandu"]
    columns = {measure.number.index for measure in layout.measures if measure.number}
    columns |= {each.column.index for each in layout.denominators if not each.target}
    if len(places) <= FEWEST_ROWS or not columns or len({rows[place].folded for place in places}) < len(places):
        return rows
    numbers = [tuple(values[index][place].number or 0.0 for index in sorted(columns)) for place in places]
    below = _heads(numbers)
    heads = below or [len(numbers) - 1 - place for place in _heads(numbers[::-1])]
    totals = {places[place] for place in heads}
    return tuple(replace(row, kind="total") if place in totals else row for place, row in enumerate(rows))


def _heads(numbers: Sequence[Numbers]) -> list[int]:
    """The places whose numbers are the sums of the places behind each; empty where the places do not fall into groups."""
    heads, place = [], 0
    while place < len(numbers):
        end = _end_of_group(numbers, place)
        if end is None:
            return []
        heads.append(place)
        place = end
    if len(heads) >= SEVERAL:
        return heads
    told = [number for number in numbers[0] if number]
    sure = len(told) >= FEWEST_COLUMNS or max(told, default=0) >= LARGE
    return heads if len(numbers) > FEWEST_ROWS and sure else []


def _end_of_group(numbers: Sequence[Numbers], head: int) -> int | None:
    """The place behind the group that `head` adds up (two places or more), None where there is none."""
    if not any(numbers[head]):
        return None
    added = [0.0] * len(numbers[head])
    for place in range(head + 1, len(numbers)):
        added = [one + other for one, other in zip(added, numbers[place], strict=True)]
        if any(one > other + CLOSE for one, other in zip(added, numbers[head], strict=True)):
            return None
        fits = all(abs(one - other) <= CLOSE for one, other in zip(added, numbers[head], strict=True))
        if fits and place - head >= SEVERAL and not (place + 1 < len(numbers) and not any(numbers[place + 1])):
            return place + 1
    return None
