"""Is one month's count unlike the others?  The Poisson tail: the one test that works for a desa.

z and modified z are not used: with N months z cannot exceed (N-1)/√N, so that "3 SD" never fires in a year's first ten
months, and equal counts have no spread at all.
"""

from __future__ import annotations

import numpy as np
from scipy.special import gammainc, gammaincc


def poisson_tails(value: float, mean: float) -> tuple[float, float]:
    """P(X >= value) and P(X <= value) of a Poisson count."""
    if not mean > 0:
        return float("nan"), float("nan")
    whole = np.floor(value)
    high = 1.0 if value <= 0 else float(gammainc(np.ceil(value), mean))
    return high, float(gammaincc(whole + 1, mean))
