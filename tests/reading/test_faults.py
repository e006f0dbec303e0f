"""A fault of the reader itself: its file is refused in words that hold nothing of the report, the others are read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from lokmin_data.__main__ import main
from lokmin_data.reading import faults, read_report, report
from lokmin_data.reading.opening.refusal import Refused

PERSON = "Siti Aminah"


def workbook(title: str) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet("Mei")
        for number, row in enumerate(((title,), ("Desa", "Sasaran ibu hamil", "K1"), ("Suka", 50, 5), ("Maju", 40, 4))):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


@pytest.fixture(autouse=True)
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that fails over every sheet whose title names a person, as it does for a user."""
    own = report.heads_without_notes

    def fails(grid, reader):  # noqa: ANN001, ANN202
        if PERSON in grid.texts:
            raise KeyError(PERSON)
        return own(grid, reader)

    monkeypatch.setattr(report, "heads_without_notes", fails)
    monkeypatch.setattr(faults, "REFUSED", (Exception,))


def test_its_file_is_refused_in_words_without_a_text_of_the_report() -> None:
    with pytest.raises(Refused) as refused:
        read_report(workbook(PERSON), "a.xlsx")
    error = refused.value
    assert error.problem.code == "kesalahan-pembaca" and error.problem.found.startswith("KeyError, test_faults.py:")
    assert PERSON not in f"{error} {error.args} {error.__cause__} {error.__context__}"


def test_the_command_tells_it_and_shows_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, problems = tmp_path / "a.xlsx", tmp_path / "masalah.json"
    path.write_bytes(workbook(PERSON))
    assert main(["read", str(path), "--problems", str(problems)]) == 2
    told = capsys.readouterr()
    assert "kesalahan pada program" in told.err and not told.out
    assert "Traceback" not in told.err and PERSON not in told.err + problems.read_text(encoding="utf-8")
    assert "kesalahan-pembaca" in problems.read_text(encoding="utf-8")


def test_the_other_reports_of_a_zip_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "kiriman.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("salah.xlsx", workbook(PERSON))
        package.writestr("benar.xlsx", workbook("CAKUPAN K1 MEI 2026"))
    assert main(["read", str(path)]) == 0
    assert "Suka,desa,k1,2026,5" in capsys.readouterr().out
