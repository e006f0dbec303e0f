"""Areas of one name: one area where only one wider area is named, told apart by it where several are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.heads.headers import area_columns
from lokmin_data.reading.records.record import Record

_KECAMATAN = re.compile(r"^\s*(?:kec(?:amatan)?|distrik)\b\.?\s*:?\s*", re.IGNORECASE)


def join_wider(records: Sequence[Record]) -> None:
    """Give records whose table names no wider area the only one that others of the same area have."""
    wider = _wider(records)
    for record in records:
        names = wider.get((record.key.level, record.key.area), set())
        if not record.key.within and len(names) == 1:
            record.key = record.key._replace(within=next(iter(names)))


def print_paths(records: Sequence[Record], blocks: Mapping[int, Block]) -> None:
    """Print areas that share their name with the wider area: `Sukamaju / Mawar 1`, `Sukamaju (Kec. Cibadak)`; so posyandu
    called as a desa of the report."""
    several = {place for place, names in _wider(records).items() if len(names) > 1}
    desa = {record.key.area for record in records if record.key.level == "desa"}
    for record in records:
        as_desa = record.key.level == "posyandu" and record.key.area in desa
        if record.key.within and (as_desa or (record.key.level, record.key.area) in several):
            record.printed = _path(record, blocks[record.block])
        elif as_desa:
            record.printed = f"Posyandu {record.printed}"


def _wider(records: Iterable[Record]) -> dict[tuple[str, str], set[str]]:
    """(level, area) -> the wider areas named with it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        if record.key.within:
            found[record.key.level, record.key.area].add(record.key.within)
    return found


def _path(record: Record, block: Block) -> str:
    within = block.rows[record.row].within
    if record.key.level == "posyandu":
        return f"{within} / {record.printed}"
    _, wider = area_columns(block.head)
    if wider and wider[-1].meaning.axis == "kecamatan" or _KECAMATAN.match(within):
        return f"{record.printed} (Kec. {_KECAMATAN.sub('', within)})"
    return f"{record.printed} ({within})"
