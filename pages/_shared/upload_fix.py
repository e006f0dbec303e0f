"""On Unggah laporan: 'Perbaiki angka ini' at a problem, and the corrections that hold for the file, each removable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from lokmin_data.model import LokminError, Problem, Reading, with_corrections
from lokmin_data.reading.records.memory import place_of
from pages._shared.access import LOCAL_ACCOUNT
from pages._shared.acting import MESSAGE_KEY, act
from pages._shared.correction_words import (
    FILE,
    FORM,
    LONGEST_BY,
    LONGEST_WHY,
    USED,
    Seen,
    changed_words,
    correctable,
    correction,
    reach_words,
    seen_cell,
    told_corrections,
    typed_value,
    why_refused,
)
from pages._shared.layout import link
from pages._shared.plain import plain
from pages._shared.session import get_store, person
from pages._shared.upload_batch import Item, answers
from pages._shared.upload_columns import remembered, session_memory

OPEN_KEY = "perbaiki"
TURN_KEY = "perbaiki_putaran"
NAME_KEY = "koreksi_oleh"


# --- what holds for the file ---------------------------------------------------------------------------------
def show_corrections(item: Item, reading: Reading, puskesmas_id: int | None) -> None:
    """The corrections that the reader used or found no error for, those without an error first."""
    pairs = told_corrections(reading, remembered(reading.layout, puskesmas_id).get("corrections", []))
    if not pairs:
        return
    st.markdown(f"**Koreksi pada berkas ini ({len(pairs)})**")
    for number, (record, problem) in enumerate(pairs):
        st.html(f'<ul class="lk-langkah"><li>{_told(record, problem)}</li></ul>')
        if st.button("Hapus koreksi ini", key=f"hapus_koreksi_{item.key}_{number}"):
            _remove(reading.layout, record, puskesmas_id)
    st.html(f"<p>{link('pengaturan', 'Semua yang diingat dari laporan', bagian_pengaturan='Yang diingat')}</p>")


def _told(record: Mapping[str, Any], problem: Problem) -> str:
    words = f"Lembar '{record.get('sheet')}', sel {record.get('cell')}: {changed_words(record)}"
    why = f"Alasan: {record.get('why')} ({record.get('by')}; berlaku untuk {reach_words(record)})."
    if problem.code == USED:
        return f"{escape(words)}. {escape(why)}"
    return (
        f"<b>Tidak dipakai.</b> {escape(words)}. Isi sel itu sekarang: {escape(problem.found)}, dan itulah yang dibaca. "
        f"Bila sumbernya sudah diperbaiki, hapus koreksi ini. {escape(why)}"
    )


def _remove(layout: str, record: Mapping[str, Any], puskesmas_id: int | None) -> None:
    fresh = session_memory().get(layout, {}).get("corrections", [])
    message = f"Koreksi sel {plain(record.get('cell'))} dihapus; berkas sudah dibaca ulang."
    if record in fresh:
        fresh.remove(record)
        st.session_state[MESSAGE_KEY] = message
        st.rerun()
    if puskesmas_id is not None:
        act(lambda who: get_store().forget_correction(puskesmas_id, layout, record, who), message, puskesmas_id)


# --- one more ------------------------------------------------------------------------------------------------
def offer_fix(item: Item, reading: Reading, problem: Problem) -> None:
    """Below a problem of a number: the button, and the form where it was pressed."""
    if not correctable(problem, reading):
        return
    kept, place = answers(item), (problem.sheet, problem.cell)
    if kept.get(OPEN_KEY) != place:
        if st.button("Perbaiki angka ini", key=f"perbaiki_{item.key}_{problem.sheet}_{problem.cell}_{problem.code}"):
            kept[OPEN_KEY] = place
            st.rerun()
        return
    with st.container(border=True, key=f"kotak_perbaiki_{item.key}"):
        _form(item, reading, problem)


def offer_others(item: Item, reading: Reading, problems: Sequence[Problem]) -> None:
    """The same for the problems of the long list, chosen by their cell."""
    fitting = sorted((each for each in problems if correctable(each, reading)), key=lambda each: (each.sheet, place_of(each.cell) or ()))
    places = {(each.sheet, each.cell): each for each in fitting}
    if not places:
        return
    turn = answers(item).setdefault(TURN_KEY, 0)
    chosen = st.selectbox(
        "Perbaiki angka di salah satu sel ini", list(places), index=None, placeholder="Pilih sel", key=f"perbaiki_lain_{item.key}_{turn}",
        format_func=lambda place: f"{place[0]}, sel {place[1]}",
    )  # fmt: skip
    if chosen is not None:
        _form(item, reading, places[chosen])


def _form(item: Item, reading: Reading, problem: Problem) -> None:
    key = f"{item.key}_{problem.sheet}_{problem.cell}"
    st.markdown(f"**Perbaiki angka di lembar {plain(problem.sheet)}**")
    cell = st.text_input(
        "Sel yang salah (boleh sel lain di lembar ini, misalnya angka desanya)", problem.cell, max_chars=10, key=f"sel_{key}"
    )
    seen = _look(item, problem, cell or "", reading)
    if seen.refused:
        st.info(seen.refused)
    else:
        st.html(f"<p>Di berkas, sel {escape(seen.cell)} berisi <b>{escape(seen.shown)}</b>.</p>")
        _fields(item, reading, seen, key)
    if st.button("Batal", key=f"batal_{key}"):
        _close(item)
        st.rerun()


def _look(item: Item, problem: Problem, cell: str, reading: Reading) -> Seen:
    """The cell in the file itself, before any correction; the opened file is kept for this visit."""
    from lokmin_data.reading.opening.book import open_book

    try:
        item.book = item.book or open_book(item.data, item.name)
    except LokminError as error:
        return Seen(problem.sheet, cell, refused=str(error))
    return seen_cell(item.book, problem.sheet, cell, {each.found for each in reading.problems if each.sheet == problem.sheet})


def _fields(item: Item, reading: Reading, seen: Seen, key: str) -> None:
    local = person().name == LOCAL_ACCOUNT
    with st.form(f"koreksi_{key}_{seen.cell}", border=False):
        typed = st.text_input("Angka yang benar", max_chars=20, placeholder="Contoh: 1.234,5")
        empty = st.checkbox("Kosongkan sel ini: angkanya memang belum ada (bukan nol)")
        why = st.text_input(
            "Mengapa diganti? (tanpa nama orang dan tanpa NIK)", max_chars=LONGEST_WHY, placeholder="Contoh: salah ketik menurut register Maret"
        )
        by = person().name
        if local:
            by = st.text_input("Diperbaiki oleh (nama atau jabatan petugas)", st.session_state.get(NAME_KEY, ""), max_chars=LONGEST_BY)
        words = {
            FILE: "Berkas ini saja",
            FORM: plain(f"Bentuk laporan ini, juga bulan berikutnya: selama lembar '{seen.sheet}' sel {seen.cell} masih berisi {seen.shown}"),
        }
        reach = st.radio("Berlaku untuk", [FILE, FORM], format_func=words.__getitem__)
        told = st.container()
        if st.form_submit_button("Pakai angka ini dan baca ulang", type="primary"):
            told.error(_take(item, reading, seen, (None if empty else typed or "", why or "", by or "", reach)))


def _take(item: Item, reading: Reading, seen: Seen, filled: tuple[str | None, str, str, str]) -> str:
    """Keep the correction for this visit and read the file again; returns only where something is missing, with what."""
    typed, why, by, reach = filled
    if refused := why_refused(why, by):
        return refused
    try:
        value = None if typed is None else typed_value(typed, seen)
        made = correction(seen, value, why, by, sha256=reading.sha256 if reach == FILE else "", today=date.today())
    except LokminError as error:
        return plain(error)
    remembered_now = session_memory().setdefault(reading.layout, {})
    remembered_now["corrections"] = with_corrections(remembered_now.get("corrections", []), [made])
    st.session_state[NAME_KEY] = by
    st.session_state[MESSAGE_KEY] = f"{plain(item.name)}: sel {seen.cell} diganti, {plain(changed_words(made))}. Berkas sudah dibaca ulang."
    _close(item)
    return st.rerun()


def _close(item: Item) -> None:
    """Close the form at its problem, and begin the list of cells anew."""
    answers(item).pop(OPEN_KEY, None)
    answers(item)[TURN_KEY] = answers(item).get(TURN_KEY, 0) + 1
