"""What a user confirmed for a form of report: meanings of columns, and corrections of known errors in the source."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Book, Sheet, cell_name
from lokmin_data.reading.problems.half_understood import Corrected, CorrectionUnused
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.remembered import Remembered
from lokmin_data.reading.words.turning_titles import plain_title
from lokmin_data.reading.words.values import kind_of, number_of, style_of

IGNORE = "ignore"
SEPARATOR = " › "
LONGEST = 16
CLOSE = 1e-6
NO_SHEET = "kosong (lembar itu tidak ada)"
#: From so many digits on a number is no count but a NIK, a family card, an insurance or a telephone number.
LONGEST_DIGITS = 10
LONGEST_NUMBER = 10 ** (LONGEST_DIGITS - 1)
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ERROR = re.compile(r"#[A-Z0-9/?! ]{1,12}")
_LETTERED = re.compile(r"[0-9OolI|.,]{1,8}")


def layout_of(drafts: Iterable[Draft]) -> str:
    """The fingerprint of a form: the head texts of its tables, whatever their order, rows and month."""
    paths = {column.path for made in drafts for column in made.head.columns if column.path}
    heads = {SEPARATOR.join(path).casefold() for path in paths}
    return hashlib.sha256("\n".join(sorted(heads)).encode()).hexdigest()[:LONGEST] if heads else ""


def confirm(reader: Reader, columns: Mapping[str, str], drafts: Iterable[Draft]) -> None:
    """Make the reader take the confirmed meaning for the columns whose head it was confirmed for, and for rows so named."""
    reader.forms = Remembered()  # what is confirmed holds for this Puskesmas alone
    for head, code in columns.items():
        if SEPARATOR not in head:
            reader.seen[(head,)] = _confirmed(reader.text(head), code)
            reader.titles[plain_title(head, reader)] = "" if code == IGNORE else code
    for made in drafts:
        for column in made.head.columns:
            code = columns.get(SEPARATOR.join(column.path))
            if code:
                reader.seen[column.path] = _confirmed(column.meaning, code)
                reader.confirmed.add(column.path)


def _confirmed(meaning: Meaning, code: str) -> Meaning:
    if code == IGNORE:
        return Meaning(role="ignore", note="diabaikan menurut konfirmasi")
    return replace(
        meaning,
        axis="",
        role="" if meaning.role == "ignore" else meaning.role,
        indicator=code,
        population="",
        unknown=(),
        bare=False,
    )


def corrected(book: Book, corrections: Iterable[Mapping[str, Any]]) -> tuple[Book, list[Problem]]:
    """(the book with the corrected cells, a problem for each correction): one that finds no error complains.

    A correction is a record `sheet, cell, expected, value, why, by, at`; with `sha256` it holds for that file alone.
    A `value` None empties the cell; `percent` says that the cell shows its number as a percent.
    """
    problems: list[Problem] = []
    sheets = list(book.sheets)
    for record in holding(corrections, book.sha256):
        name, place = str(record.get("sheet")), place_of(str(record.get("cell")))
        number = next((number for number, sheet in enumerate(sheets) if sheet.name == name), None)
        found = None if number is None or place is None else cell_at(sheets[number], place)
        value, percent = record.get("value"), bool(record.get("percent"))
        texts = {"sheet": name, "cell": cell_name(*place) if place else "", "found": NO_SHEET if number is None else told_cell(found, percent)}
        if number is not None and place and found is not None and _is_plain(value) and same_cell(found, record.get("expected")):
            sheets[number] = _with(sheets[number], place, value)
            problems.append(Corrected(expected=told_cell(value, percent), **texts))
        else:
            problems.append(CorrectionUnused(expected=told_cell(record.get("expected"), percent), **texts))
    return replace(book, sheets=tuple(sheets)), problems


def holding(corrections: Iterable[Mapping[str, Any]], sha256: str) -> list[Mapping[str, Any]]:
    """The corrections that hold for a file, one for each cell: one of that very file goes before one of the form."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for record in sorted(corrections, key=lambda each: bool(each.get("sha256"))):
        if record.get("sha256") in (None, "", sha256):
            found[str(record.get("sheet")), str(record.get("cell")).upper()] = record
    return list(found.values())


def cell_at(sheet: Sheet, place: tuple[int, int]) -> object:
    """What stands in a cell: its value, or the text of its error; None where nothing does."""
    if place in sheet.errors:
        return sheet.error_text.get(place, "#GALAT")
    row, column = place
    return sheet.rows[row][column] if row < len(sheet.rows) and column < len(sheet.rows[row]) else None


def same_cell(found: object, expected: object) -> bool:
    """True where a cell still holds what a correction expects, however the number is written."""
    one, other = (
        number_of(cell, style_of([cell], percent=False)).number if kind_of(cell) == "number" else None
        for cell in (found, expected)
    )
    if one is not None and other is not None:
        return abs(one - other) <= CLOSE
    return str(found) == str(expected)


def told_cell(cell: object, percent: bool = False) -> str:
    """A cell's value for a message; words are not repeated, since they may name somebody."""
    if cell is None or cell == "":
        return "kosong"
    if cell.__class__ is int or cell.__class__ is float:
        return f"{number_words(cell * 100)} %" if percent else number_words(cell)
    return str(cell).strip() if is_quotable(cell) else "tulisan lain"


def number_words(number: float) -> str:
    """A number as it is written here, with all its decimals: 1.234,5."""
    if not is_quotable(number):
        return "bilangan panjang"
    whole, _, rest = f"{abs(number):.8f}".rstrip("0").partition(".")
    return ("-" if number < 0 else "") + f"{int(whole):,}".replace(",", ".") + (f",{rest}" if rest else "")


def is_quotable(cell: object) -> bool:
    """True for a number, an error, or digits with a letter among them: what may be stored and shown of a source cell."""
    if cell.__class__ is int or cell.__class__ is float:
        return abs(cell) < LONGEST_NUMBER
    text = str(cell).strip()
    if cell.__class__ is not str or not text or sum(map(str.isdigit, text)) >= LONGEST_DIGITS:
        return False
    return kind_of(text) == "number" or bool(_ERROR.fullmatch(text) or _LETTERED.fullmatch(text))


def place_of(name: str) -> tuple[int, int] | None:
    """Row and column from 0 of a cell as Excel names it (c14, $C$14); None where it names none."""
    found = _CELL.fullmatch(name.strip().replace("$", "").upper())
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - 64
    return int(found.group(2)) - 1, column - 1


def _is_plain(value: object) -> bool:
    return value is None or value.__class__ in (int, float, str)


def _with(sheet: Sheet, place: tuple[int, int], value: object) -> Sheet:
    """The sheet with another value in one cell, which is no error any more."""
    rows = list(sheet.rows)
    rows[place[0]] = [value if column == place[1] else cell for column, cell in enumerate(rows[place[0]])]
    texts = {where: text for where, text in sheet.error_text.items() if where != place}
    return replace(sheet, rows=rows, errors=sheet.errors - {place}, error_text=texts)
