"""The list of pages, in the order of the meeting; a page is registered as soon as its file exists."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

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
    present = [entry for entry in ENTRIES if _exists(entry.file) and allowed(entry)]
    files = [entry.file for entry in present]
    first = start if start in files else files[0]
    menu = {"": [_page(first, "Dasbor Lokmin", "awal", default=True, visibility="hidden")]}
    for entry in present:
        menu.setdefault(entry.group, []).append(_page(entry.file, entry.title, entry.file))
    return menu


@cache
def _exists(file: str) -> bool:
    return (PAGES_FOLDER / f"{file}.py").exists()


def _page(file: str, title: str, address: str, **more: Any) -> st.Page:
    """A page of this visit: `st.navigation` marks it as the one to run, so that each run needs its own.

    Streamlit looks for the file of every page in every run of the script, which takes longer than the smaller pages.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:  # without a visitor Streamlit makes half a page only
        return st.Page(f"pages/{file}.py", title=title, url_path=address, **more)
    return copy(_found(context.main_script_path, file, title, address, **more))


@cache
def _found(_main: str, file: str, title: str, address: str, **more: Any) -> st.Page:
    return st.Page(f"pages/{file}.py", title=title, url_path=address, **more)
