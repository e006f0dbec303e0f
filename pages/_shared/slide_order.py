"""Choosing and ordering slides beforehand; kept with the meeting, and saved as one goes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lokmin_data.meeting.deck import arrange
from lokmin_data.meeting.slide import Slide
from pages._shared.acting import act, check_seen, edited_table, forget_table
from pages._shared.layout import section
from pages._shared.meeting_data import SLIDES, Meeting
from pages._shared.session import can_write, get_store


def order_panel(meeting: Meeting, slides: Sequence[Slide], choice: dict, revision: int) -> None:
    """A table with a place and a tick a slide; the pages of one slide stay together."""
    section(
        "Pilih dan urutkan",
        "Hilangkan centang untuk menyembunyikan; ubah nomor urut untuk memindahkan. Isi yang panjang menjadi beberapa salindia.",
    )
    allowed = can_write(meeting.at.puskesmas_id)
    name = f"salindia_{meeting.at.puskesmas_id}_{meeting.key}"
    table, key = edited_table(name, (revision, meeting.at.version), lambda: _table(slides, choice))
    edited = st.data_editor(
        table, key=key, hide_index=True, disabled=True if not allowed else ["title"], height=420, alt="Urutan salindia",
        column_order=["place", "shown", "title"],
        column_config={
            "place": st.column_config.NumberColumn("Urut", min_value=0.0, step=0.5, format="%g", width="small"),
            "shown": st.column_config.CheckboxColumn("Tampil", width="small"),
            "title": st.column_config.TextColumn("Salindia", width="large"),
        },
    )  # fmt: skip
    if not allowed:
        return
    body = _choice(edited)
    changed = body != _choice(table)
    if st.button("Simpan susunan salindia", disabled=not changed, type="primary", key=f"simpan_{key}"):
        act(
            lambda who: _save(meeting, body, revision, name, who), "Susunan salindia disimpan.", meeting.at.puskesmas_id
        )


def _table(slides: Sequence[Slide], choice: dict) -> pd.DataFrame:
    hidden = set(choice.get("sembunyi", ()))
    first = {slide.key: slide for slide in reversed(arrange(slides, choice.get("urutan", ())))}
    keys = list(dict.fromkeys(slide.key for slide in arrange(slides, choice.get("urutan", ()))))
    rows = [(float(place), key not in hidden, first[key].title, key) for place, key in enumerate(keys, start=1)]
    return pd.DataFrame(rows, columns=["place", "shown", "title", "key"])


def _choice(table: pd.DataFrame) -> dict[str, list[str]]:
    ordered = table.sort_values("place", kind="stable", na_position="last")
    return {"urutan": ordered["key"].tolist(), "sembunyi": ordered.loc[~ordered["shown"].astype(bool), "key"].tolist()}


def _save(meeting: Meeting, body: dict[str, list[str]], revision: int, name: str, who: str) -> None:
    check_seen(name)
    get_store().save_document(meeting.at.puskesmas_id, SLIDES, meeting.key, body, revision, who)
    forget_table(name)
