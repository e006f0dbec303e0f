"""Layouts whose rows or columns say more than one thing: desa below indicators, months beside desa, indicators below months, both sexes twice."""

from __future__ import annotations

from composed.counted import BOTH, Told
from composed.field_words import AREA_HEADS, MONTHS, MONTHS_AS_HEADS, TOTALS
from composed.measures import NUMBER, PERCENT, UNTIL_NOW, Period, draw_words, measured
from composed.report import Report
from composed.tables import draw_head
from composed.titles import draw_title, lines_above, period_words
from composed.writing import Block, Merge, Row


def desa_below_indicators(report: Report) -> None:
    """The desa of each indicator below each other, the indicator in a column of its own: in each row, or in the first."""
    counted, dice = report.counted, report.dice
    period, once = Period(counted.last_month, dice.choice(("month", "cumulative"))), dice.random() < 0.5
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    page.write([["NO", "INDIKATOR", dice.choice(AREA_HEADS), "SASARAN", *draw_words(dice, (NUMBER, PERCENT))]])
    for number, told in enumerate(counted.indicators, 1):
        for place, desa in enumerate(counted.desa):
            named = [number, told.words] if not (once and place) else [None, None]
            cells = measured(report, (NUMBER, PERCENT), [desa], told, period, with_sasaran=True)
            page.write([[*named, desa, counted.sasaran_of([desa], told.people), *cells]])


def months_beside_desa(report: Report) -> None:
    """A row for each desa and month, the desa in each row or in the first, and a column for each indicator."""
    counted, dice = report.counted, report.dice
    once, months, by_month = dice.random() < 0.4, dice.choice(MONTHS_AS_HEADS), dice.random() < 0.3
    page = report.page("Sheet1")
    page.write([[draw_title(report)], [f"TAHUN {counted.year}"], [None]])
    page.write([["NO", dice.choice(AREA_HEADS), "BULAN", *(told.words for told in counted.indicators)]])
    pairs = [(desa, month) for desa in counted.desa for month in range(1, counted.last_month + 1)]
    for place, (desa, month) in enumerate(sorted(pairs, key=lambda pair: pair[1]) if by_month else pairs, 1):
        name = None if once and not by_month and month > 1 else desa
        page.write([[place, name, months[month - 1], *(report.number([desa], told, month, "month") for told in counted.indicators)]])


def indicators_below_months(report: Report) -> None:
    """A group of columns for each month with all indicators below it."""
    counted, dice = report.counted, report.dice
    months, alone = dice.choice(MONTHS_AS_HEADS)[: counted.last_month], len(counted.indicators) == 1
    page = report.page("Sheet1")
    page.write(lines_above(report, f"TAHUN {counted.year}", indicator=counted.indicators[0].words if alone else ""))
    page.put(draw_head(report, ["NO", dice.choice(AREA_HEADS)], months, [told.words for told in counted.indicators]))

    def row(number: object, name: object, areas: list[str]) -> Row:
        return [number, name, *(report.number(areas, told, month, "month") for month in range(1, len(months) + 1) for told in counted.indicators)]

    page.write([row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)])
    if dice.random() < 0.6:
        page.write([row(None, dice.choice(TOTALS), list(counted.desa))])


def sexes_and_bases(report: Report) -> None:
    """Below each indicator "bulan ini" and "kumulatif", below each of them L, P and both, perhaps with the percent of both."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, "month")
    bases = (("month", dice.choice(("Bulan ini", "BULAN INI", "Bln ini"))), ("cumulative", dice.choice(UNTIL_NOW.words)))
    columns = ["L", "P", dice.choice(("JML", "Total", "L+P")), *(["%"] if dice.random() < 0.4 else [])]
    told, wide = counted.indicators[:3], len(columns)
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period, own_bases=True)))
    empty: Row = [None] * (wide - 1)
    top = ["NO", dice.choice(AREA_HEADS), *(cell for each in told for cell in [each.words, *empty, None, *empty])]
    middle = [None, None, *(cell for _ in told for _, words in bases for cell in [words, *empty])]
    starts = range(2, len(top), 2 * wide)
    merges: list[Merge] = [(0, 0, 2, 0), (0, 1, 2, 1), *((0, start, 0, start + 2 * wide - 1) for start in starts)]
    merges += [(1, start, 1, start + wide - 1) for start in range(2, len(top), wide)]
    page.put(Block([top, middle, [None, None, *columns * (2 * len(told))]], merges))

    def cells(areas: list[str], each: Told, basis: str) -> Row:
        numbers = [report.number(areas, each, period.month, basis, sex) for sex in ("L", "P", BOTH)]
        return [*numbers, *([report.percent(areas, each, period.month, basis)] if wide > 3 else [])]

    for place, areas in enumerate([*([desa] for desa in counted.desa), list(counted.desa)], 1):
        name = areas[0] if len(areas) == 1 else dice.choice(TOTALS)
        page.write([[place if len(areas) == 1 else None, name, *(cell for each in told for basis, _ in bases for cell in cells(areas, each, basis))]])


def database(report: Report) -> None:
    """What a database exports: a row for each desa, indicator and period with number, sasaran and percent in columns of their own."""
    counted, dice = report.counted, report.dice
    style = dice.choice(("name", "number", "year-month"))
    heads = {"name": ["tahun", "bulan"], "number": ["tahun", "bulan"], "year-month": ["periode"]}[style]
    with_sasaran = dice.random() < 0.6
    page = report.page("data")
    page.write([["puskesmas", "desa", *heads, "indikator", "capaian", *(["sasaran", "persen"] if with_sasaran else [])]])
    for desa in counted.desa:
        for month in range(max(1, counted.last_month - 1), counted.last_month + 1):
            when: dict[str, Row] = {
                "name": [counted.year, MONTHS[month - 1]], "number": [counted.year, month], "year-month": [f"{counted.year}-{month:02d}"],
            }  # fmt: skip
            for told in counted.indicators:
                cells = [report.number([desa], told, month, "month")]
                if with_sasaran:
                    cells += [counted.sasaran_of([desa], told.people), report.percent([desa], told, month, "month", with_sasaran=True)]
                page.write([[counted.puskesmas, desa, *when[style], told.words, *cells]])
