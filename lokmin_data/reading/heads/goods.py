"""Columns of goods beside the people who got them: "Kapsul diberikan" beside "Mendapat vitamin A (orang)", vials beside children;
groups called after giving them out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.words.meaning import Meaning, Reader

Path = tuple[str, ...]


def with_goods_given(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with words of giving out in a group, "Distribusi vitamin A", passed over where the group's columns are measured
    against a sasaran: they count people then."""
    weak = set(reader.words.lists["bukan_capaian"]["lemah"])
    measured = {
        path[:-1] for path, each in zip(paths, meanings, strict=True)
        if each.sasaran and each.role == "denominator" and each.unknown and weak.issuperset(each.unknown)
    }  # fmt: skip
    return [
        replace(each, unknown=())
        if path[:-1] in measured and each.unknown and weak.issuperset(each.unknown) and weak.isdisjoint(reader.tokens(path[-1])) else each
        for path, each in zip(paths, meanings, strict=True)
    ] if measured else meanings  # fmt: skip


def with_goods(paths: Sequence[Path], meanings: list[Meaning], reader: Reader) -> list[Meaning]:
    """The meanings with columns of capsules, vials or tablets left out where another column of their group counts the people;
    alone in its group such a column may count them: "Kapsul biru", "Dosis 1"."""
    lists = reader.words.lists["barang"]
    goods = [place for place, path in enumerate(paths) if path and _names_goods(reader.tokens(path[-1]), lists)]
    if not goods:
        return meanings
    people: dict[Path, set[str]] = {}
    for place, (path, each) in enumerate(zip(paths, meanings, strict=True)):
        if path and place not in goods and _counts_people(each, reader.tokens(path[-1]), lists):
            people.setdefault(path[:-1], set()).add(each.indicator)
    return [
        replace(each, role="ignore", population="", unknown=()) if place in goods and _beside(each, people.get(path[:-1], set())) else each
        for place, (path, each) in enumerate(zip(paths, meanings, strict=True))
    ]


def _names_goods(words: Sequence[str], lists: Mapping[str, Sequence[str]]) -> bool:
    """True for a head that begins with goods, "Jumlah kapsul ...", says what was done with them or no more, and names nobody."""
    words = [word for word in words if word not in lists["jumlah"]]
    return bool(words) and words[0] in lists["kata"] and set(words[1:]) <= set(lists["dengan"])


def _counts_people(meaning: Meaning, words: Sequence[str], lists: Mapping[str, Sequence[str]]) -> bool:
    """True for a number of an indicator, or of people of no other name."""
    if meaning.unknown or meaning.axis or meaning.role not in ("", "numerator") or not (meaning.indicator or meaning.bare or meaning.family):
        return False
    return bool(meaning.indicator) or not set(words).isdisjoint(lists["orang"])


def _beside(meaning: Meaning, counted: set[str]) -> bool:
    return bool(counted) and (not meaning.indicator or meaning.indicator in counted or "" in counted)
