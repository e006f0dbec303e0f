"""What the columns of a table are read as: a number with its percent, what it is measured against, a whole layout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.words.meaning import Meaning
from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.vocabulary import SASARAN
from lokmin_data.reference.populations import populations

#: What a denominator is that stands inside an indicator's block, or that its percents alone prove, and says nobody's name.
OWN = "sendiri"


def is_annual(population: str) -> bool:
    """True for people of whom a year has a sasaran, and where nobody is named; not for those who were found or examined."""
    return population in ("", "bayi", *populations())


def counted_in_time(meaning: Meaning) -> bool:
    """True for people who were found or examined in a month, or up to it: "Diperiksa Hb" over "Bulan ini"."""
    return bool(meaning.population and meaning.basis in ("month", "cumulative")) and not is_annual(meaning.population)


@dataclass(frozen=True, eq=False)  # compared by identity: each stands for its own columns
class Measure:
    """One indicator's number and percent columns; either may be missing.

    `indicator` is empty where the rows name it.  `basis` is empty until the table's period decides it.
    `last` is the column "bulan lalu" of the same block, for the cross-checks.
    """

    indicator: str
    other: str = ""
    basis: str = ""
    sex: str = ""
    month: int = 0
    months: tuple[int, int] | None = None
    year: int = 0
    number: Column | None = None
    percent: Column | None = None


@for_one_report
def of_basis(measure: Measure, basis: str) -> Measure:
    """The measure on that basis, the same one for each table of a form."""
    return replace(measure, basis=basis)


@dataclass(frozen=True, eq=False)
class Denominator:
    """A column that numbers may be measured against; `scope` is the indicator inside whose block it stands."""

    column: Column
    population: str = ""
    sex: str = ""
    month: int = 0
    scope: str = ""
    target: bool = False
    year: int = 0
    to_date: bool = False  # the share of the year's sasaran that falls to the months so far

    @cached_property
    def of_month(self) -> bool:
        """True for the sasaran of one month, a twelfth of the year's."""
        meaning = self.column.meaning
        return meaning.basis == "month" and meaning.role == "denominator" and not (meaning.divides or meaning.counts)

    @cached_property
    def identity(self) -> str:
        """What makes two such columns of different tables one kind of denominator."""
        if self.of_month and not (self.target or self.scope and not self.population):
            return f"sebulan {self.population or SASARAN}"
        if self.population:
            return f"{'target ' if self.target else ''}{'s/d ' if self.to_date else ''}{self.population}"
        return OWN if self.scope else ("target" if self.target else SASARAN)


@dataclass(frozen=True)
class Layout:
    """All measures, denominators and unknown columns of a table."""

    measures: tuple[Measure, ...] = ()
    lasts: tuple[Measure, ...] = ()
    denominators: tuple[Denominator, ...] = ()
    unknown: tuple[Column, ...] = ()
    loose_percents: tuple[Column, ...] = ()
    unowned: tuple[Column, ...] = ()  # percents right behind a count that is not understood
    spare_percents: tuple[tuple[Column, Column], ...] = ()  # (the percent of a number, a second one right behind it)
    yearly: tuple[Column, ...] = ()  # percents behind all months, of the whole of them
    sums: tuple[Measure, ...] = ()  # numbers of no period beside months or tribulan of the same: their sum, mean or coverage


def counts_babies(measure: Measure) -> bool:
    """True for the head of an export that counts babies: "Jumlah_bayi_BBLR"."""
    column = measure.number or measure.percent
    return column is not None and bool(column.path) and "_" in column.path[-1] and "bayi" in column.path[-1].casefold()
