"""The history of uploads: who, when, what; and taking one back."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from lokmin_data.reference import programmes
from lokmin_data.store.recompute import UNDONE
from lokmin_data.wording import date_text, number
from pages._shared.acting import act
from pages._shared.apart import told_apart
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store, person
from pages._shared.upload_words import SEVERITY_WORDS, months_text


def show_history(at: Scope | None, allowed: bool) -> None:
    """The table of uploads, newest first, and the question before one is taken back."""
    if at is None:
        return
    table = get_store().reports(at.puskesmas_id)
    section("Riwayat unggahan", f"{len(table)} unggahan" if len(table) else "Belum ada laporan yang disimpan.")
    if table.empty:
        return
    st.dataframe(
        _shown(table), hide_index=True, alt="Riwayat unggahan", height="auto",
        column_config={"Berkas": st.column_config.TextColumn(width=250)},  # so that the last column is in sight at 1366 px
    )  # fmt: skip
    names = told_apart({int(row.report_id): f"{row.file_name} · {_when(row.stored_at)}" for row in table.itertuples()})
    accepted = [int(row.report_id) for row in table.itertuples() if row.status != UNDONE]
    if not at.masked:  # the notes quote numbers
        _details(list(names), names)
    if allowed and accepted:
        _undo(at, accepted, names)


def _when(at: object) -> str:
    return f"{date_text(at)} pukul {at:%H.%M}" if at is not None and at == at else ""


def _months(months: list[str]) -> str:
    return months_text((int(text[:4]), int(text[5:7])) for text in months)


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    """The table as this browser may see it: the names of accounts are for those who have one."""
    titles = programmes()
    known = person().signed_in
    shown = pd.DataFrame({
        "Berkas": table["file_name"],
        "Program": [", ".join(titles.get(code, code) for code in codes) for codes in table["programme"]],
        "Bulan": [_months(months) for months in table["months"]],
        "Angka": [number(rows) for rows in table["rows"]],
        "Disimpan": [f"{at:%d-%m-%Y %H.%M}" for at in table["stored_at"]],  # short: who stored it and what became of it stand behind
        "Oleh": table["stored_by"],
        "Keadaan": [
            f"dibatalkan{f' oleh {row.undone_by}' if known else ''}, {_when(row.undone_at)}" if row.status == UNDONE else "berlaku"
            for row in table.itertuples()
        ],
    })  # fmt: skip
    return shown if known else shown.drop(columns="Oleh")


def _details(ids: list[int], names: dict[int, str]) -> None:
    with st.expander("Catatan saat sebuah berkas disimpan"):
        chosen = st.selectbox(
            "Unggahan",
            ids,
            format_func=names.__getitem__,
            key="riwayat_catatan",
            index=None,
            placeholder="Pilih unggahan",
        )
        if chosen is None:
            return
        problems = get_store().problems(chosen)
        rows = "".join(
            f"<li><b>{SEVERITY_WORDS.get(p['severity'], '')}.</b> {escape(p['message'])}</li>" for p in problems[:200]
        )
        st.html(f'<ul class="lk-langkah">{rows}</ul>' if rows else "<p>Tidak ada catatan.</p>")


def _undo(at: Scope, accepted: list[int], names: dict[int, str]) -> None:
    with st.expander("Batalkan sebuah unggahan"):
        chosen = st.selectbox(
            "Unggahan yang dibatalkan",
            accepted,
            format_func=names.__getitem__,
            key="riwayat_batal",
            index=None,
            placeholder="Pilih unggahan",
        )
        if chosen is None:
            return
        st.markdown(
            "Angkanya tidak berlaku lagi, dan angka dari unggahan sebelumnya (bila ada) berlaku kembali. Riwayatnya tetap terlihat."
        )
        sure = st.checkbox("Ya, saya yakin membatalkan unggahan ini", key=f"yakin_{chosen}")
        if st.button(f"Batalkan {plain(names[chosen])}", disabled=not sure, key=f"batal_{chosen}"):
            act(lambda who: get_store().undo_report(chosen, who), "Unggahan dibatalkan.", at.puskesmas_id)
