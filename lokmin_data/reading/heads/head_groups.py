"""Heads over several columns: their numbers in a list ("1. Ibu hamil", "2. Ibu bersalin"), and "Posyandu" over "Ada" and
"Lapor", which names no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of_text

SEVERAL = 2
_NUMBERED = re.compile(r"\(?(\d{1,2})\s?[.)]\s*(?=[^\W\d_(])")
_LETTERED = re.compile(r"\(?([A-Za-z]|[IVX]{2,4})\s?[.)]\s*(?=[^\W_])")
#: What a list with letters or roman numbers begins with.
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LISTS = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz", _ROMANS, tuple(each.lower() for each in _ROMANS))


def without_list_numbers(line: Sequence[str | None]) -> list[str | None]:
    """One row of a head without the numbers of a list: "1. Ibu hamil", "2. Ibu bersalin"; "A." or "I." only from there on."""
    texts = [text for text in dict.fromkeys(line) if text]
    found = {text: match for text in texts if (match := _NUMBERED.match(text))}
    if not all(int(one[1]) < int(other[1]) or int(other[1]) == 1 for one, other in pairwise(found.values())):
        found = {}
    lettered = {text: match for text in texts if (match := _LETTERED.match(text))}
    marks = [match[1] for match in lettered.values()]
    if len(marks) >= SEVERAL and any(marks == list(each[: len(marks)]) for each in _LISTS):
        found |= lettered
    return [text[found[text].end() :] if text in found else text for text in line]


def without_groups(
    rows: Sequence[Sequence[object]], merges: Iterable[tuple[int, int, int, int]], row: int, columns: list[int], reader: Reader
) -> list[int]:
    """The columns that head names, without one over several further heads ("Posyandu" over "Ada", "Lapor") right of a column
    of areas; left of all of them it may head the areas themselves."""
    if len(columns) < SEVERAL or row + 1 >= len(rows):
        return columns
    last = {c0: c1 for r0, c0, r1, c1 in merges if r0 <= row == r1}
    ends = {column: last.get(column, _end(rows[row], column)) for column in columns}
    groups = {column: end for column, end in ends.items() if _heads_several(rows[row + 1][column : end + 1])}
    if over := _over_names(rows, row, columns, groups, reader):
        return [column for column in columns if column < over[0]]
    columns = _without_totals(rows, row, columns, groups, reader)
    areas = [column for column in columns if column not in groups and reader.text(str(rows[row][column])).axis in AREA_LEVELS]
    if not areas or any(column not in last and rows[row + 1][areas[0]] is not None for column in groups):
        return columns  # the row below may be the first of the table
    return [column for column in columns if column not in groups or column < areas[0]]


def _without_totals(rows: Sequence[Sequence[object]], row: int, columns: list[int], groups: dict[int, int], reader: Reader) -> list[int]:
    """The columns without "PUSKESMAS" over "Sasaran", "Capaian", "%" beside names of desa over the same, right of a list of months
    or indicators: their total, no column of names."""
    if reader.text(str(rows[row][columns[0]])).axis not in ("month", "indicator") or columns[0] in groups:
        return columns
    names = [place for place, cell in enumerate(rows[row]) if place > columns[0] and _is_name(cell, reader)]
    below = rows[row + 1]
    shapes = {column: below[column : end + 1] for column, end in groups.items()}
    alike = {column: sum(1 for place in names if below[place : place + len(shape)] == shape) for column, shape in shapes.items()}
    return [column for column in columns if alike.get(column, 0) < SEVERAL]


def _over_names(rows: Sequence[Sequence[object]], row: int, columns: list[int], groups: dict[int, int], reader: Reader) -> list[int]:
    """The heads of areas that stand over the names themselves, right of a list of months or indicators: KELURAHAN over
    "Tegalrejo", "Kedungsari" beside BULAN."""
    axis = reader.text(str(rows[row][columns[0]])).axis
    if axis not in ("month", "indicator") or columns[0] in groups or rows[row + 1][columns[0]] is not None:
        return []
    over = [column for column in groups if reader.text(str(rows[row][column])).axis in AREA_LEVELS]
    return [column for column in over if _are_names(rows[row + 1][column : groups[column] + 1], reader)]


def _are_names(cells: Sequence[object], reader: Reader) -> bool:
    """True where at least half of the texts below a head can be areas' names: others look like slips of head words ("Tumbang")."""
    texts = [cell for cell in cells if cell.__class__ is str]
    return 2 * sum(1 for text in texts if _is_name(text, reader)) >= len(texts) > 0


def _is_name(cell: object, reader: Reader) -> bool:
    """True for what can be an area's name: nothing but words without a meaning."""
    if cell.__class__ is not str:
        return False
    said = reader.text(fold_spaces(str(cell)))
    return bool(said.unknown) and not (said.indicator or said.population or said.month or said.role or said.axis)


def _end(cells: Sequence[object], first: int) -> int:
    """The last column that a head which is not merged reaches over: up to the next one."""
    last = first
    while last + 1 < len(cells) and cells[last + 1] is None:
        last += 1
    return last


def _heads_several(below: Sequence[object]) -> bool:
    """True where several texts stand below a head."""
    return len({cell for cell in below if cell.__class__ is str and kind_of_text(cell) == "text"}) >= SEVERAL
