"""Reads the cells of by-name sheets: dates in any order, decimal commas, NIK behind a backtick."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from lokmin_data.reading.byname.columns import fold_head, words

NIK_LENGTH = 16
FIRST_YEAR, LAST_YEAR = 2000, 2100
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_FIRST, EXCEL_LAST = 36526, 73050  # 2000 to 2099
_SIXTEEN = re.compile(r"[`'\"’‘´ \xa0\u200b]*(\d{16})[ \xa0\u200b`'’]*")
_SPACED = re.compile(r"[\s.\-]")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
_WITH_NAME = re.compile(r"(\d{1,2})[-/ .]+([A-Za-z]{3,9})[-/ .]+(\d{4}|\d{2})(?!\d)")
_NUMBER = re.compile(r"[-+]?\d{1,4}(?:[.,]\d+)?")
_MONTH_STARTS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "mrt": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "agt": 8, "ags": 8, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12,
}  # fmt: skip


def nik_of(cell: object) -> str:
    """The sixteen digits of a NIK cell, or an empty text; quotes, backticks, NBSP and spaces around are dropped."""
    if isinstance(cell, str):
        match = _SIXTEEN.fullmatch(cell) or _SIXTEEN.fullmatch(_SPACED.sub("", cell))
        return match[1] if match else ""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and 1e15 <= cell < 1e16 and cell == int(cell):
        return str(int(cell))
    return ""


def number_of(cell: object) -> float | None:
    """A measured value; decimal comma or point; None for '-', blanks and words."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return float(cell)
    match = _NUMBER.match(str(cell).strip()) if isinstance(cell, str) else None
    return float(match[0].replace(",", ".")) if match else None


def month_of_name(text: object) -> int | None:
    """1-12 of 'Maret', 'Mrt', 'MAR 2026', '03' or 3; None where it is no month."""
    if isinstance(text, (int, float)) and not isinstance(text, bool):
        return int(text) if text in range(1, 13) else None
    head = fold_head(text)
    if head.isdigit():
        return int(head) if 1 <= int(head) <= 12 else None
    return _MONTH_STARTS.get(head[:3])


def month_first(cells: Iterable[object]) -> bool:
    """True where a column writes month before day: some second part is above 12 and no first part is."""
    seen = False
    for cell in cells:
        match = _YEAR_LAST.match(cell.strip()) if isinstance(cell, str) else None
        if match and int(match[1]) > 12:
            return False
        seen = seen or bool(match and int(match[2]) > 12)
    return seen


def date_of(cell: object, *, us: bool = False) -> date | None:
    """The date of a cell: a date cell, an Excel day number, year first, day first (or month first with `us`).

    Returns None where it is no date, or none between 2000 and 2100.
    """
    if isinstance(cell, datetime):
        return _plausible(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _plausible(cell.year, cell.month, cell.day)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return EXCEL_EPOCH + timedelta(days=int(cell)) if EXCEL_FIRST <= cell <= EXCEL_LAST else None
    text = cell.strip(" \t\r\n\xa0`'\"") if isinstance(cell, str) else ""
    if match := _YEAR_FIRST.match(text):
        return _plausible(int(match[1]), int(match[2]), int(match[3]))
    if match := _YEAR_LAST.match(text):
        day, month = (match[2], match[1]) if us else (match[1], match[2])
        return _plausible(_full_year(match[3]), int(month), int(day))
    if match := _WITH_NAME.match(text):
        return _plausible(_full_year(match[3]), month_of_name(match[2]) or 0, int(match[1]))
    return None


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _plausible(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year < LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_mark(cell: object) -> bool:
    """True where a cell says 'given' without a date: 1, V, a tick, Ya."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, (int, float)):
        return cell == 1
    return isinstance(cell, str) and cell.strip().lower() in {mark.lower() for mark in words()["tanda"]["ya"]}
