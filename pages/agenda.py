"""Agenda lokmin: built from the data, edited by people, kept; with attendance, notulen and all documents."""

import streamlit as st

from lokmin_data.meeting.build import meeting_title
from pages._shared.acting import show_message, writable
from pages._shared.agenda_edit import agenda_table, event_fields, problem_details, regeneration, total_text
from pages._shared.agenda_state import catch_up, edited_agenda, show_conflict
from pages._shared.layout import next_steps, page_head, reading_help
from pages._shared.meeting_data import choose_kind, load_meeting
from pages._shared.meeting_documents import documents_panel
from pages._shared.meeting_notes import notes_panel
from pages._shared.meeting_present import attendance
from pages._shared.session import need_scope

PARTS = {"acara": "Acara", "hadir": "Daftar hadir", "notulen": "Notulen", "dokumen": "Dokumen"}

at = need_scope()
kind = choose_kind()
meeting = load_meeting(at, kind)
agenda = edited_agenda(meeting)["agenda"]
page_head(f"{meeting_title(agenda)}: {total_text(agenda)}", at)
show_message()
allowed = writable(at.puskesmas_id)
part = st.segmented_control(
    "Bagian", list(PARTS), default="acara", format_func=PARTS.__getitem__, key="bagian_agenda", bind="query-params", required=True,
    label_visibility="collapsed",
)  # fmt: skip
waiting = show_conflict(meeting)
if part == "acara" and not waiting:
    regeneration(meeting, allowed)
    event_fields(meeting, allowed)
    agenda_table(meeting, allowed)
    problem_details(meeting, allowed)
    catch_up(meeting)
elif part == "hadir":
    attendance(meeting, allowed)
elif part == "notulen":
    notes_panel(at, meeting.key, allowed, height=520)
elif part == "dokumen":
    documents_panel(meeting)
next_steps({"presentasi": "Tayangkan di rapat", "prioritas": "Tetapkan prioritas (USG)", "rtl": "Susun RTL"})
reading_help(
    "Acara terberat dibahas lebih dahulu, sesudah **tindak lanjut RTL** lokmin lalu. Setiap masalah membawa angka, desa, penyebab yang mungkin, "
    "dan permintaan kepada tiap sektor; semuanya dapat disunting sebelum disimpan. Dokumen (undangan, notulen, berita acara, salindia) "
    "selalu memakai susunan yang terakhir disimpan.",
    "agenda",
)
