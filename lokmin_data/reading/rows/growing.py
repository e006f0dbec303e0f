"""Months in a table whose title adds up: of each month, or added up from January, as the numbers themselves show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.heads.measures import Layout, Measure
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.period import DECEMBER, Period
from lokmin_data.reading.words.values import Value

#: At least so many months, and this share of the steps from month to month must not fall.
FEWEST_MONTHS, NEVER_FALLS = 2, 0.9
#: ... or one of them falls, a slip of the pen, and so many rise.
RISES_BESIDE_A_SLIP = 5
#: Without the word "kumulatif" only so many steps prove it: none may fall, and this share must rise.
STEPS_TO_PROVE, RISES = 6, 0.5
#: Without any word so many steps, and this share of them rising, make one ask.
STEPS_TO_SUSPECT, RISES_TO_SUSPECT = 8, 0.7

Steps = Sequence[tuple[float, float]]


def with_grown_months(
    layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]], period: Period, titled: bool
) -> Layout:
    """The layout with its months read as added up, or not, as title and numbers say together.

    `titled`: the title says "kumulatif"; then numbers that never fall are added up.  A title that only tells a range
    ("s/d Maret", "Tribulan I") may just name the months of the table: there the numbers must prove it.  Heads that say
    more than their month stand; a table that also has added-up columns tells them apart.  The sum of months that are not over
    is no year's result.
    """
    layout = _without_unfinished_years(layout, rows, values)
    if not titled and not period.adds:
        return _rows_fallen(layout, rows, values)
    return _rows_grown(_columns_grown(layout, rows, values, titled), rows, values, titled)


def with_months_beside(layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]]) -> Layout:
    """The layout with a number that stands unsaid beside the same one added up ("Abs | Kum") read as that of the month, where
    rows name their months, or where it is hardly anywhere larger and somewhere smaller."""
    added = {_whose(each): each.number for each in layout.measures if each.number and each.basis == "cumulative" and _said(each)}
    by_month = any(row.period.month for row in rows)

    def decided(each: Measure) -> Measure:
        sums = added.get(_whose(each))
        if not sums or not each.number or each.basis or each.months or _said(each):
            return each
        pairs = [
            (one.number, other.number) for one, other in zip(values[each.number.index], values[sums.index], strict=True)
            if one.number is not None and other.number is not None
        ]  # fmt: skip
        kept, risen = _kept(pairs), _risen(pairs)
        smaller = bool(risen) and kept >= NEVER_FALLS * len(pairs)
        return replace(each, basis="month") if by_month or smaller else each

    return replace(layout, measures=tuple(map(decided, layout.measures))) if added else layout


def _without_unfinished_years(layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]]) -> Layout:
    """The layout without "Jumlah setahun" behind months of the same indicator of which nobody has filled in December."""
    years = [each for each in layout.measures if each.basis == "year"]
    if not years:
        return layout
    months: dict[tuple, set[int]] = defaultdict(set)
    for each in layout.measures:
        column = each.number or each.percent
        if each.month and column and any(row.kind == "area" and value.number for row, value in zip(rows, values[column.index], strict=True)):
            months[each.indicator, each.sex, each.year].add(each.month)
    partial = [each for each in years if len(found := months[each.indicator, each.sex, each.year]) >= FEWEST_MONTHS and DECEMBER not in found]
    return replace(layout, measures=tuple(each for each in layout.measures if each not in partial)) if partial else layout


def _whose(measure: Measure) -> tuple:
    """What a number and the same one added up share."""
    return measure.indicator, measure.other, measure.sex, measure.month, measure.months, measure.year


def _columns_grown(layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]], titled: bool) -> Layout:
    """The layout with the columns of months decided."""
    if any(measure.basis == "cumulative" for measure in layout.measures):
        return layout
    months: dict[tuple, list[Measure]] = defaultdict(list)
    for measure in layout.measures:
        if measure.month and (measure.basis == "month" or not measure.indicator) and not _said(measure):
            months[measure.indicator, measure.sex, measure.year].append(measure)
    grown = {
        id(measure) for group in months.values() if len(group) >= FEWEST_MONTHS and _grow(_across(group, rows, values), titled)
        for measure in group
    }  # fmt: skip
    return replace(
        layout,
        measures=tuple(replace(each, basis="cumulative") if id(each) in grown else each for each in layout.measures),
    )


def _rows_grown(layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]], titled: bool) -> Layout:
    """The layout where rows name their month: of the month, unless the numbers of each area are added up; the sum of several behind them is no
    month."""
    rows = [replace(row, kind="total") if row.period.adds and row.period.first else row for row in rows]
    monthly = [row.period for row in rows if row.period.month and row.kind == "area"]
    if len({(each.year, each.month) for each in monthly}) < FEWEST_MONTHS or any(each.adds for each in monthly):
        return layout

    def decided(each: Measure) -> Measure:
        if _said(each) or each.months or each.basis not in ("cumulative", ""):
            return each
        grown = _grow(_down(each, rows, values), titled)
        if each.basis:
            return each if grown else replace(each, basis="month")
        return replace(each, basis="cumulative") if grown and titled and not each.indicator else each

    return replace(layout, measures=tuple(map(decided, layout.measures)))


def _rows_fallen(layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]]) -> Layout:
    """The layout with numbers that only the form of an export calls added up read as those of each month, where rows name their months,
    more of the numbers fall from month to month than by a slip, and no other numbers of the export grow."""
    supposed = [each for each in layout.measures if each.basis == "cumulative" and not (_said(each) or each.month or each.months)]
    if not supposed or any(row.period.adds for row in rows):
        return layout
    steps = {each: _down(each, rows, values) for each in supposed}
    if any(_grow(found, False) for found in steps.values()):
        return layout
    fallen = [each for each, found in steps.items() if len(found) >= STEPS_TO_PROVE and _kept(found) < NEVER_FALLS * len(found)]
    return replace(layout, measures=tuple(replace(each, basis="month") if each in fallen else each for each in layout.measures)) if fallen else layout


def looks_added_up(
    layout: Layout, rows: Sequence[Row], values: Mapping[int, Sequence[Value]], codes: Collection[str]
) -> Measure | None:
    """A measure of single months (of the indicators `codes`) whose numbers rise from month to month nearly everywhere and
    fall nowhere, as only numbers added up do; None where there is none."""
    if any(measure.basis == "cumulative" for measure in layout.measures):
        return None
    months: dict[tuple, list[Measure]] = defaultdict(list)
    for measure in layout.measures:
        if measure.basis == "month" and not _said(measure) and measure.indicator in codes:
            months[measure.indicator, measure.sex, measure.year].append(measure)
    for group in months.values():
        steps = _across(group, rows, values) if len(group) > 1 else _down(group[0], rows, values)
        kept, risen = _kept(steps), _risen(steps)
        if len(steps) >= STEPS_TO_SUSPECT and kept == len(steps) and risen >= RISES_TO_SUSPECT * len(steps):
            return group[0]
    return None


def _said(measure: Measure) -> bool:
    """True where the head itself says that the number is of the month."""
    column = measure.number or measure.percent
    return bool(column and column.meaning.basis)


def _grow(steps: Steps, titled: bool) -> bool:
    """True where the steps from month to month are those of numbers added up."""
    kept, risen = _kept(steps), _risen(steps)
    if titled:
        slip = kept == len(steps) - 1 and risen >= RISES_BESIDE_A_SLIP
        return bool(steps) and (slip or kept >= NEVER_FALLS * len(steps))
    return len(steps) >= STEPS_TO_PROVE and kept == len(steps) and risen >= RISES * len(steps)


def _kept(steps: Steps) -> int:
    """How many steps do not fall."""
    return sum([other >= one for one, other in steps])


def _risen(steps: Steps) -> int:
    return sum([other > one for one, other in steps])


def _across(group: Sequence[Measure], rows: Sequence[Row], values: Mapping[int, Sequence[Value]]) -> Steps:
    """The steps between the months that are columns, of each area."""
    ordered = sorted(group, key=lambda each: each.month)
    columns = [values[column.index] for each in ordered if (column := each.number or each.percent)]
    filled = [cells for cells in columns if any(value.number for value in cells)]
    areas = [place for place, row in enumerate(rows) if row.kind == "area"]
    return [step for place in areas for step in _steps(cells[place].number for cells in filled)]


def _down(measure: Measure, rows: Sequence[Row], values: Mapping[int, Sequence[Value]]) -> Steps:
    """The steps between the months that are rows, of each area."""
    column = measure.number or measure.percent
    if column is None:
        return []
    areas: dict[tuple, list[tuple[int, int, float | None]]] = defaultdict(list)
    for row, value in zip(rows, values[column.index], strict=True):
        if row.kind == "area" and row.period.month:
            code = row.meaning.indicator if row.meaning and not measure.indicator else ""
            areas[row.folded, row.folded_within, row.sex, code].append((row.period.year, row.period.month, value.number))
    return [step for found in areas.values() for step in _steps(number for _, _, number in sorted(found, key=_when))]


def _when(found: tuple[int, int, float | None]) -> tuple[int, int]:
    return found[:2]


def _steps(numbers: Iterable[float | None]) -> list[tuple[float, float]]:
    return list(pairwise(number for number in numbers if number is not None))
