"""Where a block of months or indicators ends that another one follows: above the label that says whose the next one is; and any table
above a line that begins one of goods or money."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from lokmin_data.reading.heads.label_rows import is_area_name, labels_a_place, names_area_with_sasaran, tells_sasaran
from lokmin_data.reading.words.meaning import AREA_LEVELS, Reader
from lokmin_data.reading.words.one_report import Answers
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Frame, Grid

#: A row with at least so many numbers is one of a table's body.
MANY_NUMBERS = 2
#: A label is one text with its value, or two.
_LONGEST_LABEL = 2
_LONGEST_NAME = 4
#: "SISA STOK", "DATA STOK": the goods are named among the first words.
_FIRST_WORDS = 2
#: The name of an area stands at most so many rows above the head of its table.
HIGHEST_NAME = 4
_LISTED = ("month", "indicator")
_FOLDED = Answers(lambda text: fold_spaces(text).casefold())


def end_of_block(grid: Grid, frame: Frame, last: int, reader: Reader, *, below: bool) -> int:
    """The last row of a table, of those up to `last`: none of a list of goods, staff or the like below it, and where the head of another one stands
    `below` a table of months or indicators none from a label "DESA | : SUKA" on, unless rows of numbers follow."""
    rows = range(frame.bottom + 1, last)
    bare = [row for row in rows if len(cells := grid.rows[row]) - cells.count(None) < MANY_NUMBERS]
    last = _above_other_list(grid, frame, bare, _above_goods(grid, frame, bare, last, reader), reader)
    if not below or reader.text(_text(grid.rows[frame.anchor], frame.names)).axis not in _LISTED:
        return last
    for row in range(last, frame.bottom, -1):
        cells = grid.rows[row]
        if names_area(cells, reader) or names_area_with_sasaran(cells, reader):
            return row - 1
        if tells_sasaran(cells, reader):
            continue
        if sum(1 for cell in cells if kind_of(cell) == "number") >= MANY_NUMBERS:
            break
    return last


def begins_block(above: Sequence[Sequence[object]], reader: Reader) -> bool:
    """True where the rows `above` a head end in the line that says whose table it is, perhaps with its sasaran in it or below it; also
    where its name is a word of heads: "DESA | Bayi" over "Bayi lahir hidup | 35"."""
    for cells in above[: -HIGHEST_NAME - 1 : -1]:
        if names_area(cells, reader) or names_area_with_sasaran(cells, reader) or labels_a_place(cells, reader):
            return True
        if not tells_sasaran(cells, reader):
            break
    return False


def _above_goods(grid: Grid, frame: Frame, bare: Sequence[int], last: int, reader: Reader) -> int:
    """The last row above a line "STOK KAPSUL" that stands alone below an empty row, with nothing below it that goes on counting the
    table's rows; mostly `last`.  `bare` are the rows without cells, or with a single one."""
    for row in bare[1:]:
        cells = grid.rows[row]
        if row - 1 in bare and not any(grid.rows[row - 1]) and cells.count(None) < len(cells) and _begins_goods(cells, reader):
            return last if _goes_on(grid, frame, row, last) else row - 1
    return last


def _begins_goods(cells: Sequence[object], reader: Reader) -> bool:
    """True for a line whose first words speak of goods or money."""
    text = next(cell for cell in cells if cell is not None)
    goods = reader.words.lists["bukan_capaian"]["kuat"]
    return text.__class__ is str and any(word in goods for word in reader.tokens(fold_spaces(str(text)))[:_FIRST_WORDS])


def _goes_on(grid: Grid, frame: Frame, row: int, last: int) -> bool:
    """True where a row below bears a number other than those that begin anew."""
    numbers = [[cell for cell in cells[frame.left : frame.names] if kind_of(cell) == "number"] for cells in grid.rows[row + 1 : last + 1]]
    first = next((each[0] for each in numbers if each), 1)
    return first != 1


def _above_other_list(grid: Grid, frame: Frame, bare: Sequence[int], last: int, reader: Reader) -> int:
    """The last row above the heads of a list of something else, `NO | JENIS TENAGA | PNS | HONOR`, below one of the `bare` rows;
    mostly `last`."""
    heads: set[str] = set()
    for row in (before + 1 for before in bare if before + 1 < last):
        if len(texts := _only_texts(grid.rows[row][frame.left : frame.right + 1])) <= MANY_NUMBERS:
            continue
        above = grid.rows[frame.top : frame.bottom + 1]
        heads = heads or {_FOLDED[cell] for cells in above for cell in cells if cell.__class__ is str}
        if _heads_other_list(texts, heads, reader):
            while row - 1 in bare:
                row -= 1
            return row - 1
    return last


def _only_texts(cells: Sequence[object]) -> list[str]:
    """The texts of a row that holds nothing else, none of any other."""
    texts = [fold_spaces(cell) for cell in cells if cell.__class__ is str]  # type: ignore[arg-type]
    return texts if len(texts) == len(cells) - cells.count(None) else []


def _heads_other_list(texts: Sequence[str], heads: Container[str], reader: Reader) -> bool:
    """True for a row of texts that heads other columns than the table's: its names are areas, or no areas by their first word."""
    names, *others = texts[1:] if reader.text(texts[0]).axis == "number" else texts
    new = [text for text in others if _FOLDED[text] not in heads]
    known = [reader.text(text) for text in others if text not in new]
    if len(new) < MANY_NUMBERS or any(each.indicator or each.population or each.unknown for each in known):
        return False
    words = reader.words.lists["kepala_daftar_lain"]["kata"]
    return reader.text(names).axis in AREA_LEVELS or any(word in words for word in reader.tokens(names)[:1])


def _text(cells: Sequence[object], column: int) -> str:
    cell = cells[column] if column < len(cells) else None
    return fold_spaces(cell) if cell.__class__ is str else ""


def names_area(cells: Sequence[object], reader: Reader) -> bool:
    """True for a row that holds nothing but the label of an area and its name: `DESA | : SUKA`, `Desa : Suka`, `DESA SUKA`, `DESA | SUKA`."""
    filled = [cell for cell in cells if cell is not None]
    if not 0 < len(filled) <= _LONGEST_LABEL or any(cell.__class__ is not str for cell in filled):
        return False
    words = str(filled[0]).split()
    if len(filled) == 1 and 1 < len(words) <= _LONGEST_NAME and ":" not in str(filled[0]):
        return reader.tokens(words[0])[:1] == ["desa"]
    if len(filled) == _LONGEST_LABEL and is_area_name(str(filled[1]), reader) and reader.text(fold_spaces(str(filled[0]))).axis in AREA_LEVELS:
        return True
    label, colon, value = " ".join(map(str, filled)).partition(":")
    return bool(colon and value.strip()) and reader.text(fold_spaces(label)).axis in AREA_LEVELS
