"""Short names of indicators and the texts at bars and in cells; numbers are written by `lokmin_data.wording`."""

from __future__ import annotations

import re
from typing import Any

from lokmin_data.model import Indicator
from lokmin_data.wording import MISSING, STATE_WORDS, count, is_missing, month_name, number, percent, verdict

#: "(IDL)", "(OPV1)", "(MR) 2": a short form in capitals stands for the words before it.
_SHORT_FORM = re.compile(r"^.*\(([A-Z][A-Z0-9]{1,5})\)(.*)$")
_BRACKET = re.compile(r"\s*\([^)]*\)")
NO_REPORT = "belum lapor"


def short_label(indicator: Indicator) -> str:
    """ "Campak-Rubela (MR) 1" -> "MR 1", "Stunting (TB/U < -2 SD)" -> "Stunting"."""
    found = _SHORT_FORM.match(indicator.label)
    if found:
        return f"{found[1]}{_BRACKET.sub('', found[2])}".strip()
    return _BRACKET.sub("", indicator.label).strip() or indicator.label


def fraction(x: float | None, n: float | None) -> str:
    """ "58/90", or "7 dari 9" below ten; missing -> "–"."""
    if is_missing(x):
        return MISSING
    return count(x, n).split(" · ")[0]


def state_word(row: Any) -> str:
    """What stands where a number is missing: "belum lapor", "tidak dijadwalkan", "belum jatuh tempo", "belum ada sasaran"."""
    if row.state != "ada":
        return STATE_WORDS.get(row.state, NO_REPORT)
    return "belum ada sasaran" if is_missing(row.percent) else ""


def bar_text(row: Any) -> str:
    """The text at a bar: symbol, n/N and percent; a missing value says why, a missing month how many are in."""
    missing = state_word(row)
    if missing and is_missing(row.cumulative):
        return missing
    text = f"{verdict(row.verdict).symbol} {count(row.cumulative, row.sasaran)}".strip()
    return f"{text} ({months_in(row) or _round(row) or missing})" if missing else text


def _round(row: Any) -> str:
    """The month of the round that the number is from, where the indicator is not collected in this one: "Agustus"."""
    month = getattr(row, "round_month", 0)
    return month_name(int(month)) if row.state == "tidak_dijadwalkan" and not is_missing(month) and int(month) else ""


#: Where lower is better "di bawah target" would mislead: what is exceeded is said instead.
EXCEEDED = {"jelas_di_bawah": "Jelas melebihi batas", "di_bawah_belum_pasti": "Melebihi batas, belum pasti"}


def verdict_word(indicator: Indicator, code: str) -> str:
    """The verdict's word, as it is said for this indicator's direction."""
    return EXCEEDED.get(code, verdict(code).word) if indicator.direction == "down" else verdict(code).word


def months_in(row: Any) -> str:
    """ "5 dari 6 bulan" where months are missing; empty where all are in or nothing is counted by month."""
    if is_missing(row.months_reported) or is_missing(row.months_due) or row.months_reported >= row.months_due:
        return ""
    return f"{number(row.months_reported, 0)} dari {number(row.months_due, 0)} bulan"


def short_people(value: float, unit: str, lower_is_better: bool) -> str:
    """ "kurang 23 orang", or "kelebihan 3 kasus" where lower is better; nothing where the target is met."""
    if is_missing(value) or value <= 0:
        return ""
    return (
        f"kelebihan {number(_whole(value), 0)} kasus"
        if lower_is_better
        else f"kurang {number(_whole(value), 0)} {unit}"
    )


def _whole(value: float) -> int:
    return int(-(-round(value, 6) // 1))


def target_text(target: float | None, word: str) -> str:
    """ "Target s.d. Maret 20 %"."""
    return "" if is_missing(target) else f"{word} {percent(target)}"


#: A label takes about this share of the axis a letter: 16 px letters where the bars have 460 px, the narrowest desk screen.
LETTER_SHARE = 0.0185
MOST_LABEL = 0.62  # of the axis; a longer label may run on


def clear_of(place: float, text: str, line: float | None, span: float) -> float:
    """Where a text begins so that a target line does not run through it: at the bar's end, or just behind the line."""
    if is_missing(line) or not place <= line <= place + span * LETTER_SHARE * (len(text) + 2):
        return place
    return float(line)  # type: ignore[arg-type]


def axis_span(top: float, labels: list[tuple[float, str]], line: float | None = None) -> float:
    """How far an axis must reach so that every (place, text) has room beside its bar, also when set behind the line."""
    span = top * 1.05
    for _ in range(2):  # a label that moves behind the line needs more room than it did at its bar
        for place, text in labels:
            room = min(MOST_LABEL, LETTER_SHARE * (len(text) + 3))
            span = max(span, clear_of(place, text, line, span) / (1 - room))
    return span
