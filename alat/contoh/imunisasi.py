"""Immunisation: a sheet a month in 2025, and from 2026 one wide file a month with a block of columns for each antigen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alat.contoh.cerita import IMMUNISATION, POPULATION, TOGETHER, boys, month_count, reported, running
from alat.contoh.lembar import Report, Workbook, kop, percent
from alat.contoh.wilayah import DESA, MONTH_NAMES, Desa, sasaran

LABELS = {
    "hb0": "HB0 (<24 Jam)", "bcg": "BCG", "opv1": "Polio 1", "dpt1": "DPT-HB-Hib 1", "opv2": "Polio 2", "pcv1": "PCV 1",
    "rv1": "Rotavirus 1", "dpt2": "DPT-HB-Hib 2", "opv3": "Polio 3", "pcv2": "PCV 2", "rv2": "Rotavirus 2",
    "dpt3": "DPT-HB-Hib 3", "opv4": "Polio 4", "ipv1": "IPV 1", "rv3": "Rotavirus 3", "mr1": "Campak-Rubela (MR) 1",
    "ipv2": "IPV 2", "idl": "Imunisasi Dasar Lengkap", "pcv3": "PCV 3", "dpt4": "DPT-HB-Hib 4 (lanjutan)",
    "mr2": "Campak-Rubela (MR) 2 (lanjutan)", "ibl": "Imunisasi Baduta Lengkap",
}  # fmt: skip
SASARAN = (("BAYI LAHIR HIDUP", "lahir_hidup"), ("SURVIVING INFANT", "si"), ("BADUTA", "baduta"))
SHEET_NAMES = ("JAN", "PEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGS", "SEP", "OKT", "NOP", "DES")
SEXES = ("L", "P", "JML")
#: Columns of one antigen in the wide form: L, P, JML, % of this month and of the year so far.
BLOCK_WIDTH = 8


def population(code: str) -> str:
    """The sasaran that an antigen is measured against."""
    return POPULATION[code] if code in POPULATION else population(TOGETHER[code][0])


def write_month_sheets(folder: Path, path: str, year: int, last_month: int) -> Report:
    """A year's workbook with a sheet for each month, counts by sex, sasaran beside them."""
    report, book = Report(path), Workbook(folder, path)
    for month in range(1, last_month + 1):
        sheet = book.sheet(SHEET_NAMES[month - 1])
        sheet.write(0, 0, "LAPORAN BULANAN HASIL IMUNISASI RUTIN", book.title)
        head = book.identity(sheet, 1, ("BULAN", f": {MONTH_NAMES[month - 1]}"), ("TAHUN", f": {year}")) + 1
        _month_header(book, sheet, head)
        for index, desa in enumerate(DESA):
            _month_row(book, sheet, head + 2 + index, index, desa, (year, month), report)
        _month_total(book, sheet, head + 2, (year, month))
    book.close()
    return report


