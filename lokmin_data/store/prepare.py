"""From a reading to rows that can be stored: areas become desa ids, posyandu become their desa, keys are unique.

Levels: a desa row counts for its desa.  Posyandu rows that were given a desa are summed to it, and such a
sum gives way to a row that the report (or any accepted report) prints for the desa itself.  A row of the Puskesmas
itself gets desa_id 0.  What has no place is named in the problems, never dropped in silence.

Plain tuples, not tables: a report has some hundred rows, for which every step of pandas costs more than the work.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from lokmin_data.model import Problem, Reading
from lokmin_data.store.bulk import POSYANDU
from lokmin_data.store.names import fold
from lokmin_data.store.problems import AreaNotStored, PeriodNotStored, SameDesaTwice
from lokmin_data.store.schema import OBSERVATION_KEY

NUMBERS = ("numerator", "denominator", "percent")
VALUES = ("level", *NUMBERS, "sheet", "cell")
#: The columns of a row to be stored, after the Puskesmas and the report.
ROW_COLUMNS = (*OBSERVATION_KEY, *VALUES)
SASARAN_COLUMNS = ("year", "population", "sex", "desa_id", "value", "sheet", "cell")
#: Columns that are read from a reading's observations, in this order.
READ = ("area", "level", "year", "indicator", "month", "basis", "sex", *NUMBERS, "sheet", "cell")
READ_NUMBERS = frozenset({"year", "month", *NUMBERS})
WHOLE_PUSKESMAS = 0
LAST_MONTH = 12
#: Areas wider than a desa stand in the list where so many names of theirs, and at least this share, are there: a Dinas lists its
#: kecamatan; a kecamatan that only bears the name of a desa is another place.
WIDER = ("puskesmas", "kecamatan", "kabupaten")
FEWEST_LISTED, SHARE_LISTED = 2, 0.5
#: Cells of a posyandu sum that are named; the rest is told as a number.
CELLS_NAMED = 6

#: year, indicator, month, desa_id, basis, sex
Key = tuple[int, str, int, int, str, str]
#: level, numerator, denominator, percent, sheet, cell
Value = tuple[str, float | None, float | None, float | None, str, str]
NUMBERS_OF = slice(1, 4)
SHEET, CELL = 4, 5


@dataclass(frozen=True)
class Places:
    """What is known about names: folded name or alias -> desa_id, desa_id -> name, the Puskesmas' own name."""

    ids: Mapping[str, int]
    names: Mapping[int, str]
    puskesmas: str


@dataclass(frozen=True)
class Prepared:
    """Rows ready to be stored by key, the report's sasaran, the areas without a place, and the problems."""

    entries: Mapping[Key, Value]
    sasaran: list[tuple[Any, ...]]
    unknown_areas: dict[str, int]
    skipped: int
    problems: tuple[Problem, ...]

    @cached_property
    def cover(self) -> list[tuple[int, str, int]]:
        """The (year, indicator, month) that the report speaks of."""
        return sorted({key[:3] for key in self.entries})

    @cached_property
    def rows(self) -> list[tuple[Any, ...]]:
        """The rows in the order of ROW_COLUMNS."""
        return [key + value for key, value in self.entries.items()]

    @cached_property
    def sasaran_years(self) -> list[int]:
        """The years whose sasaran the report prints."""
        return sorted({row[0] for row in self.sasaran})


