"""The materi of the lokmin as an editable PowerPoint file, from the same slides as the presentation mode."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Pt

from lokmin_data import wording
from lokmin_data.export import pptx_parts as parts
from lokmin_data.export.pptx_chart import add_bars
from lokmin_data.export.text import clean, one_line
from lokmin_data.meeting.paging import PAPER
from lokmin_data.meeting.slide import Slide, lines_of

TITLE_ONLY = 5  # layout of the built-in template
CONTOH = "CONTOH"
CONTOH_WIDTH = Inches(1.5)
#: A long sentence over a chart is smaller rather than taking the bars' room.
MESSAGE_SIZE_OVER_BARS = 16
COVER_TITLE_SIZE, COVER_TEXT_SIZE = 40, 24


def build_materi(slides: Sequence[Slide], *, title: str = "Materi lokmin", contoh: bool = False) -> bytes:
    """The deck as PPTX: native charts and tables, one message a slide, source on each, definitions in the notes.

    `contoh` marks every slide as example data.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = parts.SLIDE_WIDTH, parts.SLIDE_HEIGHT
    deck.core_properties.title, deck.core_properties.author = one_line(title), "Dasbor Lokmin"
    deck.core_properties.language = "id-ID"
    for number, slide in enumerate(slides, start=1):
        _add_slide(deck, slide, number, len(slides), contoh)
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def _add_slide(deck: Any, slide: Slide, number: int, count: int, contoh: bool) -> None:
    native = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    if contoh:
        _mark(native)
    if slide.kind == "sampul":
        _cover(native, slide)
    else:
        width = parts.WIDTH - (CONTOH_WIDTH + Inches(0.2) if contoh else 0)
        size = parts.title_size(slide.full_title, width, lines=1 if slide.bars is not None else 2)
        parts.set_title(native, slide.full_title, width, size)
        _body(native, slide, parts.title_bottom(slide.full_title, width, size))
    _footer(native, slide, number, count)
    if slide.notes:
        native.notes_slide.notes_text_frame.text = clean(slide.notes)


def _cover(native: Any, slide: Slide) -> None:
    shape = native.shapes.title
    shape.left, shape.top, shape.width, shape.height = parts.LEFT, Inches(1.9), parts.WIDTH, Inches(2.2)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    parts.write(shape.text_frame, slide.title, COVER_TITLE_SIZE, bold=True)
    box = (parts.LEFT + Inches(0.1), Inches(4.3), parts.WIDTH - Inches(0.1), Inches(1.6))
    parts.text_box(native, box, slide.message, COVER_TEXT_SIZE, ink=wording.SECONDARY_INK)


def _body(native: Any, slide: Slide, top: int) -> None:
    if slide.message:
        tight = slide.bars is not None and lines_of(slide.message, PAPER.width) > 1
        size = MESSAGE_SIZE_OVER_BARS if tight else parts.BODY_SIZE
        lines = lines_of(slide.message, PAPER.width * parts.BODY_SIZE / size)
        height = Pt(size * parts.LINE * lines)
        box = (parts.LEFT, top, parts.WIDTH, height)
        parts.text_box(native, box, slide.message, size, ink=wording.SECONDARY_INK)
        top += height + Pt(8)
    if slide.bars is not None and slide.bars.bars:
        add_bars(native, slide.bars, top)
    elif slide.table is not None and slide.table.rows:
        parts.add_table(native, slide.table, top)
    elif slide.bullets:
        parts.bullets(native, slide.bullets, top)


def _footer(native: Any, slide: Slide, number: int, count: int) -> None:
    width = parts.WIDTH - Inches(1.2)
    box = (parts.LEFT, parts.FOOTER_TOP, width, parts.FOOTER_HEIGHT)
    parts.text_box(native, box, slide.source, parts.FOOTER_SIZE, ink=wording.SECONDARY_INK)
    counter = (parts.LEFT + width, parts.FOOTER_TOP, Inches(1.2), parts.FOOTER_HEIGHT)
    parts.text_box(native, counter, f"{number}/{count}", parts.LEGEND_SIZE, ink=wording.SECONDARY_INK, align="right")


def _mark(native: Any) -> None:
    left = parts.LEFT + parts.WIDTH - CONTOH_WIDTH
    shape = parts.text_box(native, (left, parts.TITLE_TOP, CONTOH_WIDTH, Inches(0.42)), CONTOH, 18, bold=True,
                           ink="#8B1010", align="center", anchor=MSO_ANCHOR.MIDDLE)  # fmt: skip
    shape.line.color.rgb, shape.line.width = parts.colour("#8B1010"), Pt(2)
    shape.name = CONTOH
