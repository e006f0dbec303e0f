"""`read` of a zip: every report in it, each with its own name."""

from __future__ import annotations

import io
import zipfile

import pytest
from laporan import xlsx

from lokmin_data.commands._several import understand_archive
from lokmin_data.model import LokminError
from lokmin_data.reading.understanding import Options

REPORT = "K4 BULAN {} 2026\nNo|Desa|Sasaran|K4\n1|A|50|5\n2|B|40|4"


def packed(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in files.items():
            package.writestr(f"{name}.xlsx", data)
    return buffer.getvalue()


def test_all_reports_of_a_zip_are_read_and_the_others_told() -> None:
    data = packed(jan=xlsx(REPORT.format("JANUARI")), feb=xlsx(REPORT.format("FEBRUARI")), rusak=b"bukan berkas")
    several = understand_archive(data, "kiriman.zip", Options())
    assert {(row[0], row[4], row[10]) for row in several.rows()} == {
        ("A", 1, "jan.xlsx/Sheet1"), ("B", 1, "jan.xlsx/Sheet1"),
        ("A", 2, "feb.xlsx/Sheet1"), ("B", 2, "feb.xlsx/Sheet1"),
    }  # fmt: skip
    assert "rusak.xlsx" in {problem.sheet for problem in several.problems}


def test_a_zip_without_anything_to_read_is_refused() -> None:
    with pytest.raises(LokminError):
        understand_archive(packed(rusak=b"bukan berkas"), "kiriman.zip", Options())
