"""Builders: a Panel from a few numbers in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from lokmin_data.model import Panel, Target
from lokmin_data.reference.catalogue import default_settings, load_indicators

COLUMNS = ["desa_id", "desa", "indicator", "year", "month", "basis", "sex", "numerator", "denominator", "percent",
           "report_id", "sheet", "cell"]  # fmt: skip
SASARAN = ["desa_id", "population", "sex", "year", "kind", "value", "source"]
NAN = float("nan")


def months(
    code: str, numbers: Mapping[str, Sequence[float | None]], n: Mapping[str, Any] | float | None = 120, *, basis: str = "month",
    year: int = 2026, sex: str = "T",
) -> list[dict[str, Any]]:  # fmt: skip
    """Rows of one indicator: desa -> its months from January on (None: not reported); n by desa, by month, or for all."""
    rows = []
    for place, (desa, values) in enumerate(numbers.items(), start=1):
        for month, value in enumerate(values, start=1):
            if value is None:
                continue
            whole = n.get(desa) if isinstance(n, Mapping) else n
            whole = whole[month - 1] if isinstance(whole, Sequence) else whole
            where = 0 if desa == "Puskesmas" else place
            rows.append({"desa_id": where, "desa": desa, "indicator": code, "year": year, "month": month, "basis": basis,
                         "sex": sex, "numerator": value, "denominator": NAN if whole is None else whole, "percent": NAN,
                         "report_id": 1, "sheet": code.upper(), "cell": f"{'ABCDEFGHIJKL'[month - 1]}{place}"})  # fmt: skip
    return rows


def panel(
    *rows: list[dict[str, Any]], desa: Sequence[str] = (), sasaran: Sequence[tuple] = (), targets: Mapping[str, float] | None = None,
    **settings: dict[str, Any],
) -> Panel:  # fmt: skip
    """A Panel of the rows; desa named or as they appear; sasaran as (desa_id, population, sex, year, kind, value)."""
    observations = pd.DataFrame([row for part in rows for row in part], columns=COLUMNS)
    names = list(desa) or list(dict.fromkeys(observations.loc[observations["desa_id"] > 0, "desa"]))
    merged = default_settings()
    for name, values in settings.items():
        merged[name] = merged.get(name, {}) | values
    table = pd.DataFrame([(*row, "uji") for row in sasaran], columns=SASARAN)
    own = tuple(Target(code, 2026, value, "uji") for code, value in (targets or {}).items())
    return Panel(observations, pd.DataFrame({"desa_id": range(1, len(names) + 1), "desa": names}), table, own, merged,
                 dict(load_indicators()), "Puskesmas Uji")  # fmt: skip


def with_settings(given: Panel, name: str, **values: Any) -> Panel:
    """The Panel with other settings in one section."""
    return replace(given, settings={**given.settings, name: {**given.settings.get(name, {}), **values}})


def cell(table: pd.DataFrame, desa: str, column: str) -> Any:
    """One value of a table with a column `desa`."""
    return table.loc[table["desa"] == desa, column].iloc[0]
