"""From a reading to rows that can be stored: areas become desa ids, posyandu become their desa, keys are unique.

Levels: a desa row counts for its desa.  Posyandu rows that were given a desa are summed to it, and such a
sum gives way to a row that the report (or any accepted report) prints for the desa itself.  A row of the Puskesmas
itself gets desa_id 0.  What has no place is named in the problems, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lokmin_data.model import Problem, Reading
from lokmin_data.store.names import fold
from lokmin_data.store.problems import AreaNotStored, PeriodNotStored, SameDesaTwice
from lokmin_data.store.schema import OBSERVATION_KEY

KEY = list(OBSERVATION_KEY)
NUMBERS = ["numerator", "denominator", "percent"]
#: The columns of a row to be stored, after the Puskesmas and the report.
ROW_COLUMNS = [*KEY, "level", *NUMBERS, "sheet", "cell"]
SASARAN_ROW_COLUMNS = ["year", "population", "sex", "desa_id", "value", "sheet", "cell"]
WHOLE_PUSKESMAS = 0
LAST_MONTH = 12
#: Cells of a posyandu sum that are named; the rest is told as a number.
CELLS_NAMED = 6


@dataclass(frozen=True)
class Places:
    """What is known about names: folded name or alias -> desa_id, desa_id -> name, the Puskesmas' own name."""

    ids: Mapping[str, int]
    names: Mapping[int, str]
    puskesmas: str


@dataclass(frozen=True)
class Prepared:
    """Rows ready to be stored (ROW_COLUMNS), the report's sasaran, the areas without a place, and the problems."""

    rows: pd.DataFrame
    sasaran: pd.DataFrame
    unknown_areas: dict[str, int]
    ignored_areas: tuple[str, ...]
    skipped: int
    problems: tuple[Problem, ...]


def prepare(reading: Reading, places: Places, names: Mapping[str, int | None] | None = None) -> Prepared:
    """The reading's rows with desa ids; `names` (area as printed -> desa_id, 0 the Puskesmas, None leave out) comes first."""
    given = {fold(area): desa_id for area, desa_id in (names or {}).items()}
    table = reading.observations
    placed, unknown, ignored = _place(table, places, given)
    dated = _dated(placed)
    undated = len(placed) - len(dated)
    rows, twice = _unique(dated, places)
    problems = [AreaNotStored(name=area, rows=count) for area, count in unknown.items()]
    problems += [PeriodNotStored(rows=undated)] if undated else []
    return Prepared(
        rows=rows,
        sasaran=_sasaran(reading, rows, places, given),
        unknown_areas=unknown,
        ignored_areas=ignored,
        skipped=len(table) - len(dated) + len(twice),
        problems=(*problems, *twice),
    )


def _place(
    table: pd.DataFrame, places: Places, given: Mapping[str, int | None]
) -> tuple[pd.DataFrame, dict[str, int], tuple[str, ...]]:
    """The rows with a desa_id; areas without one and their rows; areas that the user left out."""
    if table.empty:
        return pd.DataFrame(columns=ROW_COLUMNS), {}, ()
    areas = list(zip(table["area"].astype(str), table["level"].astype(str), _parents(table), strict=True))
    meaning = {area: _desa_id(area, places, given) for area in dict.fromkeys(areas)}
    found = [meaning[area] for area in areas]
    unknown: dict[str, int] = {}
    for (area, _, _), desa_id in zip(areas, found, strict=True):
        if desa_id is None:
            unknown[area] = unknown.get(area, 0) + 1
    ignored = tuple(dict.fromkeys(area for area, _, _ in areas if fold(area) in given and given[fold(area)] is None))
    unknown = {area: count for area, count in unknown.items() if area not in ignored}
    kept = np.array([desa_id is not None for desa_id in found], dtype=bool)
    placed = table.loc[kept].assign(desa_id=[desa_id for desa_id in found if desa_id is not None])
    level = np.where(
        placed["desa_id"] == WHOLE_PUSKESMAS, "puskesmas", np.where(placed["level"] == "posyandu", "posyandu", "desa")
    )
    return placed.assign(level=level), unknown, ignored


def _parents(table: pd.DataFrame) -> list[str]:
    """The desa of a posyandu row, where the reader knows it."""
    return table["desa"].fillna("").astype(str).tolist() if "desa" in table.columns else [""] * len(table)


def _desa_id(area: tuple[str, str, str], places: Places, given: Mapping[str, int | None]) -> int | None:
    name, level, parent = area
    folded = fold(name)
    if folded in given:
        return given[folded]
    if level == "puskesmas":
        return WHOLE_PUSKESMAS if folded in ("", fold(places.puskesmas)) else places.ids.get(folded)
    if level == "posyandu" and parent:
        return given.get(fold(parent), places.ids.get(fold(parent)))
    return places.ids.get(folded)


