"""Heads that name people and that they got something, "Usila mendapat skrining": they are counted, and no sasaran."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader


def of_the_served(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of people alone; their screening where one is an indicator, else not understood, where a text says that they
    got something; one that says "sasaran" stays."""
    lists = reader.words.lists["mendapat"]
    words = {token for text in path for token in reader.tokens(text)}
    if known.unknown or known.indicator or known.sasaran or words.isdisjoint(lists["kata"]):
        return known
    code = lists["skrining"].get(known.population, "") if words & {*lists["disaring"]} else ""
    if code:
        return replace(known, role="numerator", indicator=code, population="")
    return replace(known, unknown=(min(words & {*lists["kata"]}),))
