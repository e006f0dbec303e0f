"""Tables in the columns of the command line's contract; unrounded."""

from __future__ import annotations

import pandas as pd

from lokmin_data.analysis.assess import Assessment

STATUS_COLUMNS = (
    "area", "denominator", "this_month", "last_month", "cumulative", "percent", "target", "versus_target", "trend",
    "pws_status", "wilson_low", "wilson_high", "verdict",
)  # fmt: skip
RANK_TABLE_COLUMNS = (
    "rank", "area", "score", "depth_points", "burden_points", "reporting_points", "short", "numerator", "denominator",
    "completeness", "rank_low", "rank_high", "p_top3", "verdict",
)  # fmt: skip


def status_table(assessment: Assessment, *, with_puskesmas: bool = False) -> pd.DataFrame:
    """STATUS_COLUMNS, one row a desa in the order of the list; the Puskesmas as a last row where asked for."""
    table = assessment.desa
    if with_puskesmas:
        table = pd.concat([table, pd.DataFrame([assessment.puskesmas])[list(table.columns)]], ignore_index=True)
    return table.rename(columns={"desa": "area", "sasaran": "denominator"})[list(STATUS_COLUMNS)]


def rank_table(ranked: pd.DataFrame) -> pd.DataFrame:
    """RANK_TABLE_COLUMNS, heaviest first, from `rank_desa` or from `Assessment.desa`."""
    if "numerator" not in ranked:
        ranked = ranked.assign(numerator=ranked["cumulative"], denominator=ranked["n"])
    table = ranked.rename(columns={"desa": "area"})[list(RANK_TABLE_COLUMNS)]
    return table.sort_values("rank", kind="stable", ignore_index=True)
