"""Rows that a column of months names and no area: "JUMLAH" behind the months of a desa, "Jumlah Januari" behind the desa of a
month, or the month itself over its desa."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lokmin_data.reading.layouts.row_periods import period_of_cell
from lokmin_data.reading.layouts.stubs import Stub, cell_of
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import NEVER, Period
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import is_filler


class SumRow(NamedTuple):
    """What such a row is: total or note, as its month column calls it, of which period; `heads`: the desa of its month follow."""

    kind: str
    text: str
    period: Period
    heads: bool = False


def sum_of_months(cells: Sequence[object], below: Sequence[object], stub: Stub, reader: Reader) -> SumRow | None:
    """What a row is that is none of the area above; None where it may be one.  `below` is the row behind it."""
    cell = cell_of(cells, stub.month)
    if cell.__class__ is not str or not stub.names or not stub.month:
        return None
    text, period = fold_spaces(str(cell)), period_of_cell(cell, reader)
    if not period.month:
        return SumRow("total", text, NEVER) if label_kind(text, "indicator", reader) == "total" else None
    if not is_filler(cell_of(cells, stub.names)):
        return None
    words = reader.tokens(text)
    outer = stub.month.index < stub.names.index
    if not reader.words.totals.isdisjoint(words) and not period.adds:
        return SumRow("total", text, period)
    if outer and not all(word in reader.words.months or word == "bulan" or word.isdecimal() for word in words):
        return SumRow("note", text, period)  # "Target Januari", "s/d Februari"
    names_below = is_filler(cell_of(below, stub.month)) and not is_filler(cell_of(below, stub.names))
    return SumRow("total", text, period, heads=True) if outer and names_below else None
