"""Cadangan data: a backup now, the list of backups, restore."""

import streamlit as st

from pages._shared.acting import show_message
from pages._shared.backup_panel import backup_now, restore_from
from pages._shared.layout import page_head, reading_help
from pages._shared.session import is_example, require_manager

page_head(
    "Cadangan data", note="Satu berkas memuat seluruh basis data: semua Puskesmas, laporan, agenda, RTL, dan akun."
)
show_message()
require_manager()
if is_example():
    st.info("Data contoh tidak perlu dicadangkan; tutup data contoh untuk mengelola cadangan data Anda.")
else:
    backup_now()
    restore_from()
reading_help(
    "Cadangan dibuat sendiri setiap hari saat dasbor dijalankan (yang lama disisihkan bertahap). Unduh cadangan secara berkala "
    "dan simpan di tempat lain, misalnya diska lepas yang disimpan di lemari. Saat memulihkan, keadaan sekarang dicadangkan lebih "
    "dahulu, sehingga pemulihan yang keliru dapat dibatalkan.",
    "cadangan",
)
