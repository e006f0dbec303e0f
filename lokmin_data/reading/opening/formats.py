"""Turns the bytes of any accepted format into plain sheets: dictionaries of lists, numbers and texts.

Runs in the opening process (see `isolate`); numbers of csv and HTML stay text as printed.
"""

from collections.abc import Iterator
from itertools import chain
from zipfile import ZipFile

from lokmin_data.reading.opening.cannot_open import CannotOpen, check_area, check_count, check_total
from lokmin_data.reading.opening.cells import finish, finish_text, read_workbook, shortened, workbook_sheets
from lokmin_data.reading.opening.guard import open_package, package_kind, read_part, sniff


def parse(data: bytes, file_name: str, limits: object) -> Iterator[tuple[str, list[dict]]]:
    """The format with the sheets of a file, in one part or several; CannotOpen with the reason where it is refused.

    A sheet has the keys name, rows, merges, hidden, errors, and where its format tells them formulas, hidden_rows,
    hidden_columns, percent_cells; `distinct` where all its cells are of usual kinds.
    """
    kind = sniff(data)
    if kind != "zip":
        sheets = _TEXTS[kind](data, file_name, limits)
        check_total(sum(len(sheet["rows"]) * len(sheet["rows"][0]) for sheet in sheets if sheet["rows"]), limits)
        yield kind, sheets
        return
    package = open_package(data, limits)
    kind = package_kind(package)
    if kind == "arsip":
        raise CannotOpen("berkas-tidak-dikenal", "arsip ZIP")
    if kind in ("xlsx", "xlsm"):
        yield kind, []
        yield from ((kind, [sheet]) for sheet in _xlsx(data, package, limits))
    else:
        found, other = _ods(package, limits) if kind == "ods" else (_xlsb(package, limits), None)
        yield kind, add_extras(read_workbook(other or data, limits), found)


def _xlsx(data: bytes, package: ZipFile, limits: object) -> Iterator[dict]:
    """One sheet after another, so that the first ones are understood while the next are parsed."""
    from lokmin_data.reading.opening.xlsx_scanner import SheetScanner

    scanner = SheetScanner(package, limits)
    for sheet in workbook_sheets(data, limits, before=scanner.scan):
        yield add_extras([sheet], scanner.found)[0]


def _xlsb(package: ZipFile, limits: object) -> dict[str, dict]:
    from lokmin_data.reading.opening.xlsb_records import scan_xlsb

    found = scan_xlsb(package)
    for name, facts in found.items():
        rows, columns = zip((0, 0), *facts["errors"], *facts["cells"], strict=True)
        check_area(max(rows) + 1, max(columns) + 1, limits, name)
    return found


def _ods(package: ZipFile, limits: object) -> tuple[dict[str, dict], bytes | None]:
    """(what was found of each sheet, the package as the parser wants it where that is not as it stands)."""
    from lokmin_data.reading.opening.ods_parts import CONTENT, scan_ods, without_indents

    content = read_part(package, CONTENT)
    sheets = scan_ods(content, limits)
    check_count(len(sheets), limits)
    return {sheet.name: sheet.facts() for sheet in sheets}, without_indents(package, content)


def add_extras(sheets: list[dict], found: dict[str, dict]) -> list[dict]:
    """The parsed sheets with what was found of them beside the parser: `cells` that it passed over, and the rest as it stands; the grid
    is widened where one of these lies outside it."""
    for sheet in sheets:
        facts = found.get(sheet["name"], {})
        errors = sheet["errors"] = {**sheet["errors"], **facts.get("errors", {})}
        cells = {place: shortened(cell) for place, cell in facts.get("cells", {}).items() if cell.__class__ is not str or cell.strip()}
        rows, places = sheet["rows"], [*errors, *facts.get("formulas", {}), *cells]
        width = max([len(rows[0]) if rows else 0, *(column + 1 for _, column in places)])
        rows.extend([] for _ in range(max([row + 1 for row, _ in places], default=0) - len(rows)))
        if any(len(row) < width for row in rows):
            sheet["rows"] = rows = [row + [None] * (width - len(row)) for row in rows]
        for (row, column), cell in (*cells.items(), *dict.fromkeys(errors).items()):
            rows[row][column] = cell
        if (errors or cells) and "distinct" in sheet:
            sheet["distinct"] = set(chain.from_iterable(rows))
        sheet.update({key: value for key, value in facts.items() if key not in ("errors", "cells")})
    return sheets


def _xls(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.opening.xls_records import scan_xls

    return add_extras(read_workbook(data, limits), scan_xls(data))


def _csv(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.opening.csv_text import read_csv

    stem = file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "csv"
    return [finish_text({"name": stem, "rows": read_csv(data, limits), "merges": []})]


def _html(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.opening.html_tables import read_html

    rows, merges = read_html(data, limits)
    return [finish_text({"name": "Tabel", "rows": rows, "merges": merges})]


def _xml(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.opening.xml_2003 import read_xml_2003

    return [finish(sheet) for sheet in read_xml_2003(data, limits)]


_TEXTS = {"xls": _xls, "csv": _csv, "html": _html, "xml": _xml}
