"""The funnel plot for the analyst: rate against size, with the limits of chance around the Puskesmas' own rate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.placing import Box, Plot, place_names
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.charts.theme import AXIS, CONTEXT, INK, SMALL_SIZE, TEXT_SIZE, figure, outline, plain
from lokmin_data.wording import count, number, percent, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

HEIGHT = 520
MARGIN = {"l": 62, "t": 12, "b": 58, "r": 12}
MOST_NAMED, NAME_LETTERS = 12, 20  # with more desa only those outside the limits are named
WITHIN = "wajar"


def funnel_chart(found: Assessment) -> go.Figure:
    """Points of the desa (size across, percent up) with the 95 % and 99.8 % limits around the Puskesmas' rate."""
    from lokmin_data.analysis.funnel import funnel_curve, funnel_points

    points = funnel_points(found)
    if points.empty:
        return figure([], height=120, annotations=[_words(0.5, 0.5, "Belum ada data", "center")])
    baseline = float(points["baseline"].iloc[0])
    curve = funnel_curve(baseline, float(points["n"].max()))
    codes = dict(zip(found.desa["desa_id"], found.desa["verdict"], strict=True))
    right, high = float(curve["n"].max()), max(105.0, float(points["percent"].max()) * 1.08)
    plot = Plot((0, right), (0, high), HEIGHT - MARGIN["t"] - MARGIN["b"])
    whole = f"Puskesmas {percent(baseline)}"
    traces = [*_limits(curve), _points(points, codes, plot, plot.words(right, baseline, whole, -1, 1))]
    layout = {
        "xaxis": {
            **AXIS,
            "range": [0, right],
            "title": {"text": "Jumlah sasaran (yang diperiksa) sampai bulan ini", "font": {"size": SMALL_SIZE}},
        },
        "yaxis": {
            **AXIS,
            "range": [0, high],
            "tickvals": [0, 20, 40, 60, 80, 100],
            "ticktext": [percent(v) for v in (0, 20, 40, 60, 80, 100)],
        },
        "annotations": [
            {
                "x": 1,
                "xref": "paper",
                "y": baseline,
                "text": whole,
                "showarrow": False,
                "xanchor": "right",
                "yanchor": "bottom",
                "font": {"size": SMALL_SIZE, "color": INK},
            }
        ],
        "shapes": [
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": baseline,
                "y1": baseline,
                "line": {"color": INK, "width": 1.5},
            }
        ],
    }
    return figure(traces, height=HEIGHT, margin=MARGIN, **layout)


def _limits(curve: pd.DataFrame) -> list[go.Scatter]:
    looks = {"95": {"color": CONTEXT, "width": 2}, "998": {"color": CONTEXT, "width": 2, "dash": "dot"}}
    return [
        go.Scatter(x=curve["n"].tolist(), y=curve[f"{side}{name}"].tolist(), mode="lines", line=look, hoverinfo="skip")
        for name, look in looks.items()
        for side in ("low", "high")
    ]


def _points(points: pd.DataFrame, codes: dict[int, str], plot: Plot, taken: Box) -> go.Scatter:
    """The desa with their names; those outside the limits choose the place of their name first."""
    points = points.sort_values("class", key=lambda kind: kind == WITHIN, kind="stable")
    names = _names(points)
    places = place_names(list(zip(points["n"], points["percent"], strict=True)), names, plot, [taken])
    return go.Scatter(
        x=points["n"].tolist(),
        y=points["percent"].tolist(),
        mode="markers+text",
        text=[name if place else "" for name, place in zip(names, places, strict=True)],
        textposition=[place or "top center" for place in places],
        textfont={"size": SMALL_SIZE, "color": INK},
        cliponaxis=False,
        marker={"size": 13, "color": [verdict(codes.get(i, "")).fill for i in points["desa_id"]], "line": outline()},
        hovertext=[
            f"<b>{plain(row.desa)}</b><br>{count(row.x, row.n)}<br>{number(row.n)} sasaran"
            for row in points.itertuples()
        ],
        hoverinfo="text",
    )


def funnel_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """The desa of the funnel as a table: raw and balanced rate with its 90 % range, beside the Puskesmas; "" for none."""
    if table.empty:
        return ""
    heads = [Head("Desa"), Head("Capaian / sasaran", True), Head("Seimbang", True), Head("Rentang 90 % seimbang", True),
             Head("Dibanding Puskesmas (95 %)"), Head("Tempat pada corong")]  # fmt: skip
    rows = [[
        Cell(str(row.desa), href=address(int(row.desa_id))), Cell(count(row.x, row.n), True), Cell(percent(row.balanced, 1), True),
        Cell(f"{percent(row.balanced_low, 0)} sampai {percent(row.balanced_high, 0)}", True), Cell(row.against), Cell(row._asdict()["class_"]),
    ] for row in table.rename(columns={"class": "class_"}).itertuples(index=False)]  # fmt: skip
    return html_table(heads, rows, caption="Angka mentah dan seimbang tiap desa")


def _words(x: float, y: float, text: str, anchor: str) -> dict[str, object]:
    return {
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "text": text,
        "showarrow": False,
        "xanchor": anchor,
        "font": {"size": TEXT_SIZE},
    }


def _names(points: pd.DataFrame) -> list[str]:
    few = len(points) <= MOST_NAMED
    pairs = zip(points["desa"], points["class"], strict=True)
    return [plain(name[:NAME_LETTERS]) if few or kind != WITHIN else "" for name, kind in pairs]
