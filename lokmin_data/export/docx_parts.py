"""Pieces of a letter: letterhead, paragraphs, tables, signatures, footer with source and page number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from lokmin_data.export.text import clean, one_line
from lokmin_data.meeting.deck import Meta

FONT, SIZE, SMALL = "Arial", 11, 9
MARGIN, LOGO_HEIGHT = Cm(2), Cm(2)
A4 = (Cm(21), Cm(29.7))
HEAD_FILL = "E8E8E8"
CONTOH = "CONTOH - data ini bukan data sebenarnya"
CONTOH_INK = RGBColor(0x8B, 0x10, 0x10)
ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "right": WD_ALIGN_PARAGRAPH.RIGHT, "center": WD_ALIGN_PARAGRAPH.CENTER,
         "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}  # fmt: skip
RULE_SIZES = {"single": 4, "thick": 18}  # eighths of a point


def new_document(meta: Meta, title: str, *, landscape: bool = False, letterhead: bool = True) -> Any:
    """An empty A4 document with letterhead, footer (source, page) and, for example data, the word CONTOH."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(4)
    section = document.sections[0]
    section.page_width, section.page_height = A4
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = A4[1], A4[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    document.core_properties.title, document.core_properties.author = one_line(title), "Dasbor Lokmin"
    document.core_properties.language = "id-ID"
    _footer(section, meta)
    if meta.contoh:
        _contoh(section)
    if letterhead:
        _letterhead(document, meta)
    return document


def as_bytes(document: Any) -> bytes:
    """The document as a DOCX file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def text_width(document: Any) -> int:
    """The width between the margins."""
    section = document.sections[0]
    return section.page_width - section.left_margin - section.right_margin


def _letterhead(document: Any, meta: Meta) -> None:
    lines, where = meta.letterhead
    texts = [(line, 14 if place == len(lines) else 12, True) for place, line in enumerate(lines, start=1)]
    texts += [(where, SMALL, False)] if where else []
    holder = _logo_table(document, meta.logo) if meta.logo else document
    for place, (line, size, bold) in enumerate(texts):
        reuse = holder is not document and place == 0
        paragraph = holder.paragraphs[0] if reuse else holder.add_paragraph()
        fill(paragraph, line, size=size, bold=bold, align="center")
        paragraph.paragraph_format.space_after = Pt(0)
    rule = document.add_paragraph()
    rule.paragraph_format.space_after = Pt(8)
    _border(rule, "thick")


def _logo_table(document: Any, logo: bytes) -> Any:
    """A row with the logo at the left; a picture that cannot be read is left out.  Returns the cell for the text."""
    table = document.add_table(rows=1, cols=2)
    widths = (Cm(2.6), text_width(document) - Cm(2.6))
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = width
    try:
        table.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(logo), height=LOGO_HEIGHT)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, ZeroDivisionError):
        fill(table.cell(0, 0).paragraphs[0], "")
    return table.cell(0, 1)


def fill(
    paragraph: Any,
    text: str,
    *,
    size: float = SIZE,
    bold: bool = False,
    align: str = "left",
    ink: RGBColor | None = None,
) -> None:
    """Plain text into a paragraph; line breaks stay."""
    paragraph.alignment = ALIGN[align]
    for place, line in enumerate(clean(text).split("\n")):
        run = paragraph.add_run(line)
        run.font.size, run.font.bold = Pt(size), bold
        if ink is not None:
            run.font.color.rgb = ink
        if place < clean(text).count("\n"):
            run.add_break()


def paragraph(document: Any, text: str, **looks: Any) -> Any:
    """A new paragraph of plain text."""
    added = document.add_paragraph()
    fill(added, text, **looks)
    return added


def heading(document: Any, text: str, *, size: int = 13, align: str = "center") -> None:
    """A heading that the outline knows."""
    added = document.add_heading(level=1)
    fill(added, text, size=size, bold=True, align=align, ink=RGBColor(0x1A, 0x1A, 0x1A))
    for run in added.runs:
        run.font.name = FONT
    added.paragraph_format.space_before, added.paragraph_format.space_after = Pt(6), Pt(6)


def numbered(document: Any, texts: Sequence[str]) -> None:
    """A numbered list, written out so that it reads the same everywhere."""
    for place, text in enumerate(texts, start=1):
        added = paragraph(document, f"{place}.\t{text}", align="justify")
        added.paragraph_format.left_indent, added.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
        added.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))


def add_table(
    document: Any, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], *,
    size: float = SMALL, right: Sequence[int] = (), row_height: Any = None,
) -> Any:  # fmt: skip
    """A table with a head that repeats on every page; `shares` are the columns' parts of the width."""
    table = document.add_table(rows=1 + len(rows), cols=len(head))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    widths = [int(text_width(document) * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for place, (row, texts) in enumerate(zip(table.rows, (head, *rows), strict=True)):
        _keep_together(row, head=place == 0)
        if place and row_height is not None:
            row.height = row_height
        for column, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
            cell.width = width
            target = cell.paragraphs[0]
            target.paragraph_format.space_after = Pt(0)
            fill(target, text, size=size, bold=place == 0, align="right" if column in right and place else "left")
            if place == 0:
                _shade(cell)
    return table


def _keep_together(row: Any, *, head: bool) -> None:
    """A row never breaks over two pages, and the head comes again on the next."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_FILL)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _border(target: Any, kind: str) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", str(RULE_SIZES[kind])), ("space", "1"), ("color", "000000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    target._p.get_or_add_pPr().append(borders)


def signatures(document: Any, people: Sequence[tuple[str, str]], *, columns: int = 2, place_date: str = "") -> None:
    """A block to sign: (role, name) pairs, a line where the name is not known yet."""
    if place_date:
        paragraph(document, place_date, align="right")
    table = document.add_table(rows=-(-len(people) // columns), cols=columns)
    table.autofit = False
    for place, (role, name) in enumerate(people):
        cell = table.cell(place // columns, place % columns)
        cell.width = text_width(document) // columns
        fill(cell.paragraphs[0], f"{role}\n\n\n\n", align="center")
        fill(cell.add_paragraph(), name or "(.....................................)", bold=bool(name), align="center")
    for row in table.rows:
        _keep_together(row, head=False)


def _footer(section: Any, meta: Meta) -> None:
    target = section.footer.paragraphs[0]
    fill(target, f"{meta.source} Halaman ", size=8)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = target.add_run()
        run.font.size = Pt(8)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def _contoh(section: Any) -> None:
    fill(section.header.paragraphs[0], CONTOH, size=12, bold=True, align="center", ink=CONTOH_INK)
