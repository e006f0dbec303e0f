"""What changes nothing in the meaning of a report changes nothing in what is read, whatever its layout or format."""

from __future__ import annotations

import csv
import html
import io
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from laporan import cells
from test_conversion import OFFICE
from test_invariants import plain

from lokmin_data.model import Reading
from lokmin_data.reading import read_book, read_report
from lokmin_data.reading.opening.book import Book, Sheet

Rows = list[list[object]]
Merges = tuple[tuple[int, int, int, int], ...]

MONTHS = """
REKAP K1 TAHUN 2026
No | Desa | Sasaran | Januari | Februari | Maret | Jumlah | %
1 | Sukamaju | 50 | 5 | 6 | 4 | 15 | 30
2 | Mekarsari | 40 | 3 | 0 | 5 | 8 | 20
3 | Ciputih | 80 | 9 | 7 | 8 | 24 | 30
"""
ANTIGENS = """
IMUNISASI BULAN MARET 2026
No | Desa | Surviving Infant | | | DPT-HB-Hib 1 | | | | Campak Rubela | | |
 | | L | P | JML | L | P | JML | % | L | P | JML | %
1 | Sukamaju | 20 | 30 | 50 | 5 | 6 | 11 | 22 | 4 | 1 | 5 | 10
2 | Mekarsari | 25 | 15 | 40 | 3 | 1 | 4 | 10 | 2 | 4 | 6 | 15
3 | Ciputih | 45 | 35 | 80 | 9 | 7 | 16 | 20 | 8 | 4 | 12 | 15
"""
ROWS_OF_INDICATORS = """
KIA S/D MARET 2026
No | Indikator | Desa | Sasaran | Capaian | %
1 | K1 | Sukamaju | 50 | 10 | 20
2 | K1 | Mekarsari | 40 | 8 | 20
3 | K6 | Sukamaju | 48 | 12 | 25
4 | K6 | Mekarsari | 36 | 9 | 25
"""
AREAS_AS_COLUMNS = """
IMUNISASI S/D MARET 2026
No | Indikator | Sukamaju | Mekarsari | Ciputih
1 | BCG | 5 | 6 | 4
2 | Polio 1 | 3 | 0 | 5
3 | MR 1 | 9 | 7 | 8
"""
#: Name -> (text, merged ranges, rows above the body).
LAYOUTS: dict[str, tuple[str, Merges, int]] = {
    "months": (MONTHS, (), 2),
    "antigens": (ANTIGENS, ((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 1, 8), (1, 9, 1, 12)), 3),
    "indicators": (ROWS_OF_INDICATORS, (), 2),
    "columns": (AREAS_AS_COLUMNS, (), 2),
}


def read(rows: Rows, merges: Merges) -> Reading:
    return read_book(Book("laporan.xlsx", "0", "xlsx", (Sheet("Data", rows, tuple(sorted(merges))),)))


