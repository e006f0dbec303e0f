"""What surrounds every page: style, Streamlit's own words in Indonesian, the CONTOH strip, errors in plain words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import streamlit as st

from lokmin_data.model import LokminError
from pages._shared.plain import plain
from pages._shared.ready import Ready
from pages._shared.session import is_example
from pages._shared.tour import draw_tour

FOLDER = Path(__file__).parent
EXAMPLE_TEXT = "CONTOH: data karangan untuk mencoba, bukan Puskesmas yang sungguh ada"
UNEXPECTED = (
    "Halaman ini tidak dapat ditampilkan karena ada kesalahan pada program. Data Anda tidak berubah. "
    "Muat ulang halaman; bila terulang, sampaikan jam kejadian ini kepada pengelola (rinciannya ada di catatan server)."
)
_log = logging.getLogger("lokmin")


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _style() -> Ready:
    return Ready(f"<style>{_text('gaya.css')}</style>")


@cache
def _scripts() -> Ready:
    return Ready(f"<script>{_text('bahasa.js')}{_text('tur.js')}</script>")


def draw_frame(page: str = "") -> None:
    """Style and scripts of every page, the strip that marks the example data, and the tour where a visit to `page` begins."""
    st.html(_style())
    st.html(_scripts(), unsafe_allow_javascript=True)
    if is_example():
        st.html(f'<p class="lk-contoh" role="note">{EXAMPLE_TEXT}</p>')
    draw_tour(page)


@contextmanager
def errors_in_words() -> Iterator[None]:
    """Show an error of the field as it stands, any other one as a polite sentence; the traceback goes to the log."""
    try:
        yield
    except LokminError as error:
        st.error(plain(error))
    except Exception:
        _log.exception("A page could not be drawn")
        st.error(UNEXPECTED)
