"""The PWS chart: one horizontal bar a desa, the Puskesmas' own bar, the running target, and the columns of the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.hover import hover_text
from lokmin_data.charts.labels import axis_span, bar_text, clear_of, state_word
from lokmin_data.charts.pws_columns import column_heads, columns_beside
from lokmin_data.charts.theme import (
    AXIS,
    GROUND,
    HATCH,
    INK,
    TARGET_WIDTH,
    TEXT_SIZE,
    broken,
    figure,
    narrowed,
    outline,
    row_height,
)
from lokmin_data.wording import is_missing, month_name, percent, verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lokmin_data.analysis import Assessment

#: Share of the width for bars and their labels; the rest holds the columns of the PWS form.
BARS_WIDE, BARS_NARROW = 0.65, 1.0
COLUMNS_FROM = 0.66
GAP_BELOW_PUSKESMAS = 0.5  # rows between the Puskesmas' bar and the desa
NAME_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 230, 62, 36
LOWEST_AXIS = 10.0  # percent: with all bars at 0 the axis still has a length
TICKS = 5
SAME_TARGET = 0.05  # percent points: nearer than that the own target is the common line


@dataclass(frozen=True)
class _Row:
    """One bar: its place from the top, name, data (a row of `Assessment.desa`), and whether it is the Puskesmas."""

    y: float
    name: str
    data: Any
    whole: bool
    doubtful: bool = False


def pws_bars(
    found: Assessment, *, files: Mapping[int, str] | None = None, narrow: bool = False, doubtful: Collection[int] = ()
) -> go.Figure:
    """Bars per desa sorted from best to worst, the Puskesmas first, the running target as a labelled line.

    Beside each bar (not where `narrow`): % bulan ini, % bulan lalu, trend, PWS status.  Desa that have not reported
    keep their place at the end, hatched.  `files` names the reports for the hover (report_id -> file name).  `doubtful`: desa_ids
    whose number cannot be right; their bars are cross-hatched and say "periksa data".
    """
    rows = _rows(found, doubtful)
    top = _axis_end(found, rows)
    span = axis_span(top, [(_label_place(row.data), _text(row)) for row in rows], found.running_target)
    traces = [*_bars(rows, top, found, files or {}), *_target_line(found, rows), _labels(rows, found, span)]
    if not narrow:
        traces += columns_beside(rows, found)
    height = round(TOP_MARGIN + BOTTOM_MARGIN + row_height([row.name for row in rows]) * (rows[-1].y + 1))
    layout = {
        "xaxis": {
            **AXIS,
            "range": [0, span],
            "domain": [0, BARS_NARROW if narrow else BARS_WIDE],
            **_ticks(top, 3 if narrow else TICKS),
        },
        "xaxis2": {**AXIS, "range": [0, 1], "domain": [COLUMNS_FROM, 1], "showgrid": False, "showticklabels": False},
        "yaxis": {**AXIS, **_names(rows), "range": [rows[-1].y + 0.6, -0.6], "showgrid": False},
        "annotations": _target_label(found, span) + ([] if narrow else column_heads(found)),
        "bargap": 0.3,
    }
    margin = {"l": NAME_MARGIN, "t": TOP_MARGIN, "b": BOTTOM_MARGIN, "r": 4}
    chart = figure(traces, height=height, margin=margin, **layout)
    return narrowed(chart, [row.y for row in rows], [row.name for row in rows]) if narrow else chart


def _rows(found: Assessment, doubtful: Collection[int]) -> list[_Row]:
    """The Puskesmas first, then the desa from best to worst; those without a number last, by name."""
    up = found.indicator.direction == "up"
    table = found.desa
    missing = table["percent"].isna()
    ordered = pd.concat(
        [
            table[~missing].sort_values(["percent", "desa"], ascending=[not up, True]),
            table[missing].sort_values("desa"),
        ]
    )
    start = _Row(0.0, found.panel.puskesmas or "Puskesmas", pd.Series(found.puskesmas), True)
    desa = [
        _Row(1 + GAP_BELOW_PUSKESMAS + i, row.desa, row, False, row.desa_id in doubtful)
        for i, row in enumerate(ordered.itertuples(index=False))
    ]
    return [start, *desa]


def _axis_end(found: Assessment, rows: list[_Row]) -> float:
    values = [row.data.percent for row in rows] + [row.data.interval_high for row in rows]
    values += [row.data.target for row in rows] + [found.running_target]
    return max([LOWEST_AXIS, *(float(value) for value in values if not is_missing(value))])


def _ticks(top: float, most: int) -> dict[str, Any]:
    step = next(step for step in (2, 5, 10, 20, 25, 50, 100, 200, 500, 1000) if top / step <= most)
    values = list(range(0, int(top) + 1, step))
    return {"tickvals": values, "ticktext": [percent(value) for value in values]}


def _names(rows: list[_Row]) -> dict[str, Any]:
    texts = [f"<b>{broken(row.name)}</b>" if row.whole else broken(row.name) for row in rows]
    return {"tickvals": [row.y for row in rows], "ticktext": texts, "tickfont": {"size": TEXT_SIZE, "color": INK}}


def _bars(rows: list[_Row], top: float, found: Assessment, files: Mapping[int, str]) -> list[go.Bar]:
    known = [row for row in rows if not is_missing(row.data.percent)]
    unknown = [row for row in rows if is_missing(row.data.percent)]
    values = [float(row.data.percent) for row in known]
    low, high = _interval(known, values)
    late = [row.data.state != "ada" and not row.whole for row in known]
    pattern = {
        "shape": ["x" if row.doubtful else "/" if yes else "" for row, yes in zip(known, late, strict=True)],
        "fgcolor": GROUND,
        "fillmode": "overlay",
        "bgcolor": GROUND,
        "size": 9,
        "solidity": 0.35,
    }
    bars = go.Bar(
        x=values,
        y=[row.y for row in known],
        orientation="h",
        width=0.64,
        marker={"color": [verdict(row.data.verdict).fill for row in known], "line": outline(), "pattern": pattern},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": high,
            "arrayminus": low,
            "color": INK,
            "thickness": 1.5,
            "width": 4,
        },
        hovertext=[hover_text(row.data, found, files) for row in known],
        hoverinfo="text",
        name="cakupan",
    )
    hatched = go.Bar(
        x=[top] * len(unknown),
        y=[row.y for row in unknown],
        orientation="h",
        width=0.5,
        marker={
            "color": GROUND,
            "line": {"color": HATCH, "width": 1},
            "pattern": {"shape": "/", "fgcolor": HATCH, "bgcolor": GROUND, "size": 7, "solidity": 0.12},
        },
        hovertext=[f"{row.name}: {state_word(row.data)}" for row in unknown],
        hoverinfo="text",
        name="belum lapor",
    )
    return [bars, hatched]


def _interval(rows: list[_Row], values: list[float]) -> tuple[list[float], list[float]]:
    """How far the 95 % interval reaches below and above each bar's end (0 where the value lies outside it)."""
    low = [
        0.0 if is_missing(row.data.interval_low) else max(0.0, value - row.data.interval_low)
        for row, value in zip(rows, values, strict=True)
    ]
    high = [
        0.0 if is_missing(row.data.interval_high) else max(0.0, row.data.interval_high - value)
        for row, value in zip(rows, values, strict=True)
    ]
    return low, high


