"""Columns of dates that say when a row was written or sent: "Waktu Input", or a "Tanggal lapor" that leaves the months of the title."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import Meaning, Reader
from lokmin_data.reading.words.period import Period, period_of

if TYPE_CHECKING:
    from lokmin_data.reading.blocks.context import Context
    from lokmin_data.reading.heads.headers import Column, Head
    from lokmin_data.reading.heads.tables import Grid


def without_dates_of_writing(head: Head, grid: Grid, titled: Period, reader: Reader) -> Head:
    """The head with such columns passed over; `titled`: the period that the table's own titles say."""
    dates = head.axis("date") if titled.month else ()
    wrong = {each.index for each in dates if _leaves(titled, each, head, grid, reader)}
    if not wrong:
        return head  # most tables
    columns = (each.meaning_so(Meaning(role="ignore")) if each.index in wrong else each for each in head.columns)
    return replace(head, columns=tuple(columns))


def with_open_month(context: Context, head: Head) -> Context:
    """The context with the month left open where only a column "Waktu Input" has dates: a report is often written in the next month."""
    if context.period.month or not head.axis("written") or head.axis("month", "date"):
        return context  # nearly all
    return replace(context, period=replace(context.period, unnamed=True))


def _leaves(titled: Period, column: Column, head: Head, grid: Grid, reader: Reader) -> bool:
    """True where one of the dates is of another month than the titles say."""
    rows = grid.rows[head.frame.bottom + 1 : head.frame.last + 1]
    cells = {row[column.index] for row in rows if column.index < len(row)} - {None}
    dates = [period_of(cell, reader.words, alone=True) for cell in cells]
    return any(each.month and not _within(each, titled) for each in dates)


def _within(told: Period, titled: Period) -> bool:
    first = titled.first or titled.month
    return first <= told.month <= titled.month and not (told.year and titled.year and told.year != titled.year)
