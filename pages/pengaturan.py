"""Pengaturan: a new Puskesmas, identity, rules, own indicators, what is remembered, accounts, moving a Puskesmas."""

import streamlit as st

from pages._shared.acting import show_message, writable
from pages._shared.layout import page_head, reading_help
from pages._shared.session import scope
from pages._shared.settings_accounts import accounts_section
from pages._shared.settings_identity import identity_section
from pages._shared.settings_indicators import indicators_section
from pages._shared.settings_map import map_section
from pages._shared.settings_memory import memory_section
from pages._shared.settings_move import move_section
from pages._shared.settings_rules import rules_section
from pages._shared.settings_setup import setup_section

PARTS = {
    "identitas": "Identitas & kop", "aturan": "Aturan", "indikator": "Indikator sendiri", "ingatan": "Yang diingat",
    "peta": "Peta", "akun": "Akun", "baru": "Puskesmas baru", "pindah": "Pindah & salin",
}  # fmt: skip
WITHOUT_PUSKESMAS = ("baru", "akun", "pindah")

at = scope()
page_head("Pengaturan", at)
show_message()
allowed = writable(at.puskesmas_id if at else None)
parts = list(PARTS) if at else list(WITHOUT_PUSKESMAS)
part = st.segmented_control(
    "Bagian", parts, default=parts[0], format_func=PARTS.__getitem__, key="bagian_pengaturan", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
if part == "baru" and allowed:
    setup_section()
elif part == "identitas":
    identity_section(at, allowed)
elif part == "aturan":
    rules_section(at, allowed)
elif part == "indikator":
    indicators_section(at, allowed)
elif part == "ingatan":
    memory_section(at, allowed)
elif part == "peta":
    map_section(at, allowed)
elif part == "akun":
    accounts_section(at)
elif part == "pindah":
    move_section(at)
reading_help(
    "**Identitas** dipakai di kop semua dokumen. **Aturan** mengubah cara menilai (nilai bawaan mengikuti pedoman). **Indikator sendiri** "
    "menambah atau mengubah indikator Puskesmas. **Yang diingat** mendaftar arti kolom dan koreksi dari unggahan; "
    "semuanya dapat dilupakan lagi. **Pindah & salin** membawa satu Puskesmas ke komputer lain sebagai satu berkas.",
    "pengaturan",
)
