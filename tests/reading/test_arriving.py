"""Sheets are understood while later ones are still parsed: what comes of it, and what becomes of the parsing process."""

from __future__ import annotations

import io
from contextlib import suppress

import openpyxl
import pytest
import xlsxwriter
from laporan import read, said

from lokmin_data.reading import read_report, report
from lokmin_data.reading.byname import lists
from lokmin_data.reading.opening import openers
from lokmin_data.reading.opening.book import open_book
from lokmin_data.reading.opening.cannot_open import CannotOpen
from lokmin_data.reading.opening.limits import DEFAULT_LIMITS

MONTHS = ("JANUARI", "FEBRUARI", "MARET")


def workbook(*, copied: bool = False) -> bytes:
    """A sheet of K1 a month, of two desa; `copied`: the last one repeats the first."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        for number, month in enumerate(MONTHS):
            number = 0 if copied and month == MONTHS[-1] else number
            sheet = book.add_worksheet(month.title())
            sheet.write(0, 0, f"LAPORAN KIA PUSKESMAS MELATI BULAN {MONTHS[number]} 2026")
            sheet.write_row(2, 0, ("No", "Desa", "Sasaran Ibu Hamil", "K1 Bulan Ini"))
            sheet.write_row(3, 0, (1, "Sukamaju", 120, 10 + number))
            sheet.write_row(4, 0, (2, "Karangsari", 60, 4))
    return buffer.getvalue()


def with_formula() -> bytes:
    """Three sheets whose second one has a formula without a stored value."""
    book = openpyxl.Workbook()
    book.active["A1"] = 5
    book.create_sheet("Rumus")["A1"] = "=Sheet!A1*2"
    book.create_sheet("Akhir")["A1"] = 1
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_each_sheet_is_told_once_and_in_order() -> None:
    told: list[str] = []
    book = open_book(workbook(), "a.xlsx", arrived=lambda sheet: told.append(sheet.name))
    assert told == [sheet.name for sheet in book.sheets] == ["Januari", "Februari", "Maret"]


def test_from_the_first_formula_on_sheets_wait_for_its_result() -> None:
    told: list[str] = []
    book = open_book(with_formula(), "a.xlsx", arrived=lambda sheet: told.append(sheet.name))
    assert told == ["Sheet"] and [sheet.name for sheet in book.sheets] == ["Sheet", "Rumus", "Akhir"]
    assert book.sheets[1].rows == [[10.0]]


def test_a_copy_of_an_earlier_sheet_is_still_left_out() -> None:
    reading = read_report(workbook(copied=True), "a.xlsx")
    assert sorted(set(reading.observations["month"])) == [1, 2]
    assert [sheet.status for sheet in reading.sheets] == ["read", "read", "duplicate"]


TABLE = "NO|DESA|SASARAN IBU HAMIL|K1\n1|Suka|50|5\n2|Maju|40|4"


@pytest.mark.parametrize("second, times", [("BULAN JUNI 2027", 3), ("BULAN JUNI", 2)])
def test_a_table_is_read_once_more_where_a_later_sheet_tells_its_year(second: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, made = report.read_whole, []
    monkeypatch.setattr(report, "read_whole", lambda *known: (made.append(known), whole(*known))[1])
    lines = said(read(Mei=f"CAKUPAN K1 BULAN MEI\n{TABLE}", Juni=f"CAKUPAN K1 {second}\n{TABLE}".replace("|5\n", "|6\n"), year=2025))
    year = 2027 if "2027" in second else 2025
    assert {f"Suka k1 {year}-5 month T 5/50", f"Suka k1 {year}-6 month T 6/50"} <= set(lines) and len(made) == times


@pytest.mark.parametrize("under", ["NIP 198001012006041001", "NIP. 19800101 200604 1 001"])
def test_below_no_head_of_persons_none_is_looked_for(under: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    monkeypatch.setattr(lists, "find_head", lambda *sheet: looked.append(sheet))
    rows = f"CAKUPAN K1 MEI 2026\nNO|NAMA DESA|BUMIL|K1\n1|Suka|50|5\n2|Maju|40|4\n{under}"
    assert len(read(Mei=rows).observations) == 2 and not looked


def test_a_fault_while_a_sheet_is_looked_at_ends_the_parsing_process(monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[openers.Opener] = []
    asked = openers.Opener.ask
    monkeypatch.setattr(openers.Opener, "ask", lambda self, *words: (used.append(self), asked(self, *words))[1])

    def fails(_sheet: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_book(workbook(), "a.xlsx", arrived=fails)
    assert not used[0].lives and used[0] not in openers._IDLE
    assert len(open_book(workbook(), "a.xlsx").sheets) == len(MONTHS)


def test_a_process_to_which_no_file_comes_ends_as_it_should() -> None:
    child = openers.Opener()
    child.ask(workbook(), "a.xlsx", DEFAULT_LIMITS)
    assert len(list(child.answer(DEFAULT_LIMITS))) > len(MONTHS)
    with suppress(ValueError):
        openers._IDLE.remove(child)
    child.leave()
    assert child._process.returncode == 0


def test_an_answer_that_breaks_off_is_refused_after_its_first_part() -> None:
    child = openers.opener()
    child.ask(workbook(), "a.xlsx", DEFAULT_LIMITS._replace(answer_bytes=600))
    parts = list(child.answer(DEFAULT_LIMITS))
    assert len(parts) > 1 and b"berkas-terlalu-besar" in parts[-1] and child.lives
    child.ask(workbook(), "a.xlsx", DEFAULT_LIMITS)
    answer = child.answer(DEFAULT_LIMITS)
    assert b"xlsx" in next(answer) and b"Sukamaju" in next(answer)
    answer.close()
    assert not child.lives
    with pytest.raises(CannotOpen, match="berkas-rusak"):
        list(child.answer(DEFAULT_LIMITS))
