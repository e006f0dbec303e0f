"""Peta desa: the verdict of one indicator on the Puskesmas' own map."""

import streamlit as st

from pages._shared.layout import next_steps, page_head, reading_help, source_line
from pages._shared.map_panel import choose_map_indicator, draw_map, map_title
from pages._shared.session import get_store, need_scope

at = need_scope()
stored = get_store().geojson(at.puskesmas_id)
code = choose_map_indicator(at)
page_head(map_title(at, code), at)
if not stored or not stored.get("wilayah"):
    st.info(
        "Peta belum diunggah. Semua angka tetap tersedia di halaman lain; unggah batas desa (GeoJSON) di Pengaturan, bagian Peta."
    )
elif code:
    draw_map(at, code, stored["wilayah"])
    source_line(
        "Batas desa: berkas GeoJSON yang diunggah Puskesmas. Warna menurut interval Wilson 95 % terhadap target."
    )
next_steps({"peringkat": "Lihat peringkat desa", "pengaturan": "Ganti peta di Pengaturan"})
reading_help(
    "Warna dan simbol sama di semua halaman: ▼▼ jelas di bawah target, ▼ dan ▲ belum pasti, ▲▲ jelas tercapai, arsir belum ada data.",
    "peta",
)
