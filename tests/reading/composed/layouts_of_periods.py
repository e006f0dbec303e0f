"""Layouts that tell of more than one period at once: months with columns of their own, sheets of months with a recap, tribulan."""

from __future__ import annotations

from composed.field_words import AREA_HEADS, MONTHS, MONTHS_AS_HEADS, TOTALS
from composed.measures import (
    BOTH_SEXES,
    FEMALE,
    MALE,
    MEASURES_OF_A_MONTH,
    NUMBER,
    PERCENT,
    Period,
    draw_words,
    measured,
)
from composed.report import Report
from composed.tables import desa_table, draw_head
from composed.titles import draw_title, lines_above
from composed.writing import Row

QUARTER_HEADS = (
    ("TW I", "TW II", "TW III", "TW IV"), ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"),
    ("TRIBULAN 1", "TRIBULAN 2", "TRIBULAN 3", "TRIBULAN 4"),
)
SEMESTER_HEADS = (("SEMESTER I", "SEMESTER II"), ("Semester 1", "Semester 2"), ("SMT I", "SMT II"), ("SMT 1", "SMT 2"))


def months_with_columns(report: Report) -> None:
    """Desa as rows and two or three columns below each month, the indicator in the title."""
    counted, dice, told = report.counted, report.dice, report.counted.indicators[0]
    measure = dice.choice(((NUMBER, PERCENT), (MALE, FEMALE, BOTH_SEXES)))
    months = dice.choice(MONTHS_AS_HEADS)[: counted.last_month]
    page = report.page("Sheet1")
    page.write(lines_above(report, f"TAHUN {counted.year}", indicator=told.words))
    page.put(draw_head(report, ["NO", dice.choice(AREA_HEADS)], months, draw_words(dice, measure)))

    def row(number: object, name: object, areas: list[str]) -> Row:
        periods = [Period(month, "month") for month in range(1, counted.last_month + 1)]
        return [number, name, *(cell for period in periods for cell in measured(report, measure, areas, told, period))]

    page.write([row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)])
    if dice.random() < 0.6:
        page.write([row(None, dice.choice(TOTALS), list(counted.desa))])


def months_and_recap(report: Report) -> None:
    """A sheet for each month and one of all of them together, before or behind."""
    counted, dice = report.counted, report.dice
    measures = dice.choice(MEASURES_OF_A_MONTH), dice.choice(((NUMBER,), (NUMBER, PERCENT)))
    for month in range(1, counted.last_month + 1):
        page = report.page(MONTHS[month - 1].upper())
        page.write([[draw_title(report)], [f"BULAN {MONTHS[month - 1].upper()} {counted.year}"]])
        page.put(desa_table(report, measures[0], Period(month, "month")))
    page = report.page(dice.choice(("REKAP", "REKAPITULASI", "Kumulatif")))
    last = MONTHS[counted.last_month - 1].upper()
    page.write([[draw_title(report)], [dice.choice((f"S/D BULAN {last} {counted.year}", f"KUMULATIF S/D {last} {counted.year}"))], [None]])
    page.put(desa_table(report, measures[1], Period(counted.last_month, "cumulative")))
    if dice.random() < 0.4:
        report.pages.insert(0, report.pages.pop())


def quarters(report: Report) -> None:
    """A column for each tribulan, which counts its three months; only what is counted from January on can be read."""
    _parts_of_a_year(report, QUARTER_HEADS, 3)


def semesters(report: Report) -> None:
    """A column for each semester."""
    _parts_of_a_year(report, SEMESTER_HEADS, 6)


def _parts_of_a_year(report: Report, heads: tuple[tuple[str, ...], ...], wide: int) -> None:
    counted, dice, told = report.counted, report.dice, report.counted.indicators[0]
    many = max(2, counted.last_month // wide)
    with_sum = dice.random() < 0.5
    page = report.page("Sheet1")
    page.write(lines_above(report, f"TAHUN {counted.year}", indicator=told.words))
    page.write([["NO", dice.choice(AREA_HEADS), *dice.choice(heads)[:many], *(["JUMLAH"] if with_sum else [])]])
    for number, areas in enumerate([*([each] for each in counted.desa), list(counted.desa)], 1):
        name = areas[0] if len(areas) == 1 else dice.choice(TOTALS)
        if name == report.silent:
            page.write([[number, name]])
            continue
        sums = [report.served(areas, told).number(wide * part, "cumulative") for part in range(many + 1)]
        cells = [report.number(areas, told, wide * part, "cumulative", must=part == 1) for part in range(1, many + 1)]
        if many * wide == 12:
            report.number(areas, told, 0, "year", must=False)
        own = [cells[0], *(report.writing.number(after - before) for before, after in zip(sums[1:], sums[2:], strict=False))]
        page.write([[number if len(areas) == 1 else None, name, *own, *([report.writing.number(sums[-1])] if with_sum else [])]])
