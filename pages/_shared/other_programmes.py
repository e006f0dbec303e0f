"""The parts of SPM & program lain, each in the form that fits its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lokmin_data.analysis.early_warning import early_warning
from lokmin_data.charts import frames
from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.counts import count_bars, counts_finding, counts_html, counts_sheet
from lokmin_data.charts.findings import finding, reported_sentence
from lokmin_data.charts.matrix import status_matrix, verdict_legend
from lokmin_data.charts.services import service_bars, services_finding
from lokmin_data.reference import programmes
from pages._shared.export import excel_of
from pages._shared.filters import OTHER_KEY, SECTIONS, address_of, choose_desa, choose_indicator, desa_links
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.layout import download_excel, next_steps, page_head, reading_help, section, source_line
from pages._shared.programme import say_puskesmas, show_help, show_pws, show_table, show_trend
from pages._shared.session import (
    Scope,
    assessment,
    assessments,
    codes_with_data,
    composite,
    file_names,
    known_indicators,
    need_scope,
    panel,
)

if TYPE_CHECKING:
    import pandas as pd

    from lokmin_data.analysis import Assessment

KLASTER = {
    1: "Klaster 1 Manajemen",
    2: "Klaster 2 Ibu dan anak",
    3: "Klaster 3 Usia dewasa dan lansia",
    4: "Klaster 4 Penanggulangan penyakit menular",
    5: "Klaster 5 Lintas klaster",
}
SCHOOL_MONTHS = (
    "BIAS dilaksanakan Agustus (campak-rubela, HPV) dan November (DT, Td); TTD remaja putri dinilai akhir tahun ajaran (Juni), "
    "skrining anemia bulan Desember. Di antaranya yang ditampilkan adalah putaran terakhir."
)
#: The sections of docs/metode.md behind bars of several indicators.
SERVICES = ("Cakupan", "Target berjalan", "Prevalensi", "Putusan")
STATUS_HELP = "Status dijawab ya atau belum oleh laporan; bukan persen, dan tidak punya rentang. Desa yang belum lapor berarsir."
#: Programmes whose part begins with the bars of all their indicators.
MANY = ("spm", "sanitasi", "anak_sekolah", "ilp")
COUNT_KINDS = ("month", "cumulative")


def choose_part() -> tuple[Scope, str]:
    """The scope and the part of the page, kept in the address."""
    at = need_scope()
    parts = list(SECTIONS.values())
    if not _own_codes(at):
        parts.remove(SECTIONS["lain"])
    if st.session_state.get(OTHER_KEY) not in parts and OTHER_KEY in st.session_state:
        del st.session_state[OTHER_KEY]
    part = st.segmented_control(
        "Bagian",
        parts,
        default=parts[0],
        key=OTHER_KEY,
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return at, str(part or parts[0])


def _own_codes(at: Scope) -> list[str]:
    known = known_indicators(at)
    return [code for code in codes_with_data(at) if known[code].programme not in programmes()]


def show_part(at: Scope, part: str) -> None:
    """The chosen part."""
    shows: dict[str, Callable[[Scope], None]] = {
        SECTIONS["spm"]: _spm,
        SECTIONS["penyakit"]: _disease,
        SECTIONS["sanitasi"]: _sanitation,
        SECTIONS["phbs"]: _phbs,
        SECTIONS["anak_sekolah"]: _school,
        SECTIONS["ilp"]: _klaster,
        SECTIONS["lain"]: _own,
    }
    shows[part](at)


def _empty(at: Scope, title: str) -> None:
    page_head(f"{title}: belum ada laporan", at)
    st.html('<p>Unggah laporannya, atau pilih tahun lain. <a class="ke" href="unggah">Unggah laporan</a></p>')


def _services(at: Scope, programme: str, what: str, name: str) -> dict[str, Assessment]:
    """Bars of all indicators of a programme for the Puskesmas, then the matrix per desa; {} where nothing was reported."""
    found = assessments(at, codes_with_data(at, programme))
    if not found:
        _empty(at, what)
        return {}
    page_head(
        kept(at, f"judul {what}", lambda: services_finding(found, what, at.period)),
        at,
        "target berjalan" if programme == "spm" else "",
    )
    files = file_names(at)
    name_of_chart, alt = f"layanan_{programme}", f"{what} tingkat Puskesmas"
    show_chart(at, name_of_chart, alt, lambda narrow: service_bars(found, files=files, narrow=narrow), how=SERVICES)
    st.html(verdict_legend())
    source_line(
        f"Sumber: laporan yang tersimpan, data s.d. {at.period}. Tanda tegak di tiap baris adalah target indikator itu."
    )
    local = {code: item for code, item in found.items() if item.indicator.level == "desa"}
    if local:
        section(f"{what} per desa (kontribusi desa)")
        show_html(at, f"matriks {programme}", lambda: _matrix(at, local), how=("Cakupan", "Putusan"))
        download_excel(
            lambda: excel_of(at, {what: excel_tables.matrix_sheet(local)}, what),
            f"{name}_{at.year}-{at.month:02d}.xlsx",
            key=f"unduh_{name}",
        )
    return local


def _matrix(at: Scope, found: dict[str, Assessment]) -> str:
    order = composite(at).sort_values("rank")["desa_id"].tolist() or panel(at).desa["desa_id"].tolist()
    return status_matrix(found, order, address=lambda kind, item: address_of(at, kind, item), files=file_names(at))


def _detail(at: Scope, codes: Sequence[str], programme: str, title: str) -> None:
    """One indicator of the programme with its PWS chart, table and trend."""
    section(title)
    picked, _ = st.columns([3, 2])
    with picked:
        found = assessment(at, choose_indicator(at, codes, programme))
    st.html(f'<p class="lk-inti">{escape(finding(found))}</p>')
    _one(at, found)


def _one(at: Scope, found: Assessment) -> None:
    """What is shown of one indicator under its finding, in the form of its kind."""
    if found.indicator.kind == "month":
        _counts(at, found)
        return
    say_puskesmas(at, found)
    if found.indicator.kind == "status":
        st.html(frames.yes_no_html(found, address=desa_links(at)))
        reading_help(STATUS_HELP, "layanan")
        return
    show_pws(at, found)
    show_table(at, found)
    show_trend(at, found)
    show_help(found, *(("layanan",) if found.indicator.programme in MANY else ()), "pws")


def _spm(at: Scope) -> None:
    local = _services(at, "spm", "SPM", "spm")
    if local:
        _detail(at, list(local), "spm", "Satu layanan per desa")


def _sanitation(at: Scope) -> None:
    local = _services(at, "sanitasi", "Sanitasi (STBM)", "sanitasi")
    if local:
        _detail(at, list(local), "sanitasi", "Satu pilar per desa")


def _school(at: Scope) -> None:
    local = _services(at, "anak_sekolah", "Anak sekolah & remaja", "anak_sekolah")
    if local:
        st.html(f'<p class="lk-lingkup">{SCHOOL_MONTHS}</p>')
        _detail(at, list(local), "anak_sekolah", "Satu indikator per desa")


def _phbs(at: Scope) -> None:
    codes = codes_with_data(at, "phbs")
    if not codes:
        _empty(at, "PHBS")
        return
    head = st.container()
    found = assessment(at, codes[0] if len(codes) == 1 else choose_indicator(at, codes, "phbs"))
    with head:
        page_head(finding(found), at, reported_sentence(found))
    _one(at, found)


def _disease(at: Scope) -> None:
    codes = codes_with_data(at, "penyakit")
    if not codes:
        _empty(at, "Penyakit menular")
        return
    head = st.container()
    picked, _ = st.columns([3, 2])
    with picked:
        found = assessment(at, choose_indicator(at, codes, "penyakit"))
    counted = found.indicator.kind in COUNT_KINDS
    with head:
        page_head(counts_finding(found) if counted else finding(found), at, reported_sentence(found))
    if counted:
        _counts(at, found)
        return
    _one(at, found)


def _counts(at: Scope, found: Assessment) -> None:
    """A disease as counts beside last year's same month, with the honest note on a rise."""
    notes = kept(at, f"catatan {found.indicator.code}", lambda: _notes(at, found))
    if notes.get(0):
        st.html(f'<p class="lk-lingkup">{escape(notes[0])}</p>')
    picked, _ = st.columns([2, 3])
    with picked:
        desa_id = choose_desa(at, label="Wilayah", whole=at.puskesmas, key="wilayah")
    code, alt = found.indicator.code, counts_finding(found)
    show_chart(at, f"jumlah_{code}", alt, lambda narrow: count_bars(found, desa_id, narrow=narrow), how=("Kewaspadaan dini",), of=str(desa_id))
    source_line(
        f"Jumlah per bulan, bukan persen: beberapa kasus per desa terlalu sedikit untuk persen. Data s.d. {at.period}."
    )
    section("Tabel per desa")
    of_desa = {desa_id: note for desa_id, note in notes.items() if desa_id}
    files, links = file_names(at), desa_links(at)
    show_html(at, f"jumlah {code}", lambda: counts_html(found, address=links, files=files, notes=of_desa))
    name = f"{found.indicator.code}_{at.year}-{at.month:02d}.xlsx"

    def sheets() -> dict[str, pd.DataFrame]:
        return {"Jumlah": counts_sheet(found), "Per bulan": excel_tables.monthly_sheet(found)}

    download_excel(lambda: excel_of(at, sheets(), found.indicator.label), name, key=f"unduh_{found.indicator.code}")
    reading_help(
        "- Batang hitam = bulan tahun ini; batang putih = bulan yang sama tahun lalu. Bulan tanpa batang belum dilaporkan.\n"
        "- Kenaikan bisa berarti wabah, bisa juga pencarian kasus yang lebih baik. "
        "Catatan muncul bila kenaikan jarang terjadi secara kebetulan; pastikan ke lapangan.",
        "jumlah",
    )
    next_steps({"agenda": "Bawa ke agenda lokmin", "kualitas_data": "Periksa kelengkapan laporan"})


