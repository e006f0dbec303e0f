"""Sentences of evidence from an assessment: desa, n/N, verdict, trend, people short.  Never a bare percentage."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from lokmin_data import wording
from lokmin_data.analysis.facts import MASKED, NEVER_PER_DESA
from lokmin_data.model import Indicator
from lokmin_data.wording import is_missing

CLEARLY_BELOW = "jelas_di_bawah"
BELOW = "di_bawah_belum_pasti"
NO_DATA = "belum_ada_data"
#: Percent points: nearer than that an own target is the common one.
SAME_TARGET = 0.05
#: So many desa are named in a sentence; the rest are counted.
NAMED = 4
NAMES_LENGTH = 80
#: Labels up to this length are not shortened.
LONG_LABEL = 16
MONTHS_IN_TRIBULAN = 3

Row = Mapping[str, Any]


def numerator(row: Row) -> Any:
    """The people counted: cumulative where the year is summed up, else this month's."""
    value = row.get("cumulative")
    return row.get("this_month") if is_missing(value) else value


def fraction(row: Row) -> str:
    """ "58/90 · 64,4 %" or "7 dari 9" of a row of an assessment; "belum lapor" where there is nothing."""
    x, n = numerator(row), row.get("sasaran")
    if is_missing(x):
        return state_word(row)
    return wording.count(x, n)


def state_word(row: Row) -> str:
    """Why a row has no number: not reported, not scheduled, not due yet or no data."""
    state = str(row.get("state") or "")
    return wording.STATE_WORDS[state] if state in wording.STATE_WORDS and state != "ada" else wording.NO_DATA


def judged_areas(records: Iterable[Row]) -> tuple[int, str]:
    """How many desa an indicator says something of, and in words: 12, "12 desa"; 2, "2 desa yang melapor" where others are silent."""
    states = [(str(row.get("verdict") or NO_DATA), str(row.get("state") or "")) for row in records]
    known = sum(verdict != NO_DATA or state in (MASKED, NEVER_PER_DESA) for verdict, state in states)
    return known, f"{known} desa yang melapor" if known < len(states) else f"{known} desa"


def people(value: Any) -> int:
    """Whole people still to reach; a part of a person is a person."""
    return 0 if is_missing(value) else max(0, math.ceil(round(float(value), 6)))


def short_text(indicator: Indicator, value: Any) -> str:
    """ "kurang 23 orang", or for lower-is-better "kelebihan 5 orang"; empty where nobody is short."""
    missing = people(value)
    if not missing:
        return ""
    word = "kurang" if indicator.direction == "up" else "kelebihan"
    return f"{word} {wording.number(missing)} {indicator.unit}"


def desa_text(indicator: Indicator, row: Row) -> str:
    """One desa in a sentence: "Mekarsari 58/90 · 64,4 % (jelas di bawah target, kurang 23 orang, turun)"."""
    words = [
        verdict_text(indicator, row),
        short_text(indicator, row.get("short")),
        trend_text(row),
        gap_text(indicator, row),
    ]
    inside = ", ".join(word for word in words if word)
    return f"{row['desa']} {fraction(row)}" + (f" ({inside})" if inside else "")


def verdict_word(indicator: Indicator, code: str) -> str:
    """The verdict's word; where lower is better "di bawah target" would mislead, so it says what is exceeded."""
    word = wording.verdict(code).word
    if indicator.direction == "up":
        return word
    return {CLEARLY_BELOW: "Jelas melebihi batas", BELOW: "Melebihi batas, belum pasti"}.get(code, word)


def verdict_text(indicator: Indicator, row: Row) -> str:
    """The verdict in small letters, or an empty text where there is nothing to judge."""
    verdict = str(row.get("verdict") or "")
    return "" if verdict in ("", NO_DATA) else verdict_word(indicator, verdict).lower()


def missed(indicator: Indicator) -> str:
    """What a desa does that misses: "di bawah target", or where lower is better "melebihi batas"."""
    return "di bawah target" if indicator.direction == "up" else "melebihi batas"


