"""Funnel limits and classes for the analyst, and the comparison with a benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lokmin_data import wording
from lokmin_data.analysis.shrinkage import balance_by_moments, balanced_quantile, balanced_rate, fit_beta_binomial
from lokmin_data.analysis.verdict import Z95, Z998, wilson

if TYPE_CHECKING:
    from lokmin_data.analysis.assess import Assessment

WITHIN, HIGH_25, LOW_25, HIGH_1, LOW_1 = "wajar", "tinggi (95 %)", "rendah (95 %)", "tinggi (99,8 %)", "rendah (99,8 %)"
CURVE_POINTS = 100
RANGE = {"low": 0.05, "high": 0.95}
FEWEST_DESA = 4  # fewer say nothing about how desa differ


def funnel_limits(n: np.ndarray, baseline: float, z: float = Z95) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper limit (0-1) at size n around a baseline (0-1): the p whose Wilson limit equals the baseline.

    PHEindicatormethods: with a = 1/z² + 1/n, b = p0(n/z² + 1):
    n limit = (b -+ sqrt((8b)² - 64 a p0 (n(p0(n/z² + 2) - 1) + z²(p0 - 1)))/8)/a, clipped to 0-1.
    """
    n, square = np.asarray(n, dtype=float), z * z
    a, b = 1 / square + 1 / n, baseline * (n / square + 1)
    inner = (8 * b) ** 2 - 64 * a * baseline * (n * (baseline * (n / square + 2) - 1) + square * (baseline - 1))
    root = np.sqrt(np.maximum(inner, 0)) / 8
    return np.clip((b - root) / a / n, 0, 1), np.clip((b + root) / a / n, 0, 1)


def funnel_class(x: np.ndarray, n: np.ndarray, baseline: float) -> np.ndarray:
    """The class of each area: outside 99.8 % or 95 % limits, high or low, else ``wajar``; "" where n is 0.

    Outside means that the Wilson interval (z .975, z .999) leaves the baseline (0-1) out.
    """
    inner, outer = wilson(x, n, Z95), wilson(x, n, Z998)
    out = np.full(np.shape(np.asarray(n)), WITHIN, dtype=object)
    for (low, high), high_name, low_name in ((inner, HIGH_25, LOW_25), (outer, HIGH_1, LOW_1)):
        out[low > baseline] = high_name
        out[high < baseline] = low_name
    out[~(np.asarray(n, dtype=float) > 0)] = ""
    return out


def compare_with_benchmark(value: float, n: float, benchmark: float, direction: str, z: float = Z95) -> str:
    """``lebih baik`` ``sama`` ``lebih buruk``: a value (0-1) outside the Wilson limits around the benchmark at size n.

    Fingertips, SPC for proportions: E = n x benchmark.
    """
    low, high = wilson(np.array(n * benchmark), np.array(n), z)
    if low <= value <= high:
        return "sama"
    return "lebih baik" if (value > high) == (direction == "up") else "lebih buruk"


def funnel_points(assessment: Assessment) -> pd.DataFrame:
    """desa_id, desa, x, n, percent, baseline (0-100), class of the desa with data; baseline is the Puskesmas' rate."""
    values, score = assessment.values, assessment.score
    x, n = values["x"][:-1], values["n"][:-1]
    known = n > 0
    baseline = score.mean_rate if score is not None else float(np.nansum(x[known]) / max(np.nansum(n[known]), 1))
    desa = assessment.panel.desa
    return pd.DataFrame({
        "desa_id": desa["desa_id"].to_numpy()[known], "desa": desa["desa"].to_numpy()[known], "x": x[known],
        "n": n[known], "percent": 100 * x[known] / n[known], "baseline": 100 * baseline,
        "class": funnel_class(x[known], n[known], baseline),
    })  # fmt: skip


def funnel_curve(baseline: float, largest: float) -> pd.DataFrame:
    """n, low95, high95, low998, high998 (0-100) from 1 to a little above the largest area; `baseline` 0-100."""
    n = np.linspace(1, max(2.0, largest * 1.1), CURVE_POINTS)
    inner, outer = funnel_limits(n, baseline / 100, Z95), funnel_limits(n, baseline / 100, Z998)
    return pd.DataFrame({"n": n, "low95": 100 * inner[0], "high95": 100 * inner[1],
                         "low998": 100 * outer[0], "high998": 100 * outer[1]})  # fmt: skip


def analyst_table(assessment: Assessment) -> pd.DataFrame:
    """The desa of the funnel beside each other: what is raw, what is balanced, and how sure it is; worst balanced first.

    desa_id, desa, x, n, percent, balanced, balanced_low, balanced_high (5 and 95 %, 0-100), against (``lebih baik`` ``sama``
    ``lebih buruk`` than the Puskesmas at 95 %), class.
    """
    points, rule = funnel_points(assessment), assessment.rule
    if points.empty or rule is None:
        return pd.DataFrame()
    x, n, mean = np.minimum(points["x"], points["n"]).to_numpy(), points["n"].to_numpy(), points["baseline"].iloc[0] / 100
    limits = {f"balanced_{name}": 100 * balanced_quantile(q, x, n, mean, rule.balance) for name, q in RANGE.items()}
    direction = assessment.indicator.direction
    against = [compare_with_benchmark(a / b, b, mean, direction) for a, b in zip(x, n, strict=True)]
    table = points.assign(balanced=100 * balanced_rate(x, n, mean, rule.balance), against=against, **limits)
    return table.sort_values("balanced", ascending=direction == "up", kind="stable", ignore_index=True)


def spread_sentence(assessment: Assessment) -> str:
    """How much desa differ beyond chance, and the balance that these data suggest; "" where it cannot be said."""
    points, rule = funnel_points(assessment), assessment.rule
    x, n = np.minimum(points["x"], points["n"]).to_numpy(), points["n"].to_numpy()
    if rule is None or len(points) < FEWEST_DESA or not 0 < x.sum() < n.sum():
        return ""
    alpha, beta = fit_beta_binomial(x, n)
    if not np.isfinite(alpha):
        return "Beda antardesa tidak lebih besar daripada kebetulan."
    mean, total = alpha / (alpha + beta), alpha + beta
    points_apart = 100 * np.sqrt(mean * (1 - mean) / (total + 1))
    return (f"Di luar kebetulan, desa berbeda dengan simpangan baku sekitar {wording.number(points_apart)} poin. Penyeimbang menurut "
            f"data ini {wording.number(balance_by_moments(x, n), 0)} orang; skor memakai {wording.number(rule.balance)}.")  # fmt: skip
