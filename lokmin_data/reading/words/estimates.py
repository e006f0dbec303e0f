"""Sasaran with the rate or the sum that they are reckoned by in their head: "Perkiraan pneumonia balita (3,61 %)", "Target penemuan
(10 % x 270/1000)", "Sasaran bumil (1,1 x lahir hidup)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lokmin_data.reading.words.tokens import without_percent
from lokmin_data.reference.populations import populations

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

#: So the label of such people begins, or their code where they are no sasaran of the catalogue.
ESTIMATE = "estimasi"
#: How it is reckoned, told behind its name: "(20% x 843/1000 x jml balita)", "= 1,1 x lahir hidup".
_RECKONED = re.compile(r"\s*(?:[(\[]\s*=?([^()\[\]=]+)[)\]]|=([^()\[\]=]+))\s*$")
#: ... its factors: "± 34,1 % × penduduk", "20 % dari bumil".
_TIMES = re.compile(r"(?<![^\W\d_])\s*[x×*]\s*|(?<=%)\s*(?:dari\s+)?(?=[^\W\d_])", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([%‰]?)(?:\s*[/:]\s*(\d[\d.]*))?")
_PER = re.compile(r"\s*[/:]\s*1[.]?0+\s*$")
_YEAR = re.compile(r"\b20\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
#: No sasaran is a larger multiple of other people; months of a year are no rate.
LARGEST, MONTHS = 2, "12"


def without_rate(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning, that of the path without what its last text says of how it is reckoned where this is a sasaran; a percent of
    those people themselves is a target, one of nobody ("Penduduk 20 %") a part of them, but that of an estimate is its rate."""
    found = _RECKONED.search(path[-1])
    plain = path[-1][: found.start()] if found else without_percent(path[-1])
    if not plain.strip() or plain == path[-1]:
        return known
    other = reader.meaning((*path[:-1], plain))
    if other.role != "denominator" or other.unknown or other.indicator or not other.population:
        return known
    estimated = _is_estimated(other.population)
    if not found:
        return other if estimated else known
    return other if _reckons(found[1] or found[2], other.population, reader, alone=estimated) else known


def _is_estimated(population: str) -> bool:
    label = populations()[population].label if population in populations() else population
    return label.casefold().startswith(ESTIMATE)


def _reckons(formula: str, own: str, reader: Reader, *, alone: bool) -> bool:
    """True for rates by which a sasaran is reckoned of other people; `alone`: rates without any people say so, too."""
    lists, people, rates = reader.words.lists["taksiran"], set(), []
    for factor in _TIMES.split(formula):
        words = set(_WORD.findall(factor.casefold()))
        if words.issubset(lists["kata"]):
            rates.append(_rate(factor))
            continue
        meaning = reader.text(_PER.sub("", factor).strip())
        counted = meaning.population and meaning.role in ("", "denominator") and not meaning.basis and words.isdisjoint(lists["waktu"])
        if not counted or any(word.isalpha() for word in meaning.unknown):
            return False
        people.add(meaning.population)
    if not rates or None in rates or own in people:
        return False
    part = any(rate is not None and rate < 1 for rate in rates)
    return not (part and _alike(own, people, reader)) if people else alone


def _rate(factor: str) -> float | None:
    """The number of a factor, 1 where it names one without a number (CBR); None where it is no rate."""
    numbers = _NUMBER.findall(_YEAR.sub("", factor))
    if not numbers:
        return 1.0
    number, sign, per = numbers[0]
    value = float(number.replace(",", ".")) / (100 if sign else 1) / (float(per.replace(".", "") or 1) or 1)
    return value if len(numbers) == 1 and per != MONTHS and value <= LARGEST else None


def _alike(own: str, people: set[str], reader: Reader) -> bool:
    """True where people are of one group with those whom they are reckoned for: 95 % of them may be a target."""
    return any(own in names and not people.isdisjoint(names) for names in reader.words.lists["kelompok"].values())
