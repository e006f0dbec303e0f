"""Which column lists what the rows count, where several are headed so: "Program" beside "Indikator", "Uraian" over Abs and %."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.labels import label_kind, writing
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

if TYPE_CHECKING:
    from lokmin_data.reading.heads.headers import Column, Head
    from lokmin_data.reading.heads.tables import Grid

_LIST = "indicator"
#: So many lines of indicators, and this share of the names again below another one, make a list of areas.
FEWEST_BANDS, MOST_AGAIN = 2, 0.8


def with_one_list(grid: Grid, head: Head, reader: Reader) -> Head:
    """The head with at most one list of indicators: none that only says how each row is written, and of several the one that
    names the most indicators; the first where they name as many."""
    lists = [column for column in head.columns if column.meaning.axis == _LIST]
    if not lists:
        return head
    if len(lists) == 1 and not head.axis(*AREA_LEVELS) and _lists_areas(grid, head, lists[0], reader):
        return replace(head, columns=tuple(replace(each, meaning=Meaning(axis="desa")) if each is lists[0] else each for each in head.columns))
    if len(lists) == 1 and not head.axis(*AREA_LEVELS) and (names := _names_beside(grid, head, lists[0], reader)):
        return replace(head, columns=tuple(_beside(each, names) for each in head.columns))
    if len(lists) == 1 and not head.axis(*AREA_LEVELS) and (names := _names_before(grid, head, lists[0], reader)):
        return replace(head, columns=tuple(replace(each, meaning=Meaning(axis="desa")) if each is names else each for each in head.columns))
    texts = {column.index: _texts(grid, head, column) for column in lists}
    left = {column.index for column in lists if len(texts[column.index]) > 1 and all(writing(text, counts=True) for text in texts[column.index])}
    others = [column.index for column in lists if column.index not in left]
    if len(others) > 1:
        named = {place: _named(texts[place], reader) for place in others}
        best = max(others, key=lambda place: named[place])
        left |= {place for place in others if place != best} if named[best] > named[others[0]] else set()
    columns = (replace(column, meaning=Meaning(role="ignore")) if column.index in left else column for column in head.columns)
    return replace(head, columns=tuple(columns)) if left else head


def _beside(column: Column, names: Column) -> Column:
    """The column beside one of names: those are desa, unless its head says that they are something else; then nobody knows whose
    the numbers of the first row are."""
    if column is names and (names.meaning.unknown or not names.path):
        return replace(column, meaning=Meaning(axis="desa"))
    if column.index < names.index or names.meaning.unknown or not names.path or column is names:
        return column
    return replace(column, meaning=Meaning(unknown=column.path or names.path))


def _names_beside(grid: Grid, head: Head, listed: Column, reader: Reader) -> Column | None:
    """The column right of the indicators, headed with another word or none, that names the same areas for each of them, once."""
    for column in head.columns:
        if column.index > listed.index and not column.meaning.axis and (column.meaning.unknown or column.meaning.role == "ignore"):
            bands: list[list[str]] = []
            for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1]:
                own, cell = row[listed.index], row[column.index] if column.index < len(row) else None
                if own is not None and (not bands or bands[-1]):
                    bands.append([])
                named = cell.__class__ is str and label_kind(cell, "desa", reader) == "area" and reader.text(fold_spaces(cell)).unknown
                if bands and named and any(kind_of(other) == "number" for other in row[column.index + 1 :]):
                    bands[-1].append(fold_spaces(cell).casefold())
            filled = [names for names in bands if names]
            same = all(len(names) > 1 and {*names} == {*filled[0]} and len({*names}) == len(names) for names in filled)
            if same and len(filled) == len(bands) >= FEWEST_BANDS:
                return column
    return None


def _names_before(grid: Grid, head: Head, listed: Column, reader: Reader) -> Column | None:
    """The column left of a list, headed with a word that nobody knows or with none, that names areas, each with the whole list."""
    for column in head.columns:
        if column.index < listed.index and (column.meaning.unknown or not column.path):
            bands: dict[str, list[str]] = {}
            for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1]:
                cell, label = row[column.index], row[listed.index]
                if cell.__class__ is str and label_kind(cell, "desa", reader) == "area" and reader.text(fold_spaces(cell)).unknown:
                    bands[fold_spaces(cell).casefold()] = []
                if bands and label.__class__ is str and any(kind_of(other) == "number" for other in row[listed.index + 1 :]):
                    bands[[*bands][-1]].append(fold_spaces(label))
            first = next(iter(bands.values()), [])
            alike = sum(1 for labels in bands.values() if labels[: len(first)] == first)
            if len(first) > 1 and len(bands) >= FEWEST_BANDS and alike >= MOST_AGAIN * len(bands):
                return column
    return None


def _lists_areas(grid: Grid, head: Head, column: Column, reader: Reader) -> bool:
    """True where indicators stand alone on lines of a column, and the rows below each name the same areas: "Uraian" over
    "A. Pelayanan K4", "Suka", "Maju", "B. Ibu hamil KEK", "Suka", "Maju"."""
    bands, names = 0, Counter[str]()
    for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1]:
        texts = [cell for cell in row[head.frame.left : column.index + 1] if cell.__class__ is str]
        if not texts:
            continue
        text = texts[-1]
        meaning = reader.text(fold_spaces(text))
        if not any(kind_of(cell) == "number" for cell in row[column.index + 1 : head.frame.right + 1]):
            bands += bool(meaning.indicator and not meaning.unknown)
        elif label_kind(text, "desa", reader) == "area":
            if not meaning.unknown or meaning.indicator:
                return False
            names[fold_spaces(text).casefold()] += 1
    return bands >= FEWEST_BANDS and bool(names) and sum(1 for count in names.values() if count > 1) >= MOST_AGAIN * len(names)


def _texts(grid: Grid, head: Head, column: Column) -> list[str]:
    """The texts of a column below a head."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    return [row[column.index] for row in rows if column.index < len(row) and row[column.index].__class__ is str]


def _named(texts: list[str], reader: Reader) -> int:
    """How many indicators the texts name."""
    meanings = (reader.text(fold_spaces(text)) for text in dict.fromkeys(texts))
    return len({(each.indicator, each.sex) for each in meanings if each.indicator and not each.unknown})
