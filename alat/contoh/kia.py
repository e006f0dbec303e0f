"""KIA: one workbook a year, twelve blocks of months stacked in a sheet, a four-row header, an entry sheet behind a recap."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell as cell

from alat.contoh.cerita import CARE, month_count, running_all
from alat.contoh.lembar import Report, Workbook, percent
from alat.contoh.wilayah import DESA, MONTH_NAMES, NAMES, sasaran

#: Rows from one month's block to the next, in both sheets.
BLOCK = 26
#: Rows from the top of a block to its first desa in the entry sheet.
FIRST_ENTRY_ROW = 7
FIRST_ENTRY_COLUMN = 5
ENTRY_LABELS = {
    "k1": "K1", "k1_murni": "K1 MURNI", "k4": "K4", "k6": "K6", "anc_12t": "ANC 12T", "pn_fasyankes": "PERSALINAN DI FASYANKES",
    "kf_lengkap": "KF LENGKAP", "kn1": "KN1", "kn_lengkap": "KN LENGKAP", "resti_nakes": "NAKES", "resti_masyarakat": "MASYARAKAT",
}  # fmt: skip
#: Recap column groups: label, indicator, sasaran it divides by.
RECAP = (("K1", "k1", "bumil"), ("K4", "k4", "bulin"), ("K6", "k6", "bulin"))
RISK = (("OLEH NAKES", "resti_nakes"), ("OLEH MASYARAKAT", "resti_masyarakat"))
SASARAN = (("BUMIL", "bumil"), ("BULIN", "bulin"), ("BAYI", "lahir_hidup"))
#: BLN LALU, BLN INI, KUMULATIF (ABS, %), RANKING.
GROUP_WIDTH = 5
LAST = len(DESA) - 1


def write(folder: Path, path: str, year: int, last_month: int) -> Report:
    """One year's workbook, filled in to `last_month`; the later months stand empty, as in a form that goes on."""
    report, book = Report(path), Workbook(folder, path)
    cover = book.sheet("PETUNJUK")
    for row, (label, value) in enumerate(
        (("LAPORAN KIA (CONTOH)", ""), ("Tahun", year), ("Puskesmas", "SUKAMAJU RAYA"), ("1. Isi lembar ENTRI setiap bulan", ""),
         ("2. Lembar PWS terisi sendiri", ""))
    ):  # fmt: skip
        cover.write(row, 0, label)
        cover.write(row, 2, value)
    entry, recap = book.sheet("ENTRI"), book.sheet("PWS KIA")
    for month in range(1, 13):
        filled = month <= last_month
        _entry_block(book, entry, year, month, filled, report)
        _recap_block(book, recap, year, month, last_month, report)
    book.close()
    return report


