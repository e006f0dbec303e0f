"""Sheets that say by their name alone that they add up from January: `KUMULATIF`, `S.D. BULAN INI` over "BULAN MEI 2026"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.context import Context
from lokmin_data.reading.words.adding import says_sum
from lokmin_data.reading.words.period import Period
from lokmin_data.reading.words.tokens import cut
from lokmin_data.reading.words.vocabulary import Vocabulary

_UNTIL, _WITH, _MONTH = frozenset({"sampai", "hingga"}), frozenset({"dengan", "dgn"}), frozenset({"bulan", "bln"})
_BEFORE = frozenset({"lalu", "kemarin", "sebelumnya"})


def of_summed_sheet(contexts: Sequence[Context], name: str, named: Period, words: Vocabulary) -> list[Context]:
    """The contexts of a sheet's tables, whose titles say one month, as of all months up to it where the sheet's name (which speaks of
    the period `named`) says so."""
    if named.month and not named.adds or not contexts or not _says_sum(name, words):
        return [*contexts]
    said = {(each.period.year, each.period.month, each.period.odd_range) for each in contexts}
    month = contexts[0].period.month
    if len(said) != 1 or not month or contexts[0].period.odd_range or named.month not in (0, month):
        return [*contexts]
    return [replace(each, period=replace(each.period, adds=True)) for each in contexts]


def _says_sum(name: str, words: Vocabulary) -> bool:
    """True for `KUMULATIF`, `Rekap s.d`, `S.D. MEI`; not for `K1 s.d K6`, nor for the sum up to the month before."""
    tokens = cut(name)
    if says_sum(tokens):
        return _BEFORE.isdisjoint(tokens)
    place = next((number for number, token in enumerate(tokens, 1) if token in _UNTIL), 0)
    behind = [token for token in tokens[place:] if token not in _WITH]
    return bool(place) and _BEFORE.isdisjoint(tokens) and (not behind or behind[0] in _MONTH or behind[0] in words.months)
