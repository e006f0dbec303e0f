"""Pieces of a PowerPoint slide: texts, tables, legend; sizes for a weak projector."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Inches, Pt

from lokmin_data import wording
from lokmin_data.export.text import clean
from lokmin_data.meeting.paging import PAPER, column_widths, row_height
from lokmin_data.meeting.slide import BOLD, Table, lines_of, width_of

#: A family that every office has or replaces letter for letter (Liberation Sans, Arimo).
FONT = "Arial"
SLIDE_WIDTH, SLIDE_HEIGHT = Inches(13.333), Inches(7.5)
LEFT, WIDTH = Inches(0.5), Inches(12.333)
TITLE_TOP, TITLE_HEIGHT = Inches(0.3), Inches(1.0)
BODY_BOTTOM = Inches(6.72)
FOOTER_TOP, FOOTER_HEIGHT = Inches(6.8), Inches(0.6)
TITLE_SIZES = (28, 24, 20, 16)
BODY_SIZE, FOOTER_SIZE, LEGEND_SIZE = 20, 11, 14
LINE = 1.2  # line height in ems
GRID_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # "No Style, Table Grid"
HEAD_FILL, RULE = "E8E8E8", "8C8C8C"
ALIGN = {"left": "l", "right": "r", "center": "ctr"}
A_P, A_PPR, A_R, A_RPR, A_T = (qn(f"a:{name}") for name in ("p", "pPr", "r", "rPr", "t"))
A_BODY, A_NO_AUTOFIT, A_LATIN = (qn(f"a:{name}") for name in ("bodyPr", "noAutofit", "latin"))
A_FILL, A_COLOUR, A_LINE = (qn(f"a:{name}") for name in ("solidFill", "srgbClr", "ln"))
#: Makes elements of the classes that python-pptx expects to find again.
A_MAKER = OxmlElement("a:p")


def colour(code: str) -> RGBColor:
    """A "#RRGGBB" of the palette as PowerPoint wants it."""
    return RGBColor.from_string(code.lstrip("#"))


def write(
    frame: Any, text: str, size: float, *, bold: bool = False, ink: str = wording.INK, align: str = "left"
) -> None:
    """Fill a text frame with plain text, one paragraph a line; as XML, for a deck has a thousand of them."""
    body = frame._txBody
    for old in body.findall(A_P):
        body.remove(old)
    properties = body.find(A_BODY)
    properties.set("wrap", "square")
    for old in list(properties):
        properties.remove(old)
    etree.SubElement(properties, A_NO_AUTOFIT)
    for line in clean(text).split("\n"):
        body.append(paragraph_xml(line, size, bold=bold, ink=ink, align=align))


def paragraph_xml(line: str, size: float, *, bold: bool = False, ink: str = wording.INK, align: str = "left") -> Any:
    """One paragraph with one run of plain text."""
    paragraph = A_MAKER.makeelement(A_P)
    etree.SubElement(paragraph, A_PPR).set("algn", ALIGN[align])
    run = etree.SubElement(paragraph, A_R)
    looks = etree.SubElement(run, A_RPR)
    for name, value in (("lang", "id-ID"), ("sz", str(int(size * 100))), ("b", "1" if bold else "0")):
        looks.set(name, value)
    solid_xml(looks, ink)
    etree.SubElement(looks, A_LATIN).set("typeface", FONT)
    etree.SubElement(run, A_T).text = line
    return paragraph


def solid_xml(parent: Any, code: str) -> None:
    """A solid colour into a properties element."""
    etree.SubElement(etree.SubElement(parent, A_FILL), A_COLOUR).set("val", code.lstrip("#"))


def text_box(slide: Any, box: Sequence[int], text: str, size: float, **looks: Any) -> Any:
    """A text box at (left, top, width, height)."""
    shape = slide.shapes.add_textbox(*(Emu(int(edge)) for edge in box))
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = looks.pop("anchor", MSO_ANCHOR.TOP)
    write(frame, text, size, **looks)
    return shape


def title_size(title: str, width: int = WIDTH, *, lines: int = 2) -> int:
    """The largest size at which the title takes so many lines; over a chart one line is tried down to 24 pt."""
    one = [size for size in TITLE_SIZES[:2] if lines == 1 and title_lines(title, width, size) == 1]
    two = [size for size in TITLE_SIZES if title_lines(title, width, size) <= 2]
    return (one or two or [TITLE_SIZES[-1]])[0]


def title_lines(title: str, width: int, size: int) -> int:
    """About how many lines the bold title takes at that size."""
    return lines_of(title, width / Pt(size) / BOLD)


def title_bottom(title: str, width: int, size: int) -> int:
    """Where the title ends: what stands below moves up under a short one."""
    return TITLE_TOP + Pt(int(title_lines(title, width, size) * size * LINE) + 8)


def set_title(slide: Any, title: str, width: int, size: int) -> None:
    """The slide's title in its placeholder, so that outline and screen readers find it."""
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = LEFT, TITLE_TOP, Emu(width), TITLE_HEIGHT
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    write(frame, title, size, bold=True)


