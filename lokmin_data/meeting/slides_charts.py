"""Slides of one indicator: bars per desa with the target, and the PWS table under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.meeting import evidence
from lokmin_data.meeting.agenda import Agenda
from lokmin_data.meeting.evidence import CLEARLY_BELOW
from lokmin_data.meeting.findings import last_year
from lokmin_data.meeting.slide import AXIS_STEP, Bar, Bars, Column, Slide, Table, name_share

CORE = ("imunisasi", "stunting", "gizi_ibu_hamil")
#: Up to this part of 100 % the axis ends with the bars.
SHORT_AXIS = 0.8
PWS_NOTES = (
    "Baik: di atas target dan naik atau tetap. Kurang: di atas target tetapi turun. "
    "Cukup: di bawah target tetapi naik. Jelek: di bawah target dan turun."
)


def programme_slides(agenda: Agenda, assessments: Mapping[str, Any]) -> list[Slide]:
    """A chart for every problem on the agenda: the core programmes (with one PWS table each), then the others."""
    slides: list[Slide] = []
    for code in CORE:
        charted = _charted(agenda, assessments, code)
        slides += [bars_slide(one) for one in charted]
        table = next((pws_table(one) for one in charted if one.indicator.is_coverage), None)
        slides += [table] if table else []
    others = [one.indicator for one in agenda.problems() if one.programme not in CORE]
    slides += [bars_slide(assessments[code]) for code in others if code in assessments]
    return slides


def _charted(agenda: Agenda, assessments: Mapping[str, Any], programme: str) -> list[Any]:
    """The programme's problems on the agenda; without one its first headline indicator that was reported."""
    problems = [
        assessments[one.indicator]
        for one in agenda.problems()
        if one.programme == programme and one.indicator in assessments
    ]
    if problems:
        return problems
    known = [one for one in assessments.values() if one.indicator.programme == programme and one.indicator.headline
             and not wording.is_missing(evidence.numerator(one.puskesmas))]  # fmt: skip
    return sorted(known, key=lambda one: one.indicator.headline)[:1]


def bars_slide(assessment: Any) -> Slide:
    """One indicator: a bar per desa, heaviest first, the Puskesmas' own on top, the target as a line."""
    indicator = assessment.indicator
    counts = indicator.kind == "month"
    measure = "this_month" if counts else "percent"
    target = None if counts or wording.is_missing(assessment.running_target) else float(assessment.running_target)
    bars = tuple(_bar(indicator, row, measure, target) for row in ordered(assessment).to_dict("records"))
    whole = _bar(indicator, {**assessment.puskesmas, "desa": "Puskesmas"}, measure, target, whole=True)
    # Where bars are people, the Puskesmas' sum would press every desa to nothing.
    shown = bars if counts else (whole, *bars)
    unit = indicator.unit if counts else "%"
    figure = Bars(indicator.label, shown, target, _target_label(assessment) if target is not None else "",
                  _top(shown, target, 0.0 if counts else 100.0), unit)  # fmt: skip
    full = indicator.label if evidence.short_label(indicator) != indicator.label else ""
    message = _beside_last_year(assessment) if counts else indicator.plain or full
    return Slide(f"pws:{indicator.code}", "pws", finding(assessment), message, bars=figure, source=definition(assessment),
                 notes=notes(assessment), indicator=indicator.code, programme=indicator.programme)  # fmt: skip


def _beside_last_year(assessment: Any) -> str:
    """What makes a count of cases a problem: the same month of last year."""
    before = last_year(assessment)
    known = "belum tercatat" if before is None else f"{wording.number(before)} kasus"
    return f"Bulan yang sama tahun lalu: {known}."


def ordered(assessment: Any) -> pd.DataFrame:
    """The desa as the room reads them: farthest from the target first, those without a number last, in place."""
    table = assessment.desa
    measure = "this_month" if assessment.indicator.kind == "month" else "percent"
    up = assessment.indicator.direction == "up"
    keys = table.assign(_value=table[measure].astype(float))
    return keys.sort_values(["_value", "desa"], ascending=[up, True], na_position="last", kind="stable").drop(
        columns="_value"
    )


def _bar(indicator: Any, row: Mapping[str, Any], measure: str, target: float | None, *, whole: bool = False) -> Bar:
    value = row.get(measure)
    verdict = str(row.get("verdict") or "")
    missing = wording.is_missing(value)
    text = (
        evidence.fraction(row)
        if measure == "percent"
        else (evidence.state_word(row) if missing else wording.number(value))
    )
    if missing and not wording.is_missing(evidence.numerator(row)):
        text = evidence.fraction(row)
    symbol = wording.verdict(verdict).symbol if not missing else ""
    goal = None if missing else _own_goal(row, target)
    text = f"{text} {symbol}".strip() + ("" if goal is None else f" target {wording.percent(goal)}")
    return Bar(str(row["desa"]), None if missing else float(value), text, verdict, whole, goal=goal)


