"""The map of desa: filled outlines without tiles or network, coloured by verdict, named in place."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.theme import OUTLINE, OUTLINE_WIDTH, TEXT_SIZE, figure
from lokmin_data.wording import Verdict, verdict

HEIGHT = 640
HATCH_SHAPE = "/"
#: With more desa than this the names are left to the hover: they would cover each other.
MOST_NAMES = 40
NAME_LETTERS = 16
#: Five blues for what is neither good nor bad, each with its number, because shades alone are hard to tell apart.
FIFTHS = tuple(
    Verdict(f"seperlima_{place}", f"seperlima ke-{place}", str(place), fill, "#FFFFFF" if place == 5 else "#000000")
    for place, fill in enumerate(("#EAF2FB", "#BFD7EF", "#8DB8E0", "#4F8FC7", "#1B5A94"), start=1)
)


def desa_map(shapes: Sequence[Mapping[str, Any]], table: pd.DataFrame, *, height: int = HEIGHT) -> go.Figure:
    """One filled outline a desa.

    shapes: {"desa_id", "nama", "batas": rings of [longitude, latitude]}.  table: desa_id, desa, verdict (a code), text
    (such as "58/90 · 64,4 %"); a desa that is not in it is drawn as not reported.  Names of reports are escaped, because
    Plotly reads a little HTML.  A column `fifth` (1-5, 0 unknown) shades desa by class instead of by verdict.
    """
    rows = {int(row["desa_id"]): row for row in table.to_dict("records")}
    traces = [_area(shape, rows.get(int(shape["desa_id"]), {})) for shape in shapes]
    labels = _labels(shapes, rows) if len(shapes) <= MOST_NAMES else []
    middle = [point[1] for shape in shapes for ring in shape["batas"] for point in ring]
    stretch = 1 / math.cos(math.radians(sum(middle) / len(middle))) if middle else 1.0
    hidden = {"visible": False, "fixedrange": True}
    return figure(
        traces, height=height, xaxis=hidden, yaxis={**hidden, "scaleanchor": "x", "scaleratio": stretch}, annotations=labels
    )  # fmt: skip


def look(row: Mapping[str, Any]) -> Verdict:
    """Fill, ink, symbol and word of a desa: its verdict's, or those of its fifth where nothing is judged."""
    fifth = int(row.get("fifth") or 0)
    return FIFTHS[fifth - 1] if fifth else verdict(str(row.get("verdict") or "belum_ada_data"))


def _area(shape: Mapping[str, Any], row: Mapping[str, Any]) -> go.Scatter:
    found = look(row)
    xs, ys = _path(shape["batas"])
    name, text = escape(str(row.get("desa") or shape["nama"])), escape(str(row.get("text") or "belum lapor"))
    fill: dict[str, Any] = {"fillcolor": found.fill}
    if found.hatched:
        fill = {
            "fillcolor": "#FFFFFF",
            "fillpattern": {"shape": HATCH_SHAPE, "fgcolor": OUTLINE, "size": 9, "solidity": 0.2},
        }
    return go.Scatter(
        x=xs, y=ys, mode="lines", fill="toself", line={"color": OUTLINE, "width": OUTLINE_WIDTH}, hoveron="fills", name=name,
        text=f"{name}<br>{text}<br>{found.symbol} {found.word}", hoverinfo="text", **fill,
    )  # fmt: skip


def _path(rings: Sequence[Sequence[Sequence[float]]]) -> tuple[list[float | None], list[float | None]]:
    """All rings as one line with gaps, each closed."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in rings:
        if xs:
            xs.append(None)
            ys.append(None)
        closed = [*ring, ring[0]] if list(ring[0]) != list(ring[-1]) else ring
        xs += [point[0] for point in closed]
        ys += [point[1] for point in closed]
    return xs, ys


def _labels(shapes: Sequence[Mapping[str, Any]], rows: Mapping[int, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The names on their desa, in the ink that the fill asks for, with the symbol of the verdict."""
    labels = []
    for shape in shapes:
        row = rows.get(int(shape["desa_id"]), {})
        found = look(row)
        x, y = _middle(max(shape["batas"], key=lambda ring: abs(_doubled_area(ring))))
        name = "<br>".join(escape(line) for line in wrap(str(row.get("desa") or shape["nama"]), NAME_LETTERS))
        font = {"size": TEXT_SIZE - 2, "color": found.text}
        labels.append({"x": x, "y": y, "text": f"{name}<br>{found.symbol}", "showarrow": False, "font": font})
    return labels


def _doubled_area(ring: Sequence[Sequence[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _middle(ring: Sequence[Sequence[float]]) -> tuple[float, float]:
    """The centroid of a ring; of a flat one the mean of its points."""
    area = _doubled_area(ring)
    if abs(area) < 1e-12:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return x / (3 * area), y / (3 * area)
