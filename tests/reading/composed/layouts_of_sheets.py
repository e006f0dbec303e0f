"""Layouts whose sheets or places contradict each other or look alike: years, Puskesmas, the month and the sum, two periods, equal names."""

from __future__ import annotations

from dataclasses import replace

from composed.counted import drawn_again
from composed.field_words import AREA_HEADS, MONTHS, PUSKESMAS
from composed.measures import MEASURES_OF_A_MONTH, NUMBER, PERCENT, Period
from composed.report import Report
from composed.tables import desa_table
from composed.titles import draw_foot, draw_title, period_words

SUM_SHEETS = ("KUMULATIF", "Kumulatif", "S.D. BULAN INI", "KOMULATIF")
MONTH_SHEETS = ("BULAN INI", "Bulanan", "BLN INI", "Bulan Ini")


def month_and_sum_sheets(report: Report) -> None:
    """A sheet of the month and one of the sum, each saying which in its title or in its name alone."""
    counted, dice = report.counted, report.dice
    in_title, month = dice.random() < 0.5, MONTHS[counted.last_month - 1].upper()
    for basis, names in (("month", MONTH_SHEETS), ("cumulative", SUM_SHEETS)):
        period = Period(counted.last_month, basis)
        page = report.page(dice.choice(names))
        said = period_words(report, period) if in_title else f"BULAN {month} {counted.year}"
        page.write([[draw_title(report)], [f"PUSKESMAS {counted.puskesmas.upper()}"], [said], [None]])
        page.put(desa_table(report, dice.choice(((NUMBER,), (NUMBER, PERCENT))), period))
    if dice.random() < 0.3:
        report.pages.reverse()


def year_before(report: Report) -> None:
    """The report of the year before on a sheet of its own, shown or hidden; its title tells its own year, or was not changed."""
    dice, now = report.dice, report.counted
    period, measure = Period(now.last_month, dice.choice(("month", "cumulative"))), dice.choice(MEASURES_OF_A_MONTH)
    forgotten, hidden = dice.random() < 0.3, dice.random() < 0.3
    names = dice.choice(((f"{now.year}", f"{now.year - 1}"), ("Sheet1", "Sheet1 (2)"), ("Laporan", "tahun lalu")))
    for counted, name in ((now, names[0]), (replace(drawn_again(dice, now), year=now.year - (not forgotten)), names[1])):
        report.counted = counted
        page = report.page(name)
        page.hidden = hidden and counted is not now
        page.write([[draw_title(report)], [f"PUSKESMAS {counted.puskesmas.upper()}"], [period_words(report, period)], [None]])
        page.put(desa_table(report, measure, period))
        if not forgotten:
            page.write(draw_foot(report))
    report.counted = now
    if forgotten:
        report.doubted = True
        report.said, report.may_be_read = {}, {}


def two_puskesmas(report: Report) -> None:
    """The desa of two Puskesmas, on a sheet each or below each other."""
    dice, whole = report.dice, report.counted
    period, measure = Period(whole.last_month, dice.choice(("month", "cumulative"))), dice.choice(MEASURES_OF_A_MONTH)
    half, together = len(whole.desa) // 2, dice.random() < 0.5
    pages = [report.page("Sheet1")] if together else []
    for place, desa in enumerate((whole.desa[:half], whole.desa[half:])):
        name = PUSKESMAS[place]
        report.counted = replace(whole, desa=desa, puskesmas=name)
        page = pages[0] if together else report.page(dice.choice((name, name.upper(), f"PKM {name}")))
        page.write([[draw_title(report)], [f"PUSKESMAS {name.upper()}"], [period_words(report, period)], [None]])
        page.put(desa_table(report, measure, period))
        page.write([[None], [None]])
    report.counted = whole


def periods_in_conflict(report: Report) -> None:
    """The title tells one month, the sheet, the file or a label another."""
    counted, dice = report.counted, report.dice
    other = counted.last_month % 12 + 1
    month, wrong = MONTHS[counted.last_month - 1].upper(), MONTHS[other - 1].upper()
    place = dice.choice(("sheet", "file", "label", "line"))
    above = [[f"{draw_title(report)} BULAN {month} {counted.year}"], [f"PUSKESMAS {counted.puskesmas.upper()}"]]
    if place == "label":
        above += [["Bulan", ":", wrong.title()], ["Tahun", ":", counted.year]]
    if place == "line":
        above.append([f"BULAN : {wrong} {counted.year}"])
    if place == "file":
        report.file_name = f"Laporan {wrong.title()} {counted.year}.xlsx"
    page = report.page(wrong if place == "sheet" else "Data")
    page.write([*above, [None]])
    page.put(desa_table(report, dice.choice(MEASURES_OF_A_MONTH), Period(counted.last_month, "month")))
    report.doubted = True
    for key, said in report.said.items():
        report.may_be_read[key] = report.may_be_read[(*key[:3], other, *key[4:])] = said
    report.said = {}


def desa_of_two_kecamatan(report: Report) -> None:
    """A desa of the same name in each of two kecamatan, the kecamatan in a column before."""
    counted, dice = report.counted, report.dice
    period = Period(counted.last_month, dice.choice(("month", "cumulative")))
    half, once = len(counted.desa) // 2, dice.random() < 0.5
    page = report.page("Sheet1")
    page.write([[draw_title(report)], [period_words(report, period)], [None]])
    page.write([["NO", "KECAMATAN", dice.choice(AREA_HEADS), *(told.words for told in counted.indicators)]])
    namesake = counted.desa[0]
    for place, desa in enumerate(counted.desa):
        kecamatan = "Sukaraja" if place < half else "Cibeureum"
        named = kecamatan if not once or place in (0, half) else None
        name = namesake if place == len(counted.desa) - 1 else desa
        page.write([[place + 1, named, name, *(report.number([desa], told, period.month, period.basis) for told in counted.indicators)]])
    told = {key[0] for key in report.said}
    both = {namesake, counted.desa[-1]} <= told  # where one of them tells nothing, nothing parts their names
    within = {namesake: f"{namesake} (Kec. Sukaraja)" if both else namesake, counted.desa[-1]: f"{namesake} (Kec. Cibeureum)" if both else namesake}
    report.said = {(within.get(key[0], key[0]), *key[1:]): said for key, said in report.said.items()}
