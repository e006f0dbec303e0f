"""The ranking of desa as stacked bars: depth, burden and reporting points, told apart by pattern."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.findings import rank_range
from lokmin_data.charts.labels import fraction, short_people
from lokmin_data.charts.theme import (
    AXIS,
    GROUND,
    INK,
    SMALL_SIZE,
    TEXT_SIZE,
    broken,
    figure,
    narrowed,
    outline,
    plain,
    row_height,
)
from lokmin_data.wording import is_missing, number, verdict

#: Column, word and look of the three parts; greys, because the colours belong to the verdicts.
PARTS = (
    ("depth_points", "Kesenjangan (maks. 60)", {"color": "#55606B"}),
    (
        "burden_points",
        "Beban (maks. 40)",
        {
            "color": GROUND,
            "pattern": {"shape": "/", "fgcolor": "#55606B", "bgcolor": "#DCE0E5", "size": 8, "solidity": 0.3},
        },
    ),
    (
        "reporting_points",
        "Laporan kosong (maks. 10)",
        {
            "color": GROUND,
            "pattern": {"shape": "x", "fgcolor": "#55606B", "bgcolor": GROUND, "size": 7, "solidity": 0.25},
        },
    ),
)
FULL_SCORE = 100
SCORE_ROOM = 150  # the axis goes on, so that the texts at the bars have room
TOP_MARGIN, BOTTOM_MARGIN, NAME_MARGIN = 44, 34, 230


def ranking_bar(
    ranking: pd.DataFrame, *, unit: str = "orang", composite: bool = True, down: bool = False, narrow: bool = False
) -> go.Figure:
    """One stacked bar a desa, heaviest at the top, with score, people short and rank range written at its end.

    `ranking`: the columns of `rank_desa` or of `Assessment.desa`.  `down`: the indicator is better when lower.
    """
    table = ranking.sort_values("rank", ignore_index=True)
    y = list(range(len(table)))
    names = [f"{'' if is_missing(row.rank) else int(row.rank)}. {broken(row.desa)}" for row in table.itertuples()]
    traces = [_part(table, y, name, word, look) for name, word, look in PARTS]
    traces.append(_ends(table, y, unit, composite, down, narrow))
    layout = {
        "barmode": "stack",
        "bargap": 0.32,
        "xaxis": {**AXIS, "range": [0, SCORE_ROOM], "tickvals": [0, 20, 40, 60, 80, 100], "side": "top", "title": None},
        "yaxis": {
            **AXIS,
            "range": [len(table) - 0.4, -0.6],
            "tickvals": y,
            "ticktext": names,
            "showgrid": False,
            "tickfont": {"size": TEXT_SIZE, "color": INK},
        },
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yref": "paper",
            "yanchor": "top",
            "traceorder": "normal",
            "font": {"size": SMALL_SIZE},
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": GROUND,
        },
        "showlegend": True,
    }
    height = (
        TOP_MARGIN + BOTTOM_MARGIN + (row_height([f"00. {name}" for name in table["desa"]]) + 4) * max(1, len(table))
    )
    chart = figure(
        traces,
        height=height,
        margin={"l": NAME_MARGIN, "t": TOP_MARGIN, "b": BOTTOM_MARGIN, "r": 4},
        **layout,
    )
    names = [f"{'' if is_missing(row.rank) else int(row.rank)}. {row.desa}" for row in table.itertuples()]
    return narrowed(chart, [float(place) for place in y], names) if narrow else chart


def _part(table: pd.DataFrame, y: list[int], name: str, word: str, look: dict[str, Any]) -> go.Bar:
    return go.Bar(
        x=table[name].fillna(0).tolist(),
        y=y,
        orientation="h",
        name=word,
        marker={**look, "line": outline()},
        hovertext=[
            f"<b>{plain(row.desa)}</b><br>{word}: {number(getattr(row, name), 1)} poin" for row in table.itertuples()
        ],
        hoverinfo="text",
    )


def _ends(table: pd.DataFrame, y: list[int], unit: str, composite: bool, down: bool, narrow: bool) -> go.Scatter:
    return go.Scatter(
        x=table["score"].fillna(0).tolist(),
        y=y,
        mode="text",
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        cliponaxis=False,
        text=["  " + end_text(row, unit, composite=composite, down=down, narrow=narrow) for row in table.itertuples()],
        textfont={"size": TEXT_SIZE, "color": INK},
    )


def end_text(row: Any, unit: str = "orang", *, composite: bool = True, down: bool = False, narrow: bool = False) -> str:
    """ "73 ▼▼ 58/90, kurang 23 orang · peringkat 1-2"; without a score the reason (a rank without one: it is masked)."""
    if is_missing(row.score):
        return "tidak diperingkat" if is_missing(row.rank) else "skor disamarkan"
    parts = [f"<b>{number(row.score, 0)}</b>"]
    if not narrow:
        numbers = [] if composite else [fraction(row.cumulative, row.sasaran)]
        words = short_people(row.short, unit, down)
        parts += [f"{verdict(row.verdict).symbol} {', '.join(part for part in [*numbers, words] if part)}".strip()]
        parts += [rank_range(row.rank_low, row.rank_high)]
    return " · ".join(part for part in parts if part)
