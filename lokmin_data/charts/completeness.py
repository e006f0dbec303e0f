"""Completeness of the reports as an HTML matrix desa x month; the five ways of being empty look different."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import pandas as pd

from lokmin_data.charts.table import table_tag
from lokmin_data.wording import month_name, month_short

MONTHS = range(1, 13)


def completeness_matrix(
    reported: pd.DataFrame,
    desa: pd.DataFrame,
    *,
    until: int,
    expected: Mapping[int, int],
    address: Callable[[int], str],
) -> str:
    """Per desa and month: all programmes in, some, none, or not yet due.

    `reported` columns desa_id, programme, month; `expected` month -> how many programmes anyone reported then (a
    month in which nobody reported expects all that ever reported); `until` the month of the scope.
    """
    have = reported.groupby(["desa_id", "month"])["programme"].nunique().to_dict()
    heads = "".join(f'<th scope="col">{month_short(month)}</th>' for month in MONTHS)
    body = "".join(
        f'<tr><th scope="row"><a class="ke" href="{address(int(row.desa_id))}">{escape(str(row.desa))}</a></th>'
        + "".join(
            _cell(have.get((row.desa_id, month), 0), expected.get(month, 0), month, until, str(row.desa))
            for month in MONTHS
        )
        + "</tr>"
        for row in desa.itertuples()
    )
    return (
        '<div class="lk-gulir" role="region" aria-label="Kelengkapan laporan per desa dan bulan" tabindex="0">'
        f"{table_tag('lk-matriks lk-lengkap', desa['desa'])}<thead><tr>"
        f'<th scope="col">Desa</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(have: int, expected: int, month: int, until: int, name: str) -> str:
    title = f"{name}, {month_name(month)}: "
    if month > until and not have:
        return f'<td class="lk-nanti" title="{escape(title, quote=True)}belum jatuh tempo">·</td>'
    if not have:
        return f'<td class="lk-kosong" title="{escape(title, quote=True)}belum lapor"><span>belum</span></td>'
    text = f"{have} dari {max(expected, have)} program"
    full = have >= expected
    look, word = ("lk-penuh", "lengkap") if full else ("lk-sebagian", f"{have}/{expected}")
    return f'<td class="{look}" title="{escape(title + text, quote=True)}">{word}</td>'


def expected_programmes(reported: pd.DataFrame, until: int) -> dict[int, int]:
    """How many programmes are expected in each month up to `until`: those that anyone reported in it, else in the year."""
    every = int(reported["programme"].nunique())
    by_month = reported.groupby("month")["programme"].nunique().to_dict()
    return {month: int(by_month.get(month, every)) for month in MONTHS if month <= until or month in by_month}


def completeness_counts(
    reported: pd.DataFrame, desa: pd.DataFrame, month: int, expected: Mapping[int, int]
) -> tuple[int, int, int]:
    """How many desa are complete, partly in, and silent in that month."""
    have = reported[reported["month"] == month].groupby("desa_id")["programme"].nunique()
    counts = [int(have.get(desa_id, 0)) for desa_id in desa["desa_id"]]
    full = sum(1 for value in counts if value and value >= expected.get(month, 0))
    silent = counts.count(0)
    return full, len(counts) - full - silent, silent
