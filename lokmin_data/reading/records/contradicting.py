"""Places that contradict one another nearly everywhere: which is right cannot be said, so neither is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import SheetAsideDiffers
from lokmin_data.reading.problems.half_understood import RowsContradict, TablesContradict
from lokmin_data.reading.records.merging import Clash, put_aside, specificity
from lokmin_data.reading.records.record import Record

#: So many numbers in a sheet put aside that differ from the shown one make it an older state.
FEWEST_OLDER = 3
#: So many numbers that differ, and this share of those compared, are no slip of the pen.
FEWEST_DIFFERENT, SHARE_DIFFERENT = 2, 0.5

_Place = tuple[int, int]  # block, column of the number; column -1 stands for the whole table
_Pair = tuple[_Place, _Place]


def without_contradictions(
    kept: Sequence[Record], clashes: Sequence[Clash], records: Iterable[Record], blocks: Mapping[int, Block]
) -> tuple[list[Record], list[Clash], list[Problem]]:
    """(records that stand, clashes that are left, problems): tables of one form and rows of one name that differ in at
    least half of what both hold are taken out on both sides; `records` are all that were merged."""
    pairs: dict[_Pair, list[Clash]] = defaultdict(list)
    for clash in clashes:
        if (pair := _pair(clash, blocks)) is not None:
            pairs[pair].append(clash)
    if not pairs:
        return list(kept), list(clashes), []
    holders: dict[_Place, dict[object, Record]] = defaultdict(dict)
    twice: dict[_Place, set[object]] = defaultdict(set)
    for record in records:
        column = record.measure.number
        for place in ((record.block, column.index if column else -2), (record.block, -1)):
            if record.key in holders[place]:
                twice[place].add(record.key)
            holders[place][record.key] = record
    gone: set[object] = set()
    problems: list[Problem] = []
    for (one, other), found in pairs.items():
        keys = set(holders[one]) if one == other else set(holders[one]) & set(holders[other])
        different = {clash.kept.key for clash in found}
        if len(different) < FEWEST_DIFFERENT or len(different) < SHARE_DIFFERENT * len(keys):
            continue
        gone |= twice[one[0], -1] if one == other else keys  # of a table that tells more apart than was understood nothing said twice stands
        problems.append(_problem(one, other, found, blocks))
    left = [clash for clash in clashes if clash.kept.key not in gone]
    return [record for record in kept if record.key not in gone], left, problems


def without_older(clashes: Sequence[Clash], blocks: Mapping[int, Block]) -> tuple[list[Clash], list[Problem]]:
    """(clashes that are left, problems): a hidden sheet or an old copy that differs from the shown table in several numbers is
    an older state of it, told once and not cell by cell."""
    older: dict[tuple[int, int], list[Clash]] = defaultdict(list)
    for clash in clashes:
        kept, lost = clash.kept, clash.lost
        if kept.measure.number and lost.measure.number and put_aside(blocks[lost.block]) and not put_aside(blocks[kept.block]):
            older[kept.block, lost.block].append(clash)
    gone = {id(clash) for found in older.values() if len(found) >= FEWEST_OLDER for clash in found}
    problems = [
        SheetAsideDiffers(**_where(found[0], blocks), found=str(len(found)))
        for found in older.values() if len(found) >= FEWEST_OLDER
    ]  # fmt: skip
    return [clash for clash in clashes if id(clash) not in gone], problems


def _where(clash: Clash, blocks: Mapping[int, Block]) -> dict[str, str]:
    """The sheet and cell of a clash's lost number, and where the kept one stands."""
    block, other = blocks[clash.lost.block], blocks[clash.kept.block]
    column, kept_column = clash.lost.measure.number, clash.kept.measure.number
    assert column and kept_column
    return {
        "sheet": block.sheet.name, "cell": cell_name(*block.cell(clash.lost.row, column)),
        "expected": f"{other.sheet.name}!{cell_name(*other.cell(clash.kept.row, kept_column))}",
    }  # fmt: skip


def _pair(clash: Clash, blocks: Mapping[int, Block]) -> _Pair | None:
    """The two places of a clash where neither is more specific than the other."""
    kept, lost = clash.kept, clash.lost
    if kept.measure.number is None or lost.measure.number is None or clash.of_one_row:
        return None
    if kept.block == lost.block:
        if kept.measure.number.index != lost.measure.number.index:
            return None
        return (kept.block, kept.measure.number.index), (lost.block, lost.measure.number.index)
    same_form = blocks[kept.block].fingerprint == blocks[lost.block].fingerprint
    equal = specificity(kept, blocks) == specificity(lost, blocks)
    return ((kept.block, -1), (lost.block, -1)) if same_form and equal else None


def _problem(one: _Place, other: _Place, found: Sequence[Clash], blocks: Mapping[int, Block]) -> Problem:
    where = _where(found[0], blocks)
    if one[0] != other[0]:
        return TablesContradict(**where, found=str(len(found)))
    return RowsContradict(**where, found=found[0].lost.printed)
