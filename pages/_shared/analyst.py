"""What a programme page holds ready for a closer look, built only when opened: L/P, sasaran, run chart, funnel."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lokmin_data.analysis.funnel import analyst_table, spread_sentence
from lokmin_data.analysis.run_chart import five_months, monthly_trend, needed_pace, run_chart
from lokmin_data.analysis.side_by_side import kinds_sentence, side_by_side
from lokmin_data.charts.funnel import funnel_chart, funnel_html
from lokmin_data.charts.run import run_figure, run_finding
from lokmin_data.charts.split import sasaran_html, split_html, split_table
from pages._shared.filters import desa_links
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.method import method_link
from pages._shared.session import Scope, panel

if TYPE_CHECKING:
    import pandas as pd

    from lokmin_data.analysis import Assessment

FUNNEL = "Untuk analis: apakah beda antardesa melebihi kebetulan (grafik corong)"
MONTHS = "Untuk analis: bulan mana yang menyimpang dari biasanya"


def show_more(at: Scope, found: Assessment) -> None:
    """Boys and girls, the sasaran beside each other, the months of the Puskesmas, the funnel plot."""
    if not at.masked:
        _sexes(at, found)
        _sasaran(at, found)
    _months(at, found)
    if found.score is not None:
        box = st.expander(FUNNEL, on_change="rerun", key="corong_program")
        if box.open:
            with box:
                show_funnel(at, found)


def _sexes(at: Scope, found: Assessment) -> None:
    table = kept(at, f"lp {found.indicator.code}", lambda: split_table(found))
    if len(table):
        box = st.expander("Laki-laki dan perempuan", on_change="rerun", key="lp")
        if box.open:
            box.html(split_html(table, address=desa_links(at)) + method_link("Cakupan"))


def _side_by_side(at: Scope, found: Assessment) -> pd.DataFrame | None:
    """None where nobody stored a sasaran of that population."""
    stored = panel(at).sasaran
    if not (stored["population"] == found.indicator.population).any():
        return None
    return side_by_side(panel(at), found.indicator.code, at.year, at.month)


def _sasaran(at: Scope, found: Assessment) -> None:
    if not found.indicator.is_coverage:
        return
    table = kept(at, f"sasaran {found.indicator.code}", lambda: _side_by_side(at, found))
    if table is not None and len(table):
        box = st.expander("Sasaran laporan, proyeksi, dan riil berdampingan", on_change="rerun", key="sasaran_dampingan")
        if box.open:
            note = f'<p class="lk-catatan">{escape(kinds_sentence(table))}</p>' if kinds_sentence(table) else ""
            box.html(note + sasaran_html(table, address=desa_links(at)) + method_link("Sasaran"))


def _months(at: Scope, found: Assessment) -> None:
    """The run chart where its rules hold, and what the tests of a trend say; nothing for a prevalence."""
    if found.shape not in ("coverage", "month", "measured"):
        return
    box = st.expander(MONTHS, on_change="rerun", key="bulan_program")
    if not box.open:
        return
    with box:
        table = kept(at, f"runtun {found.indicator.code}", lambda: run_chart(found))
        said = [run_finding(table) if len(table) else "", needed_pace(found), monthly_trend(found)[1], five_months(found)]
        if len(table):
            alt = f"Jumlah per bulan {found.indicator.label}, {at.puskesmas}"
            show_chart(at, f"runtun_{found.indicator.code}", alt, lambda _: run_figure(table), how=("Tren",))
        st.html("".join(f"<p>{escape(text)}</p>" for text in said if text) + ("" if len(table) else method_link("Tren")))


def show_funnel(at: Scope, found: Assessment) -> None:
    """The funnel plot, how much desa differ beyond chance, and the table behind it."""
    code = found.indicator.code
    alt = f"Grafik corong {found.indicator.label}"
    show_chart(at, f"corong_{code}", alt, lambda _: funnel_chart(found), how=("Diagram corong",))
    st.caption(
        "Titik di luar garis dalam (95 %) jarang terjadi karena kebetulan; di luar garis luar (99,8 %) hampir tidak pernah. "
        + spread_sentence(found)
    )
    if not at.masked:
        show_html(at, f"tabel corong {code}", lambda: funnel_html(analyst_table(found), address=desa_links(at)))
