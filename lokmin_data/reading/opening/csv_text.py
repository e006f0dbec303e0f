"""Reads delimited text: any of comma, semicolon, tab or bar; UTF-8 with or without BOM, UTF-16, cp1252."""

from __future__ import annotations

import csv
import io
from collections import Counter

from lokmin_data.reading.opening.cannot_open import CannotOpen
from lokmin_data.reading.opening.limits import Limits

DELIMITERS = ";,\t|"
SAMPLE_LINES = 200
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes) -> str:
    """The bytes as text; cp1252 where they are not UTF-8; NUL characters are dropped."""
    if data.startswith(UTF_16):
        return data.decode("utf-16", "replace").replace("\0", "")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding).replace("\0", "")
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1").replace("\0", "")


def read_csv(data: bytes, limits: Limits) -> list[list[str]]:
    """The rows as printed; quoted line breaks stay in their cell."""
    text = decode(data)
    delimiter, text = _delimiter(text)
    csv.field_size_limit(max(len(text), 1))
    rows = _rows(text, delimiter, csv.QUOTE_MINIMAL, limits)
    if _swallowed(rows, text):
        rows = _rows(text, delimiter, csv.QUOTE_NONE, limits)
    return rows


def _rows(text: str, delimiter: str, quoting: int, limits: Limits) -> list[list[str]]:
    rows, cells = [], 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):
            cells += len(row)
            if len(row) > limits.columns or len(rows) > limits.rows or cells > limits.sheet_area:
                found = f"{len(rows) + 1} baris, {len(row)} kolom"
                raise CannotOpen("lembar-terlalu-luas", found, f"{limits.columns} kolom", cell=f"A{len(rows) + 1}")
            rows.append(row)
    except csv.Error as error:
        raise CannotOpen("berkas-rusak", "susunan kolomnya tidak terbaca") from error
    return rows


def _swallowed(rows: list[list[str]], text: str) -> bool:
    """True where a quote that nobody closed took in the rest of the file."""
    return bool(rows) and any(cell.count("\n") > 40 for cell in rows[-1]) and text.count('"') % 2 == 1


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter and the text below a line `sep=;`: the one that cuts most lines into the same number of cells."""
    first, _, rest = text.partition("\n")
    if first.strip().strip('"').lower().startswith("sep=") and len(first.strip().strip('"')) == 5:
        return first.strip().strip('"')[4], rest
    sample = "\n".join(text.split("\n", SAMPLE_LINES)[:SAMPLE_LINES])
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter)), text


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """How many of the lines have the commonest number (above one) of cells, weighed by that number."""
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row)
    except csv.Error:
        return 0.0, 0
    several = {width: lines for width, lines in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width, lines = max(several.items(), key=lambda pair: pair[0] * pair[1])
    return lines / sum(widths.values()) * width, width
