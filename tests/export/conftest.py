"""One assessed Puskesmas with agenda, ranking, action plans and meta, for every document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import pytest

from lokmin_data.analysis import assess_all, rank_desa
from lokmin_data.export.docx_letters import Event
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.build import build_agenda
from lokmin_data.meeting.deck import Meta
from lokmin_data.meeting.followup import follow_up
from tests.meeting.lokmin_samples import panel_of


@dataclass(frozen=True)
class Work:
    """Everything that a document is made from."""

    assessments: dict[str, Any]
    ranking: pd.DataFrame
    agenda: Agenda
    follow: pd.DataFrame
    meta: Meta
    event: Event


def work_of(panel, *, contoh: bool = False, promises: int = 2) -> Work:
    """A meeting of March 2026 over that panel with so many action plans for each problem."""
    assessments = assess_all(panel, 2026, 3)
    ranking = rank_desa(assessments, panel.settings)
    agenda = build_agenda(assessments, ranking, puskesmas=panel.puskesmas, year=2026, month=3)
    rows = [row for item in agenda.problems()
            for row in plans.prefill(item, assessments[item.indicator], lokmin="2026-03", due=date(2026, 6, 30))[:promises]]  # fmt: skip
    funds = ("BOK", "Dana Desa", "APBD")
    rows = [
        {**row, "penanggung_jawab": "Bidan Koordinator" if place % 3 else "", "sumber_dana": funds[place % 3]}
        for place, row in enumerate(rows)
    ]
    follow = follow_up(pd.DataFrame(rows), panel, 2026, 3, assessments=assessments)
    meta = Meta(panel.puskesmas, 2026, 3, "Sukajaya", "Kabupaten Contoh", "6 April 2026", "3 April 2026", contoh=contoh,
                address="Jl. Raya Sukajaya No. 1", head="dr. Contoh", head_nip="19800101 200501 2 001")  # fmt: skip
    return Work(
        assessments,
        ranking,
        agenda,
        follow,
        meta,
        Event(date(2026, 4, 6), "09.00 WIB", "Pendopo Kecamatan", "005/12/2026", "Sukajaya"),
    )


@pytest.fixture(scope="session")
def work() -> Work:
    return work_of(panel_of(silent=("Wonomulyo",)), contoh=True)
