"""Has it changed beyond chance?  The drop badge, Mann-Kendall, the chi-square trend and the trend of five points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtr, chdtri, erfc

RECENT = 3
DROP_P = 0.025
EXACT_UP_TO = 10  # Mann-Kendall: exact distribution for so many points without ties
FIVE_POINTS = 5
FIVE_POINT_CHI2 = float(chdtri(1, 0.002))  # 9.5495, p < 0.002
Z95 = 1.96  # as Fingertips rounds it


def drop_badge(earlier: float, recent: float, share: float) -> tuple[float, bool]:
    """Probability of so few in the last three months, and whether it is below 2.5 %.

    recent given the desa's own total ~ Binomial(earlier + recent, share), share = part of the rest of the Puskesmas'
    total that fell in those months.  Season and birth numbers cancel out; a test on projected sasaran does not.
    """
    total = earlier + recent
    if not total > 0 or not 0 < share < 1:
        return float("nan"), False
    p = float(bdtr(np.floor(recent), int(total), share))
    return p, p < DROP_P


def drop_badges(own: np.ndarray) -> np.ndarray:
    """The badge of each desa; `own` [indicator, desa + Puskesmas, months of the year so far], missing NaN.

    A desa needs its last three months and at least one earlier month; only its own reported months count, for the
    rest of the Puskesmas too.  The Puskesmas' own row never has a badge.
    """
    badge = np.zeros(own.shape[:2], dtype=bool)
    months = own.shape[-1]
    if months <= RECENT or own.shape[1] < 3:
        return badge
    desa = own[:, :-1]
    known = ~np.isnan(desa)
    filled = np.where(known, desa, 0.0)
    rest = (filled.sum(axis=1, keepdims=True) - filled) * known
    rest_recent, rest_total = rest[..., -RECENT:].sum(axis=-1), rest.sum(axis=-1)
    recent, total = filled[..., -RECENT:].sum(axis=-1), filled.sum(axis=-1)
    usable = known[..., -RECENT:].all(axis=-1) & known[..., :-RECENT].any(axis=-1) & (total > 0)
    share = np.divide(rest_recent, rest_total, out=np.zeros_like(rest_total), where=rest_total > 0)
    usable &= (share > 0) & (share < 1)
    p = np.ones(usable.shape)
    p[usable] = bdtr(np.floor(recent[usable]), total[usable].astype(np.int64), share[usable])
    badge[:, :-1] = usable & (p < DROP_P)
    return badge


@dataclass(frozen=True)
class MannKendall:
    """S, its variance (with ties), Z with continuity correction, two-sided p, one-sided p in the direction of S."""

    s: int
    variance: float
    z: float
    p: float
    p_one_sided: float
    exact: bool


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """The Mann-Kendall test of a monotone trend; missing values are left out.

    Exact for at most 10 points without ties (Gilbert 1987, Table A18), else normal with ties:
    Var = (n(n-1)(2n+5) - sum t(t-1)(2t+5)) / 18, Z = (S -+ 1) / sqrt(Var).  Never for a cumulative series, which only
    rises, nor for monthly prevalence, where the same children are measured again.
    """
    data = np.asarray(values, dtype=float)
    data = data[~np.isnan(data)]
    n = len(data)
    s = int(np.sign(data[None, :] - data[:, None])[np.triu_indices(n, 1)].sum()) if n > 1 else 0
    ties = np.unique(data, return_counts=True)[1].astype(float)
    variance = (n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    z = (s - np.sign(s)) / np.sqrt(variance) if variance > 0 else 0.0
    if 2 < n <= EXACT_UP_TO and (ties == 1).all():
        one = kendall_tail(n, abs(s))
        return MannKendall(s, variance, float(z), min(1.0, 2 * one), one, True)
    p = float(erfc(abs(z) / np.sqrt(2)))
    return MannKendall(s, float(variance), float(z), p, p / 2, False)


def kendall_tail(n: int, s: int) -> float:
    """P(S >= s) for n values in random order without ties, by counting inversions."""
    counts = np.ones(1)
    for size in range(2, n + 1):
        counts = np.convolve(counts, np.ones(size)) / size
    largest = n * (n - 1) // 2
    scores = largest - 2 * np.arange(largest + 1)
    return float(counts[scores >= s].sum())


def chi_square_trend(x: Sequence[float], n: Sequence[float], scores: Sequence[float] | None = None) -> tuple[float, float]:
    """Cochran-Armitage chi-square for a linear trend of proportions, and its p; NaN where it is not defined.

    N(N sum(xt) - X sum(nt))^2 / (X(N - X)(N sum(nt^2) - (sum(nt))^2)), scores t = 1, 2, ... by default; in floats, because
    whole numbers overflow.
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    t = np.arange(1, len(x) + 1, dtype=float) if scores is None else np.asarray(scores, dtype=float)
    total, hits = n.sum(), x.sum()
    spread = total * (n * t * t).sum() - (n * t).sum() ** 2
    below = hits * (total - hits) * spread
    if not below > 0:
        return float("nan"), float("nan")
    chi2 = total * (total * (x * t).sum() - hits * (n * t).sum()) ** 2 / below
    return float(chi2), float(erfc(np.sqrt(chi2 / 2)))


