"""Doses that a head calls by their antigen only, below those who get the later one: "BADUTA" over "MR" is the second MR."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader


def of_later_doses(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path; an antigen without a number, below those people alone who get its later dose, is that dose."""
    later = reader.words.lists["dosis_lanjutan"].get(known.population, {}).get(known.indicator, "")
    if not later or len(path) == 1 or known.role == "denominator":
        return known
    said = reader.understood(path)
    named = [each for each in said.found if each.means.get("indicator") == known.indicator]
    alone = {population for population, _, _ in said.of("population")} == {known.population}
    numbered = any(any(map(str.isdigit, word)) for text in path for word in reader.tokens(text) if _names(text, known, reader))
    return replace(known, indicator=later) if named and alone and not numbered else known


def _names(text: str, known: Meaning, reader: Reader) -> bool:
    return reader.text(text).indicator == known.indicator
