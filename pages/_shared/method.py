"""'Cara menghitung': the sections of docs/metode.md, shown inside the app, and the line under a chart that opens one."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from pages._shared.filters import choose
from pages._shared.layout import link

PAGE_FILE = Path(__file__).resolve().parents[2] / "docs" / "metode.md"
SECTION_KEY = "bagian_cara"
CONTENTS = "Daftar isi"


@cache
def sections() -> dict[str, str]:
    """Heading -> text of docs/metode.md, in its order, without its table of contents."""
    parts = re.split(r"^## (.+)$", PAGE_FILE.read_text(encoding="utf-8"), flags=re.M)[1:]
    return {head: body.strip() for head, body in zip(parts[::2], parts[1::2], strict=True) if head != CONTENTS}


def method_link(*heads: str) -> str:
    """The line 'Cara menghitung: Cakupan · Putusan' as HTML; each word opens its section."""
    links = " · ".join(link("metode", head, **{SECTION_KEY: head}) for head in heads)
    return f'<p class="lk-sumber lk-cara">Cara menghitung: {links}</p>'


def show_section() -> None:
    """The picker and the section that it asks for, as the document has it."""
    chosen = str(choose("Bagian", list(sections()), SECTION_KEY))
    st.html(f'<h1 class="lk-judul">Cara menghitung: {escape(chosen)}</h1>')
    st.markdown(sections()[chosen])
