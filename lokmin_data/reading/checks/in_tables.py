"""Contradictions inside one table: L + P, totals, percents, cells that hold errors."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, place_of
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.problems.contradictions import (
    CellError,
    ColumnOfErrors,
    SexesDiffer,
    TotalDiffers,
)
from lokmin_data.reading.problems.half_understood import NegativeNumber
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.values import kind_of

#: A rule holds for a table where at least this share of its rows keeps it; the others are accused.
HOLDS = 0.5
#: From this share of errors on, a column is broken as a whole.
BROKEN = 0.6
#: Sums of sasaran with decimals may differ by this much a row.
ROUNDING_A_ROW = 0.011
FEW_COLUMNS = 2
#: Rows among the totals that add nothing up: means, and numbers of desa ("Jumlah desa hijau", "Jumlah desa UCI").
_COUNTS_AREAS = re.compile(
    r"(?:rata|rerata)|(?:jumlah|jml|jlh|total)\.?\s+(?:desa|kelurahan|posyandu)\s+(?!se\b|seluruh|semua|di\b|dalam|wilayah|puskesmas|pkm|kec)[a-z]",
    re.IGNORECASE,
)
NOTHING: Mapping[int, float] = {}
_Compared = tuple[list[tuple[Column, float, float]], int]  # (columns that differ with both numbers, columns compared)
_MINUS = re.compile("[-−]")
#: Error cells of tables that are text.
UNDIVIDED = "#DIV/0!"
ERRORS = frozenset({UNDIVIDED, "#REF!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"})


def check_sexes(block: Block, kind: str, findings: Findings) -> Iterator[Finding]:
    """T that is not L + P, for numbers and for sasaran, in the rows of a kind (area, total); not where a cell is accused."""
    for left, right, total in _triples(block):
        broken, kept = [], 0
        ones, others, boths = (block.values[column.index] for column in (left, right, total))
        for row, entry in enumerate(block.rows):
            if entry.kind not in ("area", "total"):
                continue
            one, other, both = ones[row].number, others[row].number, boths[row].number
            if one is None or other is None or both is None:
                continue
            if abs(one + other - both) <= ROUNDING_A_ROW:
                kept += 1
            else:
                broken.append((row, both, one + other))
        areas = [each for each in broken if block.rows[each[0]].kind == "area"]
        if kept < HOLDS * (kept + len(broken)) or (kind == "total" and areas):
            continue
        for row, both, added in broken:
            accused = any(place_of(block, row, column.index) in findings.accused for column in (left, right, total))
            if block.rows[row].kind == kind and not accused:
                yield finding(SexesDiffer, block, row, total.index, both, added)


def _triples(block: Block) -> Iterator[tuple[Column, Column, Column]]:
    """The columns L, P and T of one number."""
    groups: dict[tuple, dict[str, Column]] = {}
    for measure in block.layout.measures:
        if measure.number:
            groups.setdefault((*_without_sex(measure), ""), {}).setdefault(measure.sex or "T", measure.number)
    for each in block.layout.denominators:
        if not each.target:
            groups.setdefault((each.identity, each.scope, each.month), {}).setdefault(each.sex or "T", each.column)
    for columns in groups.values():
        if len(columns) == 3:
            yield columns["L"], columns["P"], columns["T"]


def _without_sex(measure: Measure) -> tuple:
    return (measure.indicator, measure.basis, measure.month, measure.months, measure.year)


def check_totals(
    block: Block, findings: Findings, blocks: Collection[Block] = (), unreported: Collection[tuple[int, int]] = ()
) -> Iterator[Finding]:
    """Printed totals that are not the sum of the rows they add up; among `blocks` may be the first half of the table.  What
    formulas print for `unreported` months contradicts nothing."""
    columns, silent = _summed_columns(block), _unreported_columns(block, unreported) if unreported else ()
    for row, entry in enumerate(block.rows):
        if entry.kind != "total" or not columns or _COUNTS_AREAS.match(entry.area) and not _names_desa(entry, block):
            continue
        spans = spans_of(block, row)
        compared = list(_up_to_right(_compare(block, row, span, columns, findings) for span in spans))
        if compared and all(differing for differing, _ in compared) and (half := _sums_of_other_half(block, blocks)):
            compared.append(_compare(block, row, spans[0], columns, findings, half))
        best, count = min(compared, key=lambda each: len(each[0]), default=([], 0))
        if count and (len(best) <= HOLDS * count or count <= FEW_COLUMNS):
            for column, printed, added in (each for each in best if each[0].index not in silent):
                yield finding(TotalDiffers, block, row, column.index, printed, added)


def _names_desa(total: Row, block: Block) -> bool:
    """True for a sum that names a desa of which the table lists the posyandu: "Jumlah desa Suka"."""
    return any(row.folded_within and total.folded.endswith(f" {row.folded_within}") for row in block.rows if row.level == "posyandu")


def _up_to_right(compared: Iterable[_Compared]) -> Iterator[_Compared]:
    """What was compared, up to the first rows of which nothing differs: no others fit better."""
    for each in compared:
        yield each
        if not each[0]:
            return


def _sums_of_other_half(block: Block, blocks: Collection[Block]) -> dict[int, float]:
    """What tables of the same form without a total of their own add to each column: a list of desa that goes on beside itself."""
    names = {row.folded for row in block.rows if row.kind == "area"}
    halves = [
        other for other in blocks
        if other is not block and other.sheet_number == block.sheet_number and _of_one_form(block, other)
        and other.period == block.period and not any(row.kind == "total" or row.folded in names for row in other.rows)
    ]  # fmt: skip
    sums: dict[int, float] = {}
    for half in halves:
        for column, own in zip(_summed_columns(block), _summed_columns(half), strict=False):
            numbers = (half.number(own, place) for place, row in enumerate(half.rows) if row.kind == "area")
            sums[column.index] = sums.get(column.index, 0.0) + sum(number for number in numbers if number is not None)
    return sums


def _of_one_form(block: Block, other: Block) -> bool:
    """True for tables whose columns mean the same or are called the same: the "Peringkat" of one may be numbers, of the other ranks."""
    return block.fingerprint == other.fingerprint or [each.path for each in block.head.columns] == [each.path for each in other.head.columns]


def _unreported_columns(block: Block, months: Collection[tuple[int, int]]) -> set[int]:
    """The columns of numbers of these months."""
    period = block.period
    return {
        measure.number.index for measure in block.layout.measures
        if measure.number and (measure.year or period.year, measure.month or period.month) in months
    }  # fmt: skip


def _summed_columns(block: Block) -> list[Column]:
    columns = [measure.number for measure in block.layout.measures if measure.number]
    columns += [each.column for each in block.layout.denominators if not each.target]
    return list({column.index: column for column in columns}.values())


def spans_of(block: Block, total: int) -> list[list[int]]:
    """The rows that a total may add up: all areas, with those set apart, those since the last total, those up to the
    next, those of its month, those of its indicator."""
    sex = block.rows[total].sex
    own = [(row, entry) for row, entry in enumerate(block.rows) if sex in ("", entry.sex)]
    whole = [(row, entry) for row, entry in own if entry.sex in ("", "T")]
    if not sex and any(entry.kind == "area" for _, entry in whole):
        own = whole  # L, P and their sum stand below each other: a total that says no sex is of the sums
    named = [(row, entry) for row, entry in own if entry.kind == "area"]
    areas = [row for row, entry in named if entry.level != "posyandu"] or [row for row, _ in named]
    apart, carried = ([row for row, entry in own if entry.kind == kind] for kind in ("apart", "carried"))
    totals = [row for row, entry in enumerate(block.rows) if entry.kind == "total"]
    before = max((row for row in totals if row < total), default=-1)
    month, meaning = block.rows[total].period, block.rows[total].meaning
    after = min((row for row in totals if row > total), default=len(block.rows))
    spans = [
        areas,
        sorted(areas + apart),
        sorted(areas + apart + carried),
        [row for row in areas if before < row < total],
        [row for row in areas if total < row < after],
        [row for row in areas if month.month and block.rows[row].period == month],
        [row for row in areas if meaning and block.rows[row].meaning == meaning],
    ]
    return [span for place, span in enumerate(spans) if span and span not in spans[:place]]


def _compare(
    block: Block, total: int, span: Sequence[int], columns: Sequence[Column], findings: Findings,
    elsewhere: Mapping[int, float] = NOTHING,
) -> _Compared:
    """(columns whose printed total differs with both numbers, columns compared)."""
    differing, compared = [], 0
    errors = block.sheet.errors
    for column in columns:
        printed = block.number(column, total)
        if printed is None:
            continue
        numbers = block.values[column.index]
        values = [value for row in span if (value := numbers[row].number) is not None]
        empty = [row for row in span if numbers[row].number is None] if errors and len(values) < len(span) else ()
        if not values or any(block.cell(row, column) in errors for row in empty):
            continue
        compared += 1
        added = sum(values) + elsewhere.get(column.index, 0.0)
        if abs(printed - added) <= ROUNDING_A_ROW:
            continue
        slack = ROUNDING_A_ROW * (1 if all(float(value).is_integer() for value in values) else len(span))
        shift = findings.shift(place_of(block, row, column.index) for row in span)
        if abs(printed - added) > slack and abs(printed - added + shift) > slack:
            differing.append((column, printed, round(added, 2)))
    return differing, compared


def check_negative(block: Block) -> Iterator[Finding]:
    """Counts and percents of areas below 0."""
    for column in _columns(block) if _may_be_negative(block.sheet.distinct) else ():
        for row, value in enumerate(block.values[column.index]):
            if (number := value.number) is not None and number < 0.0 and block.rows[row].kind == "area":
                yield finding(NegativeNumber, block, row, column.index, number, None)


@for_one_report
def _may_be_negative(cells: frozenset[object]) -> bool:
    """True where a number below 0 stands among the different values of a sheet, perhaps as a text."""
    texts = (cell for cell in cells if cell.__class__ is str and _MINUS.search(cell))  # type: ignore[call-overload]
    return any(cell.__class__ in (float, int) and cell < 0 for cell in cells) or any(kind_of(text) == "number" for text in texts)  # type: ignore[operator]


def _columns(block: Block) -> Collection[Column]:
    """The columns of numbers and percents of a table, each once."""
    return {
        column.index: column
        for measure in (*block.layout.measures, *block.layout.lasts)
        for column in (measure.number, measure.percent) if column
    }.values()  # fmt: skip


@for_one_report
def _write_errors(texts: frozenset[str]) -> bool:
    """True where a text of a sheet is that of an error."""
    return any(text.strip().upper() in ERRORS for text in texts)


def _error(block: Block, row: int, column: Column) -> str:
    """The error that a cell shows, in text tables as text; empty where it shows none."""
    errors = block.sheet.errors
    if errors and (place := block.cell(row, column)) in errors:
        return block.sheet.error_text.get(place, "galat")
    cells = block.grid.rows[block.rows[row].index]
    cell = cells[column.index] if column.index < len(cells) else None
    return cell.strip() if cell.__class__ is str and cell.strip().upper() in ERRORS else ""


def _months_to_come(block: Block, rows: Sequence[int]) -> set[int]:
    """The rows of months after the last one with a number, without an error where their numbers are to stand."""
    months = {row: (period.year, period.month) for row in rows if (period := block.rows[row].period).month}
    counted = _summed_columns(block) if months else []
    filled = [month for row, month in months.items() if any(block.number(column, row) for column in counted)]
    last = max(filled, default=None)
    return {row for row, month in months.items() if last and month > last and not any(_error(block, row, column) for column in counted)}


def check_errors(block: Block) -> Iterator[Finding]:
    """Cells such as #DIV/0! where a number of an area belongs; a broken column is told once.  What waits for the numbers of a
    month to come is not broken."""
    if not (block.sheet.errors or _write_errors(block.grid.texts)):
        return  # most sheets
    areas = [row for row, entry in enumerate(block.rows) if entry.kind in ("area", "empty")]
    waiting = _months_to_come(block, areas)
    for column in _columns(block):
        errors = {row: error for row in areas if (error := _error(block, row, column))}
        found = {row: error for row, error in errors.items() if not (row in waiting and error.upper() == UNDIVIDED)}
        broken, texts = list(found), list(found.values())
        if len(areas) > FEW_COLUMNS and len(broken) >= BROKEN * len(areas):
            yield finding(
                ColumnOfErrors, block, broken[0], column.index, None, None,
                found=" › ".join(column.path), expected=texts[0],
            )  # fmt: skip
            continue
        for row, text in zip(broken, texts, strict=True):
            yield finding(CellError, block, row, column.index, None, None, found=text, expected="angka")