def _dated(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose period is known; a row of a whole year stands at December."""
    if rows.empty:
        return rows
    month = pd.to_numeric(rows["month"], errors="coerce")
    month = month.mask(month.isna() & (rows["basis"] == "year"), LAST_MONTH)
    year = pd.to_numeric(rows["year"], errors="coerce")
    known = year.notna() & month.between(1, LAST_MONTH)
    return rows.loc[known].assign(year=year[known].astype(int), month=month[known].astype(int))


def _unique(rows: pd.DataFrame, places: Places) -> tuple[pd.DataFrame, list[Problem]]:
    """One row a key: the desa's own before the sum of its posyandu, the first of two that differ."""
    if rows.empty:
        return pd.DataFrame(columns=ROW_COLUMNS), []
    rows = rows[ROW_COLUMNS].assign(
        **{name: pd.to_numeric(rows[name], errors="coerce").astype(float) for name in NUMBERS}
    )
    rows = rows.assign(
        sex=rows["sex"].replace("", "T").fillna("T"), sheet=rows["sheet"].fillna(""), cell=rows["cell"].fillna("")
    )
    summed = _sum_posyandu(rows.loc[rows["level"] == "posyandu"])
    rows = pd.concat([rows.loc[rows["level"] != "posyandu"], summed], ignore_index=True)
    again = rows.duplicated(KEY)
    problems = _twice(rows.loc[again & (rows["level"] != "posyandu")], rows.loc[~again], places)
    return rows.loc[~again].reset_index(drop=True), problems


def _sum_posyandu(rows: pd.DataFrame) -> pd.DataFrame:
    if rows.empty:
        return rows
    groups = rows.groupby(KEY, sort=False, as_index=False)
    total = groups[["numerator", "denominator"]].sum(min_count=1)
    percent = groups["percent"].agg(lambda values: values.iloc[0] if len(values) == 1 else np.nan)["percent"]
    words = groups.agg(sheet=("sheet", "first"), cell=("cell", _cells))
    return total.assign(level="posyandu", percent=percent, sheet=words["sheet"], cell=words["cell"])[ROW_COLUMNS]


def _cells(cells: pd.Series) -> str:
    named = list(cells[:CELLS_NAMED])
    return "+".join(named) + (f"+{len(cells) - CELLS_NAMED} sel" if len(cells) > CELLS_NAMED else "")


def _twice(again: pd.DataFrame, first: pd.DataFrame, places: Places) -> list[Problem]:
    both = again.merge(first, on=KEY, suffixes=("", "_first"))
    differs = np.zeros(len(both), dtype=bool)
    for name in NUMBERS:
        here, there = both[name], both[f"{name}_first"]
        differs |= ((here != there) & ~(here.isna() & there.isna())).to_numpy()
    return [
        SameDesaTwice(
            name=places.names.get(row.desa_id, places.puskesmas), indicator=row.indicator, sheet=row.sheet, cell=row.cell,
            found=_text(row.numerator), expected=_text(row.numerator_first),
        )
        for row in both.loc[differs].itertuples()
    ]  # fmt: skip


def _text(value: float) -> str:
    return "" if np.isnan(value) else f"{value:g}"


def _sasaran(reading: Reading, rows: pd.DataFrame, places: Places, given: Mapping[str, int | None]) -> pd.DataFrame:
    """The sasaran that the report prints, with desa ids; of the newest year that the report speaks of."""
    table = reading.sasaran
    if table.empty or (rows.empty and "year" not in table.columns):
        return pd.DataFrame(columns=SASARAN_ROW_COLUMNS)
    year = table["year"] if "year" in table.columns else int(rows["year"].max())
    ids = [_desa_id((str(area), "desa", ""), places, given) for area in table["area"]]
    ids = [
        WHOLE_PUSKESMAS if found is None and fold(area) == fold(places.puskesmas) else found
        for found, area in zip(ids, table["area"], strict=True)
    ]
    placed = table.assign(desa_id=ids, year=year, value=pd.to_numeric(table["value"], errors="coerce"))
    placed = placed.assign(sheet=placed.get("sheet", ""), cell=placed.get("cell", ""), sex=placed["sex"].fillna("T"))
    placed = placed.loc[
        placed["desa_id"].notna() & placed["value"].notna() & (placed["value"] >= 0) & placed["year"].notna()
    ]
    placed = placed.astype({"desa_id": int, "year": int})
    return placed.drop_duplicates(["year", "population", "sex", "desa_id"])[SASARAN_ROW_COLUMNS].reset_index(drop=True)
