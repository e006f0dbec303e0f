"""The sheet of the whole Puskesmas behind one sheet a desa: where the desa say the same, it is their total and no observation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from lokmin_data.reading.blocks.block import Draft
from lokmin_data.reading.records.record import Record
from lokmin_data.reading.words.meaning import AREA_LEVELS

#: So many desa make a total.
SEVERAL = 2


def whole_sheets(drafts: Sequence[Draft]) -> set[int]:
    """The places of the tables without areas that are the Puskesmas' own, among sheets, or tables, that are each of one desa."""
    named = {place: made for place, made in enumerate(drafts) if made.area and not made.head.axis(*AREA_LEVELS)}
    desa = {(made.sheet_number, made.area) for made in named.values() if made.level == "desa"}
    return {place for place, made in named.items() if made.level == "puskesmas"} if len(desa) >= SEVERAL else set()


def of_the_whole(records: Sequence[Record], tables: Collection[int]) -> set[int]:
    """The places in `records` of numbers in the tables (by their place) of the whole Puskesmas that several desa also give."""
    if not tables:
        return set()
    desa: dict[tuple, set[str]] = defaultdict(set)
    for record in records:
        if record.kind == "area" and record.key.level == "desa":
            desa[_counted(record)].add(record.key.area)
    return {place for place, record in enumerate(records) if record.block in tables and len(desa.get(_counted(record), ())) >= SEVERAL}


def _counted(record: Record) -> tuple:
    """What a number counts, whosever it is."""
    return (record.key.indicator, record.key.year, record.key.month, record.key.basis)