def short_label(indicator: Indicator) -> str:
    """A label for a table's head: "IDL" of "Imunisasi dasar / bayi lengkap (IDL)", "Stunting" of "Stunting (...)"."""
    before, bracket, inside = indicator.label.removesuffix(")").partition(" (")
    if not bracket or not indicator.label.endswith(")") or len(indicator.label) <= LONG_LABEL:
        return indicator.label
    return inside if inside.isalnum() and inside.upper() == inside else before


def trend_text(row: Row) -> str:
    """The month against the month before as PWS says it: naik, tetap, turun; empty where not comparable."""
    trend = row.get("trend")
    return f"bulan ini {trend}" if isinstance(trend, str) and trend else ""


def gap_text(indicator: Indicator, row: Row) -> str:
    """ "laporan 2 dari 3 bulan" where months are missing behind a cumulative number, else empty."""
    reported, due = row.get("months_reported"), row.get("months_due")
    if not indicator.is_coverage or is_missing(reported) or is_missing(due) or reported >= due:
        return ""
    return f"laporan {wording.number(reported)} dari {wording.number(due)} bulan"


def join_names(names: Iterable[str], at_most: int = NAMED, length: int = NAMES_LENGTH) -> str:
    """ "A, B dan C", or "A, B, C, D dan 3 desa lain"; long names leave room for fewer."""
    names = list(names)
    shown: list[str] = []
    for name in names[:at_most]:
        if shown and sum(map(len, shown)) + len(name) > length:
            break
        shown.append(name)
    rest = len(names) - len(shown)
    if rest > 0:
        return f"{', '.join(shown)} dan {rest} desa lain"
    return " dan ".join(part for part in (", ".join(shown[:-1]), shown[-1] if shown else "") if part)


def target_text(assessment: Any, row: Mapping[str, Any] | None = None) -> str:
    """ "target sampai Maret 22,5 % (setahun 90 %)" or "target 18,8 %"; empty where no target is set.

    `row`: whose target, which is lower where months are missing and then says so.
    """
    annual, running, partly = assessment.annual_target, assessment.running_target, ""
    own = None if row is None else row.get("target")
    if not is_missing(own) and not is_missing(running) and own < running - SAME_TARGET:
        running, partly = own, " atas bulan yang dilaporkan"
    if is_missing(annual):
        return ""
    if assessment.indicator.is_coverage and not is_missing(running) and running != annual:
        month = wording.month_name(assessment.month)
        return f"target sampai {month} {wording.percent(running)}{partly} (setahun {wording.percent(annual)})"
    return f"target {wording.percent(annual)}"


def tribulan_months(month: int) -> list[int]:
    """The months of the tribulan so far: 5 gives April and May."""
    first = (month - 1) // MONTHS_IN_TRIBULAN * MONTHS_IN_TRIBULAN + 1
    return list(range(first, month + 1))


def months_text(assessment: Any, months: Iterable[int]) -> str:
    """The Puskesmas' own numbers month by month: "Januari 12/40, ..."; empty where only one month is known."""
    own_months, parts = assessment.own_months, []
    for month in months:
        own = own_months[month - 1]
        parts.append(f"{wording.month_name(month)} {'belum lapor' if is_missing(own) else wording.number(own)}")
    return "Bulan demi bulan: " + ", ".join(parts) + "." if len(parts) > 1 else ""


def round_text(assessment: Any) -> str:
    """ "Data terakhir: Februari." or "Data terakhir: Agustus 2025." where the newest measurement is older than the month asked for, else empty."""
    month = assessment.puskesmas.get("round_month")
    if is_missing(month) or int(month) == assessment.month or is_missing(numerator(assessment.puskesmas)):
        return ""
    year = f" {assessment.year - 1}" if int(month) > assessment.month else ""
    return f"Data terakhir: {wording.month_name(int(month))}{year}."
