"""Heads that write a month as its first day: "01/01/2026", "01/02/2026" ... as an export or a csv file prints the dates of Excel."""

from __future__ import annotations

import re
from itertools import pairwise

from lokmin_data.model import MONTH_NAMES

_DATE = re.compile(
    r"0?1\s*([-/.])\s*(?P<month>0?[1-9]|1[0-2])\s*\1\s*(?P<year>20\d\d)|(?P<first>20\d\d)([-/])(?P<second>0[1-9]|1[0-2])\5\s*0?1"
)
#: So many months one after the other are months; fewer may be two days.
FEWEST_MONTHS, MONTHS = 3, 12


def name_dated_months(line: list[str | None]) -> None:
    """Writes the dates of a head row as their months, where all its dates are the first days of months that follow each other.

    Read as day/month/year, so `01/01`, `02/01`, `03/01` are days of January and stay as they are: nothing says what they count.
    """
    dates = list(dict.fromkeys(text for text in line if text and text[0].isdecimal() and _is_date(text)))
    found = {text: _month(match) for text in dates if (match := _DATE.fullmatch(text))}
    months = list(found.values())
    if len(found) < max(FEWEST_MONTHS, len(dates)) or any(after != before + 1 for before, after in pairwise(months)):
        return
    names = {text: f"{MONTH_NAMES[month % MONTHS]} {month // MONTHS}" for text, month in found.items()}
    line[:] = [names.get(text, text) if text else text for text in line]


def _is_date(text: str) -> bool:
    return sum(1 for part in re.split(r"\s*[-/.]\s*", text) if part.isdecimal()) == len(("day", "month", "year"))


def _month(found: re.Match[str]) -> int:
    """The month of a date, counted on from year to year."""
    return int(found["year"] or found["first"]) * MONTHS + int(found["month"] or found["second"]) - 1
