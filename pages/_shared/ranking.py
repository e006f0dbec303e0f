"""The parts of Peringkat desa: the composite of the headline indicators, or one indicator."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lokmin_data.charts import frames
from lokmin_data.charts import sheets as excel_tables
from lokmin_data.charts.findings import names, ranking_finding
from lokmin_data.charts.labels import short_label
from lokmin_data.charts.severity import ranking_bar
from lokmin_data.charts.tiles import heaviest_list
from pages._shared.export import excel_of
from pages._shared.filters import choose, desa_links
from pages._shared.kept import kept, show_chart, show_html
from pages._shared.layout import download_excel, next_steps, page_head, reading_help, section, source_line
from pages._shared.session import (
    Scope,
    assessment,
    codes_with_data,
    composite,
    file_names,
    known_indicators,
    need_scope,
    ranking,
)

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

ALL = "semua"
SCORE_HELP = (
    "- **Skor 0 sampai 100**: 0 = target tercapai dan laporan lengkap; mendekati 100 = baru separuh target di desa berukuran rata-rata.\n"
    "- **Kesenjangan (maks. 60)**: seberapa jauh desa ini dari target. Desa kecil diseimbangkan dulu dengan rata-rata Puskesmas supaya "
    "satu-dua anak tidak membuat angkanya melonjak.\n"
    "- **Beban (maks. 40)**: berapa orang lagi harus dijangkau agar target tercapai.\n"
    "- **Laporan kosong (maks. 10)**: 1 poin untuk tiap 10 % bulan yang belum dilaporkan, supaya tidak melapor bukan keuntungan.\n"
    "- **Rentang peringkat**: peringkat yang masih mungkin bila angka kecil dihitung ulang 2.000 kali dengan kebetulannya; "
    "peluang: hampir pasti (90 % ke atas), kemungkinan besar (70 sampai 90 %), mungkin (40 sampai 70 %).\n"
    "- **Perhatian khusus**: kursi keempat untuk desa kecil dengan capaian terendah yang belum masuk tiga besar."
)


@dataclass(frozen=True)
class View:
    """What is ranked: the table, and the one indicator where it is not the composite."""

    at: Scope
    table: pd.DataFrame
    found: Assessment | None
    labels: dict[str, str]
    head: st.delta_generator.DeltaGenerator


def choose_what() -> View:
    """The picker and the ranking that it asks for."""
    at = need_scope()
    known = known_indicators(at)
    codes = [
        code
        for code in codes_with_data(at)
        if known[code].level == "desa" and known[code].kind not in ("month", "status")
    ]
    if not codes:
        page_head("Peringkat desa: belum ada laporan", at)
        st.html('<p><a class="ke" href="unggah">Unggah laporan</a> untuk melihat peringkat.</p>')
        st.stop()
    head = st.container()
    picked, _ = st.columns([3, 2])
    with picked:
        code = choose(
            "Yang diperingkat",
            {ALL: "Gabungan semua indikator"} | {code: known[code].label for code in codes},
            "peringkat",
        )
    labels = {code: short_label(known[code]) for code in codes}
    if code == ALL:
        return View(at, composite(at), None, labels, head)
    found = assessment(at, str(code))
    return View(at, ranking(at, [str(code)]), found, labels, head)


def show_title(view: View) -> None:
    """The heaviest desa as the title; who cannot be ranked below it."""
    what = short_label(view.found.indicator) if view.found is not None else ""
    silent = view.table.loc[view.table["verdict"] == "belum_ada_data", "desa"].tolist()
    with view.head:
        page_head(
            ranking_finding(view.table, view.at.period, what),
            view.at,
            f"belum ada data: {names(silent)}" if silent else "",
        )


def _what(view: View) -> str:
    return view.found.indicator.code if view.found is not None else ALL


def _table(view: View) -> pd.DataFrame:
    return frames.with_numbers(view.table, view.found) if view.found is not None else view.table


def show_ranking(view: View) -> None:
    """The stacked bars."""
    single = view.found is not None
    table = kept(view.at, f"peringkat {_what(view)}", lambda: _table(view))
    unit = view.found.indicator.unit if single else "orang"
    down = single and view.found.indicator.direction == "down"
    show_chart(
        view.at,
        "peringkat_desa",
        f"Peringkat desa, {view.at.period}",
        lambda narrow: ranking_bar(table, unit=unit, composite=not single, down=down, narrow=narrow),
        how=("Skor", *(() if single else ("Gabungan indikator",)), "Rentang peringkat", "Kursi agenda"),
        of=_what(view),
    )
    source_line(
        f"Skor dari laporan yang tersimpan, data s.d. {view.at.period}. "
        "Angka di ujung batang: skor, putusan, orang yang masih harus dijangkau, rentang peringkat."
    )


def show_seats(view: View) -> None:
    """Why these desa."""
    section("Mengapa desa ini")
    show_html(view.at, f"mengapa {_what(view)}", lambda: heaviest_list(view.table, desa_links(view.at)))


def show_table(view: View) -> None:
    """The ranking as a table and its download."""
    section("Tabel peringkat")
    show_html(
        view.at,
        f"tabel peringkat {_what(view)}",
        lambda: frames.ranking_html(view.table, address=desa_links(view.at), labels=view.labels),
    )
    what = escape(view.found.indicator.label) if view.found is not None else "gabungan semua indikator"

    def sheets() -> dict[str, pd.DataFrame]:
        status = {} if view.found is None else {"Status": excel_tables.status_sheet(view.found, file_names(view.at))}
        return {"Peringkat": excel_tables.ranking_sheet(view.table), **status}

    download_excel(
        lambda: excel_of(view.at, sheets(), f"Peringkat desa, {what}"),
        f"peringkat_{view.at.year}-{view.at.month:02d}.xlsx",
    )


def show_help() -> None:
    """'Cara membaca' and what comes next."""
    reading_help(SCORE_HELP, "peringkat")
    next_steps({"agenda": "Susun agenda lokmin dari desa terberat", "rtl": "Catat rencana aksi (RTL)"})
