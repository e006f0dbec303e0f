"""Opening: every format to the same grid, one quirk a test."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from packages import HEAD, MAIN, TAIL, csv_of, ods_of, rows_xml, table, written, xlsx_of, zipped

from lokmin_data.reading.opening.book import Book, Sheet, cell_name, expand_archive, open_book
from lokmin_data.reading.opening.refusal import Refused

ROWS = [["Desa", "Sasaran"], ["Sukamaju", 120], ["Mekarsari", 75.5]]


def only_sheet(data: bytes, name: str = "laporan.xlsx") -> Sheet:
    (sheet,) = open_book(data, name).sheets
    return sheet


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (13, 1, "B14"), (0, 25, "Z1"), (9, 26, "AA10"), (1048575, 16383, "XFD1048576")]
)
def test_cell_name(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


def test_the_grid_begins_at_a1_even_where_the_table_does_not() -> None:
    data = table([[], [None, None, "Desa"], [None, None, "Sukamaju", 5]])
    assert only_sheet(data).rows == [[None] * 4, [None, None, "Desa", None], [None, None, "Sukamaju", 5.0]]


def test_a_book_knows_its_name_hash_and_format() -> None:
    book = open_book(table(ROWS), "Laporan Maret.xlsx")
    assert (book.file_name, book.format, len(book.sha256), book.problems) == ("Laporan Maret.xlsx", "xlsx", 64, ())


def test_formatted_but_empty_rows_and_columns_are_cut_off() -> None:
    def write(workbook: object) -> None:
        sheet = workbook.add_worksheet()
        sheet.write(0, 0, "Desa")
        sheet.write_blank(5000, 200, None, workbook.add_format({"bg_color": "red"}))
        sheet.write(20, 3, "   ")

    assert only_sheet(written(write)).rows == [["Desa"]]


def test_types_of_cells() -> None:
    rows = [["teks", 3, 2.5, True, date(2026, 3, 1), datetime(2026, 3, 1, 8, 30)]]
    (row,) = only_sheet(table(rows)).rows
    assert row == ["teks", 3.0, 2.5, True, date(2026, 3, 1), date(2026, 3, 1)] or row[:5] == rows[0][:5]
    assert isinstance(row[3], bool) and isinstance(row[4], date)


def test_merges_hidden_rows_columns_and_sheets() -> None:
    def write(workbook: object) -> None:
        sheet = workbook.add_worksheet("Rekap")
        sheet.merge_range(0, 1, 0, 4, "K1")
        sheet.write(5, 5, 1)
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(2, 3, None, None, {"hidden": True})
        workbook.add_worksheet("Sembunyi").hide()

    rekap, hidden = open_book(written(write), "a.xlsx").sheets
    assert rekap.merges == ((0, 1, 0, 4),)
    assert (rekap.hidden_rows, rekap.hidden_columns) == (frozenset({3}), frozenset({2, 3}))
    assert (rekap.hidden, hidden.hidden, hidden.rows) == (False, True, [])


def test_chart_sheets_are_no_sheets() -> None:
    def write(workbook: object) -> None:
        workbook.add_worksheet("Data").write(0, 0, 1)
        chart = workbook.add_chart({"type": "bar"})
        chart.add_series({"values": "=Data!$A$1:$A$1"})
        workbook.add_chartsheet("Grafik").set_chart(chart)

    assert [sheet.name for sheet in open_book(written(write), "a.xlsx").sheets] == ["Data"]


def test_error_cells_are_named_and_hold_no_value() -> None:
    sheet = only_sheet(
        xlsx_of(rows_xml('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'))
    )
    assert sheet.rows == [[1.0, None]]
    assert (sheet.errors, dict(sheet.error_text)) == (frozenset({(0, 1)}), {(0, 1): "#DIV/0!"})


def test_percent_formats_are_seen_and_quoted_percents_are_not() -> None:
    def write(workbook: object) -> None:
        sheet = workbook.add_worksheet()
        for column, number_format in enumerate(("0%", "0.0 %", '0"%"', "0.00", "0.00%;[Red]-0.00%")):
            sheet.write(1, column, 0.5, workbook.add_format({"num_format": number_format}))

    assert set(only_sheet(written(write)).percent_cells) == {(1, 0), (1, 1), (1, 4)}


def test_prefixed_xml_is_read_like_any_other() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c>'
        '<x:c r="B1" t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    sheet = only_sheet(xlsx_of(xml))
    assert (sheet.rows, dict(sheet.error_text)) == ([[7.0, None]], {(0, 1): "#REF!"})


def test_cells_without_a_place_stand_beside_each_other() -> None:
    xml = rows_xml("<row><c><v>1</v></c><c t='e'><v>#N/A</v></c><c><v>3</v></c></row>", "<row><c><v>4</v></c></row>")
    sheet = only_sheet(xlsx_of(xml))
    assert (sheet.rows, dict(sheet.error_text)) == ([[1.0, None, 3.0], [4.0, None, None]], {(0, 1): "#N/A"})


@pytest.mark.parametrize("number", ["1e308", "-1e308", "1e999", "NaN", "-inf", "1.1e18"])
def test_a_number_that_counts_nothing_is_an_error(number: str) -> None:
    xml = rows_xml(f'<row r="1"><c r="A1"><v>9.9e15</v></c><c r="B1"><v>{number}</v></c></row>')
    sheet = only_sheet(xlsx_of(xml))
    assert (sheet.rows, dict(sheet.error_text)) == ([[9.9e15, None]], {(0, 1): "#NUM!"})


@pytest.mark.parametrize("name", ["laporan.xls", "laporan.csv", "laporan", "laporan.pdf", "../../laporan.xlsx"])
def test_the_content_tells_the_format_not_the_name(name: str) -> None:
    assert open_book(table(ROWS), name).format == "xlsx"


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"Desa,N\nSukamaju,5\n", [["Desa", "N"], ["Sukamaju", "5"]]),
        (b"Desa;N\r\nSukamaju;87,5\r\n", [["Desa", "N"], ["Sukamaju", "87,5"]]),
        (b"Desa\tN\nSukamaju\t5\n", [["Desa", "N"], ["Sukamaju", "5"]]),
        (b"sep=;\nDesa;N\nA,B;5\n", [["Desa", "N"], ["A,B", "5"]]),
        ("\ufeffDesa;N\nSukamaju;5\n".encode(), [["Desa", "N"], ["Sukamaju", "5"]]),
        ("Desa;N\nSukamaju;5\n".encode("utf-16"), [["Desa", "N"], ["Sukamaju", "5"]]),
        ("Desa;N\nCaf\xe9;5 \x96 6\n".encode("latin-1"), [["Desa", "N"], ["Caf\xe9", "5 \u2013 6"]]),
        (b'"Tgl\nLahir";N\n"a;b";"say ""x"""\n', [["Tgl\nLahir", "N"], ["a;b", 'say "x"']]),
        (b"JUDUL LAPORAN\n\nNo;Desa;N\n1;Sukamaju;5\n", [["JUDUL LAPORAN", None, None], [None] * 3, ["No", "Desa", "N"], ["1", "Sukamaju", "5"]]),
        (b"Desa;%\nSukamaju;#DIV/0!\nMaju;#1\n", [["Desa", "%"], ["Sukamaju", None], ["Maju", "#1"]]),
        (b'Desa;N\n"Suka;5\nMaju;6\n' + b"Jaya;7\n" * 60, [["Desa", "N"], ['"Suka', "5"], ["Maju", "6"], *[["Jaya", "7"]] * 60]),
    ],
    ids=["comma", "semicolon", "tab", "sep", "bom", "utf16", "cp1252", "quoted", "title", "error", "open-quote"],
)  # fmt: skip
def test_csv(data: bytes, rows: list) -> None:
    book = open_book(data, "Rekap Maret.csv")
    assert (book.format, book.sheets[0].name, book.sheets[0].rows) == ("csv", "Rekap Maret", rows)


