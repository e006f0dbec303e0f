"""What numbers say of all toddlers named behind parts of them: "L", "P", "0-59 bl" or "0-23 bl", "24-59 bl", "Jumlah balita" below one
indicator.  The last is their sum or those whom they are measured against, and only the rows tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.summed_ages import SUM, ages_fill, counts_people, names_all_toddlers
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader

#: A sum holds in so many rows at least, and in most; what numbers may be rounded by.
FEWEST_ROWS, ROUNDING = 2, 0.5
_SEXES = frozenset({"L", "P"})

_Whole = tuple[Column, tuple[Column, ...]]


def with_proved_sums(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head with such a column taken for the sum where it is one in most rows; where it is none, not for the number of its group."""
    wholes = of_form(_wholes, head, reader)
    if not wholes:
        return head  # nearly all
    read: dict[Column, Column] = {}
    for column, parts in wholes:
        added = [abs(sum(numbers) - whole) <= ROUNDING for *numbers, whole in _numbers(head, grid, (*parts, column))]
        is_sum = len(added) >= FEWEST_ROWS and 2 * sum(added) > len(added)
        is_number = bool(column.meaning.indicator) and column.meaning.role != "denominator"
        if is_sum and not is_number:
            read[column] = column.meaning_so(reader.head((*column.path[:-1], SUM)))
        elif added and is_number and not is_sum and column.path not in reader.confirmed:
            read[column] = column.meaning_so(replace(column.meaning, unknown=(column.path[-1],)))
    return replace(head, columns=tuple(read.get(each, each) for each in head.columns)) if read else head


def _wholes(columns: Sequence[Column], reader: Reader) -> list[_Whole]:
    """(the column of all toddlers, the parts before it) of each group that counts something."""
    found = []
    for place, column in enumerate(columns):
        if len(column.path) > 1 and names_all_toddlers(column.path[-1], reader):
            group = column.path[:-1]
            beside = [each for each in columns[:place] if len(each.path) == len(column.path) and each.path[:-1] == group]
            parts = _parts(beside, reader)
            if parts and counts_people(group, reader):
                found.append((column, parts))
    return found


def _parts(beside: Sequence[Column], reader: Reader) -> tuple[Column, ...]:
    """The columns right before another one that it may add up: L and P, or ages from the first month on; none where they are no parts."""
    sexes = [each for each in beside if each.meaning.sex in _SEXES and reader.text(each.path[-1]).bare]
    if sorted(each.meaning.sex for each in sexes) == sorted(_SEXES):
        return tuple(sexes)
    return tuple(beside) if ages_fill([each.path[-1] for each in beside], reader) else ()


def _numbers(head: Head, grid: Grid, columns: Sequence[Column]) -> list[list[float]]:
    """The numbers of columns in the rows that hold one in each."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    lines = ([row[each.index] for each in columns] for row in rows if len(row) > columns[-1].index)
    return [line for line in lines if all(cell.__class__ in (int, float) for cell in line)]
