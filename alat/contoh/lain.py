"""The other programmes: SPM, disease, sanitation and PHBS, each in a small table as its holder would draw it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from alat.contoh.cerita import WEAK, dice_of, strength
from alat.contoh.lembar import Report, Workbook, kop, percent
from alat.contoh.wilayah import DESA, MONTH_NAMES, Desa, sasaran

#: SPM service: label, indicator, sasaran, share of the year's work that an ordinary desa has done by December.
SPM = (
    ("Ibu Hamil", "spm_01", "bumil", 0.95), ("Ibu Bersalin", "spm_02", "bulin", 0.98),
    ("Bayi Baru Lahir", "spm_03", "lahir_hidup", 0.99), ("Balita", "spm_04", "balita", 0.95),
    ("Usia Pendidikan Dasar", "spm_05", "usia_dikdas", 0.99), ("Usia Produktif", "spm_06", "usia_produktif", 0.92),
    ("Usia Lanjut", "spm_07", "lansia", 0.96), ("Penderita Hipertensi", "spm_08", "hipertensi", 0.88),
    ("Penderita Diabetes Melitus", "spm_09", "dm", 0.98), ("ODGJ Berat", "spm_10", "odgj", 1.0),
    ("Orang Terduga TB", "spm_11", "tb_terduga", 0.95),
)  # fmt: skip
#: Sanitation: label, indicator, share of KK in an ordinary desa.
PILLARS = (
    ("KK akses jamban", "jamban", 0.97), ("STBM 2 Cuci Tangan Pakai Sabun", "ctps", 0.97),
    ("STBM 3 Pengelolaan Air Minum Rumah Tangga", "pam_rt", 0.96), ("STBM 4 Pengelolaan Sampah", "ps_rt", 0.84),
    ("STBM 5 Pengelolaan Limbah Cair", "plc_rt", 0.8), ("KK akses air minum layak", "air_minum", 0.98),
)  # fmt: skip
ODF, NOT_ODF = "Sudah", "Belum"
#: In the story a desa is verified as free of open defecation from this share of households on.
VERIFIED_FROM = 0.99
#: Dengue: cases expected in a month for 1,000 inhabitants by season, and the desa with an outbreak.
DENGUE_SEASON = (0.09, 0.11, 0.08, 0.05, 0.03, 0.02, 0.01, 0.01, 0.01, 0.02, 0.04, 0.07)
OUTBREAK, OUTBREAK_MONTHS = "Sukamaju Lor", {(2026, 1), (2026, 2), (2026, 3)}
CHECKED_HOUSES = 100
#: Months in which balita cough more, and the chance of one malaria case in a desa and month.
DRY_MONTHS, MALARIA_CHANCE = (7, 8, 9), 0.02
Counter = Callable[[Desa, tuple[int, int]], int]


def _cases(desa: Desa, when: tuple[int, int]) -> int:
    """Dengue cases of a desa in a month."""
    mean = sasaran(desa, when[0])["penduduk"] / 1000 * DENGUE_SEASON[when[1] - 1]
    mean *= 6 if desa.name == OUTBREAK and when in OUTBREAK_MONTHS else 1
    dice, cases = dice_of("dbd", desa.name, when), 0
    while dice.random() < mean / (mean + 1):
        cases += 1
    return cases


def _share(key: str, desa: Desa, base: float, *, growth: float = 0.0) -> float:
    """A share near `base`, lower in the weak desa, the same each time it is asked for."""
    weak = 0.6 if desa.name in WEAK else 1.0
    return min(1.0, base * weak * (0.94 + 0.12 * dice_of("lain", key, desa.name).random()) + growth)


def _head(book: Workbook, sheet: Any, title: str, lines: Sequence[tuple[str, str]]) -> int:
    sheet.write(0, 0, kop(), book.title)
    sheet.write(1, 0, title, book.title)
    return book.identity(sheet, 2, *lines) + 1


def _names(book: Workbook, sheet: Any, first: int) -> None:
    for index, desa in enumerate(DESA):
        sheet.write(first + index, 0, index + 1, book.cell)
        sheet.write(first + index, 1, desa.name, book.cell)


def write_spm(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """The twelve services but HIV, which is not counted per desa: sasaran, capaian, % under each service."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("SPM")
    period = f": JANUARI S/D {MONTH_NAMES[when[1] - 1].upper()} {when[0]}"
    head = _head(book, sheet, "CAPAIAN KUMULATIF STANDAR PELAYANAN MINIMAL (SPM) BIDANG KESEHATAN", [("PERIODE", period)])
    for column, text in enumerate(("NO", "DESA")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    first = head + 2
    _names(book, sheet, first)
    sheet.merge_range(first + len(DESA), 0, first + len(DESA), 1, "JUMLAH", book.count_total)
    for number, (label, code, population, done) in enumerate(SPM):
        left = 2 + 3 * number
        book.merged(sheet, (head, left), (head, left + 2), f"SPM {number + 1} {label}")
        for offset, text in enumerate(("Sasaran", "Capaian", "%")):
            sheet.write(head + 1, left + offset, text, book.head)
        _spm_column(book, sheet, first, left, code, population, done, when, report)
    book.close()
    return report


def _spm_column(book: Workbook, sheet: Any, first: int, left: int, code: str, population: str, done: float, when: tuple[int, int],
                report: Report) -> None:  # fmt: skip
    goals, reached = [], []
    for index, desa in enumerate(DESA):
        goal = float(round(sasaran(desa, when[0])[population]))
        served = min(round(goal * done * when[1] / 12 * strength(desa, "spm", when)), round(goal))
        goals.append(goal)
        reached.append(served)
        sheet.write(first + index, left, goal, book.cell)
        sheet.write(first + index, left + 1, served, book.cell)
        sheet.write(first + index, left + 2, percent(served, goal), book.percent)
        report.add(desa.name, code, when, "cumulative", served, denominator=goal)
    last = first + len(DESA) - 1
    book.sum_of(sheet, last + 1, left, first, last, sum(goals))
    book.sum_of(sheet, last + 1, left + 1, first, last, sum(reached))
    sheet.write(last + 1, left + 2, percent(sum(reached), sum(goals)), book.total)


def write_dengue(folder: Path, path: str, year: int, last_month: int) -> Report:
    """Dengue cases of a year: a row a desa, a column a month."""
    report, book = Report(path), Workbook(folder, path)
    _month_table(book, "DBD", "JUMLAH KASUS DBD MENURUT DESA DAN BULAN", ("dbd_kasus", _cases), (year, last_month), report)
    book.close()
    return report


def write_airborne(folder: Path, path: str, year: int, last_month: int) -> Report:
    """Coughs of balita and malaria cases of a year, a sheet each."""
    report, book = Report(path), Workbook(folder, path)
    _month_table(book, "ISPA", "JUMLAH ISPA BALITA BUKAN PNEUMONIA MENURUT DESA DAN BULAN", ("ispa", _coughs), (year, last_month), report)
    _month_table(book, "MALARIA", "JUMLAH KASUS MALARIA MENURUT DESA DAN BULAN", ("malaria", _malaria), (year, last_month), report)
    book.close()
    return report


def _coughs(desa: Desa, when: tuple[int, int]) -> int:
    """Balita with a cough in a month; more in the dry months."""
    mean = sasaran(desa, when[0])["balita"] * (0.07 if when[1] in DRY_MONTHS else 0.04)
    return round(mean * (0.8 + 0.4 * dice_of("ispa", desa.name, when).random()))


def _malaria(desa: Desa, when: tuple[int, int]) -> int:
    """Imported cases only, now and then."""
    return int(dice_of("malaria", desa.name, when).random() < MALARIA_CHANCE)


def _month_table(
    book: Workbook, name: str, title: str, counted: tuple[str, Counter], until: tuple[int, int], report: Report
) -> None:
    """A sheet with a row a desa and a column a month; months after the last are empty."""
    (code, count), (year, last_month) = counted, until
    sheet = book.sheet(name)
    head = _head(book, sheet, title, [("TAHUN", f": {year}")])
    for column, text in enumerate(("NO", "DESA", *MONTH_NAMES, "JUMLAH")):
        sheet.write(head, column, text, book.head)
    first = head + 1
    _names(book, sheet, first)
    last = first + len(DESA) - 1
    sheet.merge_range(last + 1, 0, last + 1, 1, "JUMLAH", book.count_total)
    for month in range(1, 13):
        for index, desa in enumerate(DESA):
            if month > last_month:
                sheet.write_blank(first + index, 1 + month, None, book.cell)
                continue
            sheet.write(first + index, 1 + month, count(desa, (year, month)), book.cell)
            report.add(desa.name, code, (year, month), "month", count(desa, (year, month)))
        total = sum(count(desa, (year, month)) for desa in DESA) if month <= last_month else 0
        book.sum_of(sheet, last + 1, 1 + month, first, last, total)
    for index, desa in enumerate(DESA):
        total = sum(count(desa, (year, month)) for month in range(1, last_month + 1))
        sheet.write(first + index, 14, total, book.count_total)


def write_disease(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """TB, diarrhoea, pneumonia counts of the year so far, and houses free of larvae."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("P2P")
    period = f": JANUARI S/D {MONTH_NAMES[when[1] - 1].upper()} {when[0]}"
    head = _head(book, sheet, "REKAP KUMULATIF PROGRAM P2P", [("PERIODE", period)])
    texts = ("NO", "DESA", "Kasus TB ditemukan dan diobati", "Diare dilayani", "Pneumonia balita ditemukan", "Rumah diperiksa",
             "Rumah bebas jentik", "ABJ (%)")  # fmt: skip
    for column, text in enumerate(texts):
        sheet.write(head, column, text, book.head)
    _names(book, sheet, head + 1)
    for index, desa in enumerate(DESA):
        inhabitants, part = sasaran(desa, when[0])["penduduk"], when[1] / 12
        values = {
            "tb_kasus": round(inhabitants * 0.0028 * part * strength(desa, "spm", when)),
            "diare": round(inhabitants * 0.02 * part), "pneumonia_balita": round(inhabitants * 0.002 * part),
        }  # fmt: skip
        checked = CHECKED_HOUSES if inhabitants > 1000 else 40
        clean = round(checked * (0.78 if desa.name == OUTBREAK else _share("abj", desa, 0.97)))
        for column, value in enumerate((*values.values(), checked, clean, percent(clean, checked)), start=2):
            sheet.write(head + 1 + index, column, value, book.cell)
        for code, value in values.items():
            report.add(desa.name, code, when, "cumulative", value)
        report.add(desa.name, "abj", when, "point", clean, denominator=checked)
    book.close()
    return report


def write_sanitation(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """Households by pillar with their %, and whether the desa is verified free of open defecation."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("STBM")
    period = f": {MONTH_NAMES[when[1] - 1]} {when[0]}"
    head = _head(book, sheet, "LAPORAN SANITASI TOTAL BERBASIS MASYARAKAT (STBM)", [("BULAN", period)])
    for column, text in enumerate(("NO", "DESA", "Jumlah KK")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    for number, (label, _, _) in enumerate(PILLARS):
        book.merged(sheet, (head, 3 + 2 * number), (head, 4 + 2 * number), label)
        sheet.write(head + 1, 3 + 2 * number, "Jumlah", book.head)
        sheet.write(head + 1, 4 + 2 * number, "%", book.head)
    status = 3 + 2 * len(PILLARS)
    book.merged(sheet, (head, status), (head + 1, status), "Desa stop BABS (ODF)")
    first, growth = head + 2, 0.04 if when >= (2026, 1) else 0.0
    _names(book, sheet, first)
    for index, desa in enumerate(DESA):
        households = round(sasaran(desa, when[0])["kk"])
        sheet.write(first + index, 2, households, book.cell)
        for number, (_, code, base) in enumerate(PILLARS):
            count = round(households * _share(code, desa, base, growth=growth))
            sheet.write(first + index, 3 + 2 * number, count, book.cell)
            sheet.write(first + index, 4 + 2 * number, percent(count, households), book.percent)
            report.add(desa.name, code, when, "point", count, denominator=households)
        is_free = _share("jamban", desa, PILLARS[0][2], growth=growth) >= VERIFIED_FROM
        sheet.write(first + index, status, ODF if is_free else NOT_ODF, book.cell)
        report.add(desa.name, "sbs", when, "point", float(is_free))
    book.close()
    return report


def write_phbs(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """Surveyed households and those that meet all ten PHBS points."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("PHBS")
    period = f": {MONTH_NAMES[when[1] - 1]} {when[0]}"
    head = _head(book, sheet, "REKAPITULASI PHBS TATANAN RUMAH TANGGA", [("BULAN", period)])
    for column, text in enumerate(("NO", "DESA", "Rumah tangga disurvei", "Rumah tangga ber-PHBS", "%")):
        sheet.write(head, column, text, book.head)
    _names(book, sheet, head + 1)
    for index, desa in enumerate(DESA):
        surveyed = 40 if desa.name == "Pulau Kecil" else 210
        healthy = round(surveyed * _share("phbs", desa, 0.8, growth=0.03 if when >= (2026, 1) else 0))
        for column, value in enumerate((surveyed, healthy, percent(healthy, surveyed)), start=2):
            sheet.write(head + 1 + index, column, value, book.cell)
        report.add(desa.name, "phbs_rt", when, "point", healthy, denominator=surveyed)
    book.close()
    return report
