"""Rows that nothing names a total but that add up the rows beside them: a Pustu over its desa, the Puskesmas by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.model import Problem
from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.problems.half_understood import SummedRow, UnclearRow
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.rows.struck_rows import StruckRow
from lokmin_data.reading.rows.sums_of_months import with_sums_of_parts
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.values import Value

CLOSE = 1e-6
#: What one row over all others must add up, so that it is no chance: rows, columns with numbers, or so large a number.
FEWEST_ROWS, FEWEST_COLUMNS, LARGE = 3, 2, 30
SEVERAL = 2
_JOINED = re.compile(r"\s*[+&]\s*|\s+dan\s+")

Numbers = tuple[float, ...]


def with_subtotals(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows with the kind of those that exactly add up the rows below (or above) them changed from area to total.

    Either the whole table falls into such groups, or one row adds up all others; every column of numbers must fit.
    """
    rows = _without_joined(with_sums_of_parts(rows, layout, values))
    places = [place for place, row in enumerate(rows) if row.kind == "area" and row.level != "posyandu"]
    found = {measure.number.index for measure in layout.measures if measure.number}
    columns = sorted(found | {each.column.index for each in layout.denominators if not each.target})
    if len(places) <= FEWEST_ROWS or not columns:
        return rows
    if len({rows[place].folded for place in places}) < len(places):
        return _without_repeated(rows, places, columns, values)
    by_column = ([cells[place].number or 0.0 for place in places] for cells in map(values.__getitem__, columns))
    numbers = list(zip(*by_column, strict=True))
    below = _heads(numbers)
    heads = below or [len(numbers) - 1 - place for place in _heads(numbers[::-1])]
    totals = {places[place] for place in heads} or _called(rows, places, numbers)
    if below and {place for place in places if rows[place].numbered} == totals and not any(
        rows[place].group for place in totals
    ):
        return _with_posyandu(rows, places, totals)
    return tuple(replace(row, kind="total") if place in totals else row for place, row in enumerate(rows))


def _without_joined(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with those that join the names of others taken for their total: "Sukamaju + Sukamaju Jaya" below both of them."""
    joined = {place: _JOINED.split(row.folded) for place, row in enumerate(rows) if row.kind == "area" and _JOINED.search(row.folded)}
    if not joined:
        return rows
    names = {row.folded for row in rows if row.kind == "area"}
    totals = {place for place, parts in joined.items() if all(part in names and part != rows[place].folded for part in parts)}
    return tuple(replace(row, kind="total") if place in totals else row for place, row in enumerate(rows))


def _without_repeated(
    rows: tuple[Row, ...], places: Sequence[int], columns: Collection[int], values: Mapping[int, Sequence[Value]]
) -> tuple[Row, ...]:
    """The rows where the last or the first one bears the name of another one and adds up all others: the Puskesmas of a desa's
    name."""
    for total, others in ((places[-1], places[:-1]), (places[0], places[1:])):
        once = {rows[place].folded for place in others}
        if rows[total].folded in once and len(once) == len(others):
            sums = [(values[index][total].number or 0.0, sum(values[index][place].number or 0.0 for place in others)) for index in columns]
            if any(whole for whole, _ in sums) and all(abs(whole - added) <= CLOSE for whole, added in sums):
                return tuple(replace(row, kind="total") if place == total else row for place, row in enumerate(rows))
    return rows


def _with_posyandu(rows: tuple[Row, ...], places: Sequence[int], desa: Collection[int]) -> tuple[Row, ...]:
    """The rows where the sums carry the running numbers and the rows below them none: those are the posyandu of a desa."""
    changed, within = list(rows), rows[places[0]]
    for place in places:
        if place in desa:
            within = rows[place]
        else:
            changed[place] = replace(rows[place], level="posyandu", within=within.area, folded_within=within.folded)
    return tuple(changed)


def _called(rows: Sequence[Row], places: Sequence[int], numbers: Sequence[Numbers]) -> set[int]:
    """The places of rows that are named or numbered as groups, where at least half of their numbers add up the rows up
    to the next: the others are slips."""
    heads = [at for at, place in enumerate(places) if rows[place].group]
    if not heads or heads[0] or SEVERAL * len(heads) > len(places):
        return set()
    fits = tries = 0
    for head, end in zip(heads, [*heads[1:], len(places)], strict=True):
        sums = [sum(column) for column in zip(*numbers[head + 1 : end], strict=True)]
        told = [(value, added) for value, added in zip(numbers[head], sums, strict=True) if value]
        tries += len(told)
        fits += sum(1 for value, added in told if abs(value - added) <= CLOSE)
    return {places[at] for at in heads} if fits > SEVERAL and SEVERAL * fits >= tries else set()


def rows_left_out(tables: Iterable[tuple[str, Sequence[Row], Callable[[Row], str]]], reader: Reader) -> Iterator[Problem]:
    """The rows of tables (sheet, rows, cell of a row's name) that only their numbers show to be sums, and those that name
    no certain area: left out, and said."""
    told: set[tuple[str, str]] = set()
    for sheet, rows, cell in tables:
        whose = {row.folded for row in rows if row.kind == "area"}
        for row in rows:
            if row.kind == "unclear" and row.area and (sheet, row.folded) not in told:
                told.add((sheet, row.folded))
                yield UnclearRow(sheet=sheet, cell=cell(row), found=row.area)
            if row.kind == "struck":
                yield StruckRow(sheet=sheet, cell=cell(row), found=row.area)
            named = row.kind == "total" and row.area and not row.group and label_kind(row.area, row.level, reader) == "area"
            if named and whose != {row.folded} and (sheet, row.folded) not in told:  # of one desa's own table the sums say no name
                told.add((sheet, row.folded))
                yield SummedRow(sheet=sheet, cell=cell(row), found=row.area)


def _heads(numbers: Sequence[Numbers]) -> list[int]:
    """The places whose numbers are the sums of the places behind each; empty where the places do not fall into groups."""
    heads, place = [], 0
    while place < len(numbers):
        end = _end_of_group(numbers, place)
        if end is None:
            return []
        heads.append(place)
        place = end
    if len(heads) >= SEVERAL:
        return heads if _are_sums(numbers, heads) else []
    told = [number for number in numbers[0] if number]
    sure = len(told) >= FEWEST_COLUMNS or max(told, default=0) >= LARGE
    return heads if len(numbers) > FEWEST_ROWS and sure else []


def _are_sums(numbers: Sequence[Numbers], heads: Sequence[int]) -> bool:
    """True where it is no chance that places add up those behind them: a large number, or mostly two or more to add; 1 behind 1 and
    before 0 adds up nothing."""
    if any(max(numbers[head]) >= LARGE for head in heads):
        return True
    groups = [numbers[head + 1 : end] for head, end in zip(heads, [*heads[1:], len(numbers)], strict=True)]
    return SEVERAL * len([each for each in groups if sum(map(any, each)) >= SEVERAL]) > len(groups)


def _end_of_group(numbers: Sequence[Numbers], head: int) -> int | None:
    """The place behind the group that `head` adds up (two places or more), None where there is none."""
    if not any(numbers[head]):
        return None
    added = [0.0] * len(numbers[head])
    for place in range(head + 1, len(numbers)):
        added = [one + other for one, other in zip(added, numbers[place], strict=True)]
        if any(one > other + CLOSE for one, other in zip(added, numbers[head], strict=True)):
            return None
        fits = all(abs(one - other) <= CLOSE for one, other in zip(added, numbers[head], strict=True))
        if fits and place - head >= SEVERAL and not (place + 1 < len(numbers) and not any(numbers[place + 1])):
            return place + 1
    return None
