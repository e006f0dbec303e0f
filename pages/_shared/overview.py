"""The parts of Ringkasan."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.findings import names, overview_finding
from lokmin_data.charts.labels import short_label
from lokmin_data.charts.matrix import report_strip, status_matrix, verdict_legend
from lokmin_data.charts.tiles import change_list, headline_tiles, heaviest_list
from lokmin_data.reference import programmes
from lokmin_data.wording import listing
from pages._shared.export import excel_of
from pages._shared.filters import address_of, desa_links, indicator_address
from pages._shared.kept import kept, show_html
from pages._shared.layout import download_excel, link, next_steps, page_head, reading_help, section, source_line
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
    report_months,
)

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

CORE_PROGRAMMES = ("imunisasi", "stunting", "gizi_ibu_hamil")
TILES_EACH = 2


@dataclass(frozen=True)
class Overview:
    """What Ringkasan shows: scope, headline assessments, ranking, who has reported."""

    at: Scope
    found: dict[str, Assessment]
    ranking: pd.DataFrame
    reported: pd.DataFrame


def load_overview() -> Overview:
    """The headline indicators with data, ordered as the catalogue orders them; ends here without any report."""
    at = need_scope()
    known, present = known_indicators(at), codes_with_data(at)
    codes = sorted((code for code in present if known[code].headline), key=lambda code: known[code].headline)
    codes = codes or present[:10]
    if not codes:
        page_head("Belum ada laporan yang tersimpan", at)
        st.html(f"<p>{link('unggah', 'Unggah laporan bulanan')} untuk memulai.</p>")
        st.stop()
    table = report_months(at)
    return Overview(at, assessments(at, codes), composite(at), table[table["month"] == at.month])


def show_title(view: Overview) -> None:
    """The finding of the month."""
    page_head(kept(view.at, "judul ringkasan", lambda: overview_finding(view.found, view.at.period)), view.at)


def show_notices(view: Overview) -> None:
    """What waits: desa whose reports are due and missing, RTL past their date."""
    lines = missing_reports(view.reported, panel(view.at).desa) if not view.at.early else []
    links = {"kualitas_data": "lihat kelengkapan"} if lines else {}
    late = _late_rtl(view.at)
    lines += [f"{late} rencana aksi (RTL) lewat waktu"] if late else []
    links |= {"rtl": "buka RTL"} if late else {}
    if lines:
        tail = " · ".join(link(page, text) for page, text in links.items())
        st.html(f'<p class="lk-catatan" role="status">{escape("; ".join(lines))}. {tail}</p>')


def missing_reports(reported: pd.DataFrame, listed: pd.DataFrame) -> list[str]:
    """'3 desa belum lapor sama sekali bulan ini: ...', and for each core programme that others reported, who did not.

    `reported`: desa_id and programme of the month; `listed`: desa_id and desa.
    """
    have = {code: set(part) for code, part in reported.groupby("programme")["desa_id"]}
    anywhere = set(reported["desa_id"])
    pairs = list(zip(listed["desa_id"], listed["desa"], strict=True))
    silent = [name for desa_id, name in pairs if desa_id not in anywhere]
    lines = [f"{len(silent)} desa belum lapor sama sekali bulan ini: {names(silent)}"] if silent else []
    for code in CORE_PROGRAMMES:
        lacking = [name for desa_id, name in pairs if desa_id in anywhere and desa_id not in have.get(code, anywhere)]
        lines += [f"{len(lacking)} desa belum lapor {programmes()[code]}: {names(lacking)}"] if lacking else []
    return lines


def _late_rtl(at: Scope) -> int:
    """RTL that are neither done nor cancelled and whose end lies before today, or before the scope's last day where that is later."""
    table = get_store().rtl(at.puskesmas_id)
    if table.empty:
        return 0
    open_ones = table[~table["status"].isin(["selesai", "batal"])]
    ends = pd.to_datetime(open_ones["selesai"], errors="coerce")
    until = max(pd.Timestamp.today().normalize(), pd.Timestamp(at.year, at.month, 1) + pd.offsets.MonthEnd(0))
    return int((ends < until).sum())


