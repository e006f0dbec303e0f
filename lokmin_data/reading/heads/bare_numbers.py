"""Numbers 1, 2, 3 ... alone in a head that were taken for months and are none: the ten questions of a survey of households, weeks, or
anything else that goes on behind the month of the title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.values import kind_of

#: So many columns at least are a run of numbers.
FEWEST = 3
_NOTHING = (0, "0")
_NUMBERS = {name: str(number) for number, name in enumerate(MONTH_NAMES, 1)}


def without_bare_numbers(head: Head, grid: Grid, title: Meaning, titles: tuple[str, ...], month: int, reader: Reader) -> Head:
    """The head with such columns not understood, by their numbers; `month` is that of the titles."""
    named = of_form(_named_months, head, reader)
    if not named or not _is_number(grid, head, named[-1]):
        return head  # nearly all
    run = [column for column in named if _is_number(grid, head, column)]
    if not (_asked(head, title, len(run), reader) or _by_week(titles, reader) or _go_on(grid, head, run, month)):
        return head
    bare = {column: _NUMBERS[column.path[-1]] for column in run if column.path not in reader.confirmed}
    columns = (
        replace(each, path=(*each.path[:-1], bare[each]), meaning=replace(each.meaning, unknown=(bare[each],))) if each in bare else each
        for each in head.columns
    )
    return replace(head, columns=tuple(columns))


def _named_months(columns: Iterable[Column], reader: Reader) -> tuple[Column, ...]:
    """The columns headed by nothing but the name of a month, with no "BULAN" above: those that may have been numbers."""
    found = [each for each in columns if each.path and each.path[-1] in _NUMBERS and not each.meaning.unknown]
    found = [each for each in found if not any(reader.text(text).axis == "month" for text in each.path[:-1])]
    return tuple(found) if len(found) >= FEWEST else ()


def _is_number(grid: Grid, head: Head, column: Column) -> bool:
    """True where the sheet writes the number of the month: 5, "5", never "05"."""
    number = _NUMBERS[column.path[-1]]
    for row in grid.rows[head.frame.top : head.frame.bottom + 1]:
        cell = row[column.index] if column.index < len(row) else None
        if cell.__class__ is str and cell.strip() == number or cell.__class__ in (int, float) and cell == int(number):
            return True
    return False


def _asked(head: Head, title: Meaning, many: int, reader: Reader) -> bool:
    """True for as many numbers as a survey of households has questions, below its name or beside it."""
    survey = reader.words.lists["survei_rumah_tangga"]
    if many != survey["pertanyaan"]:
        return False
    return title.indicator in survey["indikator"] or any(each.meaning.indicator in survey["indikator"] for each in head.columns)


def _by_week(titles: tuple[str, ...], reader: Reader) -> bool:
    """True where a title tells numbers by week."""
    words = reader.words.lists["per_minggu"]["kata"]
    return any(f" {word} " in f" {reader.words.folded(text)} " for text in titles for word in words)


def _go_on(grid: Grid, head: Head, run: list[Column], month: int) -> bool:
    """True where columns behind the month of the titles hold counts: nobody reports a month before it is there."""
    later = [column.index for column in run if column.meaning.month > month] if month else []
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1] if later else ()
    return any(column < len(row) and kind_of(row[column]) == "number" and row[column] not in _NOTHING for row in rows for column in later)
