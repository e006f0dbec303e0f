"""The two ways in: upload a report, or open the example data."""

from __future__ import annotations

import streamlit as st

from lokmin_data.model import LokminError
from pages._shared.layout import section
from pages._shared.plain import plain
from pages._shared.session import choose_data, is_example, store_of


def ways_in(*, has_data: bool, may_write: bool) -> None:
    """Both ways with one button each, side by side on a wide screen."""
    left, right = st.columns(2, gap="large")
    with left:
        section("Unggah laporan")
        st.markdown(
            "Mulai dengan laporan Puskesmas Anda sendiri: imunisasi, gizi, KIA, atau program lain. "
            "Puskesmas dan daftar desanya dibuat dari laporan pertama."
        )
        if st.button("Unggah laporan", type="primary", key="ke_unggah"):
            choose_data(example=False)
            st.switch_page("pages/unggah.py")
        if may_write:
            st.page_link("pages/pengaturan.py", label="atau siapkan Puskesmas lebih dahulu (nama, desa, sasaran, target)")
    with right:
        section("Buka data contoh")
        st.markdown("Puskesmas karangan dengan 12 desa dan 18 bulan laporan. Cocok untuk mencoba; tidak pernah bercampur dengan data Anda.")
        if is_example():
            if st.button("Tutup data contoh", key="tutup_contoh"):
                choose_data(example=False)
                st.rerun()
        elif st.button("Buka data contoh", key="buka_contoh_tombol"):
            open_example()
    if has_data:
        st.page_link("pages/ringkasan.py", label="Lihat Ringkasan")


def open_example() -> None:
    """Build the example store where it is not there yet, and show it."""
    try:
        with st.spinner("Menyiapkan data contoh…"):
            _fill()
    except LokminError as error:
        st.error(plain(error))
        return
    choose_data(example=True)
    st.switch_page("pages/ringkasan.py", query_params={"data": "contoh"})


def _fill() -> None:
    """The example reports, read by the same reader as any upload; a filling that was cut short goes on."""
    from lokmin_data.example import fill_example, is_filled

    if not is_filled(store_of(True)):
        fill_example(store_of(True))
