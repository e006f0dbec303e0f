"""The numbers of all tables as records: what, where, when, and where each number stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from lokmin_data.model import Indicator
from lokmin_data.reading.blocks.block import Block, measure_of_row
from lokmin_data.reading.blocks.ticks import answer, opposite
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.meaning import AREA_LEVELS
from lokmin_data.reading.words.period import NEVER, Period

#: Rows of percents none of which is larger hold fractions of 1.
LARGEST_FRACTION = 1.5


class Key(NamedTuple):
    """What a number is about; two records of one key are the same observation."""

    area: str
    within: str
    level: str
    indicator: str
    year: int
    month: int
    basis: str
    sex: str

    @property
    def of_all(self) -> tuple:
        """What the L, the P and the sum of one number share."""
        return self[:-1]


@dataclass(slots=True)
class Record:
    """One number (or percent) of one row, with the place of each cell; `row` and `block` lead back to the table."""

    key: Key
    kind: str
    printed: str
    block: int
    row: int
    measure: Measure
    number: float | None
    percent: float | None  # as it stands in the cell, on the cell's own scale
    denominator: float | None = None
    denominator_place: tuple[int, int, int] | None = None  # sheet number, row, column
    percent_100: float | None = None  # on the 0-100 scale


_made = partial(tuple.__new__, Key)  # a Key of its fields, in half of the time


def records_of(block: Block, indicators: Mapping[str, Indicator]) -> Iterator[Record]:
    """The records of a table: one for each row and measure that has a number or a percent."""
    rows = [
        (place, row, period_of_row(row, block.period))
        for place, row in enumerate(block.rows) if row.kind in ("area", "total", "apart", "percent")
    ]  # fmt: skip
    fractions = _of_fractions(block)
    by_month = any(each.month for each in block.layout.measures)
    for measure in block.layout.measures:
        if measure.basis == "last":
            continue
        numbers, percents = _counted(block, measure.number), _counted(block, measure.percent)
        values = block.values[measure.number.index] if measure.number else ()
        dated = bool(measure.month or measure.months or measure.year)
        for place, row, period in rows:
            number, percent = numbers[place], percents[place]
            if number is None and percent is None:
                continue
            if measure.indicator and not row.sex:
                own = measure  # most numbers
            else:
                said = measure_of_row(measure, row, indicators, block.period)
                if said is None or said.basis == "last" or measure.basis == "cumulative" and by_month and _is_state(said, measure, indicators):
                    continue
                own = said
            if row.kind == "percent":
                yield from _percent_row(own, row, place, block, number, fractions)
            else:
                when = _period_of(own, period) if dated or own is not measure else period
                key = _key(_with_range(own, row) if row.period.first else own, row, when)
                beside = values[place].percent if values and percent is None else None
                yield Record(key, row.kind, row.area, block.place, place, own, number, percent, None, None, beside)


def _is_state(own: Measure, column: Measure, indicators: Mapping[str, Indicator]) -> bool:
    """True for an indicator that a row names and whose months nobody adds up: D/S."""
    known = indicators.get(own.indicator)
    return not column.indicator and known is not None and known.kind in ("point", "status")


def _counted(block: Block, column: Column | None) -> list[float | None]:
    """The numbers of a column, None where one is below 0: nobody can be counted or covered less than not at all."""
    if column is None:
        return [None] * len(block.rows)
    return [number if (number := value.number) is None or number >= 0.0 else None for value in block.values[column.index]]


def _of_fractions(block: Block) -> bool:
    """True where no number in any of a table's rows of percents is larger than a fraction of 1 may be: 0,9 beside 87,5 is 0,9 %."""
    places = [place for place, row in enumerate(block.rows) if row.kind == "percent"]
    sizes = [abs(cells[place].number or 0) for place in places for cells in block.values.values()]
    return bool(any(sizes)) and max(sizes) <= LARGEST_FRACTION


def _percent_row(
    measure: Measure, row: Row, place: int, block: Block, percent: float | None, fractions: bool
) -> Iterator[Record]:
    """The record of a row that prints the percents of the numbers in another row; `fractions`: all of them on the scale of 1."""
    if measure.number is None or measure.percent is not None or percent is None:
        return
    if measure.basis == "point" and row.period.adds and block.head.axis("month") and not block.head.axis(*AREA_LEVELS):
        return  # the mean of the states of several months is none
    own = replace(measure, number=None, percent=measure.number)
    if row.period.adds and own.basis == "month" and not _added_beside(measure, place, block):
        own = replace(own, basis="cumulative")  # "% s/d Juni" below "Abs | Kum"
    key = _key(own, row, period_of_record(own, row, block.period))
    values = [cells[place] for column, cells in block.values.items() if cells[place].number is not None]
    fraction = not values[0].signed and (block.cell(place, measure.number) in block.sheet.percent_cells or fractions)
    yield Record(
        key, "area", row.area, block.place, place, own, None, percent, percent_100=percent * (100 if fraction else 1)
    )


