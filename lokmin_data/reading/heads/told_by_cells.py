"""Columns whose cells tell what they are: the sex or the month of each row below another head or none ("L", "P" and "JML", or
"Januari", "Februari" below "Ket", "Waktu" or nothing), the indicator of each row below "Jenis kunjungan", and persons below
"Tercapai", where others write "Ya" and "Tidak"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

_NAMES = frozenset({*AREA_LEVELS, "number"})
_BOTH = frozenset({"L", "P"})
_YEAR = re.compile(r"20\d\d(\.0)?")
#: So many different months tell the periods of rows.
MONTHS = 2
#: So many different indicators, each of them so often, are the kinds of a list.
KINDS = 2
#: "Perempuan" or "Desember 2025" and no more letters, with a word for the sum.
LONGEST = 16


def with_columns_told(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with such columns as those of sexes and of months, where no other is."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    head = _with_reached(head, rows, reader)
    texts = _first_texts(head, rows[0]) if rows else []
    for axis in ("sex", "month") if texts else ():
        found = next((column for column, text in texts if _told(axis, reader.text(text)) and _counts(rows[0], column)), None)
        if found and not head.axis(axis) and _tells(axis, found, rows, reader):
            columns = (replace(each, meaning=Meaning(axis=axis)) if each is found else each for each in head.columns)
            head = replace(head, columns=tuple(columns))
    head = _with_kinds(head, rows, reader)
    return _with_years(head, rows) if len(head.axis("month")) > 1 else head


def _with_kinds(head: Head, rows: Sequence[Sequence[object]], reader: Reader) -> Head:
    """The head with a column of kinds that names an indicator in each row, all of them equally often, as that of indicators:
    "jenis_kunjungan" over K1, K4 and K6 of each desa."""
    if any(each.meaning.indicator for each in head.columns) or head.axis("indicator") or not head.axis(*AREA_LEVELS):
        return head  # most tables
    kinds = tuple(reader.words.lists["kolom_jenis"]["kata"])
    open_ = [each for each in head.columns if each.path and each.path[-1].casefold().startswith(kinds) and _names_nothing(each.meaning)]
    if len(open_) != 1:
        return head
    found = Counter(row[open_[0].index] for row in rows if _counts(row, open_[0]))
    read = [reader.text(fold_spaces(cell)) if cell.__class__ is str else Meaning() for cell in found]  # type: ignore[arg-type]
    codes = {each.indicator for each in read if not each.unknown} - {""}
    times = {*found.values()}
    if len(read) < KINDS or len(codes) < len(read) or len(times) > 1 or min(times) < KINDS:
        return head
    columns = (replace(each, meaning=Meaning(axis="indicator")) if each is open_[0] else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def _names_nothing(meaning: Meaning) -> bool:
    return not (meaning.axis or meaning.indicator or meaning.population)


def _with_reached(head: Head, rows: Sequence[Sequence[object]], reader: Reader) -> Head:
    """The head with columns "Tercapai" before a percent, that hold nothing but numbers, as those of the people reached."""
    lists = reader.words.lists["tercapai"]
    columns = list(head.columns)
    for place, (column, behind) in enumerate(pairwise(columns)):
        if column.path and behind.meaning.role == "percent" and column.path[-1].casefold().strip() in lists["kata"]:
            kinds = {kind_of(row[column.index]) for row in rows if column.index < len(row)} - {"blank"}
            if kinds == {"number"}:
                columns[place] = replace(column, meaning=reader.head((*column.path[:-1], lists["arti"])))
    return replace(head, columns=tuple(columns)) if columns != list(head.columns) else head


def _first_texts(head: Head, first: Sequence[object]) -> list[tuple[Column, str]]:
    """The columns of no names and no running numbers that hold a short text in the first row, with it."""
    return [
        (column, fold_spaces(cell)) for column in head.columns
        if column.index < len(first) and (cell := first[column.index]).__class__ is str and len(cell) <= LONGEST
        and column.meaning.axis not in _NAMES
    ]  # fmt: skip


def _with_years(head: Head, rows: Sequence[Sequence[object]]) -> Head:
    """The head with a column of months that holds years, beside another one, as the one of years: "periode_data" beside "bulan"."""
    years = {each.index for each in head.axis("month") if all(_is_year(row[each.index]) for row in rows if _counts(row, each))}
    if head.axis("year") or len(years) != 1:
        return head
    columns = (replace(each, meaning=Meaning(axis="year")) if each.index in years else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def _is_year(cell: object) -> bool:
    return bool(_YEAR.fullmatch(str(cell).strip()))


def _counts(row: Sequence[object], column: Column) -> bool:
    """True for a row with a number behind the column: no line that heads others."""
    return any(kind_of(cell) == "number" for cell in row[column.index + 1 :])


def _told(axis: str, meaning: Meaning) -> object:
    """The one sex, or the month, that a cell names; nothing where it says more."""
    if not meaning.bare or meaning.unknown:
        return None
    return meaning.month if axis == "month" else meaning.sex if meaning.sex in _BOTH else None


def _tells(axis: str, column: Column, rows: Sequence[Sequence[object]], reader: Reader) -> bool:
    """True where the column holds both sexes, or several months, and nothing else but words for their sum."""
    counted = [row for row in rows if _counts(row, column)]
    texts = {fold_spaces(cell) for row in counted if (cell := row[column.index]).__class__ is str}
    said = {text: _told(axis, reader.text(text)) for text in texts if text}
    found = {told for told in said.values() if told}
    enough = found >= _BOTH if axis == "sex" else len(found) >= MONTHS
    return enough and all(told or reader.text(text).sex == "T" or label_kind(text, "desa", reader) == "total" for text, told in said.items())
