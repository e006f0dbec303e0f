"""Months as columns under a title that says "kumulatif": added up where the numbers never fall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.measures import Layout, Measure
from lokmin_data.reading.values import Value

#: At least so many months, and this share of the steps from month to month must not fall.
FEWEST_MONTHS, NEVER_FALLS = 2, 0.9


def with_grown_months(layout: Layout, values: Mapping[int, Sequence[Value]], titled: bool) -> Layout:
    """The layout with its columns of months read as added up: the title says so (`titled`) and the numbers agree.

    Only columns whose own head says no more than their month; a table that also has added-up columns tells them apart.
    """
    if not titled or any(measure.basis == "cumulative" for measure in layout.measures):
        return layout
    months: dict[tuple, list[Measure]] = defaultdict(list)
    for measure in layout.measures:
        if measure.month and measure.basis == "month" and not _said(measure):
            months[measure.indicator, measure.sex, measure.year].append(measure)
    grown = {
        id(measure) for group in months.values() if len(group) >= FEWEST_MONTHS and _grow(group, values)
        for measure in group
    }  # fmt: skip
    return replace(
        layout,
        measures=tuple(replace(each, basis="cumulative") if id(each) in grown else each for each in layout.measures),
    )


def _said(measure: Measure) -> bool:
    """True where the head itself says that the number is of the month."""
    column = measure.number or measure.percent
    return bool(column and column.meaning.basis)


def _grow(group: Sequence[Measure], values: Mapping[int, Sequence[Value]]) -> bool:
    steps = kept = 0
    ordered = sorted(group, key=lambda each: each.month)
    columns = [column.index for each in ordered if (column := each.number or each.percent)]
    for cells in zip(*(values[index] for index in columns), strict=True):
        numbers = [value.number for value in cells if value.number is not None]
        steps += max(0, len(numbers) - 1)
        kept += sum(1 for one, other in pairwise(numbers) if other >= one)
    return steps > 0 and kept >= NEVER_FALLS * steps
