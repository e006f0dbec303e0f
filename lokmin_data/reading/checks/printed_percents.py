"""Printed percents that contradict their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, percent_text, place_of
from lokmin_data.reading.checks.in_tables import spans_of
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.percents.proofs import FRACTION, HUNDRED, column_digits, digits_of
from lokmin_data.reading.problems.contradictions import PercentDiffers
from lokmin_data.reading.records.record import Record

#: What calls a row or column a mean of others.
_MEAN = re.compile(r"\s*(?:rata|rerata|rataan|mean|average)\b", re.IGNORECASE)

#: A text that prints a percent without decimals, and how far such a one may lie from the exact one.
_WHOLE, HALF_A_PERCENT = re.compile(r"\s*\d{1,3}\s*%\s*$"), 0.5 + 1e-6


class _Usual(NamedTuple):
    """The digits of the percents of the columns and of the rows of tables that were looked at, by (table, column) and (table, row)."""

    columns: dict[tuple[int, int], int]
    rows: dict[tuple[int, int], int]


def check_percents(
    records: Sequence[Record],
    blocks: Mapping[int, Block],
    proved: Mapping[tuple, bool],
    findings: Findings,
) -> Iterator[Finding]:
    """Printed percents that are not number / denominator, where the report proves what it divides by."""
    usual = _Usual({}, {})
    for record in records:
        column = record.measure.percent
        if column is None or record.percent is None or record.number is None or not record.denominator or record.percent_100 is None:
            continue
        block = blocks[record.block]
        if not _is_proved(record, column, block, proved):
            continue
        scale = HUNDRED if record.percent_100 == record.percent else FRACTION
        exact = record.number / record.denominator * 100
        digits = digits_of(record.percent) or _digits_beside(record, column, block, usual)
        error = 1.01 * 10.0**-digits * (1 if scale == HUNDRED else 100) + 1e-6
        if scale == HUNDRED and _written_whole(record, column, block):
            error = max(error, HALF_A_PERCENT)
        if abs(record.percent_100 - exact) <= error or _follows_from(record, block, findings, error) or _of_the_sum(record, block, findings, error):
            continue
        if _is_mean(record, block, error):
            continue
        yield finding(
            PercentDiffers, block, record.row, column.index, record.percent_100, exact,
            found=percent_text(record.percent_100), expected=percent_text(exact),
        )  # fmt: skip


def _is_proved(record: Record, column: Column, block: Block, proved: Mapping[tuple, bool]) -> bool:
    """True where the report proves what the percents of a column divide by; those of rows of one sex are of the measure of all of them."""
    if proved.get((record.block, record.measure)) or proved.get((record.block, column.index, record.key.indicator)):
        return True
    own = (each for each in block.layout.measures if each.percent is column and each.number is record.measure.number)
    return block.by_sex and any(proved.get((record.block, each)) for each in own)


def _written_whole(record: Record, column: Column, block: Block) -> bool:
    """True for a percent that its own text rounds to a whole one, "28 %" beside "8.6 %"; "8,0 %" is exact to its last digit, and how many
    digits a number has does not show."""
    cells = block.grid.rows[block.rows[record.row].index]
    cell = cells[column.index] if column.index < len(cells) else None
    return cell.__class__ is str and bool(_WHOLE.match(cell))  # type: ignore[arg-type]


def _digits_beside(record: Record, column: Column, block: Block, usual: _Usual) -> int:
    """The digits of a column's percents, or those of its row where these have fewer: a total is often rounded otherwise."""
    place, row = (block.place, column.index), (block.place, record.row)
    if place not in usual.columns:
        usual.columns[place] = column_digits(value.number for value in block.values[column.index])
    if row not in usual.rows:
        usual.rows[row] = column_digits(block.values[each.percent.index][record.row].number for each in block.layout.measures if each.percent)
    own = usual.columns[place]
    return min(own, usual.rows[row] or own)


def _is_mean(record: Record, block: Block, error: float) -> bool:
    """True for the mean of the desa's percents in a row or column called so: it is no percent of the mean numbers."""
    column = record.measure.percent
    if record.kind != "total" or column is None or not record.percent or record.percent_100 is None or not _MEAN.match(block.rows[record.row].area):
        return False
    values = [block.values[column.index][row].number for row, entry in enumerate(block.rows) if entry.kind == "area"]
    printed = [value for value in values if value is not None]
    return bool(printed) and abs(record.percent - sum(printed) / len(printed)) * record.percent_100 / record.percent <= error


def _follows_from(record: Record, block: Block, findings: Findings, error: float) -> bool:
    """True where the percent is right for the number that the accused one should be."""
    if record.measure.number is None or not record.denominator or record.percent_100 is None:
        return False
    accused = findings.accused.get(place_of(block, record.row, record.measure.number.index))
    if accused is None or accused.expected is None:
        return False
    return abs(record.percent_100 - accused.expected / record.denominator * 100) <= error


def _of_the_sum(record: Record, block: Block, findings: Findings, error: float) -> bool:
    """True for the percent of a total that is right for the numbers, or the sasaran, it should add up: then that total is wrong,
    or it adds up an accused number."""
    if record.kind != "total" or record.measure.number is None or not record.denominator or record.percent_100 is None:
        return False
    spans = spans_of(block, record.row)
    numbers = [record.number or 0, *_sums(block, record.measure.number.index, spans)]
    columns = _parts(block, record.measure)
    numbers += [numbers[0] - findings.shift(place_of(block, row, column) for row in span for column in columns) for span in spans]
    divisors = [record.denominator]
    sheet, _, place = record.denominator_place or (None, None, None)
    if sheet == block.sheet_number:
        divisors += [each for column in block.values if block.grid.place(0, column)[1] == place for each in _sums(block, column, spans)]
    return any(each and abs(record.percent_100 - number / each * 100) <= error for number in numbers for each in divisors)


def _parts(block: Block, measure: Measure) -> list[int]:
    """The columns of the same indicator's numbers, from which a number to date grows: "bulan ini" beside "s/d bulan ini"."""
    same = (each for each in block.layout.measures if (each.indicator, each.sex) == (measure.indicator, measure.sex))
    return list({each.number.index: None for each in same if each.number})


def _sums(block: Block, column: int, spans: Sequence[Sequence[int]]) -> list[float]:
    return [sum(block.values[column][row].number or 0 for row in span) for span in spans]
