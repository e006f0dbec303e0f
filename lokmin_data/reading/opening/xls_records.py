"""What calamine does not tell of an xls: error cells, hidden rows and columns, percent cells (MS-CFB, MS-XLS).

Only the records that matter are looked at; a file whose structure cannot be followed gives nothing here and is left
to the parser's judgement.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

END_OF_CHAIN = 0xFFFFFFFA
HEADER_BYTES = 512
SMALL_SECTOR = 64
DIRECTORY_ENTRY = 128
FIRST_FAT_SECTORS = 109
STREAMS = ("Workbook", "Book")
BOUNDSHEET, FORMAT, XF, ROW, COLINFO, END = 0x85, 0x41E, 0xE0, 0x208, 0x7D, 0x0A
FORMULA, BOOLERR, NUMBER, RK, MULRK = 0x06, 0x205, 0x203, 0x27E, 0xBD
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01
PERCENT_FORMATS = frozenset({9, 10})
LAST_COLUMN = 255
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


class XlsSheet(NamedTuple):
    """One worksheet's peculiar cells; places are (row, column) from 0."""

    errors: dict[tuple[int, int], str]
    percent_cells: set[tuple[int, int]]
    hidden_rows: list[int]
    hidden_columns: list[int]


def scan_xls(data: bytes) -> dict[str, dict[str, Any]]:
    """By sheet name: errors, percent_cells, hidden_rows, hidden_columns; empty where the structure is not followed."""
    try:
        stream = _workbook_stream(data)
        sheets, styles = _globals(stream)
        return {name: _sheet(stream, offset, styles)._asdict() for name, offset in sheets}
    except (struct.error, IndexError, ValueError, LookupError):
        return {}


def _workbook_stream(data: bytes) -> bytes:
    """The bytes of the stream 'Workbook' of the compound file."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    fat_sectors, directory = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    cutoff, small_fat, _, chain, _ = struct.unpack_from("<5I", data, 56)
    if not 128 <= size <= 4096:
        raise ValueError("sector size")
    sectors = [s for s in struct.unpack_from(f"<{FIRST_FAT_SECTORS}I", data, 76) if s < END_OF_CHAIN]
    while chain < END_OF_CHAIN and len(sectors) < min(fat_sectors, len(data) // size):
        more = struct.unpack(f"<{size // 4}I", _sector(data, chain, size))
        sectors += [sector for sector in more[:-1] if sector < END_OF_CHAIN]
        chain = more[-1]
    fat = b"".join(_sector(data, sector, size) for sector in sectors)
    entries = _chain(data, directory, fat, size)
    root: tuple[int, int] | None = None
    for start in range(0, len(entries) - DIRECTORY_ENTRY + 1, DIRECTORY_ENTRY):
        length = struct.unpack_from("<H", entries, start + 64)[0]
        name = entries[start : start + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        first, total = struct.unpack_from("<2I", entries, start + 116)
        root = root or (first, total)
        if name in STREAMS and total >= cutoff:
            return _chain(data, first, fat, size)[:total]
        if name in STREAMS:
            container = _chain(data, root[0], fat, size)
            return _chain(container, first, _chain(data, small_fat, fat, size), SMALL_SECTOR, small=True)[:total]
    raise ValueError("no workbook")


def _sector(data: bytes, number: int, size: int) -> bytes:
    """One sector; the header takes the place of the first, in files of small sectors 512 bytes."""
    start = max(HEADER_BYTES, size) + number * size
    return data[start : start + size]


def _chain(data: bytes, first: int, fat: bytes, size: int, *, small: bool = False) -> bytes:
    """The sectors of a chain; a chain that runs in a circle ends after as many sectors as the file has.

    `small`: `data` is the container of the small streams, which has no header.
    """
    pieces, left = [], len(data) // size + 1
    while first < END_OF_CHAIN and left:
        pieces.append(data[first * size : (first + 1) * size] if small else _sector(data, first, size))
        first = struct.unpack_from("<I", fat, first * 4)[0]
        left -= 1
    return b"".join(pieces)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """(kind, place of the body, length) of each record up to the end of the substream."""
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        if kind == END:
            return
        yield kind, start + 4, length
        start += 4 + length


def _globals(stream: bytes) -> tuple[list[tuple[str, int]], list[bool]]:
    """The worksheets with their offsets, and for each cell style whether it shows a percent."""
    sheets, numbers, percents = [], [], set(PERCENT_FORMATS)
    for kind, body, length in _records(stream, 0):
        if kind == BOUNDSHEET and stream[body + 5] == 0:
            sheets.append((_text(stream, stream[body + 6], body + 7), struct.unpack_from("<I", stream, body)[0]))
        elif kind == FORMAT and length > 5:
            code = _text(stream, struct.unpack_from("<H", stream, body + 2)[0], body + 4)
            if "%" in _QUOTED.sub("", code):
                percents.add(struct.unpack_from("<H", stream, body)[0])
        elif kind == XF:
            numbers.append(struct.unpack_from("<H", stream, body + 2)[0])
    return sheets, [number in percents for number in numbers]


def _text(stream: bytes, letters: int, flags: int) -> str:
    """A counted text whose flag byte says whether its letters take one byte or two."""
    wide = stream[flags] & 1
    raw = stream[flags + 1 : flags + 1 + letters * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1", "replace")


def _sheet(stream: bytes, offset: int, percent_styles: list[bool]) -> XlsSheet:
    found = XlsSheet({}, set(), [], [])
    for kind, body, length in _records(stream, offset):
        if kind in (FORMULA, BOOLERR, NUMBER, RK):
            row, column, style = struct.unpack_from("<3H", stream, body)
            if style < len(percent_styles) and percent_styles[style]:
                found.percent_cells.add((row, column))
            error = _error_code(stream, kind, body)
            if error is not None:
                found.errors[row, column] = ERRORS.get(error, "#N/A")
        elif kind == MULRK:
            row, first = struct.unpack_from("<2H", stream, body)
            for step in range((length - 6) // 6):
                style = struct.unpack_from("<H", stream, body + 4 + step * 6)[0]
                if style < len(percent_styles) and percent_styles[style]:
                    found.percent_cells.add((row, first + step))
        elif kind == ROW and stream[body + 12] & HIDDEN_ROW:
            found.hidden_rows.append(struct.unpack_from("<H", stream, body)[0])
        elif kind == COLINFO and stream[body + 8] & HIDDEN_COLUMN:
            first, last = struct.unpack_from("<2H", stream, body)
            found.hidden_columns.extend(range(first, min(last, LAST_COLUMN) + 1))
    return found


def _error_code(stream: bytes, kind: int, body: int) -> int | None:
    """The error of a formula's result or of a constant; None where it is none."""
    if kind == FORMULA and stream[body + 12 : body + 14] == b"\xff\xff" and stream[body + 6] == 2:
        return stream[body + 8]
    if kind == BOOLERR and stream[body + 7] == 1:
        return stream[body + 6]
    return None
