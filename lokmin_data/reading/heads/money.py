"""Columns of money beside or below a table of people: "Realisasi | %" right of "Pagu", "Sisa" right of "Anggaran"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import AREA_LEVELS, Meaning, Reader

Path = tuple[str, ...]


def with_money(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with bare columns of money not understood, nor what stands right of one in its group and names nothing itself."""
    words = frozenset(reader.words.lists["kolom_bukan_wilayah"]["uang_di_kepala"])
    money = [bool(path) and not words.isdisjoint(reader.tokens(path[-1])) for path in paths]
    if not any(money) or not any(each.axis in AREA_LEVELS for each in meanings):
        return meanings
    changed, group = list(meanings), None
    for place, (path, each) in enumerate(zip(paths, meanings, strict=True)):
        if money[place] and not each.indicator:
            group = path[:-1]
            changed[place] = replace(each, unknown=each.unknown or path[-1:]) if each.bare else each
        elif group is None or path[:-1] != group or _names_something(each):
            group = None
        elif not each.unknown:
            changed[place] = replace(each, unknown=path[-1:])
    return changed


def _names_something(meaning: Meaning) -> bool:
    """True for a column that says itself what or whom it counts, and for one of names or sasaran."""
    return bool(meaning.indicator or meaning.population or meaning.family or meaning.axis or meaning.sasaran)
