"""Parses workbooks with calamine and makes every grid clean: one length of row, no blanks, nothing beyond the table.

Runs in the opening process; imports nothing that takes long.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import chain

from lokmin_data.reading.opening.cannot_open import CannotOpen, check_area, check_count, check_total

EMPTY = ""  # most cells of a report; Python keeps one empty text, so most are known without comparing
_KEPT = {str, int, float, bool, date, datetime, type(None)}
TOO_LARGE_NUMBER = "#NUM!"
ERROR_TEXTS = {"#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"}
LONGEST_TEXT = 1_000  # no head, name or title is longer; of a note that is the beginning tells enough, and no pattern stumbles over the rest
LARGEST_NUMBER = 1e18  # no count, no NIK and no date is larger; beyond, sums and texts of it stop being exact


def read_workbook(data: bytes, limits: object) -> list[dict]:
    """All worksheets at once, as `workbook_sheets` gives them."""
    return list(workbook_sheets(data, limits))


def workbook_sheets(data: bytes, limits: object, before: Callable[[str], None] = lambda name: None) -> Iterator[dict]:
    """One worksheet after another, hidden ones too, as plain sheets: name, rows, merges, hidden, errors; `before` is told
    of each sheet's name before it is parsed."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        metas = [meta for meta in book.sheets_metadata if meta.typ == calamine.SheetTypeEnum.WorkSheet]
        check_count(len(metas), limits)
        area = 0
        for meta in metas:
            before(meta.name)
            sheet = book.get_sheet_by_name(meta.name)
            end = sheet.end or (-1, -1)
            area += check_area(end[0] + 1, end[1] + 1, limits, meta.name)
            check_total(area, limits)
            hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            plain = {"name": meta.name, "rows": sheet.to_python(skip_empty_area=False), "merges": merges}
            yield finish({**plain, "hidden": hidden})
    except calamine.PasswordError as error:
        raise CannotOpen("berkas-terkunci") from error
    except calamine.CalamineError as error:
        raise CannotOpen("berkas-rusak", type(error).__name__) from error


def shortened(cell: object) -> object:
    """A text as far as it is looked at; any other cell as it is."""
    return cell[:LONGEST_TEXT] if isinstance(cell, str) else cell


def finish(sheet: dict) -> dict:
    """The sheet with clean cells, cut to what is filled; numbers too large to be numbers become errors.  Where none do, `distinct`
    are the different values of its cells."""
    errors = sheet.setdefault("errors", {})
    distinct = set(chain.from_iterable(sheet["rows"]))  # what is looked at closely: few of all cells
    texts = {cell: None if not cell or cell.isspace() else cell[:LONGEST_TEXT] for cell in distinct if cell.__class__ is str}
    rows = [_with_texts(row, texts) for row in sheet["rows"]]
    if all(map(_is_plain, distinct)):
        sheet["distinct"] = {texts.get(cell, cell) for cell in distinct}
    else:
        rows = [_plain_row(row, number, errors) for number, row in enumerate(rows)]
    while rows and rows[-1].count(None) == len(rows[-1]):
        rows.pop()
    width = 0
    for row in rows:
        if row[width:].count(None) < len(row) - width:  # few rows reach beyond all before them
            width = _filled(row)
    sheet["rows"] = [row if len(row) == width else row[:width] + [None] * (width - len(row)) for row in rows]
    return sheet


def finish_text(sheet: dict) -> dict:
    """The same for csv and HTML, where an error is only a text: '#DIV/0!' becomes an error cell."""
    errors = sheet.setdefault("errors", {})
    for number, row in enumerate(sheet["rows"]):
        for column, cell in enumerate(row):
            if cell and cell[0] == "#" and cell.strip() in ERROR_TEXTS:
                errors[number, column] = cell.strip()
    finish(sheet)
    for row, column in errors:
        sheet["rows"][row][column] = None
    if errors:
        sheet.pop("distinct", None)
    return sheet


def _with_texts(row: list, texts: dict) -> list:
    """The row with None for blank texts and one object for equal ones; written for speed, since it sees every cell."""
    return [None if cell is EMPTY else cell if cell.__class__ is float else texts.get(cell, cell) for cell in row]


def _is_plain(cell: object) -> bool:
    kind = cell.__class__
    return abs(cell) <= LARGEST_NUMBER if kind is float or kind is int else kind in _KEPT


def _plain_row(row: list, number: int, errors: dict) -> list:
    """The row with texts for kinds that no report holds, and without numbers that are too large."""
    for column, cell in enumerate(row):
        if not _is_plain(cell):
            is_number = cell.__class__ in (float, int)
            row[column] = None if is_number else str(cell)
            if is_number:
                errors[number, column] = TOO_LARGE_NUMBER
    return row


def _filled(row: list) -> int:
    """How many cells a row that is not empty has up to its last filled one."""
    width = len(row)
    while row[width - 1] is None:
        width -= 1
    return width
