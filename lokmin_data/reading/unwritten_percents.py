"""Numbers that are percents though neither their head nor a sign says so: nobody counts 87,5 persons.  And heads such as
"Capaian" over "D/S", which may be either: the numbers decide; where they do not, nothing is taken and it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks import Block
from lokmin_data.reading.book import cell_name
from lokmin_data.reading.findings import number_text
from lokmin_data.reading.headers import Column
from lokmin_data.reading.meaning import Reader
from lokmin_data.reading.measures import Measure
from lokmin_data.reading.percents import digits_of
from lokmin_data.reading.values import NOTHING

#: More than so many percents no coverage is; so many digits behind the sign may be thousands that were typed as 1.234.
LARGEST, DIGITS_OF_THOUSANDS = 200.0, 3
#: A share of D/S or K/S above this is rather a count of children.
LARGEST_SHARE = 130.0
#: So many rows of a column are looked at before it is taken for one of whole numbers.
LOOKED_AT = 12
COUNT, PERCENT, UNSURE = "count", "percent", "unsure"


@dataclass(frozen=True, kw_only=True)
class CountOrPercent(Problem):
    """A column that may hold counts or percents, and nothing in the table tells which."""

    code = "jumlah-atau-persen"
    severity = "skipped"
    what = "Kolom '{found}' dapat berisi jumlah orang atau persen, dan tidak ada angka lain yang menentukannya; kolom ini tidak dibaca."
    fix = "Tulis '%' atau 'Abs' di judul kolomnya, lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class FractionOfPersons(Problem):
    """A cell in a column of counts that holds a fraction."""

    code = "jumlah-pecahan"
    severity = "skipped"
    what = "Sel ini menulis {found}, padahal jumlah orang tidak dapat berupa pecahan; selnya tidak dibaca."
    fix = "Tulis jumlahnya sebagai bilangan bulat (seribu dua ratus: 1200), lalu unggah ulang."


def with_unwritten_percents(block: Block, indicators: Mapping[str, Indicator], reader: Reader) -> tuple[Block, list[Problem]]:
    """(the table, problems): its columns of fractions read as percents, single fractions and doubtful columns left out."""
    problems: list[Problem] = []
    verdicts = _ratios(block, reader)
    for measure in block.layout.measures:
        if measure.number and measure.percent is None and measure not in verdicts and (found := _fractions(block, measure.number)):
            numbers = [number for _, number in _numbers(block, measure.number)]
            if 2 * len(found) < len(numbers):
                block = _without_cells(block, measure.number, [row for row, _ in found])
                problems += [_cell(block, measure.number, row, number) for row, number in found]
                continue
            known = indicators.get(measure.indicator)
            thousands = len(found) > 1 and all(digits_of(number) == DIGITS_OF_THOUSANDS for _, number in found)
            sure = not thousands and max(numbers) <= LARGEST and not (known and known.kind in ("month", "status"))
            verdicts[measure] = PERCENT if sure else UNSURE
    for measure, verdict in verdicts.items():
        block = _read_as(block, measure, verdict)
        if verdict == UNSURE and measure.number:
            cell = cell_name(*block.grid.place(block.head.frame.bottom, measure.number.index))
            problems.append(CountOrPercent(sheet=block.sheet.name, cell=cell, found=" › ".join(measure.number.path)))
    return block, problems


def _numbers(block: Block, column: Column) -> list[tuple[int, float]]:
    """(row, number) of the areas in a column, without zeros."""
    values = zip(block.rows, block.values[column.index], strict=True)
    return [(place, value.number) for place, (row, value) in enumerate(values) if row.kind == "area" and value.number]


def _fractions(block: Block, column: Column) -> list[tuple[int, float]]:
    """(row, number) of the fractions in a column of counts."""
    values = block.values[column.index]
    if not any(value.number and value.number % 1 for value in values):
        return []
    return [(row, number) for row, number in _numbers(block, column) if number % 1 and values[row].percent is None]


def _without_cells(block: Block, column: Column, rows: Sequence[int]) -> Block:
    values = [NOTHING if place in rows else value for place, value in enumerate(block.values[column.index])]
    return replace(block, values={**block.values, column.index: values})


def _cell(block: Block, column: Column, row: int, number: float) -> Problem:
    return FractionOfPersons(sheet=block.sheet.name, cell=cell_name(*block.cell(row, column)), found=number_text(number))


def _read_as(block: Block, measure: Measure, verdict: str) -> Block:
    """The table with a measure's number taken for its percent, or for that of the count it belongs to, or left out."""
    if verdict == COUNT:
        return block
    measures = [each for each in block.layout.measures if each is not measure]
    twin = _twin(block, measure)
    if verdict == PERCENT and twin is not None:
        measures[measures.index(twin)] = replace(twin, percent=measure.number)
    elif verdict == PERCENT:
        measures.append(replace(measure, number=None, percent=measure.number))
    return replace(block, layout=replace(block.layout, measures=tuple(measures)))


