"""Numbers that are percents though neither their head nor a sign says so: nobody counts 87,5 persons.  And heads such as
"Capaian" over "D/S", which may be either: the numbers decide; where they do not, nothing is taken and it is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import number_text
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.measures import Measure
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.percents.lost_thousands import may_be_thousands, mixed_thousands
from lokmin_data.reading.percents.proofs import HUNDRED
from lokmin_data.reading.percents.target_scales import beside_percent_targets, rows_beside_percent_targets
from lokmin_data.reading.words.labels import writing
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.titles import spaced, titled_percent
from lokmin_data.reading.words.values import NOTHING

#: More than so many percents no coverage is.
LARGEST = 200.0
#: A share of D/S or K/S above this is rather a count of children.
LARGEST_SHARE = 130.0
#: Columns of one group hold percents where so many of their numbers, and one in so many, are fractions.
FEWEST_FRACTIONS, FRACTIONS_OF = 3, 4
_COUNTING = frozenset({"abs", "jumlah", "angka"})
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
    verdicts = _ratios(block, reader)
    verdicts |= {each: verdict for each, verdict in _below_results(block, indicators, reader).items() if each not in verdicts}
    verdicts |= {each: _of_group(block, [each]) for each in _bare(block) if each not in verdicts and _only_result(block, each, reader)}
    verdicts |= {each: _of_group(block, [each]) for each in _bare(block) if each not in verdicts and _titled(block, each, reader)}
    beside = [each for each in _bare(block) if each not in verdicts and not _is_case(each, indicators) and beside_percent_targets(block, each)]
    verdicts |= dict.fromkeys(beside, _of_group(block, beside))
    fractions = [(each, found) for each in _bare(block) if each not in verdicts and each.number and (found := _fractions(block, each.number))]
    problems: list[Problem] = []
    for measure, found in fractions:
        assert measure.number
        if _percents(block, measure, indicators, fractions):
            verdicts[measure] = _if_possible(block, measure, found, indicators)
        elif _result_of_rows(block, measure):
            verdicts[measure] = UNSURE
        else:
            block = _without_cells(block, measure.number, [row for row, _ in found])
            problems += [_cell(block, measure.number, row, number) for row, number in found]
    verdicts |= _beside_percents(block, verdicts, indicators)
    for measure, verdict in verdicts.items():
        block = _read_as(block, measure, verdict)
        if verdict == UNSURE and measure.number:
            problems.append(_asked(block, measure.number))
    for measure in _bare(block):
        if measure.number and (rows := rows_beside_percent_targets(block, measure, indicators)):
            block = _without_cells(block, measure.number, rows)
            problems.append(_asked(block, measure.number))
    return block, problems


def _asked(block: Block, column: Column) -> Problem:
    cell = cell_name(*block.grid.place(block.head.frame.bottom, column.index))
    return CountOrPercent(sheet=block.sheet.name, cell=cell, found=" › ".join(column.path))


def _bare(block: Block) -> list[Measure]:
    """The numbers without a percent beside them."""
    return [each for each in block.layout.measures if each.number and each.percent is None and each.basis != "last"]


def _is_case(measure: Measure, indicators: Mapping[str, Indicator]) -> bool:
    """True for what is counted by itself: cases, deaths, a status."""
    known = indicators.get(measure.indicator)
    return bool(known and known.kind in ("month", "status"))


def _result_of_rows(block: Block, measure: Measure) -> bool:
    """True for "Capaian" of a list of indicators without their sasaran: one of them a fraction, and nobody knows the others."""
    column = measure.number
    if column is None or measure.indicator or column.meaning.role != "numerator" or any(not each.target for each in block.layout.denominators):
        return False
    return not any(writing(text) == "number" for text in column.path)


def _percents(
    block: Block, measure: Measure, indicators: Mapping[str, Indicator], fractions: Sequence[tuple[Measure, list]]
) -> bool:
    """True where half of a column are fractions, or where it stands among columns of them."""
    found = {each: len(rows) for each, rows in fractions}
    assert measure.number
    if 2 * found[measure] >= len(_numbers(block, measure.number)):
        return True
    group = [each for each in _bare(block) if each.number and each.number.path[:-1] == measure.number.path[:-1] and not _is_case(each, indicators)]
    several = sum(found.get(each, 0) for each in group)
    return several >= FEWEST_FRACTIONS and FRACTIONS_OF * several >= sum(len(_numbers(block, each.number)) for each in group if each.number)


def _if_possible(block: Block, measure: Measure, found: Sequence[tuple[int, float]], indicators: Mapping[str, Indicator]) -> str:
    """PERCENT where a column of fractions can hold percents: nothing too large, no thousands, no cases."""
    assert measure.number
    numbers = [number for _, number in _numbers(block, measure.number)]
    thousands = len(found) > 1 and may_be_thousands([number for _, number in found]) or mixed_thousands(numbers, _total(block, measure.number))
    largest = max(numbers)
    return PERCENT if not thousands and largest <= LARGEST and not _is_case(measure, indicators) else UNSURE


def _beside_percents(block: Block, verdicts: Mapping[Measure, str], indicators: Mapping[str, Indicator]) -> dict[Measure, str]:
    """The columns of whole numbers among columns whose fractions show them to be percents: nobody knows what they are."""
    heads = {each.number.path[:-1] for each, verdict in verdicts.items() if verdict == PERCENT and each.number}
    if not heads or any(not each.target for each in block.layout.denominators):
        return {}
    return {
        each: UNSURE for each in _bare(block)
        if each.number and each not in verdicts and each.indicator and each.number.path[:-1] in heads
        and not _is_case(each, indicators) and 0 < max((number for _, number in _numbers(block, each.number)), default=0) <= LARGEST_SHARE
        and _twin(block, each) not in verdicts and not _evidence(block, each)
    }  # fmt: skip


def _only_result(block: Block, measure: Measure, reader: Reader) -> bool:
    """True for a result in whole numbers that may be a percent as well: "Cakupan", not over "Jumlah", or "Capaian" beside a target that
    is the same for every desa; without anything that it could be a share of."""
    column = measure.number
    if column is None or not measure.indicator or any(not each.target for each in block.layout.denominators):
        return False
    if column.meaning.share and column.meaning.role == "numerator":
        return reader.text(column.path[-1]).share or _COUNTING.isdisjoint(reader.tokens(column.path[-1]))
    targets = [each.column for each in block.layout.denominators if each.target and each.column.path[:-1] == column.path[:-1]]
    numbers = [{number for _, number in _numbers(block, each)} for each in targets]
    same = any(len(each) == 1 and max(each) <= HUNDRED for each in numbers)
    return same and column.meaning.role == "numerator" and len(_numbers(block, column)) > 1


def _titled(block: Block, measure: Measure, reader: Reader) -> bool:
    """True for "Capaian" in a table whose title says percent and that has no column of percents."""
    result = measure.number and measure.indicator and measure.number.meaning.role == "numerator" and not measure.number.meaning.indicator
    if not result or any(column.meaning.role == "percent" for column in block.head.columns):
        return False
    return titled_percent(block.context.titles, reader)


def _below_results(block: Block, indicators: Mapping[str, Indicator], reader: Reader) -> dict[Measure, str]:
    """What the indicators below "Capaian" hold, those of one head together, in a table whose title says percent and that has no
    column of percents: percents where the title calls them the unit of its numbers and no number speaks against it."""
    titles = block.context.titles
    if not titled_percent(titles, reader) or any(column.meaning.role == "percent" for column in block.head.columns):
        return {}
    unit = any(f" {words} " in spaced(title, reader) for title in titles for words in reader.words.lists["satuan_tabel"]["kata"])
    groups: dict[tuple[str, ...], list[Measure]] = {}
    for each in _bare(block):
        if each.number and each.number.meaning.indicator and not _is_case(each, indicators) and _is_result(each.number, reader, unit=unit):
            groups.setdefault(each.number.path[:-1], []).append(each)
    said = frozenset({PERCENT} if unit else ())
    return {each: _of_group(block, group, said) for group in groups.values() for each in group}


def _is_result(column: Column, reader: Reader, *, unit: bool) -> bool:
    """True for a number that its head does not call one ("Jumlah"), and only the result ("Capaian", not "Dilayani") unless the
    title says the `unit`."""
    words = {word for text in column.path for word in reader.tokens(text)}
    result = unit or not words.isdisjoint(reader.words.lists["diukur_terhadap"]["hasil_saja"])
    return column.meaning.role == "numerator" and result and words.isdisjoint(_COUNTING)


def _numbers(block: Block, column: Column) -> list[tuple[int, float]]:
    """(row, number) of the areas in a column, without zeros."""
    values = zip(block.rows, block.values[column.index], strict=True)
    return [(place, value.number) for place, (row, value) in enumerate(values) if row.kind == "area" and value.number]


def _total(block: Block, column: Column) -> float:
    """The only total of a column; 0 where there is none, or where there are several."""
    totals = [value.number for row, value in zip(block.rows, block.values[column.index], strict=True) if row.kind == "total" and value.number]
    return totals[0] if len(totals) == 1 else 0


def _fractions(block: Block, column: Column) -> list[tuple[int, float]]:
    """(row, number) of the fractions in a column of counts."""
    values = block.values[column.index]
    if not any(value.number % 1 for value in values if value.number):
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
    counts = any(not _COUNTING.isdisjoint(reader.tokens(text)) for text in column.path)
    return own.role == "percent" and bool(own.indicator) and not counts


def _of_group(block: Block, group: Sequence[Measure], said: frozenset[str] = frozenset()) -> str:
    """What the columns of one head are by their numbers, and by what is `said` of them elsewhere."""
    found = {*said, *(evidence for measure in group for evidence in _evidence(block, measure))}
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
    total = _total(block, measure.number)
    if len(plain) > 1 and total:
        if abs(total - sum(plain)) <= len(plain) / 2 + 1 and total > max(plain):
            found.add(COUNT)
        elif min(plain) <= total <= max(plain):
            found.add(PERCENT)
    twin = _twin(block, measure)
    if twin and twin.number and any(block.number(twin.number, row) not in (None, number) for row, number in numbers):
        found.add(PERCENT)
    return found
