"""Columns that a third one adds up by their names: "TTD", "MMS" and "TTD + MMS" below "Menerima 180 tablet"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
_JOINS = "+"
FEWEST_PARTS = 2


def with_named_sums(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such a column read as the indicator that each of its parts names, and the parts not understood."""
    sums = [place for place, path in enumerate(paths) if path and _JOINS in path[-1]]
    changed = list(meanings)
    for place in sums:
        path = paths[place]
        parts = _parts(place, paths, reader)
        named = [reader.head(paths[part]) for part in parts]
        codes = {each.indicator for each in named}
        if len(codes) != 1 or not named[0].indicator or any(each.unknown or each.sex or each.role not in ("", "numerator") for each in named):
            continue
        changed[place] = replace(named[0], note="")
        for part in parts:
            changed[part] = replace(changed[part], unknown=(path[-1],))
    return changed


def _parts(place: int, paths: Sequence[Path], reader: Reader) -> list[int]:
    """The columns of a sum's group whose names are those that it joins; none where one of them is missing."""
    wanted = [tuple(reader.tokens(text)) for text in paths[place][-1].split(_JOINS)]
    beside = {tuple(reader.tokens(path[-1])): other for other, path in enumerate(paths) if path and path[:-1] == paths[place][:-1]}
    return [beside[words] for words in wanted] if len(wanted) >= FEWEST_PARTS and all(words in beside for words in wanted) else []
