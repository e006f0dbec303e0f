"""A composed report: its pages, and what each number on them says."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from composed.counted import BOTH, OUTSIDE, Counted, Served, Told
from composed.surroundings import Surroundings
from composed.writing import FAULT, Page, Writing, as_texts
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
    """What the layouts fill: pages, what must be read of them (`said`) and what may be (`may_be_read`, sums that follow from the rest);
    the desa that did not report (`silent`), and the problems to be told (`to_be_told`)."""

    dice: random.Random
    counted: Counted
    writing: Writing
    layout: str
    around: Surroundings
    silent: str = ""
    to_be_told: set[str] = field(default_factory=set)
    doubted: bool = False
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
        if self.writing.comma and len(self.pages) == 1:
            name = self.file_name.replace("laporan.xlsx", f"{self.pages[0].name}.csv").replace(".xlsx", ".csv")
            return Book(name, "0" * 64, "csv", (as_texts(self.pages[0].sheet(), self.writing.comma),))
        return Book(self.file_name, "0" * 64, "xlsx", tuple(page.sheet() for page in self.pages))

    def served(self, areas: Sequence[str], told: Told) -> Served:
        """What was counted of an indicator in these desa together."""
        return self.counted.served([area for area in areas if area in self.counted.desa or area == OUTSIDE], told)

    def number(self, areas: Sequence[str], told: Told, month: int, basis: str, sex: str = BOTH, *, must: bool = True) -> object:
        """The cell of a number; of one desa it is noted as said."""
        number = self.served(areas, told).number(month, basis, sex)
        if list(areas) == [self.silent]:
            return None
        if (area := self._area(areas)) and self.writing.tells(number):
            self._noted(area, told, month, basis, sex, must and area in self.counted.desa).numerator = number
        return self.writing.number(number)

    def number_of_sex(self, areas: Sequence[str], told: Told, month: int, basis: str, sex: str) -> object:
        """The cell of a number beside the sasaran of its sex."""
        cell = self.number(areas, told, month, basis, sex)
        if said := self.said.get((areas[0], told.code, self.counted.year, month, basis, sex)) if len(areas) == 1 else None:
            said.denominator = self.counted.sasaran_of(areas, told.people, sex)
        return cell

    def may_be_added(self, areas: Sequence[str], month: int, basis: str) -> None:
        """Where L and P are told, their sum may be read."""
        for told in self.counted.indicators:
            self.number(areas, told, month, basis, must=False)

    def percent(self, areas: Sequence[str], told: Told, month: int, basis: str, *, with_sasaran: bool = False, must: bool = True) -> object:
        """The cell of a percent; of one desa it is noted as said, with its denominator where the table shows it and not all are 0 %."""
        served = self.served(areas, told)
        if list(areas) == [self.silent]:
            return None
        if not served.sasaran:
            return FAULT if self.around.faults else None
        cell, percent = self.writing.percent(served.percent(month, basis))
        if area := self._area(areas):
            said = self._noted(area, told, month, basis, BOTH, must and area in self.counted.desa)
            proves = with_sasaran and any(self.served([each], told).number(month, basis) for each in self.counted.desa)
            said.percent, said.denominator = percent, served.sasaran if proves else None
        return cell

    def foreign(self, columns: Sequence[tuple[str, int]], areas: Sequence[str]) -> list[object]:
        """The cells of columns that tell of others; a total is not given."""
        numbers = [self.dice.randint(1, most) if len(areas) == 1 and areas[0] != OUTSIDE else None for _, most in columns]
        return [f"{number:,}".replace(",", ".") if self.around.dots and number and number > 999 else number for number in numbers]

    def remark(self) -> object:
        """What stands in a column of remarks."""
        return self.dice.choice((None, None, "Tercapai", "baik", "sweeping bulan depan"))

    def _area(self, areas: Sequence[str]) -> str:
        """The one area of these numbers, or the wider one that stands behind its parts; none for those outside and for totals."""
        wider = areas[-1] not in (*self.counted.desa, OUTSIDE)
        return areas[-1] if wider or len(areas) == 1 and areas[0] != OUTSIDE else ""

    def _noted(self, desa: str, told: Told, month: int, basis: str, sex: str, must: bool) -> Said:
        key = (desa, told.code, self.counted.year, month, basis, sex)
        listed = frozenset(self.counted.sasaran_of([desa], each.people) for each in self.counted.indicators)
        return (self.said if must else self.may_be_read).setdefault(key, Said(listed))
