"""Trends over the months: this year over last year with the target, one chart or small multiples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.labels import fraction, short_label
from lokmin_data.charts.placing import LINE, spread
from lokmin_data.charts.theme import (
    AXIS,
    CONTEXT,
    INK,
    OUTLINE,
    SECONDARY_INK,
    SMALL_SIZE,
    TARGET_WIDTH,
    TEXT_SIZE,
    broken,
    figure,
)
from lokmin_data.wording import is_missing, month_name, month_short, number, percent

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

WHOLE = 0  # desa_id of the Puskesmas itself
HEIGHT, SMALL_HEIGHT = 330, 190
MARGIN = {"l": 62, "t": 26, "b": 34, "r": 92}
ROOM = 1.12  # of the axis above the highest value
LETTERS = [month_short(month)[0] for month in range(1, 13)]
LOWEST_TOP = 10.0


def trend_lines(found: Assessment, desa_id: int = WHOLE, *, height: int = HEIGHT, narrow: bool = False) -> go.Figure:
    """One area's months: this year as a dark line with its newest value, last year in grey, the target dashed.

    Counts (kind ``month``) are drawn as bars of each month beside last year's line, without a target.
    """
    own = found.monthly[found.monthly["desa_id"] == desa_id]
    value = _value_column(found)
    now, past = (own[own["year"] == year].sort_values("month") for year in (found.year, found.year - 1))
    top = _top(found, own, value)
    traces = [_past(past, value, found), _now(now, value, found)]
    if found.indicator.kind == "month":
        traces[1] = _bars(now, value)
    target = _target(found)
    layout = {
        "xaxis": {
            **AXIS,
            "range": [0.6, 13.4],
            "tickvals": list(range(1, 13)),
            "ticktext": LETTERS if narrow else [month_short(m) for m in range(1, 13)],
            "showgrid": False,
        },
        "yaxis": {**AXIS, "range": [0, top * ROOM], **_value_ticks(top, value)},
        "annotations": [
            *_newest(now, value, found),
            *_apart([*_last_year(past, value), *_target_words(target, found, top)], top, height),
        ],
    }
    return figure([*target, *traces], height=height, margin=MARGIN, **layout)


def _value_column(found: Assessment) -> str:
    return "own" if found.indicator.kind == "month" else "percent"


def _top(found: Assessment, own: pd.DataFrame, value: str) -> float:
    goal = found.annual_target if value == "percent" and not is_missing(found.annual_target) else 0.0
    if value == "percent" and found.indicator.is_coverage:
        goal = _goal_at(found, 12 if own.loc[own["year"] == found.year - 1, value].notna().any() else found.month)
    highest = own[value].max()
    return max(LOWEST_TOP if value == "percent" else 4.0, goal, 0.0 if is_missing(highest) else float(highest))


def _goal_at(found: Assessment, month: int) -> float:
    annual = 0.0 if is_missing(found.annual_target) else float(found.annual_target)
    return annual * month / 12 if found.indicator.is_coverage and not found.indicator.schedule else annual


def _value_ticks(top: float, value: str) -> dict[str, Any]:
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000, 10000, 10**9) if top / step <= 5)
    values = list(range(0, int(top * 1.1) + 1, step))
    return {"tickvals": values, "ticktext": [percent(v) if value == "percent" else number(v, 0) for v in values]}


def _point_text(row: Any, value: str) -> str:
    when = f"{month_name(row.month)} {row.year}"
    if value == "own":
        return f"<b>{when}</b><br>{number(row.own, 0)}"
    return f"<b>{when}</b><br>{fraction(row.cumulative, row.denominator)} · {percent(row.percent)}"


def _past(table: pd.DataFrame, value: str, found: Assessment) -> go.Scatter:
    return go.Scatter(
        x=table["month"].tolist(),
        y=table[value].tolist(),
        mode="lines+markers",
        connectgaps=False,
        name=str(found.year - 1),
        line={"color": CONTEXT, "width": 2},
        marker={"size": 5, "color": CONTEXT},
        hovertext=[_point_text(row, value) for row in table.itertuples()],
        hoverinfo="text",
    )


def _now(table: pd.DataFrame, value: str, found: Assessment) -> go.Scatter:
    table = table[table["month"] <= found.month]
    return go.Scatter(
        x=table["month"].tolist(),
        y=table[value].tolist(),
        mode="lines+markers",
        connectgaps=False,
        name=str(found.year),
        line={"color": INK, "width": 3.5},
        marker={"size": 8, "color": INK},
        hovertext=[_point_text(row, value) for row in table.itertuples()],
        hoverinfo="text",
    )


def _bars(table: pd.DataFrame, value: str) -> go.Bar:
    return go.Bar(
        x=table["month"].tolist(),
        y=table[value].tolist(),
        width=0.6,
        marker={"color": INK, "line": {"color": OUTLINE, "width": 1}},
        hovertext=[_point_text(row, value) for row in table.itertuples()],
        hoverinfo="text",
        text=[number(v, 0) if v == v else "" for v in table[value]],
        textposition="outside",
        textfont={"size": SMALL_SIZE},
        cliponaxis=False,
    )


def _target(found: Assessment) -> list[go.Scatter]:
    if is_missing(found.annual_target) or found.indicator.kind in ("month", "status"):
        return []
    months = list(range(1, 13))
    return [
        go.Scatter(
            x=months,
            y=[_goal_at(found, month) for month in months],
            mode="lines",
            hoverinfo="skip",
            name="target",
            line={"color": INK, "width": TARGET_WIDTH - 0.5, "dash": "dash"},
        )
    ]


def _target_words(target: list[go.Scatter], found: Assessment, top: float) -> list[dict[str, Any]]:
    if not target:
        return []
    value = _goal_at(found, 12)
    if value > top * ROOM:
        return []
    return [_words(12.2, value, f"Target {percent(value)}", INK)]


def _apart(ends: list[dict[str, Any]], top: float, height: int) -> list[dict[str, Any]]:
    """The words at the ends of the lines, moved apart where they would overlap."""
    pixels = (height - MARGIN["t"] - MARGIN["b"]) / (top * ROOM)
    wanted = [each["y"] * pixels for each in ends]
    found = spread(wanted, [LINE * SMALL_SIZE] * len(ends)) if len({each["x"] for each in ends}) == 1 else wanted
    return [{**each, "yshift": new - old} for each, old, new in zip(ends, wanted, found, strict=True)]


def _last_year(past: pd.DataFrame, value: str) -> list[dict[str, Any]]:
    """Last year's number at the end of its line."""
    last = past.dropna(subset=[value]).tail(1)
    return [_words(row.month + 0.2, getattr(row, value), str(row.year), SECONDARY_INK) for row in last.itertuples()]


