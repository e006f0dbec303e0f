"""How a report writes its numbers and percents, and the pages they are written on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from lokmin_data.reading.opening.book import Sheet

Row = list[object]
Merge = tuple[int, int, int, int]
PERCENT_STYLES = ("one decimal", "two decimals", "fraction shown as percent", "text with a comma", "text with a sign")


@dataclass(frozen=True)
class Fraction:
    """A number of 0 to 1 in a cell whose format shows it as a percent."""

    value: float


#: A cell whose formula fails.
FAULT = "#DIV/0!"


@dataclass(frozen=True)
class Writing:
    """The hand of a report: what stands for zero, how percents are written, whether numbers are texts."""

    zero: object
    percents: str
    numbers_as_texts: bool
    thousands: str = ""  # what stands after the thousands of a text; "lost" where Excel took it for a comma
    comma: str = ""  # what stands before the decimals of a text file

    def number(self, number: int) -> object:
        """The cell of a number; None and a dash stand for a zero that is not told."""
        if number == 0 and self.zero != 0:
            return self.zero
        if number > 999 and self.thousands:
            return number / 1000 if self.thousands == "lost" else f"{number:,}".replace(",", self.thousands)
        return str(number) if self.numbers_as_texts else number

    def tells(self, number: int) -> bool:
        """Whether the number can be read back: a dash or an empty cell is no zero."""
        return number != 0 or self.zero in (0, "NIHIL")

    def percent(self, percent: float) -> tuple[object, float]:
        """The cell of a percent, and the percent (of 0 to 100) that it says after rounding."""
        if self.percents == "fraction shown as percent":
            fraction = round(percent / 100, 6)
            return Fraction(fraction), fraction * 100
        rounded = round(percent, 2 if self.percents == "two decimals" else 1)
        if self.percents.startswith("text"):
            text = f"{rounded:.1f}".replace(".", ",")
            return (f"{text} %" if self.percents == "text with a sign" else text), rounded
        return rounded, rounded


def draw_writing(dice: random.Random, thousands: str) -> Writing:
    """A hand: most write zeros as such and numbers as numbers."""
    zero, percents = dice.choice((0, 0, 0, "-", None, "NIHIL")), dice.choice(PERCENT_STYLES)
    return Writing(zero, percents, dice.random() < 0.12, thousands, dice.choice((*[""] * 6, ",", ".")))


@dataclass
class Block:
    """Rows with their merged cells, places counted from the block's own corner."""

    rows: list[Row]
    merges: list[Merge] = field(default_factory=list)


@dataclass
class Page:
    """A sheet on which blocks are put below each other, all from the same column on."""

    name: str
    first_column: int = 0
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False

    def put(self, block: Block) -> None:
        """Write a block below what stands there."""
        down, right = len(self.rows), self.first_column
        self.rows += [[None] * right + list(row) for row in block.rows]
        self.merges += [(top + down, left + right, bottom + down, last + right) for top, left, bottom, last in block.merges]

    def write(self, rows: Sequence[Row]) -> None:
        """Write rows without merged cells below what stands there."""
        self.put(Block(list(rows)))

    def sheet(self) -> Sheet:
        """The page as an opened file shows it."""
        while self.rows and not any(cell is not None for cell in self.rows[-1]):
            self.rows.pop()
        width = max(len(row) for row in self.rows)
        whole = [row + [None] * (width - len(row)) for row in self.rows]
        percents = frozenset((down, right) for down, row in enumerate(whole) for right, cell in enumerate(row) if isinstance(cell, Fraction))
        plain = [[cell.value if isinstance(cell, Fraction) else cell for cell in row] for row in whole]
        faults = {(down, right): FAULT for down, row in enumerate(plain) for right, cell in enumerate(row) if cell == FAULT}
        for down, right in faults:
            plain[down][right] = None
        return Sheet(
            self.name, plain, tuple(sorted(self.merges)), self.hidden, percent_cells=percents, errors=frozenset(faults), error_text=faults
        )  # fmt: skip


def as_texts(sheet: Sheet, comma: str) -> Sheet:
    """The sheet as a text file (csv) tells it: nothing but texts, no merged cells."""
    rows: list[list[object]] = [
        [_as_text(cell, comma, percent=(down, right) in sheet.percent_cells) for right, cell in enumerate(row)]
        for down, row in enumerate(sheet.rows)
    ]  # fmt: skip
    return Sheet(sheet.name, rows, errors=sheet.errors, error_text=sheet.error_text)


def _as_text(cell: object, comma: str, *, percent: bool) -> object:
    if not isinstance(cell, float):
        return cell if cell is None else str(cell)
    return (f"{100 * cell:.4f}%" if percent else str(cell)).replace(".", comma)
