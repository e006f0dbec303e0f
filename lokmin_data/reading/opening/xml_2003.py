"""Reads XML Spreadsheet 2003, which web systems write and call .xls."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from lxml import etree

from lokmin_data.reading.opening.cannot_open import CannotOpen, check_area
from lokmin_data.reading.opening.limits import Limits

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def read_xml_2003(data: bytes, limits: Limits) -> list[dict[str, Any]]:
    """The worksheets as plain sheets; document types and entities are refused."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise CannotOpen("berkas-tidak-aman", "deklarasi DOCTYPE di dalam XML")
    parser = {"no_network": True, "resolve_entities": False, "load_dtd": False, "huge_tree": False, "recover": True}
    sheets = []
    try:
        for _, sheet in etree.iterparse(io.BytesIO(data), tag=_SS + "Worksheet", **parser):
            sheets.append(_sheet(sheet, limits))
            sheet.clear()
    except etree.XMLSyntaxError as error:
        raise CannotOpen("berkas-rusak", "XML terpotong") from error
    return sheets


def _sheet(sheet: Any, limits: Limits) -> dict[str, Any]:
    name = sheet.get(_SS + "Name") or ""
    rows: list[list[object]] = []
    merges: list[tuple[int, int, int, int]] = []
    errors: dict[tuple[int, int], str] = {}
    hidden_rows: list[int] = []
    for line in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        number = max(_number(line, "Index", len(rows) + 1) - 1, len(rows))
        check_area(number + 1, 1, limits, name)
        rows.extend([] for _ in range(number + 1 - len(rows)))
        if line.get(_SS + "Hidden") == "1":
            hidden_rows.append(number)
        _read_row(line, rows, number, merges, errors, limits, name)
    hidden = sheet.find(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible") is not None
    return {
        "name": name, "rows": rows, "merges": merges, "hidden": hidden, "errors": errors, "hidden_rows": hidden_rows,
    }  # fmt: skip


def _read_row(
    line: Any, rows: list[list[object]], number: int, merges: list[tuple[int, int, int, int]],
    errors: dict[tuple[int, int], str], limits: Limits, name: str,
) -> None:  # fmt: skip
    row = rows[number]
    for cell in line.iterfind(_SS + "Cell"):
        column = max(_number(cell, "Index", len(row) + 1) - 1, len(row))
        wide, high = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        check_area(number + high + 1, column + wide + 1, limits, name)
        row.extend([None] * (column - len(row)))
        data = cell.find(_SS + "Data")
        value = _value(data) if data is not None else None
        if data is not None and data.get(_SS + "Type") == "Error":
            errors[number, column] = str(value)
            value = None
        row.extend([value, *[None] * wide])
        if wide or high:
            merges.append((number, column, number + high, column + wide))


def _number(element: Any, name: str, default: int) -> int:
    text = element.get(_SS + name) or ""
    return int(text) if text.isdigit() and len(text) < 8 else default


def _value(data: Any) -> object:
    text = "".join(data.itertext())
    kind = data.get(_SS + "Type")
    if kind == "Number":
        try:
            return float(text)
        except ValueError:
            return text
    if kind == "DateTime" and _DATE.match(text):
        moment = datetime.fromisoformat(text[:19])
        return moment.date() if moment.time() == datetime.min.time() else moment
    return bool(int(text)) if kind == "Boolean" and text in ("0", "1") else text
