"""What a user confirmed for a form of report: meanings of columns, and corrections of known errors in the source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.opening.book import Book, cell_name
from lokmin_data.reading.problems.half_understood import Corrected, CorrectionUnused
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.remembered import Remembered
from lokmin_data.reading.words.turning_titles import plain_title
from lokmin_data.reading.words.values import kind_of, number_of, style_of

IGNORE = "ignore"
SEPARATOR = " › "
LONGEST = 16
CLOSE = 1e-6


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


def corrected(book: Book, corrections: Sequence[Mapping[str, Any]]) -> tuple[Book, list[Problem]]:
    """(the book with the corrected cells, a problem for each correction): one that finds no error complains.

    A correction is a record `sheet, cell, expected, value, why, by`; with `sha256` it holds for that file alone.
    """
    problems: list[Problem] = []
    sheets = {sheet.name: [list(row) for row in sheet.rows] for sheet in book.sheets}
    for record in corrections:
        if record.get("sha256") not in (None, "", book.sha256):
            continue
        name, place = str(record["sheet"]), _place(str(record["cell"]))
        rows = sheets.get(name, [])
        found = rows[place[0]][place[1]] if place[0] < len(rows) and place[1] < len(rows[place[0]]) else None
        texts = {"sheet": name, "cell": cell_name(*place), "found": _text(found)}
        if _same(found, record["expected"]):
            rows[place[0]][place[1]] = record["value"]
            problems.append(Corrected(expected=_text(record["value"]), **texts))
        else:
            problems.append(CorrectionUnused(expected=_text(record["expected"]), **texts))
    return replace(book, sheets=tuple(replace(sheet, rows=sheets[sheet.name]) for sheet in book.sheets)), problems


def _same(found: object, expected: object) -> bool:
    one, other = (
        number_of(cell, style_of([cell], percent=False)).number if kind_of(cell) == "number" else None
        for cell in (found, expected)
    )
    if one is not None and other is not None:
        return abs(one - other) <= CLOSE
    return _text(found) == _text(expected)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if cell.__class__ is float and cell.is_integer() else str(cell)


def _place(name: str) -> tuple[int, int]:
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(name[len(letters) :]) - 1, column - 1
