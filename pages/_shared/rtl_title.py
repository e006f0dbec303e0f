"""The title of the page of action plans: the finding of the follow-up in words."""

from __future__ import annotations

from lokmin_data.meeting.movement import IMPROVED
from pages._shared.meeting_data import Meeting


def rtl_title(meeting: Meeting) -> str:
    """'Kesepakatan lalu: 4 dari 9 selesai, 2 lewat waktu, 3 membaik jelas', or what this meeting agreed."""
    table = meeting.follow
    if len(table):
        done, late = int((table["status"] == "selesai").sum()), int((table["overdue_days"] > 0).sum())
        improved = int((table["word"] == IMPROVED).sum())
        return f"Kesepakatan lalu: {done} dari {len(table)} selesai, {late} lewat waktu, {improved} membaik jelas"
    count = len(meeting.own_rtl)
    return f"Rencana aksi: {count} kegiatan disepakati" if count else "Rencana aksi (RTL): belum ada kegiatan"
