"""Profil desa: all indicators of one desa, its trends, its RTL, one page to print, a text to send."""

import streamlit as st

from pages._shared.desa_profile import choose, show_downloads, show_indicators, show_rtl, show_title, show_trends

view = choose()
show_title(view)
show_indicators(view)
show_trends(view)
show_rtl(view)
with st.container(key="layar_saja_unduhan"):
    show_downloads(view)
