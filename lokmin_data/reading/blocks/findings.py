"""One contradiction in a report with the numbers behind it, so that what follows from it is not told twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lokmin_data import wording
from lokmin_data.model import Problem
from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.opening.book import cell_name

Place = tuple[int, int, int]  # sheet number, row, column


@dataclass(frozen=True)
class Finding:
    """A problem at one cell; `found` and `expected` as numbers where it has them."""

    problem: Problem
    place: Place
    found: float | None = None
    expected: float | None = None


@dataclass
class Findings:
    """What was found so far; a cell is accused once."""

    items: list[Finding] = field(default_factory=list)
    accused: dict[Place, Finding] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        """Keep a finding unless its cell is accused already."""
        if finding.place not in self.accused:
            self.items.append(finding)
            self.accused[finding.place] = finding

    def add_all(self, findings: Iterable[Finding]) -> None:
        """Keep several findings."""
        for finding in findings:
            self.add(finding)

    def shift(self, places: Iterable[Place]) -> float:
        """By how much the accused numbers among these cells lie above what they should be."""
        found = (self.accused.get(place) for place in places)
        return sum(
            (finding.found - finding.expected)
            for finding in found
            if finding is not None and finding.found is not None and finding.expected is not None
        )


def place_of(block: Block, row: int, column: int) -> Place:
    """The place in the book of a table's cell (`row` counts in the table's rows)."""
    return (block.sheet_number, *block.grid.place(block.rows[row].index, column))


def finding(
    kind: type[Problem], block: Block, row: int, column: int, number: float | None, right: float | None, **texts: str
) -> Finding:
    """A finding at a cell of a table: the number there and the right one, written the Indonesian way or as `texts`."""
    place = place_of(block, row, column)
    said = {"found": number_text(number), "expected": number_text(right), **texts}
    problem = kind(sheet=block.sheet.name, cell=cell_name(*place[1:]), **said)
    return Finding(problem, place, number, right)


def number_text(value: float | None) -> str:
    """A number as it is read aloud: at most two decimals, none where it is whole."""
    return "" if value is None else wording.number(value, 0 if float(value).is_integer() else 2)


def percent_text(value: float | None) -> str:
    """A percent with one decimal."""
    return "" if value is None else wording.percent(value, 1)
