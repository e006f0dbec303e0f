"""The year of lokmin at a glance, and the history of one desa: which action was followed by which movement."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import movement
from lokmin_data.meeting import rtl as plans

YEAR_COLUMNS = (
    "lokmin",
    "title",
    "agreed",
    "done",
    "running",
    "not_begun",
    "cancelled",
    "overdue",
    "improved",
    "incomplete",
)
HISTORY_COLUMNS = (
    "lokmin",
    "kegiatan",
    "indicator",
    "penanggung_jawab",
    "selesai",
    "status",
    "before",
    "after",
    "word_text",
    "others",
)


def lokmin_title(lokmin: str) -> str:
    """ "2026-03" -> "Maret 2026", "2026-03-bulanan" -> "Maret 2026 (bulanan)"; other names stay as they are."""
    parts = str(lokmin).split("-")
    if len(parts) < 2 or not (parts[0].isdigit() and parts[1].isdigit() and 1 <= int(parts[1]) <= 12):
        return str(lokmin)
    kind = f" ({parts[2]})" if len(parts) > 2 else ""
    return wording.period(int(parts[0]), int(parts[1])) + kind


def year_view(followed: pd.DataFrame, year: int, held: Collection[str] = ()) -> pd.DataFrame:
    """One row a lokmin of the year: what was agreed, done, late, and how many numbers clearly improved.

    `followed` comes from `follow_up`; `held` names meetings that left an agenda or notulen, with or without a plan.
    """
    named = followed["lokmin"].astype(str) if len(followed) else pd.Series(dtype=str)
    names = sorted({name for name in (*named, *held) if name.startswith(f"{year:04d}-")})
    rows = [_meeting(name, followed[named == name]) if name in set(named) else _without_plan(name) for name in names]
    return pd.DataFrame(rows, columns=list(YEAR_COLUMNS))


def _without_plan(name: str) -> dict[str, Any]:
    return {**dict.fromkeys(YEAR_COLUMNS, 0), "lokmin": name, "title": lokmin_title(name)}


def _meeting(name: str, group: pd.DataFrame) -> dict[str, Any]:
    status = group["status"].replace("", "belum")
    return {
        "lokmin": name, "title": lokmin_title(name), "agreed": len(group), "done": int((status == "selesai").sum()),
        "running": int((status == "proses").sum()), "not_begun": int((status == "belum").sum()),
        "cancelled": int((status == "batal").sum()), "overdue": int((group["overdue_days"] > 0).sum()),
        "improved": int((group["word"] == movement.IMPROVED).sum()), "incomplete": int((group["missing"] != "").sum()),
    }  # fmt: skip


def desa_history(followed: pd.DataFrame, desa_id: int) -> pd.DataFrame:
    """The actions agreed for one desa, oldest first, each with the number before and after."""
    if followed.empty:
        return pd.DataFrame(columns=list(HISTORY_COLUMNS))
    mine = [desa_id in plans.desa_ids(row) for row in followed.to_dict("records")]
    chosen = followed[mine].sort_values(["lokmin", "selesai"], kind="stable")
    return chosen.reindex(columns=list(HISTORY_COLUMNS)).reset_index(drop=True)
