"""The columns of a table that are no numbers: names, months, indicators; and of which level the names are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head, area_columns
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.labels import WIDER, label_kind, writing
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import is_filler, kind_of_text

LEVELS = {"desa_posyandu": "desa", "provinsi": "kabupaten"}
#: Names that all begin so are of that level, whatever their column is headed; so many names make it sure.
_BEGINNINGS = {"puskesmas": "puskesmas", "kecamatan": "kecamatan", "kabupaten": "kabupaten", "kota": "kabupaten"}
_FEWEST_NAMES = 3
#: A row says in one of so many columns behind its name how its values are written, in one behind more sasaran where nothing else stands there.
COLUMNS_OF_WRITING, WAYS = 3, 3
_UNITS = frozenset({"satuan", "unit satuan", "satuan ukuran"})


@dataclass(frozen=True)
class Stub:
    """The columns of a table that are no numbers."""

    names: Column | None
    wider: tuple[Column, ...]
    number: Column | None
    month: Column | None
    year: Column | None
    date: Column | None
    sex: Column | None
    indicator: Column | None
    left: int
    values: tuple[int, ...]
    level: str
    unsaid: bool  # no head says whether its column holds numbers or percents: a row may
    unit: int  # the place of the column "Satuan", or of one with "Jml" and "%" behind several sasaran; -1 without one


def cell_of(cells: Sequence[object], column: Column | None) -> object:
    """The cell of a row in a column, None where there is none."""
    return cells[column.index] if column and column.index < len(cells) else None


def outer_names(cells: Sequence[object], stub: Stub) -> Column | None:
    """The column of wider areas that names a row without a name of its own: the desa above its posyandu."""
    named = stub.names is not None and cell_of(cells, stub.names) is not None
    texts = (column for column in reversed(stub.wider) if (cell := cell_of(cells, column)).__class__ is str and not is_filler(cell))
    return None if named else next(texts, None)


def stub_of(grid: Grid, head: Head, without_names: str, reader: Reader) -> Stub:
    """The stub of a table; `without_names`: the level where no column names areas."""
    names, wider = _with_names(grid, head)
    first = {
        name: next(iter(head.axis(name)), None) for name in ("number", "month", "year", "date", "sex", "indicator")
    }
    level = _level(_texts(grid, head, names), LEVELS.get(names.meaning.axis, names.meaning.axis), reader) if names else without_names
    values, unit, unsaid = of_form(_of_heads, head, reader)
    place = unit.index if unit else _column_of_writing(grid, head, names, values) if names else -1
    return Stub(names, tuple(wider), left=head.frame.left, values=values, level=level, unsaid=unsaid, unit=place, **first)


def _column_of_writing(grid: Grid, head: Head, names: Column, values: Sequence[int]) -> int:
    """The place of the column before the first number that says how each row is written, "Jml", "%" or "Target", where it stands behind
    more columns than a row is looked at for that; -1 without one."""
    sasaran = {column.index for column in head.columns if column.meaning.role in ("denominator", "target")}
    counted = min((place for place in values if place > names.index and place not in sasaran), default=0)
    for place in range(names.index + COLUMNS_OF_WRITING + 1, counted):
        cells = {row[place] for row in grid.rows[head.frame.bottom + 1 : head.frame.last + 1] if place < len(row)} - {None}
        ways = {writing(cell, counts=True) or cell for cell in cells}
        if "percent" in ways and len(ways) <= WAYS and all(cell.__class__ is str for cell in cells):
            return place
    return -1


def _of_heads(columns: Sequence[Column], _: Reader) -> tuple[tuple[int, ...], Column | None, bool]:
    """(the places of the numbers, the column "Satuan", whether no head says what its numbers are)."""
    values = tuple(column.index for column in columns if column.meaning.measures and column.meaning.role != "target")
    return values, unit_column(columns), _unsaid(columns)


@for_one_report
def unit_column(columns: Sequence[Column]) -> Column | None:
    """The column "Satuan" of a head."""
    return next((column for column in columns if column.path and column.path[-1].strip().casefold() in _UNITS), None)


def _unsaid(columns: Sequence[Column]) -> bool:
    """True where no head says whether numbers or percents stand below it: no percent, no "Abs", and "Capaian" beside a
    sasaran only."""
    roles = {column.meaning.role for column in columns}
    if "percent" in roles:
        return False
    counts = [column for column in columns if column.meaning.role == "numerator"]
    return not counts or "denominator" not in roles and not any(writing(text, counts=True) for column in counts for text in column.path)


def _with_names(grid: Grid, head: Head) -> tuple[Column | None, list[Column]]:
    """(the column with the finest areas, those with the wider ones), without a finest one in which nobody wrote a name."""
    names, wider = area_columns(head)
    while names and wider and not _texts(grid, head, names) and _texts(grid, head, wider[-1]):
        names, wider = wider[-1], wider[:-1]
    return names, wider


def _texts(grid: Grid, head: Head, column: Column) -> list[str]:
    """The texts below a head in a column."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    cells = (cell_of(row, column) for row in rows)
    return [cell for cell in cells if cell.__class__ is str and kind_of_text(cell) == "text"]


def _level(texts: Sequence[str], level: str, reader: Reader) -> str:
    """The level of names: the head's, or the one whose word begins each of them: "Puskesmas Suka" below "Nama"."""
    if level != "desa" or not texts or not any(_beginning(text, reader) for text in texts[:1]):
        return level
    named = [text for text in texts if _beginning(text, reader) or label_kind(fold_spaces(text), "desa", reader) != "total"]
    levels = Counter(_beginning(text, reader) for text in dict.fromkeys(named))
    found, count = levels.most_common(1)[0]
    others = set(levels) - {found}
    return found if found and count >= _FEWEST_NAMES and others <= WIDER[found] else level


def _beginning(text: str, reader: Reader) -> str:
    """The level whose word begins a name, empty where it begins with none."""
    words = reader.tokens(fold_spaces(text))
    return _BEGINNINGS.get(words[0], "") if len(words) > 1 else ""
