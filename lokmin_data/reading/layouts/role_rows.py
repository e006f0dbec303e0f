"""Tables as they stand below the chart of the PWS: desa as columns, and of one indicator, which only the title names or the corner
left of the desa, the rows "Sasaran", "% kumulatif", "% bulan ini", "Trend"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from lokmin_data.reading.heads.resolving import resolved
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.layouts.not_areas import name_no_areas
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

if TYPE_CHECKING:
    from lokmin_data.reading.layouts.other_layouts import Found

#: The labels stand in one of the first columns.
STUB_COLUMNS = 3
#: So many rows say what they count, so many columns bear names, and of the columns at least this share.
FEWEST_ROWS, FEWEST_NAMES, SHARE = 2, 2, 0.5
#: One of the first rows does so.
FIRST_ROWS = 4
#: Names begin among so many texts right of their head.
FIRST_TEXTS = 2
_LEVELS = ("desa", "desa_posyandu")
_NUMBERS = frozenset({int, float})
_COUNTED = ("numerator", "denominator", "percent")


def frames_apart(grid: Grid, known: Sequence[Frame], reader: Reader) -> list[Frame]:
    """The frames of such tables in place of tables whose frames are `known`, or apart from them: inside of these, which is most of a
    sheet, none is looked for, unless it stands in place of one."""
    inside = {row for frame in known for row in range(frame.top, frame.last + 1) if row != frame.anchor}
    found = list(frames_of_roles(grid, reader, without=inside))
    in_place = {frame.anchor for frame in known} & {frame.anchor for frame in found}
    return list(frames_of_roles(grid, reader)) if in_place else found


def frames_of_roles(grid: Grid, reader: Reader, *, without: Collection[int] = ()) -> Iterator[Frame]:
    """The frames of such tables: the head of the names stands left of them, above the labels of the rows; none begins in the rows `without`."""
    heads = {text for text in grid.texts if reader.anchors.get(text) and reader.text(text).axis in _LEVELS}
    found: list[Sequence[object]] = []
    for number, label in _corners(grid, heads, without):
        row = grid.rows[number]
        names, named = row[label + 1 :], row[label] in heads
        first = [line[label] for line in grid.rows[number + 1 : number + 1 + FIRST_ROWS] if label < len(line)]
        if not any(cell.__class__ is str and _tells(reader.text(fold_spaces(cell))) for cell in first) or not _names_areas(names, reader):
            continue
        if not named and not _may_stand(row, label, reader, again=names in found, titled=_is_titled(grid, number, reader)):
            continue
        body = list(takewhile(lambda line: _is_labelled(line, label) and line[label + 1 :] != names, grid.rows[number + 1 :]))  # noqa: B023
        listed = not named and any(kind_of(cell) == "text" for line in body for cell in line[:label])
        if not listed and _say_roles([line[label] for line in body], reader, timed=named):
            found.append(names)
            right = max(column for column, cell in enumerate(row) if cell is not None)
            yield Frame(number, number, number, number + len(body), label, right, label, 0)


def under_corner(found: Found, grid: Grid, reader: Reader) -> Found:
    """The turned table read behind the indicator that stands in the corner of its head, where one does: "DPT-HB-Hib 1" left of the
    desa, over "Sasaran", "Bulan ini"."""
    corner = grid.rows[found.frame.anchor][found.frame.names]
    meaning = reader.text(fold_spaces(corner)) if corner.__class__ is str else Meaning()
    if not meaning.indicator and not meaning.unknown:
        return found
    counting = [column for column in found.head.columns if column.path and not column.meaning.axis]
    paths = [(fold_spaces(corner), *column.path) for column in counting]
    meanings = resolved(paths, [reader.head(path) for path in paths], reader)
    named = {
        column.index: replace(column, path=path, meaning=meaning) for column, path, meaning in zip(counting, paths, meanings, strict=True)
    }  # fmt: skip
    columns = tuple(named.get(column.index, column) for column in found.head.columns)
    return replace(found, head=replace(found.head, columns=columns))


def _corners(grid: Grid, heads: Collection[object], without: Collection[int]) -> Iterator[tuple[int, int]]:
    """(row, column) of what may be the corner of such a table: a head of names, or whatever stands left of texts, over a text with
    a number behind it."""
    for number, (row, below) in enumerate(pairwise(grid.rows)):
        if number in without or row.count(None) >= len(row) - 1 or row[-1].__class__ is float or not _NUMBERS.isdisjoint(map(type, row)):
            continue  # nearly all rows
        for label, cell in enumerate(row[:STUB_COLUMNS]):
            if cell in heads or _stands_over(row, below, label):
                yield number, label


def _stands_over(row: Sequence[object], below: Sequence[object], label: int) -> bool:
    """True left of texts, over a text with a number behind it."""
    if label >= len(below) or below[label].__class__ is not str:
        return False
    first = next((cell for cell in row[label + 1 :] if cell is not None), None)
    return first.__class__ is str and kind_of(next((cell for cell in below[label + 1 :] if cell is not None), None)) == "number"


def _is_titled(grid: Grid, number: int, reader: Reader) -> bool:
    """True where the last row above that is not empty holds nothing but one text, which names an indicator."""
    above = next((filled for row in reversed(grid.rows[:number]) if (filled := [cell for cell in row if cell is not None])), [])
    return len(above) == 1 and above[0].__class__ is str and bool(reader.text(fold_spaces(above[0])).indicator)


def _may_stand(row: Sequence[object], label: int, reader: Reader, *, again: bool, titled: bool) -> bool:
    """True for a corner that names the indicator, says that the rows are listed, or nothing; names of posyandu, staff or places of
    service right of it are nobody's desa.  `again`: the names of a table above, which may have an unknown word in its corner;
    `titled`: an indicator stands right above."""
    corner, texts = row[label], [fold_spaces(cell) for cell in row[label + 1 :] if cell.__class__ is str]
    others = [text for text in texts if {*reader.tokens(text)[:1]} & {*reader.words.lists["kolom_bukan_wilayah"]["awal"]}]
    if len(others) >= SHARE * len(texts) or name_no_areas(texts, reader):
        return False
    if corner is None:
        return True
    meaning = reader.text(fold_spaces(str(corner)))
    timed = meaning.month or meaning.months or meaning.year or meaning.basis or meaning.sex
    if meaning.unknown or meaning.axis:
        return again if meaning.unknown else meaning.axis == "indicator" and (not again or titled)
    return bool(meaning.indicator) and not (meaning.role or timed)


def _is_labelled(row: Sequence[object], label: int) -> bool:
    return label < len(row) and kind_of(row[label]) == "text" and any(cell is not None for cell in row[label + 1 :])


def _names_areas(cells: Sequence[object], reader: Reader) -> bool:
    """True where nothing but texts stands right of the head, most of them names and not all of them words of the field."""
    filled = [cell for cell in cells if cell is not None]
    if any(kind_of(cell) != "text" for cell in filled):
        return False
    texts = [fold_spaces(str(cell)) for cell in filled]
    if all(_counts(reader.text(text)) for text in texts[:FIRST_TEXTS]):
        return False  # most heads: spares a closer look
    fewest = max(FEWEST_NAMES, SHARE * len(texts))
    open_ = [text for text in texts if not _counts(reader.text(text))]
    if len(open_) < fewest or not any(reader.text(text).unknown for text in open_):
        return False
    names = [text for text in open_ if label_kind(text, "desa", reader) == "area"]
    return any(reader.text(text).unknown for text in names) and len(names) >= fewest


def _counts(meaning: Meaning) -> bool:
    """True for the head of a column of numbers; some of its words are names, too ("Koto Baru")."""
    told = (meaning.indicator, meaning.population, meaning.month, meaning.basis, meaning.sex, meaning.axis)
    return any(told) or meaning.role not in ("", "ignore")


def _tells(meaning: Meaning) -> bool:
    """True for a label that says what its row counts, or up to when."""
    return not meaning.unknown and (meaning.role in _COUNTED or bool(meaning.basis))


def _say_roles(labels: Sequence[object], reader: Reader, *, timed: bool) -> bool:
    """True for labels of which several say what they count, one of them more than a sasaran, and none names an indicator; `timed`:
    they may be months, too."""
    meanings = [reader.text(fold_spaces(str(label))) for label in labels]
    if not timed and any((each.month or each.months) and not each.basis for each in meanings):  # "Kumulatif Jan-Mei" is none of several months
        return False
    telling = [each for each in meanings if _tells(each)]
    counts = any(each.role != "denominator" for each in telling)
    return counts and len(telling) >= FEWEST_ROWS and not any(each.indicator or each.axis for each in meanings)
