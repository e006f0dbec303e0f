"""Rows "Jumlah" of a desa that are not the sum of the rows of its parts: school levels, ages, shifts."""

from __future__ import annotations

from collections.abc import Iterator

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, number_text, place_of
from lokmin_data.reading.checks.parts import CLOSE, HOLDS
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import PartsDiffer
from lokmin_data.reading.rows.row_parts import PART
from lokmin_data.reading.words.values import number_of, style_of


def check_row_parts(block: Block, findings: Findings) -> Iterator[Finding]:
    """The numbers of whole rows that are not the sum of their parts, in columns where nearly all others are."""
    if not any(row.kind == PART for row in block.rows):
        return
    groups = [(whole, parts) for whole, parts in _groups(block) if whole is not None]
    columns = {measure.number.index: measure.number for measure in block.layout.measures if measure.number}
    columns |= {each.column.index: each.column for each in block.layout.denominators if not each.target}
    for column in columns.values():
        sums = [(whole, parts, block.number(column, whole), _sum(block, column, parts)) for whole, parts in groups]
        told = [each for each in sums if each[2] is not None and each[3] is not None]
        wrong = [each for each in told if abs(each[2] - each[3]) > CLOSE]  # type: ignore[operator]
        if len(told) - len(wrong) < HOLDS * len(told):
            continue
        for whole, parts, number, added in wrong:
            if place_of(block, whole, column.index) not in findings.accused:
                yield _differs(block, column, whole, parts, number, added)


def _groups(block: Block) -> Iterator[tuple[int | None, list[int]]]:
    """(place of the whole row, places of its parts) of each desa: rows that follow each other and bear one name."""
    key, whole, parts = None, None, []
    for place, row in enumerate(block.rows):
        own = (row.area.casefold(), row.period)
        if own != key or row.kind not in (PART, "area"):
            if parts:
                yield whole, parts
            key, whole, parts = own, None, []
        if row.kind == PART:
            parts.append(place)
        elif row.kind == "area":
            whole = place
    if parts:
        yield whole, parts


def _sum(block: Block, column: Column, parts: list[int]) -> float | None:
    """The sum of the numbers of these rows, None where one holds none."""
    rows = [block.grid.rows[block.rows[place].index] for place in parts]
    cells = [row[column.index] if column.index < len(row) else None for row in rows]
    style = style_of(cells, percent=False)
    numbers = [None if cell is None else number_of(cell, style).number for cell in cells]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def _differs(block: Block, column: Column, whole: int, parts: list[int], number: float | None, added: float | None) -> Finding:
    cells = " + ".join(cell_name(*place_of(block, place, column.index)[1:]) for place in parts)
    there = cell_name(*place_of(block, whole, column.index)[1:])
    texts = {
        "found": f"{block.rows[whole].area} tertulis {number_text(number)} ({there})",
        "expected": f"{cells} = {number_text(added)}",
    }
    return finding(PartsDiffer, block, whole, column.index, number, added, **texts)
