"""The list of pages, in the order of the meeting; a page is registered as soon as its file exists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

PAGES_FOLDER = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Entry:
    """One page: its group in the menu, file (without .py, also its URL) and title.

    `only_with`: a condition of `dashboard.py` under which it is shown (``banyak_puskesmas``, ``jaringan``).
    """

    group: str
    file: str
    title: str
    only_with: str = ""


ENTRIES = (
    Entry("", "mulai", "Mulai"),
    Entry("Rapat", "ringkasan", "Ringkasan"),
    Entry("Rapat", "imunisasi", "Imunisasi"),
    Entry("Rapat", "stunting", "Stunting & gizi balita"),
    Entry("Rapat", "gizi_ibu_hamil", "Gizi ibu hamil"),
    Entry("Rapat", "spm_program_lain", "SPM & program lain"),
    Entry("Rapat", "peringkat", "Peringkat desa"),
    Entry("Rapat", "profil", "Profil desa"),
    Entry("Rapat", "peta", "Peta desa"),
    Entry("Rapat", "prioritas", "Prioritas masalah"),
    Entry("Rapat", "agenda", "Agenda lokmin"),
    Entry("Rapat", "rtl", "Rencana aksi (RTL)"),
    Entry("Rapat", "presentasi", "Mode presentasi"),
    Entry("Rapat", "banding", "Banding Puskesmas", only_with="banyak_puskesmas"),
    Entry("Data", "unggah", "Unggah laporan"),
    Entry("Data", "kualitas_data", "Kualitas data"),
    Entry("Data", "sasaran_target", "Sasaran & target"),
    Entry("Data", "pengaturan", "Pengaturan"),
    Entry("Data", "cadangan", "Cadangan data"),
    Entry("Data", "audit", "Jejak perubahan"),
    Entry("Data", "metode", "Cara menghitung"),
    Entry("Data", "masuk", "Masuk", only_with="jaringan"),
)


def build_menu(start: str, allowed: Callable[[Entry], bool]) -> dict[str, list[st.Page]]:
    """The pages by group for `st.navigation`; the root address shows the page `start` under a hidden entry.

    Every page keeps an address of its own: Streamlit has none for a default page, and links to it would fail.
    """
    present = [entry for entry in ENTRIES if (PAGES_FOLDER / f"{entry.file}.py").exists() and allowed(entry)]
    files = [entry.file for entry in present]
    first = start if start in files else files[0]
    menu = {
        "": [st.Page(f"pages/{first}.py", title="Dasbor Lokmin", url_path="awal", default=True, visibility="hidden")]
    }
    for entry in present:
        menu.setdefault(entry.group, []).append(
            st.Page(f"pages/{entry.file}.py", title=entry.title, url_path=entry.file)
        )
    return menu
