"""Contradictions between the rows of one area: L and P beside their sum, percents below their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, percent_text, place_of
from lokmin_data.reading.checks.in_tables import HOLDS, ROUNDING_A_ROW
from lokmin_data.reading.percents.proofs import column_digits, digits_of
from lokmin_data.reading.problems.contradictions import PercentDiffers, SexesDiffer
from lokmin_data.reading.records.record import Key, Record

_SEXES = ("L", "P", "T")


def check_sex_rows(block: Block, findings: Findings) -> Iterator[Finding]:
    """T that is not L + P where each stands in a row of its own, or in a column of a table whose areas are columns."""
    groups: dict[tuple, dict[str, int]] = defaultdict(dict)
    for place, row in enumerate(block.rows):
        if row.kind == "area":
            code = row.meaning.indicator if row.meaning else ""
            groups[row.folded, row.folded_within, row.period, code].setdefault(row.sex or "T", place)
    whole = [rows for rows in groups.values() if len(rows) == len(_SEXES)]
    columns = {each.number.index for each in block.layout.measures if each.number and not each.sex}
    broken, kept = [], 0
    for index in sorted(columns):
        for rows in whole:
            left, right, total = (block.values[index][rows[sex]].number for sex in _SEXES)
            if left is None or right is None or total is None:
                continue
            if abs(left + right - total) <= ROUNDING_A_ROW:
                kept += 1
            else:
                broken.append((rows, index, total, left + right))
    if kept < HOLDS * (kept + len(broken)):
        return
    for rows, index, total, added in broken:
        if not any(place_of(block, row, index) in findings.accused for row in rows.values()):
            yield finding(SexesDiffer, block, rows["T"], index, total, added)


def check_percent_rows(records: Sequence[Record], blocks: Mapping[int, Block]) -> Iterator[Finding]:
    """Percents in a row of their own that are not number / denominator of the row they belong to, where most of them are."""
    printing = {place for place, block in blocks.items() if any(row.kind == "percent" for row in block.rows)}
    records = [record for record in records if record.block in printing]
    numbers: dict[tuple[int, Key], Record] = {
        (record.block, record.key): record for record in records if record.number is not None and record.denominator
    }
    broken: dict[int, list[tuple[Record, float]]] = defaultdict(list)
    kept: dict[int, int] = defaultdict(int)
    for record in records:
        block = blocks[record.block]
        counted = numbers.get((record.block, record.key))
        if counted is None or record.percent_100 is None or block.rows[record.row].kind != "percent":
            continue
        exact = (counted.number or 0.0) / (counted.denominator or 1.0) * 100
        if abs(record.percent_100 - exact) <= _rounding(record, block):
            kept[record.block] += 1
        else:
            broken[record.block].append((record, exact))
    for number, found in broken.items():
        if kept[number] < HOLDS * (kept[number] + len(found)):
            continue
        for record, exact in found:
            yield from _percent_differs(record, exact, blocks[number])


def _rounding(record: Record, block: Block) -> float:
    """By how much a percent may differ: half a step of its last digit, or of its row's where it is whole."""
    assert record.percent is not None
    cells = block.values.values()
    digits = digits_of(record.percent) or column_digits(values[record.row].number for values in cells)
    scale = 1 if record.percent_100 == record.percent else 100
    return 1.01 * 10.0**-digits * scale + 1e-6


def _percent_differs(record: Record, exact: float, block: Block) -> Iterator[Finding]:
    if record.measure.percent:
        yield finding(
            PercentDiffers, block, record.row, record.measure.percent.index, record.percent_100, exact,
            found=percent_text(record.percent_100), expected=percent_text(exact),
        )  # fmt: skip
