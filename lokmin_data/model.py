"""The words of the field that every other module shares: problems, readings, indicators, targets.

No file, no database, no browser here.  Column names of the tables that travel between the rooms of
this house are constants, so that a name keeps one meaning everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal

if TYPE_CHECKING:  # loads slowly, and the command that only reads a report needs no table
    from datetime import date

    import pandas as pd

Kind = Literal["cumulative", "point", "month", "status"]
Direction = Literal["up", "down"]
Basis = Literal["month", "cumulative", "point", "year"]
Level = Literal["desa", "posyandu", "puskesmas", "kecamatan", "kabupaten"]

#: One row an observation, as the command `read` prints it.  `percent` is 0-100 and as printed in the
#: report; numerator and denominator are persons (or KK, rumah); missing is NaN, never 0.
OBSERVATION_COLUMNS = (
    "area", "level", "indicator", "year", "month", "basis", "sex",
    "numerator", "denominator", "percent", "sheet", "cell",
)  # fmt: skip

MONTH_NAMES = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def _no_table() -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame()


class LokminError(Exception):
    """An error that is told to the user as it stands: polite Bahasa Indonesia, what and how to mend."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is wrong, where, and how to mend it; one subclass a kind, listed in `docs/galat.md`.

    `what` and `fix` are Bahasa Indonesia templates over the fields of the subclass.  `severity`:
    ``error`` the file or the table is refused, ``skipped`` a row or a column was left out,
    ``warning`` read, but look.  `found` and `expected` are texts, as they would be read aloud.
    """

    code: ClassVar[str] = "masalah"
    severity: ClassVar[Literal["error", "skipped", "warning"]] = "warning"
    what: ClassVar[str] = ""
    fix: ClassVar[str] = ""

    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""

    @property
    def message(self) -> str:
        """What, where and how to mend, as one text for the screen."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return " ".join(part for part in (self.what.format(**values), self.where, self.fix.format(**values)) if part)

    @property
    def where(self) -> str:
        """The place as Excel names it, or an empty text where the problem has no one place."""
        if self.sheet and self.cell:
            return f"Lembar '{self.sheet}', sel {self.cell}."
        return f"Lembar '{self.sheet}'." if self.sheet else ""

    def as_dict(self) -> dict[str, str]:
        """The problem as the command line prints it with `--problems`."""
        return {
            "code": self.code, "severity": self.severity, "message": self.message,
            "sheet": self.sheet, "cell": self.cell, "found": self.found, "expected": self.expected,
        }  # fmt: skip


@dataclass(frozen=True)
class Indicator:
    """One indicator of `data/reference/indikator.csv`, or one that a Puskesmas added.

    `population` names the sasaran that is its denominator (a key of `sasaran.csv`); empty where the
    report itself counts the denominator (those measured, those examined).  `schedule` holds the months
    in which it is collected; empty means every month.  `level` ``puskesmas``: never shown per desa.
    `denominator_grows`: the denominator is itself counted to date (bumil KEK found so far), so that the target
    stays flat although numerator and denominator are cumulative.  `late`: for so many months after a scheduled
    month a report still belongs to that round (BIAS of August that ends in October).  `survey`: collected whenever
    a survey is held (STBM, PHBS, ABJ), so that a month in which no desa was surveyed is not a missing report.
    """

    code: str
    programme: str
    label: str
    numerator: str
    denominator: str
    population: str
    kind: Kind
    direction: Direction
    schedule: tuple[int, ...] = ()
    klaster: int = 0
    headline: int = 0
    unit: str = "orang"
    level: str = "desa"
    plain: str = ""
    note: str = ""
    denominator_grows: bool = False
    late: int = 0
    survey: bool = False

    @property
    def is_coverage(self) -> bool:
        """True where the target runs with the year (target x bulan / 12): cumulative and higher is better."""
        return self.kind == "cumulative" and self.direction == "up" and not self.denominator_grows

    def is_due(self, month: int) -> bool:
        """True where the indicator is collected in that month (1-12)."""
        return not self.schedule or month in self.schedule


