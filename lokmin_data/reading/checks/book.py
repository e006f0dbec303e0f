"""What is told about a whole book: places that disagree, numbers above their sasaran, months and desa not reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.model import Indicator, Problem
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, number_text, place_of
from lokmin_data.reading.checks.not_reported import not_reported, some
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import (
    AboveDenominator,
    AboveFound,
    AboveMeasured,
    AreaTwice,
    CumulativeFalls,
    DropOutNegative,
    SasaranChanges,
    TwoColumns,
    TwoNumbers,
)
from lokmin_data.reading.problems.half_understood import NoPeriod, SetApart
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.records.merging import Clash
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.rows.served_rows import RowWithinDesa, ServedRow
from lokmin_data.reading.words.serving import part_of_desa, serves_several

#: So many people above a sasaran are ordinary: newcomers, a projection that is a little low.
A_FEW = 3


def check_clashes(clashes: Sequence[Clash], whole: Interpretation, findings: Findings) -> Iterator[Finding]:
    """Places that give another number than the one kept; what follows from an accused number is not told again."""
    told: set[tuple[int, int]] = set()
    for clash in clashes:
        lost, kept = clash.lost, clash.kept
        if lost.measure.number is None or kept.measure.number is None:
            continue
        kept_block, block = whole.blocks[kept.block], whole.blocks[lost.block]
        kept_place = place_of(kept_block, kept.row, kept.measure.number.index)
        accused = findings.accused.get(kept_place)
        if accused is not None and isinstance(accused.problem, CumulativeFalls):
            continue
        where = f"{kept_block.sheet.name}!{cell_name(*kept_place[1:])}"
        expected = f"{number_text(kept.number)} ({where})"
        if clash.of_one_row:
            yield finding(
                TwoColumns, block, lost.row, lost.measure.number.index, lost.number, kept.number, expected=expected
            )
        elif block is kept_block and lost.measure.number.index == kept.measure.number.index:
            texts = {"found": lost.printed, "expected": expected}
            twice = finding(AreaTwice, block, lost.row, lost.measure.number.index, lost.number, kept.number, **texts)
            if (lost.block, lost.row) in told:  # one row, one cause; what follows from its other cells is not told either
                findings.accused.setdefault(twice.place, twice)
            else:
                yield twice
            told.add((lost.block, lost.row))
        else:
            yield finding(
                TwoNumbers, block, lost.row, lost.measure.number.index, lost.number, kept.number, expected=expected
            )


def check_measured(
    records: Sequence[Record], whole: Interpretation, indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    """More cases than were measured, or more helped than were found."""
    for record in records:
        known = indicators.get(record.key.indicator)
        if not known or not _counted_people(record, known) or record.measure.number is None:
            continue
        if record.number is not None and record.denominator and record.number > record.denominator:
            kind = AboveFound if known.denominator_grows else AboveMeasured
            block = whole.blocks[record.block]
            yield finding(kind, block, record.row, record.measure.number.index, record.number, record.denominator)


def _counted_people(record: Record, known: Indicator) -> bool:
    """True where the denominator is counted, not projected: those measured, or the cases found to date (those of one month may be
    fewer than are helped in it)."""
    if known.denominator_grows:
        return record.key.basis == "cumulative"
    return not known.population and known.kind == "point"


def told_once(
    records: Sequence[Record], whole: Interpretation, indicators: Mapping[str, Indicator]
) -> Iterator[Problem]:
    """Numbers above the sasaran, DPT3 above DPT1, sasaran that change, months and areas not reported, rows set apart."""
    yield from _above(records, whole, indicators)
    yield from _drop_out(records, whole)
    yield from _changing(records, indicators)
    yield from not_reported(whole, indicators)
    yield from _apart(whole)
    yield from _no_period(records)


def _above(records: Sequence[Record], whole: Interpretation, indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    above = [
        record for record in records
        if record.number is not None and record.denominator and record.number > record.denominator
        and (known := indicators.get(record.key.indicator)) and not _counted_people(record, known)
    ]  # fmt: skip
    if above:
        most = max(above, key=lambda record: record.number / record.denominator)
        label, at = indicators[most.key.indicator].label, _place(most, whole)
        example = f"{label} {most.printed} {number_text(most.number)} dari {number_text(most.denominator)}"
        example += f" ({at['sheet']}!{at['cell']})" if at else ""
        many = (most.number or 0) - (most.denominator or 0) > A_FEW
        yield AboveDenominator(found=str(len(above)), expected=example, **(_only_cell(above, whole) if many else {}))


def _only_cell(records: Sequence[Record], whole: Interpretation) -> dict[str, str]:
    """Sheet and cell of the one number that stands out in the whole report; nothing where several do."""
    return _place(records[0], whole) if len(records) == 1 else {}


def _place(record: Record, whole: Interpretation) -> dict[str, str]:
    """Sheet and cell of the number of persons; nothing where the report prints none."""
    if record.measure.number is None:
        return {}
    block = whole.blocks[record.block]
    return {"sheet": block.sheet.name, "cell": cell_name(*place_of(block, record.row, record.measure.number.index)[1:])}


def _drop_out(records: Sequence[Record], whole: Interpretation) -> Iterator[Problem]:
    numbers = {
        record.key: record
        for record in records
        if record.key.indicator in ("dpt1", "dpt3") and record.key.basis == "cumulative"
    }
    negative: list[Record] = []
    for key, first in numbers.items():
        third = numbers.get(key._replace(indicator="dpt3"))
        if (
            key.indicator == "dpt1"
            and key.sex == "T"
            and third
            and first.number is not None
            and (third.number or 0) > first.number
        ):
            negative.append(third)
    if negative:
        yield DropOutNegative(found=some([record.printed for record in negative]), **_only_cell(negative, whole))


def _changing(records: Sequence[Record], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """Sasaran that change in a year; not the people counted to date, as gizi kurang below PMT: they grow from month to month."""
    seen: dict[tuple, set[float]] = defaultdict(set)
    names: dict[tuple, str] = {}
    growing = {code for code, known in indicators.items() if known.denominator_grows}
    for record in records:
        said = record.key
        if record.denominator is not None and record.measure.basis in ("month", "cumulative") and said.indicator not in growing:
            key = (said.area, said.within, said.indicator, said.year, said.sex, said.basis)
            seen[key].add(record.denominator)
            names[key] = record.printed
    changing = [names[key] for key, values in seen.items() if len(values) > 1 and len({round(value, 2) for value in values}) > 1]
    if changing:
        yield SasaranChanges(found=some(changing))


def _apart(whole: Interpretation) -> Iterator[Problem]:
    seen: set[tuple[int, str]] = set()
    for record in whole.apart:
        block = whole.blocks[record.block]
        key = (block.sheet_number, record.key.area)
        if key not in seen and block.head.columns:
            seen.add(key)
            names = block.head.frame.names
            within = part_of_desa(record.printed)
            kind = RowWithinDesa if within else ServedRow if serves_several(record.printed) else SetApart
            yield kind(
                sheet=block.sheet.name,
                cell=cell_name(*block.grid.place(block.rows[record.row].index, names)),
                found=record.printed,
            )


def _no_period(records: Sequence[Record]) -> Iterator[Problem]:
    missing = []
    if any(not record.key.year for record in records):
        missing.append("tahun")
    if any(not record.key.month and record.key.basis != "year" for record in records):
        missing.append("bulan")
    if missing:
        yield NoPeriod(found=" dan ".join(missing))
