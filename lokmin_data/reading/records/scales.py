"""Percents on the scale of 0 to 100: what the sheet holds as 0,875 or 87,5, and which cell divides each number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import number_text
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Denominator, Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.proofs import (
    FRACTION,
    HUNDRED,
    ROWS_TO_DISPROVE,
    UNDIVIDED,
    Divided,
    Divisors,
    Proofs,
    Sasaran,
    allowed_error,
    column_digits,
    digits_of,
    divisors_of,
    scale_between,
)
from lokmin_data.reading.percents.unwritten_percents import FractionOfPersons
from lokmin_data.reading.problems.half_understood import PercentScaleUnsure
from lokmin_data.reading.records.divisors_in_rows import place_rows_of_divisors
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.records.scale_evidence import WRITTEN_DIGITS, scale_by_sasaran

#: A column whose median is at most this, without proof and without a percent sign, holds fractions of 1.
LARGEST_FRACTION = 1.5
UNSURE = -1
#: So many rows prove a scale, or one in so many of all.
FEWEST_PROOFS, PROVED_SHARE = 3, 2
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
#: One percent in so many may follow from a wrong sasaran.
BY_CHANCE = 5
#: A coverage is never ten times the whole: 50 that its cell's format shows as 5000 % was meant as 50 %, or is no percent.
LARGEST_PERCENT = 1000.0


@dataclass(frozen=True, kw_only=True)
class ImpossiblePercent(Problem):
    """A cell whose percent no coverage can be, and no number beside it that could tell what was meant."""

    code = "persen-tidak-mungkin"
    severity = "skipped"
    what = "Sel ini berarti {found} %, yang tidak mungkin untuk sebuah capaian. Selnya dilewati."
    fix = "Tulis persennya sekali lagi: angka 50 pada sel berformat persen berarti 5000 %, sedangkan 50 % adalah 0,5."


def scale_of(block: Block, column: Column, proofs: Proofs, known: Indicator | None, blocks: Iterable[Block] = ()) -> int:
    """1 where the column holds fractions, 100 where percents: by proof, format, sign, size; 0 where it is empty.  `blocks`: all tables.

    UNSURE where nothing tells: small numbers of a state that is better low, such as stunting, without a percent sign.
    """
    if proved := _by_proof(block, column.index, proofs):
        return proved
    values = block.values[column.index]
    if any(value.signed for value in values):
        return HUNDRED
    places = [(row, value.number) for row, value in enumerate(values) if value.number is not None]
    if not places:
        return 0
    formatted = block.sheet.percent_cells
    if formatted and any(block.cell(row, column) in formatted for row, _ in places):
        return FRACTION
    others = {proved for place, index in proofs.scales if place == block.place and (proved := _by_proof(block, index, proofs))}
    if len(others) == 1:
        return others.pop()
    sizes = [abs(number) for _, number in places if number]
    votes = proofs.scales.get((block.place, column.index), {})
    found = max(votes, key=lambda scale: votes[scale], default=0) or _by_size(sizes, low=bool(known and known.direction == "down"))
    if found == HUNDRED:
        return found
    alike = [block, *(each for each in blocks if each is not block and _is_alike(block, each))]
    percents = [(each, measure.percent) for each in alike for measure in each.layout.measures if measure.percent and measure.percent is not column]
    larger = [(each, percent) for each, percent in percents if _is_large(each, percent)]
    written = bool(larger) and not votes and column_digits(sizes) <= WRITTEN_DIGITS
    return scale_by_sasaran(block, column, larger) or (UNSURE if written else found)


def _is_alike(block: Block, other: Block) -> bool:
    """True for another table of a sheet with the same columns: that of another desa or month."""
    return other.sheet_number == block.sheet_number and other.fingerprint == block.fingerprint


def _by_proof(block: Block, column: int, proofs: Proofs) -> int:
    """The scale on which a column's percents follow from a sasaran, 0 where so few of them do that it may be chance."""
    votes = proofs.scales.get((block.place, column), {})
    best = max(votes, key=lambda scale: votes[scale], default=0)
    printed = len([row for row, value in zip(block.rows, block.values[column], strict=True) if row.kind == "area" and value.number])
    return best if best and (votes[best] >= FEWEST_PROOFS or PROVED_SHARE * votes[best] >= printed) else 0


