"""The table of boys and girls (L/P), where the reports split them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import number

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment

COLUMNS = ("desa_id", "desa", "L", "P", "total")


def split_table(found: Assessment) -> pd.DataFrame:
    """COLUMNS with the numbers of the year to date by sex; empty where no report splits them."""
    table = found.panel.observations
    own = table[
        (table["indicator"] == found.indicator.code)
        & (table["year"] == found.year)
        & (table["month"] <= found.month)
        & table["sex"].isin(["L", "P"])
    ]
    if own.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    parts = own.groupby(["desa_id", "sex", "basis"]).apply(_to_date, include_groups=False).unstack("basis")
    value = (
        parts.get("cumulative", pd.Series(np.nan, index=parts.index))
        .fillna(parts.get("month", np.nan))
        .fillna(parts.get("point", np.nan))
    )
    wide = value.unstack("sex").reindex(columns=["L", "P"])
    out = found.panel.desa[["desa_id", "desa"]].merge(wide, left_on="desa_id", right_index=True, how="left")
    return out.assign(total=out["L"] + out["P"])[list(COLUMNS)]


def _to_date(rows: pd.DataFrame) -> float:
    """The newest cumulative or state; months are added up."""
    newest = rows.sort_values("month")["numerator"].dropna()
    if newest.empty:
        return float("nan")
    return float(newest.sum()) if rows.name[2] == "month" else float(newest.iloc[-1])


def split_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """The L/P table with its sum."""
    heads = [Head("Desa"), Head("Laki-laki", True), Head("Perempuan", True), Head("Jumlah", True)]
    rows = [
        [
            Cell(str(row.desa), href=address(int(row.desa_id))),
            *(Cell(number(v, 0), True) for v in (row.L, row.P, row.total)),
        ]
        for row in table.itertuples(index=False)
    ]
    sums = table[["L", "P", "total"]].sum(min_count=1)
    return html_table(
        heads, rows, foot=[Cell("Jumlah"), *(Cell(number(v, 0), True) for v in sums)], caption="Laki-laki dan perempuan"
    )
