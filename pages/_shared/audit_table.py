"""The audit log as rows for the screen, narrowed by who and what."""

from __future__ import annotations

import streamlit as st

from lokmin_data.wording import date_text
from pages._shared.access import may_manage
from pages._shared.session import Scope, get_store, person

LIMITS = (200, 1000, 5000)


def audit_rows(at: Scope | None) -> list[dict[str, str]]:
    """The newest entries of the chosen Puskesmas, or of everything for a pengelola of the whole database."""
    everything = at is None
    if at is not None and may_manage(person()):
        everything = st.checkbox("Tampilkan semua Puskesmas dan akun", key="jejak_semua")
    limit = st.selectbox("Banyaknya catatan", LIMITS, key="jejak_batas", format_func=lambda n: f"{n} terbaru")
    table = get_store().audit(None if everything else at.puskesmas_id, limit=limit)  # type: ignore[union-attr]
    names = sorted(set(table["who"]))
    chosen = st.multiselect("Oleh", names, key="jejak_oleh", placeholder="Semua orang")
    shown = table.loc[table["who"].isin(chosen)] if chosen else table
    return [
        {
            "Waktu": f"{date_text(row.at.date())} {row.at:%H.%M.%S}",
            "Oleh": row.who,
            "Yang dilakukan": row.what,
            "Rincian": row.detail,
        }
        for row in shown.itertuples()
    ]
