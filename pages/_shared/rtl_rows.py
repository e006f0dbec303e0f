"""Action plans as the pages show them: lines of a table, the draft of a row, and the row of a form."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.knowledge import sector_label
from lokmin_data.wording import MISSING, count, date_text, is_missing, percent
from pages._shared.meeting_data import Meeting

MONTHS_AHEAD = 3
NAMED_DESA = 2
MARKS = {0: "", 3: "!", 30: "!!", 60: "!!!"}


def due_default(meeting: Meeting) -> date:
    """The last day of the month three months on: the next lokmin tribulanan."""
    month = meeting.at.month + MONTHS_AHEAD
    year, month = meeting.at.year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def drafts(meeting: Meeting, agenda: Agenda) -> list[dict[str, Any]]:
    """Draft rows of every problem and ask that has no row yet at this meeting."""
    known = {(str(row.get("indicator")), str(row.get("sektor"))) for row in meeting.own_rtl.to_dict("records")}
    rows = []
    for item in agenda.problems():
        assessment = meeting.assessments.get(item.indicator)
        for row in plans.prefill(item, assessment, lokmin=meeting.key, due=due_default(meeting)):
            if (str(row["indicator"]), str(row["sektor"])) not in known:
                rows.append({**row, "puskesmas_id": meeting.at.puskesmas_id, "desa": row.get("desa", "")})
    return rows


def line(row: Mapping[str, Any], labels: Mapping[str, str], today: date) -> dict[str, Any]:
    """One row of the table on the screen."""
    days = plans.overdue_days(row, today)
    step = plans.escalation(days)
    status = plans.STATUS.get(str(row.get("status")), "")
    start = MISSING if is_missing(row.get("baseline_x")) else count(row["baseline_x"], row.get("baseline_n"))
    due = plans.as_date(row.get("selesai"))
    return {
        "Kegiatan": str(row.get("kegiatan") or row.get("masalah") or ""), "Desa": _where(row),
        "Penanggung jawab": str(row.get("penanggung_jawab") or "") or "belum ditentukan",
        "Batas waktu": date_text(due) if due else "belum ada", "Status": f"{status}, lewat {days} hari {MARKS[step]}".strip() if days else status,
        "Kelengkapan": plans.completeness_text(row), "Indikator": labels.get(str(row.get("indicator") or ""), ""), "Data awal": start,
        "Target": MISSING if is_missing(row.get("target_value")) else percent(row["target_value"]),
        "Sektor": sector_label(str(row.get("sektor") or "")),
    }  # fmt: skip


def _where(row: Mapping[str, Any]) -> str:
    """The desa by name, or how many they are where the names would fill the line."""
    ids = plans.desa_ids(row)
    return f"{len(ids)} desa" if len(ids) > NAMED_DESA else str(row.get("desa") or "") or "seluruh desa"


def late_sentence(rtl: pd.DataFrame, today: date) -> str:
    """How many open rows are overdue, by step of escalation; empty where none is."""
    steps = [plans.escalation(days) for row in rtl.to_dict("records") if (days := plans.overdue_days(row, today))]
    parts = [
        f"{steps.count(step)} {plans.ESCALATION_WORDS[step][:1].lower()}{plans.ESCALATION_WORDS[step][1:]}"
        for step in (60, 30, 3)
        if steps.count(step)
    ]
    return f"{len(steps)} kegiatan lewat waktu" + (f": {'; '.join(parts)}." if parts else ".") if steps else ""


def with_data(row: dict[str, Any], meeting: Meeting) -> dict[str, Any]:
    """The row with baseline from the data of this month where indicator or desa changed; target suggested if empty."""
    assessment = meeting.assessments.get(str(row.get("indicator") or ""))
    if assessment is None:
        return {**row, **dict.fromkeys(("baseline_x", "baseline_n", "baseline_year", "baseline_month"))}
    start = plans.baseline(assessment, plans.desa_ids(row))
    row = {
        **row,
        "baseline_x": start.x,
        "baseline_n": start.n,
        "baseline_year": start.year,
        "baseline_month": start.month,
    }
    due = plans.as_date(row.get("selesai"))
    if is_missing(row.get("target_value")) and due:
        row["target_value"] = plans.suggested_target(assessment, due)
    return row


def same_place(row: Mapping[str, Any], indicator: str, ids: list[int]) -> bool:
    """True where the row is still bound to the same indicator and desa, so that its baseline stays as agreed."""
    return (
        str(row.get("indicator") or "") == indicator
        and plans.desa_ids(row) == ids
        and not is_missing(row.get("baseline_year"))
    )
