"""Heads that a legend on the sheet explains as times: "A", "B", "C" over "A = bulan lalu, B = bulan ini, C = kumulatif"."""

from __future__ import annotations

import re
from dataclasses import replace

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.meaning import Reader

_WORD = r"[A-Za-z][\w./]{0,5}"
_ENTRY = re.compile(rf"(?<!\w)({_WORD})\s*=\s*(.+?)(?=\s*(?:[,;()]|\b(?:dan\s+)?{_WORD}\s*=|$))", re.IGNORECASE | re.MULTILINE)
#: A legend, and a row of heads, that explains or holds fewer of them may speak of something else.
FEWEST = 2


def with_times_named(grid: Grid, reader: Reader) -> Grid:
    """The grid with such heads replaced by what the legend says of them; mostly the grid as it is.  A legend's word says more
    than what the letters mean elsewhere: "T2" is no Td 2, "K" no visit."""
    told = _told(grid, reader)
    if len(told) < FEWEST:
        return grid
    rows = list(grid.rows)
    for number, cells in enumerate(grid.rows):
        named = {column: basis for column, cell in enumerate(cells) if cell.__class__ is str and (basis := told.get(_plain(cell)))}  # type: ignore[arg-type]
        if len({*named.values()}) >= FEWEST:
            rows[number] = [named.get(column, cell) for column, cell in enumerate(cells)]
    return replace(grid, rows=rows, known_texts=None)


def _told(grid: Grid, reader: Reader) -> dict[str, str]:
    """The short words that the legends of a sheet explain as a time, with that time as heads write it."""
    names = reader.words.lists["lalu_dan_kini"]["tulis"]
    told: dict[str, str] = {}
    unclear = set()
    for text in grid.texts:
        for word, means in _ENTRY.findall(text) if "=" in text else ():
            own = reader.text(means.strip(" ."))
            basis = names.get(own.basis, "") if own.bare and not (own.unknown or own.role or own.month or own.months) else ""
            if told.setdefault(_plain(word), basis) != basis:
                unclear.add(_plain(word))
    return {word: basis for word, basis in told.items() if basis and word not in unclear}


def _plain(text: str) -> str:
    return text.strip(" .").casefold()
