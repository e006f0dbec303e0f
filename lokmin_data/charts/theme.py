"""The one look of all figures: font, sizes, colours, a small layout; colours and words of verdicts come from `wording`."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from lokmin_data.wording import GROUND, INK, OUTLINE, SECONDARY_INK, VERDICTS

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", Arial, sans-serif'
TEXT_SIZE = 16
SMALL_SIZE = 15
CONTEXT = "#8A9099"  # grey of what is only context: last year, other desa
GRID = "#E3E6EA"
HATCH = "#8A9099"
OUTLINE_WIDTH = 1.5
TARGET_WIDTH = 2.5
ROW_HEIGHT, TALL_ROW = 34, 44  # pixels a bar, so that 25 desa stay readable; taller where a name takes two lines
NARROW_ROW, ABOVE, NARROW_BAR = 60, 0.42, 0.4  # a phone: pixels a row, place of the name over its bar, thickness
NAME_WIDTH = 24  # letters of a name before it is broken into two lines
#: An empty template: Plotly's own would travel with every figure (3.5 kB) and set other fonts.
EMPTY_TEMPLATE = go.layout.Template()
AXIS = {
    "zeroline": False,
    "showline": False,
    "ticks": "",
    "fixedrange": True,
    "automargin": False,
    "tickangle": 0,
    "gridcolor": GRID,
    "tickfont": {"size": SMALL_SIZE, "color": SECONDARY_INK},
}
PNG_SCALE = 2
SIGNATURE = 26  # pixels below a chart for what it is and whose
PNG_WIDTH = 960  # 1920 pixels at that scale, whatever the window: a projector's width, letters of 30 pixels and more

__all__ = [
    "AXIS",
    "CONTEXT",
    "FONT",
    "GRID",
    "GROUND",
    "HATCH",
    "INK",
    "OUTLINE",
    "OUTLINE_WIDTH",
    "ROW_HEIGHT",
    "SECONDARY_INK",
    "SMALL_SIZE",
    "TARGET_WIDTH",
    "TEXT_SIZE",
    "VERDICTS",
    "Finished",
    "broken",
    "chart_config",
    "figure",
    "narrowed",
    "outline",
    "plain",
    "row_height",
    "sample",
    "signed",
]


def figure(traces: list[Any], *, height: int, margin: dict[str, int] | None = None, **layout: Any) -> go.Figure:
    """A figure of these traces in the common look; `layout` adds to it."""
    base = {
        "template": EMPTY_TEMPLATE,
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8, "pad": 0, **(margin or {})},
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": GROUND,
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": GROUND,
            "bordercolor": OUTLINE,
            "align": "left",
            "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        },
    }
    return go.Figure(data=traces, layout={**base, **layout})


class Finished(go.Figure):
    """A figure that nobody changes any more; what Plotly makes of it for a browser is made once, not at every look."""

    def __init__(self, chart: go.Figure) -> None:
        # Nothing of a figure is kept but its plain form: the parts and checks of a living one take ten times the memory.
        self.__dict__["plain"] = chart.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """The plain form (shared, read only)."""
        return self.__dict__["plain"]


def sample() -> str:
    """A picture of nothing as JSON: Plotly loads the parts of its library only when they are first used."""
    line = {"width": 1, "color": INK}
    bars = go.Bar(x=[1], y=[1], error_x={"array": [1]}, marker={"line": line, "pattern": {"shape": "/"}})
    points = go.Scatter(x=[1], y=[1], line=line, marker={"line": line}, textfont={"color": INK})
    axis = {**AXIS, "title": {"text": "x", "font": {"color": INK}}}
    drawn = figure([bars, points], height=ROW_HEIGHT, xaxis=axis, yaxis=axis)
    drawn.add_annotation(text="x", font={"color": INK})
    drawn.add_shape(type="line", line=line)
    return signed(drawn, "x").to_json()


def chart_config(file_name: str) -> dict[str, Any]:
    """The Plotly settings of a chart: only the camera (PNG as wide as a projector), no zoom, nothing online."""
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": PNG_SCALE, "width": PNG_WIDTH, "filename": file_name},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
        "plotlyServerURL": "",
    }


def signed(chart: go.Figure, text: str) -> go.Figure:
    """The chart with `text` below it, which only its PNG shows (the page's style sheet hides a figure's title)."""
    chart.layout.margin.b += SIGNATURE
    chart.layout.height += SIGNATURE
    font = {"size": SMALL_SIZE, "color": SECONDARY_INK}
    place = {"x": 0, "xanchor": "left", "y": 0, "yanchor": "bottom", "yref": "container", "pad": {"l": 8, "b": 6}}
    return chart.update_layout(title={"text": plain(text), "font": font, **place})


def broken(name: str, width: int = NAME_WIDTH) -> str:
    """A long name on two lines, safe to stand in a Plotly text; what does not fit is left out before the end of the name,
    for names of neighbours often differ in the last word only.
    """
    lines = wrap(name, width) or [""]
    if len(lines) > 2:
        end = wrap(name[::-1], width - 2)[0][::-1]
        lines = [lines[0], f"… {end}"]
    return "<br>".join(plain(line) for line in lines)


def row_height(names: list[str], width: int = NAME_WIDTH) -> int:
    """Pixels of a row: taller where one of the names is broken into two lines."""
    return TALL_ROW if any(len(name) > width for name in names) else ROW_HEIGHT


def narrowed(chart: go.Figure, places: list[float], names: list[str]) -> go.Figure:
    """A chart of horizontal bars as a phone shows it: each name over its bar instead of beside it."""
    margin = chart.layout.margin
    rows = max(places, default=0.0) + 1
    chart.update_traces(width=NARROW_BAR, selector={"type": "bar"})
    chart.update_layout(
        height=round(margin.t + margin.b + NARROW_ROW * rows),
        margin={"l": 4, "r": 4},
        yaxis={"showticklabels": False, "range": [rows - 0.5, -0.75]},
    )
    texts = [plain(name) for name in names]
    chart.add_trace(
        go.Scatter(
            x=[0] * len(places),
            y=[place - ABOVE for place in places],
            text=texts,
            mode="text",
            textposition="middle right",
            hoverinfo="skip",
            cliponaxis=False,
            showlegend=False,
            textfont={"size": TEXT_SIZE, "color": INK},
            name="nama",
        )
    )
    return chart


def plain(text: str) -> str:
    """A text from data that Plotly shall not read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def outline(width: float = OUTLINE_WIDTH) -> dict[str, Any]:
    """The dark outline of every mark: two of the verdict fills are too light on white without it."""
    return {"color": OUTLINE, "width": width}
