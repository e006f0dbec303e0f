"""Which year a text speaks of where it names several: that of its month, of the school year, or none that is certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

FIRST_YEAR, LAST_YEAR = 2000, 2100
#: A school year begins in July.
JULY = 7
_SAYS_YEAR = frozenset({"tahun", "thn", "th", "ta"})
_SCHOOL_YEAR = frozenset({"ajaran", "pelajaran", "ajar", "ta", "tp", "t a", "t p"})
_JOINS = frozenset({"dan", "sd", "sampai", "hingga", "serta", "dengan", "vs"})
_RULE = frozenset({"nomor", "no", "nmr"})
#: So many words lie between "Nomor" and the year of a rule: "PMK Nomor 6 Tahun 2024".
RULE_WORDS = 3
#: Lines that begin so tell where numbers or orders come from; a year without a month there is not theirs.
_SOURCES = frozenset({"sumber", "dasar", "berdasarkan", "sk", "permenkes", "pmk", "perda", "perbup", "perwali", "kepmenkes", "keputusan", "sasaran"})


def year_of(tokens: Sequence[str], months: Mapping[int, int]) -> int | None:
    """The year that the words of a text name, 0 where they name none, None where it is not certain which of several is meant.

    `months`: the months by the places of their names.  The years of rules ("Nomor 6 Tahun 2024") are none.  Several months may
    lie in several years: the last one then ends the period.
    """
    if not months and tokens and tokens[0] in _SOURCES:
        return 0
    places = [place for place, token in enumerate(tokens) if _is_year(token) and not _of_a_rule(tokens, place)]
    slashed = {place for pair in pairwise(places) if _is_slashed(tokens, *pair) for place in pair}
    of_school = bool(slashed) and not _SCHOOL_YEAR.isdisjoint({*tokens, *map(" ".join, pairwise(tokens))})
    if of_school and len(slashed) < len(places):
        places = [place for place in places if place not in slashed]  # "s/d Desember 2025 (T.A. 2025/2026)"
    years = list(dict.fromkeys(int(tokens[place]) for place in places))
    if len(years) < 2:
        return years[-1] if years else 0
    one_pair = len(places) == 2 and slashed.issuperset(places)
    if months and one_pair and (of_school or len(set(months.values())) > 1):
        return _of_two_years(years[0], [months[place] for place in sorted(months)], of_school)
    if len(set(months.values())) > 1:
        return years[-1]
    pairs = [pair for pair in pairwise(places) if _JOINS.issuperset(tokens[pair[0] + 1 : pair[1]])]
    alone = [place for place in places if not any(place in pair for pair in pairs)]
    beside = [place for place in alone if place - 1 in months] or [place for place in alone if _SAYS_YEAR & {*tokens[place - 1 : place]}]
    return int(tokens[beside[0]]) if len({tokens[place] for place in beside}) == 1 else None


def _is_slashed(tokens: Sequence[str], first: int, second: int) -> bool:
    """True for two years that follow each other with nothing between them: `2025/2026`."""
    return second == first + 1 and int(tokens[second]) == int(tokens[first]) + 1


def _of_two_years(first: int, months: Sequence[int], of_school: bool) -> int | None:
    """The year in which months of `2025/2026` end: the second where they go over its January; of a school year the first from
    July on; else it is not certain."""
    begun, ended = months[0], months[-1]
    if begun > ended:
        return first + 1
    if not of_school or begun < JULY <= ended:
        return None
    return first if begun >= JULY else first + 1


def _is_year(token: str) -> bool:
    return len(token) == len("2026") and token.isdecimal() and FIRST_YEAR <= int(token) <= LAST_YEAR


def _of_a_rule(tokens: Sequence[str], place: int) -> bool:
    """True for the year of a rule: `PMK Nomor 6 Tahun 2024`, `No. 440/12/2024`."""
    return not _RULE.isdisjoint(tokens[max(0, place - RULE_WORDS) : place])
