"""The short tour of the first visit: five steps at the head of the page, closed for good with one button.

The browser remembers that it was seen (`tur.js`); the server draws the same for everybody and stores nothing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from html import escape

import streamlit as st

from lokmin_data.reference import REFERENCE_FOLDER

#: Pages on which a first visit begins.
BEGINS_ON = frozenset({"mulai", "ringkasan"})


@cache
def tour_html() -> str:
    """All steps; the style sheet shows the one that the root element names."""
    steps = tomllib.loads((REFERENCE_FOLDER / "perkenalan.toml").read_text(encoding="utf-8"))["langkah"]
    items = "".join(
        f'<li><strong>{number}/{len(steps)} · {escape(step["judul"])}.</strong> {escape(step["isi"])}</li>'
        for number, step in enumerate(steps, start=1)
    )
    return (
        f'<section class="lk-tur" aria-label="Perkenalan" aria-live="polite" data-banyak="{len(steps)}"><ol>{items}</ol><p>'
        '<button type="button" data-tur="mundur">Sebelumnya</button><button type="button" data-tur="maju">Berikutnya</button>'
        '<button type="button" data-tur="tutup">Tutup perkenalan</button></p></section>'
    )


def draw_tour(page: str) -> None:
    """The tour where a first visit begins; nothing is seen of it once it was closed."""
    if page in BEGINS_ON:
        st.html(tour_html())


def tour_again() -> None:
    """The button that shows the tour once more."""
    st.html('<p><button type="button" class="lk-tautan" data-tur="ulang">Ulangi perkenalan</button></p>')
