"""What the rows of a table show only together: marks of footnotes, and rows behind the total that name no certain area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.tokens import without_numbers

if TYPE_CHECKING:
    from lokmin_data.reading.areas import Row

#: So many running numbers make a row without one, below them all, doubtful.
FEWEST_NUMBERED = 3


def without_footnotes(rows: list[Row]) -> list[Row]:
    """The rows with the numbers of footnotes taken from their names."""
    if not any(row.area.endswith(")") for row in rows):
        return rows
    names = without_numbers(list({row.area for row in rows if row.area}))
    return [
        replace(row, area=names[row.area], folded=names[row.area].casefold()) if row.area in names else row
        for row in rows
    ]


def with_last_doubted(rows: list[Row]) -> list[Row]:
    """The rows where those without a running number, behind all that have one and behind a total, are no certain areas."""
    numbered = {row.folded for row in rows if row.kind == "area" and row.numbered}
    if len(numbered) < FEWEST_NUMBERED:
        return rows
    last = max(place for place, row in enumerate(rows) if row.numbered)
    last = min((place for place, row in enumerate(rows) if row.kind == "total" and place > last), default=len(rows))
    return [
        replace(row, kind="unclear")
        if place > last and row.kind == "area" and row.level != "posyandu" and not row.group and row.folded not in numbered
        else row
        for place, row in enumerate(rows)
    ]
