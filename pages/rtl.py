"""Rencana aksi (RTL): what was agreed, whether it was done, and whether the number moved."""

import streamlit as st

from pages._shared.acting import show_message, writable
from pages._shared.layout import next_steps, page_head, reading_help
from pages._shared.meeting_data import choose_kind, load_meeting
from pages._shared.rtl_panels import follow_panel, own_panel, year_panel
from pages._shared.rtl_title import rtl_title
from pages._shared.session import need_scope

PARTS = {"ini": "RTL lokmin ini", "lalu": "Tindak lanjut", "tahun": "Setahun"}

at = need_scope()
kind = choose_kind()
meeting = load_meeting(at, kind, for_room=False)
page_head(rtl_title(meeting), at)
show_message()
allowed = writable(at.puskesmas_id)
part = st.segmented_control(
    "Bagian", list(PARTS), default="lalu" if len(meeting.follow) else "ini", format_func=PARTS.__getitem__, key="bagian_rtl", required=True,
    label_visibility="collapsed",
)  # fmt: skip
if part == "ini":
    own_panel(meeting, allowed)
elif part == "lalu":
    follow_panel(meeting)
else:
    year_panel(meeting)
next_steps({"agenda": "Unduh RTL dan berita acara", "presentasi": "Tayangkan di rapat"})
reading_help(
    "Setiap kegiatan terikat pada **desa dan indikator**: data awal diambil dari bulan rapat, dan pada lokmin berikutnya angka yang sama "
    "dibandingkan lagi. Kegiatan tanpa penanggung jawab, batas waktu, atau target terukur ditandai **tidak lengkap**. Lewat waktu 3 hari: "
    "ingatkan penanggung jawab; 30 hari: bawa ke Kepala Puskesmas; 60 hari: bawa ke Camat.",
    "rtl",
)
