"""Notulen: typed during the meeting, stored while one types; two people typing never lose each other's words."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from streamlit.errors import StreamlitAPIException

from lokmin_data.model import LokminError
from lokmin_data.store import Conflict
from pages._shared.access import check_write
from pages._shared.acting import someone, version_of
from pages._shared.meeting_data import NOTES
from pages._shared.notes_box import notes_box
from pages._shared.plain import plain
from pages._shared.session import Scope, get_store, person

LABEL = "Notulen (tersimpan sendiri saat mengetik)"


@st.fragment
def notes_panel(at: Scope, key: str, allowed: bool, height: int = 420) -> None:
    """The box of one meeting; reruns alone, so that the slide beside it stays."""
    drawer, place = f"notulen_{at.example}_{at.puskesmas_id}_{key}", f"{at.example}:{at.puskesmas_id}:{key}"
    state = st.session_state.setdefault(drawer, {"stamp": 0, "force": 0})
    body, revision = get_store().load_document(at.puskesmas_id, NOTES, key)
    stored = str(body.get("teks", ""))
    seen = state.setdefault("revision", revision)
    note = ""
    typed = notes_box(
        LABEL, place=place, stored=stored, saved_at=state.get("saved_at", ""), note=state.get("note", ""), force=state["force"],
        height=height, writable=allowed, key=drawer + "_kotak",
    )  # fmt: skip
    if not allowed:
        return
    if typed is not None and typed.stamp > state["stamp"]:
        state["stamp"] = typed.stamp
        note = _store(at, key, typed.text, seen, state)
        state["note"] = note
        _again()
    if state.get("theirs") is not None:
        _conflict(at, key, state)


def _again() -> None:
    """Draw the box anew; with the whole page where the page is what runs, as after a lost session."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:
        st.rerun()


def _store(at: Scope, key: str, text: str, revision: int, state: dict) -> str:
    """Save; the message for the line under the box where it was not stored.

    Where the same person stored the beginning of this very text meanwhile (before a reload), nothing of it is lost by
    storing the whole; what somebody else took away is shown.
    """
    try:
        # Asked anew: the box reruns alone, long after the page asked who may write.
        who = check_write(person(fresh=True), at.puskesmas_id)
        state["revision"] = get_store().save_document(at.puskesmas_id, NOTES, key, {"teks": text}, revision, who)
    except Conflict as conflict:
        theirs = str(conflict.theirs.get("teks", ""))
        if theirs == text:
            state["revision"] = conflict.revision
        elif text.startswith(theirs) and conflict.who == who and conflict.revision != revision:
            return _store(at, key, text, conflict.revision, state)
        else:
            state |= {"theirs": theirs, "mine": text, "their_revision": conflict.revision, "their_name": conflict.who}
            return "Belum tersimpan: ada perubahan dari orang lain."
    except LokminError as error:
        return f"Belum tersimpan: {error}"
    state["saved_at"] = f"pukul {datetime.now():%H.%M.%S}"
    return ""


def _conflict(at: Scope, key: str, state: dict) -> None:
    st.warning(f"{someone(state['their_name'])} juga mengubah notulen ini. Ketikan Anda tetap ada di kotak di atas.")
    with st.expander(f"V{plain(version_of(state['their_name']))[1:]}"):
        st.text(state["theirs"])
    choices = {"gabung": "Simpan gabungan keduanya", "saya": "Simpan ketikan saya", "mereka": "Pakai versi mereka"}
    for choice, label in choices.items():
        if st.button(label, key=f"{choice}_{key}"):
            texts = {
                "gabung": f"{state['theirs']}\n\n{state['mine']}",
                "saya": state["mine"],
                "mereka": state["theirs"],
            }
            state["theirs"] = None
            state["force"] += 1
            state["note"] = _store(at, key, texts[choice], state["their_revision"], state)
            _again()
