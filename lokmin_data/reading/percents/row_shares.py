"""Rows of a list of indicators that may hold percents though nothing writes so: "Cakupan K1" below "Jumlah".

As with columns, the numbers decide: a row beside the count of its own indicator, or among fractions, is a percent; more than
any share is a count; where nothing tells, the rows are not read and it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.layouts.named_problems import PROBLEMS
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.lost_thousands import may_be_thousands
from lokmin_data.reading.percents.unwritten_percents import (
    COUNT,
    LARGEST,
    LARGEST_SHARE,
    PERCENT,
    UNSURE,
    CountOrPercent,
)
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Meaning
from lokmin_data.reading.words.values import NOTHING


def with_row_shares(block: Block, indicators: Mapping[str, Indicator]) -> tuple[Block, list[Problem]]:
    """(the table, problems): its rows of shares read as percents or counts, doubtful ones left out and asked."""
    columns = _columns(block)
    problems = any(each.meaning.note == PROBLEMS for each in block.head.axis("indicator"))
    rows = [place for place, row in enumerate(block.rows) if columns and row.kind == "area" and _is_share(row, indicators, problems=problems)]
    if not rows:
        return block, []
    beside = {_same(block.rows[place]) for place in range(len(block.rows)) if place not in rows and block.rows[place].kind == "area"}
    of_counts = [place for place in rows if _same(block.rows[place]) in beside]
    alone = [place for place in rows if place not in of_counts]
    numbers = [number for place in alone for column in columns if (number := block.values[column.index][place].number)]
    verdict = PERCENT if _among_percents(block, rows) else _verdict(numbers)
    percents = {*of_counts, *(alone if verdict == PERCENT else ())}
    kept = tuple(replace(row, kind="percent") if place in percents else row for place, row in enumerate(block.rows))
    block = replace(block, rows=kept)
    if verdict != UNSURE or not alone:
        return block, []
    return _without(block, columns, alone), [_asked(block, columns[0], alone)]


def _columns(block: Block) -> list[Column]:
    """The columns of numbers whose rows name the indicator, where no other column says what they are: no percent or sasaran
    beside them, and no head such as "Abs"."""
    if any(not each.target for each in block.layout.denominators) or any(each.percent for each in block.layout.measures):
        return []
    columns = [each.number for each in block.layout.measures if each.number and not each.indicator]
    return [each for each in columns if not any(writing(text) == "number" for text in each.path)]


def _is_share(row: Row, indicators: Mapping[str, Indicator], *, problems: bool) -> bool:
    """True for a row "Cakupan K4", in a list of `problems` also for "K4 rendah"; not for cases, which are counted by themselves."""
    said = row.meaning
    known = indicators.get(said.indicator) if said else None
    if not (said and known) or said.unknown or known.kind in ("month", "status"):
        return False
    return said.share and said.role == "numerator" or problems and said.role != "numerator"


def _among_percents(block: Block, rows: Sequence[int]) -> bool:
    """True where all other rows of the list say that they are percents: "% K1", "% K4"."""
    others = {row.kind for place, row in enumerate(block.rows) if place not in rows and row.meaning and row.meaning.indicator}
    return others == {"percent"}


def _same(row: Row) -> tuple:
    """What a count and its share have in common."""
    said = row.meaning or Meaning()
    return (row.folded, row.folded_within, row.period, row.sex or said.sex, said.indicator, said.basis)


def _verdict(numbers: Sequence[float]) -> str:
    """What the numbers of rows are that stand without their counts."""
    fractions = [number for number in numbers if number % 1]
    largest = max(numbers, default=0)
    if fractions and largest <= LARGEST:
        return UNSURE if may_be_thousands(fractions) else PERCENT
    return COUNT if largest > LARGEST_SHARE and not fractions else UNSURE if largest else COUNT


def _without(block: Block, columns: Sequence[Column], rows: Sequence[int]) -> Block:
    left_out = {
        column.index: [NOTHING if place in rows else value for place, value in enumerate(block.values[column.index])] for column in columns
    }
    return replace(block, values={**block.values, **left_out})


def _asked(block: Block, column: Column, rows: Sequence[int]) -> Problem:
    names = [cell for each in block.head.axis("indicator") if (cell := block.grid.rows[block.rows[rows[0]].index][each.index]).__class__ is str]
    found = " › ".join([*map(str, names[:1]), *column.path])
    return CountOrPercent(sheet=block.sheet.name, cell=cell_name(*block.cell(rows[0], column)), found=found)
