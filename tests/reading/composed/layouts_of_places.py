"""Layouts that part a report by place: a sheet or a table for each desa, posyandu below their desa, tables side by side."""

from __future__ import annotations

from composed.counted import Told
from composed.field_words import AREA_HEADS, MONTHS_AS_HEADS, TOTALS
from composed.measures import MEASURES_OF_A_MONTH, NUMBER, PERCENT, Measure, Period, draw_words, measured
from composed.report import Report
from composed.tables import desa_table
from composed.titles import draw_title, lines_above, period_words
from composed.writing import Block, Page, Row


def sheet_a_desa(report: Report) -> None:
    """A sheet for each desa with a row for each indicator: the months of the year, or a number and its percent."""
    counted, dice = report.counted, report.dice
    by_month = dice.random() < 0.5
    months, label = dice.choice(MONTHS_AS_HEADS), dice.choice(("DESA : {}", "DESA {}", "Nama Desa : {}", "Kelurahan : {}"))
    period = Period(counted.last_month, dice.choice(("month", "cumulative")))
    words = f"TAHUN {counted.year}" if by_month else period_words(report, period)
    for desa in counted.desa:
        page = report.page(dice.choice((desa, desa.upper())))
        page.write([[draw_title(report)], [f"PUSKESMAS {counted.puskesmas.upper()}"], [label.format(desa.upper())], [words]])
        if by_month:
            _months_of_desa(report, page, desa, months)
        else:
            page.put(_indicators_of_desa(report, desa, period, (NUMBER, PERCENT)))


def _months_of_desa(report: Report, page: Page, desa: str, months: tuple[str, ...]) -> None:
    page.write([["NO", "INDIKATOR", *months]])
    for place, told in enumerate(report.counted.indicators, 1):
        numbers = [report.number([desa], told, month, "month") for month in range(1, report.counted.last_month + 1)]
        page.write([[place, told.words, *numbers]])


def _indicators_of_desa(report: Report, desa: str, period: Period, measure: Measure) -> Block:
    rows: list[Row] = [["NO", "INDIKATOR", "SASARAN", *draw_words(report.dice, measure)]]
    for place, told in enumerate(report.counted.indicators, 1):
        sasaran = report.counted.sasaran_of([desa], told.people)
        rows.append([place, told.words, sasaran, *measured(report, measure, [desa], told, period, with_sasaran=True)])
    return Block(rows)


def table_a_desa(report: Report) -> None:
    """A table below each other for each desa, named by the line above it, with a row for each indicator."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, dice.choice(("month", "cumulative")))
    label = dice.choice(("DESA : {}", "DESA {}", "Kelurahan : {}"))
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    for desa in counted.desa:
        page.write([[label.format(desa)]])
        page.put(_indicators_of_desa(report, desa, period, (NUMBER, PERCENT)))
        page.write([[None], [None]])


def side_by_side(report: Report) -> None:
    """Two or three tables beside each other, an indicator above each."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, dice.choice(("month", "cumulative")))
    measure, told = dice.choice(MEASURES_OF_A_MONTH), counted.indicators[:3]
    page = report.page("Sheet1")
    page.write([*lines_above(report, period_words(report, period)), [None]])
    blocks = [_captioned(report, measure, each, period) for each in told]
    height = max(len(block.rows) for block in blocks)
    beside, right = Block([[] for _ in range(height)]), 0
    for block in blocks:
        wide = max(len(row) for row in block.rows) + 1
        for place, row in enumerate(beside.rows):
            own = block.rows[place] if place < len(block.rows) else []
            row += [*own, *[None] * (wide - len(own))]
        beside.merges += [(top, left + right, bottom, last + right) for top, left, bottom, last in block.merges]
        right += wide
    page.put(beside)


def _captioned(report: Report, measure: Measure, told: Told, period: Period) -> Block:
    table = desa_table(report, measure, period, [told])
    caption = report.dice.choice((told.words, f"Cakupan {told.words}"))
    return Block([[caption], *table.rows], [(top + 1, left, bottom + 1, right) for top, left, bottom, right in table.merges])


def posyandu(report: Report) -> None:
    """The posyandu of each desa, with or without a sum of the desa above or below them."""
    counted, dice = report.counted, report.dice
    period, measure = Period(counted.last_month, "month"), dice.choice(((NUMBER,), (NUMBER, PERCENT)))
    style, told = dice.choice(("column", "column once", "sum above", "sum below")), counted.indicators
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    words = draw_words(dice, measure)
    page.write([["NO", dice.choice(AREA_HEADS), "POSYANDU", *(f"{each.words} {word}" for each in told for word in words)]])

    def row(number: object, names: Row, areas: list[str]) -> Row:
        return [number, *names, *(cell for each in told for cell in measured(report, measure, areas, each, period))]

    groups = [list(counted.desa[place : place + 2]) for place in range(0, len(counted.desa), 2)]
    for number, (desa, group) in enumerate(zip(("Karangsari", "Muktijaya", "Cipta Marga", "Tirtasari", "Panca Warga"), groups, strict=False), 1):
        above = style == "sum above"
        if above:
            page.write([row(number, [desa, None], [*group, desa])])
        for place, one in enumerate(group):
            named = style == "column" or not above and place == 0
            page.write([row(number if named and not above else None, [desa if named else None, one], [one])])
        if style == "sum below":
            page.write([row(None, [f"Jumlah {desa}", None], [*group, desa])])
    page.write([row(None, [dice.choice(TOTALS), None], list(counted.desa))])
