"""What the programme pages add to the PWS chart: outlook, RED, nutrition."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lokmin_data.analysis.immunisation import dropout, red, uci, uci_sentence, zero_dose
from lokmin_data.analysis.nutrition import SURVEY_NOTE, pmt_reach, prevalence, weighing_months
from lokmin_data.analysis.projection import project
from lokmin_data.analysis.scenario import lift_lowest
from lokmin_data.charts.nutrition import prevalence_html, reach_html, weighing_html
from lokmin_data.charts.red import red_finding, red_html, red_quadrant, red_sheet
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import is_missing
from pages._shared.export import excel_of
from pages._shared.filters import desa_links
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.layout import download_excel, section, source_line
from pages._shared.method import method_link
from pages._shared.session import Scope, codes_with_data, panel

if TYPE_CHECKING:
    import pandas as pd

    from lokmin_data.analysis import Assessment

PREVALENCES = ("stunting", "wasting", "underweight", "gizi_buruk", "overweight")
LOWEST_DESA = 5


def _outlook(found: Assessment) -> tuple[list[str], list[str], pd.DataFrame]:
    """The Puskesmas' sentences; all sentences that are shown; the desa of which something can be said."""
    scenario = lift_lowest(found, LOWEST_DESA)
    table = project(found)
    spoken = table[table["sentence"] != ""] if len(table) else table
    whole = [str(row.sentence) for row in spoken.itertuples() if row.desa_id == 0]
    texts = [*whole, scenario.sentence if scenario else "", table["caution"].iloc[0] if whole else ""]
    return whole, [text for text in texts if text], spoken[spoken["desa_id"] != 0]


def show_outlook(at: Scope, found: Assessment) -> None:
    """What the year may bring and what it would take; the desa behind a switch."""
    whole, texts, desa = kept(at, f"perkiraan {found.indicator.code}", lambda: _outlook(found))
    if not texts:
        return
    section("Sampai akhir tahun" if whole else "Bila desa terbawah mencapai target")
    st.html("".join(f"<p>{escape(text)}</p>" for text in texts))
    st.html(method_link(*(["Perkiraan akhir tahun"] if whole else []), "Bila desa terbawah mencapai target"))
    if len(desa):
        box = st.expander("Perkiraan tiap desa", on_change="rerun", key="perkiraan_desa")
        if box.open:
            address = desa_links(at)
            rows = [
                [
                    Cell(str(row.desa), href=address(int(row.desa_id))),
                    Cell(str(row.sentence)),
                    Cell(str(row.pace_word)),
                ]
                for row in desa.itertuples()
            ]
            box.html(html_table([Head("Desa"), Head("Perkiraan"), Head("Laju")], rows, caption="Perkiraan tiap desa"))


def _red(at: Scope) -> dict[str, pd.DataFrame]:
    own = panel(at)
    return {
        name: work(own, at.year, at.month)
        for name, work in (("red", red), ("dropout", dropout), ("zero", zero_dose), ("uci", uci))
    } | {"mr": dropout(own, at.year, at.month, "dpt1", "mr1")}


def _red_said(tables: dict[str, pd.DataFrame], month: int) -> tuple[str, str]:
    """The finding as a head, and the line below it."""
    whole = tables["zero"].iloc[0]
    zero = "" if is_missing(whole["zero_dose"]) else f"; zero dose {whole['zero_dose']:.0f} bayi"
    return f"Analisis RED: {red_finding(tables['red'])}", f"{uci_sentence(tables['uci'], month)}{zero}. Zero dose: {whole['definition']}."


def show_red(at: Scope) -> None:
    """The RED quadrant with drop-out, zero dose and UCI; only where DPT 1 and DPT 3 were reported."""
    if at.masked or not {"dpt1", "dpt3"} <= set(codes_with_data(at, "imunisasi")):
        return
    tables = kept(at, "red", lambda: _red(at))
    section(*kept(at, "red kata", lambda: _red_said(tables, at.month)))
    alt = "Kuadran RED: cakupan DPT 1 dan drop-out per desa"
    show_chart(at, "red", alt, lambda narrow: red_quadrant(tables["red"], narrow=narrow), how=("Drop-out, RED, zero dose, UCI",))
    five = [tables[name] for name in ("red", "dropout", "mr", "zero", "uci")]
    show_html(at, "tabel red", lambda: red_html(*five, address=desa_links(at)))
    source_line("Batas drop-out dan akses dapat diubah di Pengaturan. Drop-out negatif berarti data perlu diperiksa.")
    download_excel(
        lambda: excel_of(at, {"RED": red_sheet(tables["red"])}, "Analisis RED"),
        f"red_{at.year}-{at.month:02d}.xlsx",
        key="unduh_red",
    )


def _nutrition(at: Scope, code: str) -> dict[str, pd.DataFrame]:
    own = panel(at)
    out = {
        "prevalence": prevalence(own, code, at.year, at.month),
        "weighing": weighing_months(own, code, at.year, at.month),
    }
    if "pmt_gizi_kurang" in codes_with_data(at, "stunting"):
        out["pmt"] = pmt_reach(own, at.year, at.month)
    return out


def show_nutrition(at: Scope, found: Assessment) -> None:
    """Prevalence with what was measured, February against August, and who gets PMT."""
    if at.masked:
        return
    code = found.indicator.code
    of = code if code in PREVALENCES else "stunting"
    tables = kept(at, f"gizi {of}", lambda: _nutrition(at, of))
    if code in PREVALENCES:
        section("Seberapa mewakili angka ini", SURVEY_NOTE)
        show_html(at, f"prevalensi {of}", lambda: prevalence_html(tables["prevalence"], address=desa_links(at)), how=("Gizi", "Prevalensi"))
        source_line("Kelompok WHO hanya menggambarkan besarnya masalah pada survei penduduk; itu bukan target.")
        if len(tables["weighing"]):
            section(
                "Bulan timbang Februari dan Agustus",
                "Anak yang sama ditimbang lagi, karena itu tidak diuji secara statistik",
            )
            show_html(at, f"timbang {of}", lambda: weighing_html(tables["weighing"], address=desa_links(at)), how=("Gizi",))
    if "pmt" in tables:
        section("PMT balita gizi kurang")
        show_html(at, "pmt balita", lambda: reach_html(tables["pmt"], "PMT balita gizi kurang", address=desa_links(at)), how=("Gizi",))


def show_kek(at: Scope) -> None:
    """Which mothers with KEK get PMT."""
    if at.masked or "kek_pmt" not in codes_with_data(at, "gizi_ibu_hamil"):
        return
    section("PMT ibu hamil KEK")

    def table() -> str:
        reach = pmt_reach(panel(at), at.year, at.month, "kek_pmt")
        return reach_html(reach, "PMT ibu hamil KEK", address=desa_links(at))

    show_html(at, "pmt kek", table, how=("Gizi",))