def _newest(now: pd.DataFrame, value: str, found: Assessment) -> list[dict[str, Any]]:
    """This year and its newest value, above the point."""
    if value != "percent":
        return []
    last = now[now["month"] <= found.month].dropna(subset=[value]).tail(1)
    look = {"yshift": 22, "xanchor": "center", "bgcolor": "rgba(255,255,255,0.85)"}
    return [
        {**_words(row.month, row.percent, f"<b>{row.year}: {percent(row.percent)}</b>{_who(found, row)}", INK), **look}
        for row in last.itertuples()
    ]


def _who(found: Assessment, row: Any) -> str:
    """Which desa the Puskesmas' newest month rests on, where some are missing: its number is then not the one to date."""
    whole = found.puskesmas
    if row.desa_id != WHOLE or row.month != found.month or whole.get("desa_reported", 0) >= whole.get("desa_total", 0):
        return ""
    return f" ({whole['desa_reported']} dari {whole['desa_total']} desa)"


def _words(x: float, y: float, text: str, colour: str) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "text": text,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "font": {"size": SMALL_SIZE, "color": colour},
    }


def small_multiples(found: Mapping[str, Assessment], desa_id: int, *, columns: int = 4) -> go.Figure:
    """One small chart an indicator for one area, each on its own scale from 0, named above, the newest value written."""
    codes = list(found)
    rows = max(1, -(-len(codes) // columns))
    traces, layout, notes = [], {}, []
    for i, code in enumerate(codes):
        row, column = divmod(i, columns)
        left, right = column / columns + 0.012, (column + 1) / columns - 0.02
        bottom, high = 1 - (row + 1) / rows + 0.10 / rows, 1 - row / rows - 0.30 / rows
        part, axes, words = _small(found[code], desa_id, i + 1, (left, right), (bottom, high))
        traces += part
        layout |= axes
        notes += words
    return figure(
        traces, height=SMALL_HEIGHT * rows, margin={"l": 4, "r": 4, "t": 4, "b": 4}, annotations=notes, **layout
    )


def _small(
    found: Assessment, desa_id: int, number_: int, across: tuple[float, float], up: tuple[float, float]
) -> tuple:
    own = found.monthly[found.monthly["desa_id"] == desa_id]
    value, suffix = _value_column(found), "" if number_ == 1 else str(number_)
    now, past = (own[own["year"] == year].sort_values("month") for year in (found.year, found.year - 1))
    axes = {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"}
    lines = [*_target(found), _past(past, value, found), _now(now, value, found)]
    for line in lines:
        line.update(**axes)
        line.update(marker={"size": 4}) if line.mode == "lines+markers" else None
    top = _top(found, own, value)
    layout = {
        f"xaxis{suffix}": {
            **AXIS,
            "range": [0.5, 12.5],
            "domain": list(across),
            "anchor": f"y{suffix}",
            "showgrid": False,
            "tickvals": list(range(1, 13)),
            "ticktext": LETTERS,
            "tickfont": {"size": 13, "color": SECONDARY_INK},
        },
        f"yaxis{suffix}": {
            **AXIS,
            "range": [0, top * 1.08],
            "domain": list(up),
            "anchor": f"x{suffix}",
            "tickvals": [],
            "showgrid": False,
            "showline": True,
            "linecolor": CONTEXT,
        },
    }
    return lines, layout, _small_words(found, now, value, across[0], up[1])


def _small_words(found: Assessment, now: pd.DataFrame, value: str, x: float, y: float) -> list[dict[str, Any]]:
    newest = now[now["month"] <= found.month].dropna(subset=[value]).tail(1)
    text = "belum ada data"
    for row in newest.itertuples():
        text = (
            number(row.own, 0)
            if value == "own"
            else f"{fraction(row.cumulative, row.denominator)} · {percent(row.percent)}"
        )
    base = {
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
    }
    return [
        {
            **base,
            "text": f"<b>{broken(short_label(found.indicator), 30)}</b>",
            "font": {"size": TEXT_SIZE},
            "yshift": 20,
        },
        {**base, "text": text, "font": {"size": SMALL_SIZE, "color": SECONDARY_INK}, "yshift": 0},
    ]