def _added_beside(measure: Measure, place: int, block: Block) -> bool:
    """True where the row also holds the percent of the same number added up."""
    return any(
        each.basis == "cumulative" and (each.indicator, each.sex) == (measure.indicator, measure.sex) and block.number(each.number, place) is not None
        for each in block.layout.measures
    )  # fmt: skip


def period_of_record(measure: Measure, row: Row, period: Period) -> Period:
    """The period of one number: its column's, else its row's, else the table's."""
    return _period_of(measure, period_of_row(row, period))


def period_of_row(row: Row, period: Period) -> Period:
    """The period of a row, filled from its table's."""
    return period if row.period is NEVER or row.period == NEVER else row.period.filled(period)


def _period_of(measure: Measure, whole: Period) -> Period:
    month, year = measure.month or (measure.months or (0, 0))[1], measure.year
    if not month and not year:
        return whole
    return replace(whole, month=month or whole.month, year=year or whole.year)


def _with_range(measure: Measure, row: Row) -> Measure:
    """The measure as added up where its row says that: `Tribulan I`, `Jan-Mei`; whether a later range adds up is seen later."""
    said = measure.number.meaning.basis if measure.number else ""
    if measure.basis != "month" or said or not row_months(measure, row):
        return measure
    return replace(measure, basis="cumulative")


def row_months(measure: Measure, row: Row) -> tuple[int, int] | None:
    """(first, last) of the range of months that a row names, where its column names none."""
    first, last = row.period.first, row.period.month
    return (first, last) if 0 < first < last and not (measure.month or measure.months) else None


def _key(measure: Measure, row: Row, period: Period) -> Key:
    basis = measure.basis
    month = 0 if basis == "year" else period.month
    return _made((row.folded, row.folded_within, row.level, measure.indicator, period.year, month, basis, measure.sex or "T"))


def only_divisors(records: Sequence[Record], blocks: Mapping[int, Block]) -> set[int]:
    """The places in `records` of numbers that only serve as another indicator's divisor: "balita ditimbang" beside
    underweight, in a table without any sasaran or percent of its own for it; where only the sasaran of another sheet is known,
    those that another table gives beside its own sasaran."""
    divisors = {record.denominator_place for record in records if record.denominator_place}
    counting = [(place, record) for place, record in enumerate(records) if (column := record.measure.number) and column.meaning.counts]
    told = {record.key: record.block for _, record in counting if record.denominator is not None and _of_own_table(record, blocks)}
    return {
        place for place, record in counting
        if record.percent is None and not _of_own_table(record, blocks)
        and (record.denominator is None or record.key in told)
        and (blocks[record.block].sheet_number, *blocks[record.block].cell(record.row, record.measure.number)) in divisors
    }  # fmt: skip


def _of_own_table(record: Record, blocks: Mapping[int, Block]) -> bool:
    """True where a number is measured against a sasaran of the table that it stands in."""
    block, place = blocks[record.block], record.denominator_place
    if not place or place[0] != block.sheet_number:
        return False
    return any(block.cell(record.row, each.column) == place[1:] for each in block.layout.denominators)


def status_numbers(
    block: Block, indicators: Mapping[str, Indicator], words: Mapping[str, Sequence[str]]
) -> Iterator[Record]:
    """The records of yes/no columns: 1 or 0 for an indicator that is a status, said in one column or ticked in one of two."""
    for measure in block.layout.measures:
        known = indicators.get(measure.indicator)
        if not known or known.kind != "status" or not measure.number:
            continue
        other = opposite(block.head, measure.number)
        for place, row in enumerate(block.rows):
            cells, year = block.grid.rows[row.index], row.period.year or block.period.year
            said, not_said = (
                answer(cells[each.index], words, ticked=bool(other), year=year) if each and each.index < len(cells) else ""
                for each in (measure.number, other)
            )
            if not_said:  # ticked as "Belum"; in both columns nothing is said
                said = "" if said == "ya" or not_said == "tidak" else "tidak"
            if row.kind in ("area", "empty") and said and block.number(measure.number, place) is None:
                key = _key(measure, row, period_of_record(measure, row, block.period))
                yield Record(key, "area", row.area, block.place, place, measure, float(said == "ya"), None)
