"""Several indicators of one area under each other: bars with each its own target mark (SPM, sanitation, klaster)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.hover import hover_text
from lokmin_data.charts.labels import axis_span, bar_text, clear_of, short_label, state_word
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
from lokmin_data.wording import is_missing, percent, verdict

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

NAME_MARGIN, NAME_LETTERS = 270, 30
LOWEST_AXIS = 10.0
STEPS = (2, 5, 10, 20, 25, 50, 100, 200, 500)


def service_bars(
    found: Mapping[str, Assessment], *, files: Mapping[int, str] | None = None, narrow: bool = False
) -> go.Figure:
    """One bar an indicator for the whole Puskesmas, in the order given; its target is the thick mark in its row."""
    rows = [(code, table, pd.Series(table.puskesmas)) for code, table in found.items()]
    top = max(
        [
            LOWEST_AXIS,
            *(
                float(v)
                for _, _, row in rows
                for v in (row["percent"], row["target"], row["interval_high"])
                if not is_missing(v)
            ),
        ]
    )
    texts = [_text(row) for row in rows]
    span = max(axis_span(top, [(_end(row), text)], row[2]["target"]) for row, text in zip(rows, texts, strict=True))
    traces = [_bars(rows, files or {}), _missing(rows, top), _targets(rows), _texts(rows, texts, span)]
    step = next((step for step in STEPS if top / step <= 5), STEPS[-1])
    ticks = list(range(0, int(top) + 1, step))
    layout = {
        "xaxis": {**AXIS, "range": [0, span], "tickvals": ticks, "ticktext": [percent(v) for v in ticks]},
        "yaxis": {
            **AXIS,
            "range": [len(rows) - 0.4, -0.6],
            "tickvals": list(range(len(rows))),
            "showgrid": False,
            "ticktext": [broken(short_label(table.indicator), NAME_LETTERS) for _, table, _ in rows],
            "tickfont": {"size": TEXT_SIZE, "color": INK},
        },
        "bargap": 0.3,
    }
    chart = figure(
        traces,
        height=56
        + row_height([short_label(table.indicator) for table in found.values()], NAME_LETTERS) * max(1, len(rows)),
        margin={"l": NAME_MARGIN, "t": 12, "b": 36, "r": 4},
        **layout,
    )
    return narrowed(chart, list(range(len(rows))), [short_label(row[1].indicator) for row in rows]) if narrow else chart


Row = tuple[str, "Assessment", Any]


def _bars(rows: list[Row], files: Mapping[int, str]) -> go.Bar:
    known = [(i, row) for i, row in enumerate(rows) if not is_missing(row[2]["percent"])]
    return go.Bar(
        x=[float(row[2]["percent"]) for _, row in known],
        y=[i for i, _ in known],
        orientation="h",
        width=0.62,
        marker={"color": [verdict(row[2]["verdict"]).fill for _, row in known], "line": outline()},
        hovertext=[hover_text(row[2], row[1], files) for _, row in known],
        hoverinfo="text",
        name="capaian",
    )


def _missing(rows: list[Row], top: float) -> go.Bar:
    unknown = [i for i, row in enumerate(rows) if is_missing(row[2]["percent"])]
    pattern = {"shape": "/", "fgcolor": HATCH, "bgcolor": GROUND, "size": 7, "solidity": 0.12}
    return go.Bar(
        x=[top] * len(unknown),
        y=unknown,
        orientation="h",
        width=0.5,
        hoverinfo="skip",
        name="belum lapor",
        marker={"color": GROUND, "line": {"color": HATCH, "width": 1}, "pattern": pattern},
    )


def _targets(rows: list[Row]) -> go.Scatter:
    marks = [(i, float(row[2]["target"])) for i, row in enumerate(rows) if not is_missing(row[2]["target"])]
    return go.Scatter(
        x=[v for _, goal in marks for v in (goal, goal, None)],
        y=[v for i, _ in marks for v in (i - 0.45, i + 0.45, None)],
        mode="lines",
        hoverinfo="skip",
        name="target",
        line={"color": INK, "width": TARGET_WIDTH + 1},
    )


def _text(row: Row) -> str:
    return (
        bar_text(row[2]) + _goal(row) if not is_missing(row[2]["percent"]) else (state_word(row[2]) or "belum ada data")
    )


def _end(row: Row) -> float:
    return 0.0 if is_missing(row[2]["percent"]) else float(row[2]["percent"])


def _texts(rows: list[Row], texts: list[str], span: float) -> go.Scatter:
    return go.Scatter(
        x=[clear_of(_end(row), text, row[2]["target"], span) for text, row in zip(texts, rows, strict=True)],
        y=list(range(len(rows))),
        mode="text",
        textposition="middle right",
        hoverinfo="skip",
        cliponaxis=False,
        text=[f"  {text}" for text in texts],
        textfont={"size": TEXT_SIZE, "color": INK},
        name="angka",
    )


def _goal(row: Row) -> str:
    value = row[2]["target"]
    word = "batas" if row[1].indicator.direction == "down" else "target"
    return "" if is_missing(value) or is_missing(row[2]["percent"]) else f", {word} {percent(value)}"


def services_finding(found: Mapping[str, Assessment], what: str, at: str) -> str:
    """ "SPM Juni 2026: 9 dari 12 layanan jelas di bawah target berjalan"."""
    counts = Counter(table.puskesmas["verdict"] for table in found.values())
    known = len(found) - counts["belum_ada_data"] - counts[""]
    if not known:
        return f"{what} {at}: belum ada laporan"
    below = counts["jelas_di_bawah"]
    if below:
        return f"{what} {at}: {below} dari {known} indikator jelas di bawah target"
    maybe = counts["di_bawah_belum_pasti"]
    return (
        f"{what} {at}: {maybe} dari {known} indikator di bawah target, belum pasti"
        if maybe
        else f"{what} {at}: {f'semua {known} indikator' if known > 1 else 'indikator'} mencapai target"
    )
