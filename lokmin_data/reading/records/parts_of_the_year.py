"""Numbers of a part of the year: "TW II" that counts April to June, or adds up from January, or only the months beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.records.record import Record, row_months
from lokmin_data.reading.records.sums_of_ranges import sums_of_ranges
from lokmin_data.reading.words.period import JANUARY

#: A column adds up the months beside it where at least this share of its rows does.
SUMS, CLOSE = 0.8, 1e-6
#: So many rows show what stands beside parts of a year.
ROWS = 2
#: A percent is printed with so small an error.
WHOLE, ROUNDED = 100, 0.004
#: Tribulan are added up where in so many steps from one to the next none falls and this share rises.
STEPS_TO_PROVE, RISES = 4, 0.75
#: Two semesters make one step for each desa, and are seldom added up: four larger numbers are no rare chance.
STEPS_OF_SEMESTERS, SEMESTERS = 6, {6, 12}
#: And where all of them together bring at least this part of what came before, month for month.
PACE = 0.6


class PartSum(NamedTuple):
    """A column that adds up months, those, and its rows that are another number: (row, printed, months together)."""

    column: Column
    months: list[Column]
    compared: int
    broken: list[tuple[int, float, float]]


class Step(NamedTuple):
    """From one part of the year to the next: both numbers, and by what share of the months before it is longer."""

    one: float
    other: float
    longer: float


def added_columns(column: Column, months: Sequence[Measure]) -> list[Column]:
    """The columns of the months that a "Jumlah" adds up: those of its sex; the total of both where no month has its own."""
    by_sex: dict[str, list[Column]] = {}
    for each in months:
        by_sex.setdefault(each.sex or "T", []).extend([each.number] if each.number else [])
    sex = column.meaning.sex or "T"
    return by_sex.get(sex) or ([*by_sex.get("L", ()), *by_sex.get("P", ())] if sex == "T" and {"L", "P"} <= set(by_sex) else [])


def sums_of_parts(block: Block) -> list[PartSum]:
    """The columns of a part of the year that add up its months; one from January on is a number of its own ("s/d Maret")
    unless a part of the same length begins later, and where it has a percent."""
    parts = [each for each in block.layout.measures if each.months and each.number and not each.number.meaning.basis]
    later = {_kind(each) for each in parts if each.months and each.months[0] > JANUARY}
    if not later:
        return []
    months = [each for each in block.layout.measures if each.number and each.month and not each.months and each.basis in ("month", "")]
    own = [each for each in parts if each.months and (each.months[0] > JANUARY or _kind(each) in later and not each.percent)]
    return list(_proven(block, own, months)) if months else []


def subtotals(records: Sequence[Record], blocks: Mapping[int, Block]) -> set[int]:
    """The places in `records` of the numbers in such columns."""
    columns = {(place, each.column.index) for place, block in blocks.items() for each in sums_of_parts(block)}
    if not columns:
        return set()  # most reports
    return {
        place for place, record in enumerate(records)
        if record.measure.number and (record.block, record.measure.number.index) in columns
    }  # fmt: skip


def _kind(part: Measure) -> tuple:
    first, last = part.months or (0, 0)
    return part.indicator, part.year, last - first


def _proven(block: Block, parts: Sequence[Measure], months: Sequence[Measure]) -> Iterator[PartSum]:
    for part in parts:
        first, last = part.months or (0, 0)
        beside = [each for each in months if _of_one(each, part) and first <= each.month <= last]
        added = added_columns(part.number, beside) if part.number else []
        if not part.number or len({each.month for each in beside if each.number in added}) <= last - first:
            continue
        compared = list(_compared(block, part.number, added))
        broken = [(row, printed, sum_) for row, printed, sum_ in compared if abs(printed - sum_) > CLOSE]
        if compared and len(compared) - len(broken) >= SUMS * len(compared):
            yield PartSum(part.number, added, len(compared), broken)


def _of_one(month: Measure, part: Measure) -> bool:
    return (month.indicator, month.year) == (part.indicator, part.year)


def _compared(block: Block, column: Column, months: Sequence[Column]) -> Iterator[tuple[int, float, float]]:
    """(row, printed, months together) of the rows of areas that have a number and some months."""
    for place, row in enumerate(block.rows):
        printed = block.number(column, place)
        numbers = [number for each in months if (number := block.number(each, place)) is not None]
        if row.kind == "area" and printed is not None and numbers:
            yield place, printed, sum(numbers)


def quarters_only(
    records: Sequence[Record], blocks: Mapping[int, Block], indicators: Mapping[str, Indicator]
) -> set[int]:
    """The places in `records` that count only their tribulan: neither a month nor added up from January.

    Told apart by the rows: numbers that never fall from one tribulan to the next, in enough rows, are added up, unless another
    column shows that they are not.
    """
    grouped: dict[tuple, list[tuple[tuple, int, float, int, int]]] = {}
    summed = sums_of_ranges(records, blocks, indicators)
    ranged = {place for place, block in blocks.items() if any(row.period.first for row in block.rows)}
    if not ranged and not any(each.months for block in blocks.values() for each in block.layout.measures):
        return summed  # most reports
    for place, record in enumerate(records):
        months = record.measure.months
        if not months and record.block in ranged:
            months = row_months(record.measure, blocks[record.block].rows[record.row])
        if not months:
            continue
        known = indicators.get(record.key.indicator)
        column = record.measure.number or record.measure.percent
        value = record.number if record.measure.number else record.percent
        said = column.meaning.basis if column else ""
        if value is not None and not said and (not known or known.kind in ("cumulative", "month")):
            group = (record.block, record.key.indicator, record.key.sex, record.key.year)
            same = (record.key.area, record.key.within, record.row if record.measure.months else 0)
            grouped.setdefault(group, []).append((same, months[1], value, months[0], place))
    steps = {
        group: [Step(one[2], other[2], other[1] / one[1] - 1) for one, other in pairwise(sorted(each)) if one[0] == other[0]]
        for group, each in grouped.items()
    }
    own = {group[0] for group, each in steps.items() if _counts_its_own(each)}  # one column shows it for its whole table
    own |= {place for place in {group[0] for group in grouped} - own if _shown_beside(blocks[place])}
    return summed | {
        place
        for group, each in grouped.items() if group[0] in own or not _added_up(steps[group], {one[1] for one in each})
        for *_, first, place in each if first != JANUARY
    }  # fmt: skip


def _shown_beside(block: Block) -> bool:
    """True where another column, or row, is what the parts of a year are together ("JUMLAH"), or is larger than one of them and
    added up to the same month ("s/d TW II")."""
    groups: dict[tuple, list[Measure]] = defaultdict(list)
    for each in block.layout.measures:
        if each.months and each.number and not each.number.meaning.basis:
            groups[each.indicator, each.sex, each.year].append(each)
    parts = {each.number.index for group in groups.values() for each in group if each.number}
    others = [column for column in block.head.columns if column.index not in parts and not column.meaning.axis]
    return (
        any(_summed(block, group, others) for group in groups.values())
        or any(_larger_to_date(block, each) for group in groups.values() for each in group)
        or any(_summed_below(block, each.number) for each in block.layout.measures if each.number and not each.months)
    )


def _summed(block: Block, group: Sequence[Measure], others: Sequence[Column]) -> bool:
    """True where a column is the sum of several parts, or the percent of it, in nearly all rows that have them."""
    columns = [each.number for each in group if each.number]
    rows = [
        (place, sum(numbers)) for place, row in enumerate(block.rows)
        if row.kind == "area" and len(numbers := [number for each in columns if (number := block.number(each, place))]) > 1
    ]  # fmt: skip
    if len(rows) < ROWS:
        return False
    told = [[sum_ for _, sum_ in rows]]
    for each in block.layout.denominators:
        people = [block.values_of(each.column)[place].number for place, _ in rows]
        told += [[unit * sum_ / of if of else -1.0 for (_, sum_), of in zip(rows, people, strict=True)] for unit in (1, WHOLE)]
    return any(_tells([block.values_of(column)[place].number for place, _ in rows], sums) for column in others for sums in told)


def _summed_below(block: Block, column: Column) -> bool:
    """True where the total right below the rows of several parts of the year is their sum in nearly all places."""
    shown, parts = [], []
    for place, row in enumerate(block.rows):
        number = block.number(column, place)
        if row.kind == "total" and len(parts) > 1 and number is not None:
            shown.append(abs(number - sum(parts)) <= CLOSE)
        same = bool(place) and block.rows[place - 1].folded == row.folded and block.rows[place - 1].kind == "area"
        parts = [*(parts if same else []), *([number] if number else [])] if row.kind == "area" and row.period.first else []
    return len(shown) >= ROWS and sum(shown) >= SUMS * len(shown)


def _tells(printed: Sequence[float | None], sums: Sequence[float]) -> bool:
    """True where nearly all printed numbers are the sums, or their percents as rounded."""
    close = sum(1 for one, other in zip(printed, sums, strict=True) if one is not None and abs(one - other) <= ROUNDED * abs(other))
    return close >= SUMS * len(sums)


def _larger_to_date(block: Block, part: Measure) -> bool:
    """True where the number that says it is added up to the last month of a part is larger than the part's in nearly all rows."""
    for each in block.layout.measures:
        said = each.number.meaning.basis if each.number else ""
        alike = (each.indicator, each.sex, each.year) == (part.indicator, part.sex, part.year)
        if said != "cumulative" or not alike or not part.months or (each.months or (0, each.month))[1] != part.months[1]:
            continue
        pairs = [
            (one, other) for place, row in enumerate(block.rows)
            if row.kind == "area" and (one := block.number(part.number, place)) is not None
            and (other := block.number(each.number, place)) is not None
        ]  # fmt: skip
        if len(pairs) >= ROWS and sum(1 for one, other in pairs if other > one) >= SUMS * len(pairs):
            return True
    return False


def _counts_its_own(steps: Sequence[Step]) -> bool:
    """True where so many numbers fall from one tribulan to the next that they are no sums with an error."""
    return len(steps) >= STEPS_TO_PROVE and sum(1 for one, other, _ in steps if other < one) > (1 - RISES) * len(steps)


def _added_up(steps: Sequence[Step], ends: Collection[int]) -> bool:
    """True where so many steps from one part of the year to the next do not fall, enough of them rise, and all together rise as much as
    the months that went by, so that it is no chance; `ends` are the last months of the parts."""
    fewest = STEPS_OF_SEMESTERS if ends == SEMESTERS else STEPS_TO_PROVE
    risen = sum(1 for one, other, _ in steps if other > one)
    enough = sum(other - one for one, other, _ in steps) >= PACE * sum(one * longer for one, _, longer in steps)
    return len(steps) >= fewest and risen >= RISES * len(steps) and enough and all(other >= one for one, other, _ in steps)
