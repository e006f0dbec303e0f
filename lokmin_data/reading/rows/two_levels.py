"""A column of two levels, "Unit Kerja / Desa": the numbered rows are the wider areas, those below them the desa."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lokmin_data.reading.heads.headers import Column
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.meaning import Reader

_DESA, _WIDER = "desa", frozenset({"puskesmas", "kecamatan"})


def with_wider_rows(rows: list[Row], names: Column | None, reader: Reader) -> list[Row]:
    """The rows of a table whose names stand below such a head, with those of the wider areas made sums: the ones that carry
    the running number where none of the rows below them does."""
    if names is None or not _of_two_levels(names, reader):
        return rows
    named = [row for row in rows if row.kind in ("area", "empty")]
    wider = {row.index for row in named if row.numbered}
    if not _each_holds_others(named, wider):
        return rows
    within, changed = Row(0, ""), []
    for row in rows:
        if row.index in wider:
            within = row
            row = replace(row, kind="total")
        elif row.kind == "area":
            row = replace(row, within=row.within or within.area, folded_within=row.folded_within or within.folded)
        changed.append(row)
    return changed


def _of_two_levels(names: Column, reader: Reader) -> bool:
    """True where a head names the desa and a wider area, as two things: no "Desa wilayah Puskesmas"."""
    levels = {level for level, _, _ in reader.understood(names.path).of("axis")}
    return _DESA in levels and bool(levels & _WIDER) and any("/" in text or "&" in text or " dan " in text.lower() for text in names.path)


def _each_holds_others(named: Sequence[Row], wider: set[int]) -> bool:
    """True where the first row is one of the wider ones and behind each of them another follows."""
    marks = [row.index in wider for row in named]
    pairs = zip(marks, [*marks[1:], True], strict=True)
    return bool(marks) and marks[0] and not any(one and other for one, other in pairs)
