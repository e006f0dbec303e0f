"""Two labels above a table that say where its period begins and where it ends: `Periode Awal : | Januari 2026` over `Periode Akhir : |
Juli 2026`, `Tanggal Awal | 01/01/2026 | Tanggal Akhir | 31/07/2026`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lokmin_data.model import MONTH_NAMES
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.period import NEVER, Period, month_number, period_of_text

LONGEST_LABEL = 30
_BEGINS, _ENDS = "awal", "akhir"

_Place = tuple[int, int]


@dataclass(frozen=True)
class Bounds:
    """The period between two labels and the cells that write it, in their order."""

    period: Period = NEVER
    cells: tuple[_Place, ...] = ()


UNBOUND = Bounds()


def bounds_in(grid: Grid, first: int, last: int, columns: slice, reader: Reader) -> Bounds:
    """The period between such labels in the rows `first` to `last` (exclusive), in one of them or in two that follow each other."""
    if not _begin_somewhere(grid.texts, reader):
        return UNBOUND  # nearly all
    for number in range(first, last):
        begun = next(_labelled(grid, number, columns, _BEGINS, reader), None)
        ended = begun and next((each for row in range(number, min(number + 2, last)) for each in _labelled(grid, row, columns, _ENDS, reader)), None)
        if begun and ended:
            return Bounds(period_of_text(f"{begun[0]} s/d {ended[0]}", reader.words, alone=True), (*begun[1], *ended[1]))
    return UNBOUND


def _labelled(grid: Grid, number: int, columns: slice, side: str, reader: Reader) -> Iterator[tuple[str, tuple[_Place, ...]]]:
    """(the month or day, the cells of label and value) of the labels in a row that say where a period begins, or where it ends."""
    cells = grid.rows[number][columns]
    for place, cell in enumerate(cells):
        if cell.__class__ is not str or _side(cell.partition(":")[0], reader) != side:
            continue
        rest = cell.partition(":")[2].strip()
        value = place if rest else next((at for at in range(place + 1, len(cells)) if not _is_blank(cells[at])), place)
        said = rest or (_spelt(cells[value]) if value > place else "")
        if said and period_of_text(said, reader.words, alone=True).month:
            yield said, tuple((number, columns.start + at) for at in range(place, value + 1))


@for_one_report
def _begin_somewhere(texts: frozenset[str], reader: Reader) -> bool:
    """True where a sheet holds a label that says where a period begins."""
    lists = reader.words.lists["label_batas"]
    words = (*lists[_BEGINS], *lists["kata"])
    return any(text.strip().casefold().startswith(words) and _side(text.partition(":")[0], reader) == _BEGINS for text in texts)


@for_one_report
def _side(label: str, reader: Reader) -> str:
    """`awal` or `akhir` for a label of nothing but words of time that says one of them, else an empty text."""
    if not 0 < len(label) <= LONGEST_LABEL:
        return ""
    lists, words = reader.words.lists["label_batas"], {*reader.tokens(label)}
    said = [side for side in (_BEGINS, _ENDS) if not words.isdisjoint(lists[side])]
    return said[0] if len(said) == 1 and words <= {*lists[said[0]], *lists["kata"]} else ""


def _is_blank(cell: object) -> bool:
    return cell is None or cell.__class__ is str and cell.strip() in ("", ":")


def _spelt(cell: object) -> str:
    """A month or day as a text: dates in figures, the number of a month by its name."""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    text = str(int(cell)) if cell.__class__ in (int, float) else str(cell).strip(" :")
    month = month_number(text)
    return MONTH_NAMES[month - 1] if 0 < month <= len(MONTH_NAMES) else text


def without_bounds(cells: Sequence[object], number: int, left: int, bounds: Bounds) -> list[tuple[int, object]]:
    """The filled cells of a row with their columns, without those that write the bounds of a period."""
    filled = [(column, cell) for column, cell in enumerate(cells, left) if cell is not None]
    return [each for each in filled if (number, each[0]) not in bounds.cells] if bounds.cells else filled
