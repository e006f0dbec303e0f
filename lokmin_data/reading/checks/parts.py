"""Numbers of one row that belong together: D' = N + T, 0-59 = 0-23 + 24-59 months, those measured among those weighed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.blocks.findings import Finding, Findings, finding, number_text, place_of
from lokmin_data.reading.heads.by_form import of_form
from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.heads.named_columns import named_columns
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.contradictions import PartsDiffer
from lokmin_data.reading.words.meaning import Reader

#: A rule holds for a table where at least this share of its rows keeps it; the others are accused.
HOLDS = 0.8
FEWEST_ROWS = 3
CLOSE = 0.011
_BANDS = (("0 59",), ("0 23", "24 59"))
_BAND = re.compile(r"\b(0|24)\s*[-–]\s*(23|59)\b")


def check_parts(block: Block, reader: Reader, findings: Findings) -> Iterator[Finding]:
    """The rows of a table in which a number is not the sum of its parts, or above what holds it; both cells are named."""
    named = of_form(named_columns, block.head, reader)
    for rule in reader.words.lists["bagian"]:
        whole = named.get(rule.get("jumlah", "") or rule.get("paling_banyak", ""))
        parts = [named.get(name) for name in rule["dari"]]
        if whole is not None and all(parts):
            yield from _broken(block, whole, [part for part in parts if part], "jumlah" in rule, findings)
    for whole, parts in of_form(_bands, block.head, reader):
        yield from _broken(block, whole, parts, True, findings)


def _bands(columns: Iterable[Column], _: Reader) -> list[tuple[Column, list[Column]]]:
    """The columns of 0-59 months with those of 0-23 and 24-59 whose heads say otherwise the same."""
    groups: dict[str, dict[str, Column]] = defaultdict(dict)
    for column in columns:
        text = " ".join(column.path).lower()
        band = _BAND.search(text)
        if band and "%" not in text and column.meaning.role not in ("percent", "target"):
            groups[_BAND.sub("*", text)].setdefault(" ".join(band.groups()), column)
    whole = [each for each in groups.values() if len(each) == sum(map(len, _BANDS))]
    return [(each[_BANDS[0][0]], [each[name] for name in _BANDS[1]]) for each in whole]


def _broken(block: Block, whole: Column, parts: Sequence[Column], adds: bool, findings: Findings) -> Iterator[Finding]:
    numbers = [block.values_of(column) for column in (whole, *parts)]
    wrong, kept = [], 0
    for row, entry in enumerate(block.rows):
        all_of_it, *others = (values[row].number for values in numbers)
        if entry.kind != "area" or all_of_it is None or any(number is None for number in others):
            continue
        added = sum(number for number in others if number is not None)
        fits = abs(added - all_of_it) <= CLOSE if adds else added <= all_of_it + CLOSE
        if fits:
            kept += 1
        else:
            wrong.append((row, all_of_it, added))
    if kept < max(FEWEST_ROWS, HOLDS * (kept + len(wrong))):
        return
    for row, all_of_it, added in wrong:
        if not any(place_of(block, row, column.index) in findings.accused for column in (whole, *parts)):
            accused, right = (whole, added) if adds else (parts[0], all_of_it)
            yield finding(
                PartsDiffer,
                block,
                row,
                accused.index,
                None,
                right,
                **_texts(block, row, whole, parts, adds, all_of_it, added),
            )


def _texts(
    block: Block, row: int, whole: Column, parts: Sequence[Column], adds: bool, number: float, added: float
) -> dict:
    """What is found and what should be, each with its cell: `Daksen 129 (P7)`, `jumlah L7 + M7 = 130`."""
    cells = [cell_name(*place_of(block, row, column.index)[1:]) for column in parts]
    there = cell_name(*place_of(block, row, whole.index)[1:])
    if adds:
        return {
            "found": f"{whole.path[-1]} tertulis {number_text(number)} ({there})",
            "expected": f"{' + '.join(cells)} = {number_text(added)}",
        }
    return {
        "found": f"{parts[0].path[-1]} tertulis {number_text(added)} ({cells[0]})",
        "expected": f"paling banyak {number_text(number)} ({whole.path[-1]}, {there})",
    }
