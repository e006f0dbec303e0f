"""Colours and texts of single bars, written as XML: a deck has hundreds of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Pt

from lokmin_data import wording
from lokmin_data.export.pptx_parts import A_LINE, paragraph_xml, solid_xml
from lokmin_data.export.text import one_line

OUTSIDE, INSIDE, BASE = "outEnd", "inEnd", "inBase"
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
    """Write the texts (place, text, bold) at the bars, on a white ground."""
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


def value_label(series: Any, place: int, size: int, number_format: str, position: str) -> None:
    """Name and value of the series written at one bar in bold, both taken from the chart's data."""
    element = series._element
    holder = etree.Element(C_DLBLS)
    label = etree.SubElement(holder, C_DLBL)
    etree.SubElement(label, C_IDX).set("val", str(place))
    written = etree.SubElement(label, qn("c:numFmt"))
    written.set("formatCode", number_format)
    written.set("sourceLinked", "0")
    etree.SubElement(etree.SubElement(label, C_SPPR), qn("a:noFill"))
    text = etree.SubElement(label, qn("c:txPr"))
    etree.SubElement(text, A_BODY).set("wrap", "none")
    paragraph = etree.SubElement(text, qn("a:p"))
    looks = etree.SubElement(etree.SubElement(paragraph, qn("a:pPr")), qn("a:defRPr"))
    looks.set("sz", str(size * 100))
    looks.set("b", "1")
    etree.SubElement(paragraph, qn("a:endParaRPr")).set("lang", "id-ID")
    etree.SubElement(label, C_POSITION).set("val", position)
    for name in SHOWN:
        etree.SubElement(label, qn(f"c:{name}")).set("val", "1" if name in ("showVal", "showSerName") else "0")
    etree.SubElement(label, qn("c:separator")).text = " "
    for name in SHOWN:
        etree.SubElement(holder, qn(f"c:{name}")).set("val", "0")
    _first_of(element, (C_CAT, C_VAL)).addprevious(holder)


def on_own_axes(chart: Any, elements: Sequence[Any]) -> None:
    """Move series into a stacked bar chart of their own, over the same scale, without gaps and without visible axes."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    first = area.find(qn("c:barChart"))
    own = etree.Element(qn("c:barChart"))
    for name, value in (("barDir", "bar"), ("grouping", "stacked"), ("varyColors", "0")):
        etree.SubElement(own, qn(f"c:{name}")).set("val", value)
    own.extend(elements)
    for name, value in (("gapWidth", "0"), ("overlap", "100")):
        etree.SubElement(own, qn(f"c:{name}")).set("val", value)
    first.addnext(own)
    axes = [deepcopy(area.find(qn(f"c:{kind}"))) for kind in ("catAx", "valAx")]
    area.findall(qn("c:valAx"))[-1].addnext(axes[0])
    axes[0].addnext(axes[1])
    numbers = [str(int(axis.find(qn("c:axId")).get("val")) + 1) for axis in axes]
    for axis, number, other in zip(axes, numbers, reversed(numbers), strict=True):
        axis.find(qn("c:axId")).set("val", number)
        axis.find(qn("c:crossAx")).set("val", other)
        etree.SubElement(own, qn("c:axId")).set("val", number)
    names, values = axes
    names.find(qn("c:delete")).set("val", "1")
    # Without a value axis of its own LibreOffice would stack these series upon the bars; it is there and not seen.
    values.find(qn("c:delete")).set("val", "0")
    for name, value in (("majorTickMark", "none"), ("minorTickMark", "none"), ("tickLblPos", "none"), ("crosses", "max")):
        found = values.find(qn(f"c:{name}"))
        (etree.SubElement(values, qn(f"c:{name}")) if found is None else found).set("val", value)
    shape = values.find(C_SPPR)
    if shape is None:
        shape = etree.Element(C_SPPR)
        values.find(qn("c:tickLblPos")).addnext(shape)
    etree.SubElement(etree.SubElement(shape, A_LINE), qn("a:noFill"))


def _first_of(element: Any, tags: Sequence[str]) -> Any:
    """The first child with one of these tags; a series always has its values."""
    return next(found for tag in tags if (found := element.find(tag)) is not None)