def _own_goal(row: Mapping[str, Any], target: float | None) -> float | None:
    """The target over the months that were reported, where it is not the common one."""
    own = row.get("target")
    return None if target is None or wording.is_missing(own) or abs(own - target) <= evidence.SAME_TARGET else float(own)


def _target_label(assessment: Any) -> str:
    until = f" s.d. {wording.month_name(assessment.month)}" if assessment.indicator.is_coverage else ""
    return f"Target{until} {wording.percent(assessment.running_target)}"


def _top(bars: tuple[Bar, ...], target: float | None, least: float) -> float:
    highest = max([bar.value or 0.0 for bar in bars] + [target or 0.0])
    if highest <= least * SHORT_AXIS:  # where all stands at 25 %, an axis to 100 makes stumps of the bars
        least = highest
    return max(AXIS_STEP, -(-max(highest, least) // AXIS_STEP) * AXIS_STEP)


def finding(assessment: Any) -> str:
    """The slide's title, a finding in words."""
    indicator = assessment.indicator
    period = wording.period(assessment.year, assessment.month)
    clearly, (_, judged) = int((assessment.desa["verdict"] == CLEARLY_BELOW).sum()), evidence.judged_areas(assessment.records)
    below, label = evidence.missed(indicator), evidence.short_label(indicator)
    if indicator.kind == "month":
        return f"{label} {period}: {evidence.fraction(assessment.puskesmas)} kasus"
    if wording.is_missing(assessment.annual_target):
        return f"{label} {period}: target belum diisi"
    if clearly:
        return f"{label} {period}: {clearly} dari {judged} jelas {below}"
    return f"{label} {period}: tidak ada desa yang jelas {below}"


def definition(assessment: Any) -> str:
    """The indicator's definition for the footer: who is counted, divided by whom."""
    indicator = assessment.indicator
    upper = indicator.numerator or f"{indicator.unit} yang tercapai"
    return f"{indicator.label}: {upper}" + (f" dibagi {indicator.denominator}." if indicator.denominator else ".")


def notes(assessment: Any) -> str:
    """Speaker's notes: definition, target with source, how the verdict is made."""
    target = assessment.target
    lines = [definition(assessment), evidence.target_text(assessment)]
    if target is not None:
        lines.append(
            f"Sumber target: {target.source or 'isi sesuai SK Dinkes'} ({target.year})."
            + ("" if target.confirmed else " Isi sesuai SK Dinkes.")
        )
    lines.append("Status memakai selang Wilson 95 % dari data desa itu sendiri terhadap target.")
    return "\n".join(line for line in lines if line)


def pws_table(assessment: Any) -> Slide:
    """The table under the PWS chart: cumulative n/N with its verdict, this month, last month, trend, PWS status."""
    indicator, rows, verdicts = assessment.indicator, [], {}
    for place, row in enumerate(ordered(assessment).to_dict("records")):
        verdict = str(row.get("verdict") or "")
        trend = str(row.get("trend") or "")
        rows.append((
            str(row["desa"]), f"{wording.verdict(verdict).symbol} {evidence.fraction(row)}".strip(),
            wording.number(row.get("this_month")), wording.number(row.get("last_month")),
            f"{wording.TREND_ARROWS.get(trend, '')} {trend}".strip() or wording.MISSING, str(row.get("pws_status") or wording.MISSING),
        ))  # fmt: skip
        verdicts[place, 1] = verdict
    columns = (
        Column("Desa", name_share([row[0] for row in rows], 2.1, 3.6)), Column("Kumulatif", 2.65, "right"), Column("Bulan ini", 1.0, "right"),
        Column("Bulan lalu", 1.15, "right"), Column("Tren", 1.25), Column("Status PWS", 1.35),
    )  # fmt: skip
    label = evidence.short_label(indicator)
    good, judged = (
        sum(1 for row in rows if row[5] in words) for words in (("Baik",), ("Baik", "Kurang", "Cukup", "Jelek"))
    )
    title = (
        f"PWS {label}: {good} dari {judged} desa berstatus Baik"
        if judged
        else f"PWS {label}: status belum dapat dinilai"
    )
    return Slide(f"tabel:{indicator.code}", "tabel_pws", title, table=Table(columns, tuple(rows), verdicts),
                 source=definition(assessment), indicator=indicator.code, programme=indicator.programme, notes=PWS_NOTES)  # fmt: skip
