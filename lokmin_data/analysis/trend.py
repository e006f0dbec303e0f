"""Has it changed beyond chance?  The drop badge, Mann-Kendall, the chi-square trend, and the trend of five points."""

from __future__ import annotations

import numpy as np
from scipy.special import bdtr

RECENT = 3
DROP_P = 0.025


def drop_badge(earlier: float, recent: float, share: float) -> tuple[float, bool]:
    """Probability of so few in the last three months, and whether it is below 2.5 %.

    recent given the desa's own total ~ Binomial(earlier + recent, share), share = part of the rest of the Puskesmas'
    total that fell in those months.  Season and birth numbers cancel out.
    """
    total = earlier + recent
    if not total > 0 or not 0 < share < 1:
        return float("nan"), False
    p = float(bdtr(np.floor(recent), np.floor(total), share))
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
    p[usable] = bdtr(np.floor(recent[usable]), np.floor(total[usable]), share[usable])
    badge[:, :-1] = usable & (p < DROP_P)
    return badge
