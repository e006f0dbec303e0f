"""Titles by which a table counts a part of those who fell ill: "Kasus TB 0-14 tahun", "Kasus diare lansia", "Malaria ibu hamil"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lokmin_data.reading.words.meaning import Reader

Span = tuple[int, int]


def ill_in_part(title: str, codes: set[str], ages: Callable[[str], Sequence[Span]], reader: Reader) -> str:
    """The indicator, one of a table's, of which a title that names no other counts the ill of one age or of some people; empty
    where it counts all of them.  `ages`: the (first, last) months of the ages that the title names in numbers."""
    lists = reader.words.lists["umur_penyakit"]
    if codes.isdisjoint(lists["judul"]):
        return ""
    found = reader.understood((title,)).found
    named = {each.means["indicator"] for each in found if "indicator" in each.means}
    code = next(iter(named), "")
    if len(named) != 1 or code not in codes or code not in lists["judul"]:
        return ""
    spans = _without_wider({*ages(title)}, _in_words(reader.words.folded(title), lists["kata"]), tuple(lists["kata"]["semua umur"]))
    whole = lists["semua_balita"] if code in lists["balita"] else [lists["kata"]["semua umur"]]
    if len(spans) == 1:
        return "" if list(next(iter(spans))) in whole else code
    people = {each.means["population"] for each in found if "population" in each.means}
    return code if not spans and _others(code, people, reader) else ""


def _in_words(title: str, ages: Mapping[str, Sequence[int]]) -> list[Span]:
    """The ages that a title names in words."""
    found, left = [], f" {title} "
    for word, span in sorted(ages.items(), key=lambda each: -len(each[0])):
        if f" {word} " in left:
            found.append((span[0], span[1]))
            left = left.replace(f" {word} ", " ")
    return found


def _without_wider(numbers: set[Span], words: Sequence[Span], everybody: Span) -> set[Span]:
    """All ages; of those in words not the people whose age a number tells: "Balita < 1 tahun"."""
    told = {span for span in words if span == everybody or not any(span[0] <= first and last <= span[1] for first, last in numbers)}
    return numbers | told


def _others(code: str, people: set[str], reader: Reader) -> bool:
    """True where people of one group are named, and none whom the indicator is measured against."""
    lists: Mapping[str, Any] = reader.words.lists
    if people & {*lists["penyebut"].get(code, ())}:
        return False
    groups = {name: group for group, names in lists["kelompok"].items() for name in names}
    own = {"keluarga", "anak"} if code in lists["umur_penyakit"]["balita"] else {"keluarga"}
    return bool({groups[name] for name in people if name in groups} - own)
