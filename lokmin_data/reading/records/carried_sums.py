"""A column "Jumlah" behind two that nobody knows: where the first repeats the Jumlah of the month before and the second makes
up the rest, it is added up from January, whatever the two are called ("Lama | Baru | Jumlah")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure

#: So many numbers repeat those of the month before, and this share of those that can be compared.
FEWEST, SHARE = 4, 0.8
CLOSE = 1e-6
PARTS = 2

_Sum = tuple[str, ...]  # the form of a table, what the two columns and their sum are called


def with_carried_sums(blocks: Mapping[int, Block]) -> dict[int, Block]:
    """The tables with such numbers read as added up, and the column that makes up the rest as the month's own."""
    found: dict[_Sum, list[int]] = {}
    for before, block in _following(list(blocks.values())):
        for place, measure in enumerate(block.layout.measures):
            if parts := _parts(block, measure):
                right, tried = _compared(before, block, place, parts)
                each = found.setdefault(_called(block, measure, parts), [0, 0])
                each[0], each[1] = each[0] + right, each[1] + tried
    proved = {key for key, (right, tried) in found.items() if right >= FEWEST and right >= SHARE * tried}
    forms = {form for form, *_ in proved}
    return {number: _added_up(block, proved) if block.fingerprint in forms else block for number, block in blocks.items()}


def _following(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """(table, the one of the same form and year for the month behind it)."""
    when = {(each.fingerprint, each.period.year, each.period.month): each for each in blocks if each.period.month}
    for (form, year, month), block in when.items():
        if (before := when.get((form, year, month - 1))) is not None:
            yield before, block


def _parts(block: Block, measure: Measure) -> list[Column]:
    """The two columns that nobody knows right before a number whose head does not say of when it is; else none."""
    column = measure.number
    if column is None or not measure.indicator or measure.basis != "month" or column.meaning.basis or measure.month or measure.months:
        return []
    near = [each for each in block.layout.unknown if 0 < column.index - each.index <= PARTS and each.path[:-1] == column.path[:-1]]
    return near if len(near) == PARTS and len(column.path) > 1 else []


def _called(block: Block, measure: Measure, parts: Sequence[Column]) -> _Sum:
    columns = (*parts, *([measure.number] if measure.number else []))
    return block.fingerprint, *(column.path[-1].casefold() for column in columns)


def _compared(before: Block, block: Block, place: int, parts: Sequence[Column]) -> tuple[int, int]:
    """(rows that repeat last month's number and add up, rows in which there was one)."""
    number, earlier = block.layout.measures[place].number, before.layout.measures[place].number
    last = {row.folded: before.number(earlier, at) for at, row in enumerate(before.rows) if row.kind == "area"}
    first, second = (block.values_of(each) for each in parts)
    right = tried = 0
    for at, row in enumerate(block.rows):
        total, old = block.number(number, at), last.get(row.folded)
        if row.kind == "area" and old and total is not None:
            tried += 1
            carried = first[at].number
            right += carried is not None and abs(carried - old) <= CLOSE and abs(carried + (second[at].number or 0) - total) <= CLOSE
    return right, tried


def _added_up(block: Block, proved: set[_Sum]) -> Block:
    measures, lasts, values, taken = list(block.layout.measures), list(block.layout.lasts), dict(block.values), []
    for place, measure in enumerate(block.layout.measures):
        if not (parts := _parts(block, measure)) or _called(block, measure, parts) not in proved:
            continue
        old, new = parts
        measures[place] = replace(measure, basis="cumulative")
        measures.append(replace(measure, number=new, percent=None))
        lasts.append(replace(measure, basis="last", number=old, percent=None))
        values |= {each.index: block.values_of(each) for each in parts}
        taken += parts
    unknown = tuple(each for each in block.layout.unknown if each not in taken)
    return replace(block, layout=replace(block.layout, measures=tuple(measures), lasts=tuple(lasts), unknown=unknown), values=values)
