"""Texts of lists: "1. BCG" with its number, "Jenis imunisasi / Sasaran" over the sasaran and the antigens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lokmin_data.reading.words.tokens import without_list_number

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


def of_a_list(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the text without the number of a list where that names an indicator: "1. BCG"."""
    plain = without_list_number(path[0])
    other = reader.meaning((plain,)) if plain != path[0] else known
    return other if other.indicator and not other.unknown else known
