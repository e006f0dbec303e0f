"""Rows of places and people that serve several desa, and of RW and dusun, in a column of desa: parts of the desa above, or set
apart and told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lokmin_data.model import Problem
from lokmin_data.reading.heads.measures import Layout
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.serving import part_of_desa, serves_several
from lokmin_data.reading.words.values import Value

CLOSE = 1e-6


@dataclass(frozen=True, kw_only=True)
class ServedRow(Problem):
    """A row of a pustu or a bidan in a column of desa."""

    code = "tempat-pelayanan-bukan-desa"
    severity = "warning"
    what = "Baris '{found}' adalah tempat atau petugas pelayanan, bukan desa; angkanya disimpan terpisah, karena desanya tidak disebut."
    fix = "Tulis nama desa yang dilayani pada baris itu (atau jumlahkan ke desanya), lalu unggah ulang."


@dataclass(frozen=True, kw_only=True)
class RowWithinDesa(Problem):
    """A row of a RW or a dusun in a column of desa that does not add up to the desa above."""

    code = "bagian-desa"
    severity = "warning"
    what = "Baris '{found}' adalah bagian dari desa, bukan desa, dan tidak menjumlah ke desa di atasnya; angkanya disimpan terpisah."
    fix = "Tulis jumlah desa pada baris nama desanya, lalu unggah ulang; bila angka desanya sudah tertulis, periksa jumlahnya."


def served(row: Row) -> bool:
    """True for an area's row that is named after who or what serves several desa, or what lies within one."""
    return row.kind == "area" and row.level == "desa" and (serves_several(row.area) or part_of_desa(row.area))


def with_parts_of_desa(rows: tuple[Row, ...], layout: Layout, values: Mapping[int, Sequence[Value]]) -> tuple[Row, ...]:
    """The rows with those of pustu, bidan, RW and dusun right below a desa, which exactly add up to it, and of RW and dusun
    below a desa without numbers, as parts of that desa."""
    if not any(served(row) for row in rows):
        return rows
    columns = sorted({measure.number.index for measure in layout.measures if measure.number})
    changed = list(rows)
    for place, row in enumerate(rows):
        if row.kind not in ("area", "empty") or row.level != "desa" or served(row):
            continue
        below = place + 1
        while below < len(rows) and served(rows[below]):
            below += 1
        told = [column for column in columns if values[column][place].number]
        parts = range(place + 1, below)
        named = row.kind == "empty" and all(part_of_desa(rows[part].area) for part in parts)  # a desa over its RW
        if parts and (named or told and all(_adds_up(values[column], place, parts) for column in told)):
            for part in parts:
                changed[part] = replace(rows[part], level="posyandu", within=row.area, folded_within=row.folded)
    return tuple(changed)


def _adds_up(values: Sequence[Value], whole: int, parts: range) -> bool:
    return abs((values[whole].number or 0.0) - sum(values[part].number or 0.0 for part in parts)) <= CLOSE


def without_served(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows with the others set apart: no column says which desa they belong to.  A table of nothing but RW has no desa."""
    if all(part_of_desa(row.area) for row in rows if row.kind == "area"):
        return rows
    return tuple(replace(row, kind="apart") if served(row) else row for row in rows)
