"""Layouts of one period: one table, a table or a sheet for each indicator, desa as columns, percents alone, a sheet of sasaran."""

from __future__ import annotations

from collections.abc import Callable

from composed.counted import OUTSIDE
from composed.field_words import AREA_HEADS, TOTALS
from composed.measures import NUMBER, PERCENT, Measure, Period, draw_measure, has_own_bases, measured
from composed.report import Report
from composed.tables import desa_table
from composed.titles import draw_foot, draw_heading, lines_above, period_words
from composed.writing import Block, Merge, Row

#: How another sheet may write the same desa.
SPELLINGS_OF_DESA: tuple[Callable[[str], str], ...] = (
    str, str.upper, "Desa {}".format, "Ds. {}".format,
    lambda desa: desa.replace(" ", ""), lambda desa: f"{desa} ", lambda desa: desa.replace("j", "dj"),
)  # fmt: skip


def _drawn(report: Report) -> tuple[Measure, Period]:
    """A measure and the period of the report; beside a month the title gives no sum."""
    measure = draw_measure(report.dice, report.counted.last_month)
    basis = "month" if has_own_bases(measure) else report.dice.choice(("month", "cumulative"))
    return measure, Period(report.counted.last_month, basis)


def one_table(report: Report) -> None:
    """One sheet with one table of desa."""
    measure, period = _drawn(report)
    heading = draw_heading(report, period, own_bases=has_own_bases(measure))
    page = report.page(heading.sheet)
    page.write([[None]] * report.dice.randint(0, 2) + heading.rows)
    page.put(desa_table(report, measure, period))
    page.write(draw_foot(report))


def table_an_indicator(report: Report) -> None:
    """One sheet with a table below each other for every indicator, named by the line above it."""
    measure, period = _drawn(report)
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period, own_bases=has_own_bases(measure))))
    for told in report.counted.indicators:
        page.write([[report.dice.choice((told.words, f"Cakupan {told.words}", f"{told.words} :"))]])
        page.put(desa_table(report, measure, period, [told]))
        page.write([[None], [None]])


def sheet_an_indicator(report: Report) -> None:
    """A sheet for each indicator, named by its title."""
    measure, period = _drawn(report)
    words = period_words(report, period, own_bases=has_own_bases(measure))
    for told in report.counted.indicators:
        page = report.page(told.code.upper())
        page.write(lines_above(report, words, indicator=told.words))
        page.put(desa_table(report, measure, period, [told]))


def desa_as_columns(report: Report) -> None:
    """A row for each indicator and one or two columns for each desa, the total as the last."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, dice.choice(("month", "cumulative")))
    measure = dice.choice(((NUMBER,), (NUMBER, PERCENT)))
    wide = len(measure)
    columns = [([desa], desa) for desa in counted.desa] + ([([OUTSIDE], report.around.outside)] if report.around.outside else [])
    columns += [([area for areas, _ in columns for area in areas], "JUMLAH")] if dice.random() < 0.6 else []
    head: Row = ["NO", "INDIKATOR"]
    for _, name in columns:
        head += [name, *[None] * (wide - 1)]
    rows: list[Row] = [head] if wide == 1 else [head, [None, None, *["Abs", "%"] * len(columns)]]
    for place, told in enumerate(counted.indicators, 1):
        rows.append([place, told.words, *(cell for areas, _ in columns for cell in measured(report, measure, areas, told, period))])
    pairs: list[Merge] = [(0, 2 + wide * each, 0, 3 + wide * each) for each in range(len(columns))]
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    page.put(Block(rows, [(0, 0, 1, 0), (0, 1, 1, 1), *pairs] if wide == 2 else []))


def percent_only(report: Report) -> None:
    """Nothing but percents, said by the head of each indicator."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, "cumulative")
    sign = dice.choice(("(%)", "%"))
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    page.write([["NO", dice.choice(AREA_HEADS), *(f"{told.words} {sign}" for told in counted.indicators)]])
    for place, desa in enumerate(counted.desa, 1):
        percents = [report.percent([desa], told, period.month, period.basis) for told in counted.indicators]
        page.write([[place, desa, *percents]])


def sasaran_sheet(report: Report) -> None:
    """The sasaran on a sheet of their own, before or behind that of the report, with the desa in another order."""
    counted, dice = report.counted, report.dice
    one_table(report)
    people = counted.people(counted.indicators)
    page = report.page("SASARAN")
    page.write([[f"DATA SASARAN TAHUN {counted.year}"], [f"PUSKESMAS {counted.puskesmas.upper()}"], [None]])
    page.write([["NO", "DESA", *(counted.people_words[each] for each in people)]])
    spelled = dice.choice(SPELLINGS_OF_DESA)
    for place, desa in enumerate(dice.sample(counted.desa, len(counted.desa)), 1):
        page.write([[place, spelled(desa), *(counted.sasaran_of([desa], each) for each in people)]])
    if dice.random() < 0.5:
        page.write([[None, dice.choice(TOTALS), *(counted.sasaran_of(counted.desa, each) for each in people)]])
    if dice.random() < 0.5:
        report.pages.reverse()
