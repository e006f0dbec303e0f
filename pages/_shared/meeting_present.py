"""Who comes, by sector; kept as it is typed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lokmin_data.meeting.knowledge import sectors
from lokmin_data.model import LokminError
from pages._shared.acting import check_seen, edited_table, forget_table
from pages._shared.layout import section
from pages._shared.meeting_data import PRESENT, Meeting
from pages._shared.plain import plain
from pages._shared.session import get_store, require_writer

COLUMNS = ["sector", "name", "role", "present"]


def attendance(meeting: Meeting, allowed: bool) -> None:
    """The list of participants; at first one line for every sector that is invited."""
    section("Daftar hadir", "Satu baris satu orang. Centang 'hadir' saat rapat.")
    body, revision = get_store().load_document(meeting.at.puskesmas_id, PRESENT, meeting.key)
    name = f"hadir_{meeting.at.example}_{meeting.at.puskesmas_id}_{meeting.key}"
    labels = {code: sector.label for code, sector in sectors().items()}
    table, key = edited_table(name, revision, lambda: _table(meeting, body, labels))
    edited = st.data_editor(
        table, key=key, num_rows="dynamic", hide_index=True, disabled=not allowed, height="content", alt="Daftar hadir",
        column_config={
            "sector": st.column_config.SelectboxColumn("Sektor", options=list(labels.values()), required=True),
            "name": st.column_config.TextColumn("Nama", max_chars=80),
            "role": st.column_config.TextColumn("Jabatan", max_chars=80),
            "present": st.column_config.CheckboxColumn("Hadir", default=False),
        },
    )  # fmt: skip
    came = int(edited["present"].fillna(False).astype(bool).sum())
    st.markdown(
        f"**{came} orang hadir** dari {edited.loc[edited['present'].fillna(False).astype(bool), 'sector'].nunique()} sektor."
    )
    if allowed and st.button(f"Simpan daftar hadir ({came} hadir)", key=f"simpan_{key}"):
        _save(meeting, edited, labels, revision, name)


def _table(meeting: Meeting, body: dict, labels: dict[str, str]) -> pd.DataFrame:
    rows = [
        (
            labels.get(r.get("sector", ""), r.get("sector", "")),
            r.get("name", ""),
            r.get("role", ""),
            bool(r.get("present")),
        )
        for r in body.get("orang", [])
    ]
    if not rows:
        rows = [(s.label, "", "", False) for s in sectors().values() if s.internal or meeting.kind == "tribulanan"]
    return pd.DataFrame(rows, columns=COLUMNS)


def _save(meeting: Meeting, edited: pd.DataFrame, labels: dict[str, str], revision: int, name: str) -> None:
    who = require_writer(meeting.at.puskesmas_id)
    codes = {label: code for code, label in labels.items()}
    people = [
        {
            "sector": codes.get(r.sector, r.sector or ""),
            "name": r.name or "",
            "role": r.role or "",
            "present": bool(r.present),
        }
        for r in edited.itertuples(index=False)
        if r.sector or r.name
    ]
    try:
        check_seen(name)
        get_store().save_document(meeting.at.puskesmas_id, PRESENT, meeting.key, {"orang": people}, revision, who)
    except LokminError as error:
        st.error(plain(error))
        return
    forget_table(name)
    st.rerun()


def attendees(meeting: Meeting) -> list[dict[str, str]]:
    """Those who came (before the meeting: those who are named), for the documents."""
    body, _ = get_store().load_document(meeting.at.puskesmas_id, PRESENT, meeting.key)
    named = [person for person in body.get("orang", []) if person.get("name")]
    return [person for person in named if person.get("present")] or named
