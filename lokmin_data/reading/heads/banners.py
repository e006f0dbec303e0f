"""Texts over all columns of a head: titles inside it, or words that say nothing of one column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lokmin_data.reading.words.meaning import Meaning, Reader

if TYPE_CHECKING:
    from lokmin_data.reading.heads.tables import Frame

#: A text over all columns with numbers, and over at least so many, is a title inside the head.
SHORTEST_BANNER = 3


def without_banners(
    lines: list[list[str | None]], frame: Frame, reader: Reader
) -> tuple[list[list[str | None]], tuple[str, ...]]:
    """(lines, banners): rows that say one unknown thing over all columns right of the names are no part of a path."""
    first = frame.names - frame.left + 1
    lines, banners = _without_unit(lines, reader)
    kept = []
    for number, line in enumerate(lines):
        texts = {text for text in line[first:] if text}
        full = len(line) - first >= SHORTEST_BANNER and len(texts) == 1 and all(line[first:])
        text = next(iter(texts), "")
        said = reader.text(text) if full and len(lines) > 1 else Meaning()
        if said.unknown or said.axis or _says_nothing(said) and _told_apart(lines[number + 1 :], first, reader):
            banners.append(text)
            line = line[:first] + [None] * (len(line) - first)
        kept.append(line)
    return kept, tuple(banners)


def _without_unit(lines: list[list[str | None]], reader: Reader) -> tuple[list[list[str | None]], list[str]]:
    """(lines, banners): without a unit that stands alone over a corner of the head: `(dalam %)` is not that of the last column,
    where this one names an indicator of its own."""
    texts = {text for text in lines[0] if text} if len(lines) > 1 else set()
    if len(texts) != 1 or " ".join(reader.tokens(text := texts.pop())) not in reader.words.lists["satuan_tabel"]["kata"]:
        return lines, []
    places = [place for place, each in enumerate(lines[0]) if each]
    if not (len(places) == 1 and places[0] in (0, len(lines[0]) - 1) and lines[1][places[0]] != text):
        return lines, []
    below = [reader.text(each).indicator if each else "" for each in lines[-1]]
    if places[0] and (not below[-1] or below[-1] in below[:-1]):
        return lines, []  # the percent of the number beside it: "K1", "Cakupan K1 (dalam %)"
    return [[None] * len(lines[0]), *lines[1:]], [text]


def _says_nothing(said: Meaning) -> bool:
    """True for words that only say "number" or "coverage"."""
    what = (said.indicator, said.population, said.basis, said.sex, said.month, said.months, said.year, said.family)
    return said.role in ("", "numerator") and bool(said.role or said.share) and not any(what)


def _told_apart(below: Sequence[Sequence[str | None]], first: int, reader: Reader) -> bool:
    """True where the heads below say themselves which columns are sasaran and which are counts."""
    roles = {reader.text(text).role for line in below for text in line[first:] if text}
    return {"numerator", "denominator"} <= roles or "numerator" in roles and "percent" in roles
