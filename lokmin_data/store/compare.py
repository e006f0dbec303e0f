"""What a report would change: new, changed, same and missing numbers, beside the cells that they came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import sqlalchemy as sa

from lokmin_data.model import Problem
from lokmin_data.store.base import fetch, frame
from lokmin_data.store.prepare import KEY, NUMBERS, Prepared
from lokmin_data.store.schema import current_value

CURRENT_COLUMNS = (*KEY, "report_id", "level", *NUMBERS, "sheet", "cell")


@dataclass(frozen=True)
class Difference:
    """A report beside what is stored; nothing was written.

    `new`, `same`: the report's rows.  `changed`: its rows with numerator_old, denominator_old, percent_old,
    report_id_old, sheet_old, cell_old.  `missing`: stored rows of the same indicators and months that the report
    lacks; they stay.  `known`: the same file is stored already as `report_id`.  Each table has a column desa.
    """

    new: pd.DataFrame
    changed: pd.DataFrame
    same: pd.DataFrame
    missing: pd.DataFrame
    unknown_areas: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: bool = False
    report_id: int | None = None
    counts: dict[str, int] = field(default_factory=dict)


def covered(rows: pd.DataFrame) -> list[tuple[int, str, int]]:
    """The (year, indicator, month) that the rows speak of."""
    return sorted(set(zip(rows["year"].tolist(), rows["indicator"].tolist(), rows["month"].tolist(), strict=True)))


def slices_condition(
    table: sa.Table, puskesmas_id: int, cover: Iterable[tuple[int, str, int]]
) -> sa.ColumnElement[bool]:
    """The rows of a Puskesmas within these years, indicators and months (a rectangle a year: it may hold more)."""
    years: dict[int, tuple[set[str], set[int]]] = {}
    for year, indicator, month in cover:
        codes, months = years.setdefault(year, (set(), set()))
        codes.add(indicator)
        months.add(month)
    parts = [
        sa.and_(table.c.year == year, table.c.indicator.in_(sorted(codes)), table.c.month.in_(sorted(months)))
        for year, (codes, months) in sorted(years.items())
    ]
    return sa.and_(table.c.puskesmas_id == puskesmas_id, sa.or_(*parts) if parts else sa.false())


def difference(connection: sa.Connection, puskesmas_id: int, prepared: Prepared, names: dict[int, str]) -> Difference:
    """Compare prepared rows with the current values of the keys that they cover."""
    rows, cover = prepared.rows, covered(prepared.rows)
    chosen = sa.select(*(current_value.c[name] for name in CURRENT_COLUMNS))
    stored = frame(
        fetch(connection, chosen.where(slices_condition(current_value, puskesmas_id, cover))), CURRENT_COLUMNS, NUMBERS
    )
    both = (
        rows.merge(stored, on=KEY, how="outer", suffixes=("", "_old"), indicator="side")
        if len(stored)
        else rows.assign(side="left_only")
    )
    both = both.assign(desa=both["desa_id"].map(names).fillna(""))
    met = both["side"] == "both"
    equal = _equal(both) if len(stored) else np.zeros(len(both), dtype=bool)
    own = ["desa", *rows.columns]
    missing = both.loc[both["side"] == "right_only"]
    inside = [key in set(cover) for key in zip(missing["year"], missing["indicator"], missing["month"], strict=True)]
    old = [f"{name}_old" for name in (*NUMBERS, "sheet", "cell") if f"{name}_old" in both.columns]
    return Difference(
        new=both.loc[both["side"] == "left_only", own].reset_index(drop=True),
        changed=both.loc[met & ~equal].reindex(columns=[*own, "report_id", *old]).reset_index(drop=True),
        same=both.loc[met & equal, own].reset_index(drop=True),
        missing=missing.loc[np.array(inside, dtype=bool)].reindex(columns=["desa", *KEY, *old]).reset_index(drop=True),
        unknown_areas=tuple(prepared.unknown_areas),
        problems=prepared.problems,
    )


def _equal(both: pd.DataFrame) -> np.ndarray:
    equal = np.ones(len(both), dtype=bool)
    for name in NUMBERS:
        here, there = both[name].to_numpy(float), both[f"{name}_old"].to_numpy(float)
        equal &= (here == there) | (np.isnan(here) & np.isnan(there))
    return equal
