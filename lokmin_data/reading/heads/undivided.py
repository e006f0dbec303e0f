"""A sasaran that a note takes out of the reckoning: "*) sasaran proyeksi BPS, tidak dipakai sebagai pembagi"."""

from __future__ import annotations

import re
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column, Head
from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.one_report import for_one_report

_DIVISOR = r"(?:pembagi|penyebut|denominator)"
_NOT_A_DIVISOR = re.compile(
    rf"\b(?:sasaran|proyeksi)\b[^.;]*?\b(?:bukan|(?:tidak|tdk|belum)\s+(?:di)?(?:pakai|gunakan|jadikan|jadi|menjadi|sebagai))\b[^.;,]*?\b{_DIVISOR}"
    rf"|\b{_DIVISOR}\w*\s+(?:adalah\s+)?bukan\s+(?:\w+\s+)?(?:sasaran|proyeksi)\b",
    re.IGNORECASE,
)
#: "sasaran bukan pembagi" is no shorter.
SHORTEST_NOTE = 20
_PROJECTED, _SASARAN = "proyeksi", frozenset({"sasaran", "proyeksi"})


def without_undivided(head: Head, grid: Grid, reader: Reader) -> Head:
    """The head without the sasaran of which a note in the sheet says that nothing is divided by it; where the note speaks of a
    projection and some heads do, without those alone."""
    note = _note(grid.texts)
    if not note:
        return head
    named = [each for each in head.columns if each.meaning.role == "denominator" and not _SASARAN.isdisjoint(_words(each, reader))]
    projected = [each for each in named if _PROJECTED in _words(each, reader)]
    gone = projected if projected and _PROJECTED in note.casefold() else named
    columns = tuple(replace(each, meaning=replace(each.meaning, role="ignore")) if each in gone else each for each in head.columns)
    return replace(head, columns=columns) if gone else head


def _words(column: Column, reader: Reader) -> list[str]:
    return [word for text in column.path for word in reader.tokens(text)]


@for_one_report
def _note(texts: frozenset[str]) -> str:
    """The text of a sheet that says so, empty where none does."""
    return min((text for text in texts if len(text) >= SHORTEST_NOTE and _NOT_A_DIVISOR.search(text)), default="")
