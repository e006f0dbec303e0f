"""The worksheets of prioritisation: edited in a table, ranked at once, saved with the meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.analysis.priority import carl, hanlon, prefill, usg
from pages._shared.acting import act, check_seen, edited_table, forget_table
from pages._shared.layout import section
from pages._shared.meeting_data import Meeting, current_agenda
from pages._shared.priority_saved import USG, saved_usg
from pages._shared.session import get_store

MOST = 12
PEARL_WORDS = {
    "propriety": "Kesesuaian", "economic": "Ekonomi", "acceptability": "Dapat diterima", "resources": "Sumber daya", "legality": "Legalitas",
}  # fmt: skip


@dataclass(frozen=True)
class Method:
    """One way of setting priorities: its fields (column -> head), their scale, how it ranks, its total column."""

    label: str
    fields: Mapping[str, str]
    scale: int
    rank: Callable[[pd.DataFrame], pd.DataFrame]
    total: str
    flags: Mapping[str, str]


METHODS = {
    "usg": Method("USG", {"U": "U mendesak", "S": "S gawat", "G": "G berkembang"}, 5, usg, "total", {}),
    "hanlon": Method("Hanlon", {"A": "A besar (1-10)", "B": "B gawat (1-10)", "C": "C mudah ditangani (1-10)"}, 10, hanlon, "NPT", PEARL_WORDS),
    "carl": Method("CARL", {"C": "C sumber daya", "A": "A kemudahan", "R": "R kesiapan", "L": "L pengaruh"}, 5, carl, "total", {}),
}  # fmt: skip
#: What the data say nothing about starts in the middle.
MIDDLE = {"usg": 3.0, "hanlon": 5.0, "carl": 3.0}


def priority_title(meeting: Meeting) -> str:
    """The room's first priority, or that it is still to be set."""
    saved = saved_usg(meeting)
    return (
        f"Prioritas pertama: {saved.iloc[0]['masalah']}"
        if saved is not None and len(saved)
        else "Prioritas masalah belum ditetapkan"
    )


def worksheet(meeting: Meeting, method: str, allowed: bool) -> None:
    """The table to fill in and the order that follows from it."""
    how = METHODS[method]
    body, revision = get_store().load_document(meeting.at.puskesmas_id, USG, meeting.key)
    name = f"prioritas_{method}_{meeting.at.example}_{meeting.at.puskesmas_id}_{meeting.key}"
    table, key = edited_table(name, revision, lambda: _start(meeting, method, body))
    if table.empty:
        st.markdown("Tidak ada masalah dari data bulan ini. Tambahkan baris untuk masalah yang diusulkan ruang rapat.")
    edited = st.data_editor(
        table, key=key, num_rows="dynamic", hide_index=True, disabled=True if not allowed else ["basis"], height="content",
        alt=f"Lembar {how.label}", column_order=["masalah", *how.fields, *how.flags, "basis"], column_config=_config(how),
    )  # fmt: skip
    ranked = _ranked(edited, how)
    section("Urutan", "Dihitung tanpa pembulatan; nilai sama ditandai.")
    if ranked.empty:
        st.markdown("Isi sedikitnya satu masalah dengan semua nilainya.")
        return
    st.dataframe(
        _shown(ranked, how), hide_index=True, height="content", alt="Urutan prioritas", column_config=_numbers(how)
    )
    if allowed and st.button(f"Simpan urutan {len(ranked)} masalah", type="primary", key=f"simpan_{key}"):
        rows = {**body, method: {"rows": _kept(ranked, how)}}
        act(lambda who: _save(meeting, rows, revision, name, who), "Prioritas disimpan.", meeting.at.puskesmas_id)


def _config(how: Method) -> dict[str, Any]:
    numbers = {
        f: st.column_config.NumberColumn(head, min_value=0.0, max_value=float(how.scale), step=0.5, format="%g")
        for f, head in how.fields.items()
    }
    ticks = {f: st.column_config.CheckboxColumn(head, default=True) for f, head in how.flags.items()}
    texts = {
        "masalah": st.column_config.TextColumn("Masalah", width="large", required=True),
        "basis": st.column_config.TextColumn("Dasar isian awal", width="large"),
    }
    return {**texts, **numbers, **ticks}


def _numbers(how: Method) -> dict[str, Any]:
    return {head: st.column_config.NumberColumn(format="localized") for head in (*how.fields.values(), "Nilai")}


def _start(meeting: Meeting, method: str, body: Mapping[str, Any]) -> pd.DataFrame:
    """What was saved, else the problems of the agenda with what the data say about them."""
    how = METHODS[method]
    columns = ["masalah", *how.fields, *how.flags, "basis"]
    saved = body.get(method, {}).get("rows", [])
    if saved:
        rows = [
            {
                "masalah": r["masalah"],
                "basis": r.get("basis", ""),
                **{f: r[f.lower()] for f in how.fields},
                **{f: bool(r.get(f, True)) for f in how.flags},
            }
            for r in saved
        ]
    else:
        rows = [_from_data(row, method) for row in _problems(meeting)]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype(dict.fromkeys(how.fields, float) | dict.fromkeys(how.flags, bool))


def _problems(meeting: Meeting) -> list[dict[str, Any]]:
    """The worksheet rows of the agenda's problems, heaviest first; without an agenda those of the data."""
    table = prefill(meeting.assessments)
    listed = [item.indicator for item in current_agenda(meeting).problems()]
    chosen = table.loc[table["indicator"].isin(listed)] if listed else table
    return chosen.head(MOST).to_dict("records")


def _from_data(row: Mapping[str, Any], method: str) -> dict[str, Any]:
    how, middle = METHODS[method], MIDDLE[method]
    given = {
        "usg": {k: float(row[k]) for k in ("U", "S", "G")},
        "hanlon": {"A": float(row["A"]), "C": float(row["C"])},
    }.get(method, {})
    values = {f: given.get(f, middle) for f in how.fields}
    return {
        "masalah": row["problem"],
        "basis": row["basis"] if given else "",
        **values,
        **dict.fromkeys(how.flags, True),
    }


def _ranked(edited: pd.DataFrame, how: Method) -> pd.DataFrame:
    """The complete rows in order; half-filled ones wait."""
    complete = edited.dropna(subset=["masalah", *how.fields])
    complete = complete.loc[complete["masalah"].astype(str).str.strip() != ""]
    return how.rank(complete.assign(problem=complete["masalah"])) if len(complete) else complete


def _shown(ranked: pd.DataFrame, how: Method) -> pd.DataFrame:
    return pd.DataFrame({
        "No": [f"{row.rank} (sama)" if row.tied else str(row.rank) for row in ranked.itertuples()],
        "Masalah": ranked["masalah"], **{head: ranked[f] for f, head in how.fields.items()},
        "Nilai": ranked[how.total],
    })  # fmt: skip


def _kept(ranked: pd.DataFrame, how: Method) -> list[dict[str, Any]]:
    """The rows as they are stored; the fields in small letters, as the deck reads them."""
    return [
        {
            "masalah": str(row["masalah"]), "rank": int(row["rank"]), "tied": bool(row["tied"]), "total": float(row[how.total]),
            "basis": str(row.get("basis") or ""), **{f.lower(): float(row[f]) for f in how.fields},
            **{f: bool(row[f]) for f in how.flags},
        }
        for row in ranked.to_dict("records")
    ]  # fmt: skip


def _save(meeting: Meeting, rows: dict[str, Any], revision: int, name: str, who: str) -> None:
    check_seen(name)
    get_store().save_document(meeting.at.puskesmas_id, USG, meeting.key, rows, revision, who)
    forget_table(name)
