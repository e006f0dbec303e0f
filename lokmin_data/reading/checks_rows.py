"""Contradictions between the rows of one area: L and P in rows of their own beside their sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lokmin_data.reading.blocks import Block
from lokmin_data.reading.checks import HOLDS, ROUNDING_A_ROW
from lokmin_data.reading.contradictions import SexesDiffer
from lokmin_data.reading.findings import Finding, Findings, finding, place_of

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
