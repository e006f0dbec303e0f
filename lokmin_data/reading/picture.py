"""The picture of what was understood: for each sheet its texts, and a mark on each cell that has a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lokmin_data.model import SheetReading
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import Sheet
from lokmin_data.reading.rows.row_parts import PART, PART_OF_NOTHING

if TYPE_CHECKING:
    import pandas as pd

MARK_COLUMNS = ("row", "column", "role", "meaning")
#: The corner of a sheet that is shown.
SHOWN_ROWS, SHOWN_COLUMNS = 400, 120
_ROLES = {"axis": "area", "percent": "percent", "denominator": "denominator", "number": "number"}
_BASES = {"month": "bulan ini", "cumulative": "kumulatif", "point": "keadaan", "year": "setahun", "last": "bulan lalu"}

Mark = tuple[int, int, str, str]


def picture(
    sheet: Sheet,
    blocks: Iterable[Block],
    accused: Mapping[str, str],
    labels: Mapping[str, str],
    *,
    status: str,
    note: str = "",
) -> SheetReading:
    """What was understood of a sheet; `accused`: cell to message; `labels`: indicator code to its label."""
    return Picture(sheet, list(blocks), accused, labels, status=status, note=note)


class Picture(SheetReading):
    """A SheetReading whose marks are painted when they are looked at: most readings are stored without a look."""

    def __init__(
        self, sheet: Sheet, blocks: Sequence[Block], accused: Mapping[str, str], labels: Mapping[str, str],
        *, status: str, note: str,
    ):  # fmt: skip
        known = {"name": sheet.name, "status": status, "cells": Texts(sheet), "note": note}
        vars(self).update(known, _blocks=blocks, _accused=accused, _labels=labels)  # frozen, like every SheetReading

    @cached_property
    def marks(self) -> pd.DataFrame:  # type: ignore[override]
        """The marks of the corner that is shown."""
        import pandas as pd

        marks = [mark for block in self._blocks for mark in _marks(block, self._labels)]
        wrong = [(*_from_name(name), "problem", message) for name, message in self._accused.items()]
        frame = pd.DataFrame([*marks, *wrong], columns=list(MARK_COLUMNS))
        return frame[(frame.row < SHOWN_ROWS) & (frame.column < SHOWN_COLUMNS)].reset_index(drop=True)

    def __reduce__(self) -> tuple[Any, ...]:
        return SheetReading, (self.name, self.status, self.marks, tuple(self.cells), self.note)


class Texts(Sequence):
    """The texts of a sheet's corner, made row by row when they are looked at."""

    def __init__(self, sheet: Sheet):
        self._rows = sheet.rows[:SHOWN_ROWS]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place):  # noqa: ANN001, ANN204
        if isinstance(place, slice):
            return tuple(self[number] for number in range(*place.indices(len(self))))
        return tuple(_text(cell) for cell in self._rows[place][:SHOWN_COLUMNS])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if cell.__class__ is float:
        return str(int(cell)) if cell.is_integer() else f"{cell:.4g}".replace(".", ",")
    return str(cell)


def _marks(block: Block, labels: Mapping[str, str]) -> Iterator[Mark]:
    frame = block.head.frame
    meanings = {column.index: _meaning(column, block, labels) for column in block.head.columns}
    for column in block.head.columns:
        for row in range(frame.top, frame.bottom + 1):
            yield (*block.grid.place(row, column.index), "header", meanings[column.index])
    used = _used(block)
    names = frame.names
    for place, row in enumerate(block.rows):
        if row.kind == "area":
            yield (*block.grid.place(row.index, names), "area", row.area)
        elif row.kind in ("total", "apart", "target", "filler", "numbering", "note", "struck", PART, PART_OF_NOTHING):
            yield (
                *block.grid.place(row.index, names),
                "total" if row.kind == "total" else "skipped",
                row.area or row.kind,
            )
        for index, role in used.items():
            if row.kind in ("area", "total") and block.values[index][place].number is not None:
                yield (*block.grid.place(row.index, index), role if row.kind == "area" else "total", meanings[index])
    for row, column in block.context.cells:
        yield (row, column, "period", _period(block))


def _used(block: Block) -> dict[int, str]:
    used = {each.column.index: "denominator" for each in block.layout.denominators}
    for measure in block.layout.measures:
        if measure.number:
            used[measure.number.index] = "number"
        if measure.percent:
            used[measure.percent.index] = "percent"
    return used


def _meaning(column: Column, block: Block, labels: Mapping[str, str]) -> str:
    """What a column means, in words."""
    for measure in block.layout.measures:
        if column in (measure.number, measure.percent):
            sex = {"L": ", laki-laki", "P": ", perempuan"}.get(measure.sex, "")
            sign = " (%)" if column is measure.percent else ""
            return (
                f"{labels.get(measure.indicator, 'menurut baris')}{sign}, {_BASES.get(measure.basis, '')}{sex}".rstrip(
                    ", "
                )
            )
    meaning = column.meaning
    if meaning.unknown:
        return "tidak dikenal"
    if meaning.role in ("ignore", "rank", "target"):
        return meaning.note or "tidak dibaca"
    if meaning.population or meaning.role == "denominator":
        return f"sasaran {meaning.population}".strip()
    return meaning.axis or ""


def _period(block: Block) -> str:
    period = block.period
    return f"{period.year or ''}-{period.month or ''}".strip("-")


def _from_name(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1
