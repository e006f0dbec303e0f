"""What the pages of the meeting stand on: assessments, ranking, action plans, the agenda as saved and as generated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from lokmin_data.analysis.masking import mask_for_room, mask_ranking, masked_places, room_codes
from lokmin_data.meeting.agenda import Agenda, agenda_from_dict
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.discreet import discreet_agenda, discreet_plans
from lokmin_data.meeting.followup import follow_up
from lokmin_data.wording import date_text
from pages._shared.run import once
from pages._shared.session import (
    Scope,
    assessments,
    codes_with_data,
    composite,
    file_names,
    made,
    panel,
    store_of,
)

AGENDA, NOTES, PRESENT, SLIDES = "agenda", "notulen", "hadir", "slides"
KINDS = {"tribulanan": "Tribulanan (lintas sektor)", "bulanan": "Bulanan (internal)"}
KIND_KEY = "jenis_lokmin"
DEFAULT_MINUTES = {"tribulanan": 120, "bulanan": 90}


@dataclass(frozen=True)
class Meeting:
    """One lokmin: the scope, its kind, the numbers, and the action plans of earlier meetings with what became of them."""

    at: Scope
    kind: str
    assessments: Mapping[str, Any]
    ranking: pd.DataFrame
    rtl: pd.DataFrame
    follow: pd.DataFrame
    for_room: bool = True

    @property
    def key(self) -> str:
        """The meeting's name in the store: "2026-03", or "2026-03-bulanan"."""
        return f"{self.at.year:04d}-{self.at.month:02d}" + ("" if self.kind == "tribulanan" else f"-{self.kind}")

    @property
    def own_rtl(self) -> pd.DataFrame:
        """The action plans agreed at this meeting."""
        return self.rtl.loc[self.rtl["lokmin"] == self.key]

    def fresh(self, minutes: int) -> Agenda:
        """The agenda as the data give it now (shared, read only)."""
        of = (self.kind, self.for_room, minutes, stamp(self.ranking, self.follow))
        return made(self.at, ("agenda", *of), lambda: _fresh(self, minutes))


def stamp(*tables: pd.DataFrame | None) -> tuple[str, ...]:
    """What is written in those tables, as a key under which something made of them is kept."""
    return tuple("" if each is None else each.to_json(default_handler=str, date_format="iso") for each in tables)


def _fresh(meeting: Meeting, minutes: int) -> Agenda:
    at = meeting.at
    return build_agenda(
        meeting.assessments, meeting.ranking, None, puskesmas=at.puskesmas, year=at.year, month=at.month,
        kind=meeting.kind, minutes=minutes, follow=meeting.follow,
    )  # fmt: skip


def choose_kind() -> str:
    """The kind of meeting, kept in the address."""
    return st.segmented_control(
        "Jenis lokmin", list(KINDS), default="tribulanan", format_func=KINDS.__getitem__, key=KIND_KEY, bind="query-params", required=True,
    )  # fmt: skip


def load_meeting(at: Scope, kind: str, *, for_room: bool = True) -> Meeting:
    """The meeting of that scope; what is costly is shared between viewers and keyed by the data version.

    `for_room`: as the people in the room may see it (lintas sektor: no count by which a case is recognised); without
    it, as the officer works on the action plans.
    """
    codes = codes_with_data(at)
    found, ranked = assessments(at, codes), composite(at)
    rtl = store_of(at.example).rtl(at.puskesmas_id)
    masked = masked_codes(at, kind) if for_room or at.masked else ()
    if masked is None or masked:
        found = room_assessments(at, codes, kind)
        ranked = mask_ranking(ranked, found)
        rtl = discreet_plans(rtl, masked, float(panel(at).settings["penyamaran"]["batas"]), masked_places(found))
    ours = f"{at.year:04d}-{at.month:02d}"
    earlier = rtl.loc[(rtl["lokmin"].astype(str).str[:7] < ours) & (rtl["status"] != "batal")]
    followed = follow_up(earlier, panel(at), at.year, at.month, assessments=found, today=date.today())
    return Meeting(at, kind, found, ranked, rtl, followed, for_room)


def masked_codes(at: Scope, kind: str) -> tuple[str, ...] | None:
    """The indicators whose small counts are masked at that meeting: all (None) for whom counts are masked anyway."""
    if at.masked:
        return None
    return room_codes(panel(at).settings, kind)


def room_assessments(at: Scope, codes: Sequence[str], kind: str) -> dict[str, Any]:
    """The verdicts as a meeting of that kind may see them (shared, read only)."""
    return made(at, ("putusan rapat", kind, *codes), lambda: mask_for_room(assessments(at, codes), panel(at).settings, kind))


def load_agenda(meeting: Meeting) -> tuple[Agenda | None, int, dict[str, Any]]:
    """The saved agenda (None: nobody saved one), its revision, and what stands beside it (date, place)."""
    store, place = store_of(meeting.at.example), (meeting.at.puskesmas_id, AGENDA, meeting.key)
    body, revision = once((place, store, store.changes), lambda: store.load_document(*place))
    saved = agenda_from_dict(body["agenda"]) if body.get("agenda") else None
    if saved and meeting.at.masked:
        saved = discreet_agenda(saved, meeting.fresh(saved.minutes), None)
    return saved, revision, {key: value for key, value in body.items() if key != "agenda"}


def current_agenda(meeting: Meeting) -> Agenda:
    """The agenda as it stands for slides and documents: the saved one, else the generated one."""
    saved, _, _ = load_agenda(meeting)
    fresh = meeting.fresh(saved.minutes if saved else DEFAULT_MINUTES[meeting.kind])
    masked = masked_codes(meeting.at, meeting.kind)
    return discreet_agenda(saved, fresh, masked) if saved and masked != () else saved or fresh


def meta_of(meeting: Meeting, beside: Mapping[str, Any]) -> Meta:
    """Whose documents they are, how fresh the data, what stands in the letterhead."""
    at = meeting.at
    store = store_of(at.example)
    letter = store.settings(at.puskesmas_id).get("kop", {})
    reports = store.reports(at.puskesmas_id)
    stored = [moment for moment in reports["stored_at"] if isinstance(moment, datetime)]
    held = beside.get("tanggal")
    return Meta(
        puskesmas=at.puskesmas, year=at.year, month=at.month, kecamatan=at.kecamatan, kabupaten=at.kabupaten,
        meeting_date=date_text(date.fromisoformat(held)) if held else "", data_date=date_text(max(stored).date()) if stored else "",
        files=tuple(sorted(set(file_names(at).values())))[:12], contoh=at.example, address=letter.get("alamat", ""),
        head=letter.get("kepala", ""), head_nip=letter.get("nip", ""), logo=store.logo(at.puskesmas_id),
        office=letter.get("dinas", ""), phone=letter.get("telepon", ""), camat=letter.get("camat", ""),
    )  # fmt: skip