def test_html_named_xls_with_spans_and_a_title_outside_the_table() -> None:
    data = (
        b"<html><head><style>td{x}</style></head><body><h3>PWS MARET 2026</h3><table border=1>"
        b"<tr><th rowspan=2>Desa</th><th colspan=2>K1<br>murni</th></tr><tr><th>L</th><th>P</th></tr>"
        b"<tr><td>Suka&nbsp;maju</td><td> 1.234 </td><td>-</td></tr></table><script>alert(1)</script></body></html>"
    )
    book = open_book(data, "laporan.xls")
    assert book.format == "html"
    assert book.sheets[0].rows == [
        ["PWS MARET 2026", None, None], ["Desa", "K1\nmurni", None], [None, "L", "P"], ["Suka\xa0maju", "1.234", "-"],
    ]  # fmt: skip
    assert book.sheets[0].merges == ((1, 0, 2, 0), (1, 1, 1, 2))


def test_two_html_tables_stand_below_each_other() -> None:
    data = b"<table><tr><td>a<td>b</table><p>Catatan</p><table><tr><td>c<td>d</table>"
    assert only_sheet(data).rows == [["a", "b"], ["Catatan", None], ["c", "d"]]


def test_xml_spreadsheet_2003() -> None:
    data = (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook '
        b'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        b'<Worksheet ss:Name="Rekap"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">K1</Data></Cell></Row>'
        b'<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">5</Data></Cell>'
        b'<Cell><Data ss:Type="DateTime">2026-03-01T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    sheet = only_sheet(data, "laporan.xls")
    assert sheet.rows == [["K1", None, None], [None, None, None], [None, 5.0, date(2026, 3, 1)]]
    assert (sheet.name, sheet.merges) == ("Rekap", ((0, 0, 0, 1),))


def test_ods_tells_merges_errors_percents_and_hidden_rows() -> None:
    cell = '<table:table-cell office:value-type="{}" {}><text:p>{}</text:p></table:table-cell>'
    tables = (
        '<table:table table:name="Rekap"><table:table-row>'
        + cell.format("string", 'table:number-columns-spanned="2" table:number-rows-spanned="1"', "K1")
        + '<table:covered-table-cell/></table:table-row><table:table-row table:visibility="collapse">'
        + cell.format("percentage", 'office:value="0.5"', "50 %")
        + cell.format("string", 'table:formula="of:=1/0" office:string-value=""', "#DIV/0!")
        + "</table:table-row></table:table>"
    )
    sheet = only_sheet(ods_of(tables), "laporan.ods")
    assert (sheet.rows, sheet.merges) == ([["K1", None], [0.5, None]], ((0, 0, 0, 1),))
    assert (dict(sheet.error_text), set(sheet.percent_cells)) == ({(1, 1): "#DIV/0!"}, {(1, 0)})
    assert sheet.hidden_rows == frozenset({1})


def test_an_ods_written_in_lines_is_read_like_any_other() -> None:
    text = '<table:table-cell office:value-type="string"><text:p>Desa  Suka\n Maju</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'
    tables = f'<table:table table:name="Rekap"><table:table-row>{text}{number}</table:table-row></table:table>'
    lines = tables.replace("<table:", "\n    <table:").replace("</table:table-row", "\n  </table:table-row")
    assert lines != tables and only_sheet(ods_of(lines), "laporan.ods").rows == only_sheet(ods_of(tables), "laporan.ods").rows
    assert only_sheet(ods_of(lines), "laporan.ods").rows[0][1] == 5


def test_a_workbook_under_another_part_name_is_found() -> None:
    data = xlsx_of(rows_xml('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'))
    assert dict(only_sheet(data).error_text) == {(0, 0): "#REF!"}


def test_openpyxl_and_xlsxwriter_files_give_the_same_grid() -> None:
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append(row)
    buffer = io.BytesIO()
    workbook.save(buffer)
    assert only_sheet(buffer.getvalue()).rows == only_sheet(table(ROWS)).rows == [list(row) for row in ROWS]


def test_a_zip_of_reports_gives_its_reports_with_plain_names() -> None:
    inner = table(ROWS)
    data = zipped({"../../etc/a.csv": "x", "b\\a.csv": "y", "__MACOSX/a.csv": "z", "~$kunci.xlsx": "q", "c/r.xlsx": inner, "f.png": "p"})
    assert expand_archive(data, "semua.zip") == [("a.csv", b"x"), ("a (2).csv", b"y"), ("r.xlsx", inner)]


@pytest.mark.parametrize("data", [table(ROWS), csv_of(ROWS), b"PKM;Desa\nA;B"], ids=["xlsx", "csv", "text"])
def test_what_is_no_archive_is_itself(data: bytes) -> None:
    assert expand_archive(data, "a.csv") == [("a.csv", data)]


def test_a_zip_is_not_opened_as_a_report() -> None:
    with pytest.raises(Refused, match="arsip ZIP"):
        open_book(zipped({"a.csv": "Desa;N"}), "laporan.zip")


def test_a_book_prints_no_cells() -> None:
    book: Book = open_book(table([["Nama Rahasia", 1]]), "a.xlsx")
    assert "Rahasia" not in repr(book)


def test_head_and_tail_make_an_empty_sheet() -> None:
    assert only_sheet(xlsx_of(HEAD + TAIL)).rows == []
