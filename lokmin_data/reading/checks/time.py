"""Contradictions between months: added-up numbers that fall, or that are not the sum of their months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, place_of
from lokmin_data.reading.problems.contradictions import CumulativeDiffers, CumulativeFalls
from lokmin_data.reading.records.merging import Clash
from lokmin_data.reading.records.record import Record

#: Added-up numbers are held to be sums of their months where at least this share of them is.
SUMS = 0.8
CLOSE = 1e-6
#: An indicator that falls in more than this share of its months is no slip of the pen.
FEW_FALLS, OFTEN = 2, 0.1
#: A percent of all months so far may fall by so many points: the sasaran grew.
A_POINT = 1.0

Series = dict[tuple, dict[int, Record]]


def check_falls(series: Mapping[str, Series], blocks: Mapping[int, Block]) -> Iterator[Finding]:
    """Added-up numbers, or percents without one, below those of an earlier month of the year; told once where an indicator
    often falls."""
    fallen: dict[str, list[Finding]] = defaultdict(list)
    pairs: dict[str, int] = defaultdict(int)
    for name, slack in (("cumulative", CLOSE), ("percent", A_POINT)):
        for key, months in series[name].items():
            highest: float | None = None
            for month in sorted(months):
                number = months[month].percent_100 if name == "percent" else months[month].number
                pairs[key[2]] += highest is not None
                if highest is not None and number < highest - slack:
                    fallen[key[2]].append(_at(CumulativeFalls, months[month], highest, blocks))
                else:
                    highest = number
    for code, items in fallen.items():
        yield from items if len(items) <= max(FEW_FALLS, OFTEN * pairs[code]) else items[:1]


def check_sums(
    series: Mapping[str, Series], clashes: Sequence[Clash], blocks: Mapping[int, Block], findings: Findings
) -> Iterator[Finding]:
    """Added-up numbers that are not last month's and this month's together, or not all months where the others are not added
    up: a recap behind twelve sheets."""
    added, own = series["cumulative"], series["month"]
    disputed = {(clash.kept.key.area, clash.kept.key.indicator, clash.kept.key.month) for clash in clashes}
    differing: dict[str, list[tuple[Record, float]]] = defaultdict(list)
    kept: dict[str, int] = defaultdict(int)
    for key, months in added.items():
        alone = own.get(key, {})
        for month, record in months.items():
            before, this = months.get(month - 1), alone.get(month)
            if this is None or this.number is None or (before is None and any(each not in alone for each in range(1, month))):
                continue
            earlier = [] if before is not None else [alone[each] for each in range(1, month)]
            expected = this.number + (before.number if before is not None else sum(each.number or 0 for each in earlier))
            if abs(record.number - expected) <= CLOSE:
                kept[key[2]] += 1
            elif not _explained(record, before, this, key, month, disputed, blocks, findings) and not (
                abs(record.number - expected + _shift(earlier, blocks, findings)) <= CLOSE
            ):
                differing[key[2]].append((record, expected))
    for code, items in differing.items():
        if kept[code] >= SUMS * (kept[code] + len(items)):
            for record, expected in items:
                yield _at(CumulativeDiffers, record, expected, blocks)


def check_lasts(blocks: Mapping[int, Block], findings: Findings) -> Iterator[Finding]:
    """Rows where "bulan lalu" and "bulan ini" do not add up to the number beside them."""
    for block in blocks.values():
        for last in block.layout.lasts:
            same = [
                m
                for m in block.layout.measures
                if (m.indicator, m.sex or "T", m.month) == (last.indicator, last.sex or "T", last.month)
            ]
            month = next((m for m in same if m.basis == "month" and m.number), None)
            total = next((m for m in same if m.basis == "cumulative" and m.number), None)
            if not (month and total and last.number):
                continue
            broken, kept = [], 0
            lasts, own, sums = (block.values[column.index] for column in (last.number, month.number, total.number))
            for row, entry in enumerate(block.rows):
                before, this, added = lasts[row].number, own[row].number, sums[row].number
                if entry.kind != "area" or before is None or added is None:
                    continue
                expected = before + (this or 0)
                if abs(added - expected) <= CLOSE:
                    kept += 1
                else:
                    broken.append((row, added, expected))
            if kept >= SUMS * (kept + len(broken)):
                for row, found, expected in broken:
                    if not any(place_of(block, row, c.index) in findings.accused for c in (last.number, month.number)):
                        yield finding(CumulativeDiffers, block, row, total.number.index, found, expected)


def series_of(records: Sequence[Record]) -> dict[str, Series]:
    """The numbers of months, those added up and percents added up without a number ("month", "cumulative", "percent"), then by
    (area, wider area, indicator, year, sex), then by month."""
    series: dict[str, Series] = {"cumulative": defaultdict(dict), "month": defaultdict(dict), "percent": defaultdict(dict)}
    for record in records:
        key = record.key
        if key.basis in ("cumulative", "month") and key.month and record.kind == "area":
            alone = record.number is None and record.percent_100 is not None and key.basis == "cumulative"
            if alone or record.number is not None:
                series["percent" if alone else key.basis][key.area, key.within, key.indicator, key.year, key.sex][key.month] = record
    return series


def _explained(record, before, this, key, month, disputed, blocks, findings) -> bool:  # noqa: ANN001
    """True where one of the three numbers is accused already, or where two places disagree about the month."""
    if (key[0], key[2], month) in disputed or (key[0], key[2], month - 1) in disputed:
        return True
    for other in (record, before, this):
        if other is not None and other.measure.number is not None:
            if place_of(blocks[other.block], other.row, other.measure.number.index) in findings.accused:
                return True
    return False


def _shift(months: Sequence[Record], blocks: Mapping[int, Block], findings: Findings) -> float:
    """By how much months lie above what they should be, as was told of their cells already: another sum than their L and P."""
    return findings.shift(
        place_of(blocks[each.block], each.row, each.measure.number.index) for each in months if each.measure.number is not None
    )


def _at(kind, record: Record, expected: float, blocks: Mapping[int, Block]) -> Finding:  # noqa: ANN001
    column = record.measure.number if record.number is not None else record.measure.percent
    assert column is not None
    found = record.number if record.number is not None else record.percent_100
    return finding(kind, blocks[record.block], record.row, column.index, found, expected)
