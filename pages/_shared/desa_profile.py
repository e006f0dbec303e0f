"""The parts of Profil desa."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from lokmin_data.analysis.masking import CROSS_SECTOR
from lokmin_data.charts import frames
from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.findings import profile_finding, profile_line
from lokmin_data.charts.matrix import verdict_legend
from lokmin_data.charts.message import desa_message
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.charts.trend import small_multiples
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.knowledge import asks_for
from lokmin_data.meeting.yearview import lokmin_title
from lokmin_data.wording import MISSING, date_text, puskesmas_name
from pages._shared.export import excel_of, meta_of
from pages._shared.filters import choose_desa, indicator_address
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.layout import download_excel, link, next_steps, page_head, reading_help, section, source_line
from pages._shared.meeting_data import current_agenda, load_meeting
from pages._shared.session import (
    Scope,
    assessments,
    codes_with_data,
    composite,
    file_names,
    get_store,
    known_indicators,
    need_scope,
    panel,
)

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment
    from lokmin_data.model import Indicator


@dataclass(frozen=True)
class View:
    """One desa with its headline assessments and the ranking they give."""

    at: Scope
    desa_id: int
    desa: str
    found: dict[str, Assessment]
    ranking: pd.DataFrame
    head: Any


def choose() -> View:
    """The picker and what the page shows; the heaviest desa is shown first."""
    at = need_scope()
    known = known_indicators(at)
    present = [code for code in codes_with_data(at) if known[code].level == "desa"]
    if panel(at).desa.empty or not present:
        page_head("Profil desa: belum ada data", at)
        st.html(f"<p>{link('sasaran_target', 'Isi daftar desa')} atau {link('unggah', 'unggah laporan')}.</p>")
        st.stop()
    codes = (
        sorted((code for code in present if known[code].headline), key=lambda code: known[code].headline)
        or present[:10]
    )
    table = composite(at)
    head = st.container()
    picked, _ = st.columns([2, 3])
    with picked:
        desa_id = choose_desa(at, first=int(table.sort_values("rank")["desa_id"].iloc[0]) if len(table) else None)
    listed = panel(at).desa
    name = str(listed.loc[listed["desa_id"] == desa_id, "desa"].iloc[0])
    return View(at, desa_id, name, assessments(at, codes), table, head)


def show_title(view: View) -> None:
    """What stands out in this desa."""
    with view.head:
        texts = kept(view.at, f"judul desa {view.desa_id}", lambda: _title(view))
        page_head(texts[0], view.at, texts[1])


def _title(view: View) -> tuple[str, str]:
    found = profile_finding(view.found, view.desa_id, view.desa, view.at.period)
    return found, profile_line(view.ranking, view.desa_id)


def _table(view: View, found: dict[str, Assessment], caption: str) -> str:
    return frames.profile_html(found, view.desa_id, address=indicator_address, files=file_names(view.at), caption=caption)


def show_indicators(view: View) -> None:
    """The headline indicators, then all others behind a switch."""
    caption = "Indikator utama desa ini"
    show_html(view.at, f"profil {view.desa_id}", lambda: _table(view, view.found, caption), how=("Cakupan", "Prevalensi", "Putusan"))
    st.html(verdict_legend())
    source_line(
        f"Sumber: laporan yang tersimpan, data s.d. {view.at.period}. Arahkan penunjuk ke angka untuk melihat berkas dan selnya."
    )
    more = st.expander("Semua indikator desa ini", on_change="rerun", key="semua_indikator")
    if more.open:
        with more:
            show_html(view.at, f"profil lain {view.desa_id}", lambda: _table(view, others(view), "Semua indikator desa ini"))


def others(view: View) -> dict[str, Assessment]:
    """The indicators with data that are not among the headline ones."""
    known = known_indicators(view.at)
    codes = [code for code in codes_with_data(view.at) if code not in view.found and known[code].level == "desa"]
    return assessments(view.at, codes)


def show_trends(view: View) -> None:
    """Small multiples of the headline indicators."""
    section(
        "Tren tiap indikator",
        f"{view.at.year} (garis tebal), {view.at.year - 1} (abu-abu), target (putus-putus); tiap gambar punya skala sendiri dari 0",
    )
    show_chart(
        view.at,
        f"tren_desa_{view.desa_id}",
        f"Tren indikator utama {view.desa}",
        lambda narrow: small_multiples(view.found, view.desa_id, columns=2 if narrow else 4),
        how=("Cakupan", "Prevalensi", "Target berjalan"),
    )


def show_rtl(view: View) -> None:
    """What was agreed for this desa."""
    section("Rencana aksi (RTL) desa ini")
    table = get_store().rtl(view.at.puskesmas_id)
    rows = [row for row in table.itertuples() if view.desa_id in (row.desa_ids or [])] if len(table) else []
    if not rows:
        st.html(f"<p>Belum ada rencana aksi untuk desa ini. {link('rtl', 'Buka RTL')}.</p>")
        return
    heads = [
        Head("Masalah"),
        Head("Kegiatan"),
        Head("Penanggung jawab"),
        Head("Batas waktu"),
        Head("Status"),
        Head("Lokmin"),
    ]
    cells = [
        [
            Cell(_text(value))
            for value in (
                row.masalah,
                row.kegiatan,
                row.penanggung_jawab,
                date_text(plans.as_date(row.selesai)),
                plans.STATUS.get(row.status, row.status),
                lokmin_title(row.lokmin),
            )
        ]
        for row in rows
    ]
    st.html(html_table(heads, cells, caption="Rencana aksi desa ini"))


def _text(value: object) -> str:
    return MISSING if value is None or value != value or value == "" else str(value)


def show_downloads(view: View) -> None:
    """The page to print, the table, and the text to send."""
    section("Untuk kepala desa")
    left, right = st.columns([2, 3], gap="large")
    with left:
        name = f"profil_{view.desa}_{view.at.year}-{view.at.month:02d}".replace(" ", "_").replace("/", "-")
        st.download_button(
            "Unduh satu halaman (PDF)",
            lambda: profile_pdf(view),
            f"{name}.pdf",
            "application/pdf",
            on_click="ignore",
            key="unduh_profil_pdf",
        )

        def sheets() -> dict[str, pd.DataFrame]:
            table = excel_tables.matrix_sheet(view.found)
            return {"Profil": table[table["Desa"] == view.desa]}

        download_excel(
            lambda: excel_of(view.at, sheets(), f"Profil {view.desa}"), f"{name}.xlsx", key="unduh_profil_xlsx"
        )
    with right:
        st.html('<p class="lk-lingkup">Pesan untuk disalin (misalnya ke WhatsApp)</p>')
        message = kept(
            view.at,
            f"pesan {view.desa_id}",
            lambda: desa_message(
                view.found, view.desa_id, puskesmas=puskesmas_name(view.at.puskesmas), example=view.at.example,
                asked=_asked_of_desa,
            ),  # fmt: skip
        )
        st.code(
            message,
            language=None,
            wrap_lines=True,
        )
    reading_help(
        "- Tabel memuat semua indikator utama desa ini; kolom terakhir adalah angka seluruh Puskesmas.\n"
        "- **Kurang** = berapa orang lagi harus dijangkau agar target sampai bulan ini tercapai.\n"
        "- Pada gambar tren, garis yang putus berarti bulan itu tidak ada laporan.",
        "profil",
    )
    next_steps({"rtl": "Catat rencana aksi untuk desa ini", "peringkat": "Lihat peringkat semua desa"})


def _asked_of_desa(indicator: Indicator, desa: str, short: int) -> str:
    """What the lokmin asks of the head of the desa for a problem."""
    return next((ask.text for ask in asks_for(indicator, areas=desa, short=short) if ask.sector == "kepala_desa"), "")


def profile_pdf(view: View) -> bytes:
    """One printed page about the desa: its numbers, what is asked of it and what it agreed to, as the room may see them."""
    from lokmin_data.export.profil import profil_desa_pdf

    meeting = load_meeting(view.at, CROSS_SECTOR)
    return profil_desa_pdf(
        meeting.assessments, meeting.ranking, meta_of(view.at), desa_ids=[view.desa_id], agenda=current_agenda(meeting),
        follow=meeting.follow, rtl=meeting.own_rtl,
    )  # fmt: skip
