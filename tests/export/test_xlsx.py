"""Excel and CSV: the assessment's numbers as numbers, texts as texts."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from lokmin_data.export.tables import ASSESSMENT_HEADS, RANKING_HEADS, package_sheets
from lokmin_data.export.xlsx import HEAD_ROW, RTL_HEADS, Sheet, rtl_xlsx, sheet_name, table_csv, table_xlsx


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def rows_of(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD_ROW + 1)]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.fixture(scope="module")
def book(work):
    return opened(table_xlsx(package_sheets(work.agenda, work.assessments, work.ranking), work.meta))


def test_assessments_are_written_with_their_numbers(book, work):
    rows = {row["Desa"]: row for row in rows_of(book["IDL"])}
    table = work.assessments["idl"].desa.set_index("desa")
    for desa, row in table.iterrows():
        for name in ("cumulative", "sasaran", "percent", "target", "wilson_low", "short", "score"):
            assert rows[desa][ASSESSMENT_HEADS[name]] == pytest.approx(row[name]), (desa, name)
    assert rows["Puskesmas"]["Persen"] == pytest.approx(work.assessments["idl"].puskesmas["percent"])
    assert rows["Wonomulyo"]["Bulan ini"] is None


def test_the_ranking_keeps_its_order_and_range(book, work):
    rows = rows_of(book["Peringkat desa"])
    assert [row["Desa"] for row in rows] == list(work.ranking["desa"])
    assert [row[RANKING_HEADS["score"]] for row in rows] == pytest.approx(list(work.ranking["score"]))
    assert [row["Peringkat sampai"] for row in rows] == list(work.ranking["rank_high"])


def test_every_sheet_names_source_and_mark(book, work):
    assert book.sheetnames[:2] == ["Agenda", "Peringkat desa"] and len(book.sheetnames) == 2 + len(work.assessments)
    for sheet in book:
        assert sheet["A2"].value == work.meta.source and sheet["A4"].value.startswith("CONTOH")


def test_the_agenda_adds_up(book):
    assert sum(row["Menit"] for row in rows_of(book["Agenda"])) == 120


def test_the_action_plan_has_dates_and_says_what_is_missing(work):
    rows = rows_of(opened(rtl_xlsx(work.follow, work.meta)).active)
    assert [row["Kegiatan"] for row in rows] == list(work.follow["kegiatan"])
    assert rows[0]["Batas waktu"] == datetime(2026, 6, 30)
    assert {row["Kelengkapan"] for row in rows} == {"Lengkap", "Tidak lengkap: penanggung jawab"}
    assert rows[0]["Data awal (x)"] == work.follow["baseline_x"].iloc[0]


def test_no_action_plan_is_an_empty_table_with_heads(work):
    sheet = opened(rtl_xlsx(pd.DataFrame(), work.meta)).active
    assert [cell.value for cell in sheet[HEAD_ROW + 1]] == list(RTL_HEADS.values())


@pytest.mark.parametrize(
    "evil", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", '=HYPERLINK("http://x")', "http://x.example", "{=1}"]
)
def test_texts_never_become_formulas_or_links(work, evil):
    table = pd.DataFrame({evil: [evil], "angka": [-5]})
    sheet = opened(table_xlsx([Sheet(evil, table, note=evil)], work.meta)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "n"] == [-5]


def test_missing_is_an_empty_cell_and_zero_stays_zero(work):
    table = pd.DataFrame(
        {"a": [0, None, float("nan"), 2.5], "b": [True, date(2026, 1, 2), None, ["x", "y"]]}, dtype=object
    )
    rows = rows_of(opened(table_xlsx([Sheet("t", table)], work.meta)).active)
    assert [row["a"] for row in rows] == [0, None, None, 2.5]
    assert [row["b"] for row in rows] == ["ya", datetime(2026, 1, 2), None, "x, y"]


def test_sheet_names_are_what_excel_accepts_and_differ():
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in ("K1/K4: [a]*?", "a" * 40, "a" * 40, "", "'", "History")]
    assert names == ["K1 K4 a", "a" * 31, "a" * 29 + " 2", "Tabel", "Tabel 2", "History 2"]


def test_csv_is_for_excel_in_indonesia():
    table = pd.DataFrame({"desa": ["=A1", 'Suka "maju"', "a;b"], "persen": [87.5, float("nan"), 90.0]})
    text = table_csv(table, {"desa": "Desa", "persen": "Persen"}).decode("utf-8-sig")
    assert text.split("\r\n") == ["Desa;Persen", "'=A1;87,5", '"Suka ""maju""";', '"a;b";90', ""]
