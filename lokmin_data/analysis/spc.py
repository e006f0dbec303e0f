"""XmR charts and their run rules, for monthly counts of a Puskesmas (never for cumulative series or prevalence)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

LIMIT = 2.66  # mean moving range to three sigma
SCREEN = 3.267  # a moving range beyond so many mean moving ranges is left out
RUN = 7
TRIAL_BELOW = 13  # fewer points: the limits are provisional
ENOUGH_POINTS = 8
SMALLEST_MEAN = 5.0  # monthly counts below: too few for limits around a mean


@dataclass(frozen=True)
class Limits:
    """Mean and process limits of an XmR chart; `provisional` for fewer than 13 points."""

    mean: float
    low: float
    high: float
    provisional: bool


def xmr_limits(values: Sequence[float], *, screen: bool = True) -> Limits:
    """Mean -+ 2.66 mean moving ranges (NHS Making Data Count); missing months are left out.

    With `screen` moving ranges above 3.267 times their mean do not enter the mean moving range.
    """
    data = np.asarray(values, dtype=float)
    data = data[~np.isnan(data)]
    if not len(data):
        return Limits(float("nan"), float("nan"), float("nan"), True)
    ranges = np.abs(np.diff(data))
    if screen and len(ranges):
        ranges = ranges[ranges <= SCREEN * ranges.mean()]
    width = LIMIT * ranges.mean() if len(ranges) else float("nan")
    mean = float(data.mean())
    return Limits(mean, mean - width, mean + width, len(data) < TRIAL_BELOW)


def seven_on_one_side(side: Sequence[int]) -> np.ndarray:
    """-1, 0 or +1 a point: from the seventh consecutive point on one side of the mean on; a point on the mean breaks."""
    return _run(np.sign(np.asarray(side, dtype=float)), RUN)


def seven_point_trend(values: Sequence[float]) -> np.ndarray:
    """-1, 0 or +1 a point: from the seventh point that rises (falls) without a tie on."""
    steps = np.sign(np.diff(np.asarray(values, dtype=float), prepend=np.nan))
    return _run(np.nan_to_num(steps), RUN - 1)


def _run(sign: np.ndarray, length: int) -> np.ndarray:
    out, count = np.zeros(len(sign), dtype=int), 0
    for i, value in enumerate(sign):
        count = count + 1 if i and value == sign[i - 1] and value else int(value != 0)
        if count >= length:
            out[i] = int(value)
    return out


def two_of_three(close: Sequence[int]) -> np.ndarray:
    """0 or 1 a point: member of three consecutive points of which two lie near the same limit (`close` flags)."""
    flags = np.asarray(close, dtype=int)
    out = np.zeros(len(flags), dtype=int)
    for start in range(len(flags) - 2):
        if flags[start : start + 3].sum() >= 2:
            out[start : start + 3] = 1
    return out


def special_causes(values: Sequence[float], *, screen: bool = True) -> list[str]:
    """The rule that each month breaks, or "": ``di luar batas`` ``tujuh sesisi`` ``tujuh searah`` ``dua dari tiga``.

    "" for every month where the rules do not hold: fewer than 8 months, or a mean below 5 a month.
    """
    data = np.asarray(values, dtype=float)
    limits = xmr_limits(data, screen=screen)
    if (~np.isnan(data)).sum() < ENOUGH_POINTS or not limits.mean >= SMALLEST_MEAN:
        return [""] * len(data)
    side = np.nan_to_num(np.sign(data - limits.mean))
    near = (limits.high - limits.mean) * 2 / 3
    rules = {
        "dua dari tiga": sum(two_of_three((side == s) & (np.abs(data - limits.mean) > near)) for s in (1, -1)),
        "tujuh searah": seven_point_trend(data), "tujuh sesisi": seven_on_one_side(side),
        "di luar batas": (data > limits.high) | (data < limits.low),
    }  # fmt: skip
    out = [""] * len(data)
    for name, flags in rules.items():
        for i in np.flatnonzero(np.asarray(flags)):
            out[i] = name
    return out


def assurance(values: Sequence[float], target: float) -> str:
    """``selalu di atas`` ``selalu di bawah`` or ``tidak menentu``: where the target lies beside the limits."""
    limits = xmr_limits(values)
    if np.isnan(limits.low):
        return ""
    if target < limits.low:
        return "selalu di atas"
    return "selalu di bawah" if target > limits.high else "tidak menentu"