@dataclass(frozen=True)
class Target:
    """The annual target of an indicator: percent 0-100, since `year`, with source and evidence grade."""

    indicator: str
    year: int
    value: float
    source: str = ""
    grade: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class SheetReading:
    """What was understood of one sheet, for the confirmation picture.

    `status`: ``read`` | ``by_name`` | ``skipped`` | ``empty`` | ``duplicate``.  `marks` has columns row,
    column (both from 0), role (``header`` ``area`` ``number`` ``percent`` ``denominator`` ``total``
    ``skipped`` ``problem`` ``period``) and meaning (a text); `cells` are the texts of the grid's used
    corner.  A by-name sheet has neither marks of persons nor cells.
    """

    name: str
    status: str
    marks: pd.DataFrame | None = None
    cells: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Reading:
    """A report as interpreted; nothing is stored yet.

    `observations`: OBSERVATION_COLUMNS.  `set_apart`: rows such as LUAR WILAYAH, same columns.  `totals`: printed
    totals, same columns.  `sasaran`: columns area, population, sex, value, sheet, cell (from a sasaran sheet or
    columns).  `unknown_columns`: columns sheet, cell, header, suggestion, score.  `asks`: which of
    ``year`` ``month`` ``puskesmas`` the file does not say.  `layout`: fingerprint of the form.
    """

    file_name: str
    sha256: str
    observations: pd.DataFrame
    problems: tuple[Problem, ...] = ()
    puskesmas: str = ""
    kecamatan: str = ""
    sheets: tuple[SheetReading, ...] = ()
    by_name: bool = False
    set_apart: pd.DataFrame = field(default_factory=_no_table)
    totals: pd.DataFrame = field(default_factory=_no_table)
    sasaran: pd.DataFrame = field(default_factory=_no_table)
    unknown_columns: pd.DataFrame = field(default_factory=_no_table)
    asks: frozenset[str] = frozenset()
    layout: str = ""

    def lacks_month(self, today: date) -> bool:
        """True where numbers have no month, or none has one in a year that is not over: that is no report of a whole year."""
        table = self.observations
        unsaid, years = table["month"].isna(), table["year"].dropna()
        running = len(years) > 0 and int(years.max()) >= today.year and today.month < len(MONTH_NAMES)
        return bool((unsaid & (table["basis"] != "year")).any() or (len(table) and unsaid.all() and running))


@dataclass(frozen=True)
class Panel:
    """What the analysis of one Puskesmas needs, as plain data: built by `store.load_panel`, or by a test.

    `observations`: desa_id (0 = the Puskesmas itself), desa, indicator, year, month, basis, sex, numerator,
    denominator, percent, report_id, sheet, cell.  `desa`: desa_id, desa.  `sasaran`: desa_id, population, sex,
    year, kind (``proyeksi`` ``riil`` ``laporan``), value, source.  `targets`: the Puskesmas' own.  `settings`: the
    defaults of `setelan.toml` with the Puskesmas' own over them.  `indicators`: built-in and own, by code.
    """

    observations: pd.DataFrame
    desa: pd.DataFrame
    sasaran: pd.DataFrame
    targets: tuple[Target, ...]
    settings: dict[str, Any]
    indicators: dict[str, Indicator]
    puskesmas: str = ""


def correction_key(correction: Mapping[str, Any]) -> tuple[str, str, str]:
    """What a correction of a report's number is about: sheet, cell, and the file it is confined to (empty: the form)."""
    return str(correction.get("sheet")), str(correction.get("cell")).upper(), str(correction.get("sha256") or "")


def with_corrections(old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Old and new corrections; a new one takes the place of the old one of the same cell and reach."""
    return list({correction_key(each): each for each in (*old, *new)}.values())
