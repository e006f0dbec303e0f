"""Heads that repeat the cut-off by which their indicator is defined: "Gizi buruk (< -3 SD)", "Stunting < -2 SD"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

_BELOW = re.compile(r"\(?\s*(?:\bz\s*-?\s*score\b\s*)?(?:<|\bkurang dari\b|\bdi\s?bawah\b)?\s*[-–−]\s*([1-3])(?:[.,]0)?\s*sd\b\s*\)?", re.IGNORECASE)


def of_cut_offs(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path; without the only cut-off that it names where that defines what the rest says."""
    if "sd" not in known.unknown:
        return known
    found = [_BELOW.search(text) for text in path]
    named = [each[1] for each in found if each]
    if len(named) != 1 or any(len(_BELOW.findall(text)) > 1 for text in path):
        return known
    plain = tuple(_BELOW.sub(" ", text).strip() if each else text for text, each in zip(path, found, strict=True))
    if not all(plain):
        return known
    other = reader.meaning(plain)
    return other if reader.words.lists["batas_sd"].get(other.indicator) == int(named[0]) and not other.unknown else known