class _Finder:
    """Which desa an area means: what the user said, else the Puskesmas' own name, else the desa list; `other` are the levels
    whose names are not those of the list."""

    def __init__(self, places: Places, names: Mapping[str, int | None], other: Collection[str] = ()) -> None:
        self.places, self.other = places, other
        self.given = {fold(area): desa_id for area, desa_id in names.items()}
        self.found: dict[tuple[str, str, str], int | None] = {}

    def desa_id(self, area: str, level: str, parent: str = "") -> int | None:
        """The desa's id, 0 for the Puskesmas itself, None where it is not known."""
        place = (area, level, parent)
        if place not in self.found:
            self.found[place] = self._look_up(area, level, parent)
        return self.found[place]

    def is_left_out(self, area: str) -> bool:
        """True where the user said that this area is not to be stored."""
        return self.given.get(fold(area), WHOLE_PUSKESMAS) is None

    def _look_up(self, area: str, level: str, parent: str) -> int | None:
        folded, ids = fold(area), self.places.ids
        if folded in self.given:
            return self.given[folded]
        if level == "puskesmas" and folded in ("", fold(self.places.puskesmas)):
            return WHOLE_PUSKESMAS
        if level in self.other:
            return None
        if level == POSYANDU and parent:
            return self.given.get(fold(parent), ids.get(fold(parent)))
        return ids.get(folded)


class _Sorter:
    """Takes the rows of a reading one by one and keeps one entry a key."""

    def __init__(self, finder: _Finder) -> None:
        self.finder = finder
        self.entries: dict[Key, Value] = {}
        self.posyandu: dict[Key, list[Value]] = {}
        self.unknown: dict[str, int] = {}
        self.left_out = self.undated = 0
        self.twice: list[Problem] = []

    def take(self, row: tuple[Any, ...], parent: str) -> None:
        """Put the row where it belongs."""
        area, level, year, indicator, month, basis, sex, numerator, denominator, percent, sheet, cell = row
        desa_id = self.finder.desa_id(area, level, parent)
        if desa_id is None:
            self._without_place(area)
            return
        if month is None and basis == "year":
            month = LAST_MONTH  # a row of a whole year stands at December
        if year is None or month is None or not 1 <= month <= LAST_MONTH:
            self.undated += 1
            return
        kind = "puskesmas" if desa_id == WHOLE_PUSKESMAS else POSYANDU if level == POSYANDU else "desa"
        key = (int(year), indicator, int(month), desa_id, basis, sex or "T")
        value = (kind, numerator, denominator, percent, sheet, cell)
        if kind == POSYANDU:
            self.posyandu.setdefault(key, []).append(value)
        elif self.entries.setdefault(key, value) is not value:
            self._again(key, value)

    def sum_posyandu(self) -> None:
        """Add the sums of posyandu of those desa that the report does not print themselves."""
        for key, values in self.posyandu.items():
            if key not in self.entries:
                self.entries[key] = _summed(values)

    def _without_place(self, area: str) -> None:
        if self.finder.is_left_out(area):
            self.left_out += 1
        else:
            self.unknown[area] = self.unknown.get(area, 0) + 1

    def _again(self, key: Key, value: Value) -> None:
        first = self.entries[key]
        if first[NUMBERS_OF] == value[NUMBERS_OF]:
            return
        places = self.finder.places
        self.twice.append(SameDesaTwice(
            name=places.names.get(key[3], places.puskesmas), indicator=key[1], sheet=value[SHEET], cell=value[CELL],
            found=_told(value), expected=_told(first),
        ))  # fmt: skip


def prepare(reading: Reading, places: Places, names: Mapping[str, int | None] | None = None) -> Prepared:
    """The reading's rows by key; `names` (area as printed -> desa_id, 0 the Puskesmas, None leave out) comes first."""
    table = reading.observations
    levels = _levels(table)
    finder = _Finder(places, names or {}, [level for level in WIDER if not _is_listed(levels, level, places)])
    sorter = _Sorter(finder)
    parents = _parents(table)
    for row, parent in zip(_rows(table), parents, strict=True):
        sorter.take(row, parent)
    sorter.sum_posyandu()
    problems: list[Problem] = [AreaNotStored(name=area, rows=count) for area, count in sorter.unknown.items()]
    problems += [PeriodNotStored(rows=sorter.undated)] if sorter.undated else []
    skipped = sum(sorter.unknown.values()) + sorter.left_out + sorter.undated + len(sorter.twice)
    newest = max((key[0] for key in sorter.entries), default=None)
    sasaran = _sasaran(reading.sasaran, finder, newest, levels)
    return Prepared(sorter.entries, sasaran, sorter.unknown, skipped, (*problems, *sorter.twice))


