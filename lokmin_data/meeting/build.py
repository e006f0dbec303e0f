"""Builds the agenda from assessments, ranking and open action plans; the same data give the same agenda."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import evidence, items
from lokmin_data.meeting.agenda import Agenda, Item
from lokmin_data.meeting.findings import Finding, find_problems, programme_order
from lokmin_data.meeting.knowledge import asks_for, causes_for
from lokmin_data.meeting.minutes import share_minutes
from lokmin_data.model import LokminError

KINDS = ("tribulanan", "bulanan")
#: A room of thirty discusses at most so many problems of one programme, and so many in all.
PER_PROGRAMME = 3
#: With fewer programmes there is room for more of each, up to this.
PER_PROGRAMME_AT_MOST = 6
PROBLEMS_AT_MOST = 9
#: One problem needs about so many minutes; half of the meeting belongs to the problems.
MINUTES_A_PROBLEM = 6


def build_agenda(
    assessments: Mapping[str, Any], ranking: pd.DataFrame, rtl: pd.DataFrame | None = None, *,
    puskesmas: str, year: int, month: int, kind: str = "tribulanan", minutes: int = 120,
    follow: pd.DataFrame | None = None,
) -> Agenda:  # fmt: skip
    """The agenda: opening, last action plans, late reports, problems by programme, priority desa, decisions, closing.

    `assessments` by indicator code and `ranking` as the analysis gives them for that month; `rtl` as the store
    keeps it, `follow` what `follow_up` found about it.  Minutes add up to `minutes` exactly.  Raises LokminError
    for an unknown kind or a meeting too short for its items.
    """
    if kind not in KINDS:
        raise LokminError(f"Jenis lokmin '{kind}' tidak dikenal. Pilih tribulanan atau bulanan.")
    internal = kind == "bulanan"
    promised = items.promised_rows(rtl, follow)
    chosen, rest = _choose(find_problems(assessments), minutes)
    listed = [
        items.opening(internal, year, month),
        items.follow_up_item(promised),
        items.reporting(assessments, month, internal=internal),
        *(_problem_item(finding, internal) for finding in chosen),
        items.other_problems(rest),
        items.no_problem(assessments) if not chosen else None,
        items.priority_desa(ranking),
        *items.decisions(chosen, internal),
    ]
    timed = _timed([item for item in listed if item is not None], minutes)
    return Agenda(puskesmas, year, month, kind, minutes, tuple(item.sealed() for item in timed), tuple(promised))


def _timed(listed: list[Item], minutes: int) -> list[Item]:
    shares = share_minutes([item.weight for item in listed], minutes)
    return [replace(item, minutes=share) for item, share in zip(listed, shares, strict=True)]


def _choose(findings: list[Finding], minutes: int) -> tuple[list[Finding], list[Finding]]:
    """Those that the room discusses, grouped by programme (heaviest first), and the rest for the appendix.

    Within a programme headline indicators come before their parts: IDL before each single antigen.
    """
    room = max(1, min(PROBLEMS_AT_MOST, minutes // 2 // MINUTES_A_PROBLEM))
    order = programme_order(findings)
    by_programme = {code: [one for one in findings if one.indicator.programme == code] for code in order}
    share = max(PER_PROGRAMME, min(PER_PROGRAMME_AT_MOST, room // max(1, len(order))))
    picked = {code: _headlines_first(group)[:share] for code, group in by_programme.items()}
    chosen = _round_robin([picked[code] for code in order], room)
    kept = [finding for code in order for finding in picked[code] if finding in chosen]
    ordered = sorted(kept, key=lambda one: (order.index(one.indicator.programme), one.indicator.klaster, one.order))
    return ordered, [finding for finding in findings if finding not in ordered]


def _headlines_first(group: list[Finding]) -> list[Finding]:
    return sorted(group, key=lambda one: (one.indicator.headline == 0, one.order))


def _round_robin(groups: list[list[Finding]], room: int) -> list[Finding]:
    """One of each programme in turn, so that no programme fills the meeting alone."""
    longest = max((len(group) for group in groups), default=0)
    in_turn = [group[place] for place in range(longest) for group in groups if place < len(group)]
    return in_turn[:room]


def _problem_item(finding: Finding, internal: bool) -> Item:
    indicator = finding.indicator
    where = evidence.join_names(finding.areas) or "seluruh desa"
    text = finding.evidence + (f" {indicator.plain}" if indicator.plain else "")
    return Item(
        key=f"masalah:{indicator.code}", kind="masalah", title=finding.title, programme=indicator.programme,
        klaster=indicator.klaster, indicator=indicator.code, areas=finding.areas, desa_ids=finding.desa_ids,
        evidence=text, asks=asks_for(indicator, areas=where, short=finding.short, internal=internal),
        causes=causes_for(indicator), weight=4 + finding.severity / 12, short=finding.short,
    )  # fmt: skip


def meeting_title(agenda: Agenda) -> str:
    """ "Lokakarya mini tribulanan lintas sektor, Tribulan I 2026" or "Lokakarya mini bulanan, Maret 2026"."""
    if agenda.kind == "bulanan":
        return f"Lokakarya mini bulanan, {wording.period(agenda.year, agenda.month)}"
    return f"Lokakarya mini tribulanan lintas sektor, {items.tribulan_text(agenda.year, agenda.month)}"
