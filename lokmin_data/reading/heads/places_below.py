"""A bare word for places, "Posyandu", "Dusun", below an indicator beside what counts it: how many places, or a part of the people,
never its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader

Path = tuple[str, ...]
_COUNTS = ("", "numerator")


def without_places_below(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such a word not understood where another column of its group counts, or its percent stands left of it."""
    places = [at for at, path in enumerate(paths) if _is_place(path, meanings[at], reader)]
    changed = list(meanings)
    for at in places:
        group = [other for other, path in enumerate(paths) if path[:-1] == paths[at][:-1] and other not in places]
        counted = any(meanings[other].role in _COUNTS and meanings[other].measures for other in group)
        behind = at - 1 in group and meanings[at - 1].role == "percent" and at + 1 not in group
        if counted or behind:
            changed[at] = replace(meanings[at], unknown=paths[at][-1:])
    return changed


def _is_place(path: Path, meaning: Meaning, reader: Reader) -> bool:
    """True for "Ditimbang" over "Posyandu"; not for what counts places itself: "Posyandu aktif"."""
    if len(path) < 2 or not meaning.indicator or meaning.axis or meaning.unknown or meaning.role not in _COUNTS:  # noqa: PLR2004
        return False
    own, words = reader.text(path[-1]), set(reader.tokens(path[-1]))
    told = own.axis in AREA_LEVELS and not (own.indicator or own.population or own.role)
    return told and not any(words & set(reader.tokens(text)) for text in path[:-1])
