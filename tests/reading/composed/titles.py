"""Where a report says its month and year, in which words, and what stands below its tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from composed.field_words import MONTHS
from composed.measures import Period
from composed.report import Report
from composed.writing import Row

#: Places that can only say a month, not that something is counted up to it.
PLACES_OF_A_MONTH = ("label rows", "label line", "sheet name", "file name")


@dataclass(frozen=True)
class Heading:
    """The rows above a table, and the name of its sheet."""

    rows: list[Row]
    sheet: str


def draw_heading(report: Report, period: Period, *, own_bases: bool = False) -> Heading:
    """A heading that says the period in one of the places that can say it."""
    if period.basis == "cumulative" or own_bases or report.dice.random() < 0.5:
        return Heading(lines_above(report, period_words(report, period, own_bases=own_bases)), report.dice.choice(("Sheet1", "Rekap", "Data")))
    return _elsewhere(report, period, report.dice.choice(PLACES_OF_A_MONTH))


def _elsewhere(report: Report, period: Period, place: str) -> Heading:
    counted, dice, month = report.counted, report.dice, MONTHS[period.month - 1]
    above: list[Row] = [[draw_title(report)], [f"PUSKESMAS {counted.puskesmas.upper()}"]]
    if place == "sheet name":
        return Heading([*above, [f"TAHUN {counted.year}"], [None]], dice.choice((month, month.upper(), month[:3].upper())))
    if place == "file name":
        names = (f"Laporan {month} {counted.year}", f"BULAN {month.upper()} {counted.year}", f"{counted.year}-{period.month:02d} laporan")
        report.file_name = f"{dice.choice(names)}.xlsx"
        return Heading([*above, [None]], "Sheet1")
    if place == "label rows":
        return Heading([*above, ["Bulan", ":", month], ["Tahun", ":", counted.year], [None]], "Data")
    return Heading([*above, [f"BULAN : {month.upper()}", None, None, f"TAHUN : {counted.year}"], [None]], "Data")


def draw_title(report: Report) -> str:
    """A title of the report's programme."""
    return report.dice.choice(report.counted.programme.titles)


def period_words(report: Report, period: Period, *, own_bases: bool = False) -> str:
    """The period in words; where columns say the basis themselves, only month and year."""
    dice, year, month = report.dice, report.counted.year, MONTHS[period.month - 1]
    month = dice.choice((month, month.upper()))
    if period.basis == "month" or own_bases:
        return dice.choice((f"BULAN {month} {year}", f"Bulan : {month} {year}", f"BULAN {month} TAHUN {year}"))
    words = [f"S/D BULAN {month} {year}", f"KUMULATIF S/D {month} TAHUN {year}", f"s.d. {month} {year}", f"SAMPAI DENGAN BULAN {month} {year}"]
    return dice.choice([*words, f"JANUARI - {month} {year}"] if period.month > 1 else words)


def lines_above(report: Report, period: str, *, indicator: str = "") -> list[Row]:
    """Title, Puskesmas and period in one to three lines or with labels, for a whole programme or one indicator."""
    dice, name, title = report.dice, report.counted.puskesmas, draw_title(report)
    if indicator:
        title = dice.choice((f"CAKUPAN {indicator}", f"{title} : {indicator}", f"HASIL {indicator}"))
    lines: list[list[Row]] = [
        [[f"{title} PUSKESMAS {name.upper()} {period}"]],
        [[f"{title} PUSKESMAS {name.upper()}"], [period]],
        [[title], [f"PUSKESMAS {name.upper()}"], [period]],
        [[title], ["Puskesmas", f": {name}"], ["Kecamatan", ": Sukaraja"], [period]],
    ]
    return dice.choice(lines) + [[None]] * dice.randint(0, 2)


def draw_foot(report: Report) -> list[Row]:
    """Source and signature below a table; both may be missing."""
    counted, dice = report.counted, report.dice
    year, month = counted.year + counted.last_month // 12, MONTHS[counted.last_month % 12]
    signed = [f"{counted.puskesmas}, 5 {month} {year}", "Kepala Puskesmas", None, "dr. Fulan", "NIP. 19800101 200501 1 001"]
    source: list[Row] = [[None], ["Sumber: laporan bidan desa"]]
    signature: list[Row] = [[None], *([None, None, None, None, line] for line in signed)]
    notes = _notes(report) if report.around.notes else []
    return (source if dice.random() < 0.4 else []) + notes + (signature if dice.random() < 0.5 else [])


def _notes(report: Report) -> list[Row]:
    """Lines below a table that hold numbers or the name of a desa."""
    counted, dice = report.counted, report.dice
    kinds: list[list[Row]] = [
        [["Catatan :"], [1, f"Desa {counted.desa[0]} belum melapor"], [2, "Sasaran memakai data proyeksi 2025"]],
        [["Ket: 1. Target 95 %"], [None, "2. Data per tanggal 25"]],
        [[None, "Jumlah posyandu", 12], [None, "Jumlah bidan desa", 7]],
        [[None, None, None, datetime(counted.year, 2, 5)], [None, None, None, "NIP"], [None, None, None, 198001012005011001]],
        [[None, "Dicetak tanggal", datetime(counted.year, 2, 5)], [None, "Halaman", 1]],
        [[None, "Jumlah Penduduk", 15230], [None, "Jumlah KK", 4310]],
    ]
    return [*([[None]] if dice.random() < 0.7 else []), *dice.choice(kinds)]
