"""Counts of a list of persons beside a table of the same workbook that gives the same: one of the two stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lokmin_data.model import OBSERVATION_COLUMNS, Problem
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import TwoNumbers
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.names import fold_name

_KEY = ("indicator", "year", "month", "basis", "sex")
Key = tuple[object, ...]


def beside_tables(counted: Sequence[tuple], whole: Interpretation) -> tuple[tuple[tuple, ...], list[Problem]]:
    """(the counts that stand, problems); `counted` are rows of OBSERVATION_COLUMNS.

    Where a table gives the same number it stands, with its percent and cell.  Where it gives another one the count is the raw
    entry of a recap, unless the list holds fewer persons than the table was made of; any other table stands.  Both places are named.
    """
    tables = {_key_of(record): record for record in whole.kept if record.number is not None}
    if not counted or not tables:
        return tuple(counted), []
    left, problems, recaps = [], [], set()
    for row in counted:
        told: Mapping[str, Any] = dict(zip(OBSERVATION_COLUMNS, row, strict=True))
        record = tables.get((fold_name(told["area"]), *(told[name] for name in _KEY)))
        if record is None:
            left.append(row)
        elif record.number != told["numerator"]:
            raw = whole.blocks[record.block].recap and (told["denominator"] or 0) >= (record.denominator or 0)
            if raw:
                left.append(row)
                recaps.add(id(record))
            problems.extend(_differ(record, told, whole, raw=raw))
    whole.kept = [record for record in whole.kept if id(record) not in recaps]
    return tuple(left), problems


def _key_of(record: Record) -> Key:
    key = record.key
    return fold_name(record.printed), key.indicator, key.year or None, key.month or None, key.basis, key.sex


def _differ(record: Record, told: Mapping[str, Any], whole: Interpretation, *, raw: bool) -> Iterator[Problem]:
    """The problem at the table's cell; `raw`: the count stands."""
    block, column = whole.blocks[record.block], record.measure.number
    if column is None or record.number is None:
        return
    sheet, cell = block.sheet.name, cell_name(*block.cell(record.row, column))
    table, count = f"{record.number:g}", f"{told['numerator']:g}"
    if raw:
        yield TwoNumbers(sheet=sheet, cell=cell, found=table, expected=f"{count} (hitungan lembar {told['sheet']})")
    else:
        yield TwoNumbers(sheet=told["sheet"], cell=told["cell"], found=count, expected=f"{table} ({sheet}!{cell})")
