"""Who did not report: months that nobody filled in, indicators and desa that others left behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lokmin_data import wording
from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.problems.half_understood import AreasNotReported, NotReported
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.records.record import Record

#: Examples named in a problem that is told once a file.
EXAMPLES = 3

_Month = tuple[int, int]


def some(names: Sequence[str]) -> str:
    """The first of the names, and how many more there are."""
    distinct = list(dict.fromkeys(names))
    more = f" dan {len(distinct) - EXAMPLES} lainnya" if len(distinct) > EXAMPLES else ""
    return ", ".join(distinct[:EXAMPLES]) + more


def not_reported(whole: Interpretation, indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """The months that nobody filled in; of those that somebody did, the indicators and desa that are left out."""
    reported = {(record.key.year, record.key.month) for record in whole.kept}
    months = sorted({month for found in whole.unreported.values() for month in found} - reported)
    codes, areas = _left_out(whole, reported)
    texts = [f"{indicators[code].label} {_months_text(sorted(found))}" for code, found in codes.items() if code in indicators]
    if months or texts:
        yield NotReported(found="; ".join([*([_months_text(months)] if months else []), *([some(texts)] if texts else [])]))
    for _, area, month in whole.silent:
        if month in reported:
            areas[area].add(month)
    if areas:
        names = {record.key.area: record.printed for record in (*whole.records, *whole.unfilled)}
        found = sorted((sorted(months), area) for area, months in areas.items())
        yield AreasNotReported(found=some([f"{names.get(area, area)} ({_months_text(months)})" for months, area in found]))


def _left_out(whole: Interpretation, reported: set[_Month]) -> tuple[dict[str, set[_Month]], dict[str, set[_Month]]]:
    """(the months of each indicator, and of each desa, that are printed and not read, in months of which others are)."""
    codes: dict[str, set[_Month]] = defaultdict(set)
    areas: dict[str, set[_Month]] = defaultdict(set)
    if reported.isdisjoint(month for months in whole.unreported.values() for month in months):
        return codes, areas  # most reports
    kept = {(record.key.area, record.key.indicator, record.key.year, record.key.month) for record in whole.kept}
    told = {each[1:] for each in kept}
    for record in _unread(whole):
        key, month = record.key, (record.key.year, record.key.month)
        if month in reported and record.kind == "area" and (key.area, key.indicator, *month) not in kept:
            if (key.indicator, *month) in told:
                areas[key.area].add(month)
            else:
                codes[key.indicator].add(month)
    return codes, areas


def _unread(whole: Interpretation) -> Iterator[Record]:
    """What is printed for months that nobody filled in, or only with 0."""
    yield from whole.unfilled
    forms = {place: months for place, block in whole.blocks.items() if (months := whole.unreported.get(block.fingerprint))}
    for record in whole.records if forms else ():
        if (record.key.year, record.key.month) in forms.get(record.block, ()):
            yield record


def _months_text(months: Sequence[_Month]) -> str:
    """`Mei-Desember 2026`, `Mei 2026`, months in a row drawn together."""
    runs: list[list[_Month]] = [[months[0]]]
    for before, month in pairwise(months):
        follows = month == (before[0], before[1] + 1)
        if follows:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_run_text(run) for run in runs)


def _run_text(run: Sequence[_Month]) -> str:
    year = f" {run[0][0]}" if run[0][0] else ""
    first, last = wording.month_name(run[0][1]), wording.month_name(run[-1][1])
    return f"{first}{year}" if len(run) == 1 else f"{first}-{last}{year}"
