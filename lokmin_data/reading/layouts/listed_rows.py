"""Tables whose rows begin with indicators though no head word says so, each with its own head where one stands below another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.heads.headers import Head, read_head
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: They are looked for in so many columns and need so many rows; so many texts make a head or a row of texts.
STUB_COLUMNS, FEWEST_LISTED, SEVERAL = 4, 2, 2


def listed_heads(grid: Grid, reader: Reader) -> list[Head]:
    """The heads of the tables that list indicators in the first column which does."""
    for label in range(min(STUB_COLUMNS, max((len(row) for row in grid.rows), default=0))):
        rows = [number for number, row in enumerate(grid.rows) if _names_indicator(row, label, reader)]
        places = _head_places(grid, label, rows, reader) if len(rows) >= FEWEST_LISTED else []
        if places:
            ends = [top for top, _ in places[1:]] + [len(grid.rows)]
            return _heads(grid, label, places, ends, reader)
    return []


def with_labels_beside(grid: Grid, head: Head, reader: Reader) -> Head:
    """The head of a list whose word "Uraian" stands over the units of its numbers, "KK" above "%", with the labels beside it for its
    labels whatever their head says: "Pilar", "Komponen"."""
    units = next(iter(head.axis("indicator")), None)
    if not units or not _only_units(_texts_below(grid, head, units.index), reader):
        return head
    for column in head.columns:
        if column.index < units.index and (not column.meaning.axis) and _name_indicators(_texts_below(grid, head, column.index), reader):
            columns = (each.meaning_so(Meaning(axis="indicator")) if each is column else each for each in head.columns)
            return replace(head, columns=tuple(columns))
    return head


def _texts_below(grid: Grid, head: Head, column: int) -> list[str]:
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    return list(dict.fromkeys(fold_spaces(row[column]) for row in rows if row[column].__class__ is str))


def _only_units(texts: Sequence[str], reader: Reader) -> bool:
    """True where a column says how numbers are counted, one of them in percents."""
    said = [reader.text(text) for text in texts]
    return any(each.role == "percent" for each in said) and not any(each.indicator or each.unknown for each in said)


def _name_indicators(texts: Sequence[str], reader: Reader) -> bool:
    said = [reader.text(text) for text in texts]
    return sum(1 for each in said if each.indicator and not each.unknown) >= FEWEST_LISTED


def last_row(grid: Grid, frame: Frame) -> int:
    """The last row of a table that holds a number or several texts, its last one where none does."""
    for place in range(frame.last, frame.bottom, -1):
        kinds = [kind_of(cell) for cell in grid.rows[place] if cell is not None]
        if "number" in kinds or kinds.count("text") > SEVERAL:
            return place
    return frame.last


def _heads(grid: Grid, label: int, places: Sequence[tuple[int, int]], ends: Sequence[int], reader: Reader) -> list[Head]:
    """The head of each table from the (first, last) rows of the heads and the rows where the next ones begin."""
    heads: list[Head] = []
    for (top, head_row), end in zip(places, ends, strict=True):
        right = max(column for column, cell in enumerate(grid.rows[head_row]) if cell is not None)
        right = max([right, *_roles_above(grid.rows[top:head_row], reader)])
        left = 0 if _only_numbers_rows(grid.rows[top : head_row + 1], label, reader) else label
        title_from = heads[-1].frame.last + 1 if heads else 0
        frame = Frame(top, head_row, head_row, end - 1, left, right, label, title_from)
        head = read_head(grid, replace(frame, last=last_row(grid, frame)), reader)
        columns = (replace(each, meaning=Meaning(axis="indicator")) if each.index == label else each for each in head.columns)
        heads.append(replace(head, columns=tuple(columns)))
    return heads


def _head_places(grid: Grid, label: int, rows: Sequence[int], reader: Reader) -> list[tuple[int, int]]:
    """(first, last row) of each head above rows of indicators: the first one's, and wherever one stands between them again."""
    above = (number for number in range(rows[0] - 1, -1, -1) if _head_texts(grid.rows[number], label) > 0)
    head_row = next((number for number in above if not _counts_people(grid.rows[number], label, reader)), None)
    if head_row is None:
        return []
    places, begins = [(_top(grid, label, head_row, 0, reader), head_row)], grid.rows[head_row]
    for before, row in pairwise(rows):
        again = next((place for place in range(row - 1, before, -1) if _is_head(grid, label, place, begins)), None)
        if again is not None:
            places.append((_top(grid, label, again, before + 1, reader), again))
    return places


def _is_head(grid: Grid, label: int, place: int, first: Sequence[object]) -> bool:
    """True for a row between indicators that heads another table: several texts and no number behind the word of the first head,
    below its texts, or below an empty row or a caption."""
    row, above = grid.rows[place], grid.rows[place - 1]
    if _head_texts(row, label) < SEVERAL or any(kind_of(cell) == "number" for cell in row):
        return False
    if row[label] == first[label] or row[label + 1 :] == first[label + 1 :]:
        return True
    return sum(1 for cell in above if cell is not None) < SEVERAL


def _top(grid: Grid, label: int, head_row: int, first: int, reader: Reader) -> int:
    """The first row of the head that ends in a row."""
    top = head_row
    while top > first and _head_texts(grid.rows[top - 1], label) > 1 and not _names_indicator(grid.rows[top - 1], label, reader):
        top -= 1
    return top


def _only_numbers_rows(rows: Sequence[Sequence[object]], label: int, reader: Reader) -> bool:
    """True where the head says nothing left of the labels but that they are numbered; titles stand over those columns, too."""
    return all(cell is None or cell.__class__ is str and reader.text(fold_spaces(cell)).axis == "number" for row in rows for cell in row[:label])


def _roles_above(rows: Sequence[Sequence[object]], reader: Reader) -> list[int]:
    """The columns of a head's upper rows that say percent, number or sasaran."""
    return [
        column for row in rows for column, cell in enumerate(row)
        if cell.__class__ is str and reader.text(fold_spaces(cell)).role
    ]  # fmt: skip


def _names_indicator(row: Sequence[object], label: int, reader: Reader) -> bool:
    cell = row[label] if label < len(row) else None
    if cell.__class__ is not str or not any(kind_of(other) == "number" for other in row[label + 1 :]):
        return False
    meaning = reader.text(fold_spaces(cell))
    return bool(meaning.indicator) and not meaning.unknown


def _counts_people(row: Sequence[object], label: int, reader: Reader) -> bool:
    """True for a row of the list itself: those whom its indicators are measured against, with their unit beside the label."""
    cell = row[label] if label < len(row) else None
    if cell.__class__ is not str or not any(kind_of(other) == "number" for other in row[label + 1 :]):
        return False
    meaning = reader.text(fold_spaces(cell))
    return bool(meaning.population) and not meaning.unknown


def _head_texts(row: Sequence[object], label: int) -> int:
    return sum(1 for cell in row[label + 1 :] if kind_of(cell) == "text")
