"""Indicators that a Puskesmas adds; everywhere else they behave like built-in ones."""

from __future__ import annotations

import streamlit as st

from lokmin_data.model import Indicator, Target
from lokmin_data.reference import programmes
from lokmin_data.reference.populations import populations
from pages._shared.acting import act
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store
from pages._shared.upload_columns import DIRECTIONS, KINDS, own_indicator

NO_POPULATION = ""


def indicators_section(at: Scope, allowed: bool) -> None:
    """The list of own indicators and the form for a new one."""
    section(
        "Indikator sendiri",
        "Indikator yang belum ada di daftar bawaan. Kolomnya dikenali di laporan lewat kata di judul kolom.",
    )
    own = get_store().own_indicators(at.puskesmas_id)
    if own:
        st.dataframe(
            [
                {
                    "Nama": i.label, "Program": programmes().get(i.programme, i.programme),
                    "Cara menghitung": KINDS.get(i.kind, i.kind), "Arah": DIRECTIONS[i.direction], "Kata di judul kolom": i.note,
                }
                for i in own
            ],
            hide_index=True, alt="Indikator sendiri",
        )  # fmt: skip
    else:
        st.markdown("Belum ada indikator sendiri.")
    if allowed:
        _form(at, own)
        _remove(at, own)


def _form(at: Scope, own: list[Indicator]) -> None:
    with st.form(f"indikator_{at.puskesmas_id}", border=True):
        st.markdown("**Indikator baru**")
        label = st.text_input("Nama indikator", max_chars=80, placeholder="Contoh: Kunjungan rumah ibu nifas")
        words = st.text_input(
            "Kata di judul kolom laporan",
            max_chars=160,
            placeholder="Contoh: KUNJUNGAN NIFAS; KN NIFAS",
            help="Beberapa ejaan dipisah titik koma.",
        )
        programme = st.selectbox("Program", list(programmes()), format_func=programmes().__getitem__)
        kind = st.selectbox("Cara menghitung", list(KINDS), format_func=KINDS.__getitem__)
        direction = st.selectbox("Arah", list(DIRECTIONS), format_func=DIRECTIONS.__getitem__)
        groups = [NO_POPULATION, *populations()]
        population = st.selectbox(
            "Sasaran (penyebut)",
            groups,
            format_func=lambda c: populations()[c].label if c else "dihitung di laporan itu sendiri",
        )
        target = st.number_input(f"Target {at.year} (%), boleh dikosongkan", 0.0, 1000.0, None)
        if st.form_submit_button("Tambahkan indikator", type="primary"):
            if not label.strip():
                st.error("Nama indikator belum diisi.")
            elif own_indicator(label, programme, kind, direction).code in {i.code for i in own}:
                st.error("Indikator dengan nama itu sudah ada.")
            else:
                new = own_indicator(label, programme, kind, direction, population=population, words=words.strip())
                act(
                    lambda who: _save(at, new, target, who),
                    f"Indikator {plain(new.label)} ditambahkan.",
                    at.puskesmas_id,
                )


def _save(at: Scope, new: Indicator, target: float | None, who: str) -> None:
    get_store().save_indicator(at.puskesmas_id, new, who)
    if target is not None:
        kept = get_store().targets(at.puskesmas_id)
        get_store().save_targets(
            at.puskesmas_id, [*kept, Target(new.code, at.year, float(target), "target Puskesmas", "S", True)], who
        )


def _remove(at: Scope, own: list[Indicator]) -> None:
    if not own:
        return
    labels = {i.code: i.label for i in own}
    gone = st.selectbox(
        "Hapus indikator",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        placeholder="Pilih indikator",
        key="hapus_indikator",
    )
    if gone:
        st.markdown("Angka yang sudah tersimpan tidak hilang, tetapi tidak lagi ditampilkan.")
        if st.button(f"Hapus {plain(labels[gone])}", key="hapus_indikator_tombol"):
            act(
                lambda who: get_store().remove_indicator(at.puskesmas_id, gone, who),
                "Indikator dihapus dari daftar.",
                at.puskesmas_id,
            )
