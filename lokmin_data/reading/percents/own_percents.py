"""Whose a percent without a name is by its numbers: of the column that gives it when divided by a sasaran of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block, Shares
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.heads.percent_places import says_only_percent
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.proofs import allowed_error, column_digits, digits_of, scale_between
from lokmin_data.reading.problems.half_understood import PercentUnproved
from lokmin_data.reading.words.values import Value

#: A ratio is proved in at least so many rows, and in this share of those that can be tried.
FEWEST_ROWS, SHARE = 3, 0.8
#: A percent of 1 may be 1 or 100: compared this closely where all rows must agree.
FINE = 0.0099
#: Percents with so many digits behind the sign, none of which is larger, are fractions of 1.
DIGITS_OF_FRACTIONS, LARGEST_FRACTION = 3, 1.5
#: Rows that are tried at most.
MOST_ROWS = 40


def with_own_percents(block: Block) -> Block:
    """The table with plain percents that stand behind one count and follow from another one given to that other.

    A percent that follows from a count that is not understood is nobody's; one that follows from nothing stays where its
    place puts it.
    """
    block = _with_percents_behind(block)
    waiting: dict[Column, Measure | None] = dict.fromkeys(block.layout.unowned)
    for measure in block.layout.measures:
        if measure.number and measure.percent and says_only_percent(measure.percent) and tried(block, measure):
            if not explained(block, measure.number, measure.percent):
                waiting[measure.percent] = measure
    for percent, wrong in waiting.items():
        block = _moved(block, percent, wrong)
    return block


def _with_percents_behind(block: Block) -> Block:
    """The table with the plain percent right behind a count as the count's where it follows from it and the one that the count
    has does not: "% | K4 | %" behind a count that somebody took out."""
    owned = {each.percent.index for each in block.layout.measures if each.percent}
    free = {each.index: each for each in block.head.columns if each.meaning.role == "percent" and each.index not in owned and says_only_percent(each)}
    measures = list(block.layout.measures)
    values = dict(block.values)
    for place, each in enumerate(measures if free else ()):
        behind = free.get(each.number.index + 1) if each.number and each.percent and each.percent.index < each.number.index else None
        if behind and not explained(block, each.number, each.percent) and explained(block, each.number, behind):
            measures[place] = replace(each, percent=behind)
            values[behind.index] = block.values_of(behind)
    return replace(block, layout=replace(block.layout, measures=tuple(measures)), values=values) if free else block


def lost_percents(block: Block) -> Iterator[Problem]:
    """Percents behind a column that is known and not read ("Belum dilayani"), which follow neither from it nor from any other;
    and those behind a count that follow from the people of another column."""
    owned = {each.percent for each in block.layout.measures}
    people = [each.column for each in block.layout.denominators]
    for percent in block.layout.unowned:
        if percent in owned or not shares_of(block, percent):
            continue
        before = _unread_before(block, percent)
        of_people = not before and any(divides(block, each, percent) for each in people)
        if of_people or any(not divides(block, each, percent) for each in before):
            cell = cell_name(*block.grid.place(block.head.frame.bottom, percent.index))
            yield PercentUnproved(sheet=block.sheet.name, cell=cell, found=" › ".join(percent.path))


def _unread_before(block: Block, percent: Column) -> list[Column]:
    """The column right before a percent where it is known and not read: "Belum dilayani", "Kesenjangan"."""
    return [each for each in block.head.columns if each.index == percent.index - 1 and each.meaning.role == "ignore"]


def _others(block: Block, percent: Column) -> list[Column]:
    """The columns that are passed over and those of people, which a percent may be of as well: of small numbers by chance, so only
    where several of its values differ."""
    if len({ratio for _, ratio, _ in shares_of(block, percent)}) < FEWEST_ROWS:
        return []
    passed = [each for each in block.head.columns if each.path and each.meaning.role == "ignore"]
    return [*passed, *(each.column for each in block.layout.denominators)]


def tried(block: Block, measure: Measure) -> bool:
    """True where enough rows print both a number and a percent."""
    assert measure.number and measure.percent
    pairs = zip(block.values[measure.number.index], block.values[measure.percent.index], strict=True)
    return sum(1 for number, percent in pairs if number.number and percent.number) >= FEWEST_ROWS


def _moved(block: Block, percent: Column, wrong: Measure | None) -> Block:
    """The table with a percent given to the measure that it follows from, taken from `wrong` where it is another's."""
    measures = list(block.layout.measures)
    others = [
        (place, each.number) for place, each in enumerate(measures)
        if each.number and each.percent is None and each.number.path[:-1] == percent.path[:-1]
    ]  # fmt: skip
    others.sort(key=lambda other: abs(other[1].index - percent.index))
    unknown = [each for each in block.layout.unknown if each.meaning.role != "percent"]
    place = next((place for place, number in others if explained(block, number, percent)), None)
    if place is None:  # what the unknown count is divided by is no result: the percent shows it to `with_proved_columns`
        place = next((place for place, number in others for each in unknown if _gives(block, each, number, percent)), None)
    unread = [*unknown, *_unread_before(block, percent), *_others(block, percent)]
    if place is None and (wrong is None or not _one_divides(block, unread, percent)):
        return block
    unowned = block.layout.unowned
    if wrong in measures:
        measures[measures.index(wrong)] = replace(wrong, percent=None)
        unowned = unowned if place is not None else (*unowned, percent)
    if place is not None:
        measures[place] = replace(measures[place], percent=percent)
    values = {**block.values, percent.index: block.values_of(percent)}
    return replace(block, layout=replace(block.layout, measures=tuple(measures), unowned=unowned), values=values)