def _is_large(block: Block, column: Column) -> bool:
    """True for a column of percents that are too large for fractions."""
    sizes = [abs(value.number) for value in block.values[column.index] if value.number]
    return bool(sizes) and _by_size(sizes, low=False) == HUNDRED


def _by_size(sizes: Sequence[float], *, low: bool) -> int:
    """The scale that the sizes of a column's numbers suggest; `low`: of a state that is better low."""
    if not sizes or median(sizes) > LARGEST_FRACTION or max(sizes) > 2 * LARGEST_FRACTION:
        return HUNDRED
    if not low:
        return FRACTION
    if max(sizes) > 1:
        return HUNDRED
    return FRACTION if column_digits(sizes) > WRITTEN_DIGITS else UNSURE


def place_denominators(
    records: Sequence[Record], blocks: Mapping[int, Block], divisors: Divisors, sasaran: Sasaran
) -> tuple[list[Record], list[Problem]]:
    """(the records with their denominators and with their percents on the 0-100 scale, columns of an unsure scale)."""
    populations: dict[str, set[str]] = defaultdict(set)
    for _, population, sex in sasaran:
        populations[sex].add(population)
    chosen: dict[tuple, tuple[str, list[Divided] | None]] = {}
    columns: dict[tuple[int, Denominator], list[Divided]] = {}
    scales: dict[tuple[int, int], int] = {}
    years = _years_of(blocks)
    placed, fractions = list[Record](), list[Record]()
    before: tuple[int, Measure] | None = None
    for record in records:
        if before is None or record.measure is not before[1] or record.block != before[0]:  # a table's records come column by column
            before, block = (record.block, record.measure), blocks[record.block]
            if before not in chosen:
                chosen[before] = _divided(block, _chosen(record, block, divisors, populations, sasaran), columns)
            identity, beside = chosen[before]
        divided = sasaran.get((block.rows[record.row].folded, identity, record.key.sex), UNDIVIDED) if beside is None else beside[record.row]
        listed = divided[1] if beside is None and record.measure.percent is None else None
        other_year = listed and record.key.year and record.key.year not in (years[listed[0]] or {record.key.year})
        record.denominator, record.denominator_place = UNDIVIDED if other_year else divided
        column = record.measure.percent
        if record.percent is not None and column and record.percent_100 is None:
            if (record.block, column.index) not in scales:
                known = divisors.indicators.get(record.key.indicator)
                scales[record.block, column.index] = scale_of(block, column, divisors.proofs, known, blocks.values())
            _scale(record, block, column, scales[record.block, column.index])
            fractions += [record] if record.number and record.number % 1 else ()
        if record.number is not None or record.percent is not None or record.percent_100 is not None:
            placed.append(record)
    unsure = [_unsure(blocks[place], column) for (place, column), scale in scales.items() if scale == UNSURE]
    impossible = {
        place: _left_out(record, blocks[record.block])
        for place, record in enumerate(placed) if record.number is None and _is_impossible(record)
    }  # fmt: skip
    possible = [record for place, record in enumerate(placed) if place not in impossible] if impossible else placed
    place_rows_of_divisors(possible, blocks, divisors.order)
    told = [_fraction_of_persons(record, blocks[record.block]) for record in fractions]
    for record in fractions:
        record.number = None
    return possible, [*unsure, *told, *impossible.values()]


def _fraction_of_persons(record: Record, block: Block) -> Problem:
    """The problem of a number beside a percent that counts a part of a person."""
    assert record.number is not None and record.measure.number
    cell = cell_name(*block.cell(record.row, record.measure.number))
    return FractionOfPersons(sheet=block.sheet.name, cell=cell, found=number_text(record.number))


def _chosen(
    record: Record, block: Block, divisors: Divisors, populations: Mapping[str, set[str]], sasaran: Sasaran
) -> tuple[str, Denominator | None] | None:
    """What the numbers of a record's column are measured against: a status ("ODF") against nobody."""
    known = divisors.indicators.get(record.measure.indicator)
    pair = divisors.chosen(block, record.measure, populations) if not known or known.kind != "status" else None
    wrong = pair is not None and pair[1] is None and _contradicts(block, record.measure, pair[0], sasaran)
    return None if wrong else pair