def _notes(at: Scope, found: Assessment) -> dict[int, str]:
    """desa_id -> what to say about a rise; the Puskesmas (0) always, a desa only where the rise is unusual."""
    if at.masked or found.indicator.kind != "month" or found.indicator.direction != "down":
        return {}
    table = early_warning(panel(at), at.year, at.month, [found.indicator.code])
    return {int(row.desa_id): str(row.note) for row in table.itertuples() if row.level or row.desa_id == 0}


def _klaster(at: Scope) -> None:
    known = known_indicators(at)
    codes = [code for code in codes_with_data(at) if known[code].kind not in ("month", "status")]
    if not codes:
        _empty(at, "Klaster ILP")
        return
    numbers = sorted({known[code].klaster for code in codes if known[code].klaster in KLASTER})
    groups = {number: assessments(at, [code for code in codes if known[code].klaster == number]) for number in numbers}
    every = {code: item for group in groups.values() for code, item in group.items()}
    page_head(kept(at, "judul klaster", lambda: services_finding(every, "Klaster ILP", at.period)), at)
    for number, group in groups.items():
        section(KLASTER[number], services_finding(group, KLASTER[number].split(" ", 2)[2], at.period))
        show_chart(at, f"klaster_{number}", KLASTER[number], partial(_bars, at, group), how=SERVICES)
    st.html(verdict_legend())
    source_line(
        f"Sumber: laporan yang tersimpan, data s.d. {at.period}. Indikator dikelompokkan menurut klaster Integrasi Layanan Primer."
    )


    local = [code for code in codes if known[code].programme == "ilp"]
    if local:
        _detail(at, local, "ilp", "Posyandu dan kunjungan rumah per desa")


def _bars(at: Scope, group: dict[str, Assessment], narrow: bool) -> object:
    return service_bars(group, files=file_names(at), narrow=narrow)


def _own(at: Scope) -> None:
    codes = _own_codes(at)
    page_head("Indikator yang ditambahkan Puskesmas", at)
    _detail(at, codes, "lain", f"{len(codes)} indikator di luar {len(programmes())} program bawaan")
