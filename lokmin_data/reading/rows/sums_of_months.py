"""Rows that a column of months names and no area: "JUMLAH" behind the months of a desa, "Jumlah Januari" behind the desa of a
month, or the month itself over its desa; and "Jumlah TW I" behind the three months that it adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lokmin_data.reading.layouts.row_periods import period_of_cell
from lokmin_data.reading.layouts.stubs import Stub, cell_of
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import JANUARY, NEVER, Period
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import Value, is_filler

if TYPE_CHECKING:
    from lokmin_data.reading.heads.measures import Layout
    from lokmin_data.reading.rows.areas import Row

#: A sum that differs by more is none; so large a share of the numbers of a tribulan must be the sums of its months.
CLOSE, MOST = 1e-6, 0.5
NOWHERE = -1


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


def with_sums_of_parts(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows with those of a part of the year that add up the months beside them ("Jumlah TW II") taken for their total; one
    from January on is a number of its own ("s/d Maret") unless a later part begins anew."""
    parts = [place for place, row in enumerate(rows) if row.kind == "area" and 0 < row.period.first < row.period.month]
    columns = {each.number.index for each in layout.measures if each.number and each.basis != "cumulative" and not each.month}
    if not parts or not columns:
        return rows
    months: dict[tuple, dict[int, int]] = defaultdict(dict)
    for place, row in enumerate(rows):
        if row.kind in ("area", "empty") and row.period.month and not row.period.first and not row.period.adds:
            months[_whose(row)].setdefault(row.period.month, place)
    totals = {place for place in parts if _adds_up(place, rows[place], months[_whose(rows[place])], [values[index] for index in columns])}
    anew = {_whose(rows[place]) for place in totals if rows[place].period.first > JANUARY}
    return tuple(replace(row, kind="total") if place in totals and _whose(row) in anew else row for place, row in enumerate(rows))


def _whose(row: Row) -> tuple:
    """What the months of one area share, and their sum with them."""
    return row.folded, row.folded_within, row.sex, row.meaning, row.period.year


def _adds_up(place: int, row: Row, months: Mapping[int, int], columns: Sequence[Sequence[Value]]) -> bool:
    """True where every month of the part has a row and most numbers are the sums of theirs."""
    own = [months.get(month, NOWHERE) for month in range(row.period.first, row.period.month + 1)]
    if NOWHERE in own:
        return False
    printed = [(number, [values[at].number or 0.0 for at in own]) for values in columns if (number := values[place].number) is not None]
    return sum(1 for number, added in printed if abs(number - sum(added)) <= CLOSE) > MOST * len(printed)
