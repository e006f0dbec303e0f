"""Prioritas masalah: USG, Hanlon or CARL with the room, prefilled from the data, ties shown, kept."""

import streamlit as st

from pages._shared.acting import show_message, writable
from pages._shared.layout import next_steps, page_head, reading_help
from pages._shared.meeting_data import choose_kind, load_meeting
from pages._shared.priority_panel import METHODS, priority_title, worksheet
from pages._shared.session import need_scope

HELP = (
    "**USG**: Urgency (mendesak), Seriousness (gawat), Growth (berkembang), masing-masing 1 sampai 5, dijumlahkan. "
    "**Hanlon**: (A besar masalah + B kegawatan) × C kemudahan penanggulangan × PEARL. **CARL**: ketersediaan sumber daya × kemudahan × "
    "kesiapan × pengaruh. Isian awal berasal dari data dan boleh diubah oleh ruang rapat; dasar isian awal tertulis di kolom terakhir. "
    "Nilai sama berarti peringkat sama; ruang rapat yang memutuskan."
)

at = need_scope()
kind = choose_kind()
meeting = load_meeting(at, kind)
page_head(priority_title(meeting), at)
show_message()
allowed = writable(at.puskesmas_id)
method = st.segmented_control(
    "Cara", list(METHODS), default="usg", format_func=lambda m: METHODS[m].label, key="cara_prioritas", required=True
)
worksheet(meeting, method, allowed)
next_steps({"presentasi": "Tayangkan hasilnya", "rtl": "Susun RTL"})
reading_help(HELP, "prioritas")
