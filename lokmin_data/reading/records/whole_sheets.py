"""The sheet of the whole Puskesmas behind one sheet a desa: where the desa say the same, it is their total and no observation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from lokmin_data.reading.records.record import Record

#: So many desa make a total.
SEVERAL = 2


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
