"""What is remembered of the forms of reports of this Puskesmas: meanings of columns, and corrections; each can be forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from lokmin_data.model import Indicator
from lokmin_data.reading.records.memory import IGNORE, told_cell
from lokmin_data.store.remembering import Form
from lokmin_data.wording import date_text
from pages._shared.acting import act
from pages._shared.correction_words import changed_words, reach_words
from pages._shared.layout import link, section
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store, known_indicators, person

IGNORED_WORDS = "diabaikan (tidak dibaca dan tidak ditanyakan)"
MASKED = "disamarkan"
#: So many forms are shown open.
FEW = 2


def memory_section(at: Scope, allowed: bool) -> None:
    """Every remembered form with what is remembered of it."""
    section(
        "Yang diingat dari laporan",
        "Jawaban Anda saat mengunggah: arti kolom dan judul, kolom yang diabaikan, dan koreksi angka. Dipakai tanpa bertanya lagi "
        "pada laporan yang bentuknya sama.",
    )
    forms = get_store().remembered_forms(at.puskesmas_id)
    if not forms:
        st.markdown("Belum ada yang diingat. Arti kolom dan koreksi yang Anda pilih di *Unggah laporan* akan terlihat di sini.")
    for number, form in enumerate(forms):
        name = form.file_name or f"Bentuk laporan yang belum tersimpan ({number + 1})"
        counted = f"{len(form.columns)} kolom atau judul, {len(form.corrections)} koreksi"
        with st.expander(f"{plain(name)} · {counted}", expanded=len(forms) <= FEW):
            _show_form(at, form, allowed)
    st.html(f"<p>Ejaan nama desa yang diingat ada di {link('sasaran_target', 'Sasaran & target')}.</p>")


def _show_form(at: Scope, form: Form, allowed: bool) -> None:
    by = f" oleh {plain(form.changed_by)}" if person().signed_in else ""
    st.caption(f"Terakhir berubah {date_text(form.changed_at)}{by}. Nama di atas adalah berkas terakhir yang tersimpan dengan bentuk ini.")
    if form.columns:
        known = known_indicators(at)
        meanings = {head: meaning_words(code, known) for head, code in form.columns.items()}
        rows = [{"Tulisan di laporan": head, "Artinya": words} for head, words in meanings.items()]
        st.dataframe(rows, hide_index=True, alt="Arti kolom dan judul yang diingat")
        if allowed:
            _forget_meaning(at, form, meanings)
    if form.corrections:
        lines = [correction_row(each, names=person().signed_in, masked=at.masked) for each in form.corrections]
        st.dataframe(lines, hide_index=True, alt="Koreksi angka yang diingat")
        if allowed:
            _forget_correction(at, form)


def meaning_words(code: str, known: Mapping[str, Indicator]) -> str:
    """What a remembered column means, in words."""
    if code == IGNORE:
        return IGNORED_WORDS
    return known[code].label if code in known else f"{code} (indikator ini sudah dihapus)"


def correction_row(record: Mapping[str, Any], *, names: bool, masked: bool) -> dict[str, str]:
    """A correction as a line of the table; `names`: who made it may be shown; `masked`: its numbers may not."""
    percent = bool(record.get("percent"))
    row = {
        "Lembar": str(record.get("sheet", "")), "Sel": str(record.get("cell", "")),
        "Di berkas": MASKED if masked else told_cell(record.get("expected"), percent),
        "Dipakai": MASKED if masked else told_cell(record.get("value"), percent),
        "Alasan": MASKED if masked else str(record.get("why", "")), "Oleh": str(record.get("by", "")), "Tanggal": _day(record.get("at")),
        "Berlaku untuk": reach_words(record),
    }  # fmt: skip
    return row if names else {name: text for name, text in row.items() if name != "Oleh"}


def _day(text: object) -> str:
    try:
        return date_text(date.fromisoformat(str(text)))
    except ValueError:
        return ""


def _forget_meaning(at: Scope, form: Form, meanings: Mapping[str, str]) -> None:
    head = st.selectbox(
        "Lupakan arti sebuah kolom atau judul", list(meanings), index=None, placeholder="Pilih kolom", key=f"lupa_{form.layout}",
        format_func=lambda head: f"{head}: {meanings[head]}",
        help="Pada unggahan berikutnya kolom itu ditanyakan lagi. Angka yang sudah tersimpan tidak berubah.",
    )  # fmt: skip
    if head is not None and st.button("Lupakan arti ini", key=f"tombol_lupa_{form.layout}"):
        act(
            lambda who: get_store().forget_meaning(at.puskesmas_id, form.layout, head, who),
            f"Arti kolom {plain(head)} dilupakan; kolom itu ditanyakan lagi pada unggahan berikutnya.",
            at.puskesmas_id,
        )


def _forget_correction(at: Scope, form: Form) -> None:
    listed = list(form.corrections)
    number = st.selectbox(
        "Hapus sebuah koreksi", range(len(listed)), index=None, placeholder="Pilih koreksi", key=f"hapus_koreksi_{form.layout}",
        format_func=lambda n: f"{listed[n].get('sheet')}, sel {listed[n].get('cell')}: {changed_words(listed[n])} ({reach_words(listed[n])})",
        help="Pada unggahan berikutnya angka di berkas dibaca apa adanya. Angka yang sudah tersimpan tidak berubah.",
    )  # fmt: skip
    if number is not None and st.button("Hapus koreksi ini", key=f"tombol_hapus_koreksi_{form.layout}"):
        chosen = listed[number]
        act(
            lambda who: get_store().forget_correction(at.puskesmas_id, form.layout, chosen, who),
            f"Koreksi sel {plain(chosen.get('cell'))} dihapus. Angka yang sudah tersimpan tidak berubah.",
            at.puskesmas_id,
        )