def _month_header(book: Workbook, sheet: Any, head: int) -> None:
    for column, text in enumerate(("NO", "NAMA DESA")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    book.merged(sheet, (head, 2), (head, 4), "SASARAN SETAHUN")
    for column, (text, _) in enumerate(SASARAN, start=2):
        sheet.write(head + 1, column, text, book.head)
    for number, code in enumerate(IMMUNISATION):
        left = 5 + 3 * number
        book.merged(sheet, (head, left), (head, left + 2), LABELS[code])
        for offset, text in enumerate(SEXES):
            sheet.write(head + 1, left + offset, text, book.head)


def _month_row(book: Workbook, sheet: Any, row: int, index: int, desa: Desa, when: tuple[int, int], report: Report) -> None:
    sheet.write(row, 0, index + 1, book.cell)
    sheet.write(row, 1, desa.name, book.cell)
    for column, (_, name) in enumerate(SASARAN, start=2):
        sheet.write(row, column, sasaran(desa, when[0])[name], book.cell)
    for number, code in enumerate(IMMUNISATION):
        counts = _by_sex(code, desa, when)
        for offset, (sex, count) in enumerate(counts.items()):
            sheet.write(row, 5 + 3 * number + offset, count, book.cell)
            report.add(desa.name, code, when, "month", count, sex=sex)


def _by_sex(code: str, desa: Desa, when: tuple[int, int]) -> dict[str, int]:
    male, both = boys(code, desa, when), month_count(code, desa, when)
    return {"L": male, "P": both - male, "T": both}


def _month_total(book: Workbook, sheet: Any, first: int, when: tuple[int, int]) -> None:
    row, last = first + len(DESA), first + len(DESA) - 1
    sheet.merge_range(row, 0, row, 1, "TOTAL", book.count_total)
    for column, (_, name) in enumerate(SASARAN, start=2):
        book.sum_of(sheet, row, column, first, last, sum(sasaran(desa, when[0])[name] for desa in DESA))
    for number, code in enumerate(IMMUNISATION):
        for offset, sex in enumerate("LPT"):
            total = sum(_by_sex(code, desa, when)[sex] for desa in DESA)
            book.sum_of(sheet, row, 5 + 3 * number + offset, first, last, total)


def write_wide(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """One month's wide file: for each antigen L, P, JML, % of this month, then the same of the year so far."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("PWS IMUNISASI")
    sheet.write(0, 0, kop(), book.title)
    sheet.write(1, 0, "PEMANTAUAN WILAYAH SETEMPAT (PWS) IMUNISASI", book.title)
    period = f": {MONTH_NAMES[when[1] - 1].upper()} {when[0]}"
    head = book.identity(sheet, 2, ("PERIODE", period)) + 1
    _wide_header(book, sheet, head)
    row = head + 3
    for index, desa in enumerate(DESA):
        _wide_row(book, sheet, row + index, index, desa, when, report)
    _wide_total(book, sheet, row + len(DESA), when)
    sheet.freeze_panes(row, 2)
    book.close()
    return report


def _wide_header(book: Workbook, sheet: Any, head: int) -> None:
    for column, text in enumerate(("NO", "DESA/KELURAHAN")):
        book.merged(sheet, (head, column), (head + 2, column), text)
    book.merged(sheet, (head, 2), (head, 4), "SASARAN")
    for column, (text, _) in enumerate(SASARAN, start=2):
        book.merged(sheet, (head + 1, column), (head + 2, column), text)
    for number, code in enumerate(IMMUNISATION):
        left = 5 + BLOCK_WIDTH * number
        book.merged(sheet, (head, left), (head, left + BLOCK_WIDTH - 1), LABELS[code])
        for half, text in enumerate(("BULAN INI", "KUMULATIF")):
            at = left + half * 4
            book.merged(sheet, (head + 1, at), (head + 1, at + 3), text)
            for offset, word in enumerate((*SEXES, "%")):
                sheet.write(head + 2, at + offset, word, book.head)


def _wide_row(book: Workbook, sheet: Any, row: int, index: int, desa: Desa, when: tuple[int, int], report: Report) -> None:
    sheet.write(row, 0, index + 1, book.cell)
    sheet.write(row, 1, desa.name.upper(), book.cell)
    for column, (_, name) in enumerate(SASARAN, start=2):
        sheet.write(row, column, sasaran(desa, when[0])[name], book.cell)
    for number, code in enumerate(IMMUNISATION):
        goal = sasaran(desa, when[0])[population(code)]
        halves = (("month", _by_sex(code, desa, when)), ("cumulative", {sex: running(code, desa, when, sex) for sex in "LPT"}))
        for half, (basis, counts) in enumerate(halves):
            left = 5 + BLOCK_WIDTH * number + half * 4
            for offset, (sex, count) in enumerate(counts.items()):
                if not reported(desa, when):  # the officer has not sent it: the cells stay empty
                    sheet.write_blank(row, left + offset, None, book.cell)
                    continue
                sheet.write(row, left + offset, count, book.cell)
                report.add(desa.name.upper(), code, when, basis, count, sex=sex, denominator=goal if sex == "T" else None)
            if reported(desa, when):
                sheet.write(row, left + 3, percent(counts["T"], goal), book.percent)
            else:
                sheet.write_blank(row, left + 3, None, book.percent)


def _wide_total(book: Workbook, sheet: Any, row: int, when: tuple[int, int]) -> None:
    first, last, there = row - len(DESA), row - 1, [desa for desa in DESA if reported(desa, when)]
    sheet.merge_range(row, 0, row, 1, "PUSKESMAS", book.count_total)
    for column, (_, name) in enumerate(SASARAN, start=2):
        book.sum_of(sheet, row, column, first, last, sum(sasaran(desa, when[0])[name] for desa in DESA))
    for number, code in enumerate(IMMUNISATION):
        goal = sum(sasaran(desa, when[0])[population(code)] for desa in DESA)
        for half in range(2):
            left = 5 + BLOCK_WIDTH * number + half * 4
            for offset, sex in enumerate("LPT"):
                counts = (running(code, desa, when, sex) if half else _by_sex(code, desa, when)[sex] for desa in there)
                book.sum_of(sheet, row, left + offset, first, last, sum(counts))
            done = sum(running(code, desa, when) if half else month_count(code, desa, when) for desa in there)
            sheet.write(row, left + 3, percent(done, goal), book.total)
