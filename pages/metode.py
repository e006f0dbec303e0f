"""Cara menghitung: how every number of the app comes about, each with one worked example (docs/metode.md)."""

from pages._shared.layout import next_steps
from pages._shared.method import show_section

show_section()
next_steps({"ringkasan": "Kembali ke Ringkasan", "pengaturan": "Ubah aturan di Pengaturan"})
