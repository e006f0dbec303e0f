"""Sums of the posyandu of a desa: "Jumlah Desa Suka" below the posyandu of Suka prints what the desa reports, and so does "Sub total"
where one closes every desa."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lokmin_data.reading.blocks.block import Block
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.rows.areas import Row
from lokmin_data.reading.words.meaning import Reader

CLOSE = 1e-6
_PARTS = "posyandu"
SEVERAL = 2


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
    closing = _unnamed(totals, parts, named, blocks, reader)
    for record in totals:
        name = _named(record, [within for block, within in named if block == record.block], reader) or closing.get((record.block, record.row), "")
        added = parts.get(_column(record, name), []) if name and (record.block, name) not in own else []
        if added and record.number is not None and _adds_up(record, added):
            key = record.key._replace(area=name, within="", level="desa")
            yield replace(record, key=key, kind="area", printed=named[record.block, name])


def _adds_up(record: Record, parts: Sequence[Record]) -> bool:
    return abs((record.number or 0) - sum(each.number or 0 for each in parts)) <= CLOSE


def _unnamed(
    totals: Sequence[Record], parts: Mapping[tuple, Sequence[Record]], named: Mapping[tuple[int, str], str],
    blocks: Mapping[int, Block], reader: Reader,
) -> dict[tuple[int, int], str]:  # fmt: skip
    """The desa of each row (of a table) that only calls itself a sum, where one stands right behind the posyandu of every desa; not
    where any of its numbers adds up otherwise, or all are zero."""
    keys = {(block, printed): within for (block, within), printed in named.items()}
    closing = {
        (number, place): keys.get((number, printed), "")
        for number in {block for block, _ in named} for place, printed in _closing(blocks[number].rows, reader).items()
    }  # fmt: skip
    own: dict[tuple[int, int], list[Record]] = defaultdict(list)
    for record in totals if closing else ():
        if record.number is not None and (record.block, record.row) in closing:
            own[record.block, record.row].append(record)
    fits = {
        row for row, records in own.items()
        if any(each.number for each in records) and all(_adds_up(each, parts.get(_column(each, closing[row]), ())) for each in records)
    }  # fmt: skip
    return {row: name for row, name in closing.items() if name and row in fits}


def _closing(rows: Sequence[Row], reader: Reader) -> dict[int, str]:
    """The desa, as printed, of each row of a table that says no more than that it is a sum, right behind the last posyandu of that
    desa; none where any desa ends without."""
    found: dict[int, str] = {}
    within = ""
    for place, row in enumerate(rows):
        if row.kind == "area":
            if within not in ("", row.within) or row.within in found.values() or row.level != _PARTS:
                return {}
            within = row.within
        elif row.kind == "total" and within:
            if not _says_only_sum(row.area, reader):
                return {}
            found[place], within = within, ""
    return found if not within and len(found) >= SEVERAL else {}


def _says_only_sum(label: str, reader: Reader) -> bool:
    words = {*reader.tokens(label)}
    sums = {*reader.words.lists["total_kata_awal"]["kata"]} - {*reader.words.lists["total"]["rerata"]}
    return bool(words & sums) and words <= sums | {*reader.words.lists["jumlah_desa"]["sebutan"]}


def _column(record: Record, within: str) -> tuple:
    """What is counted in a table for a desa."""
    return (record.block, record.measure, within, record.key.indicator, record.key.year, record.key.month, record.key.basis, record.key.sex)


def _named(record: Record, names: Sequence[str], reader: Reader) -> str:
    """The desa that the row of a sum names behind the word for it; empty where it names none of these."""
    words = reader.tokens(record.printed)
    lists = reader.words.lists
    before = (*lists["total_kata_awal"]["kata"], *lists["jumlah_desa"]["sebutan"])
    while words and words[0] in before:
        words = words[1:]
    return next((name for name in names if words and words == reader.tokens(name)), "") if reader.tokens(record.printed)[:1] != words[:1] else ""