def _twin(block: Block, measure: Measure) -> Measure | None:
    """Another count of the same indicator, time and people that has no percent yet."""
    key = (measure.indicator, measure.basis, measure.sex, measure.month, measure.months, measure.year)
    return next(
        (
            each for each in block.layout.measures
            if each is not measure and each.number and each.percent is None
            and (each.indicator, each.basis, each.sex, each.month, each.months, each.year) == key
        ),
        None,
    )  # fmt: skip


def _ratios(block: Block, reader: Reader) -> dict[Measure, str]:
    """What the columns "D/S", "N/D" below a head such as "Capaian" hold, those of one head together."""
    groups: dict[tuple, list[Measure]] = {}
    for measure in block.layout.measures:
        if measure.number and measure.percent is None and _may_be_either(measure.number, reader):
            groups.setdefault((measure.number.path[:-1], measure.month, measure.months, measure.sex), []).append(measure)
    return {measure: verdict for group in groups.values() for verdict in [_of_group(block, group)] for measure in group}


def _may_be_either(column: Column, reader: Reader) -> bool:
    """True for a ratio by name under a head that only says that it is the result, not that it counts."""
    if column.meaning.role != "numerator" or len(column.path) == 1 or "/" not in column.path[-1]:
        return False
    own = reader.text(column.path[-1])
    counts = any({"abs", "jumlah", "angka"} & set(reader.tokens(text)) for text in column.path)
    return own.role == "percent" and bool(own.indicator) and not counts


def _of_group(block: Block, group: Sequence[Measure]) -> str:
    found = {evidence for measure in group for evidence in _evidence(block, measure)}
    named = {measure.indicator: dict(_numbers(block, measure.number)) for measure in group if measure.number}
    weighed, gained = named.get("d_s", {}), named.get("n_d", {})
    if any(number > weighed.get(row, number) for row, number in gained.items()):
        found.add(PERCENT)  # no more children gain weight than are weighed
    return found.pop() if len(found) == 1 else UNSURE


def _evidence(block: Block, measure: Measure) -> set[str]:
    """What the numbers of one column show: fractions, more than any share, the kind of its total, a count beside it."""
    assert measure.number
    numbers = _numbers(block, measure.number)
    plain = [number for _, number in numbers]
    found = set()
    if any(number % 1 for number in plain):
        found.add(PERCENT)
    if max(plain, default=0) > LARGEST_SHARE:
        found.add(COUNT)
    totals = [
        value.number for row, value in zip(block.rows, block.values[measure.number.index], strict=True) if row.kind == "total" and value.number
    ]
    if len(plain) > 1 and len(totals) == 1:
        if abs(totals[0] - sum(plain)) <= len(plain) / 2 + 1 and totals[0] > max(plain):
            found.add(COUNT)
        elif min(plain) <= totals[0] <= max(plain):
            found.add(PERCENT)
    twin = _twin(block, measure)
    if twin and twin.number and any(block.number(twin.number, row) not in (None, number) for row, number in numbers):
        found.add(PERCENT)
    return found
