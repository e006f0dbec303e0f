"""A year's months put together: own month, cumulative, and which months are covered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Series:
    """Arrays [..., 12].  `own`: this month alone; `total`: to date, carried forward over unreported months;
    `shown`: the same only where the month was reported; `covered`: months that `total` covers; `reported`.
    """

    own: np.ndarray
    total: np.ndarray
    shown: np.ndarray
    covered: np.ndarray
    reported: np.ndarray


def accumulate(monthly: np.ndarray, cumulative: np.ndarray) -> Series:
    """Months and cumulatives as reported -> Series; a month that nobody reported adds nothing to either side.

    The printed cumulative wins over our sum.  Where it holds more than the months that we know, it covers every
    month before it (one late report for two months); where it equals them, the gap stays a gap.
    """
    own, has_own, has_total = monthly.copy(), ~np.isnan(monthly), ~np.isnan(cumulative)
    reported = has_own | has_total
    total, covered = np.zeros_like(own), np.zeros(own.shape, dtype=np.int64)
    running, count = np.zeros(own.shape[:-1]), np.zeros(own.shape[:-1], dtype=np.int64)
    for j in range(own.shape[-1]):
        month, printed = has_own[..., j], has_total[..., j]
        expected = running + np.where(month, monthly[..., j], 0.0)
        more = printed & (~month | (cumulative[..., j] > expected + 1e-9))
        derive = printed & ~month & (count == j)
        own[..., j] = np.where(derive, cumulative[..., j] - running, own[..., j])
        running = np.where(printed, cumulative[..., j], expected)
        count = np.where(more, j + 1, count + (month | printed))
        total[..., j], covered[..., j] = running, count
    return Series(own, total, np.where(reported, total, np.nan), covered, reported)
