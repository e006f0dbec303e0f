"""The period that a row's own cells say: a month, a tribulan, a year, a date."""

from __future__ import annotations

from dataclasses import replace

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.period import Period, period_of, period_of_text
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of

#: Months written as year and month in one number.
FIRST_SIX, LAST_SIX = 200_001, 209_912
_PARTS = frozenset({"tribulan", "semester", "caturwulan"})


def row_period(month_cell: object, year: object, date: object, month_column: Column | None, reader: Reader) -> Period:
    """The period of the cells of a row's month, year and date columns (None where there is none)."""
    month = period_of_cell(month_cell, reader)
    parts = _PARTS.intersection(reader.tokens(" ".join(month_column.path))) if month_column and month_cell is not None else ()
    if len(parts) == 1 and (not month.month or kind_of(month_cell) == "number"):
        number = int(month_cell) if month_cell.__class__ in (int, float) else month_cell
        month = period_of_text(f"{next(iter(parts))} {number}", reader.words)
    if year is not None:
        if year.__class__ is str and year.strip().isdecimal():
            year = float(year)
        month = replace(month, year=period_of(year, reader.words).year or month.year)
    if not month.month and date is not None and not month_column:
        month = month.filled(period_of_cell(date, reader))
    return month


def period_of_cell(cell: object, reader: Reader) -> Period:
    """The period of a cell of a month column: a name, a number 1-12, a date."""
    if cell.__class__ is str and cell.strip().isdecimal():
        cell = float(cell)
    if cell.__class__ in (int, float) and FIRST_SIX <= cell <= LAST_SIX and cell % 100 in range(1, 13):  # 202603
        return Period(int(cell) // 100, int(cell) % 100)
    return period_of(cell, reader.words, alone=True)


def says_percent(cell: object, fraction: bool, reader: Reader) -> bool:
    """True for what calls a row of a table of months its percents: "% s/d Juni", "Cakupan kumulatif (%)"; "Cakupan s/d Juni" is
    one where a `fraction` stands in the row."""
    if cell.__class__ is not str:
        return False
    meaning = reader.text(fold_spaces(cell))
    named = meaning.indicator or meaning.population or meaning.unknown
    return not named and (meaning.role == "percent" or meaning.share and fraction)
