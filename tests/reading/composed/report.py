"""A composed report: its pages, and what each number on them says."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from composed.counted import BOTH, Counted, Served, Told
from composed.writing import Page, Writing
from lokmin_data.reading.opening.book import Book

#: Area, indicator, year, month, basis, sex.
Key = tuple[str, str, int, int, str, str]


@dataclass
class Said:
    """The figures of one observation that stand in the report, and the sasaran of the same desa that it may list elsewhere."""

    listed: frozenset[int]
    numerator: int | None = None
    denominator: int | None = None
    percent: float | None = None


@dataclass
class Report:
    """What the layouts fill: pages, what must be read of them (`said`) and what may be (`may_be_read`, sums that follow from the rest)."""

    dice: random.Random
    counted: Counted
    writing: Writing
    layout: str
    file_name: str = "laporan.xlsx"
    pages: list[Page] = field(default_factory=list)
    said: dict[Key, Said] = field(default_factory=dict)
    may_be_read: dict[Key, Said] = field(default_factory=dict)

    def page(self, name: str) -> Page:
        """A new page, sometimes begun in column B."""
        self.pages.append(Page(name, self.dice.choice((0, 0, 1))))
        return self.pages[-1]

    def book(self) -> Book:
        """The report as an opened file."""
        return Book(self.file_name, "0" * 64, "xlsx", tuple(page.sheet() for page in self.pages))

    def served(self, areas: Sequence[str], told: Told) -> Served:
        """What was counted of an indicator in these desa together."""
        return self.counted.served(areas, told)

    def number(self, areas: Sequence[str], told: Told, month: int, basis: str, sex: str = BOTH, *, must: bool = True) -> object:
        """The cell of a number; of one desa it is noted as said."""
        number = self.served(areas, told).number(month, basis, sex)
        if len(areas) == 1 and self.writing.tells(number):
            self._noted(areas[0], told, month, basis, sex, must).numerator = number
        return self.writing.number(number)

    def percent(self, areas: Sequence[str], told: Told, month: int, basis: str, *, with_sasaran: bool = False, must: bool = True) -> object:
        """The cell of a percent; of one desa it is noted as said, with its denominator where the table shows it."""
        served = self.served(areas, told)
        cell, percent = self.writing.percent(served.percent(month, basis))
        if len(areas) == 1:
            said = self._noted(areas[0], told, month, basis, BOTH, must)
            said.percent, said.denominator = percent, served.sasaran if with_sasaran else None
        return cell

    def _noted(self, desa: str, told: Told, month: int, basis: str, sex: str, must: bool) -> Said:
        key = (desa, told.code, self.counted.year, month, basis, sex)
        listed = frozenset(self.counted.sasaran[desa, each.people] for each in self.counted.indicators)
        return (self.said if must else self.may_be_read).setdefault(key, Said(listed))