def _entry_block(book: Workbook, sheet: Any, year: int, month: int, filled: bool, report: Report) -> None:
    top = (month - 1) * BLOCK
    sheet.write(top, 0, "LAPORAN BULANAN KESEHATAN IBU DAN ANAK", book.title)
    row = book.identity(sheet, top + 1, ("BULAN", f": {MONTH_NAMES[month - 1].upper()}"), ("TAHUN", f": {year}"))
    head = row + 1
    for column, text in enumerate(("NO", "DESA")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    book.merged(sheet, (head, 2), (head, 4), "SASARAN")
    for column, (text, _) in enumerate(SASARAN, start=2):
        sheet.write(head + 1, column, text, book.head)
    for column, code in enumerate(CARE, start=FIRST_ENTRY_COLUMN):
        if code.startswith("resti"):
            sheet.write(head + 1, column, ENTRY_LABELS[code], book.head)
        else:
            book.merged(sheet, (head, column), (head + 1, column), ENTRY_LABELS[code])
    risk = FIRST_ENTRY_COLUMN + len(CARE) - 2
    book.merged(sheet, (head, risk), (head, risk + 1), "DETEKSI RISIKO TINGGI")
    first = head + 2
    for index, desa in enumerate(DESA):
        _entry_row(book, sheet, first + index, index, year, month, filled)
        if filled:
            for code in CARE:
                report.add(desa.name, code, (year, month), "month", month_count(code, desa, (year, month)))
    _entry_total(book, sheet, first, year, month, filled)


def _entry_row(book: Workbook, sheet: Any, row: int, index: int, year: int, month: int, filled: bool) -> None:
    desa = DESA[index]
    sheet.write(row, 0, index + 1, book.cell)
    sheet.write(row, 1, NAMES[index], book.cell)
    for column, (_, population) in enumerate(SASARAN, start=2):
        sheet.write(row, column, sasaran(desa, year)[population], book.fraction)
    for column, code in enumerate(CARE, start=FIRST_ENTRY_COLUMN):
        if filled:
            sheet.write(row, column, month_count(code, desa, (year, month)), book.cell)
        else:
            sheet.write_blank(row, column, None, book.cell)


def _entry_total(book: Workbook, sheet: Any, first: int, year: int, month: int, filled: bool) -> None:
    row, last = first + len(DESA), first + LAST
    sheet.merge_range(row, 0, row, 1, "JUMLAH", book.count_total)
    for column, (_, population) in enumerate(SASARAN, start=2):
        book.sum_of(sheet, row, column, first, last, sum(sasaran(desa, year)[population] for desa in DESA), fraction=True)
    for column, code in enumerate(CARE, start=FIRST_ENTRY_COLUMN):
        total = sum(month_count(code, desa, (year, month)) for desa in DESA) if filled else 0
        book.sum_of(sheet, row, column, first, last, total)


def _recap_header(book: Workbook, sheet: Any, head: int) -> None:
    """Four rows: group, sub-group or column, column, ABS and %."""
    for column, text in enumerate(("NO", "DESA")):
        book.merged(sheet, (head, column), (head + 3, column), text)
    book.merged(sheet, (head, 2), (head, 4), "SASARAN")
    for column, (text, _) in enumerate(SASARAN, start=2):
        book.merged(sheet, (head + 1, column), (head + 3, column), text)
    for number, (text, _, _) in enumerate(RECAP):
        left = 5 + number * GROUP_WIDTH
        book.merged(sheet, (head, left), (head, left + 4), text)
        _recap_columns(book, sheet, head + 1, head + 2, head + 3, left)
    left = 5 + len(RECAP) * GROUP_WIDTH
    book.merged(sheet, (head, left), (head, left + 2 * GROUP_WIDTH - 1), "DETEKSI RISIKO TINGGI")
    for number, (text, _) in enumerate(RISK):
        at = left + number * GROUP_WIDTH
        book.merged(sheet, (head + 1, at), (head + 1, at + 4), text)
        _recap_columns(book, sheet, head + 2, head + 2, head + 3, at)


def _recap_columns(book: Workbook, sheet: Any, top: int, kum: int, bottom: int, left: int) -> None:
    for offset, text in ((0, "BLN LALU"), (1, "BLN INI"), (4, "RANKING")):
        book.merged(sheet, (top, left + offset), (bottom, left + offset), text)
    book.merged(sheet, (top, left + 2), (kum, left + 3), "KUMULATIF")
    sheet.write(bottom, left + 2, "ABS", book.head)
    sheet.write(bottom, left + 3, "%", book.head)


def _recap_block(book: Workbook, sheet: Any, year: int, month: int, last_month: int, report: Report) -> None:
    top = (month - 1) * BLOCK
    sheet.write(top, 0, "LAPORAN PWS KIA", book.title)
    row = book.identity(sheet, top + 1, ("BULAN", f": {MONTH_NAMES[month - 1].upper()}"))
    head = row + 1
    _recap_header(book, sheet, head)
    first = head + 4
    groups = [(code, population) for _, code, population in RECAP] + [(code, "resti") for _, code in RISK]
    for index, desa in enumerate(DESA):
        sheet.write(first + index, 0, index + 1, book.cell)
        sheet.write(first + index, 1, desa.name, book.cell)
        for column, (_, population) in enumerate(SASARAN, start=2):
            sheet.write(first + index, column, sasaran(desa, year)[population], book.fraction)
        for number, (code, population) in enumerate(groups):
            _recap_cells(book, sheet, first + index, 5 + number * GROUP_WIDTH, index, code, population, (year, month), last_month)
            if month <= last_month:
                printed = None if population == "resti" else sasaran(desa, year)[population]  # 20 % of bumil is no column
                report.add(desa.name, code, (year, month), "cumulative", running_all(code, desa, (year, month)), denominator=printed)
    _recap_total(book, sheet, first, groups, (year, month), last_month)


def _done(code: str, index: int, when: tuple[int, int], last_month: int) -> tuple[int, int, int]:
    """Before, this month, cumulative, as the formulas give them: a month that nobody filled in repeats what stood before."""
    year, month = when
    total = running_all(code, DESA[index], (year, min(month, last_month)))
    this = month_count(code, DESA[index], when) if month <= last_month else 0
    return total - this, this, total


def _recap_cells(book: Workbook, sheet: Any, row: int, left: int, index: int, code: str, population: str, when: tuple[int, int],
                 last_month: int) -> None:  # fmt: skip
    before, this, total = _done(code, index, when, last_month)
    entry = cell((when[1] - 1) * BLOCK + FIRST_ENTRY_ROW + index, FIRST_ENTRY_COLUMN + CARE.index(code))
    earlier = f"={cell(row - BLOCK, left + 2)}" if when[1] > 1 else "=0"
    goal = sasaran(DESA[index], when[0])[population]
    divisor = cell(row, 2) + "*0.2" if population == "resti" else cell(row, 2 + [name for _, name in SASARAN].index(population))
    share = total / goal * 100
    rank = 1 + sum(_share(code, population, other, when, last_month) > share for other in range(len(DESA)))
    sheet.write_formula(row, left, earlier, book.cell, before)
    sheet.write_formula(row, left + 1, f"=ENTRI!{entry}", book.cell, this)
    sheet.write_formula(row, left + 2, f"={cell(row, left)}+{cell(row, left + 1)}", book.cell, total)
    sheet.write_formula(row, left + 3, f"={cell(row, left + 2)}/({divisor})*100", book.percent, share)
    sheet.write(row, left + 4, rank, book.cell)


def _share(code: str, population: str, index: int, when: tuple[int, int], last_month: int) -> float:
    return _done(code, index, when, last_month)[2] / sasaran(DESA[index], when[0])[population] * 100


def _recap_total(book: Workbook, sheet: Any, first: int, groups: list[tuple[str, str]], when: tuple[int, int], last_month: int) -> None:
    row, last = first + len(DESA), first + LAST
    sheet.merge_range(row, 0, row, 1, "JUMLAH", book.count_total)
    for column, (_, population) in enumerate(SASARAN, start=2):
        book.sum_of(sheet, row, column, first, last, sum(sasaran(desa, when[0])[population] for desa in DESA), fraction=True)
    for number, (code, population) in enumerate(groups):
        left = 5 + number * GROUP_WIDTH
        sums = [sum(_done(code, index, when, last_month)[part] for index in range(len(DESA))) for part in range(3)]
        for offset, value in enumerate(sums):
            book.sum_of(sheet, row, left + offset, first, last, value)
        goal = sum(sasaran(desa, when[0])[population] for desa in DESA)
        sheet.write(row, left + 3, percent(sums[2], goal), book.total)
        sheet.write_blank(row, left + 4, None, book.cell)
