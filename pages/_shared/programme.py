"""The parts that the programme pages share: title as a finding, PWS chart, trend, table, download."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lokmin_data.analysis.flags import RED
from lokmin_data.analysis.quality import check_quality
from lokmin_data.charts import frames
from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.findings import finding, puskesmas_sentence, reported_sentence
from lokmin_data.charts.labels import short_label
from lokmin_data.charts.matrix import verdict_legend
from lokmin_data.charts.pws import pws_bars
from lokmin_data.charts.trend import trend_lines
from pages._shared.export import excel_of
from pages._shared.filters import choose_desa, choose_indicator, desa_links
from pages._shared.glossary import with_terms
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.layout import download_excel, next_steps, page_head, reading_help, section, source_line
from pages._shared.session import Scope, assessment, codes_with_data, file_names, known_indicators, need_scope, panel
from pages._shared.words import (
    TARGET_UNCONFIRMED,
    definition,
    fallen,
    method_of,
    projection_caution,
    reading_text,
    source_of,
)

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment


def open_programme(programme: str, title: str, *, codes: Sequence[str] | None = None) -> tuple[Scope, Assessment]:
    """Scope, title, sentence and picker of a programme page; ends with a way on where nothing was reported."""
    at = need_scope()
    present = codes_with_data(at, programme)
    shown = [code for code in (codes or present) if code in present]
    if not shown:
        page_head(f"{title}: belum ada laporan", at)
        st.markdown("Belum ada laporan program ini untuk tahun yang dipilih. Unggah laporannya, atau pilih tahun lain.")
        st.html('<p><a class="ke" href="unggah">Unggah laporan</a></p>')
        st.stop()
    head = st.container()
    left, right = st.columns([3, 2], vertical_alignment="top")
    with right:
        found = assessment(at, choose_indicator(at, shown, programme))
    with left:
        say_puskesmas(at, found)
    with head:
        title, note = kept(at, f"judul {found.indicator.code}", lambda: (finding(found), reported_sentence(found)))
        page_head(title, at, note)
    return at, found


def say_puskesmas(at: Scope, found: Assessment) -> None:
    """The Puskesmas' number, what the indicator counts, and a caution where the target is unconfirmed."""
    show_html(at, f"inti {found.indicator.code}", lambda: _said(found))


def _said(found: Assessment) -> str:
    caution = found.annual_target is not None and found.target is not None and not found.target.confirmed
    note = f'<p class="lk-catatan">{TARGET_UNCONFIRMED}</p>' if caution else ""
    return (
        f'<p class="lk-inti">{with_terms(escape(puskesmas_sentence(found)))}</p>'
        f'<p class="lk-lingkup">{with_terms(escape(definition(found)))}</p>{note}'
    )


def show_pws(at: Scope, found: Assessment) -> None:
    """The main chart with its legend and source line."""
    alt = f"Grafik PWS {found.indicator.label}, {at.period}"
    name = f"pws_{found.indicator.code}"
    wrong = kept(at, f"meragukan {found.indicator.code}", lambda: doubtful(at, found))

    def bars(narrow: bool) -> object:
        return pws_bars(found, files=file_names(at), narrow=narrow, doubtful=wrong)

    show_chart(at, name, alt, bars, how=(*method_of(found), *(["Pemeriksaan data"] if wrong else [])))
    st.html(verdict_legend(down=found.indicator.direction == "down"))
    notes = kept(at, f"catatan pws {found.indicator.code}", lambda: _notes(found))
    if notes:
        st.html(notes)
    source_line(kept(at, f"sumber {found.indicator.code}", lambda: source_of(at, found)))


def _notes(found: Assessment) -> str:
    return "".join(f'<p class="lk-catatan">{escape(text)}</p>' for text in (fallen(found), projection_caution(found)) if text)


def doubtful(at: Scope, found: Assessment) -> frozenset[int]:
    """The desa whose number of this indicator cannot be right (a red flag, besides a missing report)."""
    flags = check_quality(panel(at), at.year, at.month, {found.indicator.code: found}) if not at.masked else pd.DataFrame()
    if flags.empty:
        return frozenset()
    return frozenset(flags.loc[(flags["level"] == RED) & (flags["check"] != "laporan_kosong") & (flags["desa_id"] > 0), "desa_id"])


def show_trend(at: Scope, found: Assessment) -> None:
    """The months of the Puskesmas or one desa, this year over last."""
    section("Tren per bulan", f"{found.year} (garis tebal) dan {found.year - 1} (abu-abu); putus = bulan tanpa laporan")
    picked, _ = st.columns([2, 3])
    with picked:
        desa_id = choose_desa(at, label="Wilayah", whole=at.puskesmas, key="wilayah")
    code, alt = found.indicator.code, f"Tren {found.indicator.label} per bulan"
    show_chart(
        at, f"tren_{code}", alt, lambda narrow: trend_lines(found, desa_id, narrow=narrow), how=("Tren", *method_of(found)[:2]), of=str(desa_id),
    )  # fmt: skip


def show_table(at: Scope, found: Assessment, extra: Callable[[], dict[str, pd.DataFrame]] | None = None) -> None:
    """The PWS table and its download."""
    section(f"Tabel {short_label(found.indicator)} per desa")
    files = file_names(at)
    show_html(
        at, f"tabel {found.indicator.code}", lambda: frames.status_html(found, address=desa_links(at), files=files)
    )

    def tables() -> dict[str, pd.DataFrame]:
        sheets = {
            "PWS": excel_tables.status_sheet(found, file_names(at)),
            "Per bulan": excel_tables.monthly_sheet(found),
        }
        return sheets | (extra() if extra else {})

    name = f"{found.indicator.code}_{at.year}-{at.month:02d}.xlsx"
    download_excel(lambda: excel_of(at, tables(), found.indicator.label), name, key=f"unduh_{found.indicator.code}")


def show_help(found: Assessment, *pictures: str) -> None:
    """'Cara membaca' of a programme page with its pictures, and what comes next."""
    reading_help(reading_text(found), *pictures)
    next_steps(
        {"peringkat": "Lihat peringkat desa", "agenda": "Bawa ke agenda lokmin", "rtl": "Catat rencana aksi (RTL)"}
    )


def label_of(at: Scope, code: str) -> str:
    """The short name of an indicator."""
    return short_label(known_indicators(at)[code])
