"""A column "Jumlah" or "TW II" behind the months of a table that is not the sum of its row's months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, place_of
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.problems.contradictions import CumulativeDiffers, TotalDiffers
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
    if len({each.month for each in months}) < MONTHS:
        return
    several = len({(each.indicator, each.year) for each in months}) > 1
    used = {each.number.index for each in months if each.number}
    for column in block.head.columns:
        if column.index in used or not _is_sum(column, reader, several=several):
            continue
        own = _of_column(column, months) if several else months
        if len({each.month for each in own}) >= MONTHS and column.index > max(each.number.index for each in own if each.number):
            yield from _differing(block, column, added_columns(column, own), findings)


def _of_column(column: Column, months: Sequence[Measure]) -> Sequence[Measure]:
    """The months of the indicator that a column of sums names, or that are called as it is: "P" below "Total"."""
    code, last = column.meaning.indicator, column.path[-1:]
    own = [each for each in months if (each.indicator == code if code else each.number and each.number.path[-1:] == last)]
    return own if len({(each.indicator, each.year) for each in own}) == 1 else []


def _differing(block: Block, column: Column, months: Sequence[Column], findings: Findings) -> Iterator[Finding]:
    """What a column of sums contradicts, where most of its rows show that it adds up these months."""
    printed = block.values_of(column)
    compared = [
        (row, total, sum(block.number(month, row) or 0 for month in months))
        for row, entry in enumerate(block.rows)
        if months and entry.kind == "area" and (total := printed[row].number) is not None
    ]
    broken = [each for each in compared if abs(each[1] - each[2]) > CLOSE]
    if len(compared) < ROWS or len(compared) - len(broken) < SUMS * len(compared):
        return
    for row, total, expected in broken:
        if not any(place_of(block, row, month.index) in findings.accused for month in months):
            yield finding(CumulativeDiffers, block, row, column.index, total, expected)
    for row, entry in enumerate(block.rows if column.index not in block.values else ()):
        total, across = printed[row].number, sum(block.number(month, row) or 0 for month in months)
        if entry.kind == "total" and total is not None and abs(total - across) > CLOSE and abs(across - sum(each[1] for each in compared)) <= CLOSE:
            yield finding(TotalDiffers, block, row, column.index, total, across)  # its months and its desa agree without it


def _is_sum(column: Column, reader: Reader, *, several: bool) -> bool:
    """True for "Jumlah" and "Jumlah" over a sex; in a table of `several` indicators also over the name or letter of one."""
    if column.meaning.role == "percent" or several and (column.meaning.month or len(column.path) == 1):
        return False
    texts = column.path[:-1] if column.meaning.sex and len(column.path) > 1 else column.path
    return any(_is_total(text, reader) for text in (texts if several else texts[-1:]))


def _is_total(text: str, reader: Reader) -> bool:
    words = reader.tokens(text)
    return bool(words) and all(word in reader.words.totals for word in words)
