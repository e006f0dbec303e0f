"""What calamine does not tell of an xlsb: merged ranges, error cells, hidden rows and columns, percent cells, and the cells that are
written short, without their column (MS-XLSB).

Only the records that matter are looked at; a part whose structure cannot be followed gives nothing here and is left
to the parser's judgement.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple
from zipfile import ZipFile

from lokmin_data.reading.opening.guard import read_part
from lokmin_data.reading.opening.percent_cells import PERCENT_FORMATS

ROW, COLUMNS, MERGE, SHEET, STYLE, FORMAT = 0, 60, 176, 156, 47, 44
BEGIN_STYLES, END_STYLES = 617, 618
ERROR_CELL, ERROR_FORMULA, FIRST_CELL, LAST_CELL = 3, 11, 1, 11
#: A short cell stands right of the one before it; its record lacks the four bytes of the column.
SHORT_BLANK, SHORT_NUMBER, SHORT_ERROR, SHORT_TRUTH, SHORT_REAL, SHORT_TEXT, SHORT_SHARED = range(12, 19)
SHARED_TEXT = 19
HIDDEN_ROW, HIDDEN_COLUMN, LAST_COLUMN = 0x10, 0x01, 16_383
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
WORKBOOK, RELATIONS, STYLES = "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/styles.bin"
TEXTS = "xl/sharedstrings.bin"
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_FACT = re.compile(rb"""\b(Id|Target)\s*=\s*["']([^"']*)["']""")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_DAMAGE = (struct.error, IndexError, ValueError, LookupError)


class XlsbSheet(NamedTuple):
    """One worksheet's peculiar cells; places are (row, column) from 0, merges (row0, column0, row1, column1)."""

    errors: dict[tuple[int, int], str]
    merges: list[tuple[int, int, int, int]]
    percent_cells: set[tuple[int, int]]
    hidden_rows: list[int]
    hidden_columns: list[int]
    cells: dict[tuple[int, int], object]  # those written short


def scan_xlsb(package: ZipFile) -> dict[str, dict[str, Any]]:
    """By sheet name the fields of `XlsbSheet`; nothing of what cannot be followed."""
    names = set(package.namelist())
    if not {WORKBOOK, RELATIONS} <= names:
        return {}
    styles = _percent_styles(read_part(package, STYLES)) if STYLES in names else []
    texts: list[str] = []
    for name in names:
        if name.lower() == TEXTS:
            texts = _shared_texts(read_part(package, name))
    found = {}
    for name, part in _sheets(read_part(package, WORKBOOK), read_part(package, RELATIONS)).items():
        if part in names:
            found[name] = _sheet(read_part(package, part), styles, texts)._asdict()
    return found


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(kind, place of the body, length) of each record; kinds take one or two bytes, lengths up to four."""
    place, end = 0, len(data)
    while place < end:
        kind = data[place]
        place += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[place] << 7)
            place += 1
        length = shift = 0
        while True:
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80 or shift > 21:
                break
        if place + length > end:
            raise ValueError("record beyond its part")
        yield kind, place, length
        place += length


def _text(data: bytes, place: int) -> tuple[str, int]:
    """(a counted text of two bytes a letter, the place behind it)."""
    letters = struct.unpack_from("<I", data, place)[0]
    end = place + 4 + 2 * letters
    if end > len(data):
        raise ValueError("text beyond its part")
    return data[place + 4 : end].decode("utf-16-le", "replace"), end


def _sheets(workbook: bytes, relations: bytes) -> dict[str, str]:
    """Name of each sheet -> its part."""
    targets = {}
    for relation in _RELATION.findall(relations):
        facts = dict(_FACT.findall(relation))
        if b"Id" in facts and b"Target" in facts:
            targets[facts[b"Id"].decode()] = facts[b"Target"].decode("utf-8", "replace")
    found = {}
    try:
        for kind, body, _ in _records(workbook):
            if kind == SHEET:
                relation_id, after = _text(workbook, body + 8)
                target = targets.get(relation_id, "")
                found[_text(workbook, after)[0]] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    except _DAMAGE:
        return {}
    return found


def _percent_styles(styles: bytes) -> list[bool]:
    """For each cell style whether it shows a percent."""
    percents, numbers, inside = set(PERCENT_FORMATS), [], False
    try:
        for kind, body, _ in _records(styles):
            if kind == FORMAT and "%" in _QUOTED.sub("", _text(styles, body + 2)[0]):
                percents.add(struct.unpack_from("<H", styles, body)[0])
            elif kind in (BEGIN_STYLES, END_STYLES):
                inside = kind == BEGIN_STYLES
            elif kind == STYLE and inside:
                numbers.append(struct.unpack_from("<H", styles, body + 2)[0])
    except _DAMAGE:
        return []
    return [number in percents for number in numbers]


def _shared_texts(data: bytes) -> list[str]:
    """The texts that cells share, by their number."""
    try:
        return [_text(data, body + 1)[0] for kind, body, _ in _records(data) if kind == SHARED_TEXT]
    except _DAMAGE:
        return []


def _sheet(data: bytes, percent_styles: list[bool], texts: list[str]) -> XlsbSheet:
    found, row, column = XlsbSheet({}, [], set(), [], [], {}), 0, -1
    try:
        for kind, body, _ in _records(data):
            if FIRST_CELL <= kind <= SHORT_SHARED:
                short = kind > LAST_CELL
                column = column + 1 if short else struct.unpack_from("<I", data, body)[0]
                body = body if short else body + 4
                style = struct.unpack_from("<I", data, body)[0] & 0xFFFFFF
                if style < len(percent_styles) and percent_styles[style]:
                    found.percent_cells.add((row, column))
                if kind in (ERROR_CELL, ERROR_FORMULA, SHORT_ERROR):
                    found.errors[row, column] = ERRORS.get(data[body + 4], "#N/A")
                elif short and (value := _short_value(kind, data, body + 4, texts)) is not None:
                    found.cells[row, column] = value
            elif kind == ROW:
                row, column = struct.unpack_from("<I", data, body)[0], -1
                if data[body + 11] & HIDDEN_ROW:
                    found.hidden_rows.append(row)
            elif kind == MERGE:
                first, last, left, right = struct.unpack_from("<4I", data, body)
                found.merges.append((first, left, last, right))
            elif kind == COLUMNS and data[body + 16] & HIDDEN_COLUMN:
                left, right = struct.unpack_from("<2I", data, body)
                found.hidden_columns.extend(range(left, min(right, LAST_COLUMN) + 1))
    except _DAMAGE:
        return XlsbSheet({}, [], set(), [], [], {})
    return found


def _short_value(kind: int, data: bytes, place: int, texts: list[str]) -> object:
    """The value of a short cell; None for a blank one."""
    if kind == SHORT_NUMBER:
        return _compressed_number(struct.unpack_from("<i", data, place)[0])
    if kind == SHORT_REAL:
        return struct.unpack_from("<d", data, place)[0]
    if kind == SHORT_TRUTH:
        return bool(data[place])
    if kind == SHORT_TEXT:
        return _text(data, place)[0]
    return texts[struct.unpack_from("<I", data, place)[0]] if kind == SHORT_SHARED else None


def _compressed_number(written: int) -> float:
    """The number of an RkNumber: its lowest bit says that it was multiplied by 100, the next one that it is whole; else the others are the
    first ones of a real."""
    if written & 2:
        number = float(written >> 2)
    else:
        number = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", written & 0xFFFFFFFC))[0]
    return number / 100 if written & 1 else number
