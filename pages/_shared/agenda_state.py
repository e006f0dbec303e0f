"""The agenda while it is edited: kept in the store at every change, never overwritten by a new generation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from lokmin_data.meeting.agenda import Agenda, Item, agenda_from_dict
from lokmin_data.model import LokminError
from lokmin_data.store import Conflict
from pages._shared.meeting_data import AGENDA, DEFAULT_MINUTES, Meeting, load_agenda
from pages._shared.plain import plain
from pages._shared.session import get_store, require_writer

OWN = "sendiri"


def drawer(meeting: Meeting) -> str:
    """Where this meeting's edited agenda lies in the session."""
    return f"agenda_{meeting.at.example}_{meeting.at.puskesmas_id}_{meeting.key}"


def edited_agenda(meeting: Meeting) -> dict[str, Any]:
    """{"agenda", "revision", "beside", "round", "saved"}: as saved, or freshly generated where nobody saved one.

    A newer version of somebody else is taken over as long as nothing of ours would be lost by it.
    """
    name = drawer(meeting)
    saved, revision, beside = load_agenda(meeting)
    held = st.session_state.get(name)
    if held is None or (held["revision"] != revision and not held.get("conflict")):
        agenda = saved or meeting.fresh(int(beside.get("menit") or DEFAULT_MINUTES[meeting.kind]))
        turn = held["round"] + 1 if held else 0
        st.session_state[name] = held = {
            "agenda": agenda,
            "revision": revision,
            "beside": beside,
            "round": turn,
            "saved": saved is not None,
        }
    return held


def keep(meeting: Meeting, agenda: Agenda, beside: Mapping[str, Any] | None = None, *, reload: bool = False) -> None:
    """Store the agenda where it differs from what is stored; `reload` draws the table anew in the next run."""
    held = st.session_state[drawer(meeting)]
    wanted = dict(held["beside"] if beside is None else beside)
    if held["saved"] and agenda == held["agenda"] and wanted == held["beside"] and not reload:
        return
    who = require_writer(meeting.at.puskesmas_id)
    body = {"agenda": agenda.as_dict(), **wanted}
    try:
        revision = get_store().save_document(meeting.at.puskesmas_id, AGENDA, meeting.key, body, held["revision"], who)
    except Conflict as conflict:
        held["conflict"] = {
            "theirs": conflict.theirs,
            "revision": conflict.revision,
            "who": conflict.who,
            "mine": agenda,
        }
        return
    except LokminError as error:
        st.error(plain(error))
        return
    held.update(agenda=agenda, beside=wanted, revision=revision, saved=True, round=held["round"] + int(reload))
    if reload:
        st.rerun()


def show_conflict(meeting: Meeting) -> bool:
    """The question after two people changed the agenda; True while it waits for an answer."""
    held = st.session_state[drawer(meeting)]
    conflict = held.get("conflict")
    if not conflict:
        return False
    st.warning(f"{plain(conflict['who'])} menyimpan perubahan agenda ini lebih dahulu. Suntingan Anda belum tersimpan.")
    if st.button("Simpan suntingan saya di atasnya", type="primary", key="agenda_saya"):
        held.update(
            revision=conflict["revision"],
            conflict=None,
            saved=True,
            agenda=agenda_from_dict(conflict["theirs"]["agenda"]),
        )
        keep(meeting, conflict["mine"], reload=True)
    if st.button(f"Pakai versi {plain(conflict['who'])}", key="agenda_mereka"):
        st.session_state.pop(drawer(meeting))
        st.rerun()
    return True


def new_item(agenda: Agenda, title: str, minutes: int) -> Agenda:
    """The agenda with an item of our own before the closing."""
    number = 1 + max((int(item.key.split(":")[1]) for item in agenda.items if item.kind == OWN), default=0)
    item = Item(key=f"{OWN}:{number}", kind=OWN, title=title, minutes=minutes, weight=1.0)
    place = next((i for i, one in enumerate(agenda.items) if one.kind in ("komitmen", "penutup")), len(agenda.items))
    return replace(agenda, items=(*agenda.items[:place], item, *agenda.items[place:]))