def explained(block: Block, number: Column, percent: Column) -> bool:
    """True where a percent follows from a number and any sasaran, or a column that nobody knows, of the table."""
    unknown = (each for each in block.layout.unknown if each is not number and each.meaning.role != "percent")
    return divides(block, number, percent) or any(_gives(block, number, each, percent) for each in unknown)


def divides(block: Block, number: Column, percent: Column) -> bool:
    """True where a percent is a number divided by one of the table's known denominators; looked at once, by whatever rule it is
    asked."""
    columns = (number, percent, *(each.column for each in block.layout.denominators))
    values = block.values_of(number)
    known = block.divided.get(columns)
    if known is None or known[0] is not values:
        known = block.divided[columns] = values, _one_divides(block, (number,), percent)
    return bool(known[1])


def _one_divides(block: Block, numbers: Iterable[Column], percent: Column) -> bool:
    """True where a percent is one of these numbers divided by one of the table's known denominators."""
    shares = shares_of(block, percent)
    tried = list(_filled(shares, map(block.values_of, numbers)))
    divisors = _filled(shares, (block.values_of(each.column) for each in block.layout.denominators if tried))
    return any(proved(shares, values, divisor) for divisor in divisors for values in tried)


def _filled(shares: Shares, columns: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
    """Those columns that hold numbers beside enough of the percents to prove anything."""
    return (values for values in columns if len([row for row, _, _ in shares if values[row].number]) >= FEWEST_ROWS)


def _gives(block: Block, number: Column, divisor: Column, percent: Column) -> bool:
    shares = shares_of(block, percent)
    return bool(shares) and proved(shares, block.values_of(number), block.values_of(divisor))


def shares_of(block: Block, percent: Column) -> Shares:
    """(row, percent, how far it may lie from the exact one) of the areas; looked at once, whatever it is compared with."""
    if percent not in block.shares:
        numbers = [value.number for value in block.values_of(percent)]
        printed = [(row, number) for row, number in enumerate(numbers) if number and block.rows[row].kind == "area"]
        usual, digits = column_digits(numbers), max((digits_of(number) for _, number in printed), default=0)
        fractions = digits >= DIGITS_OF_FRACTIONS and all(number <= LARGEST_FRACTION for _, number in printed)
        block.shares[percent] = [
            (row, number, allowed_error(number, digits, finest=True) if fractions and digits_of(number) == 1 else allowed_error(number, usual))
            for row, number in printed
        ]  # 0.8 among 0.6364 is no 0.75 to 0.85
    return block.shares[percent]


def proved(shares: Shares, numbers: Sequence[Value], divisors: Sequence[Value]) -> bool:
    """True where nearly every percent of an area is number / divisor; beside three that differ, one may be wrong."""
    tried = right = 0
    different = set()
    for row, ratio, error in shares:
        above, below = numbers[row].number, divisors[row].number
        if above and below:
            tried += 1
            share = above / below  # most are far off: that needs no closer look
            if (abs(ratio - share * 100) <= error or abs(ratio - share) <= error) and scale_between(above, below, ratio, error):
                right += 1
                different.add(ratio)
            if tried == MOST_ROWS or tried > FEWEST_ROWS and not right:
                break
    nearly = right >= SHARE * tried or right == tried - 1 and len(different) >= FEWEST_ROWS
    return right >= FEWEST_ROWS and nearly


def agrees(shares: Shares, numbers: Sequence[Value], divisors: Sequence[Value]) -> bool:
    """True where every percent of an area is number / divisor, at least one of them: fewer rows than prove it, no exception."""
    tried = [
        (above, below, ratio, min(error, FINE) if ratio <= 1 else error) for row, ratio, error in shares
        if (above := numbers[row].number) and (below := divisors[row].number)
    ]  # fmt: skip
    return bool(tried) and all(scale_between(*each) for each in tried)


def explains_all(shares: Shares, numbers: Sequence[Value], divisors: Sequence[Value]) -> bool:
    """True where every percent of an area that prints a number is number / divisor."""
    rows = [(numbers[row].number, divisors[row].number, ratio, error) for row, ratio, error in shares]
    return all(below and scale_between(above, below, ratio, error) for above, below, ratio, error in rows if above)
