"""Builds files for the tests: workbooks by hand, byte by byte where a library would not write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>'
TAIL = "</sheetData></worksheet>"
ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def xlsx_of(sheet_xml: str | bytes, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook with one worksheet 'S' whose XML is given, and further parts."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet_xml,
    }
    return zipped({**parts, **(more or {})})


def rows_xml(*rows: str) -> str:
    """A worksheet of these row elements."""
    return HEAD + "".join(rows) + TAIL


def ods_of(tables_xml: str) -> bytes:
    """An ods with these tables."""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>'
    )
    return zipped({"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": ODS_HEAD + tables_xml + ODS_TAIL})


def written(write: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """A workbook that the function writes with xlsxwriter."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer)
    write(workbook)
    workbook.close()
    return buffer.getvalue()


def table(rows: list[list[object]], name: str = "Lembar1") -> bytes:
    """A workbook with one sheet of these rows; dates are written as dates, None is left out."""

    def write(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet(name)
        as_date = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if hasattr(cell, "year"):
                    sheet.write_datetime(number, column, cell, as_date)
                elif cell is not None:
                    sheet.write(number, column, cell)

    return written(write)


def csv_of(rows: list[list[object]], delimiter: str = ";") -> bytes:
    """Delimited text of the rows, quoted where needed, UTF-8."""
    import csv

    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([["" if cell is None else cell for cell in row] for row in rows])
    return buffer.getvalue().encode()
