"""What calamine does not tell of an ods: merged cells, error cells, hidden rows and columns, percent cells."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import NamedTuple
from zipfile import ZipFile

from lokmin_data.reading.opening.cannot_open import check_area
from lokmin_data.reading.opening.limits import Limits
from lokmin_data.reading.opening.xlsx_parts import attributes

CONTENT = "content.xml"
_TAG = re.compile(
    rb"<(/?)table:(table|table-row|table-cell|covered-table-cell|table-column|shapes)(?=[\s/>])([^>]*?)(/?)>"
)
_INDENT = re.compile(rb"(?<=>)\s+(?=</?table:)")
_PARAGRAPH = re.compile(rb"<text:p[^>]*>([^<]*)</text:p>")
_ERROR = re.compile(r"#(?:DIV/0!|REF!|N/A|VALUE!|NAME\?|NUM!|NULL!)|Err:\d+")
_HIDDEN = ("collapse", "filter")
_FILLED = (b"office:value-type", b"calcext:value-type")
_ERROR_SEARCH_BYTES = 400


def without_indents(package: ZipFile, content: bytes) -> bytes | None:
    """The package with nothing between the tags of its tables, where programs write them in lines, which the parser takes for a fault; None
    where it need not be changed."""
    if not _INDENT.search(content, max(0, content.find(b"<table:table-row"))):
        return None  # nearly all
    changed = io.BytesIO()
    with ZipFile(changed, "w") as other:
        for name in package.namelist():
            other.writestr(name, _INDENT.sub(b"", content) if name == CONTENT else package.read(name))
    return changed.getvalue()


class OdsSheet(NamedTuple):
    """One table of content.xml; places are (row, column) from 0."""

    name: str
    merges: list[tuple[int, int, int, int]]
    errors: dict[tuple[int, int], str]
    percent_cells: set[tuple[int, int]]
    hidden_rows: list[int]
    hidden_columns: list[int]

    def facts(self) -> dict[str, object]:
        """All but the name, for the plain sheet."""
        return {key: value for key, value in self._asdict().items() if key != "name"}


def scan_ods(content: bytes, limits: Limits) -> list[OdsSheet]:
    """The tables in their order; CannotOpen where one reaches too far (repeated rows and columns counted)."""
    sheets: list[OdsSheet] = []
    row = column = rows_here = columns_seen = depth = 0
    last_row = last_column = 0
    for match in _TAG.finditer(content):
        closing, kind, text, empty = match[1], match[2], match[3], match[4]
        if kind == b"shapes":
            depth += 0 if empty else (-1 if closing else 1)
        elif depth or (closing and kind != b"table-row"):
            continue
        elif kind == b"table":
            sheets.append(OdsSheet(attributes(text).get("name", ""), [], {}, set(), [], []))
            row = columns_seen = last_row = last_column = 0
        elif not sheets:
            continue
        elif kind == b"table-column":
            columns_seen += _note_columns(sheets[-1], attributes(text), columns_seen, limits)
        elif kind == b"table-row" and closing:
            row += rows_here
        elif kind == b"table-row":
            facts = attributes(text)
            column, rows_here = 0, _number(facts, "number-rows-repeated")
            if facts.get("visibility") in _HIDDEN and row + rows_here <= limits.rows:
                sheets[-1].hidden_rows.extend(range(row, row + min(rows_here, 10_000)))
            row += rows_here if empty else 0
        else:
            repeat = 1
            if text:
                repeat = _note_cell(sheets[-1], content, match, row, column)
                if any(mark in text for mark in _FILLED):
                    last_row, last_column = max(last_row, row + rows_here), max(last_column, column + repeat)
                    check_area(last_row, last_column, limits, sheets[-1].name)
            column += repeat
    return sheets


def _number(facts: dict[str, str], name: str) -> int:
    text = facts.get(name, "1")
    return max(1, int(text)) if text.isdigit() and len(text) < 9 else 1


def _note_columns(sheet: OdsSheet, facts: dict[str, str], first: int, limits: Limits) -> int:
    repeat = _number(facts, "number-columns-repeated")
    if facts.get("visibility") in _HIDDEN:
        sheet.hidden_columns.extend(range(first, min(first + repeat, limits.columns)))
    return repeat


def _note_cell(sheet: OdsSheet, content: bytes, match: re.Match[bytes], row: int, column: int) -> int:
    """Notes what the cell is and returns how many columns it stands for."""
    facts = attributes(match[3])
    repeat = _number(facts, "number-columns-repeated")
    wide, high = _number(facts, "number-columns-spanned"), _number(facts, "number-rows-spanned")
    if wide > 1 or high > 1:
        sheet.merges.append((row, column, row + high - 1, column + wide - 1))
    if facts.get("value-type") == "percentage":
        sheet.percent_cells.update((row, column + step) for step in range(min(repeat, 1_000)))
    if facts.get("formula") and (error := _error_text(content, match)):
        sheet.errors[row, column] = error
    return repeat


def _error_text(content: bytes, match: re.Match[bytes]) -> str:
    """The error that a formula cell shows, or an empty text."""
    end = content.find(b"</table:table-cell>", match.end(), match.end() + _ERROR_SEARCH_BYTES)
    shown = _PARAGRAPH.search(content, match.end(), end) if end > 0 and not match[4] else None
    text = unescape(shown[1].decode("utf-8", "replace")).strip() if shown else ""
    return text if _ERROR.fullmatch(text) else ""
