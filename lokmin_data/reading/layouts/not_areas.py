"""Columns beside a list of activities that are no areas though nothing else is known of them: money, staff, goods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.tables import Frame, Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Of names one in so many that speaks of money, staff or goods says what all of them are.
ONE_IN = 2
#: No column of desa or Puskesmas holds such numbers in most of its rows: Rupiah.
MONEY = 1_000_000


def name_no_areas(texts: Sequence[str], reader: Reader) -> bool:
    """True for the heads of columns of which half speak of money, staff or goods: "Pagu BOK", "Dokter", "Alat rusak"."""
    lists = reader.words.lists["kolom_bukan_wilayah"]
    within, whole = {*lists["uang"], *lists["kata"]}, set(lists["seluruhnya"])
    said = [set(reader.tokens(fold_spaces(text))) for text in texts]
    return ONE_IN * sum(1 for words in said if words & within or words and words <= whole) >= len(texts) > 0


def hold_money(grid: Grid, columns: Iterable[Column], frame: Frame) -> bool:
    """True where most numbers below these columns are more than people can be: Rupiah."""
    rows = grid.rows[frame.bottom + 1 : frame.last + 1]
    cells = [row[each.index] for each in columns for row in rows if each.index < len(row) and kind_of(row[each.index]) == "number"]
    large = sum(1 for cell in cells if isinstance(cell, int | float) and cell >= MONEY)
    return ONE_IN * large > len(cells)
