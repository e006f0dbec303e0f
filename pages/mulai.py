"""Mulai: the first page of an empty store, with two ways in."""

import streamlit as st

from pages._shared.layout import page_head
from pages._shared.session import can_write, scope
from pages._shared.start import open_example, ways_in

at = scope()
page_head(
    "Dari laporan bulanan ke agenda lokmin" if at is None else f"Selamat datang di Puskesmas {at.puskesmas}",
    note="Unggah laporan Excel seperti adanya; dasbor membacanya, menilai tiap desa, dan menyusun bahan rapat.",
)
ways_in(has_data=at is not None, may_write=can_write(at.puskesmas_id if at else None))
if st.session_state.pop("buka_contoh", False):
    open_example()
