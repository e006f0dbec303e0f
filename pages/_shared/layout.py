"""The parts that every page has in common: head, source line, downloads, 'Cara membaca', links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from urllib.parse import urlencode

import streamlit as st

from lokmin_data.wording import date_text
from pages._shared.glossary import with_terms
from pages._shared.help_pictures import help_picture
from pages._shared.session import Scope

HELP_TITLE = "Cara membaca"
#: Not on paper; the style sheet also knows the keys of containers that begin so.
SCREEN_ONLY = "layar_saja"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page_head(title: str, at: Scope | None = None, note: str = "") -> None:
    """The title, a finding in words, and one line of scope and data date below it; the same on the edge of every printed page."""
    st.html(f'<h1 class="lk-judul">{escape(title)}</h1>{scope_line(at, note)}')
    if at is not None:
        st.html(f"<style>{print_edge(' · '.join(_scope_words(at)))}</style>")


def print_edge(text: str) -> str:
    """The style of a printed page: `text` and the date of printing above, the number of the page below."""
    said = "".join(letter if letter.isascii() and letter.isalnum() or letter == " " else f"\\{ord(letter):x} " for letter in text)
    look = "font: 9pt sans-serif; color: #4A4A4A"
    return (
        f'@page {{ margin: 16mm 12mm 14mm; @top-left {{ content: "{said}"; white-space: nowrap; {look} }} '
        f'@top-right {{ content: "dicetak {date_text(date.today())}"; white-space: nowrap; {look} }} '
        f'@bottom-right {{ content: counter(page) " / " counter(pages); {look} }} }}'
    )


def _scope_words(at: Scope) -> list[str]:
    place = f"{at.puskesmas}, Kecamatan {at.kecamatan}" if at.kecamatan else at.puskesmas
    return [*(["CONTOH"] if at.example else []), place, f"data s.d. {at.period}"]


def scope_line(at: Scope | None, note: str = "") -> str:
    """The line under a title as HTML: Puskesmas, kecamatan, period, note."""
    parts = []
    if at is not None:
        parts = _scope_words(at)
        parts += ["angka di bawah 5 disamarkan"] if at.masked else []
    parts += [note] if note else []
    return f'<p class="lk-lingkup">{with_terms(escape(" · ".join(parts)))}</p>' if parts else ""


def section(title: str, note: str = "") -> None:
    """A section head with an optional explaining line."""
    line = f'<p class="lk-lingkup">{with_terms(escape(note))}</p>' if note else ""
    st.html(f'<h2 class="lk-bagian">{with_terms(escape(title))}</h2>{line}')


def source_line(text: str) -> None:
    """Where the numbers above come from."""
    st.html(f'<p class="lk-sumber">{with_terms(escape(text))}</p>')


def link_target(page: str, **scope: object) -> str:
    """The address of a page, keeping what is given (desa=3, indikator="idl"); for an `href`, already escaped."""
    return escape(page + (f"?{urlencode(scope)}" if scope else ""), quote=True)


def link(page: str, text: str, **scope: object) -> str:
    """An HTML link to another page that does not reload the browser."""
    return f'<a class="ke" href="{link_target(page, **scope)}">{escape(text)}</a>'


def next_steps(links: Mapping[str, str]) -> None:
    """What to do after reading the page: page -> text of the link."""
    items = "".join(f"<li>{link(page, text)}</li>" for page, text in links.items())
    st.html(f'<div class="{SCREEN_ONLY}"><h2 class="lk-bagian">Langkah berikutnya</h2><ul class="lk-langkah">{items}</ul></div>')


def download_excel(
    build: Callable[[], bytes], file_name: str, *, label: str = "Unduh tabel (Excel)", key: str = ""
) -> None:
    """A button for an Excel file that is only built when it is pressed."""
    st.download_button(label, build, file_name, XLSX, key=key or f"unduh_{file_name}", on_click="ignore")


def reading_help(body: str, *pictures: str) -> None:
    """'Cara membaca': closed until it is wanted; the pictures of `help_pictures`, then `body`: Markdown written by us,
    never from data.
    """
    with st.expander(HELP_TITLE):
        st.html("".join(help_picture(name) for name in pictures))
        st.markdown(with_terms(body), unsafe_allow_html=True)
