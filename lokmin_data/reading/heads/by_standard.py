"""Who was served beside who was served by the standard: the minimum standards (SPM) count the latter only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]

NOTE = "dilayani, belum tentu sesuai standar"


def with_standard(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with the numbers of those who were only served put aside where the same indicator also has a column of those
    served by the standard, and with their percents, where the one of the standard has its own."""
    lists = reader.words.lists["sesuai_standar"]
    of_standard = [place for place, each in enumerate(meanings) if each.indicator in lists["indikator"] and _said(paths[place], lists["kata"])]
    counted = {meanings[place].indicator for place in of_standard if _counts(meanings[place])}
    shared = {meanings[place].indicator for place in of_standard if meanings[place].role == "percent"} & counted
    result = list(meanings)
    for place, each in enumerate(meanings if counted else ()):
        if place in of_standard or not _said(paths[place][1:] or paths[place], lists["dilayani"]):
            continue
        if _counts(each) and each.indicator in counted or _shares(each, paths[place], reader) and each.indicator in shared:
            result[place] = replace(each, role="ignore", note=NOTE)
    return result


def _said(path: Path, words: Sequence[str]) -> bool:
    """True for a path that speaks of the standard, other than in the name of the minimum standards themselves."""
    texts = (f" {' '.join(text.casefold().replace('/', ' ').replace('%', ' ').split())} " for text in path)
    return any(word in text for text in texts if "minimal" not in text for word in words)


def _counts(meaning: Meaning) -> bool:
    return meaning.role in ("", "numerator") and not (meaning.unknown or meaning.axis or meaning.population and not meaning.counts)


def _shares(meaning: Meaning, path: Path, reader: Reader) -> bool:
    """True for a percent that names those who were served; a "%" alone may be of anything beside it."""
    return meaning.role == "percent" and not meaning.unknown and len(reader.tokens(path[-1])) > 1
