"""Which months were reported: a month that nobody filled in is not, whatever its formulas print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lokmin_data.model import Indicator
from lokmin_data.reading.records import Record

Month = tuple[int, int]
#: A month with no more than this share of the fullest month's numbers holds stray cells, no report.
STRAY = 0.04


def unreported_months(records: Sequence[Record], forms: Mapping[int, object]) -> dict[object, set[Month]]:
    """The months of each form of table (`forms`: block to form) that nobody filled in.

    A month is filled in where areas have numbers of their own for it: a month's numbers that are not 0 (more than a
    stray one), or, in forms that only add up, numbers that differ from the month before.  Zeros between reported
    months are reports.
    """
    own: dict[object, dict[Month, int]] = defaultdict(dict)
    added: dict[object, dict[Month, dict[tuple, float]]] = defaultdict(lambda: defaultdict(dict))
    for record in records:
        month = (record.key.year, record.key.month)
        if record.kind != "area" or not record.key.month:
            continue
        form = forms[record.block]
        value = record.number if record.number is not None else record.percent
        if record.key.basis == "cumulative":
            added[form][month][record.key.area, record.key.indicator, record.key.sex] = value or 0.0
        else:
            own[form][month] = own[form].get(month, 0) + bool(value)
    return {form: _of_form(own.get(form, {}), added.get(form, {})) for form in set(own) | set(added)}


def _of_form(own: Mapping[Month, int], added: Mapping[Month, Mapping[tuple, float]]) -> set[Month]:
    """The months after the last that was filled in, and those before the first that only carry numbers added up
    (a block still labelled with last year); of a form with one month only, none."""
    months = sorted(set(own) | set(added))
    if len(months) == 1:
        return set()
    enough = STRAY * max(own.values(), default=0)
    filled = [month for month in months if own.get(month, 0) > enough] if own else _growing(months, added)
    carried = {month for month in months if own and not own.get(month) and any(added.get(month, {}).values())}
    return {month for month in months if not filled or month > filled[-1] or (month < filled[0] and month in carried)}


def _growing(months: Sequence[Month], added: Mapping[Month, Mapping[tuple, float]]) -> list[Month]:
    """The months whose added-up numbers are not all 0 and not all those of the month before."""
    filled = []
    before: Mapping[tuple, float] = {}
    for month in months:
        numbers = added.get(month, {})
        if any(numbers.values()) and numbers != before:
            filled.append(month)
        before = numbers
    return filled


def silent_areas(records: Sequence[Record]) -> set[tuple[int, str, Month]]:
    """(block, area, month) of areas that left every own number of a month empty, though added-up ones are printed."""
    own: set[tuple[int, str, Month]] = set()
    added: set[tuple[int, str, Month]] = set()
    split: set[tuple[int, Month]] = set()
    for record in records:
        if record.kind != "area" or record.number is None:
            continue
        place = (record.block, record.key.area, (record.key.year, record.key.month))
        if record.key.basis == "month":
            own.add(place)
            split.add((record.block, place[2]))
        elif record.key.basis == "cumulative":
            added.add(place)
    return {place for place in added - own if (place[0], place[2]) in split}


def unscheduled_zeros(records: Iterable[Record], indicators: Mapping[str, Indicator]) -> set[int]:
    """The places of zeros for an indicator that is not collected in that month: no report."""
    return {
        place for place, record in enumerate(records)
        if record.key.month and not record.number and not record.denominator
        and (known := indicators.get(record.key.indicator)) and not known.is_due(record.key.month)
    }  # fmt: skip
