"""The columns of the PWS form beside the bars: % bulan ini, % bulan lalu, trend, status."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lokmin_data.charts.theme import INK, SECONDARY_INK, SMALL_SIZE, TEXT_SIZE
from lokmin_data.wording import TREND_ARROWS, percent

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment


def _column_texts(found: Assessment) -> list[tuple[str, float, Any]]:
    """Head, place on the second axis, and how a row says it, of the columns beside the bars."""
    once = found.indicator.is_coverage or found.indicator.kind == "month"
    this, last = ("% bulan<br>ini", "% bulan<br>lalu") if once else ("% kali<br>ini", "% kali<br>lalu")
    texts = [
        (this, 0.14, lambda row: percent(row.percent_this)),
        (last, 0.38, lambda row: percent(row.percent_last)),
        ("Tren", 0.57, lambda row: TREND_ARROWS.get(row.trend, "")),
    ]
    if found.indicator.direction == "up":
        texts.append(("Status<br>PWS", 0.80, lambda row: row.pws_status or ""))
    return texts


def columns_beside(rows: Sequence[Any], found: Assessment) -> list[go.Scatter]:
    """The texts of the columns; `rows` have y, data and whole (True for the Puskesmas, in bold)."""
    y = [row.y for row in rows]
    return [
        go.Scatter(
            x=[place] * len(rows),
            y=y,
            xaxis="x2",
            text=[_bold(say(row.data), row.whole) for row in rows],
            mode="text",
            hoverinfo="skip",
            textposition="middle center",
            textfont={"size": TEXT_SIZE, "color": INK},
            cliponaxis=False,
        )
        for _, place, say in _column_texts(found)
    ]


def _bold(text: str, yes: bool) -> str:
    return f"<b>{text}</b>" if yes and text else text


def column_heads(found: Assessment) -> list[dict[str, Any]]:
    """The heads of the columns as annotations."""
    return [
        {
            "x": place,
            "y": 1,
            "xref": "x2",
            "yref": "paper",
            "yanchor": "bottom",
            "text": head,
            "showarrow": False,
            "yshift": 2,
            "font": {"size": SMALL_SIZE, "color": SECONDARY_INK},
        }
        for head, place, _ in _column_texts(found)
    ]
