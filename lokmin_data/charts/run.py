"""The run chart of a Puskesmas: its months with mean and process limits; months that break a rule are marked and named."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.analysis.spc import TRIAL_BELOW
from lokmin_data.charts.theme import AXIS, CONTEXT, GROUND, INK, SMALL_SIZE, figure, outline
from lokmin_data.wording import month_short, number, period

HEIGHT = 330
MANY_MONTHS = 14  # with more, every second month is named


def run_figure(table: pd.DataFrame) -> go.Figure:
    """Months (columns of `analysis.run_chart.run_chart`) as a line; missing months break it."""
    places = list(range(len(table)))
    step = 2 if len(table) > MANY_MONTHS else 1
    labels = [f"{month_short(row.month)}<br>{row.year}" for row in table.itertuples()]
    top = max(float(table["own"].max()), float(table["high"].iloc[0])) * 1.12
    layout = {
        "xaxis": {**AXIS, "tickvals": places[::step], "ticktext": labels[::step], "showgrid": False, "range": [-0.6, len(table) + 1.2]},
        "yaxis": {**AXIS, "range": [0, top]},
        "annotations": [_words(len(table) - 0.4, float(table[name].iloc[0]), word) for name, word in
                        (("high", "batas atas"), ("mean", "rata-rata"), ("low", "batas bawah"))],
    }  # fmt: skip
    lines = [_level(table, name, dash) for name, dash in (("high", "dash"), ("low", "dash"), ("mean", "solid"))]
    return figure([*lines, _months(table, places)], height=HEIGHT, margin={"l": 62, "t": 18, "b": 44, "r": 64}, **layout)


def _level(table: pd.DataFrame, name: str, dash: str) -> go.Scatter:
    ends, value = [-0.5, len(table) - 0.5], float(table[name].iloc[0])
    line = {"color": CONTEXT if dash == "solid" else INK, "width": 2, "dash": dash}
    return go.Scatter(x=ends, y=[value, value], mode="lines", hoverinfo="skip", line=line)


def _months(table: pd.DataFrame, places: list[int]) -> go.Scatter:
    marked = [bool(rule) for rule in table["rule"]]
    return go.Scatter(
        x=places, y=table["own"].tolist(), mode="lines+markers", connectgaps=False, line={"color": INK, "width": 2.5},
        marker={"size": [15 if yes else 8 for yes in marked], "symbol": ["diamond" if yes else "circle" for yes in marked],
                "color": [GROUND if yes else INK for yes in marked], "line": outline()},
        hovertext=[f"<b>{period(row.year, row.month)}</b><br>{number(row.own)}{f'<br>{row.rule}' if row.rule else ''}"
                   for row in table.itertuples()],
        hoverinfo="text",
    )  # fmt: skip


def _words(x: float, y: float, text: str) -> dict[str, object]:
    return {"x": x, "y": y, "text": text, "showarrow": False, "xanchor": "left", "font": {"size": SMALL_SIZE, "color": INK}}


def run_finding(table: pd.DataFrame) -> str:
    """ "Mei 2026: di luar batas"; the months that break a rule, or that none does."""
    broken = [f"{period(row.year, row.month)} ({row.rule})" for row in table.itertuples() if row.rule]
    text = f"Bulan yang menyimpang dari biasanya: {', '.join(broken)}." if broken else "Tidak ada bulan yang menyimpang dari biasanya."
    known = int(table["own"].notna().sum())
    return f"{text} Batasnya masih sementara: baru {known} bulan." if known < TRIAL_BELOW else text
