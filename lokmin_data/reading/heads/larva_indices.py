"""The indices of a larva survey beside each other: "HI", "CI" and "BI" are house, container and Breteau index; the BI among
them is not "bulan ini"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]


def without_larva_indices(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with a BI not understood beside another index of the survey, and among its heads where no indicator stands
    above it and no month before it beside it."""
    words = reader.words.lists["indeks_jentik"]
    told = [[reader.words.folded(text).replace("%", " ").strip() for text in path] for path in paths]
    shortened = [place for place, texts in enumerate(told) if texts and texts[-1] in words["huruf"]]
    if not shortened:
        return meanings
    said = {text for texts in told for text in texts}
    indices = not said.isdisjoint(words["indeks"])
    survey = any(f" {word} " in f" {text} " for text in said for word in words["survei"]) and said.isdisjoint(words["waktu"])
    changed = list(meanings)
    for place in shortened:
        if indices or survey and not reader.head(paths[place][:-1]).indicator:
            changed[place] = replace(meanings[place], basis="", unknown=(paths[place][-1],))
    return changed
