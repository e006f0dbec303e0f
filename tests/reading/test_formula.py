"""Formulas without stored values: computed where they are plain, named where they are not."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import coordinate_to_tuple
from packages import rows_xml, written, xlsx_of

from lokmin_data.reading.opening.book import open_book

NOT_COMPUTED = object()


def opened(formulas: dict[str, str]):
    """The first sheet of a workbook with 10..50 in A1:A5, 1..5 in B1:B5 and these formulas, as openpyxl writes it."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Jan"
    for number in range(1, 6):
        sheet.cell(number, 1, number * 10)
        sheet.cell(number, 2, number)
    sheet["E1"] = "Sukamaju"
    other = workbook.create_sheet("Feb 2")
    other["A1"] = "=Jan!A5*2"
    for place, formula in formulas.items():
        sheet[place] = formula
    buffer = io.BytesIO()
    workbook.save(buffer)
    return open_book(buffer.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SUM(A1:A5)", 150), ("=SUM(A1:A3,B1,5)*(1+2)^2", 594), ("=A1-A2", -10), ("=A1/B2*100", 500), ("=-A1%", -0.1),
        ("=ROUND(A2/3,1)", 6.7), ("=ROUND(-2.5,0)", -3), ("=ROUNDDOWN(19/10,0)", 1), ("=ROUNDUP(11/10,0)", 2),
        ("=IFERROR(A1/D1,0)", 0), ("=IF(D1=0,0,A1/D1)", 0), ('=IF(D1="","",A1/D1)', None), ("=IF(A1>5,B1,B2)", 1),
        ("=A1/D1", "#DIV/0!"), ("=SUM(A1,A1/D1)", "#DIV/0!"), ("=E1*2", "#VALUE!"), ("='Feb 2'!A1+Jan!A1", 110),
        ("=AVERAGE(A1:A5)-MAX(B1:B5)+MIN(B1:B5)", 26), ('=IF(AND(A1>5,B1<=1),"ya","tidak")', "ya"), ("=SUM(D1:D5)", 0),
        ("=SUM(A1:B1,D1:E1)", 11), ('=COUNTA(E1:E5)&" desa"', "1 desa"), ("=2^3^1", 8), ("=10-2-3", 5), ("=1=1", True),
        ("=VLOOKUP(A1,A1:B5,2)", NOT_COMPUTED), ("=[1]Luar!A1", NOT_COMPUTED), ("=Rentang*2", NOT_COMPUTED),
        ("=1+", NOT_COMPUTED), ("=SUM(A:A)", NOT_COMPUTED), ("=Tiada!A1", NOT_COMPUTED), ("=TODAY()", NOT_COMPUTED),
        ("=C1", NOT_COMPUTED), ("=A1:A5", NOT_COMPUTED), ("=IF(A1>5,INDIRECT(\"B1\"),0)", NOT_COMPUTED),
    ],
)  # fmt: skip
def test_one_formula(formula: str, expected: object) -> None:
    book = opened({"C1": formula})
    sheet, place = book.sheets[0], (0, 2)
    if expected is NOT_COMPUTED:
        assert place in sheet.unvalued and sheet.rows[0][2] is None
        assert [(p.code, p.sheet, p.cell) for p in book.problems] == [("formula-tanpa-nilai", "Jan", "C1")]
    elif isinstance(expected, str) and expected.startswith("#"):
        assert sheet.error_text[place] == expected and sheet.rows[0][2] is None and place in sheet.errors
    else:
        value = sheet.rows[0][2]
        assert value == (pytest.approx(expected) if isinstance(expected, float) else expected)
        assert place in sheet.computed and not book.problems


def test_what_rests_on_an_uncomputed_cell_is_not_computed_either() -> None:
    sheet = opened({"C1": "=VLOOKUP(1,A1:B2,2)", "C2": "=C1+1", "C3": "=SUM(A1:A2)"}).sheets[0]
    assert (sheet.unvalued, sheet.computed) == (frozenset({(0, 2), (1, 2)}), frozenset({(2, 2)}))


def test_a_circle_ends() -> None:
    assert opened({"C1": "=C2+1", "C2": "=C3", "C3": "=C1"}).sheets[0].unvalued == frozenset({(0, 2), (1, 2), (2, 2)})


def test_a_long_chain_is_computed() -> None:
    chain = {f"C{row}": f"=C{row - 1}+1" for row in range(2, 1501)}
    sheet = opened({"C1": "=B1", **chain}).sheets[0]
    assert sheet.rows[1499][2] == 1500


def test_shared_formulas_are_moved_to_their_cell() -> None:
    rows = ['<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="3">A1*2</f></c></row>',
            '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="3"/></c></row>']  # fmt: skip
    assert open_book(xlsx_of(rows_xml(*rows)), "a.xlsx").sheets[0].rows == [[1.0, 2.0], [5.0, 10.0]]


def test_an_empty_text_that_excel_stored_is_a_value() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1=1,"",2)</f><v></v></c></row>'
    sheet = open_book(xlsx_of(rows_xml(rows)), "a.xlsx").sheets[0]
    assert (sheet.rows, sheet.computed, sheet.unvalued) == ([[1.0]], frozenset(), frozenset())


@pytest.mark.parametrize(("stored", "expected"), [(0, 7.0), (9, 9.0)])
def test_zeros_in_a_workbook_that_nobody_computed_are_no_values(stored: int, expected: float) -> None:
    """xlsxwriter stores 0 for every formula; one other value shows that somebody has computed."""

    def write(workbook: object) -> None:
        sheet = workbook.add_worksheet("Rekap")
        sheet.write_column(0, 0, [3, 4])
        sheet.write_formula("A3", "=SUM(A1:A2)", None, stored)
        sheet.write_formula("A4", "=A1-3", None, 0)

    assert open_book(written(write), "a.xlsx").sheets[0].rows[2] == [expected]


def test_texts_of_a_formula_are_not_repeated_in_a_message() -> None:
    (problem,) = opened({"C1": '=VLOOKUP("Siti Rahasia",A1:B5,2)'}).problems
    assert "Rahasia" not in problem.message and "VLOOKUP" in problem.message


@pytest.mark.korpus
@pytest.mark.parametrize("report", ["dev-A08", "dev-G03"])
def test_corpus_reports_without_stored_values(report: str) -> None:
    """Every number that the truth names stands, computed, in the cell that the truth names."""
    if not os.environ.get("LOKMIN_CORPUS"):
        pytest.skip("LOKMIN_CORPUS tidak disetel")
    folder = Path(os.environ["LOKMIN_CORPUS"]) / "synthetic"
    (path,) = (folder / "files" / report).iterdir()
    sheets = {sheet.name: sheet for sheet in open_book(path.read_bytes(), path.name).sheets}
    truth = csv.DictReader((folder / "truth" / f"{report}.csv").open(encoding="utf-8"))
    cells = csv.DictReader((folder / "cells" / f"{report}.csv").open(encoding="utf-8"))
    checked = 0
    for expected, places in zip(truth, cells, strict=True):
        for what in ("numerator", "denominator", "percent"):
            if expected[what] and places[f"{what}_cell"]:
                sheet, _, cell = places[f"{what}_cell"].rpartition("!")
                row, column = coordinate_to_tuple(cell)
                assert float(sheets[sheet].rows[row - 1][column - 1]) == pytest.approx(float(expected[what]), abs=1e-6)
                checked += 1
    assert checked > 50
