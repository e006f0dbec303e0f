"""Where the tables that stand side by side in a row begin, and which of their columns holds the names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Grid

SEVERAL = 2
_MONTH = "month"
_TWICE = ("indicator", _MONTH)
#: Left of the names of a table stand at most so many columns that are not understood (codes).
WIDEST_STUB = 2
#: A column is empty where so many rows from the head on are.
BODY_LOOKED_AT = 12
_TELLING_PLACES = frozenset({*AREA_LEVELS, "code", "month", "year", "date", "written"})
_ANY_PLACE = re.compile(r"\b(?:wilayah|lokasi|area|alamat)\b", re.IGNORECASE)
_POSYANDU = re.compile(r"\bpos(?:yandu)?\b", re.IGNORECASE)


def starts_of(grid: Grid, row: int, columns: list[int], reader: Reader) -> list[tuple[int, int]]:
    """(first column, name column) of the tables that stand side by side in a row."""
    groups: list[list[int]] = []
    axes: set[str] = set()
    for column in columns:
        axis = reader.text(grid.rows[row][column]).axis
        if groups and axis in _TWICE and axis in axes and column - groups[-1][-1] == 1:
            continue  # INDIKATOR | URAIAN, PERIODE | JENIS PERIODE: the second says how each row is written
        if groups and axis == _MONTH and axis in axes and _names_again(grid.rows[row][groups[-1][-1] : column + 1], reader):
            groups[-1].append(column)  # BULAN LAPOR | TAHUN LAPOR | BULAN DATA: one row is of two months
            continue
        if not groups or axis in axes or (axis in ("desa", "desa_posyandu") and "desa" in axes):
            if groups and _only_repeats(grid, row, groups[-1], column):
                continue
            if groups and _names_again(grid.rows[row][groups[-1][0] : column + 1], reader):
                groups[-1].append(column)
                continue
            groups.append([])
            axes = set()
        groups[-1].append(column)
        axes.add(axis)
    starts = []
    for place, group in enumerate(groups):
        first = group[0]
        left = 0 if place == 0 else with_stub_columns(grid, row, first, groups[place - 1][-1], reader)
        starts.append((left, _finest(grid, row, group, reader)))
    return starts


def _only_repeats(grid: Grid, row: int, group: list[int], column: int) -> bool:
    """True where the same head text only fills the neighbouring cells of an unmerged head."""
    return column - group[-1] == 1 and grid.rows[row][column] == grid.rows[row][group[-1]]


def _names_again(cells: Sequence[object], reader: Reader) -> bool:
    """True where nothing but heads of places, codes and periods stands from one head of names to the next: "Wilayah | Kecamatan
    | Kelurahan" tells where one desa lies."""
    return all(cell.__class__ is str and reader.text(cell).axis in _TELLING_PLACES for cell in cells)


def nearness(text: str) -> int:
    """How nearly a head of names says whose numbers stand beside it: "Posyandu" more than the "RW", "Dusun" or "Kelurahan" that it lies in,
    these more than a general word for any place, "Wilayah"."""
    return 0 if _ANY_PLACE.search(text) else 2 if _POSYANDU.search(text) else 1


def with_stub_columns(grid: Grid, row: int, column: int, before: int, reader: Reader) -> int:
    """The first column of a table right of another, whose names stand in column `before`: columns of numbers and codes left
    of its own names are its own, and whatever stands between an empty column and them."""
    cells, left = grid.rows[row], column
    while left - 1 > before and cells[left - 1].__class__ is str and reader.text(cells[left - 1]).axis in ("number", "code"):
        left -= 1
    body = grid.rows[row : row + BODY_LOOKED_AT]
    for apart in range(left - 1, max(before, left - WIDEST_STUB - 2), -1):
        if all(apart >= len(line) or line[apart] is None for line in body):
            return apart + 1
    return left


def _finest(grid: Grid, row: int, group: list[int], reader: Reader) -> int:
    order, first = {level: place for place, level in enumerate(AREA_LEVELS)}, group[0]
    if reader.text(grid.rows[row][first]).axis not in order:
        group = [column for column in group if column == first or not _totals_names(grid.rows[row][first + 1 : column + 1], reader)]
    texts = {column: grid.rows[row][column] for column in group}
    return max(group, key=lambda column: (order.get(reader.text(texts[column]).axis, -1), nearness(texts[column]), -column))


def _totals_names(cells: Sequence[object], reader: Reader) -> bool:
    """True where the last head, "PUSKESMAS", stands behind names of areas right of a list of indicators: their total."""
    *between, last = (reader.text(cell) for cell in cells if cell.__class__ is str)
    names = sum(1 for each in between if each.unknown and not (each.indicator or each.population or each.role))
    return last.axis in AREA_LEVELS[: AREA_LEVELS.index("desa")] and names >= SEVERAL
