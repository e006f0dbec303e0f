"""Dates written with numbers, and reporting months that do not begin on the first: "26 April s/d 25 Mei" is the month of May."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

#: A reporting month begins so late in the calendar's month before it, and ends so many days of the month earlier than it began.
EARLIEST_BEGIN, MOST_DAYS_LESS = 20, 2
JANUARY, DECEMBER = 1, 12
WEEKS = frozenset({"minggu", "mg", "mgg"})
DATE = re.compile(
    r"\b(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(20\d\d)\b|\b(20\d\d)\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?\b"
)
#: A date without its year before "s/d" and a whole date: `26/04 s/d 25/05/2026`.
_WITHOUT_YEAR = re.compile(
    r"(?<![\d/.-])(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*(?:s\s*[/.]?\s*d\.?|sampai(?:\s+dengan)?|hingga|[-–])\s*"
    r"(?=\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]\s*(20\d\d)\b)",
    re.IGNORECASE,
)


_UNTIL = r"(?:s\s*[/.]?\s*d\.?|sampai(?:\s+dengan)?|hingga|[-–])"
#: Days of one month, `1 - 15 Maret`, and one of its weeks, `Minggu ke-2`; `1 s/d 31 Maret` and `Minggu 1 s/d 4` are all of it.
_DAYS = re.compile(rf"(?<![\d/.-])(\d{{1,2}})\s*{_UNTIL}\s*(\d{{1,2}})\s+([a-z]{{3,9}})\b", re.IGNORECASE)
_WEEK = re.compile(
    r"\b(?:minggu|mgg?|pekan)\s*(?:ke)?[\s.-]*(?:[1-5]|i{1,3}|iv|v)\b"
    rf"(?!\s*(?:{_UNTIL}|[,&]|dan)\s*(?:(?:minggu|mgg?|pekan)\s*)?(?:ke)?[\s.-]*(?:\d|[iv]+\b))",
    re.IGNORECASE,
)
FEWEST_DAYS, SHORTEST_MONTH = 6, 28  # "POLIO 1 - 4 Maret" names doses


def of_part(text: str, months: Container[str]) -> bool:
    """True where a text that names a month speaks of some of its days or one of its weeks only; `months`: how they are written."""
    for first, last, name in _DAYS.findall(text):
        if name.casefold() in months and int(last) >= FEWEST_DAYS and not covers_month(int(first), int(last)):
            return not begins_late(int(first), int(last))
    return _WEEK.search(text) is not None


COUNTED = r"\d{1,2}|x?i{1,3}|i?[vx]|vi{1,3}"  # a month as a number, also a Roman one
#: Month and year as numbers behind what says which they are, the year also of two digits: `Bln/Thn : 09/25`, `BULAN : IX/25`; not
#: the 9 of 25 desa of "bulan 9/25 desa".
_LABELLED_YEAR = re.compile(
    r"(?:(?P<both>\b(?:bulan|bln)\.?\s*(?:/|-|&|dan)\s*(?:tahun|thn|th)\b\.?\s*[:=]?)|\b(?:bulan|bln|periode)\.?\s*[:=]|^\s*(?:bulan|bln)\b)\s*"
    rf"(?P<until>{_UNTIL}\s+)?(?P<month>{COUNTED})\s*/\s*(?:20|')?(?P<year>2\d|3[0-5])(?(both)(?![\d/.,%-]|\s+\d)|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def with_labelled_years(text: str) -> str:
    """The text with a month and a year behind their label, `Bln/Thn : 09/25`, written as `bulan 09 tahun 2025`."""
    return _LABELLED_YEAR.sub(_spoken, text) if "/" in text else text


def _spoken(found: re.Match[str]) -> str:
    if found["month"].isdecimal() and not JANUARY <= int(found["month"]) <= DECEMBER:
        return found[0]
    return f"{found['until'] or ''}bulan {found['month']} tahun 20{found['year']}"


#: A month is spoken of, `BULAN : ....`, `LAPORAN BULANAN`; not an age, not the months of a year, no campaign named after its month.
_OF_A_MONTH = re.compile(
    r"\b(?:awal|tengah|pertengahan) tahun\b|"
    r"(?:(?<!\w)(?P<before>(?!20\d\d\b)[\w<>≤≥)-]+)\s*\(?)?\b(?:bulanan\b|(?:bulan|bln)\b(?!\s*(?:pen[gi]\w+|pemberian|timbang|vitamin|kapsul|imunisasi|bh?akti|dana|gizi|k3|ke\s*depan)))",
    re.IGNORECASE,
)
_NO_MONTH = re.compile(r"[<>≤≥\d-]+\)?|umur|usia|per|menurut|tiap|setiap|antar|dalam|beberapa|tri|catur", re.IGNORECASE)


def speaks_of_a_month(text: str) -> bool:
    """True where a text without a month's name speaks of the month that it is about: a blank left open, a name mistyped."""
    return any(not _NO_MONTH.fullmatch(found["before"] or "") for found in _OF_A_MONTH.finditer(text))


def of_a_week(tokens: Sequence[str]) -> bool:
    """True for one week of a year: `Minggu ke-12 tahun 2025`, which is neither a month nor the year."""
    tokens = [token for token in tokens if token != "ke"]
    return any(one in WEEKS and other.isdecimal() and len(other) < len("2025") for one, other in zip(tokens, tokens[1:], strict=False))


def covers_month(first_day: int, last_day: int) -> bool:
    """True for days that are all of a month, also where one of them is not said (0)."""
    return not (first_day and last_day) or first_day == 1 and last_day >= SHORTEST_MONTH


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


#: A year with a blank inside, `DESEMBER 20 25`, and one left open in a form, `TAHUN 20__`, `Maret 20....`.
_SPACED_YEAR = re.compile(
    r"(\b(?:tahun|thn|th|jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|oct|nov|nop|des|dec)[a-z]*[\s.:,-]*20)\s+(2\d|3[0-5])(?![\d/.,%-])",
    re.IGNORECASE,
)
_OPEN_YEAR = re.compile(r"(?<![\d/.,-])20\s?(?:_+|…+|\.{2,}|-{2,})")


def with_years(text: str) -> str:
    """The text with the year of the second date of a range given to a first one without a year, blanks in years closed, and years
    left open in a form taken out: their 20 is no 2020."""
    if "20" not in text:
        return text
    return _WITHOUT_YEAR.sub(_dated, _OPEN_YEAR.sub(" ", _SPACED_YEAR.sub(r"\1\2", text)))


def _dated(found: re.Match[str]) -> str:
    day, month, year = found[1], int(found[2]), int(found[3])
    if not JANUARY <= month <= DECEMBER:
        return found[0]
    last = int(re.split(r"[-/.]", found.string[found.end() :])[1])
    return f"{day}/{month}/{year - (month > last)} s/d "
