"""What the documents of a meeting say, read by the libraries that others read them with."""

from __future__ import annotations

import io
import subprocess

from docx import Document
from openpyxl import load_workbook
from pptx import Presentation


def docx_text(data: bytes) -> str:
    """Paragraphs and cells."""
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def pptx_text(data: bytes) -> str:
    """Texts, cells and the texts at the bars of every slide."""
    deck = Presentation(io.BytesIO(data))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    cells = [cell.text for shape in shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    labels = [found.text for shape in shapes if shape.has_chart for found in shape.chart._chartSpace.iter("{*}t")]
    names = [str(name) for shape in shapes if shape.has_chart for name in shape.chart.plots[0].categories]
    return "\n".join([*(shape.text_frame.text for shape in shapes if shape.has_text_frame), *cells, *labels, *names])


def xlsx_text(data: bytes) -> str:
    """Every value, one a line."""
    rows = [row for sheet in load_workbook(io.BytesIO(data)).worksheets for row in sheet.values]
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def pdf_text(data: bytes) -> str:
    """The text as it is laid out."""
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()
