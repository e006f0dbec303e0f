"""Which columns of a table belong together: a number, its percent, and whom it is measured against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.percent_owners import second_percents, with_percents, yearly_percents
from lokmin_data.reading.blocks.places import OUTSIDE, PART
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.measures import Denominator, Layout, Measure, counted_in_time, is_annual
from lokmin_data.reading.heads.percent_places import of_sasaran, place_percents
from lokmin_data.reading.heads.resolving import SUM_OF_MONTHS
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Meaning

SEVERAL = 2
_PERSEN = re.compile(r"p(?:er|ro|re)sen|pct", re.IGNORECASE)


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
    counted = [measure for measure in measures if measure.basis != "last"]
    measures = _without_sums(counted, [*unknown, *(each.column for each in denominators if each.month)])
    sums = tuple(each for each in counted if each not in measures)
    others = (*unknown, *_left_out(head))
    shares = of_sasaran(numbers, ratios, others, [each.column for each in denominators])
    ratios = [column for column in ratios if column not in shares]
    places = place_percents(numbers, ratios, others)
    yearly = yearly_percents(ratios, measures, denominators)
    ratios = [column for column in ratios if column not in yearly]
    measures, loose, unowned = with_percents(measures, ratios, denominators, title, places, rows_name_it=rows_name_it)
    spare = second_percents(ratios, measures, title)
    seconds = {second.index for _, second in spare}
    measures = [each for each in measures if each.number or not each.percent or each.percent.index not in seconds]
    return Layout(
        tuple(measures), lasts, tuple(denominators), tuple(unknown), tuple(loose), tuple(unowned), tuple(spare), tuple(yearly), sums
    )  # fmt: skip


def _left_out(head: Head) -> list[Column]:
    """The columns that are known and not read (sums, heads outside the catalogue): counts all the same."""
    return [column for column in head.columns if column.meaning.role == "ignore" and column.meaning.note not in ("", OUTSIDE, PART)]


def _without_sums(measures: list[Measure], unknown: Sequence[Column]) -> list[Measure]:
    """The measures without those of no period beside the months of the same indicator, or such a "Jumlah" behind months that were
    not understood or are a sasaran's (`unknown`): their sum, mean or coverage."""
    months: dict[tuple[str, str], set[tuple]] = {}
    unread = sorted(column.index for column in unknown if column.meaning.month)
    if len(unread) >= SEVERAL:
        measures = [each for each in measures if each.basis or each.month or not (each.number and _behind(each.number, unread))]
    for each in measures:
        if each.month or each.months:
            months.setdefault((each.indicator, each.sex), set()).add((each.month, each.months, each.year))
    return [
        each
        for each in measures
        if each.month or each.months or each.basis
        or len(months.get((each.indicator, each.sex), ())) < SEVERAL and not (each.number and each.number.meaning.note == SUM_OF_MONTHS)
    ]


def _behind(column: Column, months: Sequence[int]) -> bool:
    """True for a column that says nothing of its own, right behind the last of these."""
    return column.index == months[-1] + 1 and column.meaning.bare


def _same(column: Column, title: Meaning) -> tuple:
    """What a number and its percent share."""
    meaning = column.meaning
    return (meaning.indicator or title.indicator, meaning.basis, meaning.sex, meaning.month, meaning.months)


def _without_shares(numbers: list[Column], title: Meaning) -> tuple[list[Column], list[Column]]:
    """(columns of numbers, columns headed "cakupan" that stand beside the number itself: percents)."""
    counted = {_same(column, title) for column in numbers if not column.meaning.share}
    sums = {
        (column.index + 1, column.meaning.indicator) for column in numbers if column.meaning.month and column.meaning.basis == "cumulative"
    }
    shares = [
        column for column in numbers
        if column.meaning.share and (_same(column, title) in counted or (column.index, column.meaning.indicator) in sums)
    ]  # fmt: skip
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
        if not meaning.role and not title.indicator and counted_in_time(meaning):
            return "denominator"
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
    annual = is_annual(meaning.population)  # those found so far (balita gizi kurang) grow by themselves
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
