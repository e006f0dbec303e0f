"""Which month and year the name of a sheet or a file speaks of."""

from __future__ import annotations

import re

from lokmin_data.reading.words.period import (
    COUNTED,
    DECEMBER,
    JANUARY,
    NEVER,
    Period,
    month_number,
    period_of_text,
)
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.vocabulary import Vocabulary
from lokmin_data.reading.words.year_parts import PARTS, with_joined_parts

_MONTH_YEAR = re.compile(r"(?<![\dA-Za-z])(0?[1-9]|1[0-2])[ _.-]+(20\d\d)(?!\d)|(?<!\d)(20\d\d)[ _.-]+(0[1-9]|1[0-2])(?!\d)")
_WRITTEN_TOGETHER = re.compile(r"(?<!\d)(?:(0[1-9]|1[0-2])(20[2-3]\d)|(20[2-3]\d)(0[1-9]|1[0-2]))(?!\d)")  # 052026, 202605
#: The day on which a file was saved or sent, `05-04-2026`, `update 5 April 2026`; the last days of a month stand for it.
_DAY_NUMBER = re.compile(r"(?<![A-Za-z\d./-])(\d{1,2})[ ._-](\d{1,2})[ ._-](?:20)\d\d(?!\d)")
_DAY_NAMED = re.compile(r"(?<![\w.])(\d{1,2})[ _-]+([a-z]{3,9})[ ._-]+(?:20)?\d\d(?!\d)", re.IGNORECASE)
_FROM = re.compile(r"[a-z]{3,9}\s*(?:s\s*[./]?\s*d\.?|sampai|-|–)\s*$", re.IGNORECASE)
LAST_DAYS = 28
_NAMED = re.compile(rf"^\s*(?:bulan|bln)[\s._-]*(?:ke[\s-]*)?({COUNTED})\s*$", re.IGNORECASE)  # a whole text


def period_of_name(name: str, words: Vocabulary) -> Period:
    """The period that a sheet's or a file's name speaks of: `04_2026`, `2025-10`, `LB3 052026`, `Imun Okt`, `01. Januari`."""
    if _dated(name, words):
        return NEVER
    numbered = _MONTH_YEAR.search(name)
    if numbered and not _numbers_something(name[: numbered.end()], words):
        month, year, year_first, month_second = numbered.groups()
        return Period(int(year or year_first), int(month or month_second))
    if together := _WRITTEN_TOGETHER.search(name):
        month, year, year_first, month_second = together.groups()
        return Period(int(year or year_first), int(month or month_second))
    if counted := counted_month(name):
        return Period(month=counted)
    plain = with_joined_parts(re.sub(r"\(\d+\)", " ", name))
    tokens = cut(plain)
    found = _unsure_words_left_out(tokens, words)
    return period_of_text(" ".join(found), words, alone=True)


def _dated(name: str, words: Vocabulary) -> bool:
    """True for a name that bears the day on which it was made, which may be in the month after that of its numbers; `03 Maret` may
    count the months, `K 6 Maret` a visit."""
    days = [(int(day), int(month), found.start()) for found in _DAY_NUMBER.finditer(name) for day, month in [found.groups()]]
    days += [(int(found[1]), words.months.get(found[2].casefold(), 0), found.start()) for found in _DAY_NAMED.finditer(name)]
    for day, month, start in days:
        before = words.tokens(name[:start])[-1:]
        named = words.synonyms.get(before[0], (before[0],))[-1] if before else ""
        is_day = JANUARY <= month <= DECEMBER and 1 <= day < LAST_DAYS and day != month
        if is_day and (named, str(day)) not in words.numbered and not _FROM.search(name[:start]):
            return True
    return False


def counted_month(text: str) -> int:
    """The month of a text that is nothing but `Bln 1`, `Bulan ke-2`, `Bulan III`; 0 for any other."""
    found = _NAMED.match(text)
    month = month_number(found.group(1)) if found else 0
    return month if JANUARY <= month <= DECEMBER else 0


def _numbers_something(name: str, words: Vocabulary) -> bool:
    """True where the number before the year, or several, belong to the word before them: `Semester 1 2026`, `DPT 1-3 2026`."""
    *before, number, _ = ("", "", *words.tokens(name))
    word = next((each for each in reversed(before) if not each.isdecimal()), "")
    if not word or not number.isdecimal():
        return False
    return word in PARTS or any(each.words[:2] == (word, number) for each in words.spellings.get(word, ()))


def _unsure_words_left_out(tokens: list[str], words: Vocabulary) -> list[str]:
    """The words of a name; two-letter month names are too short to be believed in a name."""
    return [token for token in tokens if not (token in words.months and len(token) < 3)]
