"""The months of a Puskesmas as a run chart, and tests of their trend, where either holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.rows import MONTHS
from lokmin_data.analysis.shrinkage import byar
from lokmin_data.analysis.spc import ENOUGH_POINTS, assurance, special_causes, xmr_limits
from lokmin_data.analysis.trend import FIVE_POINTS, MannKendall, five_point_trend, mann_kendall, trend_meaning

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

COUNTED = ("coverage", "month")  # services or cases of a month; never prevalence, cumulatives or snapshots
SIGNIFICANT = 0.05
COLUMNS = ("year", "month", "own", "mean", "low", "high", "rule")
MEETS = {
    "selalu di atas": "jumlah bulanan selalu melewatinya", "selalu di bawah": "jumlah bulanan tidak pernah mencapainya",
    "tidak menentu": "kadang tercapai, kadang tidak",
}  # fmt: skip


def run_chart(assessment: Assessment) -> pd.DataFrame:
    """COLUMNS of the Puskesmas' own monthly numbers, last January to the month asked for; empty where the rules do not hold.

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
    own = assessment.values["own"][:, : MONTHS + assessment.month]
    if len(own) < 2:
        return own[-1].copy()
    reporting = ~np.isnan(own[:-1]).all(axis=1)
    missing = np.isnan(own[:-1][reporting]).any(axis=0) if reporting.any() else np.zeros(own.shape[1], dtype=bool)
    return np.where(missing, np.nan, own[-1])


def needed_pace(assessment: Assessment) -> str:
    """Whether the months as they vary reach a twelfth of the annual target: one sentence, or "" (NHS assurance)."""
    table = run_chart(assessment)
    goal, sasaran = assessment.annual_target, assessment.values["sasaran"][-1]
    if table.empty or assessment.shape != "coverage" or goal is None or not sasaran > 0 or assessment.indicator.schedule:
        return ""
    need = goal / 100 * sasaran / MONTHS
    return f"Seperduabelas target adalah {wording.number(need)} {assessment.indicator.unit} sebulan: {MEETS[assurance(table['own'], need)]}."


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


def five_months(assessment: Assessment) -> str:
    """The trend of the five newest complete months in one sentence; "" where it cannot be said.

    For persons found among those examined of that month (KEK, anemia: other women every month) by the chi-square trend
    of proportions, for cases of a month by the weighted slope with Byar's limits.  Not for re-measured prevalence nor
    for coverage, whose monthly denominator is not known.
    """
    if assessment.shape == "month":
        own = _complete_months(assessment)
        low, high = byar(np.nan_to_num(own))
        said = five_point_trend(own, low=low, high=high)
    elif assessment.shape == "measured":
        x, n = _months_alone(assessment)
        said = five_point_trend(np.divide(x, n, out=np.full(len(x), np.nan), where=n > 0), x=x, n=n)
    else:
        said = ""
    if not said:
        return ""
    first, last = (wording.month_name((assessment.month - back) % MONTHS + 1) for back in (FIVE_POINTS, 1))
    meaning = trend_meaning(said, assessment.indicator.direction)
    word = "tidak berubah lebih dari kebetulan" if said == "tetap" else f"{said} ({meaning}), lebih dari kebetulan"
    return f"Lima bulan terakhir ({first}-{last}): {word}."


def _months_alone(assessment: Assessment) -> tuple[np.ndarray, np.ndarray]:
    """Persons found and persons examined of each month alone, up to the month asked for; NaN where they are not known."""
    upto = slice(0, MONTHS + assessment.month)
    parts = []
    for name in ("cumulatives", "denominators"):
        total = assessment.values[name][-1]
        alone = np.diff(total, prepend=np.nan)
        alone[[0, MONTHS]] = total[[0, MONTHS]]
        parts.append(alone[upto])
    x, n = parts
    told = ~np.isnan(_complete_months(assessment)) & (n > 0) & (x >= 0)
    return np.where(told, x, np.nan), np.where(told, n, np.nan)
