"""The presentation: preparing the deck, and showing one slide at a time.

The number of the slide and whether the notulen stand beside it are in the address, so that a reload, a lost session
or a restarted server shows the same again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import streamlit as st

from lokmin_data.meeting.deck import Meta, arrange, build_slides
from lokmin_data.meeting.paging import SCREEN_USUAL, Canvas, screen
from lokmin_data.meeting.slide import Slide
from pages._shared.layout import page_head, reading_help, section
from pages._shared.meeting_data import (
    KIND_KEY,
    SLIDES,
    Meeting,
    current_agenda,
    load_agenda,
    load_meeting,
    meta_of,
    stamp,
)
from pages._shared.meeting_notes import notes_panel
from pages._shared.presenter_keys import presenter_bar
from pages._shared.session import Scope, can_write, get_store
from pages._shared.slide_html import slide_html
from pages._shared.slide_links import link_of, names_behind
from pages._shared.slide_order import order_panel

RUN, SLIDE, SHAPE, NOTES_OPEN = "tayang", "salindia", "bidang", "notulen"
VISIT, SHOWN, MADE = "presentasi_kunjungan", "presentasi_di", "presentasi_salinan"
FULL_SCREEN = """<style>
[data-testid="stSidebar"],[data-testid="stHeader"],[data-testid="stSidebarCollapsedControl"],[data-testid="stToolbar"],.lk-contoh{display:none!important}
[data-testid="stMainBlockContainer"]{padding:0!important;max-width:none!important}
[data-testid="stMain"]{overflow:hidden}
[data-testid="stMainBlockContainer"]>[data-testid="stVerticalBlock"]{gap:0}
.st-key-layar [data-testid="stVerticalBlock"]{gap:0}
.st-key-kendali{position:fixed;left:0;right:0;bottom:0;z-index:50;background:#fff;height:54px}
.st-key-samping{height:calc(100vh - 58px);overflow-y:auto;padding:1.2rem 1.2rem 0 0}
</style>"""


def is_running() -> bool:
    """True while the slides are shown."""
    return st.query_params.get(RUN) == "1"


def start(shown: Sequence[Slide], slide: int = 0) -> None:
    """Begin to show, at that slide."""
    st.query_params[RUN] = "1"
    st.query_params[SLIDE] = str(slide + 1)
    st.session_state[VISIT] = st.session_state.get(VISIT, 0) + 1
    if shown:
        _remember(_shape(), shown[slide])


def leave() -> None:
    """Back to the preparation."""
    for key in (RUN, SLIDE, NOTES_OPEN):
        if key in st.query_params:
            del st.query_params[key]


def _shape() -> str:
    """The room for a slide in ems, "34.6x25.5", as the browser told it; that of a usual projector before it did."""
    found = re.fullmatch(r"\d{1,3}(\.\d)?x\d{1,3}(\.\d)?", st.query_params.get(SHAPE, ""))
    return found[0] if found else "x".join(map(str, SCREEN_USUAL))


def _canvas() -> Canvas:
    return screen(*map(float, _shape().split("x")))


def deck(meeting: Meeting) -> tuple[list[Slide], dict, int]:
    """All slides of the meeting, cut for this screen, with the saved choice and its revision."""
    _, agenda, beside = load_agenda(meeting)
    choice, revision = get_store().load_document(meeting.at.puskesmas_id, SLIDES, meeting.key)
    return _slides(meeting, meta_of(meeting, beside), agenda), choice, revision


def _slides(meeting: Meeting, meta: Meta, agenda: int) -> list[Slide]:
    """The slides; built anew only where something that stands on them has changed, for the presenter does not wait."""
    usg, own = usg_table(meeting), meeting.own_rtl
    made_of = (meeting.at, meeting.at.early, meeting.key, agenda, meta, date.today(), _shape(), *stamp(meeting.rtl, usg))
    held = st.session_state.get(MADE)
    if held is None or held[0] != made_of:
        slides = build_slides(
            current_agenda(meeting), meeting.assessments, meeting.ranking, meta, follow=meeting.follow,
            rtl=own if len(own) else None, usg=usg, canvas=_canvas(),
        )  # fmt: skip
        st.session_state[MADE] = held = (made_of, slides)
    return held[1]


def usg_table(meeting: Meeting):  # noqa: ANN201 - a frame or None
    """The room's priorities where it has set them."""
    from pages._shared.priority_saved import saved_usg

    return saved_usg(meeting)


def prepare(meeting: Meeting) -> None:
    """Which slides, in which order; and the button that starts."""
    slides, choice, revision = deck(meeting)
    shown = arrange(slides, choice.get("urutan", ()), choice.get("sembunyi", ()))
    page_head(f"Siap ditayangkan: {len(shown)} salindia", meeting.at, "satu pesan tiap salindia")
    if st.button("Mulai presentasi", type="primary", key="mulai_presentasi"):
        start(shown)
        st.rerun()
    st.caption(
        "Tombol: panah kanan/kiri, spasi, Page Up/Down atau penunjuk; Home/End; F layar penuh; N notulen; Esc keluar."
    )
    order_panel(meeting, slides, choice, revision)
    section("Pratinjau")
    titles = [f"{number}. {slide.full_title}" for number, slide in enumerate(shown, start=1)]
    if shown:
        chosen = st.selectbox(
            "Mulai dari salindia", range(len(shown)), format_func=titles.__getitem__, key="mulai_dari"
        )
        if st.button("Tayangkan dari sini", key="tayang_dari_sini"):
            start(shown, chosen)
            st.rerun()
    reading_help(
        "Salindia disusun dari agenda dan data yang sama dengan halaman lain. Nomor salindia ada di alamat halaman: bila peramban "
        "dimuat ulang atau listrik padam, buka alamat yang sama dan salindia yang sama tampil lagi. Semua berjalan tanpa internet.",
        "presentasi",
    )


def present(at: Scope) -> None:
    """One slide over the whole screen, the control bar below, notulen beside it on demand."""
    meeting = load_meeting(at, st.query_params.get(KIND_KEY, "tribulanan"))
    slides, choice, _ = deck(meeting)
    shown = arrange(slides, choice.get("urutan", ()), choice.get("sembunyi", ()))
    st.html(FULL_SCREEN)
    shape = _shape()
    with st.container(key="kendali"):
        pressed = presenter_bar(
            [slide.full_title for slide in shown], slide=_begin(shown, shape), shape=shape,
            visit=f"{meeting.key}-{st.session_state.get(VISIT, 0)}-{shape}", notes=_notes_open(),
            links=[link_of(slide) for slide in shown], key="kendali_presentasi",
        )  # fmt: skip
    if shown:
        _remember(shape, shown[pressed.slide])
    if pressed.leave:
        leave()
        st.rerun()
    if pressed.notes:
        _open_notes(not _notes_open())
        st.rerun()
    if pressed.shape != shape:
        st.query_params[SHAPE] = pressed.shape
        st.rerun()
    st.query_params[SLIDE] = str(pressed.slide + 1)
    _stage(meeting, shown[pressed.slide] if shown else None)


def _notes_open() -> bool:
    return st.query_params.get(NOTES_OPEN) == "1"


def _open_notes(wanted: bool) -> None:
    if wanted:
        st.query_params[NOTES_OPEN] = "1"
    elif NOTES_OPEN in st.query_params:
        del st.query_params[NOTES_OPEN]


def _remember(shape: str, slide: Slide) -> None:
    st.session_state[SHOWN] = {"shape": shape, "key": slide.key, "part": (slide.page - 1) / slide.pages}


def _begin(shown: Sequence[Slide], shape: str) -> int:
    """Where to begin: the slide of the address; after the screen changed its shape, the part of the slide shown before."""
    held = st.session_state.get(SHOWN)
    pages = [place for place, slide in enumerate(shown) if held and slide.key == held["key"]]
    if held and held["shape"] != shape and pages:
        return pages[min(len(pages) - 1, int(held["part"] * len(pages) + 1e-9))]
    text = st.query_params.get(SLIDE, "1")
    return min(max(int(text) - 1, 0), max(len(shown) - 1, 0)) if text.isdigit() else 0


def _stage(meeting: Meeting, slide: Slide | None) -> None:
    drawn = "<p>Tidak ada salindia yang dipilih.</p>"
    if slide is not None:
        drawn = slide_html(slide, _canvas(), names_behind(meeting))
    with st.container(key="layar"):
        if slide is not None and _notes_open():
            left, right = st.columns([7, 3], gap="small")
            with left:
                st.html(drawn)
            with right, st.container(key="samping"):
                notes_panel(meeting.at, meeting.key, can_write(meeting.at.puskesmas_id), height=420)
        else:
            st.html(drawn)
