"""Counts of disease: each month of this year beside the same month of last year, never a percentage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.hover import source_text
from lokmin_data.charts.labels import NO_REPORT, short_label, state_word
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.charts.theme import AXIS, GROUND, INK, SECONDARY_INK, SMALL_SIZE, figure, outline
from lokmin_data.wording import is_missing, month_name, month_short, number, period

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

HEIGHT = 380
MONTHS = list(range(1, 13))
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def count_bars(found: Assessment, desa_id: int = 0, *, narrow: bool = False) -> go.Figure:
    """Months across: this year's count as a dark bar, the same month of last year as a hollow bar before it."""
    own = found.monthly[found.monthly["desa_id"] == desa_id]
    now, past = (
        own[own["year"] == year].set_index("month")["own"].reindex(MONTHS) for year in (found.year, found.year - 1)
    )
    now = now.where(now.index <= found.month)
    highest = max([4.0, *(float(value) for value in (now.max(), past.max()) if not is_missing(value))])
    step = next((step for step in STEPS if highest / step <= 5), STEPS[-1])
    ticks = list(range(0, int(highest * 1.15) + 1, step))
    traces = [_bars(past, str(found.year - 1), GROUND, -0.2), _bars(now, str(found.year), INK, 0.2)]
    layout = {
        "xaxis": {
            **AXIS,
            "range": [0.4, 12.6],
            "tickvals": MONTHS,
            "ticktext": [month_short(m)[: 1 if narrow else 3] for m in MONTHS],
            "showgrid": False,
        },
        "yaxis": {**AXIS, "range": [0, highest * 1.18], "tickvals": ticks, "ticktext": [number(v, 0) for v in ticks]},
        "barmode": "overlay",
        "showlegend": True,
        "legend": {
            "orientation": "h",
            "x": 0,
            "y": 1.0,
            "yanchor": "bottom",
            "font": {"size": SMALL_SIZE},
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }
    return figure(traces, height=HEIGHT, margin={"l": 56, "t": 34, "b": 34, "r": 8}, **layout)


def _bars(values: pd.Series, name: str, fill: str, shift: float) -> go.Bar:
    known = values.dropna()
    return go.Bar(
        x=[month + shift for month in known.index],
        y=known.tolist(),
        width=0.38,
        name=name,
        marker={"color": fill, "line": outline()},
        text=[number(value, 0) for value in known],
        textposition="outside",
        cliponaxis=False,
        textfont={"size": SMALL_SIZE, "color": INK if fill == INK else SECONDARY_INK},
        hovertext=[f"{month_name(month)} {name}: {number(value, 0)}" for month, value in known.items()],
        hoverinfo="text",
    )


def counts_finding(found: Assessment) -> str:
    """ "Kasus DBD Juni 2026: 11, bulan yang sama tahun lalu 13"."""
    now, before = same_month(found, 0)
    head = f"{short_label(found.indicator)} {period(found.year, found.month)}"
    if is_missing(now):
        return f"{head}: belum ada laporan"
    return f"{head}: {number(now, 0)}" + (
        "" if is_missing(before) else f", bulan yang sama tahun lalu {number(before, 0)}"
    )


def same_month(found: Assessment, desa_id: int) -> tuple[float, float]:
    """This month's count and that of the same month last year (NaN where not reported)."""
    rows = found.monthly[(found.monthly["desa_id"] == desa_id) & (found.monthly["month"] == found.month)].set_index(
        "year"
    )["own"]
    return float(rows.get(found.year, float("nan"))), float(rows.get(found.year - 1, float("nan")))


def counts_html(
    found: Assessment, *, address: Callable[[int], str], files: Mapping[int, str], notes: Mapping[int, str]
) -> str:
    """Per desa: this month, last month, the same month last year, since January; most cases first."""
    unit = "kasus" if found.indicator.direction == "down" else found.indicator.unit
    heads = [
        Head("Desa"),
        Head(f"Bulan ini ({unit})", True),
        Head("Bulan lalu", True),
        Head("Bulan sama tahun lalu", True),
        Head("Sejak Januari", True),
        Head("Catatan"),
    ]
    table = found.desa.sort_values(["this_month", "desa"], ascending=[False, True], na_position="last")
    rows = [_row(row, found, address, files, notes) for row in table.itertuples(index=False)]
    whole = _row(pd.Series(found.puskesmas), found, None, files, notes)
    return html_table(heads, rows, foot=whole, caption=f"Jumlah {found.indicator.label} per desa")


def _row(
    row: Any,
    found: Assessment,
    address: Callable[[int], str] | None,
    files: Mapping[int, str],
    notes: Mapping[int, str],
) -> list[Cell]:
    now, before = same_month(found, int(row.desa_id))
    source = source_text(row, files)
    missing = is_missing(now)
    return [
        Cell(str(row.desa), href=address(int(row.desa_id)) if address else ""),
        Cell(
            (state_word(row) or NO_REPORT) if missing else number(now, 0),
            True,
            title=f"Sumber: {source}" if source else "",
            hatched=missing,
        ),
        Cell(number(row.last_month, 0), True),
        Cell(number(before, 0), True),
        Cell(number(row.cumulative, 0), True),
        Cell(notes.get(int(row.desa_id), "")),
    ]


def counts_sheet(found: Assessment) -> pd.DataFrame:
    """The counts as numbers for Excel."""
    pairs = [same_month(found, int(desa_id)) for desa_id in found.desa["desa_id"]]
    return pd.DataFrame(
        {
            "Desa": found.desa["desa"],
            "Bulan ini": [now for now, _ in pairs],
            "Bulan lalu": found.desa["last_month"],
            "Bulan sama tahun lalu": [before for _, before in pairs],
            "Sejak Januari": found.desa["cumulative"],
        }
    )
