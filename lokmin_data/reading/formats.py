"""Turns the bytes of any accepted format into plain sheets: dictionaries of lists, numbers and texts.

Runs in the opening process (see `isolate`); numbers of csv and HTML stay text as printed.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZipFile

from lokmin_data.reading.guard import open_package, package_kind, read_part, sniff
from lokmin_data.reading.limits import CannotOpen, Limits, check_area, megabytes

Plain = dict[str, Any]
_KEPT = (int, float, bool, date, datetime, str)


def parse(data: bytes, file_name: str, limits: Limits) -> tuple[str, list[Plain]]:
    """The format and the sheets of a file; CannotOpen with the reason where it is refused.

    A sheet has the keys name, rows, merges, hidden, errors, formulas, hidden_rows, hidden_columns and
    percent_part or percent_cells, as `book.Sheet` wants them.
    """
    if len(data) > limits.file_bytes:
        raise CannotOpen("berkas-terlalu-besar", megabytes(len(data)), megabytes(limits.file_bytes))
    kind = sniff(data)
    if kind == "zip":
        package = open_package(data, limits)
        kind = package_kind(package)
        if kind == "arsip":
            raise CannotOpen("berkas-tidak-dikenal", "arsip ZIP")
        sheets = _workbook(data, limits, _EXTRAS[kind](package, limits))
    elif kind == "xls":
        sheets = _workbook(data, limits, {})
    else:
        sheets = _TEXTS[kind](data, file_name, limits)
    return kind, _finished(sheets, limits)


def _xlsx(package: ZipFile, limits: Limits) -> dict[str, Plain]:
    """What the XML adds to each sheet; the extent of every sheet is checked before the parser allocates it."""
    from lokmin_data.reading.xlsx_parts import scan_sheet, sheet_parts

    parts = sheet_parts(package)
    if len(parts) > limits.sheets:
        raise CannotOpen("berkas-terlalu-besar", f"{len(parts)} lembar", f"{limits.sheets} lembar")
    names = {info.filename for info in package.infolist()}
    others = [name for name in names if name.lower().startswith("xl/worksheets/") and name.endswith(".xml")]
    extras, area = {}, 0
    for name, part in [*parts.items(), *((part, part) for part in others if part not in parts.values())]:
        found = scan_sheet(read_part(package, part))
        area += check_area(found.rows, found.columns, limits, name, found.last_cell)
        extras[name] = {
            "errors": found.errors, "formulas": found.formulas, "hidden_rows": found.hidden_rows,
            "hidden_columns": found.hidden_columns, "percent_part": part,
        }  # fmt: skip
    if area > limits.total_area:
        raise CannotOpen("berkas-terlalu-besar", f"{area} sel", f"{limits.total_area} sel")
    for name in names & {"xl/sharedStrings.xml", "xl/styles.xml"}:
        read_part(package, name)
    return extras


def _ods(package: ZipFile, limits: Limits) -> dict[str, Plain]:
    from lokmin_data.reading.ods_parts import scan_ods

    sheets = scan_ods(read_part(package, "content.xml"), limits)
    if len(sheets) > limits.sheets:
        raise CannotOpen("berkas-terlalu-besar", f"{len(sheets)} lembar", f"{limits.sheets} lembar")
    return {sheet.name: {key: value for key, value in sheet._asdict().items() if key != "name"} for sheet in sheets}


def _xlsb(package: ZipFile, limits: Limits) -> dict[str, Plain]:
    """Nothing is known of binary sheets beforehand; the memory of the opening process is their limit."""
    return {}


def _workbook(data: bytes, limits: Limits, extras: dict[str, Plain]) -> list[Plain]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        metas = [meta for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
        if len(metas) > limits.sheets:
            raise CannotOpen("berkas-terlalu-besar", f"{len(metas)} lembar", f"{limits.sheets} lembar")
        sheets, area = [], 0
        for meta in metas:
            sheet = book.get_sheet_by_name(meta.name)
            end = sheet.end or (-1, -1)
            area += check_area(end[0] + 1, end[1] + 1, limits, meta.name)
            if area > limits.total_area:
                raise CannotOpen("berkas-terlalu-besar", f"{area} sel", f"{limits.total_area} sel")
            hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            plain = {"name": meta.name, "rows": sheet.to_python(skip_empty_area=False), "merges": merges, "hidden": hidden}
            sheets.append({**plain, **extras.get(meta.name, {})})
        return sheets
    except calamine.PasswordError as error:
        raise CannotOpen("berkas-terkunci") from error
    except calamine.CalamineError as error:
        raise CannotOpen("berkas-rusak", type(error).__name__) from error


def _csv(data: bytes, file_name: str, limits: Limits) -> list[Plain]:
    from lokmin_data.reading.csv_text import read_csv

    stem = file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "csv"
    return [{"name": stem, "rows": read_csv(data, limits)}]


def _html(data: bytes, file_name: str, limits: Limits) -> list[Plain]:
    from lokmin_data.reading.html_tables import read_html

    rows, merges = read_html(data, limits)
    return [{"name": "Tabel", "rows": rows, "merges": merges}]


def _xml(data: bytes, file_name: str, limits: Limits) -> list[Plain]:
    from lokmin_data.reading.xml_2003 import read_xml_2003

    return read_xml_2003(data, limits)


_EXTRAS = {"xlsx": _xlsx, "xlsm": _xlsx, "xlsb": _xlsb, "ods": _ods}
_TEXTS = {"csv": _csv, "html": _html, "xml": _xml}


def _finished(sheets: list[Plain], limits: Limits) -> list[Plain]:
    """The sheets with clean cells, cut to what is filled, merges and marks inside the grid only."""
    area = 0
    for sheet in sheets:
        errors = sheet.setdefault("errors", {})
        sheet["rows"] = rows = _grid(sheet["rows"], errors, sheet.get("formulas", {}))
        width = len(rows[0]) if rows else 0
        area += len(rows) * width
        sheet["merges"] = tuple(merge for merge in sheet.get("merges", ()) if _lies_in(merge, len(rows), width))
    if area > limits.total_area:
        raise CannotOpen("berkas-terlalu-besar", f"{area} sel", f"{limits.total_area} sel")
    return sheets


def _lies_in(merge: tuple[int, int, int, int], height: int, width: int) -> bool:
    """True where a merged range begins in the grid and is one: it may reach beyond, over empty cells."""
    top, left, bottom, right = merge
    return 0 <= top < height and 0 <= left < width and bottom >= top and right >= left


def _grid(rows: list[list[object]], errors: dict[tuple[int, int], str], formulas: Iterable[tuple[int, int]]) -> list:
    """Rows of one length, without empty rows at the end and empty columns at the right; '' and blanks are None."""
    clean = [list(map(_cell, row)) for row in rows]
    for number, row in enumerate(clean):
        for column, cell in enumerate(row):
            if cell.__class__ is float and not math.isfinite(cell):
                row[column] = None
                errors[number, column] = "#NUM!"
    for row, column in errors:
        if row < len(clean) and column < len(clean[row]):
            clean[row][column] = None
    places = [*errors, *formulas]
    height = max((number + 1 for number, row in enumerate(clean) if any(cell is not None for cell in row)), default=0)
    width = max((_filled(row) for row in clean), default=0)
    height = max([height, *(row + 1 for row, _ in places)])
    width = max([width, *(column + 1 for _, column in places)])
    clean.extend([] for _ in range(height - len(clean)))
    return [row[:width] + [None] * (width - len(row)) for row in clean[:height]]


def _filled(row: list[object]) -> int:
    width = len(row)
    while width and row[width - 1] is None:
        width -= 1
    return width


def _cell(value: object) -> object:
    """A cell as `book.Sheet` holds it; durations and times of day become their text."""
    if value.__class__ is str:
        return None if not value or value.isspace() else value
    if isinstance(value, _KEPT):
        return value
    if isinstance(value, (time, timedelta)):
        return str(value)
    return None if value is None else str(value)
