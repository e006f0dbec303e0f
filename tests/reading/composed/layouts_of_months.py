"""Layouts that tell several months: as columns, as rows, as tables below each other, as sheets, or as a long list."""

from __future__ import annotations

from composed.counted import OUTSIDE, Told
from composed.field_words import AREA_HEADS, MONTHS, MONTHS_AS_HEADS, TOTALS
from composed.measures import MEASURES_OF_A_MONTH, Period
from composed.report import Report
from composed.tables import desa_table
from composed.titles import draw_title, lines_above
from composed.writing import Page, Row


def _year_page(report: Report, told: Told) -> Page:
    """A page whose lines name one indicator and the year."""
    page = report.page("Sheet1")
    page.write(lines_above(report, f"TAHUN {report.counted.year}", indicator=told.words))
    return page


def months_as_columns(report: Report) -> None:
    """A column for each month of the year, with or without sum and percent of the year so far."""
    counted, dice, last = report.counted, report.dice, report.counted.last_month
    told = counted.indicators[0]
    ending = dice.choice(("", "sum", "sum and percent"))
    page = _year_page(report, told)
    sasaran = ending == "sum and percent"
    page.write([[
        "NO", dice.choice(AREA_HEADS), *([counted.people_words[told.people]] if sasaran else []), *dice.choice(MONTHS_AS_HEADS),
        *(["JUMLAH"] if ending else []), *(["%"] if sasaran else []),
    ]])  # fmt: skip

    outside = report.around.outside

    def row(number: object, name: str, areas: list[str]) -> Row:
        months = [report.number(areas, told, month, "month") for month in range(1, last + 1)]
        sums = [report.number(areas, told, last, "cumulative", must=False)] if ending else []
        percents = [report.percent(areas, told, last, "cumulative", must=False)] if sasaran else []
        known = [counted.sasaran_of(areas, told.people) or None] if sasaran else []
        return [number, name, *known, *months, *[None] * (12 - last), *sums, *percents]

    page.write([row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)])
    page.write([row(None, outside, [OUTSIDE])] if outside else [])
    if dice.random() < 0.6:
        page.write([row(None, dice.choice(TOTALS), [*counted.desa, *([OUTSIDE] if outside else [])])])


def months_as_rows(report: Report) -> None:
    """A row for each month of the year and a column for each desa, the sasaran above the months or nowhere."""
    counted, dice = report.counted, report.dice
    told, columns = counted.indicators[0], [*([desa] for desa in counted.desa), list(counted.desa)]
    page = _year_page(report, told)
    page.write([["BULAN", *counted.desa, "JUMLAH"]])
    if dice.random() < 0.5:
        page.write([["Sasaran", *(counted.sasaran_of(areas, told.people) for areas in columns)]])
    for month, name in enumerate(dice.choice(MONTHS_AS_HEADS), 1):
        page.write([[name, *(report.number(areas, told, month, "month") for areas in columns if month <= counted.last_month)]])


def stacked_months(report: Report) -> None:
    """The table of each month below that of the month before."""
    page = report.page("Data")
    for month in range(1, report.counted.last_month + 1):
        _month(report, page, month)
        page.write([[None], [None]])


def month_sheets(report: Report) -> None:
    """A sheet for each month."""
    for month in range(1, report.counted.last_month + 1):
        _month(report, report.page(MONTHS[month - 1].upper()), month)


def _month(report: Report, page: Page, month: int) -> None:
    page.write([[draw_title(report)], [f"BULAN {MONTHS[month - 1].upper()} {report.counted.year}"]])
    page.put(desa_table(report, report.dice.choice(MEASURES_OF_A_MONTH), Period(month, "month")))


def long_table(report: Report) -> None:
    """A row for each desa, indicator and month: the shape in which databases export."""
    counted = report.counted
    page = report.page("data")
    page.write([["Desa", "Indikator", "Tahun", "Bulan", "Jumlah"]])
    for desa in counted.desa:
        for told in counted.indicators:
            for month in range(max(1, counted.last_month - 2), counted.last_month + 1):
                number = report.number([desa], told, month, "month")
                page.write([[desa, told.words, counted.year, MONTHS[month - 1], number]])
