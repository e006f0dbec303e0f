"""Which month and year the name of a sheet or a file speaks of."""

from __future__ import annotations

import re

from lokmin_data.reading.words.period import COUNTED, DECEMBER, JANUARY, PARTS, Period, month_number, period_of_text
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.vocabulary import Vocabulary

_MONTH_YEAR = re.compile(r"(?<![\dA-Za-z])(0?[1-9]|1[0-2])[ _.-]+(20\d\d)(?!\d)|(?<!\d)(20\d\d)[ _.-]+(0[1-9]|1[0-2])(?!\d)")
_WRITTEN_TOGETHER = re.compile(r"(?<!\d)(?:(0[1-9]|1[0-2])(20[2-3]\d)|(20[2-3]\d)(0[1-9]|1[0-2]))(?!\d)")  # 052026, 202605
_NAMED = re.compile(rf"^\s*(?:bulan|bln)[\s._-]*(?:ke[\s-]*)?({COUNTED})\s*$", re.IGNORECASE)  # a whole text


def period_of_name(name: str, words: Vocabulary) -> Period:
    """The period that a sheet's or a file's name speaks of: `04_2026`, `2025-10`, `LB3 052026`, `Imun Okt`, `01. Januari`."""
    numbered = _MONTH_YEAR.search(name)
    if numbered and not _numbers_something(name[: numbered.end()], words):
        month, year, year_first, month_second = numbered.groups()
        return Period(int(year or year_first), int(month or month_second))
    if together := _WRITTEN_TOGETHER.search(name):
        month, year, year_first, month_second = together.groups()
        return Period(int(year or year_first), int(month or month_second))
    if counted := counted_month(name):
        return Period(month=counted)
    plain = re.sub(r"\(\d+\)", " ", name)
    tokens = cut(plain)
    found = _unsure_words_left_out(tokens, words)
    return period_of_text(" ".join(found), words, alone=True)


def counted_month(text: str) -> int:
    """The month of a text that is nothing but `Bln 1`, `Bulan ke-2`, `Bulan III`; 0 for any other."""
    found = _NAMED.match(text)
    month = month_number(found.group(1)) if found else 0
    return month if JANUARY <= month <= DECEMBER else 0


def _numbers_something(name: str, words: Vocabulary) -> bool:
    """True where the number before the year belongs to the word before it: `Semester 1 2026`, `Polio 4 2026`."""
    tokens = words.tokens(name)[-3:-1]
    if len(tokens) < 2 or not tokens[1].isdecimal():  # noqa: PLR2004
        return False
    word, number = tokens
    return word in PARTS or any(each.words[:2] == (word, number) for each in words.spellings.get(word, ()))


def _unsure_words_left_out(tokens: list[str], words: Vocabulary) -> list[str]:
    """The words of a name; two-letter month names are too short to be believed in a name."""
    return [token for token in tokens if not (token in words.months and len(token) < 3)]
