"""A column "Jumlah" or "TW II" behind the months of a table that is not the sum of its row's months."""

from __future__ import annotations

from collections.abc import Iterator

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, place_of
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.problems.contradictions import CumulativeDiffers
from lokmin_data.reading.records.parts_of_the_year import added_columns, sums_of_parts
from lokmin_data.reading.words.meaning import Reader

#: The column adds up the months where at least this share of its rows does; so many months and rows must show it.
SUMS, MONTHS, ROWS = 0.8, 3, 4
CLOSE = 1e-6


def check_month_sums(block: Block, reader: Reader, findings: Findings) -> Iterator[Finding]:
    """The rows whose "Jumlah" is another number than their months together, where the other rows show what it adds up."""
    for part in sums_of_parts(block):
        for row, printed, expected in part.broken if part.compared >= ROWS else ():
            if not any(place_of(block, row, month.index) in findings.accused for month in part.months):
                yield finding(CumulativeDiffers, block, row, part.column.index, printed, expected)
    months = [each for each in block.layout.measures if each.number and each.month and each.basis in ("month", "")]
    if len({(each.indicator, each.year) for each in months}) != 1 or len({each.month for each in months}) < MONTHS:
        return
    used = {each.number.index for each in months if each.number}
    for column in block.head.columns:
        if column.index < max(used) or column.index in used or not _is_sum(column, reader):
            continue
        own = added_columns(column, months)
        printed = block.values_of(column)
        compared = [
            (row, total, sum(block.number(month, row) or 0 for month in own))
            for row, entry in enumerate(block.rows)
            if own and entry.kind == "area" and (total := printed[row].number) is not None
        ]
        broken = [each for each in compared if abs(each[1] - each[2]) > CLOSE]
        if len(compared) < ROWS or len(compared) - len(broken) < SUMS * len(compared):
            continue
        for row, total, expected in broken:
            if not any(place_of(block, row, month.index) in findings.accused for month in own):
                yield finding(CumulativeDiffers, block, row, column.index, total, expected)


def _is_sum(column: Column, reader: Reader) -> bool:
    texts = column.path[:-1] if column.meaning.sex and len(column.path) > 1 else column.path
    words = reader.tokens(texts[-1]) if texts else []
    return bool(words) and all(word in reader.words.totals for word in words) and column.meaning.role != "percent"
