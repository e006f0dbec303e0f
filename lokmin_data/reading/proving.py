"""What printed percents prove of columns that the head leaves unclear: a divisor without a known name, a number that is
itself what another column is divided by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks import Block, Draft, column_values
from lokmin_data.reading.book import cell_name
from lokmin_data.reading.headers import Column
from lokmin_data.reading.measures import Denominator, Measure
from lokmin_data.reading.percents import allowed_error, column_digits, digits_of, scale_between
from lokmin_data.reading.problems import NumberDivides
from lokmin_data.reading.values import Value

#: A ratio is proved in at least so many rows, and in this share of those that can be tried.
FEWEST_ROWS, SHARE = 3, 0.8
#: Rows that are tried at most.
MOST_ROWS = 40


def with_proved_columns(block: Block, made: Draft) -> tuple[Block, list[Problem]]:
    """(the table, problems): an unknown column that explains the printed percents becomes the divisor; a number that some
    other column is divided by to give its percent is no result and is not read."""
    problems: list[Problem] = []
    for measure in block.layout.measures:
        if not (measure.number and measure.percent) or any(
            _proved(block, measure.number, _values(block, made, each.column), measure.percent) for each in block.layout.denominators
        ):
            continue
        divisor = next((each for each in _unknown(block, measure, made)), None)
        if divisor is not None:
            block = _with_divisor(block, made, measure, divisor)
        elif (other := _divided(block, made, measure)) is not None:
            measures = tuple(each for each in block.layout.measures if each is not measure)
            block = replace(block, layout=replace(block.layout, measures=measures))
            problems.append(_problem(block, measure.number, other))
    return block, problems


def _unknown(block: Block, measure: Measure, made: Draft) -> Iterator[Column]:
    """The unknown columns by which the number is divided."""
    assert measure.number and measure.percent
    for column in block.layout.unknown:
        if not column.meaning.role == "percent" and _proved(block, measure.number, _values(block, made, column), measure.percent):
            yield column


def _divided(block: Block, made: Draft, measure: Measure) -> Column | None:
    """The column whose division by the measure's number gives the measure's percent."""
    assert measure.number and measure.percent
    own = block.values[measure.number.index]
    others = [*block.layout.unknown, *(each.column for each in block.layout.denominators)]
    others += [each.number for each in block.layout.measures if each.number and each is not measure]
    for column in others:
        values = _values(block, made, column)
        same = all(one.number == other.number for one, other in zip(values, own, strict=True))
        if not same and _proved(block, column, own, measure.percent, numbers=values):
            return column
    return None


def _values(block: Block, made: Draft, column: Column) -> Sequence[Value]:
    return block.values[column.index] if column.index in block.values else column_values(made, column, block.rows)


def _proved(
    block: Block, number: Column, divisors: Sequence[Value], percent: Column, *, numbers: Sequence[Value] | None = None
) -> bool:
    """True where nearly every percent of an area is number / divisor."""
    numbers = block.values[number.index] if numbers is None else numbers
    percents = block.values[percent.index]
    usual: int | None = None  # looked for where a percent has no digits of its own
    tried = right = 0
    for row, entry in enumerate(block.rows):
        above, below, ratio = numbers[row].number, divisors[row].number, percents[row].number
        if entry.kind == "area" and above and below and ratio:
            tried += 1
            if usual is None and not digits_of(ratio):
                usual = column_digits(value.number for value in percents)
            right += bool(scale_between(above, below, ratio, allowed_error(ratio, usual or 0)))
            if tried == MOST_ROWS or tried > FEWEST_ROWS and not right:
                break
    return right >= FEWEST_ROWS and right >= SHARE * tried


def _with_divisor(block: Block, made: Draft, measure: Measure, column: Column) -> Block:
    own = Denominator(column, sex=measure.sex, month=measure.month, scope=measure.indicator)
    layout = replace(
        block.layout,
        denominators=(*block.layout.denominators, own),
        unknown=tuple(each for each in block.layout.unknown if each is not column),
    )
    return replace(block, layout=layout, values={**block.values, column.index: list(_values(block, made, column))})


def _problem(block: Block, number: Column, other: Column) -> Problem:
    row = next(place for place, entry in enumerate(block.rows) if entry.kind == "area")
    heads = " › ".join(number.path), " › ".join(other.path)
    return NumberDivides(sheet=block.sheet.name, cell=cell_name(*block.cell(row, number)), found=heads[0], expected=heads[1])
