"""Native, editable bar charts: one bar per desa coloured by verdict, the target as a series of its own.

The target is a stack of series on axes of their own that leave no gap between the rows: an invisible bar to the
target, a thin dark piece after it, which is a piece of the line, and an invisible rest, at whose end the row's text
stands; the first row holds nothing but the line's label.  Who changes the target in the chart's data moves line and label.  A line or scatter series
would be the usual way, but PowerPoint does not turn a line chart on its side and LibreOffice draws no scatter over
horizontal bars.
"""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from lokmin_data import wording
from lokmin_data.export import pptx_points as points
from lokmin_data.export.pptx_parts import (
    BODY_BOTTOM,
    BODY_SIZE,
    FONT,
    LEFT,
    LEGEND_SIZE,
    WIDTH,
    colour,
    legend,
)
from lokmin_data.export.text import one_line
from lokmin_data.meeting.slide import BOLD, Bar, Bars, width_of

#: The plot inside the chart, as parts of its width and height: names at the left, texts of the bars at the right.
PLOT_TOP, PLOT_HEIGHT, PLOT_RIGHT = 0.005, 0.99, 0.995
#: The names' part of the chart's width at least and at most, and the sizes tried until the longest fits on one line.
NAMES_LEAST, NAMES_MOST, NAME_SIZES = 0.16, 0.42, (20, 18, 16, 14, 12)
NAME_ROOM = 1.12
LABEL_GAP = 0.6
#: Line height that names and texts need, the smallest size, and the legend's part of a stacked chart.
LINE_ROOM, SMALLEST, LEGEND_PART = 1.28, 10, 0.09
#: Points of height for one bar at most: one desa alone does not fill the slide.
BAR_ROOM = 64
GAP_WIDTH = 35
LINE_INK = "#1A1A1A"
NO_VERDICT_FILL = "#B5B5B5"
PART_FILLS = ("#8B1010", "#F08C00", "#8C8C8C")
SHEET_TRAPS = ("=", "{=", "http:", "https:", "ftp:", "ftps:", "mailto:", "internal:", "external:", "file:")
#: The category of the row that holds the target's label, how its number is written, and the line's part of the plot.
LINE_NAME, TEXTS_NAME = "(tebal garis)", "(tempat tulisan)"
LABEL_ROW, TARGET_FORMAT, LINE_PART, DECIMALS = "\u00a0", 'General" %"', 0.004, 1
LEGEND_HEIGHT = Pt(24)


def add_bars(slide: Any, figure: Bars, top: int) -> None:
    """Draw the figure from `top` to the footer: chart with its target, legend."""
    legend_height = 0 if figure.parts else LEGEND_HEIGHT
    height = min(BODY_BOTTOM - top - legend_height, Pt(BAR_ROOM * (_rows(figure) + 1)))
    ceiling = _ceiling(figure)
    frame = slide.shapes.add_chart(_kind(figure), *(Emu(int(edge)) for edge in (LEFT, top, WIDTH, height)), _data(figure))
    _dress(frame.chart, figure, ceiling, _label_size(figure, height))
    if _has_target(figure):
        _draw_target(frame.chart, figure)
    if not figure.parts:
        met = list(
            dict.fromkeys(
                code
                for code in wording.VERDICTS
                for bar in figure.bars
                if bar.verdict == code and bar.value is not None
            )
        )
        legend(slide, met, BODY_BOTTOM - Pt(20))


def _has_target(figure: Bars) -> bool:
    return figure.target is not None and not figure.parts


def _rows(figure: Bars) -> int:
    """Rows of the chart: the bars, and one for the target's label."""
    return max(1, len(figure.bars) + _has_target(figure))


def _kind(figure: Bars) -> XL_CHART_TYPE:
    return XL_CHART_TYPE.BAR_STACKED if figure.parts else XL_CHART_TYPE.BAR_CLUSTERED


def _data(figure: Bars) -> CategoryChartData:
    data = CategoryChartData(number_format="0.0")
    first = [LABEL_ROW] if _has_target(figure) else []
    data.categories = [*first, *(_name(bar) for bar in figure.bars)]
    if figure.parts:
        for place, part in enumerate(figure.parts):
            data.add_series(part, [round(bar.parts[place], 4) for bar in figure.bars])
        return data
    unit = "%" if figure.unit == "%" else figure.unit
    data.add_series(_sheet_text(f"{figure.measure} ({unit})"), [*(None for _ in first), *(bar.value for bar in figure.bars)])
    if figure.target is not None:
        goals = [figure.target, *(figure.goal_of(bar) for bar in figure.bars)][: _rows(figure)]
        data.add_series(_target_name(figure), [round(goal, DECIMALS) for goal in goals], TARGET_FORMAT)
        line = _ceiling(figure) * LINE_PART
        data.add_series(LINE_NAME, [round(line, 4)] * len(goals))
        data.add_series(TEXTS_NAME, [round(_ceiling(figure) - goal - line, 4) for goal in goals])
    return data


def _target_name(figure: Bars) -> str:
    """The label without its number, which comes from the data."""
    return _sheet_text(figure.target_text.removesuffix(wording.percent(figure.target)).strip() or "Target")


def _name(bar: Bar) -> str:
    """The name at the axis; a bar that cannot be drawn says why beside its name."""
    return _sheet_text(bar.name if bar.value is not None else f"{bar.name} ({bar.text})")


def _sheet_text(text: str) -> str:
    """A text for the chart's own data sheet, where a leading sign would make it a formula or a link."""
    text = one_line(text)
    return f"\u00a0{text}" if text.lower().startswith(SHEET_TRAPS) else text


