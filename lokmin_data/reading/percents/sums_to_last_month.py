"""A column "Kumulatif" behind the months of a table that names no month: where it adds them up, it is of the last that was filled in.
So are "Jumlah" behind the months of an indicator that is counted up through the year, while they are not over, and "Jumlah" behind
tribulan or semesters, of which only it tells the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.heads.resolving import SUM_OF_MONTHS
from lokmin_data.reading.percents.yearly_percents import follows
from lokmin_data.reading.words.period import DECEMBER, JANUARY

#: So many rows show it, and this share of those with a number.
FEWEST_ROWS, SHARE, SEVERAL = 2, 0.8, 2
CLOSE = 1e-6
_OF_BOTH = ("", "T")


def with_sums_to_last_month(block: Block, indicators: Mapping[str, Indicator]) -> Block:
    """The table with such numbers as those of their month, and the percent behind each as theirs."""
    if not any(each.month for each in block.layout.measures):
        return block
    running = block.period.adds and block.period.first == JANUARY  # "Tribulan I" whose March is still blank
    added = () if block.period.month and not running else (
        each for each in block.layout.measures
        if each.number and each.basis == "cumulative" and not (each.month or each.months or each.year)
    )  # fmt: skip
    for each in added:
        month = _last_month(block, each)
        block = _dated(block, each, replace(each, month=month)) if month and month != block.period.month else block
    for each in _plain_sums(block, indicators):
        month = _last_month(block, each, fewest=1)  # its head calls it their sum
        if month != DECEMBER and month and block.period.month in (0, month):  # of the whole year it tells nothing more
            block = _dated(block, each, replace(each, basis="cumulative", month=month))
    return block


def _plain_sums(block: Block, indicators: Mapping[str, Indicator]) -> list[Measure]:
    """The numbers headed "Jumlah" with a percent right behind, behind single months of an indicator that is counted up through the
    year, where the table has no other number of it that is added up."""
    months = [each for each in block.layout.measures if each.number and each.month and each.basis == "month"]
    if not months or block.period.odd_range:
        return []
    counted = {each.indicator for each in months if (known := indicators.get(each.indicator)) and known.kind == "cumulative"}
    counted -= {each.indicator for each in block.layout.measures if each.basis == "cumulative" and not each.months}  # "Smt I" may stand between
    found = [each for each in block.layout.sums if each.indicator in counted and not each.months and each.year in (0, block.period.year)]
    found = found or _sums_of_heads(block, months, counted)
    found = [each for each in found if each.number and _percent_of(block, each, each.number)]
    return found if len(found) == len({(each.indicator, each.sex) for each in found}) else []


def _sums_of_heads(block: Block, months: Sequence[Measure], counted: Collection[str]) -> list[Measure]:
    """The columns headed "Jumlah" of those indicators that are `counted` up, each behind its own months; one that names no indicator
    is that of the months where they are all of one."""
    codes = {each.indicator for each in months}
    only = "".join(codes) if len(codes) == 1 else ""
    found = []
    for column in block.head.columns:
        code = column.meaning.indicator or only
        if column.meaning.note == SUM_OF_MONTHS and column.meaning.sex in _OF_BOTH and code in counted:
            same = [each for each in months if each.indicator == code]
            own = next((each for each in same if each.sex in _OF_BOTH), replace(same[0], sex=""))
            found.append(replace(own, number=column, percent=None, month=0))
    return found


def with_sums_of_ranges(block: Block) -> Block:
    """The table with "Jumlah" behind tribulan or semesters that are not added up, where it adds them up from January on: the year's
    number, or that of the last of them that was filled in; below "Januari s/d September" it is of that month or not read."""
    to_date = block.period.adds and block.period.first == JANUARY
    if block.period.month and not to_date or not any(each.months for each in block.layout.measures):
        return block
    undated = (
        each for each in block.layout.measures
        if each.basis in ("year", "cumulative") and each.number and not (each.month or each.months or each.number.meaning.month)
    )  # fmt: skip
    for each in (*block.layout.sums, *undated):
        month = _last_of_ranges(block, each)
        whole = month == DECEMBER and each.basis != "cumulative" and not block.period.month
        if month and block.period.month in (0, month):
            block = _dated(block, each, replace(each, basis="year") if whole else replace(each, basis="cumulative", month=month))
    return block


def _last_of_ranges(block: Block, total: Measure) -> int:
    """The last month of the ranges that the number adds up; 0 where they leave a gap, or the rows do not show that."""
    parts = [
        each for each in block.layout.measures
        if each.number and each.months and each.basis == "cumulative" and not each.number.meaning.basis
        and (each.indicator, each.sex) == (total.indicator, total.sex) and each.year in (0, total.year)
    ]  # fmt: skip
    ranges = sorted(each.months for each in parts if each.months)
    ends = [0, *(last for _, last in ranges)]
    if len(ranges) < SEVERAL or not total.number or any(first != before + 1 for (first, _), before in zip(ranges, ends, strict=False)):
        return 0
    rows = [place for place, row in enumerate(block.rows) if row.kind == "area"]
    filled = [each.months[1] for each in parts if each.months and any(block.number(each.number, row) for row in rows)]
    return max(filled) if len(filled) >= SEVERAL and _adds_up(block, total, parts, rows) else 0


def _last_month(block: Block, total: Measure, fewest: int = FEWEST_ROWS) -> int:
    """The last month that the number adds up from January on; 0 where not so many rows show that."""
    parts = _months(block, total, (total.sex,)) or (_months(block, total, ("L", "P")) if total.sex in ("", "T") else [])
    rows = [place for place, row in enumerate(block.rows) if row.kind == "area"]
    filled = [each.month for each in parts if any(block.number(each.number, row) for row in rows)]
    if len({*filled}) < SEVERAL or not set(range(JANUARY, max(filled) + 1)) <= {each.month for each in parts}:
        return 0
    return max(filled) if _adds_up(block, total, parts, rows, fewest) else 0


def _months(block: Block, total: Measure, sexes: Collection[str]) -> list[Measure]:
    """The numbers of single months of the same indicator and of these sexes."""
    return [
        each for each in block.layout.measures
        if each.number and each.month and (each.basis == "month" or not each.indicator) and each.indicator == total.indicator and each.sex in sexes
    ]  # fmt: skip


def _adds_up(block: Block, total: Measure, parts: Collection[Measure], rows: Collection[int], fewest: int = FEWEST_ROWS) -> bool:
    printed = block.values_of(total.number) if total.number else []
    tried = [
        (number, sum(block.number(each.number, row) or 0.0 for each in parts)) for row in rows if printed and (number := printed[row].number)
    ]
    right = sum(1 for number, added in tried if abs(number - added) <= CLOSE)
    return right >= fewest and right >= SHARE * len(tried)


def _behind(block: Block, number: Column) -> int:
    """The place right behind a number, and behind the sasaran that follow it: "Kumulatif | Sasaran | %"."""
    sasaran = {each.column.index for each in block.layout.denominators if not each.target}
    place = number.index + 1
    while place in sasaran:
        place += 1
    return place


def _percent_of(block: Block, total: Measure, number: Column) -> Column | None:
    """The percent of a sum: the only one behind it that names its indicator, else the one right behind that names no other."""
    own = [
        each for each in block.layout.yearly
        if each.index > number.index and each.meaning.basis in ("", "cumulative", "year") and each.meaning.sex in ("", total.sex)
    ]  # fmt: skip
    named = [each for each in own if each.meaning.indicator and each.meaning.indicator == total.indicator]
    if len(named) == 1:
        return named[0]
    return next((each for each in own if each.index == _behind(block, number) and each.meaning.indicator in ("", total.indicator)), None)


def _dated(block: Block, total: Measure, dated: Measure) -> Block:
    """The table with one number read as `dated`, and the percent behind it as its own."""
    assert total.number
    number = total.number
    percent = None if total.percent else _percent_of(block, total, number)
    if percent and percent.index > number.index + 1 and not follows(block, percent):
        percent = None  # beside a sasaran it may be of anything else
    own = replace(dated, percent=total.percent or percent)
    layout = block.layout
    measures = tuple(own if each is total else each for each in layout.measures)
    measures = measures if own in measures else (*measures, own)
    yearly = tuple(each for each in layout.yearly if each is not percent)
    sums = tuple(each for each in layout.sums if each is not total)
    values = {**block.values, **{each.index: block.values_of(each) for each in (number, percent) if each}}
    return replace(block, layout=replace(layout, measures=measures, yearly=yearly, sums=sums), values=values)
