"""The room's priorities as they were saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pages._shared.session import get_store

if TYPE_CHECKING:
    from pages._shared.meeting_data import Meeting

USG = "usg"


def saved_usg(meeting: Meeting) -> pd.DataFrame | None:
    """Columns masalah, u, s, g, total, rank, best first; None where the room has set none."""
    body, _ = get_store().load_document(meeting.at.puskesmas_id, USG, meeting.key)
    rows = body.get("usg", {}).get("rows", [])
    return pd.DataFrame(rows).sort_values("rank", kind="stable") if rows else None
