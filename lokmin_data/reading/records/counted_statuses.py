"""Counts under the head of a status: "Stop BABS" over the number of families says no yes and no no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.records.record import Record

#: A count of desa is a number of wider areas only.
_ONE_PLACE = frozenset({"desa", "posyandu"})


@dataclass(frozen=True, kw_only=True)
class StatusCounted(Problem):
    """A column that should say yes or no and holds a count."""

    code = "status-berisi-jumlah"
    severity = "skipped"
    what = "Kolom '{found}' berisi jumlah ({expected}), sedangkan artinya hanya dapat ya atau belum; kolomnya tidak dibaca."
    fix = "Pilih arti kolom ini saat konfirmasi, misalnya KK akses jamban, atau abaikan."


def counted_statuses(
    records: Sequence[Record], blocks: Mapping[int, Block], indicators: Mapping[str, Indicator]
) -> tuple[set[int], list[Problem]]:
    """(the places in `records` of columns of a status with other numbers than 0 and 1, one problem for each column)."""
    of_status: dict[tuple[int, int], list[int]] = {}
    statuses = {code for code, known in indicators.items() if known.kind == "status"}
    for place, record in enumerate(records):
        if record.key.indicator not in statuses:
            continue
        column = record.measure.number or record.measure.percent
        if column and record.key.level in _ONE_PLACE:
            of_status.setdefault((record.block, column.index), []).append(place)
    dropped: set[int] = set()
    problems: list[Problem] = []
    for (number, _), places in of_status.items():
        counts = [records[place] for place in places if records[place].number not in (0, 1)]
        if counts:
            dropped |= set(places)
            problems.append(_told(counts[0], blocks[number]))
    return dropped, problems


def _told(record: Record, block: Block) -> StatusCounted:
    column = record.measure.number or record.measure.percent
    assert column
    value = record.number if record.number is not None else record.percent
    head, cell = " › ".join(column.path), cell_name(*block.cell(record.row, column))
    return StatusCounted(sheet=block.sheet.name, cell=cell, found=head, expected=f"{value:g}")
