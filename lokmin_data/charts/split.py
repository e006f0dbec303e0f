"""The tables beside the PWS table: boys and girls (L/P) where the reports split them, the sasaran beside each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from lokmin_data.analysis.sasaran import KINDS
from lokmin_data.analysis.sexes import by_sex
from lokmin_data.analysis.side_by_side import NAMES
from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import MISSING, count, is_missing

if TYPE_CHECKING:
    from lokmin_data.analysis import Assessment


def split_table(found: Assessment) -> pd.DataFrame:
    """desa_id, desa and for L and P `cumulative_L`, `sasaran_L` ...; the Puskesmas first; empty where no report splits them."""
    table = by_sex(found.panel, found.indicator.code, found.year, found.month)
    if table["cumulative"].notna().sum() == 0:
        return table.iloc[:0]
    wide = table.pivot(index="desa_id", columns="sex", values=["cumulative", "sasaran"])
    wide.columns = [f"{name}_{sex}" for name, sex in wide.columns]
    names = table[["desa_id", "desa"]].drop_duplicates("desa_id")
    return names.merge(wide.reset_index(), on="desa_id", validate="one_to_one")


def split_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """The L/P table: numbers over their own sasaran where it is known, the Puskesmas below."""
    heads = [Head("Desa"), Head("Laki-laki", True), Head("Perempuan", True)]
    rows = [
        [_name(row, address), *(Cell(_said(row[f"cumulative_{sex}"], row[f"sasaran_{sex}"]), True) for sex in "LP")]
        for row in table.to_dict("records")
    ]
    return html_table(heads, rows[1:], foot=rows[0], caption="Laki-laki dan perempuan")


def sasaran_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """Coverage by every sasaran that is known; the last column says which one the verdict rests on."""
    heads = [Head("Desa"), *(Head(f"Menurut {NAMES[kind]}", True) for kind in KINDS), Head("Yang dipakai")]
    rows = []
    for row in table.to_dict("records"):
        shares = [MISSING if is_missing(row[kind]) else _said(row["cumulative"], row[kind]) for kind in KINDS]
        rows.append([_name(row, address), *(Cell(text, True) for text in shares), Cell(NAMES.get(row["used"], MISSING))])
    return html_table(heads, rows[1:], foot=rows[0], caption="Sasaran berdampingan")


def _name(row: dict, address: Callable[[int], str]) -> Cell:
    return Cell(str(row["desa"]), href=address(int(row["desa_id"])) if row["desa_id"] else "")


def _said(x: float, n: float) -> str:
    """ "21/60 · 35 %", the number alone where its sasaran is not known, or "–"."""
    return MISSING if is_missing(x) else count(x, n)
