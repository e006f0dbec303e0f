"""A new Puskesmas on one screen: its name, its desa, and off it goes; everything else can follow."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lokmin_data.reading.desa_list import ListedDesa
from lokmin_data.store.names import fold
from lokmin_data.wording import listing, puskesmas_name
from pages._shared.acting import MESSAGE_KEY, act
from pages._shared.areas_desa import add_listed, choose_listed
from pages._shared.going import go_to
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.scope import KEYS, choose_puskesmas
from pages._shared.session import get_store

KEY = "baru"


def setup_section() -> None:
    """Identity and desa list; the button says what will be made."""
    section("Puskesmas baru", "Cukup nama dan daftar desa. Sasaran, target, dan logo dapat menyusul.")
    name = (
        st.text_input(
            "Nama Puskesmas", key=f"{KEY}_nama", max_chars=80, placeholder="Contoh: Sukamaju", persist_state="session"
        )
        or ""
    )
    taken = _taken(name)
    if taken:
        st.error(f"{plain(puskesmas_name(name))} sudah ada. Pilih di sisi kiri, atau beri nama lain.")
    kecamatan = st.text_input("Kecamatan", key=f"{KEY}_kecamatan", max_chars=80, persist_state="session") or ""
    kabupaten = st.text_input("Kabupaten/kota", key=f"{KEY}_kabupaten", max_chars=80, persist_state="session") or ""
    listed = choose_listed(KEY)
    if listed:
        st.markdown(
            f"**{len(listed)} desa:** {plain(listing([desa.name for desa in listed[:40]]))}{' …' if len(listed) > 40 else ''}"
        )
    else:
        st.markdown("Tanpa daftar desa pun boleh: daftar dibuat dari laporan pertama.")
    label = f"Buat {puskesmas_name(name) if name.strip() else 'Puskesmas …'}" + (f" dengan {len(listed)} desa" if listed else "")
    if st.button(plain(label), type="primary", disabled=not name.strip() or taken, key=f"{KEY}_buat"):
        act(lambda who: _make(name, kecamatan, kabupaten, listed, who), f"{plain(puskesmas_name(name))} dibuat.", rerun=False)
        if MESSAGE_KEY in st.session_state:
            go_to("sasaran_target" if listed else "unggah", drop=KEYS)


def _taken(name: str) -> bool:
    return bool(name.strip()) and fold(name) in {fold(known) for known in get_store().puskesmas()["name"]}


def _make(name: str, kecamatan: str, kabupaten: str, listed: Sequence[ListedDesa], who: str) -> int:
    puskesmas_id = get_store().add_puskesmas(name, kecamatan=kecamatan.strip(), kabupaten=kabupaten.strip(), who=who)
    if listed:
        add_listed(puskesmas_id, listed, who)
    choose_puskesmas(puskesmas_id)
    for part in ("nama", "kecamatan", "kabupaten"):
        st.session_state.pop(f"{KEY}_{part}", None)
    st.session_state.pop(f"tempel_{KEY}", None)
    return puskesmas_id
