"""Columns marked by a footnote that tells of which month their numbers are: "Vitamin A *)" over "*) data bulan Februari 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import DECEMBER, NEVER, Period
from lokmin_data.reading.words.tokens import fold_spaces

_SIGN = r"\*+|[†‡]+|[¹²³⁴-⁹]"
_ENDS = frozenset("()*†‡¹²³⁴⁵⁶⁷⁸⁹")
_BEHIND = re.compile(rf"(?:^\(?({_SIGN})\)?|\(?({_SIGN})\)?$)")
_NOTE = re.compile(rf"^(?:(?:catatan|keterangan|ket|cat|nb|note)\b\s*[.:]?\s*)?[(\[]?({_SIGN})[)\]]?\s*[:=.]?\s*(.*)$", re.IGNORECASE | re.DOTALL)
#: What follows tells why, or of which month the numbers are not.
_REASON = re.compile(r"[(,;]|\.\s+(?=[A-Z])|\b(?:bukan|karena|krn|sebab|sehingga|sedangkan)\b", re.IGNORECASE)
#: Rows looked through below a head, and texts at most in a row of a note.
FARTHEST, FEW = 400, 2


def with_footnotes(head: Head, grid: Grid, period: Period, reader: Reader) -> Head:
    """The head with the marked columns in the month that their footnote tells; `period` is the table's, as far as it is known.

    Where a footnote names a month in words that are not understood, its columns are not understood either.
    """
    if not _holds_notes(grid.texts):
        return head
    marked: dict[str, list[Column]] = {}
    for column in head.columns:
        for mark in _marks(column) if column.meaning.measures and not column.meaning.month else ():
            marked.setdefault(mark, []).append(column)
    told = dict(_notes(head, grid, set(marked), reader)) if marked else {}
    changed = {}
    for mark, note in told.items():
        found = _period(note, [text for column in marked[mark] for text in column.path], period, reader)
        for column in marked[mark]:
            changed[column] = _within(column, found)
    return replace(head, columns=tuple(changed.get(column, column) for column in head.columns)) if changed else head


@for_one_report
def _holds_notes(texts: frozenset[str]) -> bool:
    """True where a text of the sheet begins with a sign of footnotes."""
    return any(_NOTE.match(fold_spaces(line)) for text in texts if not _ENDS.isdisjoint(text) for line in text.split("\n"))


def _marks(column: Column) -> Iterator[str]:
    for text in column.path:
        if (text[-1] in _ENDS or text[0] in _ENDS) and (found := _BEHIND.search(text)):
            yield found[1] or found[2]


def _notes(head: Head, grid: Grid, marks: set[str], reader: Reader) -> Iterator[tuple[str, str]]:
    """(mark, text) of the footnotes below a head that name a month; of several with one mark the last row's holds."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.bottom + 1 + FARTHEST]
    for row in reversed(rows):
        texts = [cell for cell in row if cell is not None]
        if not texts or len(texts) > FEW or not all(cell.__class__ is str for cell in texts):
            continue
        for line in " ".join(texts).split("\n"):
            if (found := _NOTE.match(fold_spaces(line))) and found[1] in marks and _speaks_of_month(found[2], reader):
                yield found[1], found[2]


def _speaks_of_month(note: str, reader: Reader) -> bool:
    tokens = reader.tokens(note)
    return bool(reader.period(note).month) or not reader.words.months.keys().isdisjoint(tokens) or _of_last_month(tokens, reader)


def _of_last_month(tokens: list[str], reader: Reader) -> bool:
    return "bulan" in tokens and not {*reader.words.lists["catatan_kaki"]["lalu"]}.isdisjoint(tokens)


def _period(note: str, heads: list[str], table: Period, reader: Reader) -> Period | None:
    """The period that a note tells, none where it speaks of something else or of the table's month; None where it says more."""
    words, clause = reader.words.lists["catatan_kaki"], _REASON.split(note)[0]
    tokens = reader.tokens(clause)
    plain = {*words["kata"], *words["lalu"], *reader.words.months, *(token for text in heads for token in reader.tokens(text))}
    if any(f" {both} " in f" {reader.words.folded(clause)} " for both in words["dua_bulan"]):
        return NEVER  # "dari yang ditimbang bulan ini dan bulan lalu"
    if not {*words["lain"]}.isdisjoint(tokens) or table.month and reader.period(clause).month == table.month:
        return NEVER
    if any(token.isalpha() and token not in plain for token in tokens):
        return None
    found = reader.period(clause)
    if not found.month and _of_last_month(tokens, reader) and table.month:
        return Period(table.year - (table.month == 1), (table.month - 2) % DECEMBER + 1)
    if not found.month or found.odd_range:
        return None
    year = found.year or (table.year - (found.month > table.month) if table.year and table.month else 0)
    return replace(found, year=year)


def _within(column: Column, found: Period | None) -> Column:
    """The column in that period; as it is where that is the table's own."""
    if found is None:
        return column.meaning_so(replace(column.meaning, unknown=column.meaning.unknown or ("catatan kaki",)))
    if found is NEVER:
        return column
    basis = column.meaning.basis or ("cumulative" if found.adds else "")
    return column.meaning_so(replace(column.meaning, month=found.month, year=found.year, basis=basis))
