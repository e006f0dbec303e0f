"""Turns the bytes of any accepted format into plain sheets: dictionaries of lists, numbers and texts.

Runs in the opening process (see `isolate`); numbers of csv and HTML stay text as printed.
"""

from zipfile import ZipFile

from lokmin_data.reading.cannot_open import CannotOpen, check_area, check_count, check_total
from lokmin_data.reading.cells import finish, finish_text, read_workbook
from lokmin_data.reading.guard import open_package, package_kind, read_part, sniff


def parse(data: bytes, file_name: str, limits: object) -> tuple[str, list[dict]]:
    """The format and the sheets of a file; CannotOpen with the reason where it is refused.

    A sheet has the keys name, rows, merges, hidden, errors and what `extras` found.
    """
    kind = sniff(data)
    if kind != "zip":
        sheets = _TEXTS[kind](data, file_name, limits)
        check_total(sum(len(sheet["rows"]) * len(sheet["rows"][0]) for sheet in sheets if sheet["rows"]), limits)
        return kind, sheets
    package = open_package(data, limits)
    kind = package_kind(package)
    found = extras(package, kind, limits)
    return kind, add_extras(read_workbook(data, limits), found)


def extras(package: ZipFile, kind: str, limits: object, *, rewrite: bool = True) -> dict[str, dict]:
    """What the parser does not tell of each sheet, by name; the extent is checked on the way.

    Keys: errors, formulas, hidden_rows, hidden_columns, merges, percent_part or percent_cells.  Without `rewrite`
    a worksheet in an unusual form is left to the opening process (xlsx_parts.UnusualXml).
    """
    if kind in ("xlsx", "xlsm"):
        return _xlsx(package, limits, rewrite=rewrite)
    if kind == "ods":
        return _ods(package, limits)
    if kind == "xlsb":
        return _xlsb(package, limits)
    if kind == "arsip":
        raise CannotOpen("berkas-tidak-dikenal", "arsip ZIP")
    return {}


def _xlsx(package: ZipFile, limits: object, *, rewrite: bool) -> dict[str, dict]:
    from lokmin_data.reading.xlsx_parts import scan_sheet, sheet_parts

    parts = sheet_parts(package)
    check_count(len(parts), limits)
    names = {info.filename for info in package.infolist()}
    unnamed = {name: name for name in names if _is_worksheet(name) and name not in parts.values()}
    found, area = {}, 0
    for name, part in {**unnamed, **parts}.items():
        sheet = scan_sheet(read_part(package, part), rewrite=rewrite)
        area += check_area(sheet.rows, sheet.columns, limits, name, sheet.last_cell)
        found[name] = {**sheet.facts(), "percent_part": part}
    check_total(area, limits)
    _add_never_computed(package, parts, found)
    for name in names & {"xl/sharedStrings.xml", "xl/styles.xml"}:
        read_part(package, name)
    return found


def _xlsb(package: ZipFile, limits: object) -> dict[str, dict]:
    from lokmin_data.reading.xlsb_records import scan_xlsb

    found = scan_xlsb(package)
    for name, facts in found.items():
        rows, columns = zip(*facts["errors"], strict=True) if facts["errors"] else ((0,), (0,))
        check_area(max(rows) + 1, max(columns) + 1, limits, name)
    return found


def _add_never_computed(package: ZipFile, parts: dict[str, str], found: dict[str, dict]) -> None:
    """Adds the formulas of a workbook that no spreadsheet program has ever computed.

    Some libraries store 0 for every formula and ask for the computing at opening; a workbook in which that is
    asked and every single formula is 0 holds no results.
    """
    from lokmin_data.reading.xlsx_parts import all_zero, asks_to_compute, zero_formulas

    if not asks_to_compute(package):
        return
    counts = [all_zero(read_part(package, part)) for part in parts.values()]
    formulas, zeros = (sum(numbers) for numbers in zip(*counts, strict=True)) if counts else (0, 0)
    if formulas and formulas == zeros:
        for name, part in parts.items():
            found[name]["formulas"] = zero_formulas(read_part(package, part))


def _is_worksheet(name: str) -> bool:
    return name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml")


def _ods(package: ZipFile, limits: object) -> dict[str, dict]:
    from lokmin_data.reading.ods_parts import scan_ods

    sheets = scan_ods(read_part(package, "content.xml"), limits)
    check_count(len(sheets), limits)
    return {sheet.name: sheet.facts() for sheet in sheets}


def add_extras(sheets: list[dict], found: dict[str, dict]) -> list[dict]:
    """The parsed sheets with what `extras` told of them; the grid is widened where an error lies outside it."""
    for sheet in sheets:
        facts = found.get(sheet["name"], {})
        errors = sheet["errors"] = {**sheet["errors"], **facts.get("errors", {})}
        rows, places = sheet["rows"], [*errors, *facts.get("formulas", {})]
        width = max([len(rows[0]) if rows else 0, *(column + 1 for _, column in places)])
        rows.extend([] for _ in range(max([row + 1 for row, _ in places], default=0) - len(rows)))
        if any(len(row) < width for row in rows):
            sheet["rows"] = rows = [row + [None] * (width - len(row)) for row in rows]
        for row, column in errors:
            rows[row][column] = None
        sheet.update({key: value for key, value in facts.items() if key != "errors"})
    return sheets


def _xls(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.xls_records import scan_xls

    return add_extras(read_workbook(data, limits), scan_xls(data))


def _csv(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.csv_text import read_csv

    stem = file_name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "csv"
    return [finish_text({"name": stem, "rows": read_csv(data, limits), "merges": []})]


def _html(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.html_tables import read_html

    rows, merges = read_html(data, limits)
    return [finish_text({"name": "Tabel", "rows": rows, "merges": merges})]


def _xml(data: bytes, file_name: str, limits: object) -> list[dict]:
    from lokmin_data.reading.xml_2003 import read_xml_2003

    return [finish(sheet) for sheet in read_xml_2003(data, limits)]


_TEXTS = {"xls": _xls, "csv": _csv, "html": _html, "xml": _xml}
