"""Heads of toddlers who were weighed or measured: "Jumlah balita 0-59 bulan yang diukur", "Balita diukur BB/TB"; the index that such a
head names tells which states of nutrition are divided by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lokmin_data.reading.words.meaning import Meaning, Reader

#: What is said to be not understood of "diukur BB/TB": whether it counts the people or the state.
_WHOSE = "?"


def of_the_measured(path: tuple[str, ...], known: Meaning, reader: Reader) -> Meaning:
    """The meaning of a path; of toddlers and what was done with them in one text those with whom it was done, by the index that the path
    names."""
    lists: Mapping[str, Any] = reader.words.lists["balita_diukur"]
    if known.axis or known.indicator not in ("", lists["ditimbang"]) or known.population not in (lists["semua"], *lists["orang"]):
        return known
    if not {*known.unknown} <= {_WHOSE, *lists["kata"]} or known.role not in ("", "denominator"):
        return known
    deepest = max((depth for _, depth, _ in reader.understood(path).of("population")), default=0)
    done = {people for people, depth, _ in reader.understood(path).of("population") if depth == deepest and people in lists["orang"]}
    spaced = "\n".join(f" {' '.join(reader.tokens(text))} " for text in path)
    named = {people for people, code in lists["menurut"].items() if any(f" {index} " in spaced for index in reader.words.lists["indeks_gizi"][code])}
    weighed = known.indicator and named == done  # "Ditimbang" below "BB/TB" is no D
    if len(named) == 1 and not weighed and (done or {*lists["kata"]} & {*known.unknown}):
        return replace(known, indicator="", population=named.pop(), role="denominator", unknown=(), counts=False)
    return replace(known, population=done.pop()) if len(done) == 1 and not known.unknown else known
