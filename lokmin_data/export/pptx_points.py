"""Colours and texts of single bars, written as XML: a deck has hundreds of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from lokmin_data import wording
from lokmin_data.export.pptx_parts import A_LINE, paragraph_xml, solid_xml
from lokmin_data.export.text import one_line

OUTSIDE, BASE = "outEnd", "inBase"
C_IDX, C_DPT, C_DLBLS, C_DLBL, C_SPPR, C_TX, C_RICH = (
    qn(f"c:{name}") for name in ("idx", "dPt", "dLbls", "dLbl", "spPr", "tx", "rich")
)
C_INVERT, C_CAT, C_VAL, C_POSITION = (qn(f"c:{name}") for name in ("invertIfNegative", "cat", "val", "dLblPos"))
A_BODY = qn("a:bodyPr")
SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")


def paint_points(series: Any, fills: Iterable[tuple[int, str]]) -> None:
    """Give bars (place, "#RRGGBB") their colour and outline."""
    element = series._element
    anchor = _first_of(element, (C_DLBLS, C_CAT, C_VAL))
    for place, fill in fills:
        point = etree.Element(C_DPT)
        etree.SubElement(point, C_IDX).set("val", str(place))
        etree.SubElement(point, C_INVERT).set("val", "0")
        shape = etree.SubElement(point, C_SPPR)
        solid_xml(shape, fill)
        line = etree.SubElement(shape, A_LINE)
        line.set("w", str(int(Pt(1))))
        solid_xml(line, wording.OUTLINE)
        anchor.addprevious(point)


def label_points(series: Any, labels: Sequence[tuple[int, str, bool]], size: int, position: str) -> None:
    """Write the texts (place, text, bold) at the bars on a white ground, so that the target line does not cross them."""
    element = series._element
    for old in element.findall(C_DLBLS):
        element.remove(old)
    holder = etree.Element(C_DLBLS)
    for place, text, bold in labels:
        holder.append(_label(place, text, bold, size, position))
    for name in SHOWN:
        etree.SubElement(holder, qn(f"c:{name}")).set("val", "0")
    _first_of(element, (C_CAT, C_VAL)).addprevious(holder)


def _label(place: int, text: str, bold: bool, size: int, position: str) -> Any:
    label = etree.Element(C_DLBL)
    etree.SubElement(label, C_IDX).set("val", str(place))
    rich = etree.SubElement(etree.SubElement(label, C_TX), C_RICH)
    etree.SubElement(rich, A_BODY).set("wrap", "none")
    rich.append(paragraph_xml(one_line(text), size, bold=bold))
    solid_xml(etree.SubElement(label, C_SPPR), wording.GROUND)
    etree.SubElement(label, C_POSITION).set("val", position)
    for name in SHOWN:
        etree.SubElement(label, qn(f"c:{name}")).set("val", "1" if name == "showVal" else "0")
    return label


def _first_of(element: Any, tags: Sequence[str]) -> Any:
    """The first child with one of these tags; a series always has its values."""
    return next(found for tag in tags if (found := element.find(tag)) is not None)
