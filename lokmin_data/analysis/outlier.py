"""Is one month's count unlike the others?  z, modified z and the Poisson tail; the tail is what works for a desa."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import gammainc, gammaincc

MODIFIED = 0.6745
HISTORY = 12


@dataclass(frozen=True)
class Outlier:
    """`z` and `modified_z` (NaN where the spread is 0), the usual count `usual`, P(>= value) and P(<= value)."""

    z: float
    modified_z: float
    usual: float
    p_high: float
    p_low: float


def outlier(history: Sequence[float], value: float) -> Outlier:
    """How unusual a count is beside its earlier months.

    z over all months with this one: with N months it cannot exceed (N-1)/√N, so 3 SD never fires in a year's first ten
    months.  modified z = 0.6745 (x - median)/MAD.  Poisson tails with λ = max(1, median of up to 12 earlier months).
    """
    past = np.asarray(history, dtype=float)
    past = past[~np.isnan(past)][-HISTORY:]
    every = np.append(past, value)
    spread = every.std(ddof=1) if len(every) > 1 else 0.0
    z = (value - every.mean()) / spread if spread > 0 else float("nan")
    middle = np.median(every)
    deviation = np.median(np.abs(every - middle))
    modified = MODIFIED * (value - middle) / deviation if deviation > 0 else float("nan")
    usual = max(1.0, float(np.median(past))) if len(past) else float("nan")
    return Outlier(float(z), float(modified), usual, *poisson_tails(value, usual))


def poisson_tails(value: float, mean: float) -> tuple[float, float]:
    """P(X >= value) and P(X <= value) of a Poisson count."""
    if not mean > 0:
        return float("nan"), float("nan")
    whole = np.floor(value)
    high = 1.0 if value <= 0 else float(gammainc(np.ceil(value), mean))
    return high, float(gammaincc(whole + 1, mean))
