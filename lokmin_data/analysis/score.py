"""The severity score 0-100 of a desa on one indicator: depth (60), burden (40), missing reports (10)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lokmin_data.analysis.shrinkage import balanced_rate
from lokmin_data.model import Indicator

BALANCE_COVERAGE, BALANCE_PREVALENCE = 12.0, 30.0
DEPTH_POINTS, BURDEN_POINTS, REPORTING_POINTS = 60.0, 40.0, 10.0
HIGHEST = 100.0


@dataclass(frozen=True)
class Rule:
    """What the score needs besides the numbers: target and critical value 0-1, sign, balance m and the weights."""

    target: float
    critical: float
    sign: int
    balance: float
    weights: tuple[float, float, float] = (DEPTH_POINTS, BURDEN_POINTS, REPORTING_POINTS)


@dataclass(frozen=True)
class Score:
    """The score of each desa and its parts, arrays in the order of the input; `balanced` is the balanced rate 0-1."""

    score: np.ndarray
    depth_points: np.ndarray
    burden_points: np.ndarray
    reporting_points: np.ndarray
    short: np.ndarray
    balanced: np.ndarray
    depth: np.ndarray
    mean_rate: float
    mean_n: float


def critical_value(indicator: Indicator, target: float, settings: dict) -> float:
    """K of the score, 0-100: the setting, else half the target (higher is better) or twice the target."""
    own = settings.get("kritis", {}).get(indicator.code)
    if own is not None and float(own) != target:
        return float(own)
    return target / 2 if indicator.direction == "up" else target * 2


def rule_for(indicator: Indicator, target: float, settings: dict, critical: float | None = None) -> Rule:
    """The Rule of an indicator under the settings; `target` and `critical` 0-100."""
    chosen = settings.get("skor", {})
    up = indicator.direction == "up"
    name, default = ("penyeimbang_cakupan", BALANCE_COVERAGE) if up else ("penyeimbang_prevalensi", BALANCE_PREVALENCE)
    weights = tuple(
        float(chosen.get(f"bobot_{part}", points))
        for part, points in (("kedalaman", DEPTH_POINTS), ("beban", BURDEN_POINTS), ("pelaporan", REPORTING_POINTS))
    )
    critical = critical_value(indicator, target, settings) if critical is None else critical
    return Rule(target / 100, critical / 100, 1 if up else -1, float(chosen.get(name, default)), weights)


def gap(rate: np.ndarray | float, rule: Rule) -> np.ndarray:
    """g: how far a rate (0-1) lies from the target on the way to the critical value, 0-1."""
    distance, span = rule.sign * (rule.target - np.asarray(rate, dtype=float)), abs(rule.target - rule.critical)
    if span == 0:  # a target of 0: whatever misses it is critical
        return np.where(np.isnan(distance), np.nan, (distance > 0).astype(float))
    return np.clip(distance / span, 0.0, 1.0)


def score_desa(x: np.ndarray, n: np.ndarray, completeness: np.ndarray, rule: Rule) -> Score:
    """The score of each desa from x of n persons over the reported months (method: docs/metode.md, "Skor").

    S = min(100, 60 D + 40 B + 10 (1 - c)).  D is the gap of the raw or of the balanced rate, whichever is milder;
    B the persons short of the target beside an average desa.  A desa without data (n missing or 0) stands at the
    Puskesmas' average plus the reporting points; x above n counts as n.  Where no desa has data D and B are 0.
    """
    n = np.where((n > 0) & ~np.isnan(x), n, 0.0)
    x = np.clip(np.where(n > 0, x, 0.0), 0.0, n)
    has = n > 0
    total = n.sum()
    mean_rate = float(x.sum() / total) if total > 0 else float("nan")
    mean_n = float(n[has].mean()) if has.any() else float("nan")
    balanced = balanced_rate(x, n, mean_rate, rule.balance)
    raw = np.divide(x, n, out=np.full_like(n, np.nan), where=has)
    depth = np.nan_to_num(np.where(has, np.minimum(gap(raw, rule), gap(balanced, rule)), gap(mean_rate, rule)))
    short = np.maximum(0.0, rule.sign * (rule.target * n - x)) + 0.0  # + 0.0: never -0.0
    burden = np.where(has, burden_of(short, mean_n, rule), depth)
    parts = [weight * part for weight, part in zip(rule.weights, (depth, burden, 1 - completeness), strict=True)]
    return Score(np.minimum(HIGHEST, sum(parts)), *parts, short, balanced, depth, mean_rate, mean_n)


def burden_of(short: np.ndarray, mean_n: float, rule: Rule) -> np.ndarray:
    """B: persons short of the target in units of an average desa's way from target to critical value, 0-1."""
    span = mean_n * abs(rule.target - rule.critical)
    if not span > 0:
        return (np.asarray(short) > 0).astype(float)
    return np.clip(short / span, 0.0, 1.0)
