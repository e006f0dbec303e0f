"""Which columns of a table belong together: a number, its percent, and whom it is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lokmin_data.reading.headers import Column, Head
from lokmin_data.reading.labels import writing
from lokmin_data.reading.meaning import Meaning
from lokmin_data.reading.percent_places import Places, place_percents
from lokmin_data.reference.populations import populations

SEVERAL = 2
_PERSEN = re.compile(r"p(?:er|ro|re)sen|pct", re.IGNORECASE)


@dataclass(frozen=True, eq=False)  # compared by identity: each stands for its own columns
class Measure:
    """One indicator's number and percent columns; either may be missing.

    `indicator` is empty where the rows name it.  `basis` is empty until the table's period decides it.
    `last` is the column "bulan lalu" of the same block, for the cross-checks.
    """

    indicator: str
    other: str = ""
    basis: str = ""
    sex: str = ""
    month: int = 0
    months: tuple[int, int] | None = None
    year: int = 0
    number: Column | None = None
    percent: Column | None = None


@dataclass(frozen=True, eq=False)
class Denominator:
    """A column that numbers may be measured against; `scope` is the indicator inside whose block it stands."""

    column: Column
    population: str = ""
    sex: str = ""
    month: int = 0
    scope: str = ""
    target: bool = False
    year: int = 0
    to_date: bool = False  # the share of the year's sasaran that falls to the months so far

    @property
    def identity(self) -> str:
        """What makes two such columns of different tables one kind of denominator."""
        if self.population:
            return f"{'target ' if self.target else ''}{'s/d ' if self.to_date else ''}{self.population}"
        return "sendiri" if self.scope else ("target" if self.target else "sasaran")


@dataclass(frozen=True)
class Layout:
    """All measures, denominators and unknown columns of a table."""

    measures: tuple[Measure, ...] = ()
    lasts: tuple[Measure, ...] = ()
    denominators: tuple[Denominator, ...] = ()
    unknown: tuple[Column, ...] = ()
    loose_percents: tuple[Column, ...] = ()
    unowned: tuple[Column, ...] = ()  # percents right behind a count that is not understood


def lay_out(head: Head, title: Meaning, *, percents: bool, rows_name_it: bool) -> Layout:
    """The measures of a table whose title names `title`.

    `percents`: the title says that bare numbers are percents.  `rows_name_it`: a column lists the indicators.
    """
    numbers: list[Column] = []
    ratios: list[Column] = []
    denominators: list[Denominator] = []
    unknown: list[Column] = []
    for column in head.columns:
        kind = _kind(column.meaning, title, percents, rows_name_it)
        if kind == "number":
            numbers.append(column)
        elif kind == "percent":
            ratios.append(column)
        elif kind == "unknown":
            unknown.append(column)
        if kind in ("denominator", "target") or column.meaning.counts and kind == "number":
            denominators.append(_denominator(column, kind))
        elif column.meaning.divides and kind == "number":
            denominators.append(Denominator(column, column.meaning.divides, column.meaning.sex, column.meaning.month))
    numbers, shares = _without_shares(numbers, title)
    ratios += shares
    counts = _counts_among(ratios, numbers, title)
    numbers, ratios = numbers + counts, [column for column in ratios if column not in counts]
    measures = _added_up([_measure(column, title, rows_name_it) for column in numbers])
    lasts = tuple(measure for measure in measures if measure.basis == "last")
    measures = _without_sums([measure for measure in measures if measure.basis != "last"])
    places = place_percents(numbers, ratios, (*unknown, *_sums(head)))
    measures, loose, unowned = _with_percents(measures, ratios, denominators, title, places)
    return Layout(tuple(measures), lasts, tuple(denominators), tuple(unknown), tuple(loose), tuple(unowned))


def _sums(head: Head) -> list[Column]:
    """The columns that add up others and are not read: counts all the same."""
    return [column for column in head.columns if column.meaning.role == "ignore" and column.meaning.note.startswith("jumlah")]


def _without_sums(measures: list[Measure]) -> list[Measure]:
    """The measures without those of no period beside the months of the same indicator: their sum, mean or coverage."""
    months: dict[tuple[str, str], set[tuple]] = {}
    for each in measures:
        if each.month or each.months:
            months.setdefault((each.indicator, each.sex), set()).add((each.month, each.months, each.year))
    return [
        each
        for each in measures
        if each.month or each.months or each.basis or len(months.get((each.indicator, each.sex), ())) < SEVERAL
    ]


def _same(column: Column, title: Meaning) -> tuple:
    """What a number and its percent share."""
    meaning = column.meaning
    return (meaning.indicator or title.indicator, meaning.basis, meaning.sex, meaning.month, meaning.months)


def _without_shares(numbers: list[Column], title: Meaning) -> tuple[list[Column], list[Column]]:
    """(columns of numbers, columns headed "cakupan" that stand beside the number itself: percents)."""
    counted = {_same(column, title) for column in numbers if not column.meaning.share}
    shares = [column for column in numbers if column.meaning.share and _same(column, title) in counted]
    return [column for column in numbers if column not in shares], shares


def _counts_among(ratios: Sequence[Column], numbers: Sequence[Column], title: Meaning) -> list[Column]:
    """The columns headed "Cak" right before a "%": the number, where no other column holds it."""
    counted = {_same(column, title) for column in numbers}
    percents = {column.index for column in ratios if column.path and writing(column.path[-1]) == "percent"}
    return [
        column for column in ratios
        if column.index + 1 in percents and not any("%" in text or _PERSEN.search(text) for text in column.path)
        and _same(column, title) not in counted
    ]  # fmt: skip


def _kind(meaning: Meaning, title: Meaning, percents: bool, rows_name_it: bool) -> str:
    """What a column is: number percent denominator target unknown, or nothing."""
    if meaning.axis or meaning.role in ("ignore", "rank"):
        return ""
    if meaning.role == "target":
        return "" if meaning.unknown else "target"
    if meaning.unknown:
        return "unknown"
    if meaning.role == "denominator":
        return "denominator"
    named = bool(meaning.indicator or title.indicator or rows_name_it)
    if meaning.role == "percent":
        return "percent"
    if meaning.population and not meaning.indicator:
        descriptive = meaning.role == "numerator" or meaning.basis
        return "number" if descriptive and (title.indicator or rows_name_it) else "unknown"
    if meaning.role == "numerator" or meaning.indicator or meaning.bare:
        if not named:
            return "unknown"
        return "percent" if percents and meaning.role != "numerator" and not meaning.basis == "last" else "number"
    return "unknown"


def _denominator(column: Column, kind: str) -> Denominator:
    meaning = column.meaning
    scope = meaning.indicator if kind in ("denominator", "target") else ""
    annual = meaning.population in ("", "bayi", *populations())  # those found so far (balita gizi kurang) grow by themselves
    to_date = annual and meaning.role == "denominator" and meaning.basis in ("cumulative", "month")
    return Denominator(
        column, meaning.population, meaning.sex, meaning.month, scope, kind == "target", meaning.year, to_date,
    )  # fmt: skip


def _measure(column: Column, title: Meaning, rows_name_it: bool) -> Measure:
    meaning = column.meaning
    code, other = meaning.indicator, meaning.other
    if not code and not rows_name_it:
        code, other = title.indicator, title.other
    return Measure(code, other, meaning.basis, meaning.sex, meaning.month, meaning.months, meaning.year, number=column)


def _added_up(measures: list[Measure]) -> list[Measure]:
    """The measures with a number that stands unsaid beside "bulan lalu" and "bulan ini" taken as their sum."""
    months = {(each.indicator, each.sex, each.month) for each in measures if each.basis == "month"}
    return [
        replace(each, basis="cumulative")
        if not each.basis and (each.indicator, each.sex, each.month) in months
        else each
        for each in measures
    ]


def _with_percents(
    measures: list[Measure], ratios: list[Column], denominators: Sequence[Denominator], title: Meaning, places: Places
) -> tuple[list[Measure], list[Column], list[Column]]:
    """(measures with their percent columns, percent columns that belong to no number by name or place, those of counts
    that are not read)."""
    loose: list[Column] = []
    unowned: list[Column] = []
    for ratio in _without_yearly(ratios, measures):
        count, of_sum = places.counts.get(ratio.index), ratio.index in places.of_sum
        place = _placed(count, measures) if count or of_sum else _owner(ratio, measures, denominators)
        if place is not None:
            measures[place] = replace(measures[place], percent=ratio)
        elif count:
            unowned.append(ratio)
        elif ratio.meaning.population and not ratio.meaning.indicator:
            loose.append(ratio)
        elif ratio.meaning.indicator or title.indicator and not any(measure.number for measure in measures):
            meaning = ratio.meaning
            measures.append(
                Measure(
                    meaning.indicator or title.indicator, meaning.other or title.other, meaning.basis, meaning.sex,
                    meaning.month, meaning.months, meaning.year, percent=ratio,
                )
            )  # fmt: skip
    return measures, loose, unowned


def _without_yearly(ratios: list[Column], measures: Sequence[Measure]) -> list[Column]:
    """The percent columns without one behind all months ("Des | Jml | %"): it is of the year, not of its left neighbour.

    A percent without a month belongs to a month where it stands in its group, or where every month has one beside it.
    """
    numbers = {_number(each).index: each for each in measures if each.number and (each.month or each.months)}
    if len({(each.month, each.months, each.year) for each in numbers.values()}) < SEVERAL:
        return ratios
    groups = {each.number.path[:-1] for each in numbers.values() if each.number and len(each.number.path) > 1}
    open_ = [each for each in ratios if not (each.meaning.month or each.meaning.months)]
    alone = [each for each in open_ if len(each.path) < SEVERAL or each.path[:-1] not in groups]
    beside = [each for each in alone if each.index - 1 in numbers]
    lost = alone if len(beside) < SEVERAL else [each for each in alone if each not in beside]
    return [each for each in ratios if each not in lost]


def _placed(count: Column | None, measures: Sequence[Measure]) -> int | None:
    """The place of the measure that counts in a column, None where no measure that lacks a percent does."""
    return next(
        (place for place, measure in enumerate(measures) if count and measure.number is count and measure.percent is None), None
    )


def _owner(ratio: Column, measures: Sequence[Measure], denominators: Sequence[Denominator]) -> int | None:
    """The place of the measure that a percent column belongs to: what its head names, then its block, then its left."""
    meaning = ratio.meaning
    fitting = [
        place
        for place, measure in enumerate(measures)
        if measure.number and measure.percent is None and _fits(measure, meaning)
    ]
    if not fitting:
        return None
    block = [
        place for place in fitting if _number(measures[place]).path[:-1] == ratio.path[:-1] and len(ratio.path) > 1
    ]
    if meaning.population and not meaning.indicator and not block:
        return None
    chosen = block or fitting
    left = [place for place in chosen if _number(measures[place]).index < ratio.index]
    if left:
        nearest = max(left, key=lambda place: _number(measures[place]).index)
        if meaning.indicator or not _cut_off(_number(measures[nearest]).index, ratio.index, denominators):
            return nearest
    right = [place for place in chosen if _number(measures[place]).index > ratio.index]
    if right and not left:
        return min(right, key=lambda place: _number(measures[place]).index)
    return max(left, key=lambda place: _number(measures[place]).index) if left else None


def _number(measure: Measure) -> Column:
    assert measure.number is not None
    return measure.number


def _fits(measure: Measure, percent: Meaning) -> bool:
    """True where nothing that the percent's head says contradicts the number's."""
    return (
        (not percent.indicator or percent.indicator == measure.indicator)
        and (not percent.basis or not measure.basis or percent.basis == measure.basis)
        and (not percent.sex or (percent.sex or "T") == (measure.sex or "T"))
        and percent.month in (0, measure.month)
        and percent.year in (0, measure.year)
        and percent.months in (None, measure.months)
    )


def _cut_off(number: int, percent: int, denominators: Sequence[Denominator]) -> bool:
    """True where a population that is measured by itself stands between the number and the percent."""
    return any(
        number < each.column.index < percent and each.population and not each.column.meaning.role == "denominator"
        for each in denominators
    )
