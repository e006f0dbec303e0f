"""Tells the format of a file by its content and turns it into plain grids."""

from __future__ import annotations

import csv
import io
import math
from datetime import date, time, timedelta

from lokmin_data.reading.refusal import FileDamaged, FileLocked, FileUnknown, Refused


def sniff(data: bytes) -> str:
    if data[:4] == b"PK\x03\x04":
        return "zip"
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return "xls"
    if b"<table" in data[:200_000].lower() or data.lstrip()[:5].lower() in (b"<html", b"<!doc"):
        return "html"
    return "csv"


def parse(data: bytes, kind: str) -> list[dict]:
    if kind == "csv":
        return [_csv(data)]
    if kind == "html":
        return _html(data)
    return _calamine(data)


def _clean(value: object) -> object:
    kind = type(value)
    if kind is str:
        return value if value and not value.isspace() else None
    if kind is float and not math.isfinite(value):
        return None
    if kind in (time, timedelta):
        return str(value)
    return value


def _trim(rows: list[list]) -> list[list]:
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    width = 0
    for row in rows:
        for index in range(len(row) - 1, width - 1, -1):
            if row[index] is not None:
                width = index + 1
                break
    return [row[:width] + [None] * (width - len(row)) for row in rows]


def _calamine(data: bytes) -> list[dict]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            rows = _trim([[_clean(v) for v in row] for row in sheet.to_python(skip_empty_area=False)])
            merges = tuple((a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or ())
            sheets.append({"name": meta.name, "rows": rows, "merges": merges,
                           "hidden": meta.visible != calamine.SheetVisibleEnum.Visible})
        return sheets
    except calamine.PasswordError as error:
        raise Refused(FileLocked()) from error
    except calamine.CalamineError as error:
        raise Refused(FileDamaged(found=type(error).__name__)) from error


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(FileUnknown())


def _csv(data: bytes) -> dict:
    text = _text(data)
    head = text[:20000]
    delimiter = max(";\t,", key=head.count)
    rows = [[_clean(c) for c in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    return {"name": "csv", "rows": _trim(rows)}


def _html(data: bytes) -> list[dict]:
    from lxml import html

    tree = html.document_fromstring(_text(data))
    sheets = []
    for number, table in enumerate(tree.iter("table"), 1):
        rows = [[_clean(cell.text_content().strip()) for cell in row.iter("td", "th")] for row in table.iter("tr")]
        sheets.append({"name": f"Tabel {number}", "rows": _trim(rows)})
    return sheets
