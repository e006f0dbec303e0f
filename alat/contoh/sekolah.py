"""School children, adolescent girls and posyandu: BIAS by desa and by school, TTD and anaemia of girls, posyandu and home visits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alat.contoh.cerita import WEAK, dice_of
from alat.contoh.lain import _head, _names, _share
from alat.contoh.lembar import Report, Workbook, percent
from alat.contoh.wilayah import DESA, MONTH_NAMES, Desa, people, sasaran

#: Pupils of one class, girls of 12-18 years and posyandu for each inhabitant.
CLASS_SHARE, GIRLS_SHARE, PEOPLE_A_POSYANDU = 0.0165, 0.055, 650
#: A school for so many inhabitants, and the kinds of school by turns.
PEOPLE_A_SCHOOL, SCHOOLS = 2200, ("SDN 1", "SDN 2", "MI Nurul Huda")
#: Share of pupils immunised in an ordinary desa.
PRESENT = {"bias_mr": 0.99, "bias_hpv1": 0.985, "bias_dt": 0.985, "bias_td2": 0.985, "bias_td5": 0.98}
#: The campaign in November: indicator, class, vaccine.
NOVEMBER = (("bias_dt", "KELAS 1", "DT"), ("bias_td2", "KELAS 2", "Td"), ("bias_td5", "KELAS 5", "Td"))


def pupils(desa: Desa, grade: str) -> int:
    """Pupils of a class, as the schools of the desa counted them."""
    return max(6, round(people(desa, 2025) * CLASS_SHARE * (0.95 + 0.1 * dice_of("murid", grade, desa.name).random())))


def girls(desa: Desa, grade: str) -> int:
    """The girls among them."""
    return round(pupils(desa, grade) * 0.49)


def _period(when: tuple[int, int]) -> str:
    return f": {MONTH_NAMES[when[1] - 1].upper()} {when[0]}"


def write_bias_by_desa(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """The campaign of August: measles-rubella in class 1 and HPV for the girls of class 5, a row a desa."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("BIAS")
    head = _head(book, sheet, "LAPORAN BULAN IMUNISASI ANAK SEKOLAH (BIAS)", [("BULAN", _period(when))])
    for column, text in enumerate(("NO", "DESA")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    groups = (("bias_mr", "KELAS 1", "Jumlah siswa", "Campak-Rubela"), ("bias_hpv1", "SISWI KELAS 5", "Jumlah siswi", "HPV 1"))
    for number, (_, title, counted, vaccine) in enumerate(groups):
        left = 2 + 3 * number
        book.merged(sheet, (head, left), (head, left + 2), title)
        for offset, text in enumerate((counted, vaccine, "%")):
            sheet.write(head + 1, left + offset, text, book.head)
    _names(book, sheet, head + 2)
    for index, desa in enumerate(DESA):
        for number, (code, title, _, _) in enumerate(groups):
            due = pupils(desa, "1") if title == "KELAS 1" else girls(desa, "5")
            done = round(due * _share(code, desa, PRESENT[code]))
            for offset, value in enumerate((due, done, percent(done, due))):
                sheet.write(head + 2 + index, 2 + 3 * number + offset, value, book.cell)
            report.add(desa.name, code, when, "point", done, denominator=due)
    book.close()
    return report


def _schools(desa: Desa) -> list[str]:
    count = min(len(SCHOOLS), max(1, round(desa.people / PEOPLE_A_SCHOOL)))
    return [f"{kind} {desa.name}" for kind in SCHOOLS[:count]]


def _split(total: int, parts: int) -> list[int]:
    """The total in nearly equal whole parts."""
    return [total // parts + (place < total % parts) for place in range(parts)]


def _school_rows() -> Iterator[tuple[Desa, str, list[tuple[int, int]]]]:
    """Each school with the pupils and those immunised of the three classes."""
    for desa in DESA:
        names = _schools(desa)
        due = [_split(pupils(desa, title[-1]), len(names)) for _, title, _ in NOVEMBER]
        done = [
            _split(round(pupils(desa, title[-1]) * _share(code, desa, PRESENT[code])), len(names)) for code, title, _ in NOVEMBER
        ]  # fmt: skip
        for place, name in enumerate(names):
            yield desa, name, [(all_of[place], served[place]) for all_of, served in zip(due, done, strict=True)]


def write_bias_by_school(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """The campaign of November as the schools report it: a row a school, with its desa beside it."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("BIAS NOVEMBER")
    head = _head(book, sheet, "REKAP BIAS DT DAN TD PER SEKOLAH", [("BULAN", _period(when))])
    for column, text in enumerate(("NO", "NAMA SEKOLAH", "DESA")):
        book.merged(sheet, (head, column), (head + 1, column), text)
    for number, (_, title, vaccine) in enumerate(NOVEMBER):
        book.merged(sheet, (head, 3 + 2 * number), (head, 4 + 2 * number), title)
        sheet.write(head + 1, 3 + 2 * number, "Jumlah siswa", book.head)
        sheet.write(head + 1, 4 + 2 * number, vaccine, book.head)
    for index, (desa, school, counts) in enumerate(_school_rows()):
        for column, value in enumerate((index + 1, school, desa.name)):
            sheet.write(head + 2 + index, column, value, book.cell)
        for number, (due, done) in enumerate(counts):
            sheet.write(head + 2 + index, 3 + 2 * number, due, book.cell)
            sheet.write(head + 2 + index, 4 + 2 * number, done, book.cell)
            report.add(school, NOVEMBER[number][0], when, "point", done, denominator=due)
    book.close()
    return report


def write_girls(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """Iron tablets of the school year and the anaemia found among the girls examined."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("REMATRI")
    head = _head(book, sheet, "LAPORAN TTD DAN SKRINING ANEMIA REMAJA PUTRI", [("BULAN", _period(when))])
    texts = ("NO", "DESA", "Sasaran remaja putri", "Rematri minum TTD 26 tablet", "%")
    for column, text in enumerate(texts):
        sheet.write(head, column, text, book.head)
    _names(book, sheet, head + 1)
    for index, desa in enumerate(DESA):
        due = round(sasaran(desa, when[0])["penduduk"] * GIRLS_SHARE)
        done = round(due * _share("rematri", desa, 0.74))
        for column, value in enumerate((due, done, percent(done, due)), start=2):
            sheet.write(head + 1 + index, column, value, book.cell)
        report.add(desa.name, "rematri_ttd", when, "point", done, denominator=due)
    book.close()
    return report


def write_screening(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """The screening of the girls of classes 7 and 10: examined, anaemic, treated."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("SKRINING")
    head = _head(book, sheet, "SKRINING ANEMIA REMAJA PUTRI", [("BULAN", _period(when))])
    texts = ("NO", "DESA", "Sasaran rematri kelas 7 dan 10", "Rematri diskrining anemia", "Rematri anemia", "Rematri anemia ditangani")
    for column, text in enumerate(texts):
        sheet.write(head, column, text, book.head)
    _names(book, sheet, head + 1)
    for index, desa in enumerate(DESA):
        due = round(sasaran(desa, when[0])["penduduk"] * GIRLS_SHARE * 0.3)
        seen = round(due * _share("skrining", desa, 0.84))
        ill = round(seen * (0.36 if desa.name in WEAK else 0.19))
        treated = round(ill * (0.3 if desa.name in WEAK else 0.7))
        for column, value in enumerate((due, seen, ill, treated), start=2):
            sheet.write(head + 1 + index, column, value, book.cell)
        report.add(desa.name, "rematri_skrining", when, "point", seen, denominator=due)
        report.add(desa.name, "rematri_anemia", when, "point", ill, denominator=seen)
        report.add(desa.name, "rematri_anemia_ttd", when, "point", treated, denominator=ill)
    book.close()
    return report


def write_posyandu(folder: Path, path: str, when: tuple[int, int]) -> Report:
    """Posyandu that are active, and families that kader visited since January."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("ILP")
    head = _head(book, sheet, "LAPORAN POSYANDU DAN KUNJUNGAN RUMAH (ILP)", [("BULAN", _period(when))])
    texts: tuple[Any, ...] = ("NO", "DESA", "Jumlah posyandu", "Posyandu aktif", "%", "Jumlah KK", "KK dikunjungi kader s/d bulan ini", "%")
    for column, text in enumerate(texts):
        sheet.write(head, column, text, book.head)
    _names(book, sheet, head + 1)
    for index, desa in enumerate(DESA):
        posts = max(1, round(people(desa, when[0]) / PEOPLE_A_POSYANDU))
        active = max(0, posts - (2 if desa.name in WEAK else 0))
        families = round(sasaran(desa, when[0])["kk"])
        visited = round(families * when[1] / 12 * _share("kunjungan", desa, 1.06))
        for column, value in enumerate((posts, active, percent(active, posts), families, visited, percent(visited, families)), start=2):
            sheet.write(head + 1 + index, column, value, book.cell)
        report.add(desa.name, "posyandu_aktif", when, "point", active, denominator=posts)
        report.add(desa.name, "kunjungan_rumah", when, "cumulative", visited, denominator=families)
    book.close()
    return report
