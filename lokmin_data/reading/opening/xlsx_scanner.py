"""Looks through the parts of an xlsx before the parser meets them; runs in the opening process."""

from __future__ import annotations

from typing import Any
from zipfile import ZipFile

from lokmin_data.reading.opening.cannot_open import check_area, check_count, check_total
from lokmin_data.reading.opening.guard import read_part
from lokmin_data.reading.opening.percent_cells import percent_styles
from lokmin_data.reading.opening.xlsx_parts import all_zero, asks_to_compute, scan_sheet, sheet_parts, zero_formulas

#: What the parser reads beside the worksheets.
TEXTS, STYLES = "xl/sharedstrings.xml", "xl/styles.xml"


class SheetScanner:
    """The worksheets of a package, each checked when it is its turn; CannotOpen where one reaches too far.

    `found`: by sheet the keys errors, formulas, hidden_rows, hidden_columns, percent_cells.
    """

    def __init__(self, package: ZipFile, limits: object):
        self._package, self._limits, self._area = package, limits, 0
        self._parts = sheet_parts(package)
        check_count(len(self._parts), limits)
        self.found: dict[str, dict[str, Any]] = {}
        shared = {name.lower(): read_part(package, name) for name in package.namelist() if name.lower() in (TEXTS, STYLES)}
        self._percents = percent_styles(shared.get(STYLES, b""))
        for name in set(package.namelist()).difference(self._parts.values()):
            if _is_worksheet(name):
                self._look_through(name, name)
        self._never_computed = _never_computed(package, self._parts)

    def scan(self, name: str) -> None:
        """Look through the worksheet of that name; a name that the package does not know is left to the parser."""
        if name in self._parts:
            self._look_through(name, self._parts[name])
            if name in self._never_computed:
                self.found[name]["formulas"] = self._never_computed[name]

    def _look_through(self, name: str, part: str) -> None:
        sheet = scan_sheet(read_part(self._package, part), self._percents)
        self._area += check_area(sheet.rows, sheet.columns, self._limits, name, sheet.last_cell)
        check_total(self._area, self._limits)
        self.found[name] = sheet.facts()


def _never_computed(package: ZipFile, parts: dict[str, str]) -> dict[str, dict]:
    """By sheet the formulas of a workbook that no spreadsheet program has ever computed.

    Some libraries store 0 for every formula and ask for the computing at opening; a workbook in which that is
    asked and every single formula is 0 holds no results.
    """
    if not asks_to_compute(package):
        return {}
    counts = [all_zero(read_part(package, part)) for part in parts.values()]
    formulas, zeros = (sum(numbers) for numbers in zip(*counts, strict=True)) if counts else (0, 0)
    if not formulas or formulas != zeros:
        return {}
    return {name: zero_formulas(read_part(package, part)) for name, part in parts.items()}


def _is_worksheet(name: str) -> bool:
    return name.lower().startswith("xl/worksheets/") and name.lower().endswith(".xml")
