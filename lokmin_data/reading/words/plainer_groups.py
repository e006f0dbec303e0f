"""Paths that are understood without what their groups say besides: a programme, a target, that they are told month by month."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.programmes import without_programmes
from lokmin_data.reading.words.tokens import without_percent

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

#: Behind what a group is about: "Kasus DBD per bulan", "DBD (bulanan) tahun 2026"; never an age, nor "s/d bulan".
_TIMES = re.compile(
    r"[\s(/,:-]+(?:(?:(?:per|menurut|tiap|setiap|pada)\s*)?bulan(?:an)?|(?:(?:pada|selama)\s+)?(?:(?:tahun|thn?\.?)\s*)?20\d\d)[\s)]*$", re.IGNORECASE
)
_UNTIL, _TWICE = "sampai", 2


def by_plainer_groups(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path with words of no meaning, that of the path without what its groups say besides where that is understood."""
    return _without_programmes(path, _without_targets(path, _without_times(path, known, reader), reader), reader)


def _without_targets(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the path without the targets that its groups name where that is understood: "K1 (58,3 %)"."""
    plain = (*map(without_percent, path[:-1]), path[-1])
    other = reader.meaning(plain) if plain != path and all(plain) else known
    return known if other.unknown else other


def _without_programmes(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the path without groups that only name a programme: "KIA" over "K1" or over the "%" of one."""
    plain = without_programmes(path, reader.words) if known.unknown else path
    other = reader.meaning(plain) if plain != path else known
    return other if (other.indicator or other.population or other.role == "percent") and not other.unknown else known


def _without_times(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the path without times behind the names of its groups where that names an indicator: "Kasus DBD per bulan" over
    "Jan" over "Meninggal"."""
    plain = (*(_plain(text, reader) for text in path[:-1]), path[-1])
    other = reader.meaning(plain) if plain != path else known
    return known if other.unknown or not other.indicator else replace(other, year=other.year or known.year)


def _plain(text: str, reader: Reader) -> str:
    """A group's text without the times behind it; as it is where it names a number of months, or what is up to a month."""
    plain = text
    for _ in range(_TWICE):
        plain = _TIMES.sub("", plain)
    words = reader.tokens(plain) if plain != text else []
    return plain if words and words[-1] != _UNTIL and not words[-1].isdecimal() else text
