"""Heads that describe an indicator and tell its short name in brackets, "Pemeriksaan kehamilan 6 kali (K6)", antigens with the
age at which they are due, "DPT-HB-Hib 1 (2 bulan)", and what is called in two ways: "Bumil anemia mendapat TTD/ditangani"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

_TOLD = re.compile(r"(\S.*?)\s*[(\[]([^()\[\]]+)[)\]]\s*")
_AGE = re.compile(r"(\S.*?)[\s(\[,]+(?:(?:umur|usia)\s*)?(\d{1,2}(?:\s*(?:-|–|s\.?/?d\.?)\s*\d{1,2})?)\s*(?:bulan|bln|bl)[\s)\].]*", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_RANGE = re.compile(r"\s*(?:-|–|s\.?/?d\.?)\s*", re.IGNORECASE)


def by_told_code(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path not understood; that of the path with the short name in place of its description, without the age of
    an antigen, or called in one of two ways, where that is understood."""
    plain = tuple(_plain(text, reader) for text in path)
    other = reader.meaning(plain) if plain != path else known
    return known if other.unknown or not other.indicator else other


def _plain(text: str, reader: Reader) -> str:
    """The text as its own brackets or its schedule say it, or the first of two that mean the same; itself where they do not."""
    if not reader.understood((text,)).unknown:
        return text
    told = _TOLD.fullmatch(text)
    if told and _describes(told[1], told[2], reader):
        return told[2]
    if "/" in text:
        return _once(*text.rsplit("/", 1), reader) or text
    aged = _AGE.fullmatch(text)
    return _due(aged[1], _RANGE.sub("-", aged[2]), reader) or text if aged else text


def _describes(description: str, name: str, reader: Reader) -> bool:
    """True for a text of known words, perhaps with numbers, before the name of an indicator: of this one or of none."""
    meant, said = reader.text(name), reader.understood((description,))
    if not meant.indicator or meant.unknown or meant.role:
        return False
    lists = reader.words.lists
    counts = {*lists["hitungan"]["kata"], *(word for number in _NUMBER.findall(name)[-1:] for word in lists["urutan"].get(number, ()))}
    codes = {each.means["indicator"] for each in said.found if "indicator" in each.means}
    return codes <= {meant.indicator} and all(word.isdecimal() or word in counts for word, _ in said.unknown)


def _once(text: str, other: str, reader: Reader) -> str:
    """The text before a slash that the one behind it only calls otherwise: with some of its first words that means the same indicator;
    empty where it does not."""
    meant, words = reader.text(text), text.split()
    if not meant.indicator or meant.unknown:
        return ""
    others = (reader.text(" ".join((*words[:end], other))) for end in range(len(words) - 1, 0, -1))
    same = any(not each.unknown and (each.indicator, each.role, each.sex) == (meant.indicator, meant.role, meant.sex) for each in others)
    return text if same else ""


def _due(antigen: str, age: str, reader: Reader) -> str:
    """The antigen without the months in which it is due, with the number of the later dose where these are its months; empty where
    it is given at another age."""
    schedule: Mapping[str, Sequence[str]] = reader.words.lists["jadwal_imunisasi"]
    meant = reader.text(antigen)
    if meant.unknown or meant.indicator not in schedule:
        return ""
    if age in schedule[meant.indicator]:
        return antigen
    later = reader.text(f"{antigen} 2").indicator
    return f"{antigen} 2" if later != meant.indicator and age in schedule.get(later, ()) else ""
