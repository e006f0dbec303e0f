"""The parts of Kualitas data."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from lokmin_data.analysis.quality import check_quality
from lokmin_data.charts.completeness import completeness_counts, completeness_matrix, expected_programmes
from lokmin_data.charts.labels import short_label
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.reference import programmes
from lokmin_data.store.recompute import UNDONE
from lokmin_data.wording import date_text, is_missing, listing, month_name
from pages._shared.analyst import show_funnel as show_funnel_of
from pages._shared.export import excel_of
from pages._shared.filters import choose, desa_links
from pages._shared.kept import kept, show_html
from pages._shared.layout import download_excel, next_steps, page_head, reading_help, section
from pages._shared.session import (
    Scope,
    assessment,
    assessments,
    codes_with_data,
    get_store,
    known_indicators,
    need_scope,
    panel,
    person,
    report_months,
)

ALL = "semua"
LEVELS = {"merah": "Perbaiki", "kuning": "Periksa", "info": "Catatan"}
MOST_ROWS = 200


@dataclass(frozen=True)
class View:
    """Scope, who has reported, and the numbers that look wrong."""

    at: Scope
    reported: pd.DataFrame
    checks: pd.DataFrame


def _checks(at: Scope) -> pd.DataFrame:
    found = assessments(replace(at, masked=False), codes_with_data(at))  # a report that is not yet due is not missing
    checks = check_quality(panel(at), at.year, at.month, found)
    return checks.loc[checks["check"] == "laporan_kosong"] if at.masked else checks  # the other messages quote numbers


def load_quality() -> View:
    """Everything that the page shows."""
    at = need_scope()
    return View(at, report_months(at), kept(at, "pemeriksaan", lambda: _checks(at)))


def show_title(view: View) -> None:
    """How complete the month is and how many numbers need a look."""
    listed = panel(view.at).desa
    full, part, silent = kept(view.at, "jumlah yang melapor", lambda: _counts(view))
    found = int((view.checks["level"] != "info").sum())
    tail = f"{found} angka perlu diperiksa" if found else "tidak ada angka yang janggal"
    note = listing(
        [
            text
            for count, text in ((part, f"{part} desa melapor sebagian"), (silent, f"{silent} desa belum melapor"))
            if count
        ]
    )
    page_head(f"{view.at.period}: {full} dari {len(listed)} desa melapor lengkap, {tail}", view.at, note)


def _counts(view: View) -> tuple[int, int, int]:
    expected = expected_programmes(view.reported, view.at.month)
    return completeness_counts(view.reported, panel(view.at).desa, view.at.month, expected)


def show_completeness(view: View) -> None:
    """The matrix desa x month for all programmes or one."""
    section(f"Kelengkapan laporan {view.at.year}", "Lengkap = semua program yang dilaporkan bulan itu sudah masuk")
    reported = set(view.reported["programme"].unique())
    present = [code for code in programmes() if code in reported]
    picked, _ = st.columns([2, 3])
    with picked:
        programme = choose(
            "Program", {ALL: "Semua program"} | {code: programmes()[code] for code in present}, "program"
        )

    def matrix() -> str:
        table = view.reported if programme == ALL else view.reported[view.reported["programme"] == programme]
        expected = expected_programmes(table, view.at.month)
        links = desa_links(view.at)
        return completeness_matrix(table, panel(view.at).desa, until=view.at.month, expected=expected, address=links)

    show_html(view.at, f"kelengkapan {programme}", matrix, how=("Kelengkapan laporan",))


def show_checks(view: View) -> None:
    """The numbers that look wrong, worst first, each with its cell."""
    section("Angka yang perlu diperiksa", "Tanda ini tidak mengubah skor; pastikan di laporan aslinya")
    if view.checks.empty:
        st.markdown("Tidak ada angka yang janggal pada data sampai bulan ini.")
        return
    show_html(view.at, "tabel pemeriksaan", lambda: _checks_html(view), how=("Pemeriksaan data",))
    if len(view.checks) > MOST_ROWS:
        st.caption(f"Ditampilkan {MOST_ROWS} dari {len(view.checks)} temuan; semuanya ada di berkas Excel.")
    names = {
        "desa": "Desa",
        "indicator": "Indikator",
        "year": "Tahun",
        "month": "Bulan",
        "check": "Pemeriksaan",
        "level": "Tingkat",
        "message": "Temuan",
        "sheet": "Lembar",
        "cell": "Sel",
    }
    sheet = view.checks.rename(columns=names)[list(names.values())]
    download_excel(
        lambda: excel_of(view.at, {"Periksa": sheet}, "Angka yang perlu diperiksa"),
        f"periksa_{view.at.year}-{view.at.month:02d}.xlsx",
    )


def _checks_html(view: View) -> str:
    known = known_indicators(view.at)
    heads = [Head("Tingkat"), Head("Desa"), Head("Indikator"), Head("Bulan"), Head("Temuan"), Head("Tempat")]
    order = list(LEVELS)
    table = view.checks.sort_values("level", key=lambda column: column.map(order.index), kind="stable")
    rows = [
        [
            Cell(LEVELS[row.level]),
            Cell(str(row.desa)),
            Cell(short_label(known[row.indicator]) if row.indicator in known else ""),
            Cell("" if is_missing(row.month) else month_name(int(row.month))),
            Cell(str(row.message)),
            Cell(_place(row)),
        ]
        for row in table.head(MOST_ROWS).itertuples()
    ]
    return html_table(heads, rows, caption="Angka yang perlu diperiksa")


def _place(row: object) -> str:
    sheet, cell = ("" if is_missing(value) else str(value) for value in (row.sheet, row.cell))  # type: ignore[attr-defined]
    return ", ".join(part for part in (f"lembar '{sheet}'" if sheet else "", f"sel {cell}" if cell else "") if part)


def show_uploads(view: View) -> None:
    """The problems that were told when a report was stored."""
    section("Masalah saat laporan dibaca")
    reports = get_store().reports(view.at.puskesmas_id)
    reports = reports[reports["status"] != UNDONE].head(30)
    if reports.empty:
        st.markdown("Belum ada laporan yang diunggah.")
        return
    if view.at.masked:
        st.markdown("Masalah itu menyebut angka dari laporan, sehingga hanya ditampilkan kepada petugas.")
        return
    named = person().signed_in  # the names of accounts are for those who have one
    texts = {
        int(row.report_id): f"{row.file_name} ({date_text(row.stored_at)}{f', {row.stored_by}' if named else ''})"
        for row in reports.itertuples()
    }
    picked, _ = st.columns([3, 2])
    with picked:
        chosen = int(choose("Laporan", texts, "laporan"))
    problems = get_store().problems(chosen)
    if not problems:
        st.markdown("Laporan ini dibaca tanpa masalah.")
        return
    rows = [
        [Cell(item.get("sheet", "")), Cell(item.get("cell", "")), Cell(item["message"])]
        for item in problems[:MOST_ROWS]
    ]
    st.html(
        html_table([Head("Lembar"), Head("Sel"), Head("Masalah dan cara memperbaiki")], rows, caption="Masalah laporan")
    )


def show_funnel(view: View) -> None:
    """The funnel plot of one indicator, drawn only when it is opened."""
    box = st.expander(
        "Untuk analis: grafik corong (apakah beda antardesa melebihi kebetulan)", on_change="rerun", key="corong"
    )
    if not box.open:
        return
    known = known_indicators(view.at)
    codes = [
        code
        for code in codes_with_data(view.at)
        if known[code].kind in ("cumulative", "point") and known[code].level == "desa"
    ]
    with box:
        if not codes:
            st.markdown("Belum ada indikator yang dapat digambar.")
            return
        code = str(choose("Indikator corong", {code: known[code].label for code in codes}, "indikator_corong"))
        found = assessment(view.at, code)
        show_funnel_of(view.at, found)


def show_help() -> None:
    """'Cara membaca' and what comes next."""
    reading_help(
        "- **Lengkap** (gelap) = semua program masuk; **2/4** (abu-abu) = sebagian; "
        "**belum** (berarsir) = tidak ada laporan; titik = belum jatuh tempo.\n"
        "- **Perbaiki** = angka tidak mungkin benar (misalnya kumulatif turun). "
        "**Periksa** = janggal, mungkin benar. **Catatan** = untuk diketahui.\n"
        "- Angka tidak pernah diubah oleh pemeriksaan ini. Perbaiki di Excel lalu unggah lagi; versi lama tetap tersimpan.",
        "kelengkapan",
    )
    next_steps({"unggah": "Unggah laporan yang diperbaiki", "sasaran_target": "Periksa sasaran dan target"})
