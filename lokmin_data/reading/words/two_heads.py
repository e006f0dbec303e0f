"""Texts of lists: "1. BCG" with its number, "Jenis imunisasi / Sasaran" over the sasaran and the antigens, "jumlah bayi
diimunisasi" beside antigens."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lokmin_data.reading.words.tokens import cut, without_list_number
from lokmin_data.reading.words.vocabulary import TOTALS

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

_JOINED = re.compile(r"\s*[/&]\s*|\s+dan\s+", re.IGNORECASE)


def of_two_heads(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path, that of a list of indicators where its last text heads these and nothing else but "Sasaran"."""
    parts = _JOINED.split(path[-1])
    if len(parts) == 1 or known.indicator or known.population or known.unknown:
        return known
    read = [reader.text(part) for part in parts]
    listed = [each for each in read if each.axis == "indicator"]
    return listed[0] if listed and len(listed) + sum(1 for each in read if each.sasaran) == len(read) else known


def of_those_immunised(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of a number of an indicator where a text says that its people got it, and of no sasaran: "jumlah bayi
    diimunisasi"; "jumlah imunisasi" counts and lists no antigens."""
    listed = known.axis == "indicator"
    people = known.role == "denominator" or known.month and not (known.role or known.indicator)
    if not listed and (not people or known.sasaran or known.unknown or not known.population):
        return known
    lists = reader.words.lists["diimunisasi"]
    words = " ".join(" ".join(cut(text)) for text in path)
    got = any(f" {word} " in f" {words} " for word in lists["kata"]) or listed and reader.tokens(path[-1])[0] in TOTALS
    if not got or not set(lists["belum"]).isdisjoint(words.split()):
        return known
    return replace(known, axis="", role="numerator")


def of_a_list(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the text without the number of a list where that names an indicator: "1. BCG"."""
    plain = without_list_number(path[0])
    other = reader.meaning((plain,)) if plain != path[0] else known
    return other if other.indicator and not other.unknown else known
