"""What was read of one report, shown for confirmation: problems, numbers beside their cells, the picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

from lokmin_data.model import Indicator, Problem, Reading
from lokmin_data.wording import month_name, number
from pages._shared.correction_words import UNUSED, USED
from pages._shared.upload_batch import Item
from pages._shared.upload_fix import offer_fix, offer_others
from pages._shared.upload_grid import grid_html
from pages._shared.upload_words import BASIS_WORDS, SEVERITY_WORDS, is_total_problem, ordered_problems

FIRST_PROBLEMS = 5
PRIVACY = (
    "Berkas ini memuat data perorangan. Yang disimpan hanya jumlah per desa di bawah ini; nama, NIK, alamat, dan tanggal "
    "lahir tidak disimpan, tidak dicatat, dan hilang begitu halaman ini ditutup."
)


def show_problems(problems: Sequence[Problem], item: Item, reading: Reading) -> None:
    """The problems, those of totals first; the first few open, the rest on demand; numbers can be corrected there."""
    ordered = ordered_problems(one for one in problems if one.code not in (USED, UNUSED))
    if not ordered:
        st.markdown("Tidak ada masalah yang ditemukan pada berkas ini.")
        return
    totals = sum(map(is_total_problem, ordered))
    head = f"{len(ordered)} hal perlu dilihat" + (f", {totals} di antaranya jumlah yang tidak cocok" if totals else "")
    st.markdown(f"**{head}**")
    for problem in ordered[:FIRST_PROBLEMS]:
        st.html(_problem_list([problem]))
        offer_fix(item, reading, problem)
    if len(ordered) > FIRST_PROBLEMS:
        with st.expander(f"Lihat {len(ordered) - FIRST_PROBLEMS} lainnya", key=f"masalah_{item.key}"):
            st.html(_problem_list(ordered[FIRST_PROBLEMS:300]))
            offer_others(item, reading, ordered[FIRST_PROBLEMS:300])


def _problem_list(problems: Sequence[Problem]) -> str:
    rows = "".join(
        f"<li><b>{SEVERITY_WORDS.get(problem.severity, '')}.</b> {escape(problem.message)}{_beside(problem)}</li>"
        for problem in problems
    )
    return f'<ul class="lk-langkah">{rows}</ul>'


def _beside(problem: Problem) -> str:
    """Printed and right, where the message does not already say both."""
    if (
        not problem.found
        or not problem.expected
        or (problem.found in problem.message and problem.expected in problem.message)
    ):
        return ""
    return f" Tertulis {escape(problem.found)}, seharusnya {escape(problem.expected)}."


def show_numbers(reading: Reading, known: Mapping[str, Indicator], item: Item) -> None:
    """The numbers as they will be stored, each beside its cell; one indicator at a time, worst totals first."""
    table = reading.observations
    if table.empty:
        return
    codes = list(dict.fromkeys(table["indicator"]))
    chosen = st.selectbox(
        f"Angka yang terbaca ({len(codes)} indikator)", ["", *codes], key=f"lihat_{item.key}",
        format_func=lambda code: known[code].label if code in known else code or "Semua indikator",
    )  # fmt: skip
    shown = _numbers(table if not chosen else table.loc[table["indicator"] == chosen], known)
    st.dataframe(
        shown, hide_index=True, height=320, placeholder="–", alt=f"Angka yang terbaca dari {item.name}",
        column_config={
            "Angka": st.column_config.NumberColumn(format="localized"),
            "Sasaran": st.column_config.NumberColumn(format="localized"),
            "% tercetak": st.column_config.NumberColumn(format="localized"),
        },
    )  # fmt: skip
    _printed_totals(reading, chosen)


def _numbers(table: pd.DataFrame, known: Mapping[str, Indicator]) -> pd.DataFrame:
    months = [month_name(int(month)) if pd.notna(month) else "" for month in table["month"]]
    return pd.DataFrame({
        "Desa": table["area"].astype(str),
        "Indikator": [known[code].label if code in known else code for code in table["indicator"]],
        "Bulan": months,
        "Tahun": [str(int(year)) if pd.notna(year) else "" for year in table["year"]],
        "Jenis": [BASIS_WORDS.get(basis, basis) for basis in table["basis"]],
        "L/P": ["semua" if sex in ("T", "") else sex for sex in table["sex"]],
        "Angka": table["numerator"], "Sasaran": table["denominator"], "% tercetak": table["percent"],
        "Lembar": table["sheet"], "Sel": table["cell"],
    })  # fmt: skip


def _printed_totals(reading: Reading, code: str) -> None:
    """The printed totals beside the sums of what was read, for one indicator."""
    totals = reading.totals
    if not code or totals.empty or "indicator" not in totals:
        return
    keys, undated = ["year", "month", "basis", "sex"], {"year": 0, "month": 0}
    desa = reading.observations.query("level != 'puskesmas' and indicator == @code").fillna(undated)
    sums = desa.groupby(keys, dropna=False)["numerator"].sum(min_count=1)
    lines = []
    for row in totals.loc[totals["indicator"] == code].fillna(undated).itertuples():
        total = sums.get(tuple(getattr(row, key) for key in keys))
        if total is not None and row.numerator == row.numerator:
            fits = abs(total - row.numerator) < 1e-6
            word = "sama dengan" if fits else "TIDAK sama dengan"
            lines.append(f"{number(total)} {word} jumlah tercetak {number(row.numerator)} ({row.sheet}!{row.cell})")
    if lines:
        st.html(f'<p class="lk-sumber">Jumlah desa: {escape("; ".join(lines[:6]))}.</p>')


def show_by_name(reading: Reading) -> None:
    """The sentence about persons; the counts follow as for any report."""
    if reading.by_name:
        st.info(PRIVACY)


def show_picture(reading: Reading, item: Item) -> None:
    """The sheet as a grid with what was understood painted on it; drawn only when it is opened."""
    drawn = sorted((sheet for sheet in reading.sheets if sheet.cells), key=lambda sheet: sheet.status != "read")
    if not drawn:
        return
    box = st.expander("Gambar lembar: apa yang dipahami", key=f"gambar_{item.key}", on_change="rerun")
    if not box.open:
        return
    with box:
        chosen = drawn[0]
        if len(drawn) > 1:
            names = [sheet.name for sheet in drawn]
            chosen = drawn[names.index(st.selectbox("Lembar", names, key=f"lembar_{item.key}"))]
        st.html(grid_html(chosen))
    _sheets_left(reading)


def _sheets_left(reading: Reading) -> None:
    words = {
        "skipped": "dilewati",
        "empty": "kosong",
        "duplicate": "salinan lembar lain",
        "by_name": "data perorangan, dihitung per desa",
    }
    told = [f"{sheet.name} ({words[sheet.status]})" for sheet in reading.sheets if sheet.status in words]
    if told:
        st.html(f'<p class="lk-sumber">Lembar lain: {escape(", ".join(told[:20]))}.</p>')
