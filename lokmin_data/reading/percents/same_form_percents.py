"""Whose a plain percent is in tables of one form: where some of them prove it by their numbers, the others have it so, too.

In January "s/d bulan ini" and "bulan ini" hold the same numbers, and a month that nobody has filled in proves nothing; the sheets
of February to June say whose the "%" beside the two is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.heads.percent_places import says_only_percent
from lokmin_data.reading.percents.own_percents import explained, tried


def with_common_owners(blocks: Mapping[int, Block]) -> dict[int, Block]:
    """The tables with such percents given to the same column of the form in each; forms that agree are not looked at."""
    forms: dict[str, dict[int, dict[int, int]]] = {}
    for number, block in blocks.items():
        places = {column: place for place, column in enumerate(block.head.columns)}
        for measure in block.layout.measures:
            if measure.number and measure.percent in places and says_only_percent(measure.percent):
                owners = forms.setdefault(block.fingerprint, {}).setdefault(places[measure.percent], {})
                owners[number] = places.get(measure.number, -1)
    changed = dict(blocks)
    for percents in forms.values():
        for place, owners in percents.items():
            if len(set(owners.values())) > 1:
                changed |= _agreed({number: changed[number] for number in owners}, owners, place)
    return changed


def _agreed(blocks: Mapping[int, Block], owners: Mapping[int, int], place: int) -> dict[int, Block]:
    """The tables of one form, whose percent at `place` of the head has several owners, with the one that is proved."""
    sure = {number for number, block in blocks.items() if _only_owner(block, owners[number], place)}
    proved = {owners[number] for number in sure}
    if len(proved) != 1:
        return dict(blocks)
    owner = proved.pop()
    return {
        number: block if number in sure or owners[number] == owner else _given(block, owners[number], owner, place)
        for number, block in blocks.items()
    }  # fmt: skip


def _only_owner(block: Block, owner: int, place: int) -> bool:
    """True where the percent follows from its own number and from no other one of its group."""
    number, percent = block.head.columns[owner], block.head.columns[place]
    if not explained(block, number, percent):
        return False
    others = (each.number for each in block.layout.measures if each.number and each.number is not number)
    return not any(each.path[:-1] == percent.path[:-1] and explained(block, each, percent) for each in others)


def _given(block: Block, now: int, owner: int, place: int) -> Block:
    """The table with the percent taken from one number and given to another, unless the numbers speak against that."""
    columns, measures = block.head.columns, list(block.layout.measures)
    before, after = (_of(measures, columns[each]) for each in (now, owner))
    if before is None or after is None or measures[after].percent is not None:
        return block
    given = replace(measures[after], percent=columns[place])
    if tried(block, given) and not explained(block, columns[owner], columns[place]):
        return block
    measures[before], measures[after] = replace(measures[before], percent=None), given
    return replace(block, layout=replace(block.layout, measures=tuple(measures)))


def _of(measures: Iterable[Measure], column: Column) -> int | None:
    """The place of the measure whose number stands in a column."""
    return next((place for place, each in enumerate(measures) if each.number is column), None)