def _names(figure: Bars) -> tuple[float, int]:
    """The part of the width that the names take, and their size: every name on one line."""
    longest = max((width_of(_name(bar)) for bar in figure.bars), default=0.0) * NAME_ROOM + 0.5
    for size in NAME_SIZES:
        share = longest * Pt(size) / WIDTH
        if share <= NAMES_MOST:
            return max(NAMES_LEAST, share), size
    return NAMES_MOST, NAME_SIZES[-1]


def _ceiling(figure: Bars) -> float:
    """The axis' end: the highest bar, and room for the texts."""
    plot = WIDTH * (PLOT_RIGHT - _names(figure)[0]) / Pt(BODY_SIZE)
    rooms = [1 - (width_of(bar.text) * (BOLD if bar.whole else 1.0) + LABEL_GAP) / plot for bar in figure.bars]
    if _has_target(figure):  # one column of texts at the right, so that none hides the target
        return figure.top / max(0.2, min(rooms, default=1.0))
    return max([figure.top, *((bar.value or 0.0) / max(0.2, room) for bar, room in zip(figure.bars, rooms, strict=True))])


def _label_size(figure: Bars, height: int) -> int:
    """The size of the bars' texts: body size, less where the bars stand closer than a line of text.

    LibreOffice leaves out every other name where a line is taller than the bars' distance.
    """
    plot = height * (PLOT_HEIGHT - (LEGEND_PART if figure.parts else 0.0))
    pitch = plot / _rows(figure) / Pt(1)
    return max(SMALLEST, min(BODY_SIZE, int(pitch / LINE_ROOM)))


def _dress(chart: Any, figure: Bars, ceiling: float, label_size: int) -> None:
    chart.has_title = False
    chart.font.name, chart.font.size = FONT, Pt(BODY_SIZE)
    chart.font.color.rgb = colour(wording.INK)
    chart.has_legend = bool(figure.parts)
    if figure.parts:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(LEGEND_SIZE + 2)
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = 0, ceiling
    values.has_major_gridlines, values.visible = False, False
    names.reverse_order = True
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = colour(wording.OUTLINE)
    share, size = _names(figure)
    names.tick_labels.font.size = Pt(min(size, label_size))
    _every_name(names)
    chart.plots[0].gap_width = GAP_WIDTH
    if figure.parts:
        chart.plots[0].overlap = 100
    _layout(chart, share, bool(figure.parts))
    (_paint_parts if figure.parts else _paint)(chart, figure, label_size)


def _paint(chart: Any, figure: Bars, size: int) -> None:
    """The bars in their colours with their texts; where there is a target, these stand as a column at the right."""
    every, target = list(chart.plots[0].series), _has_target(figure)
    drawn = [(place, bar) for place, bar in enumerate(figure.bars, start=int(target)) if bar.value is not None]
    points.paint_points(every[0], [(place, _bar_fill(bar)) for place, bar in drawn])
    texts = [(place, bar.text, bar.whole) for place, bar in drawn]
    points.label_points(every[-1], texts, size, points.INSIDE if target else points.OUTSIDE)


def _unseen(series: Any) -> None:
    series.format.fill.background()
    series.format.line.fill.background()


def _bar_fill(bar: Bar) -> str:
    look = wording.verdict(bar.verdict)
    return look.fill if look.symbol and not look.hatched else NO_VERDICT_FILL


def _paint_parts(chart: Any, figure: Bars, size: int) -> None:
    every = list(chart.plots[0].series)
    for series, fill in zip(every, PART_FILLS, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = colour(fill)
        series.format.line.color.rgb, series.format.line.width = colour(wording.OUTLINE), Pt(1)
    # A stacked bar has no outside end: the text stands at the base of the last, mostly empty piece.
    points.label_points(
        every[-1], [(place, bar.text, False) for place, bar in enumerate(figure.bars)], size, points.BASE
    )


def _every_name(axis: Any) -> None:
    """No name is skipped however many there are."""
    element = axis._element
    skip = etree.Element(qn("c:tickLblSkip"))
    skip.set("val", "1")
    anchor = element.find(qn("c:noMultiLvlLbl"))
    if anchor is not None:
        anchor.addprevious(skip)
    else:
        element.append(skip)


def _layout(chart: Any, left: float, with_legend: bool) -> None:
    """Pin the plot, so that names and texts have the room that was measured for them."""
    height = PLOT_HEIGHT - (LEGEND_PART if with_legend else 0.0)
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    numbers = {"x": left, "y": PLOT_TOP, "w": PLOT_RIGHT - left, "h": height}
    words = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge"}
    for name, value in {**words, **numbers}.items():
        etree.SubElement(manual, qn(f"c:{name}")).set("val", str(value))
    area.insert(0, layout)


def _draw_target(chart: Any, figure: Bars) -> None:
    """The target's series on axes of their own: the way to it with its label in the first row, the line, the rest."""
    way, line, texts = list(chart.plots[0].series)[1:]
    _unseen(way)
    _unseen(texts)
    line.format.fill.solid()
    line.format.fill.fore_color.rgb = colour(LINE_INK)
    line.format.line.fill.background()
    # A stacked bar has no outside end; before the line the label may reach over the axis, where its row has no name.
    points.value_label(way, 0, BODY_SIZE, TARGET_FORMAT, points.INSIDE)
    points.on_own_axes(chart, [way._element, line._element, texts._element])
