"""One workbook saved as xls, ods, csv and HTML by LibreOffice gives the same grid."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from packages import table, written

from lokmin_data.reading.opening.book import Sheet, open_book

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ROWS = [
    ["CAKUPAN IMUNISASI PUSKESMAS CONTOH", None, None, None],
    [None, None, None, None],
    ["No", "Desa", "Sasaran", "Tanggal"],
    [1, "Suka\xa0maju", 120, date(2026, 3, 1)],
    [2, "Mekar; sari", 75.5, date(2026, 3, 2)],
    [3, 'Jaya "Baru"', None, None],
]


def plain(sheet: Sheet) -> list[list[str]]:
    """The grid as texts that no format changes: numbers without '.0', dates as ISO, NBSP and blanks folded."""
    return [[_text(cell) for cell in row] for row in sheet.rows]


def _text(cell: object) -> str:
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = " ".join(str("" if cell is None else cell).split())
    day = text.split("/") if text.count("/") == 2 else []
    return f"{day[2]}-{day[1]}-{day[0]}" if day else text


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The workbook in every format that LibreOffice writes."""
    if not OFFICE:
        pytest.skip("LibreOffice tidak terpasang")
    folder = tmp_path_factory.mktemp("konversi")
    (folder / "laporan.xlsx").write_bytes(table(ROWS))
    for target in ("xls", "ods", "csv:Text - txt - csv (StarCalc):59,34,76,1", "html"):
        subprocess.run(
            [OFFICE, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", target, "laporan.xlsx"],
            cwd=folder, check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return {ending: (folder / f"laporan.{ending}").read_bytes() for ending in ("xlsx", "xls", "ods", "csv", "html")}


@pytest.mark.lama
@pytest.mark.parametrize("ending", ["xls", "ods", "csv", "html"])
def test_the_same_grid_in_every_format(converted: dict[str, bytes], ending: str) -> None:
    expected = plain(open_book(converted["xlsx"], "laporan.xlsx").sheets[0])
    assert plain(open_book(converted[ending], f"laporan.{ending}").sheets[0]) == expected


@pytest.mark.lama
def test_merges_errors_percents_and_hidden_lines_survive(tmp_path: Path) -> None:
    if not OFFICE:
        pytest.skip("LibreOffice tidak terpasang")

    def write(workbook: object) -> None:
        sheet = workbook.add_worksheet("Rekap")
        sheet.merge_range(0, 1, 0, 2, "K1")
        sheet.merge_range(0, 0, 1, 0, "Desa")
        sheet.write_row(1, 1, ["L", "P"])
        sheet.write_row(2, 0, ["Sukamaju", 0.5, 7])
        sheet.write(3, 1, 0.25, workbook.add_format({"num_format": "0.0%"}))
        sheet.write_formula(4, 1, "=C3/C9", None, "#DIV/0!")
        sheet.write_formula(4, 2, "=#REF!", None, "#REF!")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(4, 4, None, None, {"hidden": True})
        sheet.write(0, 4, "sembunyi")

    (tmp_path / "a.xlsx").write_bytes(written(write))
    for ending in ("ods", "xls"):
        subprocess.run(
            [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", ending, "a.xlsx"],
            cwd=tmp_path, check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        (sheet,) = open_book((tmp_path / f"a.{ending}").read_bytes(), f"a.{ending}").sheets
        assert sheet.merges == ((0, 0, 1, 0), (0, 1, 0, 2))
        assert sheet.rows[2][:3] == ["Sukamaju", 0.5, 7]
        assert dict(sheet.error_text) == {(4, 1): "#DIV/0!", (4, 2): "#REF!"}
        assert (set(sheet.percent_cells), sheet.hidden_rows, sheet.hidden_columns) == ({(3, 1)}, {3}, {4})
