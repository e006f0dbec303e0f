"""Sums of the posyandu of a desa that bear its name: "Jumlah Desa Suka" below the posyandu of Suka prints what the desa reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.meaning import Reader

CLOSE = 1e-6
#: Between the word for a sum and the name.
_CALLED = frozenset({"desa", "kelurahan", "kel", "ds"})
_PARTS = "posyandu"


def desa_of_sums(totals: Sequence[Record], areas: Sequence[Record], blocks: Mapping[int, Block], reader: Reader) -> Iterator[Record]:
    """The records of desa from rows that call themselves their sum, where they add up the posyandu that the table names below that desa and
    no row is the desa itself."""
    if not totals or not any(record.key.level == _PARTS for record in areas[:1] + areas[-1:]):
        return  # nearly all
    parts: dict[tuple, list[Record]] = defaultdict(list)
    own = {(record.block, record.key.area) for record in areas if record.key.level != _PARTS}
    for record in areas:
        if record.key.level == _PARTS and record.key.within:
            parts[_column(record, record.key.within)].append(record)
    named = {(record.block, record.key.within): blocks[record.block].rows[record.row].within for each in parts.values() for record in each}
    for record in totals:
        name = _named(record, [within for block, within in named if block == record.block], reader)
        added = parts.get(_column(record, name), []) if name and (record.block, name) not in own else []
        if added and record.number is not None and abs(record.number - sum(each.number or 0 for each in added)) <= CLOSE:
            key = record.key._replace(area=name, within="", level="desa")
            yield replace(record, key=key, kind="area", printed=named[record.block, name])


def _column(record: Record, within: str) -> tuple:
    """What is counted in a table for a desa."""
    return (record.block, record.measure, within, record.key.indicator, record.key.year, record.key.month, record.key.basis, record.key.sex)


def _named(record: Record, names: Sequence[str], reader: Reader) -> str:
    """The desa that the row of a sum names behind the word for it; empty where it names none of these."""
    words = reader.tokens(record.printed)
    sums = reader.words.lists["total_kata_awal"]["kata"]
    while words and (words[0] in sums or words[0] in _CALLED):
        words = words[1:]
    return next((name for name in names if words and words == reader.tokens(name)), "") if reader.tokens(record.printed)[:1] != words[:1] else ""