def shuffled(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    body = rows[head:]
    random.Random(1).shuffle(body)
    return rows[:head] + body, merges


def with_empty_rows(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    empty: list[object] = [None] * len(rows[0])
    return [*rows[: head + 1], empty, empty, *rows[head + 1 :], empty], merges


def with_an_empty_column(rows: Rows, merges: Merges, head: int, place: int = 2) -> tuple[Rows, Merges]:
    moved = tuple((r0, c0 + (c0 >= place), r1, c1 + (c1 >= place)) for r0, c0, r1, c1 in merges)
    return [[*row[:place], None, *row[place:]] for row in rows], moved


def with_an_empty_column_in_front(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    return with_an_empty_column(rows, merges, head, 0)


def with_titles(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    above: Rows = [[text, *[None] * (len(rows[0]) - 1)] for text in ("DINAS KESEHATAN", "PUSKESMAS CONTOH", None)]
    return above + rows, tuple((r0 + 3, c0, r1 + 3, c1) for r0, c0, r1, c1 in merges)


def in_capitals(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    return [[cell.upper() if isinstance(cell, str) else cell for cell in row] for row in rows], merges


def in_small_letters(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    return [[cell.lower() if isinstance(cell, str) else cell for cell in row] for row in rows], merges


def without_merges(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    return rows, ()


def as_texts(rows: Rows, merges: Merges, head: int) -> tuple[Rows, Merges]:
    return [[None if cell is None else str(cell).replace(".", ",") for cell in row] for row in rows], merges


CHANGES: list[Callable[[Rows, Merges, int], tuple[Rows, Merges]]] = [
    shuffled, with_empty_rows, with_an_empty_column, with_an_empty_column_in_front, with_titles, in_capitals,
    in_small_letters, without_merges, as_texts,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_changes(layout: str, change: Callable) -> None:
    text, merges, head = LAYOUTS[layout]
    expected = plain(read(cells(text), merges))
    assert len(expected) >= 4
    assert plain(read(*change(cells(text), merges, head))) == expected


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_table_cut_into_two_sheets(layout: str) -> None:
    text, merges, head = LAYOUTS[layout]
    rows = cells(text)
    parts = [rows[:head] + rows[head::2], rows[:head] + rows[head + 1 :: 2]]
    sheets = tuple(Sheet(f"Data {place}", part, tuple(sorted(merges))) for place, part in enumerate(parts))
    assert plain(read_book(Book("laporan.xlsx", "0", "xlsx", sheets))) == plain(read(rows, merges))


def as_csv(text: str, delimiter: str, encoding: str) -> bytes:
    buffer = io.StringIO()
    decimal = "," if delimiter != "," else "."
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([["" if cell is None else str(cell).replace(".", decimal) for cell in row] for row in cells(text)])
    return buffer.getvalue().encode(encoding)


def as_html(text: str, merges: Merges) -> bytes:
    """The table with its merged ranges as colspan and rowspan."""
    spans = {(r0, c0): (r1 - r0 + 1, c1 - c0 + 1) for r0, c0, r1, c1 in merges}
    covered = {(r, c) for r0, c0, r1, c1 in merges for r in range(r0, r1 + 1) for c in range(c0, c1 + 1)} - set(spans)
    lines = []
    for number, row in enumerate(cells(text)):
        tags = []
        for column, cell in enumerate(row):
            if (number, column) not in covered:
                down, across = spans.get((number, column), (1, 1))
                shown = "" if cell is None else html.escape(str(cell).replace(".", ","))
                tags.append(f'<td rowspan="{down}" colspan="{across}">{shown}</td>')
        lines.append(f"<tr>{''.join(tags)}</tr>")
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "form", [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "cp1252"), "html"], ids=["semicolon", "comma-bom", "tab-cp1252", "html"]
)  # fmt: skip
def test_the_format_does_not_matter(layout: str, form: tuple[str, str] | str) -> None:
    text, merges, _ = LAYOUTS[layout]
    data = as_html(text, merges) if form == "html" else as_csv(text, *form)
    name = "laporan.xls" if form == "html" else "laporan.csv"
    assert plain(read_report(data, name, pictures=False)) == plain(read(cells(text), merges))


@pytest.mark.lama
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_what_libreoffice_makes_of_it_reads_the_same(ending: str, tmp_path: Path) -> None:
    if not OFFICE or not shutil.which(OFFICE):
        pytest.skip("LibreOffice tidak terpasang")
    for layout, (text, merges, _) in LAYOUTS.items():
        (tmp_path / f"{layout}.html").write_bytes(as_html(text, merges))
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--infilter=calc_HTML_WebQuery",
         "--convert-to", ending, *(f"{layout}.html" for layout in LAYOUTS)],
        cwd=tmp_path, check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    for layout, (text, merges, _) in LAYOUTS.items():
        reading = read_report((tmp_path / f"{layout}.{ending}").read_bytes(), f"{layout}.{ending}", pictures=False)
        assert plain(reading) == plain(read(cells(text), merges)), layout
