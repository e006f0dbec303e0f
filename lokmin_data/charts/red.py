"""Immunisation beyond coverage: the RED quadrant, drop-out and zero dose per desa, desa UCI."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lokmin_data.charts.placing import Plot, place_names
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.charts.theme import AXIS, GROUND, INK, SECONDARY_INK, SMALL_SIZE, TARGET_WIDTH, figure, outline, plain
from lokmin_data.wording import MISSING, count, is_missing, number, people, percent

HEIGHT = 520
NAME_LETTERS = 20  # a name that finds no free place is told by the pointer and by the table
MARGIN = {"l": 78, "t": 12, "b": 58, "r": 12}
#: The categories 1 to 4 in their corners, and for a phone, whose plot is so many pixels wide.
LONG = ("akses dan pemanfaatan baik", "banyak yang tidak kembali", "akses kurang", "akses kurang dan banyak yang tidak kembali")
SHORT, NARROW_PLOT = ("baik", "tak kembali", "akses kurang", "keduanya"), 250.0
#: A category is told by shape and fill besides its place: 1 no problem ... 4 both problems.
SHAPES = {"1": ("circle", GROUND), "2": ("diamond", "#DCE0E5"), "3": ("square", "#8A9099"), "4": ("triangle-down", INK)}


def red_quadrant(table: pd.DataFrame, *, narrow: bool = False) -> go.Figure:
    """Desa by coverage of DPT 1 (across) and drop-out (up), cut by both limits; columns of `analysis.immunisation.red`.

    `narrow`: for a phone, with short words, and only the names that find room.
    """
    known = table[table["category"] != ""].assign(dropout=lambda frame: frame["dropout"].fillna(0.0))
    if known.empty:
        note = {"text": "Belum ada data", "x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
        return figure([], height=120, annotations=[note])
    access, limit = (float(known[name].iloc[0]) for name in ("access_limit", "dropout_limit"))
    right = max(110.0, float(known["coverage"].max()) * 1.12)
    low = min(-5.0, float(known["dropout"].min()) * 1.2)
    high = max(20.0, limit * 2.2, float(known["dropout"].max()) * 1.2)
    line = {"color": INK, "width": TARGET_WIDTH, "dash": "dash"}
    ticks = (50, 100) if narrow else (20, 40, 60, 80, 100)
    layout = {
        "xaxis": {
            **AXIS,
            "range": [0, right],
            "tickvals": ticks,
            "ticktext": [percent(v) for v in ticks],
            "title": {"text": f"Cakupan DPT-HB-Hib 1{'' if narrow else ' dari sasaran bulan yang dilaporkan'}", "font": {"size": SMALL_SIZE}},
        },
        "yaxis": {
            **AXIS,
            "range": [low, high],
            "ticksuffix": " %",
            "title": {"text": "Drop-out DPT-HB-Hib 1 ke 3", "font": {"size": SMALL_SIZE}},
        },
        "shapes": [
            {"type": "line", "x0": access, "x1": access, "y0": low, "y1": high, "line": line, "layer": "below"},
            {"type": "line", "x0": 0, "x1": right, "y0": limit, "y1": limit, "line": line, "layer": "below"},
        ],
        "annotations": _corners(access, limit, right, low, high, SHORT if narrow else LONG),
    }
    wide = {"width": NARROW_PLOT} if narrow else {}
    plot = Plot((0, right), (low, high), HEIGHT - MARGIN["t"] - MARGIN["b"], **wide)
    return figure([_points(known, plot, layout["annotations"])], height=HEIGHT, margin=MARGIN, **layout)


def _corners(access: float, limit: float, right: float, low: float, high: float, words: tuple[str, ...]) -> list[dict[str, Any]]:
    places = ((right, low, "right", "bottom"), (right, high, "right", "top"), (0, low, "left", "bottom"), (0, high, "left", "top"))
    texts = [(*place, f"{number_}: {word}") for number_, (place, word) in enumerate(zip(places, words, strict=True), start=1)]
    base = {"showarrow": False, "font": {"size": SMALL_SIZE, "color": SECONDARY_INK}}
    corners = [{**base, "x": x, "y": y, "xanchor": ax, "yanchor": ay, "text": text} for x, y, ax, ay, text in texts]
    return [
        *corners,
        {
            **base,
            "x": access,
            "y": high,
            "xanchor": "left",
            "yanchor": "top",
            "yshift": -22,
            "xshift": 4,
            "text": f"akses {percent(access)}",
        },
        {
            **base,
            "x": 0,
            "y": limit,
            "xanchor": "left",
            "yanchor": "bottom",
            "text": f"batas drop-out {percent(limit)}",
        },
    ]


SIDES = {"left": 1, "center": 0, "right": -1, "bottom": 1, "middle": 0, "top": -1}


def _points(known: pd.DataFrame, plot: Plot, words: list[dict[str, Any]]) -> go.Scatter:
    """The desa with their names; those with most children not immunised choose the place of their name first."""
    known = known.sort_values("unimmunised", ascending=False)
    looks = [SHAPES[code] for code in known["category"]]
    names = [plain(name[:NAME_LETTERS].strip()) for name in known["desa"]]
    taken = [plot.words(each["x"], each["y"], each["text"], SIDES[each["xanchor"]], SIDES[each["yanchor"]]) for each in words]
    places = place_names(list(zip(known["coverage"], known["dropout"], strict=True)), names, plot, taken)
    return go.Scatter(
        x=known["coverage"].tolist(),
        y=known["dropout"].tolist(),
        mode="markers+text",
        cliponaxis=False,
        text=[name if place else "" for name, place in zip(names, places, strict=True)],
        textposition=[place or "top center" for place in places],
        textfont={"size": SMALL_SIZE, "color": INK},
        marker={
            "symbol": [shape for shape, _ in looks],
            "color": [fill for _, fill in looks],
            "size": 14,
            "line": outline(),
        },
        hoverinfo="text",
        hovertext=[
            f"<b>{plain(row.desa)}</b><br>{row.word}<br>DPT 1: {count(row.first, row.due)}<br>"
            f"DPT 3: {number(row.last)}<br>belum dapat DPT 3: {number(row.unimmunised)}"
            for row in known.itertuples()
        ],
    )


def red_finding(table: pd.DataFrame) -> str:
    """ "3 desa kategori 4, 2 desa kategori 3": how many desa stand in each RED category with a problem."""
    counts = table["category"].value_counts()
    parts = [f"{counts[code]} desa kategori {code}" for code in ("4", "3", "2", "1") if counts.get(code, 0)]
    return ", ".join(parts) if parts else "belum ada desa yang dapat digolongkan"


def red_html(
    red: pd.DataFrame, dropout: pd.DataFrame, to_mr: pd.DataFrame, zero: pd.DataFrame, uci: pd.DataFrame, *,
    address: Callable[[int], str],
) -> str:  # fmt: skip
    """Per desa: RED category, both drop-outs with their numbers, zero dose, UCI; most unimmunised children first."""
    heads = [
        Head("Desa"),
        Head("Kategori RED"),
        Head("Belum dapat DPT 3 (bayi)", True),
        Head("DPT 1 → DPT 3", True),
        Head("Drop-out DPT 1-3", True),
        Head("Drop-out DPT 1-MR 1", True),
        Head("Zero dose (bayi)", True),
        Head("UCI"),
        Head("Catatan"),
    ]
    by_id = {name: table.set_index("desa_id") for name, table in (("drop", dropout), ("mr", to_mr), ("zero", zero), ("uci", uci))}
    rows = [
        [
            Cell(str(row.desa), href=address(int(row.desa_id))),
            Cell(str(row.word)),
            Cell(_people(row.unimmunised), True),
            Cell(f"{number(row.first)} → {number(row.last)}", True),
            *(Cell(_dropout(by_id[name], row.desa_id), True) for name in ("drop", "mr")),
            Cell(_people(_at(by_id["zero"], row.desa_id, "zero_dose")), True),
            Cell(str(_at(by_id["uci"], row.desa_id, "status") or MISSING)),
            Cell(str(row.note or "")),
        ]
        for row in red.itertuples(index=False)
    ]
    return html_table(heads, rows, caption="RED, drop-out, zero dose, dan UCI per desa")


def _people(value: Any) -> str:
    return MISSING if is_missing(value) else people(value, "").strip()


def _at(table: pd.DataFrame, desa_id: int, name: str) -> Any:
    return table.at[desa_id, name] if desa_id in table.index else None


def _dropout(table: pd.DataFrame, desa_id: int) -> str:
    first, lost, share = (_at(table, desa_id, name) for name in ("first", "lost", "dropout"))
    if is_missing(first) or is_missing(lost):
        return MISSING
    if first < 10 or is_missing(share):
        return f"{number(lost)} dari {number(first)}"
    return f"{number(lost)}/{number(first)} · {percent(share)}"


def red_sheet(red: pd.DataFrame) -> pd.DataFrame:
    """The RED table as numbers for Excel."""
    names = {
        "desa": "Desa",
        "word": "Kategori",
        "first": "DPT 1",
        "last": "DPT 3",
        "due": "Sasaran bulan dilaporkan",
        "coverage": "Cakupan DPT 1 (%)",
        "dropout": "Drop-out (%)",
        "unimmunised": "Belum dapat DPT 3",
        "note": "Catatan",
    }
    return red.rename(columns=names)[list(names.values())]
