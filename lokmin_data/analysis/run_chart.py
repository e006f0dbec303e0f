"""The months of a Puskesmas as a run chart, and a test of their trend, where either holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.spc import ENOUGH_POINTS, special_causes, xmr_limits
from lokmin_data.analysis.trend import MannKendall, mann_kendall

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

COUNTED = ("coverage", "month")  # services or cases of a month; never prevalence, cumulatives or snapshots
SIGNIFICANT = 0.05
COLUMNS = ("year", "month", "own", "mean", "low", "high", "rule")


def run_chart(assessment: Assessment) -> pd.DataFrame:
    """COLUMNS of the Puskesmas' own monthly numbers over two years; empty where the rules do not hold.

    `rule` names the run rule that a month breaks, or "".  The rules hold for monthly counts from 8 reported months and a
    mean of 5 a month on, in months that every desa of the two years reported.
    """
    own = _complete_months(assessment)
    known = np.flatnonzero(~np.isnan(own))
    if assessment.shape not in COUNTED or len(known) < ENOUGH_POINTS:
        return pd.DataFrame(columns=list(COLUMNS))
    months = assessment.monthly.query("desa_id == 0").reset_index(drop=True).loc[known[0] : known[-1], ["year", "month"]]
    series = own[known[0] : known[-1] + 1]
    limits = xmr_limits(series)
    return months.assign(
        own=series, mean=limits.mean, low=max(0.0, limits.low), high=limits.high, rule=special_causes(series)
    ).reset_index(drop=True)[list(COLUMNS)]


def _complete_months(assessment: Assessment) -> np.ndarray:
    """The Puskesmas' own months; NaN where a desa that reports at all is missing, for a late report is no fall."""
    own = assessment.values["own"]
    if len(own) < 2:
        return own[-1].copy()
    reporting = ~np.isnan(own[:-1]).all(axis=1)
    missing = np.isnan(own[:-1][reporting]).any(axis=0) if reporting.any() else np.zeros(own.shape[1], dtype=bool)
    return np.where(missing, np.nan, own[-1])


def monthly_trend(assessment: Assessment) -> tuple[MannKendall | None, str]:
    """The Mann-Kendall test of those months and one sentence; (None, why not) where it may not be used."""
    own = _complete_months(assessment)
    own = own[~np.isnan(own)]
    if assessment.shape not in COUNTED:
        return None, "Tren bulanan tidak diuji: orang yang sama diukur berulang, atau angkanya kumulatif."
    if len(own) < ENOUGH_POINTS:
        return None, f"Tren bulanan belum diuji: baru {wording.number(len(own))} bulan lengkap, perlu {ENOUGH_POINTS}."
    found = mann_kendall(own)
    if found.p >= SIGNIFICANT:
        return found, "Jumlah bulanan naik turun tanpa arah yang jelas."
    return found, f"Jumlah bulanan cenderung {'naik' if found.s > 0 else 'turun'}, lebih daripada kebetulan."
