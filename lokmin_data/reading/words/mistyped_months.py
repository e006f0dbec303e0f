"""Months that a title names with a slip of the keys, `JANURI - SEPTEMBER 2025`, or does not name at all, `S/D BULAN ........ 2025`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lokmin_data.reading.words.one_report import for_one_report
from lokmin_data.reading.words.vocabulary import Vocabulary

#: `BULAN XYZAN - AGUSTUS`, `Periode ...... s/d Juli`.
_RANGE = re.compile(
    r"\b(?:bulan|bln|periode|masa)\b\.?\s*[:=]?\s*(?P<first>[a-z]{2,}|[._…]{2,})\s*(?:[-–]|s\s*[/.]\s*d\b\.?|\b(?:sd|sampai|hingga)\b)\s*"
    r"(?P<last>[a-z]{3,9})\b",
    re.IGNORECASE,
)
#: Shorter names are a slip away from one another (Juni, Juli) and from other words (Mei, Maret).
SHORTEST_NAME = 6
#: So many slips of the keys at the beginning of a range.
FIRST_OF_RANGE = 2
#: What stands beside a month in a title, apart from a year and another month.
_OF_TIME = frozenset({"bulan", "bln", "periode", "sampai", "sd", "hingga", "keadaan", "posisi", "masa", "akhir", "kumulatif"})
_UNTIL, _YEAR = frozenset({"sampai", "hingga"}), frozenset({"tahun", "thn", "th"})
_TO = _UNTIL | {"sd"}
#: Between "s/d" and the name of its month, and what alone says that a month comes.
_BEFORE_MONTH = frozenset({"dengan", "dgn", "akhir", "bulan", "bln", "periode", "tanggal", "tgl"})
_MONTH_COMES = frozenset({"bulan", "bln", "akhir", "periode"})


def with_months_spelt(tokens: list[str], words: Vocabulary, *, alone: bool = False) -> list[str]:
    """The words of a text with mistyped months as they are spelt, where a year, another month or a word of time is beside them; right
    before another month with two slips, "JANARUI - AGUSTUS": a range must not be read as its last month alone."""
    slips = {
        place: name for place, token in enumerate(tokens)
        if (name := _mistyped(token, words, FIRST_OF_RANGE if _begins_range(tokens[place + 1 : place + 3], words) else 1))
    }  # fmt: skip
    if not slips:
        return tokens
    for place in list(slips):
        near = tokens[max(0, place - 2) : place] + tokens[place + 1 : place + 3]
        said = any(_is_year(other) or other in _OF_TIME or other in words.months for other in near)
        if not said and not (alone and len(tokens) == 1):
            del slips[place]
    return [slips.get(place, token) for place, token in enumerate(tokens)]


def without_half_read(text: str, words: Vocabulary) -> str:
    """The text with a range of months whose first one cannot be read as one whose months are left open: "BULAN XYZAN - AGUSTUS 2026" is
    not August."""
    found = _RANGE.search(text)
    if not found or found["last"].casefold() not in words.months:
        return text  # nearly all
    first = found["first"].casefold()
    time = words.lists["label_waktu"]
    if first.isalpha() and (first in words.months or words.knows((first,)) or first in (*time["kata"], *time["di_sel"])):
        return text
    if first.isalpha() and _mistyped(first, words, FIRST_OF_RANGE):
        return text
    return f"{text[: found.start()]}bulan ......{text[found.end() :]}"


def adds_to_an_open_month(tokens: Sequence[str], words: Vocabulary) -> bool:
    """True for `s/d bulan ...... 2025`, `s.d. Xyz 2025`: up to a month that is left open or cannot be read, not up to a number."""
    for place, token in enumerate(tokens):
        if token not in _UNTIL:
            continue
        behind = place + 1
        while behind < len(tokens) and tokens[behind] in _BEFORE_MONTH:
            behind += 1
        comes = not _MONTH_COMES.isdisjoint(tokens[place + 1 : behind])
        named, after = tokens[behind : behind + 1], tokens[behind + 1 : behind + 2]
        if comes and (not named or _ends(named[0])):
            return True
        if named and named[0].isalpha() and not words.knows(named) and (_ends(after[0]) if after else comes):
            return True
    return False


def _ends(token: str) -> bool:
    """True for the year behind the place of a month, or the word before it."""
    return _is_year(token) or token in _YEAR


def _is_year(token: str) -> bool:
    return len(token) == len("2026") and token.isdecimal() and token.startswith("20")


def _begins_range(behind: list[str], words: Vocabulary) -> bool:
    """True where a month follows, or the word "sampai" and a month."""
    named = [word in words.months for word in behind]
    return bool(named) and (named[0] or behind[0] in _TO and named[-1])


@for_one_report
def _mistyped(token: str, words: Vocabulary, most: int) -> str:
    """The month's name that a word is at most so many slips away from; empty for any other word, also for a month rightly spelt."""
    if not SHORTEST_NAME - 1 <= len(token) <= len("september") + 1 or not token.isalpha() or token in words.months or words.knows((token,)):
        return ""
    from rapidfuzz.distance import OSA

    near = (name for name in words.months if len(name) >= SHORTEST_NAME and OSA.distance(token, name, score_cutoff=most) <= most)
    return next(near, "")
