"""Layouts that tell of male and female: sasaran of each sex, a row for each sex, and sasaran of the year beside that of a month."""

from __future__ import annotations

from composed.counted import BOTH, Told
from composed.field_words import AREA_HEADS, TOTALS
from composed.measures import BOTH_SEXES, FEMALE, MALE, Period, draw_words
from composed.report import Report
from composed.tables import draw_head
from composed.titles import draw_foot, lines_above, period_words
from composed.writing import Block, Merge, Row

ALL_SEXES = ("L", "P", BOTH)
SEX_HEADS = ("L/P", "JK", "Jenis Kelamin", "SEX")
SEX_WORDS = (("L", "P", "JML"), ("Laki-laki", "Perempuan", "Jumlah"), ("L", "P", "L+P"))
YEARLY = ("Sasaran 1 tahun", "Sasaran setahun", "SASARAN 1 TH", "Sasaran Tahunan")
MONTHLY = ("Sasaran 1 bulan", "Sasaran sebulan", "SASARAN/BULAN", "Sasaran Bulanan")


def _period(report: Report) -> Period:
    return Period(report.counted.last_month, report.dice.choice(("month", "cumulative")))


def sexes_with_sasaran(report: Report) -> None:
    """Below the sasaran and below each indicator L, P and both, perhaps with the percent of both."""
    counted, dice, period = report.counted, report.dice, _period(report)
    told = counted.indicators
    words, with_percent = draw_words(dice, (MALE, FEMALE, BOTH_SEXES)), dice.random() < 0.4
    people = counted.people(told)
    heads = [counted.people_words[each] for each in people]
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    if with_percent:
        page.put(_head_with_percents(heads, [each.words for each in told], words))
    else:
        page.put(draw_head(report, ["NO", dice.choice(AREA_HEADS)], [*heads, *(each.words for each in told)], words))

    def cells(areas: list[str], each: Told) -> Row:
        numbers = [report.number_of_sex(areas, each, period.month, period.basis, sex) for sex in ALL_SEXES]
        return [*numbers, *([report.percent(areas, each, period.month, period.basis, with_sasaran=True)] if with_percent else [])]

    def row(number: object, name: object, areas: list[str]) -> Row:
        sasaran = [counted.sasaran_of(areas, each, sex) for each in people for sex in ALL_SEXES]
        return [number, name, *sasaran, *(cell for each in told for cell in cells(areas, each))]

    page.write([row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)])
    if dice.random() < 0.6:
        page.write([row(None, dice.choice(TOTALS), list(counted.desa))])
    page.write(draw_foot(report))


def _head_with_percents(people: list[str], told: list[str], words: list[str]) -> Block:
    """L, P and both below each people, and a percent more below each indicator."""
    upper: Row = ["NO", "DESA"]
    lower: Row = [None, None]
    merges: list[Merge] = [(0, 0, 1, 0), (0, 1, 1, 1)]
    for heads, columns in ((people, words), (told, [*words, "%"])):
        for head in heads:
            merges.append((0, len(upper), 0, len(upper) + len(columns) - 1))
            upper += [head, *[None] * (len(columns) - 1)]
            lower += columns
    return Block([upper, lower], merges)


def sexes_as_rows(report: Report) -> None:
    """A row for each sex of a desa, and one of both or none; the desa in each row, in the first, or merged over all."""
    counted, dice, period = report.counted, report.dice, _period(report)
    style, words = dice.choice(("merged", "once", "repeated")), dice.choice(SEX_WORDS)
    sexes = list(zip(ALL_SEXES, words, strict=True))[: dice.choice((2, 3, 3))]
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    page.write([["NO", dice.choice(AREA_HEADS), dice.choice(SEX_HEADS), *(each.words for each in counted.indicators)]])
    for place, areas in enumerate([*([desa] for desa in counted.desa), list(counted.desa)], 1):
        name = areas[0] if len(areas) == 1 else dice.choice(TOTALS)
        if len(sexes) == 2:
            report.may_be_added(areas, period.month, period.basis)
        rows: list[Row] = []
        for sex, word in sexes:
            named = [place if len(areas) == 1 else None, name] if style == "repeated" or not rows else [None, None]
            rows.append([*named, word, *(report.number(areas, told, period.month, period.basis, sex) for told in counted.indicators)])
        merges = [(0, column, len(rows) - 1, column) for column in (0, 1)] if style == "merged" else []
        page.put(Block(rows, merges))


def monthly_sasaran(report: Report) -> None:
    """The sasaran of the year beside its twelfth part, and percents of the year's."""
    counted, dice, period = report.counted, report.dice, _period(report)
    told, with_percent = counted.indicators, dice.random() < 0.7
    people = counted.people(told)
    yearly, monthly = dice.choice(YEARLY), dice.choice(MONTHLY)
    page = report.page("Sheet1")
    page.write(lines_above(report, period_words(report, period)))
    heads = [f"{words} {counted.people_words[each].replace('Sasaran ', '')}" for each in people for words in (yearly, monthly)]
    columns = draw_words(dice, (BOTH_SEXES,)) if not with_percent else ["Abs", "%"]
    page.put(draw_head(report, ["NO", dice.choice(AREA_HEADS), *heads], [each.words for each in told], columns))

    def row(number: object, name: object, areas: list[str]) -> Row:
        sasaran = [counted.sasaran_of(areas, each) for each in people]
        cells: Row = [number, name, *(cell for each in sasaran for cell in (each, round(each / 12)))]
        for each in told:
            cells.append(report.number(areas, each, period.month, period.basis))
            cells += [report.percent(areas, each, period.month, period.basis)] if with_percent else []
        return cells

    page.write([row(place, desa, [desa]) for place, desa in enumerate(counted.desa, 1)])
    if dice.random() < 0.6:
        page.write([row(None, dice.choice(TOTALS), list(counted.desa))])
