"""Dates written with numbers, and reporting months that do not begin on the first: "26 April s/d 25 Mei" is the month of May."""

from __future__ import annotations

import re

#: A reporting month begins so late in the calendar's month before it, and ends so many days of the month earlier than it began.
EARLIEST_BEGIN, MOST_DAYS_LESS = 20, 2
JANUARY, DECEMBER = 1, 12
DATE = re.compile(
    r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(20\d\d)\b|\b(20\d\d)\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?\b"
)
#: A date without its year before "s/d" and a whole date: `26/04 s/d 25/05/2026`.
_WITHOUT_YEAR = re.compile(
    r"(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*(?:s\s*[/.]?\s*d\.?|sampai(?:\s+dengan)?|hingga|[-–])\s*"
    r"(?=\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(20\d\d)\b)",
    re.IGNORECASE,
)


def dates_in(text: str) -> list[tuple[int, int, int]]:
    """(year, month, day) of the dates of a text in their order; day 0 where only year and month are written."""
    found = []
    for day, month, year, year_first, month_second, day_third in DATE.findall(text):
        one = (int(year), int(month), int(day)) if day else (int(year_first), int(month_second), int(day_third or 0))
        if JANUARY <= one[1] <= DECEMBER:
            found.append(one)
    return found


def begins_late(first_day: int, last_day: int) -> bool:
    """True for the days of a reporting month: from the 26th to the 25th, the 21st to the 20th."""
    return first_day >= EARLIEST_BEGIN and 0 <= first_day - last_day <= MOST_DAYS_LESS


def month_begun(year: int, month: int) -> tuple[int, int]:
    """(year, month) of the reporting month that begins late in a month of the calendar."""
    return (year + 1, JANUARY) if month == DECEMBER else (year, month + 1)


def with_years(text: str) -> str:
    """The text with the year of the second date of a range given to a first one without a year."""
    return _WITHOUT_YEAR.sub(_dated, text)


def _dated(found: re.Match[str]) -> str:
    day, month, year = found[1], int(found[2]), int(found[3])
    if not JANUARY <= month <= DECEMBER:
        return found[0]
    last = int(re.split(r"[-/.]", found.string[found.end() :])[1])
    return f"{day}/{month}/{year - (month > last)} s/d "
