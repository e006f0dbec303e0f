"""Columns and rows that were not understood: told with the likeliest meaning, never guessed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block, Draft
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.layouts.pairs import is_pair
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.half_understood import (
    NoIndicator,
    PercentUnproved,
    UnknownColumn,
    UnknownColumns,
    UnknownRow,
)
from lokmin_data.reading.rows.row_people import measured, names_people
from lokmin_data.reading.words.tokens import fold_spaces
from lokmin_data.reading.words.values import kind_of
from lokmin_data.reading.words.vocabulary import SASARAN

#: So many unknown columns of a sheet are told one by one, the others together.
TOLD_ONE_BY_ONE = 12
LOWEST_SUGGESTION = 60
LONGEST_HEAD = 120
#: Numbers are looked for in so many rows below a head.
LOOKED_AT = 60
#: A percent column is missed only with so many percents.
ROWS_TO_PROVE = 4


@dataclass(frozen=True)
class UnknownHead:
    """An unknown column at its first place, with the likeliest indicator and how alike the words are (0-100)."""

    sheet: str
    cell: str
    header: str
    suggestion: str
    score: float


def unknown_heads(
    drafts: Iterable[Draft],
    indicators: Mapping[str, Indicator],
    blocks: Iterable[Block] = (),
    divisors: Collection[tuple[int, int, int]] = (),
) -> list[UnknownHead]:
    """The distinct unknown columns, each at its first place, of tables that are no mere lists of sasaran; not those that the
    tables as read (`blocks`) took for a number or its percent, nor those of whose cells (sheet, row, column) numbers were measured
    against: `divisors`."""
    taken = {_place(block, column) for block in blocks for column in _read(block)}
    seen: set[tuple[int, tuple[str, ...]]] = set()
    labels = tuple((code, indicator.label) for code, indicator in indicators.items())
    found = []
    for made in drafts:
        if _lists_sasaran(made):
            continue
        for column in made.layout.unknown:
            key = (made.sheet_number, column.path)
            said = not column.meaning.unknown and not made.layout.measures  # told by `nameless`
            if key in seen or said or _place(made, column) in taken or not holds_numbers(made, column) or _numbers_the_rows(made, column):
                continue
            if divisors and _divides(made, column, divisors):
                continue
            seen.add(key)
            header = " › ".join(column.path)[:LONGEST_HEAD]
            place = made.grid.place(made.head.frame.bottom, column.index)
            found.append(UnknownHead(made.sheet.name, cell_name(*place), header, *suggested(header, labels)))
    return found


def _place(table: Block | Draft, column: Column) -> tuple[int, int, int]:
    """What tells a column from those of the other tables of its sheet."""
    return id(table.grid), table.head.frame.top, column.index


def _read(block: Block) -> Iterator[Column]:
    """The columns of a table's numbers and percents, also those of the month before."""
    for each in (*block.layout.measures, *block.layout.lasts):
        yield from (column for column in (each.number, each.percent) if column)


def _divides(made: Draft, column: Column, divisors: Collection[tuple[int, int, int]]) -> bool:
    """True where numbers were measured against a cell of the column."""
    rows = range(made.head.frame.bottom + 1, min(made.head.frame.last + 1, len(made.grid.rows)))
    return any((made.sheet_number, *made.grid.place(row, column.index)) in divisors for row in rows)


def _lists_sasaran(made: Draft) -> bool:
    """True for a table of populations: what else stands in it is of no interest."""
    layout = made.layout
    percents = any(column.meaning.role == "percent" for column in made.head.columns)
    return not layout.measures and not percents and len(layout.denominators) > len(layout.unknown)


def _cells(made: Draft, column: Column) -> list[object]:
    frame = made.head.frame
    rows = made.grid.rows[frame.bottom + 1 : min(frame.last + 1, frame.bottom + LOOKED_AT)]
    return [row[column.index] for row in rows if column.index < len(row)]


def holds_numbers(made: Draft, column: Column) -> bool:
    """True where a number, or two in one cell, stands below the column's head."""
    return any(kind_of(cell) == "number" or cell.__class__ is str and is_pair(cell) for cell in _cells(made, column))


def _numbers_the_rows(made: Draft, column: Column) -> bool:
    """True for 1, 2, 3 ... (begun anew in each group) left of the names, whatever its head says, and for a line that numbers
    columns, turned with its table: 3, 4, 5 ... behind the head 2."""
    if _numbers_columns(made, column):
        return True
    if not any(column.index < name.index for axis in ("desa", "posyandu") for name in made.head.axis(axis)):
        return False
    printed = [str(cell).strip(". ") for cell in _cells(made, column) if kind_of(cell) == "number"]
    numbers = [int(text.removesuffix(".0")) if text.removesuffix(".0").isdecimal() else -1 for text in printed]
    return len(numbers) > 1 and all(after in (before + 1, 1) for before, after in pairwise([0, *numbers]))


