"""Mulai: the first page of an empty store, with two ways in."""

import streamlit as st

from lokmin_data.wording import puskesmas_name
from pages._shared.layout import page_head, reading_help
from pages._shared.session import can_write, scope
from pages._shared.start import open_example, ways_in
from pages._shared.tour import tour_again

at = scope()
page_head(
    "Dari laporan bulanan ke agenda lokmin" if at is None else f"Selamat datang di {puskesmas_name(at.puskesmas)}",
    note="Unggah laporan Excel seperti adanya; dasbor membacanya, menilai tiap desa, dan menyusun bahan rapat.",
)
tour_again()
ways_in(has_data=at is not None, may_write=can_write(at.puskesmas_id if at else None))
if st.session_state.pop("buka_contoh", False):
    open_example()
reading_help(
    "Data contoh boleh dicoba sesuka hati: tidak pernah bercampur dengan data Anda. Setiap halaman punya **Cara membaca** seperti ini di bagian "
    "bawah, dan kata bergaris titik-titik menjelaskan diri bila ditunjuk. Perkenalan singkat dapat diulang dengan tombol di bawah judul.",
    "mulai",
)