def bullets(slide: Any, texts: Sequence[str], top: int) -> None:
    """A list of sentences in body size."""
    box = slide.shapes.add_textbox(LEFT, Emu(top), WIDTH, Emu(BODY_BOTTOM - top))
    box.text_frame.margin_left = box.text_frame.margin_right = 0
    write(box.text_frame, "\n".join(f"• {clean(text)}" for text in texts), BODY_SIZE + 4)
    for paragraph in box.text_frame.paragraphs:
        paragraph.space_after = Pt(10)


def add_table(slide: Any, table: Table, top: int) -> None:
    """A native table: head, rows, verdict cells in their colour, totals in bold."""
    count, columns = len(table.rows) + 1, len(table.columns)
    head = tuple(column.title for column in table.columns)
    heights = [int(row_height(table, row) * Pt(BODY_SIZE)) for row in (head, *table.rows)]
    frame = slide.shapes.add_table(count, columns, LEFT, Emu(top), WIDTH, Emu(sum(heights)))
    native = frame.table
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = GRID_STYLE
    for place, width in enumerate(column_widths(table, PAPER)):
        native.columns[place].width = Emu(int(WIDTH * width / PAPER.width))
    for place, height in enumerate(heights):
        native.rows[place].height = Emu(height)
    for row, texts in enumerate((head, *table.rows)):
        for column, text in enumerate(texts):
            verdict = table.verdicts.get((row - 1, column), "")
            _cell(
                native.cell(row, column),
                text,
                table.columns[column].align,
                verdict,
                bold=row == 0 or row - 1 in table.bold,
                head=row == 0,
            )


def _cell(cell: Any, text: str, align: str, verdict: str, *, bold: bool, head: bool) -> None:
    look = wording.verdict(verdict)
    coloured = bool(look.symbol) and not look.hatched
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.025)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(
        cell.text_frame, text, BODY_SIZE, bold=bold or coloured, ink=look.text if coloured else wording.INK, align=align
    )
    if coloured or head:
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(look.fill) if coloured else colour(HEAD_FILL)


def legend(slide: Any, verdicts: Sequence[str], top: int) -> None:
    """The verdict colours met on the slide, each with symbol and word."""
    if not verdicts:
        return
    left = int(LEFT)
    for code in verdicts:
        look = wording.verdict(code)
        words = f"{look.symbol} {look.word}"
        width = int(Pt(LEGEND_SIZE) * (width_of(words) * 1.15 + 1)) + Pt(24)
        swatch = slide.shapes.add_shape(1, Emu(left), Emu(top + Pt(2)), Pt(16), Pt(12))
        swatch.fill.solid()
        swatch.fill.fore_color.rgb = colour(look.fill)
        swatch.line.color.rgb, swatch.line.width = colour(wording.OUTLINE), Pt(1.5)
        flat(swatch)
        box = (left + Pt(22), top, width - Pt(24), Pt(20))
        text_box(slide, box, words, LEGEND_SIZE, ink=wording.INK)
        left += width


def flat(shape: Any) -> None:
    """No theme style, so no shadow: what is drawn is only what was asked for."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
