"""Tables as they stand below the chart of the PWS: desa as columns, and of one indicator, which only the title names, the rows
"Sasaran", "% kumulatif", "% bulan ini", "Trend"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: The labels stand in one of the first columns.
STUB_COLUMNS = 3
#: So many rows say what they count, so many columns bear names, and of the columns at least this share.
FEWEST_ROWS, FEWEST_NAMES, SHARE = 2, 2, 0.5
#: Names begin among so many texts right of their head.
FIRST_TEXTS = 2
_LEVELS = ("desa", "desa_posyandu")
_COUNTED = ("numerator", "denominator", "percent")


def frames_of_roles(grid: Grid, reader: Reader) -> Iterator[Frame]:
    """The frames of such tables: the head of the names stands left of them, above the labels of the rows."""
    heads = {text for text in grid.texts if reader.anchors.get(text) and reader.text(text).axis in _LEVELS}
    rows = [(number, row) for number, row in enumerate(grid.rows if heads else ()) if not heads.isdisjoint(row[:STUB_COLUMNS])]
    for number, row in rows:
        for label in (column for column, cell in enumerate(row[:STUB_COLUMNS]) if cell in heads):
            body = list(takewhile(lambda line: _is_labelled(line, label), grid.rows[number + 1 :]))  # noqa: B023
            if _say_roles([line[label] for line in body], reader) and _names_areas(row[label + 1 :], reader):
                right = max(column for column, cell in enumerate(row) if cell is not None)
                yield Frame(number, number, number, number + len(body), label, right, label, 0)


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


def _say_roles(labels: Sequence[object], reader: Reader) -> bool:
    """True for labels of which several say what they count, one of them more than a sasaran, and none names an indicator."""
    meanings = [reader.text(fold_spaces(str(label))) for label in labels]
    telling = [each for each in meanings if not each.unknown and (each.role in _COUNTED or each.basis)]
    counts = any(each.role != "denominator" for each in telling)
    return counts and len(telling) >= FEWEST_ROWS and not any(each.indicator or each.axis for each in meanings)
