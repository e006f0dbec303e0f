"""Long tables: a column says of each row what its number is (sasaran, capaian, persen; bulanan, kumulatif).  They are laid out
wide, with each cell's own place in the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lokmin_data.reading.heads.headers import Column, Head, read_head
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Columns that tell rows apart; a running number does not.
_KEYS = (*AREA_LEVELS, "indicator", "month", "year", "date", "sex", "code")
#: A table is long from so many rows on.
FEWEST_ROWS = 4


@dataclass(frozen=True)
class _Long:
    """What is what in a long table: `heads` are the measures as they are headed when laid out wide."""

    keys: tuple[Column, ...]
    carried: tuple[Column, ...]  # a sasaran that is the same for all measures
    values: tuple[Column, ...]
    measure: Column
    heads: dict[str, str]
    rows: tuple[int, ...]


def widened(grid: Grid, head: Head, reader: Reader) -> tuple[Grid, Head] | None:
    """The table laid out wide where it is long, else None."""
    found = _long(grid, head, reader)
    if found is None:
        return None
    records = _records(grid, found)
    return _laid_out(grid, head, found, records, reader) if records else None


def with_value_named(head: Head, reader: Reader) -> Head:
    """The head of a table whose rows name indicator and time with its one column "Nilai" as the number."""
    if not (head.axis("indicator") and head.axis("month", "date", "year")):
        return head
    open_ = [column for column in head.columns if column.meaning.measures and column.meaning.role not in ("denominator", "target")]
    unknown = [column for column in head.columns if column.meaning.unknown]
    if open_ or len(unknown) != 1 or not _is_value(unknown[0], reader):
        return head
    columns = tuple(replace(each, meaning=Meaning(role="numerator")) if each is unknown[0] else each for each in head.columns)
    return replace(head, columns=columns)


def _is_value(column: Column, reader: Reader) -> bool:
    return bool(column.path) and " ".join(reader.tokens(column.path[-1])) in reader.words.lists["ukuran_baris"]["nilai"]


def _long(grid: Grid, head: Head, reader: Reader) -> _Long | None:
    body = range(head.frame.bottom + 1, min(head.frame.last + 1, len(grid.rows)))
    counted = (row for row in body if _counts(grid, head, row))
    first = tuple(islice(counted, FEWEST_ROWS))
    if len(first) < FEWEST_ROWS:
        return None
    texts = {place for place, cell in enumerate(grid.rows[first[0]]) if cell.__class__ is str}
    rows: tuple[int, ...] = ()
    for column in (each for each in head.columns if each.index in texts):
        if column.meaning.axis in AREA_LEVELS or not _all_measures(grid, column, first, reader):
            continue
        rows = rows or (*first, *counted)
        if heads := _measures(grid, column, rows, reader):
            return _parts(grid, [each for each in head.columns if each is not column], column, heads, rows, reader)
    return None


def _all_measures(grid: Grid, column: Column, rows: Sequence[int], reader: Reader) -> bool:
    cells = (_cell(grid, row, column) for row in rows)
    return all(cell.__class__ is str and _head_of(fold_spaces(cell), reader) for cell in cells)


def _counts(grid: Grid, head: Head, row: int) -> bool:
    return any(kind_of(cell) == "number" for cell in grid.rows[row][head.frame.left : head.frame.right + 1])


def _measures(grid: Grid, column: Column, rows: Sequence[int], reader: Reader) -> dict[str, str] | None:
    """The texts of a column with what they head, where they say of every row what its number is."""
    heads: dict[str, str] = {}
    for row in rows:
        cell = _cell(grid, row, column)
        if cell.__class__ is not str:
            return None
        if cell not in heads:
            named = _head_of(fold_spaces(cell), reader)
            if not named:
                return None
            heads[cell] = named
    meanings = [reader.text(each) for each in heads.values()]
    if all(writing(text) or meaning.sex for text, meaning in zip(heads, meanings, strict=True)) or not _of_one(meanings):
        return None  # Abs and %, L and P, several indicators: read as they stand
    return heads if len(set(heads.values())) > 1 or any(each.basis for each in meanings) else None


def _of_one(meanings: Sequence[Meaning]) -> bool:
    """True for the measures of at most one indicator, which some of them may name, and of one kind of people."""
    codes = {each.indicator for each in meanings if each.indicator}
    people = [each for each in meanings if each.population and not each.indicator]
    others = [each for each in meanings if each.role in ("denominator", "percent")]
    counts = [each for each in meanings if each.role in ("", "numerator")]
    if not (codes or people):
        return True
    return len(codes) <= 1 and len(people) <= 1 and bool(others and counts) and len({*meanings}) == len(meanings)


def _head_of(text: str, reader: Reader) -> str:
    """What a measure is headed, empty where the text is none."""
    plain = reader.words.folded(text)
    for head, words in reader.words.lists["ukuran_baris"]["kepala"].items():
        if plain in words:
            return head
    meaning = reader.text(text)
    if meaning.axis or meaning.month or meaning.unknown or meaning.sex and (meaning.indicator or meaning.population):
        return ""
    if meaning.indicator or meaning.population:
        people = meaning.role == "denominator" and bool(meaning.population)
        return text if people or meaning.indicator and meaning.role in ("", "numerator", "percent") else ""
    return text if not meaning.family and (meaning.basis or meaning.role in ("numerator", "denominator", "percent", "target")) else ""


def _parts(
    grid: Grid, others: Sequence[Column], measure: Column, heads: dict[str, str], rows: tuple[int, ...], reader: Reader
) -> _Long | None:
    keys = tuple(column for column in others if column.meaning.axis in _KEYS)
    numbers = [column for column in others if not column.meaning.axis and column.path and _holds_numbers(grid, column, rows)]
    by_time = all(reader.text(each).basis for each in heads.values())
    carried = tuple(column for column in numbers if by_time and column.meaning.role in ("denominator", "target"))
    values = tuple(column for column in numbers if column not in carried and column.meaning.role not in ("ignore", "rank"))
    if not values or any(each.meaning.unknown and not _is_value(each, reader) for each in values):
        return None
    return _Long(keys, carried, values, measure, heads, rows) if any(each.meaning.axis in AREA_LEVELS for each in keys) else None


def _holds_numbers(grid: Grid, column: Column, rows: Sequence[int]) -> bool:
    return any(kind_of(_cell(grid, row, column)) == "number" for row in rows)


def _cell(grid: Grid, row: int, column: Column) -> object:
    cells = grid.rows[row]
    return cells[column.index] if column.index < len(cells) else None


Record = dict[tuple[int, str], tuple[int, int]]


def _records(grid: Grid, found: _Long) -> list[Record]:
    """For each row of the wide table the place of its cells, by column of the sheet and measure; none where a carried sasaran
    differs among the measures."""
    records: list[Record] = []
    last: dict[tuple, Record] = {}
    filled: dict[int, tuple[int, int]] = {}
    for row in found.rows:
        for column in found.keys:
            if _cell(grid, row, column) is not None:
                filled[column.index] = (row, column.index)
        key = tuple(grid.rows[place[0]][place[1]] for place in (filled.get(each.index) for each in found.keys) if place)
        measure = found.heads[_cell(grid, row, found.measure)]
        record = last.get(key)
        if record is None or any((each.index, measure) in record for each in found.values):
            record = last[key] = {(index, ""): place for index, place in filled.items()}
            records.append(record)
        for column in found.carried:
            if (cell := _cell(grid, row, column)) is None:
                continue  # written once for all measures
            known = record.setdefault((column.index, ""), (row, column.index))
            if grid.rows[known[0]][known[1]] != cell:
                return []
        for column in found.values:
            record[column.index, measure] = (row, column.index)
    return records


def _laid_out(grid: Grid, head: Head, found: _Long, records: Sequence[Record], reader: Reader) -> tuple[Grid, Head]:
    measures = dict.fromkeys(found.heads.values())
    plain = len(found.values) == 1 and _is_value(found.values[0], reader)
    wanted = [(column, "") for column in (*found.keys, *found.carried)] + [(column, each) for each in measures for column in found.values]
    texts = [[each or " ".join(column.path) for column, each in wanted]]
    if not plain:
        texts.insert(0, ["Jumlah" if each and _is_value(column, reader) else " ".join(column.path) for column, each in wanted])
    places = {
        (row, place): grid.place(head.frame.bottom, column.index)
        for row in range(len(texts)) for place, (column, _) in enumerate(wanted)
    }  # fmt: skip
    rows: list[list[object]] = [*texts]
    for record in records:
        own = [record.get((column.index, each)) for column, each in wanted]
        places |= {(len(rows), place): grid.place(*cell) for place, cell in enumerate(own) if cell}
        rows.append([grid.rows[cell[0]][cell[1]] if cell and cell[1] < len(grid.rows[cell[0]]) else None for cell in own])
    wide = Grid(rows, (), cells=places)
    names = next(place for place, (column, _) in enumerate(wanted) if column.meaning.axis in AREA_LEVELS)
    frame = Frame(0, 0, len(texts) - 1, len(rows) - 1, 0, len(wanted) - 1, names, 0)
    made = read_head(wide, frame, reader)
    columns = tuple(
        replace(column, meaning=old.meaning) if not each and old.meaning.axis else column
        for column, (old, each) in zip(made.columns, wanted, strict=True)
    )
    return wide, replace(made, columns=columns, banners=head.banners)
