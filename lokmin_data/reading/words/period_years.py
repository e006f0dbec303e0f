"""Which year a text speaks of where it names several: that of its month, of the school year, or none that is certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

FIRST_YEAR, LAST_YEAR = 2000, 2100
#: A school year begins in July.
JULY = 7
_SAYS_YEAR = frozenset({"tahun", "thn", "th", "ta"})
_SCHOOL_YEAR = frozenset({"ajaran", "pelajaran", "ajar"})
_JOINS = frozenset({"dan", "sd", "sampai", "hingga", "serta", "dengan", "vs"})
_RULE = frozenset({"nomor", "no", "nmr"})
#: So many words lie between "Nomor" and the year of a rule: "PMK Nomor 6 Tahun 2024".
RULE_WORDS = 3


def year_of(tokens: Sequence[str], months: Mapping[int, int]) -> int | None:
    """The year that the words of a text name, 0 where they name none, None where it is not certain which of several is meant.

    `months`: the months by the places of their names.  The years of rules ("Nomor 6 Tahun 2024") are none.  Several months may
    lie in several years: the last one then ends the period.
    """
    places = [place for place, token in enumerate(tokens) if _is_year(token) and not _of_a_rule(tokens, place)]
    years = list(dict.fromkeys(int(tokens[place]) for place in places))
    if len(years) < 2 or len(set(months.values())) > 1:
        return years[-1] if years else 0
    first, second, month = years[0], years[-1], next(iter(months.values()), 0)
    if month and not _SCHOOL_YEAR.isdisjoint(tokens) and second == first + 1:
        return first if month >= JULY else second
    pairs = [pair for pair in pairwise(places) if _JOINS.issuperset(tokens[pair[0] + 1 : pair[1]])]
    alone = [place for place in places if not any(place in pair for pair in pairs)]
    beside = [place for place in alone if place - 1 in months] or [place for place in alone if _SAYS_YEAR & {*tokens[place - 1 : place]}]
    return int(tokens[beside[0]]) if len({tokens[place] for place in beside}) == 1 else None


def _is_year(token: str) -> bool:
    return len(token) == len("2026") and token.isdecimal() and FIRST_YEAR <= int(token) <= LAST_YEAR


def _of_a_rule(tokens: Sequence[str], place: int) -> bool:
    """True for the year of a rule: `PMK Nomor 6 Tahun 2024`, `No. 440/12/2024`."""
    return not _RULE.isdisjoint(tokens[max(0, place - RULE_WORDS) : place])
