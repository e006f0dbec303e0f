"""Nutrition: the table of the nutrition system (a row a desa and month), as xlsx, as HTML named .xls, and as CSV for pregnancy."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from pathlib import Path

from alat.contoh.cerita import nutrition, pregnancy, reported
from alat.contoh.lembar import Report, Workbook, kop, percent
from alat.contoh.wilayah import DESA, MONTH_NAMES, PUSKESMAS, Desa

#: Header of the balita table and the count behind it; a % column follows where the third entry names its divisor.
BALITA: tuple[tuple[str, str, str], ...] = (
    ("Jumlah sasaran balita", "balita", ""), ("Jumlah balita bulan ini", "riil", ""), ("Jumlah balita ditimbang", "timbang", "balita"),
    ("Jumlah balita ditimbang dan diukur", "ukur", ""), ("Jumlah balita diukur PB/TB", "ukur", ""),
    ("Jumlah balita punya buku KIA", "kia", "balita"), ("Jumlah balita naik berat badannya (N)", "n", "koreksi"),
    ("Jumlah balita tidak naik berat badannya (T)", "t", ""), ("Jumlah balita tidak ditimbang bulan lalu (O)", "o", ""),
    ("Jumlah bayi baru lahir bulan ini (B)", "b", ""), ("Jumlah balita ditimbang terkoreksi", "koreksi", ""),
    ("Jumlah balita stunting", "stunting", "ukur"), ("Jumlah balita wasting", "wasting", "ukur"),
    ("Jumlah balita overweight", "overweight", "ukur"), ("Jumlah balita underweight", "underweight", "timbang"),
    ("Jumlah bayi usia 0-5 bulan yang direcall", "bayi_recall", ""),
    ("Jumlah bayi usia 0-5 bulan yang mendapat ASI Eksklusif berdasarkan recall 24 jam", "asi", ""),
    ("Jumlah bayi usia 6 bulan", "usia_6", ""), ("Jumlah bayi ASI Eksklusif sampai 6 bulan", "asi_6", ""),
    ("Jumlah anak usia 6-23 bulan yang diwawancarai", "wawancara", ""),
    ("Jumlah anak usia 6-23 bulan yang mendapat MPASI baik", "mpasi", ""),
    ("Jumlah bayi 6-11 bulan", "bayi_6_11", ""), ("Jumlah bayi 6-11 bulan mendapat Vitamin A", "vit_bayi", ""),
    ("Jumlah anak 12-59 bulan", "anak_12_59", ""), ("Jumlah anak 12-59 bulan mendapat Vitamin A", "vit_anak", ""),
    ("Jumlah seluruh balita (usia 6-59 bulan) gizi kurang sampai bulan ini", "gizi_kurang", ""),
    ("Jumlah balita gizi kurang usia 6-59 bulan yang mendapatkan makanan tambahan berbahan pangan lokal sampai bulan ini",
     "gizi_kurang_pmt", ""),
)  # fmt: skip
#: Columns that stand empty outside their months.
ONLY_IN = {"asi": (2, 8), "bayi_recall": (2, 8), "vit_bayi": (2, 8), "vit_anak": (2, 8), "wawancara": (3, 6, 9, 12), "mpasi": (3, 6, 9, 12)}
#: indicator: (numerator, denominator, basis)
BALITA_INDICATORS = {
    "d_s": ("timbang", "balita", "point"), "n_d": ("n", "koreksi", "point"), "k_s": ("kia", "balita", "point"),
    "stunting": ("stunting", "ukur", "point"), "wasting": ("wasting", "ukur", "point"),
    "overweight": ("overweight", "ukur", "point"), "underweight": ("underweight", "timbang", "point"),
    "asi_eksklusif": ("asi", "bayi_recall", "point"), "asi_6_bulan": ("asi_6", "usia_6", "point"),
    "mpasi": ("mpasi", "wawancara", "point"), "vit_a_6_11": ("vit_bayi", "bayi_6_11", "point"),
    "vit_a_12_59": ("vit_anak", "anak_12_59", "point"), "pmt_gizi_kurang": ("gizi_kurang_pmt", "gizi_kurang", "cumulative"),
}  # fmt: skip
#: Header, count behind it, and divisor of the percent column that follows it.
PREGNANCY: tuple[tuple[str, str, str], ...] = (
    ("Jumlah_Sasaran_Ibu_Hamil", "bumil", ""),
    ("Jumlah_ibu_hamil_periksa_Hb_sampai_bulan_ini", "hb", ""),
    ("Jumlah_ibu_hamil_anemia_sampai_bulan_ini", "anemia", "hb"),
    ("Jumlah_ibu_hamil_anemia_yang_mendapat_TTD_oral_sampai_bulan_ini", "anemia_ttd", "anemia"),
    ("Jumlah_ibu_hamil_mendapat_minimal_180_tablet_TTD_sampai_bulan_ini", "ttd180", "bumil"),
    ("Jumlah_ibu_hamil_diukur_LILA_IMT_sampai_bulan_ini", "lila", ""),
    ("Jumlah_ibu_hamil_risiko_KEK_sampai_bulan_ini", "kek", "lila"),
    ("Jumlah_ibu_hamil_KEK_mendapat_tambahan_asupan_gizi_sampai_bulan_ini", "kek_pmt", "kek"),
)
PREGNANCY_INDICATORS = {
    "anemia": ("anemia", "hb"), "anemia_ttd": ("anemia_ttd", "anemia"), "ttd180": ("ttd180", "bumil"), "kek": ("kek", "lila"),
    "kek_pmt": ("kek_pmt", "kek"),
}  # fmt: skip

Months = Sequence[tuple[int, int]]


def _headers() -> list[str]:
    texts = ["No", "Puskesmas", "Kelurahan", "Tahun", "Bulan"]
    for text, _, divisor in BALITA:
        texts += [text, f"% {text.removeprefix('Jumlah balita ').capitalize()}"] if divisor else [text]
    return texts


def _row(number: int, desa: Desa, when: tuple[int, int]) -> list[object]:
    counts = nutrition(desa, when)
    row: list[object] = [number, PUSKESMAS.upper(), desa.name, when[0], when[1]]
    for _, name, divisor in BALITA:
        value = counts[name] if when[1] in ONLY_IN.get(name, range(1, 13)) else None
        row += [value, percent(counts[name], counts[divisor])] if divisor else [value]
    return row


def _rows(months: Months, report: Report) -> list[list[object]]:
    rows: list[list[object]] = []
    for when in months:
        for desa in DESA:
            if not reported(desa, when):
                continue
            rows.append(_row(len(rows) + 1, desa, when))
            counts = nutrition(desa, when)
            for code, (top, bottom, basis) in BALITA_INDICATORS.items():
                if when[1] in ONLY_IN.get(top, range(1, 13)):
                    report.add(desa.name, code, when, basis, counts[top], denominator=counts[bottom])
    return rows


def write_table(folder: Path, path: str, months: Months) -> Report:
    """The balita table as a plain xlsx sheet."""
    report, book = Report(path), Workbook(folder, path)
    sheet = book.sheet("Daftar Entry")
    sheet.write(0, 0, kop(), book.title)
    for column, text in enumerate(_headers()):
        sheet.write(2, column, text, book.head)
    for index, row in enumerate(_rows(months, report), start=3):
        for column, value in enumerate(row):
            sheet.write(index, column, value, book.cell)
    book.close()
    return report


def write_html(folder: Path, path: str, months: Months) -> Report:
    """The same table as web systems export it: HTML in a file that is called .xls."""
    report = Report(path)
    lines = ["<html><head><meta charset='utf-8'></head><body><table border='1'>", _html_row(_headers(), "th")]
    lines += [_html_row(row, "td") for row in _rows(months, report)]
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text("\n".join([*lines, "</table></body></html>", ""]), encoding="utf-8", newline="\n")
    return report


def _html_row(values: Sequence[object], tag: str) -> str:
    cells = "".join(f"<{tag}>{'' if value is None else html.escape(str(value))}</{tag}>" for value in values)
    return f"<tr>{cells}</tr>"


def write_csv(folder: Path, path: str, months: Months) -> Report:
    """The pregnancy table, cumulative s.d. bulan ini, separated by semicolons, month in words."""
    report, text = Report(path), io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    headers = [text for header, _, divisor in PREGNANCY for text in ((header, header.replace("Jumlah", "Persen")) if divisor else (header,))]
    writer.writerow(["No", "Puskesmas", "Kelurahan", "Tahun", "Bulan", *headers])
    number = 0
    for when in months:
        for desa in DESA:
            number, counts = number + 1, pregnancy(desa, when)
            values: list[object] = []
            for _, name, divisor in PREGNANCY:
                share = f"{percent(counts[name], counts[divisor]):.2f}".replace(".", ",") if divisor and counts[divisor] else ""
                values += [counts[name], share] if divisor else [counts[name]]
            writer.writerow([number, PUSKESMAS.upper(), desa.name, when[0], MONTH_NAMES[when[1] - 1], *values])
            for code, (top, bottom) in PREGNANCY_INDICATORS.items():
                printed = None if bottom in PREGNANCY_INDICATORS else counts[bottom]  # a count of its own, not a sasaran column
                report.add(desa.name, code, when, "cumulative", counts[top], denominator=printed)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text.getvalue(), encoding="utf-8", newline="\n")
    return report
