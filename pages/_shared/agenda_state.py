"""The agenda while it is edited: kept in the store at every change, never overwritten by a new generation or by somebody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from lokmin_data.meeting.agenda import Agenda, Item, agenda_from_dict
from lokmin_data.meeting.joint import OWN, join
from lokmin_data.model import LokminError
from lokmin_data.store import Conflict
from pages._shared.acting import MESSAGE_KEY, someone, version_of
from pages._shared.meeting_data import AGENDA, DEFAULT_MINUTES, Meeting, load_agenda
from pages._shared.plain import plain
from pages._shared.session import get_store, require_writer

#: An agenda and what stands beside it (date, place).
Version = tuple[Agenda, Mapping[str, Any]]


def drawer(meeting: Meeting) -> str:
    """Where this meeting's edited agenda lies in the session."""
    return f"agenda_{meeting.at.example}_{meeting.at.puskesmas_id}_{meeting.key}"


def edited_agenda(meeting: Meeting) -> dict[str, Any]:
    """{"agenda", "revision", "beside", "round", "saved"}: as saved, or freshly generated where nobody saved one.

    A newer version of somebody else is taken over at once only where no field of this browser stands on the older one;
    else the fields are read first (`keep` puts both together), and `catch_up` takes it over at the end of the page.
    """
    name = drawer(meeting)
    held = st.session_state.get(name)
    if held is None or (held["revision"] != load_agenda(meeting)[1] and not held.get("conflict") and not _is_drawn(meeting, held)):
        st.session_state[name] = held = _loaded(meeting, held["round"] + 1 if held else 0)
    return held


def _loaded(meeting: Meeting, turn: int) -> dict[str, Any]:
    saved, revision, beside = load_agenda(meeting)
    agenda = saved or meeting.fresh(int(beside.get("menit") or DEFAULT_MINUTES[meeting.kind]))
    return {"agenda": agenda, "revision": revision, "beside": beside, "round": turn, "saved": saved is not None}


def place_key(meeting: Meeting, turn: int) -> str:
    """The name of the field 'Tempat', which is always drawn with the table."""
    return f"tempat_{meeting.key}_{turn}"


def _is_drawn(meeting: Meeting, held: Mapping[str, Any]) -> bool:
    return place_key(meeting, held["round"]) in st.session_state


def catch_up(meeting: Meeting) -> None:
    """At the end of the page: what somebody else saved meanwhile, drawn anew; nothing of ours is waiting any more."""
    held = st.session_state[drawer(meeting)]
    if not held.get("conflict") and held["revision"] != load_agenda(meeting)[1]:
        st.session_state[drawer(meeting)] = _loaded(meeting, held["round"] + 1)
        st.rerun()


def keep(meeting: Meeting, agenda: Agenda, beside: Mapping[str, Any] | None = None, *, reload: bool = False) -> None:
    """Store the agenda where it differs from what is stored; `reload` draws the table anew in the next run."""
    held = st.session_state[drawer(meeting)]
    wanted = dict(held["beside"] if beside is None else beside)
    if held["saved"] and agenda == held["agenda"] and wanted == held["beside"] and not reload:
        return
    try:
        revision = _save(meeting, agenda, wanted, held["revision"])
    except Conflict as conflict:
        _both(meeting, held, (agenda, wanted), conflict)
        return
    except LokminError as error:
        st.error(plain(error))
        return
    held.update(agenda=agenda, beside=wanted, revision=revision, saved=True, round=held["round"] + int(reload))
    if reload:
        st.rerun()


def _save(meeting: Meeting, agenda: Agenda, beside: Mapping[str, Any], revision: int) -> int:
    who = require_writer(meeting.at.puskesmas_id)
    body = {"agenda": agenda.as_dict(), **beside}
    return get_store().save_document(meeting.at.puskesmas_id, AGENDA, meeting.key, body, revision, who)


def _both(meeting: Meeting, held: dict[str, Any], mine: Version, conflict: Conflict) -> None:
    """Somebody saved meanwhile: both changes are stored together, or, where they clash, the question waits."""
    theirs = (agenda_from_dict(conflict.theirs["agenda"]), {k: v for k, v in conflict.theirs.items() if k != "agenda"})
    base = (held["agenda"], held["beside"])
    held["conflict"] = {"base": base, "mine": mine, "theirs": theirs, "revision": conflict.revision, "who": conflict.who}
    if not join(base, mine, theirs).clashes:
        st.session_state[MESSAGE_KEY] = f"{someone(conflict.who)} juga mengubah agenda ini; kedua perubahan disimpan bersama."
        _settle(meeting, mine, theirs)
    st.rerun()


def _settle(meeting: Meeting, first: Version, second: Version) -> None:
    """Store both versions together over theirs; where they clash, the first stands."""
    held = st.session_state[drawer(meeting)]
    conflict = held.pop("conflict")
    joined = join(conflict["base"], first, second)
    held.update(agenda=conflict["theirs"][0], beside=conflict["theirs"][1], revision=conflict["revision"], saved=True)
    keep(meeting, joined.agenda, joined.beside, reload=True)


def show_conflict(meeting: Meeting) -> bool:
    """The question after two people changed the same of the agenda; True while it waits for an answer."""
    conflict = st.session_state[drawer(meeting)].get("conflict")
    if not conflict:
        return False
    other = someone(conflict["who"])
    st.warning(f"{other} menyimpan perubahan agenda ini lebih dahulu. Suntingan Anda belum tersimpan; pilih yang berlaku.")
    clashes = join(conflict["base"], conflict["mine"], conflict["theirs"]).clashes
    theirs = plain(version_of(conflict["who"]))
    lines = [{"Isian": plain(one.what), f"V{theirs[1:]}": plain(one.theirs), "Suntingan Anda": plain(one.mine)} for one in clashes]
    st.table(lines, hide_index=True)
    st.caption("Perubahan lain dari kedua pihak tetap disimpan.")
    if st.button("Simpan suntingan saya", type="primary", key="agenda_saya"):
        _settle(meeting, conflict["mine"], conflict["theirs"])
    if st.button(f"Pakai {theirs}", key="agenda_mereka"):
        _settle(meeting, conflict["theirs"], conflict["mine"])
    return True


def new_item(agenda: Agenda, title: str, minutes: int) -> Agenda:
    """The agenda with an item of our own before the closing."""
    number = 1 + max((int(item.key.split(":")[1]) for item in agenda.items if item.kind == OWN), default=0)
    item = Item(key=f"{OWN}:{number}", kind=OWN, title=title, minutes=minutes, weight=1.0)
    place = next((i for i, one in enumerate(agenda.items) if one.kind in ("komitmen", "penutup")), len(agenda.items))
    return replace(agenda, items=(*agenda.items[:place], item, *agenda.items[place:]))