def rate_trend(values: Sequence[float], low: Sequence[float], high: Sequence[float]) -> float:
    """Chi-square of the weighted slope of rates with 95 % limits (Fingertips' method for what is no proportion)."""
    value = np.asarray(values, dtype=float)
    weight = (2 * Z95 / (np.asarray(high, dtype=float) - np.asarray(low, dtype=float))) ** 2
    t = np.arange(len(value), dtype=float)
    t -= (weight * t).sum() / weight.sum()
    return float((weight * t * value).sum() ** 2 / (weight * t * t).sum())


def five_point_trend(
    values: Sequence[float], *, x: Sequence[float] | None = None, n: Sequence[float] | None = None,
    low: Sequence[float] | None = None, high: Sequence[float] | None = None,
) -> str:  # fmt: skip
    """``naik`` ``turun`` ``tetap`` of the five newest points, or "" where it cannot be said.

    Proportions by x and n, other rates by their 95 % limits.  Significant where chi-square > 9.55 (p < 0.002) and the
    slope keeps its sign when any one point is left out.  "" for fewer than five points, a gap, or a count that equals
    its denominator (Fingertips, recent trends).
    """
    value = np.asarray(values, dtype=float)
    if len(value) < FIVE_POINTS or np.isnan(value[-FIVE_POINTS:]).any():
        return ""
    value, last = value[-FIVE_POINTS:], slice(-FIVE_POINTS, None)
    if x is not None and n is not None:
        x, n = np.asarray(x, dtype=float)[last], np.asarray(n, dtype=float)[last]
        if (x >= n).any():
            return ""
        chi2 = chi_square_trend(x, n)[0]
    elif low is not None and high is not None:
        chi2 = rate_trend(value, np.asarray(low)[last], np.asarray(high)[last])
    else:
        raise ValueError("either x and n, or low and high")
    t = np.arange(FIVE_POINTS, dtype=float)
    signs = {float(np.sign(np.polyfit(np.delete(t, i), np.delete(value, i), 1)[0])) for i in range(FIVE_POINTS)}
    if not chi2 > FIVE_POINT_CHI2 or len(signs) > 1:
        return "tetap"
    return "naik" if signs == {1.0} else "turun"


def trend_meaning(trend: str, direction: str) -> str:
    """``membaik`` ``memburuk`` ``tetap`` or "" of a trend, for direction ``up`` or ``down``; else the trend itself."""
    if trend not in ("naik", "turun") or direction not in ("up", "down"):
        return trend
    return "membaik" if (trend == "naik") == (direction == "up") else "memburuk"
