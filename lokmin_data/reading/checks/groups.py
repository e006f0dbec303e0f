"""The printed totals of a table whose areas are groups of columns: JUMLAH over Sasaran, Capaian, % behind the last desa."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, finding
from lokmin_data.reading.checks.in_tables import HOLDS, ROUNDING_A_ROW
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.problems.contradictions import TotalDiffers
from lokmin_data.reading.rows.bodies import values_below
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader

#: So many areas stand side by side at least.
FEWEST_AREAS = 2


def check_groups(blocks: Mapping[int, Block], reader: Reader) -> Iterator[Finding]:
    """Printed totals, in the group of columns behind those of the areas, that are not the sum of the areas."""
    tables: dict[tuple, list[Block]] = defaultdict(list)
    for block in blocks.values():
        tables[block.sheet_number, block.head.frame].append(block)
    for table in tables.values():
        table.sort(key=lambda block: _numbers(block)[0].index if _numbers(block) else 0)
        wide = _stride(table)
        if wide and _is_total(table[-1], wide, reader):
            yield from _differing(table, wide)


def _numbers(block: Block) -> list[Column]:
    columns = [each.number for each in block.layout.measures if each.number] + [each.column for each in block.layout.denominators]
    return sorted(dict.fromkeys(columns), key=lambda column: column.index)


def _stride(table: Sequence[Block]) -> int:
    """The columns from one area's group to the next, 0 where the groups are not all alike."""
    places = [[column.index for column in _numbers(block)] for block in table]
    if len(table) < FEWEST_AREAS or not all(places) or len({len(each) for each in places}) > 1:
        return 0
    steps = {other - one for left, right in zip(places, places[1:], strict=False) for one, other in zip(left, right, strict=True)}
    return steps.pop() if len(steps) == 1 and min(steps) > 0 else 0


def _is_total(last: Block, wide: int, reader: Reader) -> bool:
    """True where the group behind the last area's is called a total."""
    frame, first = last.head.frame, max(column.index for column in last.head.columns) + 1
    heads = [cell for row in last.grid.rows[frame.top : frame.bottom + 1] for cell in row[first : first + wide]]
    return any(cell.__class__ is str and label_kind(cell, "desa", reader) == "total" for cell in heads)


def _differing(table: Sequence[Block], wide: int) -> Iterator[Finding]:
    last, compared, found = table[-1], 0, []
    for place, column in enumerate(_numbers(last)):
        total = Column(column.index + wide, column.path, column.meaning)
        for row, printed in enumerate(values_below(last.grid, total, last.rows)):
            values = [block.number(_numbers(block)[place], row) for block in table if row < len(block.rows)]
            known = [value for value in values if value is not None]
            if printed.number is None or not known:
                continue
            compared += 1
            added = sum(known)
            if abs(printed.number - added) > ROUNDING_A_ROW:
                found.append(finding(TotalDiffers, last, row, total.index, printed.number, added))
    if compared and len(found) <= (1 - HOLDS) * compared + 1:
        yield from found
