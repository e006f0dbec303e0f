"""What a report tells of each indicator: a number, a percent, both sexes, the month beside the sum, a target, a gap."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from composed.counted import BOTH, Told
from composed.report import Report

NUMBERS = ("Abs", "Jml", "Jumlah", "ABS", "Absolut", "Hasil", "Capaian", "Pencapaian", "Realisasi")
PERCENTS = ("%", "Persen", "Cak (%)", "Cakupan (%)", "% Cakupan", "Persentase", "CAK %")
#: What most programmes aim at, in percent.
TARGET = 80


@dataclass(frozen=True)
class Column:
    """A column below an indicator; without a basis of its own it has that of the title."""

    tells: str
    words: tuple[str, ...]
    basis: str = ""
    sex: str = BOTH
    months_back: int = 0


NUMBER = Column("number", NUMBERS)
PERCENT = Column("percent", PERCENTS)
SASARAN = Column("sasaran", ("Sasaran", "Sas"))
MALE, FEMALE = Column("number", ("L",), sex="L"), Column("number", ("P",), sex="P")
BOTH_SEXES = Column("number", ("JML", "Total", "L+P", "Jumlah", "Jml"))
THIS_MONTH = Column("number", ("Bulan ini", "Bln ini", "BULAN INI", "Bln Ini"), basis="month")
UNTIL_NOW = Column("number", ("Kumulatif", "S/D bulan ini", "Kum", "s.d. bln ini", "S/D BLN INI"), basis="cumulative")
UNTIL_LAST = Column("number", ("S/D bulan lalu", "s.d bln lalu", "Kum bulan lalu"), basis="cumulative", months_back=1)
PERCENT_UNTIL_NOW = Column("percent", PERCENTS, basis="cumulative")
TARGET_BESIDE = Column("target", ("Target (%)", "Target %"))
GOAL = Column("goal", ("Target", "Target (orang)", "Target bln ini"))
REST = Column("rest", ("Sisa", "Sisa sasaran", "Belum"))
GAP = Column("gap", ("Kesenjangan", "Gap", "Selisih"))

Measure = tuple[Column, ...]
MEASURES_OF_A_MONTH: tuple[Measure, ...] = ((NUMBER,), (NUMBER, PERCENT), (MALE, FEMALE, BOTH_SEXES))
MEASURES: tuple[Measure, ...] = (
    *MEASURES_OF_A_MONTH,
    (PERCENT, NUMBER),
    (SASARAN, NUMBER, PERCENT),
    (MALE, FEMALE, BOTH_SEXES, PERCENT),
    (THIS_MONTH, UNTIL_NOW),
    (THIS_MONTH, UNTIL_NOW, PERCENT_UNTIL_NOW),
    (UNTIL_LAST, THIS_MONTH, UNTIL_NOW, PERCENT_UNTIL_NOW),
    (TARGET_BESIDE, NUMBER, PERCENT),
    (NUMBER, PERCENT, GAP),
    (SASARAN, GOAL, NUMBER, PERCENT),
    (GOAL, NUMBER, PERCENT),
    (SASARAN, NUMBER, PERCENT, REST),
)


def draw_measure(dice: random.Random, last_month: int) -> Measure:
    """A measure; January has no month before it."""
    return dice.choice([measure for measure in MEASURES if last_month > 1 or UNTIL_LAST not in measure])


def has_own_bases(measure: Measure) -> bool:
    """Whether the columns say themselves which is the month and which the sum."""
    return any(column.basis for column in measure)


def draw_words(dice: random.Random, measure: Measure) -> list[str]:
    """The heads of the columns, the same below every indicator."""
    return [dice.choice(column.words) for column in measure]


@dataclass(frozen=True)
class Period:
    """The month a table is about, and the basis its title gives."""

    month: int
    basis: str


def measured(
    report: Report, measure: Measure, areas: Sequence[str], told: Told, period: Period, *, with_sasaran: bool = False
) -> list[object]:
    """The cells below one indicator for one desa, or for several as a total."""
    shown = with_sasaran or SASARAN in measure
    return [_cell(report, column, areas, told, period, shown) for column in measure]


def _cell(report: Report, column: Column, areas: Sequence[str], told: Told, period: Period, with_sasaran: bool) -> object:
    basis, month = column.basis or period.basis, period.month - column.months_back
    match column.tells:
        case "number":
            return report.number(areas, told, month, basis, column.sex, must=not column.months_back)
        case "percent":
            return report.percent(areas, told, month, basis, with_sasaran=with_sasaran)
        case "sasaran":
            return report.counted.sasaran_of(areas, told.people)
        case "goal":
            return round(report.counted.sasaran_of(areas, told.people) * TARGET / 1200 * (month if basis == "cumulative" else 1))
        case "rest":
            served = report.served(areas, told)
            return served.sasaran - served.number(month, "cumulative")
        case "target":
            return report.writing.percent(TARGET)[0]
        case _:
            return round(report.served(areas, told).percent(month, basis) - TARGET, 1)