def _text(row: _Row) -> str:
    return f"{bar_text(row.data)} · periksa data" if row.doubtful else bar_text(row.data)


def _labels(rows: list[_Row], found: Assessment, span: float) -> go.Scatter:
    """The text at each bar, behind the interval and clear of the target line; a hatched row carries its reason."""
    texts = [_text(row) for row in rows]
    x = [
        clear_of(_label_place(row.data), text, found.running_target, span)
        for row, text in zip(rows, texts, strict=True)
    ]
    return go.Scatter(
        x=x,
        y=[row.y for row in rows],
        text=[f"  {text}" for text in texts],
        mode="text",
        textposition="middle right",
        hoverinfo="skip",
        cliponaxis=False,
        textfont={"size": TEXT_SIZE, "color": INK, "weight": 600},
        name="angka",
    )


def _label_place(row: Any) -> float:
    if is_missing(row.percent):
        return 0.0
    return max(float(row.percent), 0.0 if is_missing(row.interval_high) else float(row.interval_high))


def _target_line(found: Assessment, rows: list[_Row]) -> list[go.Scatter]:
    """The running target over all rows, before the bars and behind the texts; and, where a desa's own target differs
    because months are missing, a short tick in its row."""
    if is_missing(found.running_target):
        return []
    goal = float(found.running_target)
    line = go.Scatter(
        x=[goal, goal],
        y=[-0.6, rows[-1].y + 0.6],
        mode="lines",
        hoverinfo="skip",
        name="target",
        line={"color": INK, "width": TARGET_WIDTH, "dash": "dash"},
    )
    own = [
        row
        for row in rows
        if not is_missing(row.data.target)
        and abs(row.data.target - goal) > SAME_TARGET
        and not is_missing(row.data.percent)
    ]
    ticks = go.Scatter(
        x=[value for row in own for value in (row.data.target, row.data.target, None)],
        y=[value for row in own for value in (row.y - 0.42, row.y + 0.42, None)],
        mode="lines",
        hoverinfo="skip",
        name="target bulan yang dilaporkan",
        line={"color": INK, "width": TARGET_WIDTH, "dash": "dot"},
    )
    return [line, ticks] if own else [line]


def _target_label(found: Assessment, span: float) -> list[dict[str, Any]]:
    if is_missing(found.running_target):
        return []
    word = f"Target s.d. {month_name(found.month)}" if found.indicator.is_coverage else "Batas target"
    right = found.running_target > span * 0.6
    return [
        {
            "x": found.running_target,
            "y": 1,
            "xref": "x",
            "yref": "paper",
            "yanchor": "bottom",
            "showarrow": False,
            "xanchor": "right" if right else "left",
            "text": f"<b>{word}: {percent(found.running_target)}</b>",
            "font": {"size": TEXT_SIZE, "color": INK},
            "yshift": 2,
        }
    ]
