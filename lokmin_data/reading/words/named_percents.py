"""Percents that name only the people of the number before them, "% balita" behind "Diare balita dilayani", or what they divide
by: "% thd KEK" below "KEK mendapat PMT"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]
_COUNTS = ("", "numerator")
_DIVIDES = re.compile(r"\s*(?:%|persen\w*|persentase|prosentase|cakupan|capaian)\s*\(?\s*(?:thd|terhadap|dari|per|dibanding)\b", re.IGNORECASE)


def with_named_percents(paths: list[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with such a percent read as that of the number right before it, of whose words it repeats some; below a group
    that names another indicator ("PILAR 1 : STOP BABS" over "KK akses jamban") where nothing counts that one."""
    changed = list(meanings)
    for place, ((path, before), (own, meaning)) in enumerate(pairwise(zip(paths, meanings, strict=True)), 1):
        open_ = meaning.role == "percent" and not (meaning.axis or meaning.share) and len(own) == len(path) > 0
        counts = before.indicator and before.role in _COUNTS and not (before.unknown or before.axis)
        if open_ and counts and meaning.indicator:
            open_ = meaning.indicator != before.indicator and _only_grouped(own, path, meaning, paths, meanings, reader)
        if open_ and counts and own[:-1] == path[:-1] and _repeats(own[-1], path[-1], reader):
            changed[place] = replace(before, role="percent", population="", counts=False, divides="")
    for place, (path, meaning) in enumerate(zip(paths, meanings, strict=True)):
        if len(path) > 1 and meaning.role == "percent" and meaning.indicator and _DIVIDES.match(path[-1]):
            group = reader.head(path[:-1])
            if group.indicator and group.indicator != meaning.indicator and not group.unknown:
                changed[place] = replace(group, role="percent", population="", counts=False, divides="")
    return changed


def _only_grouped(
    own: Path, before: Path, meaning: Meaning, paths: list[Path], meanings: list[Meaning], reader: Reader
) -> bool:
    """True where a percent has its indicator from the group above it, the number before it names its own, and no number of the
    group counts that of the group."""
    if len(own) == 1 or reader.text(own[-1]).indicator or not reader.text(before[-1]).indicator:
        return False
    group = own[:-1]
    return not any(
        each.indicator == meaning.indicator and each.role in _COUNTS and not each.unknown and path[: len(group)] == group
        for path, each in zip(paths, meanings, strict=True)
    )


def _repeats(text: str, of: str, reader: Reader) -> bool:
    """True where a percent's text holds nothing but words of another text, at least one that says something."""
    nothing = reader.words.empty | reader.words.totals | {"%", "persen"}
    words = {word for word in reader.tokens(text) if word not in nothing}
    return bool(words) and words <= set(reader.tokens(of))
