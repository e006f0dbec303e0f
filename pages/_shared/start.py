"""The two ways in: upload a report, or open the example data."""

from __future__ import annotations

import streamlit as st

from lokmin_data.model import LokminError
from pages._shared.going import go_to
from pages._shared.layout import link, section
from pages._shared.plain import plain
from pages._shared.scope import KEYS
from pages._shared.session import DATA_KEY, EXAMPLE, choose_data, is_example, store_of


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
            was_example = is_example()
            choose_data(example=False)
            go_to("unggah", drop=(DATA_KEY, *KEYS) if was_example else ())
        if may_write:
            st.html(f"<p>{link('pengaturan', 'atau siapkan Puskesmas lebih dahulu')}</p>")
    with right:
        section("Buka data contoh")
        st.markdown(
            "Puskesmas karangan dengan 12 desa dan 18 bulan laporan. Cocok untuk mencoba; tidak pernah bercampur dengan data Anda."
        )
        if is_example():
            if st.button("Tutup data contoh", key="tutup_contoh"):
                choose_data(example=False)
                go_to("mulai", drop=(DATA_KEY, *KEYS))
        elif st.button("Buka data contoh", key="buka_contoh_tombol"):
            open_example()
    if has_data:
        st.html(f"<p>{link('ringkasan', 'Lihat Ringkasan')}</p>")


def open_example() -> None:
    """Build the example store where it is not there yet, and show it."""
    try:
        with st.spinner("Menyiapkan data contoh…"):
            _fill()
    except LokminError as error:
        st.error(plain(error))
        return
    choose_data(example=True)
    go_to("ringkasan", drop=KEYS, data=EXAMPLE)


def _fill() -> None:
    """The example reports, read by the same reader as any upload; a filling that was cut short goes on."""
    from lokmin_data.example import fill_example, is_filled

    if not is_filled(store_of(True)):
        fill_example(store_of(True))
