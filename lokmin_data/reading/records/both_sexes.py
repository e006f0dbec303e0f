"""Numbers that stand in a column or row of L or P and are of all: a cell merged over both, or a number of mothers in one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.records.record import Record

_SEXES = frozenset({"L", "P"})


def with_both_sexes(records: list[Record], blocks: Mapping[int, Block], lists: Mapping[str, Any]) -> list[Record]:
    """The records with those that stand below one sex and count everybody as such, unless the sum stands beside them."""
    parted = [record for record in records if record.key.sex in _SEXES]
    if not parted:
        return records
    women = {*lists["kelompok"]["ibu"], *lists["kelompok"]["wus"]}
    mothers = {code for code, people in lists["penyebut"].items() if people and women.issuperset(people)}
    alone = (record for record in _alone(parted, mothers) if not _holds_other_sex(blocks[record.block], record.measure.number))
    whole = {id(record) for record in (*_merged(parted, blocks), *alone)}
    taken = {_number(record) for record in records if record.key.sex not in _SEXES} if whole else set()
    return [_of_all(record) if id(record) in whole and _number(record) not in taken else record for record in records]


def _number(record: Record) -> tuple[int, tuple]:
    """What the L, the P and the sum of one number of a table share."""
    return record.block, record.key.of_all


def _of_all(record: Record) -> Record:
    return replace(record, key=record.key._replace(sex="T"), measure=replace(record.measure, sex=""))


def _alone(parted: Sequence[Record], mothers: Collection[str]) -> Iterator[Record]:
    """The numbers of mothers below one sex where nothing stands below the other, nor in another row of the table below both: there
    an empty L was not filled in."""
    found: dict[tuple, list[Record]] = defaultdict(list)
    for record in parted:
        if record.key.indicator in mothers:
            found[_number(record)].append(record)
    parted_there = {(each[0].block, each[0].key.indicator) for each in found.values() if len(each) > 1}
    return (each[0] for each in found.values() if len(each) == 1 and (each[0].block, each[0].key.indicator) not in parted_there)


def _holds_other_sex(block: Block, column: Column | None) -> bool:
    """True where numbers stand below the other sex of a column and were not taken: of nothing that can be counted."""
    beside = [each for each in block.head.columns if column and each.meaning.sex in _SEXES and each.path[:-1] == column.path[:-1]]
    return any(value.number for each in beside if column and each.meaning.sex != column.meaning.sex for value in block.values_of(each))


def _merged(parted: Sequence[Record], blocks: Mapping[int, Block]) -> Iterator[Record]:
    """The numbers in cells that are merged over the places of both sexes."""
    wide: dict[int, dict[tuple[int, int], tuple[int, int]]] = {}
    for record in parted:
        block = blocks[record.block]
        column = record.measure.number or record.measure.percent
        if not block.grid.merges or block.grid.cells or column is None:
            continue
        if record.block not in wide:
            wide[record.block] = {(r0, c0): (r1, c1) for r0, c0, r1, c1 in block.grid.merges if r0 > block.head.frame.bottom}
        row = block.rows[record.row].index
        last = wide[record.block].get((row, column.index))
        if last and _covers_both(block, (row, column.index), last):
            yield record


def _covers_both(block: Block, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """True for a range of cells over rows, or columns, of both sexes."""
    rows = {row.sex for row in block.rows if first[0] <= row.index <= last[0]}
    measures = {each.sex for each in block.layout.measures if each.number and first[1] <= each.number.index <= last[1]}
    return rows >= _SEXES or measures >= _SEXES