def _levels(table: pd.DataFrame) -> dict[str, set[str]]:
    """The folded names of each level that a reading's observations print."""
    levels: dict[str, set[str]] = {}
    pairs = zip(table["area"].tolist(), table["level"].tolist(), strict=True) if len(table) else ()
    for area, level in dict.fromkeys(pairs):
        levels.setdefault(level, set()).add(fold(_text(area)))
    return levels


def _is_listed(levels: Mapping[str, set[str]], level: str, places: Places) -> bool:
    """True where the areas of a wider level are those of the list: no desa stands beside them, and many enough are there."""
    names = levels.get(level, set()) - {"", fold(places.puskesmas)}
    there = names & set(places.ids)
    return "desa" not in levels and len(there) >= FEWEST_LISTED and len(there) >= SHARE_LISTED * len(names)


def _rows(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """The observations in the order of READ: numbers as floats or None, texts as texts."""
    if table.empty:
        return iter(())
    return zip(*(_column(table[name], is_number=name in READ_NUMBERS) for name in READ), strict=True)


def _column(values: pd.Series, *, is_number: bool) -> list[Any]:
    if is_number:
        return [None if value != value else value for value in values.to_numpy(dtype=float, na_value=math.nan).tolist()]
    return [value if value.__class__ is str else _text(value) for value in values.to_numpy(dtype=object).tolist()]


def _parents(table: pd.DataFrame) -> list[str]:
    """The desa of a posyandu row, where the reader knows it."""
    return [_text(value) for value in table["desa"].tolist()] if "desa" in table.columns else [""] * len(table)


def _summed(values: list[Value]) -> Value:
    numbers = [_sum(value[place] for value in values) for place in (1, 2)]
    percent = values[0][3] if len(values) == 1 else None
    cells = [value[CELL] for value in values]
    more = f"+{len(cells) - CELLS_NAMED} sel" if len(cells) > CELLS_NAMED else ""
    return POSYANDU, numbers[0], numbers[1], percent, values[0][SHEET], "+".join(cells[:CELLS_NAMED]) + more


def _sum(numbers: Iterator[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return math.fsum(known) if known else None


def _sasaran(
    table: pd.DataFrame, finder: _Finder, newest: int | None, levels: Mapping[str, set[str]]
) -> list[tuple[Any, ...]]:
    """The sasaran that the report prints, one a key; of the newest year that the report speaks of.  `levels`: the names by level,
    so that the sasaran of a kecamatan is not its namesake's."""
    kept: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in table.to_dict("records"):
        year, value = _number(row.get("year", newest)), _number(row.get("value"))
        area = _text(row.get("area"))
        desa_id = finder.desa_id(area, _level_of(area, levels))
        if desa_id is None and not finder.is_left_out(area):
            desa_id = finder.desa_id(area, "puskesmas")
        if desa_id is None or year is None or value is None or value < 0:
            continue
        key = (int(year), _text(row["population"]), _text(row.get("sex")) or "T", desa_id)
        kept.setdefault(key, (*key, value, _text(row.get("sheet")), _text(row.get("cell"))))
    return list(kept.values())


def _level_of(area: str, levels: Mapping[str, set[str]]) -> str:
    """The wider level that alone has a name, else desa."""
    found = [level for level, names in levels.items() if fold(area) in names]
    return found[0] if len(found) == 1 and found[0] in WIDER else "desa"


def _number(value: Any) -> float | None:
    """A float, None for what is missing."""
    if value is None or value is pd.NA or value != value:
        return None
    return float(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _told(value: Value) -> str:
    return "" if value[1] is None else f"{value[1]:g}"
