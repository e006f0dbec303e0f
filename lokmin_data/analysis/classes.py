"""Classes of equal size, for what has no target to be judged by."""

from __future__ import annotations

import numpy as np

FIFTHS = 5


def quantile_bounds(values: np.ndarray, groups: int = FIFTHS) -> np.ndarray:
    """The groups + 1 bounds of classes of equal size, linear between the values (Fingertips); NaN are left out."""
    known = np.asarray(values, dtype=float)
    return np.quantile(known[~np.isnan(known)], np.linspace(0, 1, groups + 1))


def quantile_classes(values: np.ndarray, groups: int = FIFTHS) -> np.ndarray:
    """Class 1 (lowest) to `groups` of each value, 0 where it is missing; all 0 for fewer values than classes.

    A value on a bound belongs to the class below it, so that equal values share a class.
    """
    known = ~np.isnan(np.asarray(values, dtype=float))
    if known.sum() < groups:
        return np.zeros(len(known), dtype=int)
    inner = quantile_bounds(values, groups)[1:-1]
    return np.where(known, np.searchsorted(inner, values, side="left") + 1, 0)
