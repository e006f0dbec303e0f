"""What printed percents prove of columns that the head leaves unclear: a divisor without a known name, a number that is
itself what another column is divided by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.heads.resolving import SUM_OF_GROUPS
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.doubtful_percents import without_doubtful_percents
from lokmin_data.reading.percents.own_divisors import own_before
from lokmin_data.reading.percents.own_percents import (
    agrees,
    divides,
    explains_all,
    lost_percents,
    proved,
    shares_of,
    with_own_percents,
)
from lokmin_data.reading.percents.percents_of_people import without_percents_of_people
from lokmin_data.reading.percents.percents_to_date import with_percents_to_date
from lokmin_data.reading.percents.proved_counts import with_proved_counts
from lokmin_data.reading.percents.repeated_percents import with_repeated_percents
from lokmin_data.reading.percents.row_shares import with_row_shares
from lokmin_data.reading.percents.sex_shares import without_sex_shares
from lokmin_data.reading.percents.spare_columns import smaller_than_parts, with_spare_percents, without_parts
from lokmin_data.reading.percents.sums_beside import without_sums
from lokmin_data.reading.percents.unwritten_percents import with_unwritten_percents
from lokmin_data.reading.percents.yearly_percents import with_proved_yearly, yearly_problems
from lokmin_data.reading.problems.half_understood import NumberDivides
from lokmin_data.reading.words.meaning import Reader


def with_proved_columns(block: Block, indicators: Mapping[str, Indicator], reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): an unknown column that explains the printed percents becomes the divisor; a number that some
    other column is divided by to give its percent is no result and is not read; of two columns that say the same, the one
    that the numbers prove is."""
    block, asked = with_row_shares(without_sums(with_percents_to_date(with_proved_yearly(block)), indicators), indicators)
    block, fractions = with_unwritten_percents(block, indicators, reader)
    block, of_people = without_percents_of_people(block)
    block, doubtful = without_doubtful_percents(block, reader)
    block, problems = without_parts(with_repeated_percents(with_proved_counts(without_sex_shares(block)), reader), reader)
    block, doubts = with_spare_percents(with_own_percents(block))
    problems += [*asked, *fractions, *of_people, *doubtful, *doubts, *yearly_problems(block), *smaller_than_parts(block, reader)]
    given = block
    for measure in block.layout.measures:
        if not (measure.number and measure.percent):
            continue
        if divides(given, measure.number, measure.percent):
            better = _explaining_all(given, measure)
            block = _with_divisor(block, measure, better) if better else block
            continue
        divisor = next(iter(_unknown(given, measure)), None)
        if divisor is not None:
            block = _with_divisor(block, measure, divisor)
        elif (other := _divided(block, measure)) is not None:
            measures = tuple(each for each in block.layout.measures if each is not measure)
            block = replace(block, layout=replace(block.layout, measures=measures))
            problems.append(_problem(block, measure.number, other))
    problems += lost_percents(block)
    return _with_siblings(block, given), problems


def _with_siblings(block: Block, given: Block) -> Block:
    """The table with unknown columns that bear the text of a proved divisor ("ADA" below each age), in the group of their
    number, taken for divisors, too: where too few percents are exact to prove them, and none speaks against them."""
    proved_ones = {each.column.path[-1] for each in block.layout.denominators if each.column in given.layout.unknown}
    for measure in block.layout.measures if proved_ones else ():
        if not (measure.number and measure.percent) or divides(block, measure.number, measure.percent):
            continue
        group = measure.number.path[:-1]
        alike = [each for each in block.layout.unknown if each.path and each.path[-1] in proved_ones and each.path[:-1] == group]
        if len(alike) == 1 and agrees(shares_of(block, measure.percent), block.values[measure.number.index], block.values_of(alike[0])):
            block = _with_divisor(block, measure, alike[0])
    return block


def _unknown(block: Block, measure: Measure) -> list[Column]:
    """The unknown columns by which the number is divided, and "Jumlah" over "Rumah", "Jiwa", "KK" where a sum might stand; the likeliest
    first."""
    assert measure.number and measure.percent
    numbers, shares = block.values[measure.number.index], shares_of(block, measure.percent)
    people = (each for each in block.head.columns if each.meaning.note == SUM_OF_GROUPS and each.meaning.population)
    columns = (each for each in (*block.layout.unknown, *people) if each.meaning.role != "percent")
    return _nearest_first(block, measure, (each for each in columns if proved(shares, numbers, block.values_of(each))))


def _explaining_all(block: Block, measure: Measure) -> Column | None:
    """The unknown column that explains every percent of a number, where each known divisor leaves one over: small numbers of
    other people (a village's infants of 6 months) agree in most rows by chance; or where those that leave none over stand farther off,
    before another indicator's number: "Diukur TB" before stunting, beside "Data valid BB/TB" before gizi buruk."""
    unknown = _unknown(block, measure)
    if not unknown or not measure.number or not measure.percent:
        return None
    numbers, shares = block.values[measure.number.index], shares_of(block, measure.percent)
    explaining = [each for each in unknown if explains_all(shares, numbers, block.values_of(each))]
    known = [each.column for each in block.layout.denominators] if explaining else []
    known = [each for each in known if proved(shares, numbers, values := block.values_of(each)) and explains_all(shares, numbers, values)]
    return next((each for each in explaining if all(own_before(block, other, each, measure) for other in known)), None)


def _nearest_first(block: Block, measure: Measure, columns: Iterable[Column]) -> list[Column]:
    """Unknown columns by which a number may be divided: those that explain every percent first, of these the nearest before the number."""
    assert measure.number and measure.percent
    place, numbers, shares = measure.number.index, block.values[measure.number.index], shares_of(block, measure.percent)
    found = list(columns)
    if len(found) > 1:
        found.sort(key=lambda each: (not explains_all(shares, numbers, block.values_of(each)), each.index > place, abs(place - each.index)))
    return found


def _divided(block: Block, measure: Measure) -> Column | None:
    """The column whose division by the measure's number gives the measure's percent."""
    assert measure.number and measure.percent
    own, shares = block.values[measure.number.index], shares_of(block, measure.percent)
    others = [*block.layout.unknown, *(each.column for each in block.layout.denominators)]
    others += [each.number for each in block.layout.measures if each.number and each is not measure]
    for column in others:
        values = block.values_of(column)
        if proved(shares, values, own) and any(one.number != other.number for one, other in zip(values, own, strict=True)):
            return column
    return None


def _with_divisor(block: Block, measure: Measure, column: Column) -> Block:
    own = Denominator(column, sex=measure.sex, month=measure.month, scope=measure.indicator)
    layout = replace(
        block.layout,
        denominators=(*block.layout.denominators, own),
        unknown=tuple(each for each in block.layout.unknown if each is not column),
    )
    return replace(block, layout=layout, values={**block.values, column.index: block.values_of(column)})


def _problem(block: Block, number: Column, other: Column) -> Problem:
    row = next(place for place, entry in enumerate(block.rows) if entry.kind == "area")
    heads = " › ".join(number.path), " › ".join(other.path)
    return NumberDivides(sheet=block.sheet.name, cell=cell_name(*block.cell(row, number)), found=heads[0], expected=heads[1])
