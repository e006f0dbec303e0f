"""Contradictions between tables of L, of P and of both, each on a sheet or in a place of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, number_text, place_of
from lokmin_data.reading.checks.in_tables import HOLDS, ROUNDING_A_ROW
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import SexTablesDiffer
from lokmin_data.reading.records.record import Record

_SEXES = ("L", "P", "T")


def check_sex_tables(records: Sequence[Record], blocks: Mapping[int, Block], findings: Findings) -> Iterator[Finding]:
    """Numbers of both sexes that are not the L and the P of other tables, where most of them are; none where a cell of the three is
    accused already."""
    parted = {record.key.indicator for record in records if record.key.sex == "L"}
    said: dict[tuple, dict[str, Record]] = defaultdict(dict)
    for record in records if parted else ():
        if record.key.indicator in parted and record.number is not None and record.measure.number is not None:
            said[record.key.of_all][record.key.sex] = record
    whole = [[sexes[sex] for sex in _SEXES] for sexes in said.values() if len(sexes) == len(_SEXES)]
    apart = [each for each in whole if len({record.block for record in each}) > 1]
    broken = [each for each in apart if abs(_both(each) - (each[-1].number or 0.0)) > ROUNDING_A_ROW]
    if len(apart) - len(broken) < HOLDS * len(apart):
        return
    for left, right, total in broken:
        block, column = blocks[total.block], total.measure.number
        if column and not any(_place(each, blocks) in findings.accused for each in (left, right, total)):
            places = " + ".join(_cell(each, blocks) for each in (left, right))
            right_one = _both((left, right, total))
            texts = {"expected": f"{number_text(right_one)} ({places})"}
            yield finding(SexTablesDiffer, block, total.row, column.index, total.number, right_one, **texts)


def _both(sexes: Sequence[Record]) -> float:
    return sum(each.number or 0.0 for each in sexes[:-1])


def _place(record: Record, blocks: Mapping[int, Block]) -> tuple[int, int, int]:
    return place_of(blocks[record.block], record.row, record.measure.number.index if record.measure.number else 0)


def _cell(record: Record, blocks: Mapping[int, Block]) -> str:
    return f"{blocks[record.block].sheet.name}!{cell_name(*_place(record, blocks)[1:])}"
