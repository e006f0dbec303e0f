"""Percents behind the months of a table ("Des | % KUM"): what they say follows from the months and the sasaran, else it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.own_percents import divides
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, scale_between
from lokmin_data.reading.words.period import JANUARY

#: A column says nothing new where at least this share of its percents follows from what is read.
FOLLOWS = 0.5
#: What the number left of a percent is called among the sums of months.
NUMBER_BESIDE = ("", "")


@dataclass(frozen=True, kw_only=True)
class PercentOfMonths(Problem):
    """A percent over all months of a table that does not follow from the months and the sasaran that are read."""

    code = "persen-semua-bulan"
    severity = "skipped"
    what = "Kolom '{found}' berisi persen seluruh bulan di depannya, yang tidak dapat dihitung ulang dari tabel ini; kolomnya tidak dibaca."
    fix = "Tambahkan kolom jumlah (misalnya 'Jumlah s/d Desember') dan kolom sasaran pada tabelnya, lalu unggah ulang."


def with_proved_yearly(block: Block) -> Block:
    """The table with a percent behind several months given to the number right before it where it follows from that number: of "s/d TW III"
    behind a prepared "TW IV", of "Kum" behind the months of the title, of this year's round behind last year's."""
    measures, yearly = list(block.layout.measures), list(block.layout.yearly)
    for column in block.layout.yearly:
        for place, each in enumerate(measures):
            if each.number and each.number.index == column.index - 1 and _is_own(each, measures) and divides(block, each.number, column):
                measures[place] = replace(each, percent=column)
                yearly.remove(column)
                break
    if len(yearly) == len(block.layout.yearly):
        return block
    values = block.values | {each.index: block.values_of(each) for each in block.layout.yearly if each not in yearly}
    return replace(block, layout=replace(block.layout, measures=tuple(measures), yearly=tuple(yearly)), values=values)


def _is_own(measure: Measure, measures: Sequence[Measure]) -> bool:
    """True for a number without a percent that stands for more than a month of the year: up to a month, or the same month as that of another
    year beside it."""
    if measure.percent or not measure.number:
        return False
    if measure.number.meaning.basis == "cumulative":
        return True  # "s/d TW III" is said of July to September, "Jan | Feb | Mar | Kum" of the title's months
    if measure.months:
        return measure.months[0] == JANUARY
    group = [each for each in measures if each.number and each.number.path[:-1] == measure.number.path[:-1] and each.month]
    return bool(measure.year) and {each.month for each in group} == {measure.month} and len({each.year for each in group}) == len(group) > 1


def yearly_problems(block: Block) -> list[Problem]:
    """A problem for each percent over all months that is not read and does not follow from what is."""
    return [_told(block, column) for column in block.layout.yearly if not follows(block, column)]


def _told(block: Block, column: Column) -> Problem:
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return PercentOfMonths(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path))


def follows(block: Block, column: Column) -> bool:
    """True for an empty column, and where most of its percents are the months' sum, or the number left of it, over a sasaran."""
    percents = [value.number for value in block.values_of(column)]
    rows = [row for row, entry in enumerate(block.rows) if entry.kind == "area" and percents[row]]
    usual = column_digits(percents)
    good = sum(1 for row in rows if _is_share(block, column, row, percents[row] or 0.0, usual))
    return good >= FOLLOWS * len(rows)


def _is_share(block: Block, column: Column, row: int, percent: float, usual: int) -> bool:
    errors = (allowed_error(percent, usual), allowed_error(percent, usual, finest=True))  # 0.2 among 0.21212 is exact
    sasaran = [block.number(each.column, row) for each in block.layout.denominators]
    sums = sums_before(block, column, row).values()
    return any(scale_between(number, value, percent, error) for number in sums for value in sasaran if value for error in errors)


def sums_before(block: Block, column: Column, row: int) -> dict[tuple[str, str], float]:
    """What a row's percent may be of: the sum of the months that stand left of it, by their indicator and sex; the number in the
    column left of it, read or not, by nothing."""
    sums: dict[tuple[str, str], float] = {}
    for each in block.layout.measures:
        if each.number and (each.month or each.months) and each.number.index < column.index:
            key = (each.indicator, each.sex)
            sums[key] = sums.get(key, 0.0) + (block.number(each.number, row) or 0.0)
    before = next((each for each in block.head.columns if each.index == column.index - 1), None)
    beside = block.values_of(before)[row].number if before else None
    return {**sums, NUMBER_BESIDE: beside} if beside else sums