def _divided(
    block: Block, chosen: tuple[str, Denominator | None] | None, columns: dict[tuple[int, Denominator], list[Divided]]
) -> tuple[str, list[Divided] | None]:
    """(identity, values and places row by row) of the denominator that was chosen for a measure, no rows where a sasaran sheet gives
    them; `columns`: those known already."""
    if chosen is None:
        return "", [UNDIVIDED] * len(block.rows)
    identity, divisor = chosen
    if divisor is None:
        return identity, None
    place = (block.place, divisor)
    if place not in columns:
        columns[place] = divisors_of(block, divisor)
    return identity, columns[place]


def _years_of(blocks: Mapping[int, Block]) -> dict[int, set[int]]:
    """The years that the tables of each sheet are of, by its number: a list of sasaran of the year that its own title tells."""
    years: dict[int, set[int]] = defaultdict(set)
    for each in blocks.values():
        texts = () if each.layout.measures else (*each.context.titles, each.sheet.name)
        told = {int(year) for text in texts for year in _YEAR.findall(text)}
        years[each.sheet_number] |= told or ({each.period.year} if each.period.year else set())
    return years


def _contradicts(block: Block, measure: Measure, identity: str, sasaran: Sasaran) -> bool:
    """True where a table prints percents and hardly one of them follows from a sasaran that another sheet gives: it may be that
    of another year, whatever the tables of that sheet prove."""
    if not (measure.number and measure.percent and measure in block.layout.measures):
        return False
    numbers, percents = block.values[measure.number.index], block.values[measure.percent.index]
    usual = column_digits(value.number for value in percents)
    tried = right = 0
    for row, entry in enumerate(block.rows):
        number, percent = numbers[row].number, percents[row].number
        found = sasaran.get((entry.folded, identity, measure.sex or "T")) if entry.kind == "area" and number and percent else None
        if found and number and percent:
            tried += 1
            right += bool(scale_between(number, found[0], percent, allowed_error(percent, usual)))
    return tried >= ROWS_TO_DISPROVE and BY_CHANCE * right <= tried


def _is_impossible(record: Record) -> bool:
    """True for a percent without its number that says more than any coverage can be."""
    return (record.percent_100 or 0.0) > LARGEST_PERCENT


def _left_out(record: Record, block: Block) -> Problem:
    """The problem of such a cell."""
    assert record.measure.percent is not None
    cell = cell_name(*block.cell(record.row, record.measure.percent))
    return ImpossiblePercent(sheet=block.sheet.name, cell=cell, found=number_text(record.percent_100))


def _unsure(block: Block, column: int) -> Problem:
    """The problem of a column of percents of which nothing tells the scale."""
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column))
    path = next(each.path for each in block.head.columns if each.index == column)
    return PercentScaleUnsure(sheet=block.sheet.name, cell=cell, found=" › ".join(path))


def _scale(record: Record, block: Block, column: Column, scale: int) -> None:
    """Give a record its percent on the 0-100 scale; a cell that only the other scale explains is read on that one."""
    assert record.percent is not None
    value = block.values[column.index][record.row]
    if scale == UNSURE:
        record.percent = None
        return
    if value.signed:
        scale = HUNDRED
    elif _formatted_otherwise(record, block, column, scale):
        scale = FRACTION if scale == HUNDRED else HUNDRED
    elif record.number and record.denominator and record.percent:
        error = allowed_error(record.percent, digits_of(record.percent))
        exact = scale_between(record.number, record.denominator, record.percent, error)
        near = abs(
            record.percent * (HUNDRED if scale == FRACTION else 1) - record.number / record.denominator * HUNDRED
        )
        if exact and exact != scale and near > 1:
            scale = exact
    record.percent_100 = record.percent * HUNDRED if scale == FRACTION else record.percent


def _formatted_otherwise(record: Record, block: Block, column: Column, scale: int) -> bool:
    """True for a cell that its own number format shows on the other scale than its column: 0,5 shown as 50 % among 50 and
    60, or 50 without a percent format among cells shown as 50 %."""
    if not record.percent or (record.percent <= LARGEST_FRACTION) != (scale == HUNDRED):
        return False
    if record.number and record.denominator:
        right = record.number / record.denominator * HUNDRED
        if abs(record.percent * (HUNDRED if scale == FRACTION else 1) - right) <= 1:
            return False
    shown = block.cell(record.row, column) in block.sheet.percent_cells
    return shown if scale == HUNDRED else not shown and bool(block.sheet.percent_cells)
