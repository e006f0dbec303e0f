"""A percent such as 0,5 among percents of 0 to 100: 0,5 % or 50 %, which nothing in its row tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, number_text, place_of
from lokmin_data.reading.records.record import Record

#: A coverage of at most this is doubted where its column holds so many other percents, around at least so much, and
#: hardly another small one.
DOUBTED, FEWEST_OTHERS, USUAL, FEW = 1.0, 3, 10.0, 0.25
#: A number of at most so many persons may well be less than one percent.
FEW_PERSONS = 2


@dataclass(frozen=True, kw_only=True)
class SmallPercent(Problem):
    """A cell that may hold a fraction of 1 in a column of percents."""

    code = "persen-mungkin-pecahan"
    severity = "warning"
    what = "Persen pada sel ini {found}, padahal sel lain di kolomnya memakai skala 0-100: dapat berarti {found} % atau {expected} %."
    fix = "Tulis ulang selnya; sampai diperbaiki dibaca {found} %, seperti yang tertulis."


def check_small_percents(
    records: Sequence[Record], blocks: Mapping[int, Block], indicators: Mapping[str, Indicator], findings: Findings
) -> Iterator[Finding]:
    """The cells of coverages that may be fractions of 1; states that are better low (stunting) may well be below 1 %."""
    columns: dict[tuple[int, int], list[Record]] = defaultdict(list)
    for record in records:
        known = indicators.get(record.key.indicator)
        if record.kind == "area" and record.measure.percent and record.percent and known and known.direction == "up":
            columns[record.block, record.measure.percent.index].append(record)
    for (number, index), found in columns.items():
        small = [record for record in found if record.percent_100 == record.percent and (record.percent or 0) <= DOUBTED]
        others = [record.percent or 0.0 for record in found if (record.percent or 0) > DOUBTED]
        if not small or len(others) < FEWEST_OTHERS or len(small) > FEW * len(found) or median(others) < USUAL:
            continue
        for record in small:
            place = place_of(blocks[number], record.row, index)
            if place not in findings.accused and not _plausible(record):
                yield finding(
                    SmallPercent, blocks[number], record.row, index, record.percent, None,
                    found=number_text(record.percent), expected=number_text((record.percent or 0) * 100),
                )  # fmt: skip


def _plausible(record: Record) -> bool:
    """True where the number of the row makes so small a percent likely: few persons, or the very share."""
    if record.number is None:
        return False
    if record.denominator:
        return abs(record.number / record.denominator * 100 - (record.percent or 0)) <= DOUBTED
    return record.number <= FEW_PERSONS
