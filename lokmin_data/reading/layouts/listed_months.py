"""Whether the rows of a table are months: also where only the first of them holds numbers yet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.layouts.row_periods import period_of_cell
from lokmin_data.reading.words.labels import label_kind
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: This share of the row labels are months.
SHARE = 0.5
#: A single month proves by the sum of so many columns that they are parts of one number.
FEWEST_ADDED = 3


def lists_months(grid: Grid, head: Head, label: int, names: Sequence[Column], reader: Reader) -> bool:
    """True where most row labels are months; those prepared below the last row with numbers count, too. A single month is enough
    where the columns of the `names` add up to the sum behind them and no row adds up the months."""
    frame = head.frame
    rows = grid.rows[frame.bottom + 1 : frame.last + 1]
    labelled = [row for row in rows if row[label] is not None]
    months = [row for row in labelled if _is_month(row, label, reader)]
    prepared = sum(1 for _ in takewhile(lambda row: _is_month(row, label, reader), grid.rows[frame.last + 1 :]))
    if len(months) == 1 and not prepared:
        ended = any(row is not months[0] and label_kind(fold_spaces(str(row[label])), "desa", reader) == "total" for row in labelled)
        return not ended and len(names) >= FEWEST_ADDED and _adds_up(months[0], head, names, reader)
    return bool(months) and len(months) + prepared >= SHARE * (len(labelled) + prepared)


def _is_month(row: Sequence[object], label: int, reader: Reader) -> bool:
    """True for a row whose label is a month."""
    return row[label] is not None and bool(period_of_cell(row[label], reader).month)


def _adds_up(row: Sequence[object], head: Head, names: Sequence[Column], reader: Reader) -> bool:
    """True where the column right behind the `names` is headed as their sum and holds it."""
    places = [column.index for column in names]
    behind = next((column for column in head.columns if column.index == max(places) + 1 and column.path), None)
    if not behind or label_kind(fold_spaces(behind.path[-1]), "desa", reader) != "total":
        return False
    parts = [row[place] for place in places]
    added = sum(part for part in parts if kind_of(part) == "number")
    return all(kind_of(part) == "number" for part in parts) and row[behind.index] == added > 0
