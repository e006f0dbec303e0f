"""What became of the action plan: done or late, and what the number did since, beside the other desa."""

from __future__ import annotations

import calendar
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.facts import MASKED
from lokmin_data.meeting import movement
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.movement import Period
from lokmin_data.model import Panel

#: Months before the agreement that are compared with the months since; the same length as a tribulan.
WINDOW = 3
MONTHS = 12
COLUMNS = (
    "before", "after", "pace_before", "pace_after", "gained", "needed", "needed_text", "word", "word_text", "others",
    "note", "overdue_days", "escalation", "escalation_text", "missing", "months_since",
)  # fmt: skip
REMEASURED = "Anak yang sama diukur ulang: bandingkan Februari dengan Agustus."


@dataclass(frozen=True)
class Window:
    """Months as year * 12 + month - 1, both ends included."""

    first: int
    last: int


def follow_up(
    rtl: pd.DataFrame, panel: Panel | None, year: int, month: int, *,
    today: date | None = None, assessments: Mapping[str, Any] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """The rows of `rtl` with before/after (n/N), people gained and needed by now, a word, other desa, days overdue.

    `assessments` of (year, month) by indicator code are taken where given, else computed from `panel`.  `today`
    defaults to the last day of that month.  A row without indicator or data keeps its status and an empty word.
    """
    day = today or date(year, month, calendar.monthrange(year, month)[1])
    if rtl is None or rtl.empty:
        return pd.DataFrame(columns=[*(rtl.columns if rtl is not None else ()), *COLUMNS])
    names = _names(panel, assessments)
    rows = [_named(row, names) for row in rtl.to_dict("records")]
    known = dict(assessments or {})
    for code in {str(row.get("indicator") or "") for row in rows} - set(known) - {""}:
        if panel is not None and code in panel.indicators:
            known[code] = _assess(panel, code, year, month)
    return pd.DataFrame([{**row, **_followed(row, known.get(str(row.get("indicator") or "")), day)} for row in rows])


def _names(panel: Panel | None, assessments: Mapping[str, Any] | None) -> dict[int, str]:
    tables = [panel.desa] if panel is not None else [one.desa for one in (assessments or {}).values()][:1]
    return {
        int(row["desa_id"]): str(row["desa"])
        for table in tables
        for row in table[["desa_id", "desa"]].to_dict("records")
    }


def _named(row: dict[str, Any], names: Mapping[int, str]) -> dict[str, Any]:
    """The row with the names of its desa; names that a person typed stay where the list does not know the id."""
    known = [names[identity] for identity in plans.desa_ids(row) if identity in names]
    typed = row.get("desa")
    return {**row, "desa": ", ".join(known) or ("" if wording.is_missing(typed) else str(typed))}


def _assess(panel: Panel, code: str, year: int, month: int) -> Any:
    from lokmin_data.analysis import assess

    return assess(panel, code, year, month)


def _followed(row: Mapping[str, Any], assessment: Any, today: date) -> dict[str, Any]:
    late = plans.overdue_days(row, today)
    step = plans.escalation(late)
    status = {
        "overdue_days": late, "escalation": step, "escalation_text": plans.ESCALATION_WORDS[step],
        "missing": ", ".join(plans.missing_parts(row)),
    }  # fmt: skip
    blank: dict[str, Any] = dict.fromkeys(COLUMNS, "") | {"gained": None, "needed": None, "months_since": 0}
    blank["word_text"] = movement.WORDS[movement.UNKNOWN]
    numbers = _numbers(row, assessment) if assessment is not None else {}
    return {**blank, **numbers, **status}


def _numbers(row: Mapping[str, Any], assessment: Any) -> dict[str, Any]:
    start = _start(row)
    if start is None:
        return {"after": plans.baseline(assessment, plans.desa_ids(row)).text, "note": "Data awal belum diisi."}
    now = assessment.year * MONTHS + assessment.month - 1
    ids = plans.desa_ids(row)
    since = max(0, now - start)
    before = plans.Baseline(row.get("baseline_x"), row.get("baseline_n"), start // MONTHS, start % MONTHS + 1)
    after = plans.baseline(assessment, ids).text
    if assessment.indicator.is_coverage and before.year != assessment.year:  # 55 % and 9 % are not one row of numbers
        after = f"{after.removesuffix(')')}, dihitung lagi sejak Januari)"
    shown = {"before": before.text, "after": after, "months_since": since}
    if since == 0:
        return {**shown, "after": "", "note": "Belum ada bulan baru sejak kesepakatan."}
    if ids and any(row["state"] == MASKED for row in assessment.records):
        return {**shown, "note": "Angka kecil disamarkan, jadi tidak dibandingkan."}
    counts = assessment.indicator.is_coverage or assessment.indicator.kind == "month"
    judged = _counts(row, assessment, ids, start, now) if counts else _shares(row, assessment, ids, before)
    return {**shown, **judged}


def _start(row: Mapping[str, Any]) -> int | None:
    year, month = row.get("baseline_year"), row.get("baseline_month")
    if wording.is_missing(year) or wording.is_missing(month) or not year or not month:
        return None
    return int(year) * MONTHS + int(month) - 1


# -- counts: persons reached month by month ----------------------------------------------------------------------------


def _counts(row: Mapping[str, Any], assessment: Any, ids: list[int], start: int, now: int) -> dict[str, Any]:
    earlier, later = Window(start - WINDOW + 1, start), Window(start + 1, now)
    table = _own_months(assessment)
    chosen = _these(table, ids)
    before, after = _period(chosen, earlier), _period(chosen, later)
    up = assessment.indicator.direction == "up"
    word = movement.count_word(before, after, up=up)
    unit = assessment.indicator.unit
    return {
        "pace_before": _pace(before, unit), "pace_after": _pace(after, unit), "word": word,
        "word_text": movement.WORDS[word], "others": _others(table, ids, earlier, later, up=up),
        **_gain(row, assessment, after.x if after.months else None, now - start),
    }  # fmt: skip


def _own_months(assessment: Any) -> pd.DataFrame:
    """Months of the desa with their own number, the persons due in them, and the time as one number."""
    table = assessment.monthly[assessment.monthly["own"].notna()]
    due = table["denominator"].astype(float) / MONTHS
    return table.assign(time=table["year"] * MONTHS + table["month"] - 1, due=due.where(due > 0))


def _these(table: pd.DataFrame, ids: list[int]) -> pd.DataFrame:
    return table[table["desa_id"].isin(ids)] if ids else table[table["desa_id"] == 0]


def _period(table: pd.DataFrame, window: Window) -> Period:
    part = table[(table["time"] >= window.first) & (table["time"] <= window.last)]
    if part.empty:
        return Period(0.0)
    # Where the sasaran is not known a month counts as one unit of exposure.
    exposure = float(part["due"].sum()) if part["due"].notna().all() else float(len(part))
    return Period(float(part["own"].sum()), exposure, int(part["time"].nunique()))


def _pace(period: Period, unit: str) -> str:
    return f"{wording.number(period.x)} {unit} dalam {period.months} bulan" if period.months else "belum ada data"


def _others(table: pd.DataFrame, ids: list[int], earlier: Window, later: Window, *, up: bool) -> str:
    """The same comparison for the desa that are not in the row; empty where the row is about all of them."""
    rest = table[~table["desa_id"].isin([0, *ids])]
    if not ids or rest.empty:
        return ""
    before, after = _period(rest, earlier), _period(rest, later)
    if not before.months or not after.months:
        return ""
    word = movement.WORDS[movement.count_word(before, after, up=up)].lower()
    rates = [wording.number(period.x / period.months) for period in (before, after)]
    return f"Desa lain: {rates[0]} menjadi {rates[1]} sebulan ({word})"


def _gain(row: Mapping[str, Any], assessment: Any, gained: float | None, since: int) -> dict[str, Any]:
    """People gained since the agreement against the part of the promise that should be reached by now."""
    needed = plans.people_needed(assessment.indicator, row)
    due = plans.as_date(row.get("selesai"))
    if needed is None or due is None or gained is None:
        return {"gained": gained, "needed": None, "needed_text": ""}
    total = plans.months_between(int(row["baseline_year"]), int(row["baseline_month"]), due)
    by_now = math.ceil(round(needed * min(since, total) / total, 6))
    unit = assessment.indicator.unit
    words = "tercapai" if gained >= by_now else f"kurang {wording.number(by_now - gained)}"
    text = f"bertambah {wording.number(gained)} dari {wording.number(by_now)} {unit} yang diperlukan sampai sekarang ({words})"
    if assessment.indicator.direction == "down":
        text = text.replace("bertambah", "berkurang", 1)
    return {"gained": gained, "needed": by_now, "needed_text": text}


# -- shares: a state at two times --------------------------------------------------------------------------------------


def _shares(row: Mapping[str, Any], assessment: Any, ids: list[int], before: plans.Baseline) -> dict[str, Any]:
    after = plans.baseline(assessment, ids)
    if any(wording.is_missing(value) for value in (before.x, before.n, after.x, after.n)):
        return {"note": "Belum ada pengukuran yang dapat dibandingkan."}
    up = assessment.indicator.direction == "up"
    first, second = Period(float(before.x), float(before.n)), Period(float(after.x), float(after.n))
    word = movement.share_word(first, second, up=up)
    gained = None
    if first.exposure > 0 and second.exposure > 0:
        change = second.x / second.exposure - first.x / first.exposure
        gained = float(round(change * second.exposure)) * (1 if up else -1)
    since = assessment.year * MONTHS + assessment.month - 1 - (before.year * MONTHS + before.month - 1)
    return {
        "word": word, "word_text": movement.WORDS[word], "others": _other_shares(assessment, ids, before, up=up),
        "note": REMEASURED if assessment.indicator.kind == "point" and not up else "",
        **_gain(row, assessment, gained, since),
    }  # fmt: skip


def _other_shares(assessment: Any, ids: list[int], before: plans.Baseline, *, up: bool) -> str:
    table = assessment.monthly[~assessment.monthly["desa_id"].isin([0, *ids])]
    if not ids or table.empty:
        return ""
    earlier = _state(table, before.year, before.month)
    later = _state(table, assessment.year, assessment.month)
    if not earlier.exposure or not later.exposure:
        return ""
    word = movement.WORDS[movement.share_word(earlier, later, up=up)].lower()
    texts = [wording.count(period.x, period.exposure) for period in (earlier, later)]
    return f"Desa lain: {texts[0]} menjadi {texts[1]} ({word})"


def _state(table: pd.DataFrame, year: int, month: int) -> Period:
    part = table[
        (table["year"] == year) & (table["month"] == month) & table["cumulative"].notna() & (table["denominator"] > 0)
    ]
    return Period(float(part["cumulative"].sum()), float(part["denominator"].sum()), 1 if len(part) else 0)
