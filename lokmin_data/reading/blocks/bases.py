"""Of a month, added up, a state or of a whole year: what the basis of a number is where its column does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.model import Indicator
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.words.period import JANUARY, Period, month_number


def basis_of(
    measure: Measure,
    indicator: Indicator | None,
    period: Period,
    *,
    rows_say_month: bool = False,
    rows_say_year: bool = False,
) -> str:
    """The basis of a number: what its column says, else what the period and the indicator's kind make of it."""
    kind = indicator.kind if indicator else "cumulative"
    monthly = bool(period.month or measure.month or measure.months or rows_say_month)
    whole_year = bool(period.year or measure.year or rows_say_year) and not (monthly or period.unnamed)
    if kind in ("point", "status"):
        return "year" if whole_year and not measure.basis else "point"
    if measure.basis == "year" and period.month:
        return "cumulative"  # "tahun ini" beside "tahun lalu", in a report up to a month
    if measure.basis or measure.months:
        return measure.basis or "cumulative"
    if measure.month:
        return "month"
    if period.adds:
        return "cumulative"
    return "year" if whole_year else "month"


def beside_months(measure: Measure, measures: Sequence[Measure], period: Period, unknown: Sequence[Column] = ()) -> Period:
    """The table's period for a number, with its month left open where only the same number beside it names one: a forgotten
    head of a group of columns makes its numbers no year's.  So is that of a sum behind columns that are only numbered."""
    if period.month or measure.basis or measure.month or measure.months or measure.year:
        return period
    if _sums_numbered(measure.number, unknown):
        return replace(period, unnamed=True, adds=True)
    named = any(each.month and each.indicator == measure.indicator for each in measures)
    return replace(period, unnamed=True) if named else period


def _sums_numbered(number: Column | None, unknown: Sequence[Column]) -> bool:
    """True right behind columns 1, 2, 3 or I, II, III ... that nobody understood: months up to some month, no whole year."""
    numbers = {each.index: month_number((each.path[-1].split() or [""])[-1]) for each in unknown if each.path}
    found: list[int] = []
    place = number.index - 1 if number else -1
    while numbers.get(place):
        found.insert(0, numbers[place])
        place -= 1
    return len(found) > 1 and found == list(range(1, len(found) + 1))


def unsaid_in_range(measure: Measure, indicator: Indicator | None, period: Period) -> bool:
    """True for a number that grows, below a title such as "Triwulan II", whose own head does not say that it counts since January."""
    if not period.odd_range or measure.basis or measure.month or indicator is None or indicator.kind in ("point", "status"):
        return False
    return period.part or measure.months != (JANUARY, period.month)


def has_both(measures: Sequence[Measure], indicators: Mapping[str, Indicator]) -> frozenset[str]:
    """The point indicators that a table gives for the month, or for months by name, and added up: only a month is a state."""
    points = {
        measure.indicator
        for measure in measures
        if (known := indicators.get(measure.indicator)) and known.kind == "point"
    }
    bases: dict[str, set[str]] = {}
    for measure in measures:
        bases.setdefault(measure.indicator, set()).add(measure.basis or "month" * bool(measure.month))
    return frozenset(code for code in points if {"month", "cumulative"} <= bases[code])
