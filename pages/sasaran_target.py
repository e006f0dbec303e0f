"""Sasaran & target: the desa list with its spellings, sasaran per year, targets with their source."""

import streamlit as st

from pages._shared.acting import show_message, writable
from pages._shared.areas_desa import desa_section
from pages._shared.areas_sasaran import sasaran_section
from pages._shared.areas_target import target_section
from pages._shared.layout import page_head, reading_help
from pages._shared.session import need_scope

PARTS = {"desa": "Desa", "sasaran": "Sasaran", "target": "Target"}

at = need_scope()
page_head("Sasaran & target", at)
show_message()
allowed = writable(at.puskesmas_id)
part = st.segmented_control(
    "Bagian", list(PARTS), default="desa", format_func=PARTS.__getitem__, key="bagian", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
if part == "desa":
    desa_section(at.puskesmas_id, at.version, allowed)
elif part == "sasaran":
    sasaran_section(at, allowed)
else:
    target_section(at, allowed)
reading_help(
    "**Sasaran** adalah jumlah orang yang seharusnya dilayani setahun; cakupan = jumlah yang dilayani dibagi sasaran. "
    "**Proyeksi** adalah perkiraan dari Pusdatin atau Dinas Kesehatan, **riil** hasil pendataan. Bila laporan sendiri memuat "
    "sasaran, sasaran itu dipakai untuk tahun yang sama selama yang lain belum diisi.\n\n"
    "**Target** berlaku sejak tahunnya sampai ada yang lebih baru. Target berjalan = target tahunan × bulan / 12.",
    "sasaran",
)
