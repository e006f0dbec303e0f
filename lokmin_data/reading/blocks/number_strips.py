"""Rows of numbers above a table that are no table: the strip of sums above a dashboard's list ("TOTAL S | TOTAL D | D/S | TARGET"), and
labels with a number for each sex, the ranks over the desa of a chart."""

from __future__ import annotations

from lokmin_data.reading.heads.label_rows import names_area_with_sasaran
from lokmin_data.reading.heads.tables import Grid, is_numbering
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Titles stand in rows with hardly a number.
FEW_NUMBERS = 2
#: A label with sexes has at least a text, one of the sexes, its number, and the same again.
LEAST_LABELLED = 4
_SEXES = frozenset({"l", "p", "l+p", "laki-laki", "perempuan", "jml", "jlh", "jumlah", "total"})


def is_of_table(grid: Grid, number: int, last: int, reader: Reader) -> bool:
    """True for a row that belongs to a table above the row `last`: of numbers, and neither labels nor a strip."""
    if not _has_numbers(grid, number, last) or _is_of_sexes(grid.rows[number]) or is_strip(grid, number, last):
        return False
    if number + 1 == last and _ranks(grid.rows[number], reader):
        return False
    return not names_area_with_sasaran(grid.rows[number], reader)


def is_strip(grid: Grid, number: int, last: int) -> bool:
    """True for a row of nothing but numbers, right below a text for each of them, with no other row of numbers beside it: so a
    table of desa has a name in it, and more rows."""
    if not number or not _has_numbers(grid, number, last) or is_numbering(grid.rows[number]):
        return False
    cells, above = grid.rows[number], grid.rows[number - 1]
    labelled = (kind_of(cell) == "number" and label.__class__ is str for cell, label in zip(cells, above, strict=False) if cell is not None)
    return all(labelled) and not _has_numbers(grid, number - 1, last) and not _has_numbers(grid, number + 1, last)


def _ranks(cells: list[object], reader: Reader) -> bool:
    """True for a row of nothing but a label and the places of the columns below it: `Peringkat | 1 | 2 | 3`."""
    label, *places = [cell for cell in cells if cell is not None]
    if label.__class__ is not str or any(place not in range(1, len(places) + 1) for place in places):
        return False
    said = reader.text(fold_spaces(str(label)))
    return said.role == "rank" or said.axis == "number"


def _has_numbers(grid: Grid, number: int, last: int) -> bool:
    """True for a row above the row `last` with more than a few numbers."""
    if number >= last:
        return False
    numbers = 0
    for cell in grid.rows[number]:
        if cell is not None and kind_of(cell) == "number":
            numbers += 1
            if numbers > FEW_NUMBERS:
                return True
    return False


def _is_of_sexes(cells: list[object]) -> bool:
    """True for a label whose numbers stand behind the sexes: `Sasaran bayi | L | 20 | P | 25 | Jml | 45`."""
    words = [cell.strip(" :=.").casefold() if cell.__class__ is str else cell for cell in cells if cell is not None]  # type: ignore[attr-defined]
    pairs = zip(words[1::2], words[2::2], strict=False)
    labelled = len(words) > LEAST_LABELLED and words[0].__class__ is str and len(words) % 2
    return bool(labelled) and words[1] in _SEXES and all(one in _SEXES and other.__class__ is not str for one, other in pairs)
