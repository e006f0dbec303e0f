"""The map of one indicator with its legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.charts.map import desa_map
from lokmin_data.charts.theme import chart_config
from lokmin_data.wording import VERDICTS, count
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
    desa = assessment(at, code).desa
    below = int((desa["verdict"] == "jelas_di_bawah").sum())
    return f"{known_indicators(at)[code].label} {at.period}: {below} dari {len(desa)} desa jelas di bawah target"


def draw_map(at: Scope, code: str, shapes: Sequence[Mapping[str, Any]]) -> None:
    """The figure and its legend."""
    desa = assessment(at, code).desa
    texts = [count(x, n) for x, n in zip(desa["cumulative"], desa["sasaran"], strict=True)]
    table = pd.DataFrame({"desa_id": desa["desa_id"], "desa": desa["desa"], "verdict": desa["verdict"], "text": texts})
    st.plotly_chart(
        desa_map(shapes, table),
        config=chart_config(f"peta-{code}"),
        key=f"peta_{code}",
        alt=f"Peta {known_indicators(at)[code].label}",
    )
    st.html(method_link("Putusan", "Cakupan"))
    st.html(_legend(set(table["verdict"])))


def _legend(used: set[str]) -> str:
    keys = "".join(
        f'<span style="margin-right:18px;white-space:nowrap"><b style="{BOX}'
        f'background:{HATCH if v.hatched else v.fill};color:{v.text}">{v.symbol}</b> {escape(v.word)}</span>'
        for code, v in VERDICTS.items()
        if code in used
    )
    return f"<p>{keys}</p>"
