"""Names of a report that are not certainly one of the areas that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lokmin_data.model import Problem
from lokmin_data.reading.opening.book import cell_name
from lokmin_data.reading.problems.half_understood import UnknownArea
from lokmin_data.reading.records.interpretation import Interpretation
from lokmin_data.reading.words.names import AreaMatcher


def unknown_areas(whole: Interpretation, areas: Sequence[str] | None) -> Iterable[Problem]:
    """A problem for each name that is not certainly one of the known areas, at its first place."""
    if not areas:
        return
    matcher = AreaMatcher(areas)
    told: set[str] = set()
    for record in whole.kept:
        if record.printed in told or record.key.level == "posyandu":
            continue
        told.add(record.printed)
        match = matcher.match(record.printed)
        if not match.certain:
            block = whole.blocks[record.block]
            like = f" (mungkin '{match.suggestion}')" if match.suggestion else ""
            cell = cell_name(*block.grid.place(block.rows[record.row].index, block.head.frame.names))
            yield UnknownArea(sheet=block.sheet.name, cell=cell, found=record.printed, expected=like)
