"""Stunting and nutrition: prevalence with n/N and the measured share, WHO bands as ground colour only, Feb and Aug, PMT."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from lokmin_data.charts.table import Cell, Head, html_table
from lokmin_data.wording import MISSING, count, is_missing, number, percent


def prevalence_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """Per desa: n/N and percent, WHO band, measured of all balita, D/S, N/D; columns of `analysis.nutrition.prevalence`."""
    heads = [
        Head("Desa"),
        Head("Kasus / diukur", True),
        Head("Kelompok WHO"),
        Head("Diukur / semua balita", True),
        Head("D/S", True),
        Head("N/D", True),
        Head("Catatan"),
    ]
    rows = [_prevalence(row, address(int(row.desa_id)) if row.desa_id else "") for row in table.itertuples(index=False)]
    return html_table(heads, rows[1:], foot=rows[0], caption="Prevalensi per desa")


def _prevalence(row: Any, href: str) -> list[Cell]:
    return [
        Cell(str(row.desa), href=href),
        Cell(count(row.x, row.n), True),
        Cell(str(row.band) or MISSING),
        Cell(count(row.n, row.balita) if not is_missing(row.n) else MISSING, True),
        Cell(percent(row.d_s), True),
        Cell(percent(row.n_d), True),
        Cell(str(row.note or "")),
    ]


def weighing_html(table: pd.DataFrame, *, address: Callable[[int], str]) -> str:
    """The last two weighing months side by side; columns of `analysis.nutrition.weighing_months`."""
    first, last = str(table["before_period"].iloc[0]), str(table["after_period"].iloc[0])
    heads = [Head("Desa"), Head(first, True), Head(last, True), Head("Perubahan (poin)", True), Head("Catatan")]
    rows = [
        [
            Cell(str(row.desa), href=address(int(row.desa_id)) if row.desa_id else ""),
            Cell(count(row.before_x, row.before_n), True),
            Cell(count(row.after_x, row.after_n), True),
            Cell(_signed(row.change), True),
            Cell(str(row.note or "")),
        ]
        for row in table.itertuples(index=False)
    ]
    return html_table(heads, rows[1:], foot=rows[0], caption=f"{first} dan {last}")


def _signed(value: float) -> str:
    if is_missing(value):
        return MISSING
    return f"{'+' if value > 0 else ''}{number(value, 1)}"


def reach_html(table: pd.DataFrame, what: str, *, address: Callable[[int], str]) -> str:
    """Who needs and who gets PMT (or treatment); columns of `analysis.nutrition.pmt_reach`."""
    heads = [Head("Desa"), Head(f"{what}: dapat / perlu", True), Head("Belum dapat", True)]
    rows = [
        [
            Cell(str(row.desa), href=address(int(row.desa_id)) if row.desa_id else ""),
            Cell(count(row.reached, row.found), True),
            Cell(number(row.not_reached), True),
        ]
        for row in table.itertuples(index=False)
    ]
    return html_table(heads, rows[1:], foot=rows[0], caption=what)
