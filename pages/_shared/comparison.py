"""The parts of Banding Puskesmas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.analysis import Assessment, assess
from lokmin_data.analysis.district import compare_puskesmas
from lokmin_data.charts import frames
from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.findings import finding
from lokmin_data.charts.labels import short_label
from lokmin_data.charts.matrix import verdict_legend
from lokmin_data.charts.pws import pws_bars
from lokmin_data.charts.severity import ranking_bar
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.reference import programmes
from lokmin_data.store import load_panel
from lokmin_data.wording import count
from pages._shared.export import excel_of
from pages._shared.filters import choose_indicator
from pages._shared.kept import kept, show_chart
from pages._shared.layout import download_excel, link_target, next_steps, page_head, reading_help, section, source_line
from pages._shared.scope import puskesmas_now
from pages._shared.session import (
    Scope,
    codes_with_data,
    known_indicators,
    need_scope,
    report_months,
    store_of,
)
from pages._shared.shelf import shared
from pages._shared.words import method_of

WHOLE = "Semua Puskesmas"


@dataclass(frozen=True)
class View:
    """The Puskesmas beside each other on one indicator; `names` puskesmas_id -> name."""

    at: Scope
    found: Assessment
    names: dict[int, str]
    versions: tuple[int, ...]


def _one(at: Scope, puskesmas_id: int, version: int, code: str) -> Assessment | None:
    def one() -> Assessment | None:
        own = load_panel(store_of(at.example), puskesmas_id, at.year, at.month, [code])
        return assess(own, code, at.year, at.month) if code in own.indicators else None

    return shared(at.example, puskesmas_id, version, ("banding", at.year, at.month, code), one)


def load_comparison() -> View:
    """The picker, and the indicator of every Puskesmas in the store."""
    at = need_scope()
    table, now = puskesmas_now()
    codes = [code for code in codes_with_data(at) if known_indicators(at)[code].kind not in ("month", "status")]
    if len(table) < 2 or not codes:
        page_head("Banding Puskesmas: perlu sedikitnya dua Puskesmas dengan laporan", at)
        st.stop()
    slot = st.container()
    picked, _ = st.columns([3, 2])
    with picked:
        code = choose_indicator(at, codes, "banding")
    names = dict(zip(table["puskesmas_id"].astype(int), table["name"].astype(str), strict=True))
    versions = tuple(now[i] for i in names)
    found = kept(at, f"banding {code} {versions}", lambda: _compared(at, code, names, versions))
    with slot:
        page_head(finding(found, "Puskesmas"), replace(at, puskesmas=WHOLE, kecamatan=""))  # type: ignore[arg-type]
    return View(at, found, names, versions)  # type: ignore[arg-type]


def _compared(at: Scope, code: str, names: dict[int, str], versions: tuple[int, ...]) -> Assessment | None:
    parts = {i: _one(at, i, v, code) for i, v in zip(names, versions, strict=True)}
    return compare_puskesmas({i: part for i, part in parts.items() if part is not None}, names, WHOLE)


def show_title(view: View) -> None:
    """The whole in one sentence."""
    row = view.found.puskesmas
    st.html(f'<p class="lk-inti">{WHOLE}: {escape(count(row["cumulative"], row["sasaran"]))}</p>')


def _address(view: View, puskesmas_id: int) -> str:
    return link_target("ringkasan", puskesmas=view.names[puskesmas_id])


def show_chart_of_all(view: View) -> None:
    """Bars of the Puskesmas, then their score."""
    code, of = view.found.indicator.code, f"{view.found.indicator.code} {view.versions}"
    alt = f"{view.found.indicator.label} per Puskesmas"
    show_chart(view.at, f"banding_{code}", alt, lambda narrow: pws_bars(view.found, narrow=narrow), how=method_of(view.found), of=of)
    st.html(verdict_legend(down=view.found.indicator.direction == "down"))
    source_line(
        f"Sumber: laporan semua Puskesmas, data s.d. {view.at.period}. Tiap baris sama dengan angka di halaman Puskesmas itu sendiri."
    )
    if view.found.score is not None:
        section("Skor Puskesmas", "Cara hitung sama dengan skor desa; wilayahnya Puskesmas")
        down = view.found.indicator.direction == "down"
        unit = view.found.indicator.unit

        def bars(narrow: bool) -> object:
            return ranking_bar(view.found.desa, unit=unit, composite=False, down=down, narrow=narrow)

        show_chart(view.at, "skor_puskesmas", "Skor Puskesmas", bars, how=("Skor", "Rentang peringkat"), of=of)


def show_table_of_all(view: View) -> None:
    """The table with a link into each Puskesmas."""
    section(f"Tabel {short_label(view.found.indicator)} per Puskesmas")
    st.html(frames.status_html(view.found, address=lambda i: _address(view, i), files={}, areas="Puskesmas"))
    name = f"banding_{view.found.indicator.code}_{view.at.year}-{view.at.month:02d}.xlsx"
    tables = {"Puskesmas": excel_tables.status_sheet(view.found, {})}
    download_excel(lambda: excel_of(view.at, tables, view.found.indicator.label), name, key="unduh_banding")


def _desa_count(example: bool, puskesmas_id: int, version: int) -> int:
    return shared(example, puskesmas_id, version, "jumlah desa", lambda: len(store_of(example).desa(puskesmas_id, active_only=True)))


def show_reported(view: View) -> None:
    """How many desa of each Puskesmas have reported each programme this month."""
    section(f"Siapa yang sudah lapor, {view.at.period}", "Jumlah desa yang laporannya masuk bulan ini, per program")
    rows, versions = [], dict(zip(view.names, view.versions, strict=True))
    shown: dict[int, pd.DataFrame] = {}
    for i in view.names:
        at = replace(view.at, puskesmas_id=i, version=versions[i])
        table = report_months(at)
        shown[i] = table[table["month"] == view.at.month]
    present = [code for code in programmes() if any(code in set(table["programme"]) for table in shown.values())]
    for i, name in view.names.items():
        total = _desa_count(view.at.example, i, versions[i])
        counts = shown[i].groupby("programme")["desa_id"].nunique()
        rows.append(
            [Cell(name, href=_address(view, i)), *(_share(int(counts.get(code, 0)), total) for code in present)]
        )
    heads: list[Any] = [Head("Puskesmas"), *(Head(programmes()[code], True) for code in present)]
    st.html(html_table(heads, rows, caption="Desa yang sudah lapor"))


def _share(have: int, total: int) -> Cell:
    return Cell(f"{have} dari {total}" if have else "belum", True, hatched=not have)


def show_help() -> None:
    """'Cara membaca' and the way into one Puskesmas."""
    reading_help(
        "- Tiap batang adalah satu Puskesmas; angkanya sama dengan baris Puskesmas di halaman Puskesmas itu.\n"
        "- Klik nama Puskesmas pada tabel untuk membuka ringkasannya dan desa-desanya.\n"
        "- Target dan pengaturan skor mengikuti Puskesmas pertama pada daftar.",
        "banding",
    )
    next_steps({"ringkasan": "Kembali ke ringkasan Puskesmas"})
