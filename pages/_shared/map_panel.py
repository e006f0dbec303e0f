"""The map of one indicator with its legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from lokmin_data.analysis.classes import quantile_bounds, quantile_classes
from lokmin_data.charts.findings import finding
from lokmin_data.charts.map import FIFTHS, desa_map
from lokmin_data.charts.theme import chart_config, signed
from lokmin_data.charts.told import told
from lokmin_data.wording import VERDICTS, count, number, percent
from pages._shared.kept import signature
from pages._shared.method import method_link
from pages._shared.session import Scope, assessment, codes_with_data, known_indicators

KEY = "indikator_peta"
BOX = "display:inline-block;min-width:1.6em;text-align:center;border:1.5px solid #333;"
HATCH = "repeating-linear-gradient(45deg,#fff 0 5px,#8A9099 5px 7px)"


def choose_map_indicator(at: Scope) -> str:
    """The indicator on the map, headline indicators first; empty where there is no data yet."""
    known = known_indicators(at)
    codes = sorted(codes_with_data(at), key=lambda code: (known[code].headline == 0, known[code].headline))
    if not codes:
        st.markdown("Belum ada laporan pada tahun ini.")
        return ""
    return st.selectbox("Indikator", codes, format_func=lambda code: known[code].label, key=KEY)


def map_title(at: Scope, code: str) -> str:
    """'IDL Maret 2026: 4 dari 12 desa jelas di bawah target'."""
    if not code:
        return "Peta desa"
    return finding(assessment(at, code))


def draw_map(at: Scope, code: str, shapes: Sequence[Mapping[str, Any]]) -> None:
    """The figure and its legend."""
    found = assessment(at, code)
    desa = found.desa
    texts = [count(x, n) for x, n in zip(desa["cumulative"], desa["sasaran"], strict=True)]
    table = pd.DataFrame({"desa_id": desa["desa_id"], "desa": desa["desa"], "verdict": desa["verdict"], "text": texts})
    value = desa["percent" if desa["percent"].notna().any() else "cumulative"].to_numpy(dtype=float)
    if found.annual_target is None:
        table["fifth"] = quantile_classes(value)
    name = f"Peta {known_indicators(at)[code].label}, {at.period}"
    figure = signed(desa_map(shapes, table), signature(at, name))
    words = f"{name}. {told(figure)}"
    st.plotly_chart(figure, config=chart_config(f"peta-{code}"), key=f"peta_{code}", alt=words)
    shaded = "fifth" in table and bool(table["fifth"].any())
    st.html(method_link("Seperlima pada peta") if shaded else method_link("Putusan", "Cakupan"))
    st.html(_fifths(value, share=desa["percent"].notna().any()) if shaded else _legend(set(table["verdict"])))


def _fifths(value: np.ndarray, *, share: bool) -> str:
    """The five shades with their bounds; no judgement, because the indicator has no target."""
    say = percent if share else number
    bounds = quantile_bounds(value)
    keys = "".join(
        f'<span style="margin-right:18px;white-space:nowrap"><b style="{BOX}background:{look.fill};color:{look.text}">{look.symbol}</b> '
        f"{say(low)} sampai {say(high)}</span>"
        for look, low, high in zip(FIFTHS, bounds, bounds[1:], strict=False)
    )
    return f"<p>{keys}</p><p>Indikator ini belum punya target, jadi desa hanya dibagi menjadi lima kelompok sama banyak, tanpa penilaian.</p>"


def _legend(used: set[str]) -> str:
    keys = "".join(
        f'<span style="margin-right:18px;white-space:nowrap"><b style="{BOX}'
        f'background:{HATCH if v.hatched else v.fill};color:{v.text}">{v.symbol}</b> {escape(v.word)}</span>'
        for code, v in VERDICTS.items()
        if code in used
    )
    return f"<p>{keys}</p>"
