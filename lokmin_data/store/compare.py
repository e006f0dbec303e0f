"""What a report would change: new, changed, same and missing numbers, beside the cells that they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Problem
from lokmin_data.store.base import fetch, frame
from lokmin_data.store.prepare import NUMBERS, NUMBERS_OF, ROW_COLUMNS, VALUES, Key, Prepared
from lokmin_data.store.schema import OBSERVATION_KEY, current_value
from lokmin_data.store.slices import values_of, within

OLD = tuple(f"{name}_old" for name in (*NUMBERS, "sheet", "cell"))
#: Places of a stored row: the key, then these.
STORED_VALUES = (*NUMBERS, "sheet", "cell", "report_id")


@dataclass(frozen=True)
class Difference:
    """A report beside what is stored; nothing was written.

    `known`: the same file is stored already as `report_id`.  The tables are made when they are asked for; each
    has a column desa beside those of the rows.
    """

    entries: Mapping[Key, Any] = field(repr=False)
    stored: Mapping[Key, tuple[Any, ...]] = field(repr=False)
    names: Mapping[int, str] = field(repr=False)
    new_keys: Sequence[Key] = ()
    changed_keys: Sequence[Key] = ()
    same_keys: Sequence[Key] = ()
    missing_keys: Sequence[Key] = ()
    unknown_areas: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: bool = False
    report_id: int | None = None

    @cached_property
    def new(self) -> pd.DataFrame:
        """Rows of the report that are not stored yet: desa, ROW_COLUMNS."""
        return self._own(self.new_keys)

    @cached_property
    def same(self) -> pd.DataFrame:
        """Rows of the report that are stored with the same numbers: desa, ROW_COLUMNS."""
        return self._own(self.same_keys)

    @cached_property
    def changed(self) -> pd.DataFrame:
        """Rows of the report that are stored with other numbers: desa, ROW_COLUMNS, report_id (the stored one), OLD."""
        rows = [
            (self._name(key), *key, *self.entries[key], self.stored[key][-1], *self.stored[key][:-1])
            for key in self.changed_keys
        ]
        return frame(rows, ("desa", *ROW_COLUMNS, "report_id", *OLD), (*NUMBERS, *OLD[:3]))

    @cached_property
    def missing(self) -> pd.DataFrame:
        """Stored rows of the same indicators and months that the report lacks (they stay): desa, the key, OLD."""
        rows = [(self._name(key), *key, *self.stored[key][:-1]) for key in self.missing_keys]
        return frame(rows, ("desa", *OBSERVATION_KEY, *OLD), OLD[:3])

    def _own(self, keys: Sequence[Key]) -> pd.DataFrame:
        rows = [(self._name(key), *key, *self.entries[key]) for key in keys]
        return frame(rows, ("desa", *OBSERVATION_KEY, *VALUES), NUMBERS)

    def _name(self, key: Key) -> str:
        return self.names.get(key[3], "")


def difference(
    connection: sa.Connection, puskesmas_id: int, prepared: Prepared, names: Mapping[int, str]
) -> Difference:
    """Compare prepared rows with the current values of what they cover."""
    years, values = values_of(puskesmas_id, prepared.cover)
    width, cover = len(OBSERVATION_KEY), set(prepared.cover)
    stored = {row[:width]: row[width:] for row in fetch(connection, _stored(years), values) if row[:3] in cover}
    new, changed, same = [], [], []
    for key, value in prepared.entries.items():
        old = stored.get(key)
        (new if old is None else same if old[:3] == value[NUMBERS_OF] else changed).append(key)
    missing = [key for key in stored if key not in prepared.entries]
    return Difference(
        prepared.entries, stored, names, new, changed, same, missing, tuple(prepared.unknown_areas), prepared.problems
    )


@cache
def _stored(years: int) -> sa.Select:
    columns = [current_value.c[name] for name in (*OBSERVATION_KEY, *STORED_VALUES)]
    return sa.select(*columns).where(within(current_value, years))