def show_headlines(view: Overview) -> None:
    """Two numbers of each core programme."""

    def tiles() -> str:
        groups = {}
        for programme in CORE_PROGRAMMES:
            codes = [code for code, item in view.found.items() if item.indicator.programme == programme][:TILES_EACH]
            groups[programmes()[programme]] = [view.found[code] for code in codes]
        return headline_tiles(groups, indicator_address)

    show_html(view.at, "angka utama", tiles, how=("Cakupan", "Prevalensi", "Target berjalan", "Putusan"))


def show_matrix(view: Overview) -> None:
    """The centre of the page."""
    section(
        "Status desa per indikator",
        "Urut dari desa terberat. Klik nama desa atau indikator untuk membukanya. "
        "Pada indikator dengan batas maksimal, di bawah target berarti melebihi batas.",
    )
    st.html(verdict_legend())
    show_html(view.at, "matriks", lambda: _matrix(view), how=("Cakupan", "Prevalensi", "Putusan", "Gabungan indikator"))
    source_line(
        kept(view.at, "sumber ringkasan", lambda: f"Isi sel: capaian / sasaran (yang diperiksa). {_sources(view)}")
    )
    name = f"matriks_{view.at.year}-{view.at.month:02d}.xlsx"
    download_excel(
        lambda: excel_of(
            view.at,
            {"Matriks": excel_tables.matrix_sheet(view.found), "Peringkat": excel_tables.ranking_sheet(view.ranking)},
            "Matriks status",
        ),
        name,
    )


def _matrix(view: Overview) -> str:
    order = view.ranking.sort_values("rank")["desa_id"].tolist() or panel(view.at).desa["desa_id"].tolist()
    files = file_names(view.at)
    return status_matrix(view.found, order, address=lambda kind, item: address_of(view.at, kind, item), files=files)


def _sources(view: Overview) -> str:
    known = file_names(view.at)
    used = {known.get(int(i), "") for table in view.found.values() for i in table.desa["report_id"].dropna().unique()}
    return (
        f"Sumber: {listing(sorted(used))}, data s.d. {view.at.period}."
        if len(used) <= 4
        else f"Sumber: {len(used)} laporan, data s.d. {view.at.period}."
    )


def show_heaviest(view: Overview) -> None:
    """The three desa that need the meeting most, and why."""
    section("Tiga desa terberat dan desa perhatian khusus")
    show_html(view.at, "terberat", lambda: heaviest_list(view.ranking, desa_links(view.at)), how=("Skor", "Kursi agenda", "Rentang peringkat"))
    st.html(f"<p>{link('peringkat', 'Lihat peringkat semua desa')}</p>")


def show_reported(view: Overview) -> None:
    """Who has reported this month, a row a programme."""
    section(f"Siapa yang sudah lapor, {view.at.period}")
    known = known_indicators(view.at)
    present = {known[code].programme for code in codes_with_data(view.at)}
    shown = {code: label for code, label in programmes().items() if code in present}
    address = desa_links(view.at)
    show_html(
        view.at,
        "lapor",
        lambda: report_strip(view.reported, panel(view.at).desa, shown, address=lambda _, item: address(item)),
        how=("Kelengkapan laporan",),
    )


def show_changes(view: Overview) -> None:
    """What the Puskesmas' numbers did against last month."""
    section("Yang berubah sejak bulan lalu")
    show_html(view.at, "perubahan", lambda: change_list(view.found, indicator_address), how=("Cakupan", "Tren"))


def show_help() -> None:
    """'Cara membaca' and what to do next."""
    reading_help(
        "- Setiap **sel** matriks berisi lambang putusan dan jumlah orang / sasaran; "
        "arahkan penunjuk untuk melihat berkas, lembar, dan selnya.\n"
        "- **▼▼** seluruh rentang 95 % di bawah target; **▼** di bawah tetapi belum pasti; "
        "**▲** tercapai tetapi belum pasti; **▲▲** jelas tercapai.\n"
        "- Sel **berarsir** berarti belum ada laporan atau tidak dijadwalkan; itu bukan nol.\n"
        "- Urutan desa mengikuti **skor** (0 sampai 100); desa teratas paling perlu dibahas.",
        "matriks",
    )
    next_steps({"agenda": "Susun agenda lokmin", "peringkat": "Peringkat desa", "unggah": "Unggah laporan"})


__all__ = [
    "Overview",
    "load_overview",
    "short_label",
    "show_changes",
    "show_headlines",
    "show_heaviest",
    "show_help",
    "show_matrix",
    "show_notices",
    "show_reported",
    "show_title",
]
