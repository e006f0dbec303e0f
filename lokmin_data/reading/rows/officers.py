"""Persons named beside a desa, `Suka (Bidan Ani)`: their names are not kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.names import without_person


def without_officers(rows: Sequence[Row]) -> list[Row]:
    """The rows without them.  Two persons of one desa tell its parts apart: `Suka (bagian 1)`, `Suka (bagian 2)`, of which neither
    is taken for the whole desa."""
    bare = {name: without_person(name) for row in rows for name in (row.area, row.within) if name}
    if all(name == plain for name, plain in bare.items()):
        return list(rows)
    parts: dict[str, list[str]] = {}
    for name, plain in bare.items():
        parts.setdefault(plain.casefold(), []).append(name)
    told = {name: _told(name, plain, parts[plain.casefold()]) for name, plain in bare.items()} | {"": ""}
    named = [replace(row, area=told[row.area], within=told[row.within]) for row in rows]
    return [replace(row, folded=row.area.casefold(), folded_within=row.within.casefold()) for row in named]


def _told(name: str, plain: str, parts: Sequence[str]) -> str:
    return plain if len(parts) == 1 or name == plain else f"{plain} (bagian {parts.index(name) + 1})"
