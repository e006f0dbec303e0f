"""Rows of places and people that serve several desa, in a column of desa: parts of the desa above, or set apart and asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.serving import serves_several
from lokmin_data.reading.words.values import Value

CLOSE = 1e-6


@dataclass(frozen=True, kw_only=True)
class ServedRow(Problem):
    """A row of a pustu or a bidan in a column of desa."""

    code = "tempat-pelayanan-bukan-desa"
    severity = "warning"
    what = "Baris '{found}' adalah tempat atau petugas pelayanan, bukan desa; angkanya disimpan terpisah, karena desanya tidak disebut."
    fix = "Tulis nama desa yang dilayani pada baris itu (atau jumlahkan ke desanya), lalu unggah ulang."


def served(row: Row) -> bool:
    """True for an area's row that is named after who or what serves several desa."""
    return row.kind == "area" and row.level == "desa" and serves_several(row.area)


def with_parts_of_desa(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows with those of pustu and bidan right below a desa, which exactly add up to it, as parts of that desa."""
    if not any(served(row) for row in rows):
        return rows
    columns = sorted({measure.number.index for measure in layout.measures if measure.number})
    changed = list(rows)
    for place, row in enumerate(rows):
        if row.kind != "area" or row.level != "desa" or served(row):
            continue
        below = place + 1
        while below < len(rows) and served(rows[below]):
            below += 1
        told = [column for column in columns if values[column][place].number]
        parts = range(place + 1, below)
        if parts and told and all(_adds_up(values[column], place, parts) for column in told):
            for part in parts:
                changed[part] = replace(rows[part], level="posyandu", within=row.area, folded_within=row.folded)
    return tuple(changed)


def _adds_up(values: Sequence[Value], whole: int, parts: range) -> bool:
    return abs((values[whole].number or 0.0) - sum(values[part].number or 0.0 for part in parts)) <= CLOSE


def without_served(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the others of pustu and bidan set apart: no column says which desa they belong to."""
    return tuple(replace(row, kind="apart") if served(row) else row for row in rows)
