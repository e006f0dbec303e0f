"""A year's sasaran that is written in the first of a desa's rows only, whose other rows are its further months, or their sum."""

from __future__ import annotations

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.measures import Denominator, is_annual


def written_once(block: Block, row: int, column: Denominator) -> int:
    """The row in which the sasaran of a row stands: itself, or where its cell is blank the nearest one above it that is of the
    same desa and year and of another month."""
    if block.number(column.column, row) is not None or not is_annual(column.population):
        return row
    if column.target or column.month or column.to_date or column.of_month:
        return row
    own = block.rows[row]
    for place in range(row - 1, -1, -1):
        other = block.rows[place]
        if (other.folded, other.kind, other.within) != (own.folded, own.kind, own.within):
            return row
        same = (other.period.first, other.period.month) == (own.period.first, own.period.month)
        if same or other.period.year != own.period.year or other.sex != own.sex:
            return row
        if block.number(column.column, place) is not None:
            return place
    return row
