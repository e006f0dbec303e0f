"""What the writers of the example share: a workbook that is the same byte for byte each time, and rows of truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from alat.contoh.wilayah import KABUPATEN, KECAMATAN, PUSKESMAS

#: No clock in the files: the same script makes the same bytes.
MADE = datetime(2026, 7, 5, 8, 0, 0)


@dataclass(frozen=True)
class Fact:
    """One number that a report shows, as a reader must find it; None where the report does not say it."""

    area: str
    indicator: str
    year: int
    month: int
    basis: str
    sex: str
    numerator: float
    denominator: float | None = None


@dataclass
class Report:
    """One example file: where it lies, what a reader must be told, and what it holds."""

    path: str
    facts: list[Fact] = field(default_factory=list)
    year: int | None = None
    month: int | None = None

    def add(self, area: str, indicator: str, when: tuple[int, int], basis: str, numerator: float, *, sex: str = "T",
            denominator: float | None = None) -> None:  # fmt: skip
        """Note one number of the report."""
        self.facts.append(Fact(area, indicator, *when, basis, sex, float(numerator), denominator))


class Workbook:
    """An xlsx file with the few formats that such reports have."""

    def __init__(self, folder: Path, path: str) -> None:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        self.book = xlsxwriter.Workbook(str(target), {"in_memory": True})
        self.book.set_properties({"title": "CONTOH - data rekaan", "created": MADE})
        self.title = self.book.add_format({"bold": True, "font_size": 13})
        self.head = self.book.add_format(
            {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#E7ECEF"}
        )
        self.cell = self.book.add_format({"border": 1})
        self.fraction = self.book.add_format({"border": 1, "num_format": "0.0"})
        self.percent = self.book.add_format({"border": 1, "num_format": "0.0"})
        self.total = self.book.add_format({"border": 1, "bold": True, "num_format": "0.0"})
        self.count_total = self.book.add_format({"border": 1, "bold": True})

    def sheet(self, name: str) -> Any:
        """A new sheet, wide enough for the names of desa."""
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 5)
        sheet.set_column(1, 1, 36)
        return sheet

    def identity(self, sheet: Any, row: int, *lines: tuple[str, str]) -> int:
        """Puskesmas and whatever else stands above the table, label and value apart; the next free row."""
        for label, value in (("PUSKESMAS", f": {PUSKESMAS.upper()}"), *lines):
            sheet.write(row, 0, label)
            sheet.write(row, 2, value)
            row += 1
        return row

    def merged(self, sheet: Any, first: tuple[int, int], last: tuple[int, int], text: str) -> None:
        """A header cell over one or several cells."""
        if first == last:
            sheet.write(*first, text, self.head)
        else:
            sheet.merge_range(*first, *last, text, self.head)

    def sum_of(self, sheet: Any, row: int, column: int, first: int, last: int, value: float, *, fraction: bool = False) -> None:
        """A total with its formula and the value that it has."""
        cells = f"{xl_rowcol_to_cell(first, column)}:{xl_rowcol_to_cell(last, column)}"
        sheet.write_formula(row, column, f"=SUM({cells})", self.total if fraction else self.count_total, value)

    def close(self) -> None:
        """Write the file."""
        self.book.close()


def percent(numerator: float, denominator: float) -> float:
    """Percent as such reports print it: two decimals."""
    return round(numerator / denominator * 100, 2) if denominator else 0.0


def kop() -> str:
    """One line of letterhead."""
    return f"PEMERINTAH KABUPATEN {KABUPATEN.upper()} - KECAMATAN {KECAMATAN.upper()}"