def _numbers_columns(made: Draft, column: Column) -> bool:
    if not (made.grid.turned and column.path and column.path[-1].isdecimal()):
        return False
    numbers = [cell for cell in _cells(made, column) if cell.__class__ in (int, float)]
    return len(numbers) > 1 and all(number == int(column.path[-1]) + place for place, number in enumerate(numbers, 1))


@lru_cache(maxsize=4_096)  # a form has the same heads every month
def suggested(header: str, labels: tuple[tuple[str, str], ...]) -> tuple[str, float]:
    """(code of the indicator whose label is likest, score 0-100), of pairs of code and label; an empty code where none is
    like it."""
    from rapidfuzz import fuzz, process

    match = process.extractOne(header, dict(labels), scorer=fuzz.token_set_ratio, score_cutoff=LOWEST_SUGGESTION)
    return (match[2], round(float(match[1]), 1)) if match else ("", 0.0)


def unknown_problems(heads: Iterable[UnknownHead], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """A problem for each unknown column, the many of one sheet told together."""
    by_sheet: dict[str, list[UnknownHead]] = {}
    for head in heads:
        by_sheet.setdefault(head.sheet, []).append(head)
    for sheet, columns in by_sheet.items():
        for head in columns[:TOLD_ONE_BY_ONE]:
            like = f" (mungkin {indicators[head.suggestion].label})" if head.suggestion in indicators else ""
            yield UnknownColumn(sheet=sheet, cell=head.cell, found=head.header, expected=like)
        if len(columns) > TOLD_ONE_BY_ONE:
            yield UnknownColumns(sheet=sheet, found=str(len(columns) - TOLD_ONE_BY_ONE))


def nameless(drafts: Iterable[Draft]) -> Iterator[Problem]:
    """Tables that hold results of an indicator which nothing names."""
    told: set[int] = set()
    for made in drafts:
        waiting = [
            column
            for column in made.layout.unknown
            if not column.meaning.unknown and column.meaning.role in ("numerator", "percent", "")
        ]
        if (
            waiting
            and not made.layout.measures
            and made.sheet_number not in told
            and any(holds_numbers(made, each) for each in waiting)
        ):
            told.add(made.sheet_number)
            place = made.grid.place(made.head.frame.bottom, waiting[0].index)
            yield NoIndicator(sheet=made.sheet.name, cell=cell_name(*place))


def unknown_rows(blocks: Iterable[Block]) -> Iterator[Problem]:
    """Rows with numbers whose label names no known indicator, in tables whose rows are indicators."""
    told: set[tuple[int, str]] = set()
    for block in blocks:
        column = next(iter(block.head.axis("indicator")), None)
        if any(measure.indicator for measure in block.layout.measures):
            continue
        if column is None:
            yield from _unknown_sections(block)
            continue
        counted = measured(block.layout)
        for row in block.rows:
            label = block.grid.rows[row.index][column.index]
            served = counted and names_people(row.meaning) and SASARAN not in str(label).casefold()
            unknown = row.meaning is not None and bool(row.meaning.unknown) or served
            if (
                row.kind != "area"
                or not unknown
                or (block.sheet_number, str(label)) in told
                or len(told) >= TOLD_ONE_BY_ONE
            ):
                continue
            told.add((block.sheet_number, str(label)))
            cell = cell_name(*block.grid.place(row.index, column.index))
            yield UnknownRow(sheet=block.sheet.name, cell=cell, found=fold_spaces(str(label)), expected="")


def _unknown_sections(block: Block) -> Iterator[Problem]:
    """Lines amid the desa that name no known indicator, and have numbers below them, where others name one."""
    if not any(row.meaning and row.meaning.indicator and not row.meaning.unknown for row in block.rows):
        return
    section = None
    for row in block.rows:
        if row.kind == "section":
            section = row
        elif section and row.kind == "area" and (row.meaning is None or row.meaning.unknown or not row.meaning.indicator):
            cells = block.grid.rows[section.index]
            found = [place for place, cell in enumerate(cells) if cell.__class__ is str and cell.strip()]
            place = max(found, key=lambda place: len(cells[place]))
            cell = cell_name(*block.grid.place(section.index, place))
            yield UnknownRow(sheet=block.sheet.name, cell=cell, found=fold_spaces(cells[place]), expected="")
            section = None


def unproved_percents(blocks: Iterable[Block], proved: Mapping[tuple[int, Measure], bool]) -> Iterator[Problem]:
    """Percent columns with a number beside them that no denominator of the report explains, each head once."""
    told: set[str] = set()
    for block in blocks:
        for measure in block.layout.measures:
            if not (measure.number and measure.percent) or proved.get((block.place, measure), True):
                continue
            numbers, percents = block.values[measure.number.index], block.values[measure.percent.index]
            both = sum(1 for one, other in zip(numbers, percents, strict=True) if one.number and other.number)
            header = " › ".join(measure.percent.path)
            if both >= ROWS_TO_PROVE and block.layout.denominators and header not in told:
                told.add(header)
                yield PercentUnproved(sheet=block.sheet.name, found=header)
