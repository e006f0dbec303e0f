"""Counts of cases and statuses of desa: numbers without a coverage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lokmin_data.analysis.facts import Facts, either, latest, sum_desa, sum_monthly
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS, POINT, Cube
from lokmin_data.analysis.series import accumulate
from lokmin_data.model import Indicator, Panel


def month_counts(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Counts without a coverage: this month's own, and the sum of the reported months; no denominator is made up."""
    monthly, cumulative = either(cube.x[MONTH], cube.x[POINT]), cube.x[CUMULATIVE]
    past, now = (accumulate(monthly[..., part], cumulative[..., part]) for part in (slice(0, 12), slice(12, 24)))
    at, nothing = month - 1, np.full(monthly.shape[:2], np.nan)
    x = np.where(now.covered[..., at] > 0, now.total[..., at], np.nan)
    own = np.concatenate([past.own, now.own], axis=-1)
    facts = Facts(
        cube.codes, x, nothing.copy(), nothing.copy(), np.full(x.shape, "", dtype=object), own[..., 12 + at].copy(),
        own[..., 11 + at].copy(), nothing, nothing, now.covered[..., at].astype(float),
        np.full(x.shape, float(month)), now.reported[..., at], nothing.copy(), own,
        np.concatenate([past.shown, now.shown], axis=-1), np.full(own.shape, np.nan), cube.index, np.full(x.shape, -1),
    )  # fmt: skip
    has = ~np.isnan(x[:, :-1]).all(axis=1)
    for name in ("x", "this", "last"):
        values = getattr(facts, name)
        values[has, -1] = sum_desa(values, ~np.isnan(values))[has]
    facts.reported[has, -1] = facts.reported[has, :-1].mean(axis=1)
    facts.present[has, -1] = facts.present[has, :-1].any(axis=1)
    facts.extra["this_same"], facts.extra["last_same"] = facts.this, facts.last
    return sum_monthly(facts)


def yes_or_no(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Yes or no per desa (1 or 0, the newest within two years); the Puskesmas' row counts the desa that say yes."""
    x = either(either(cube.x[POINT], cube.x[MONTH]), cube.x[CUMULATIVE])
    n = either(either(cube.n[POINT], cube.n[MONTH]), cube.n[CUMULATIVE])
    yes = np.where(np.isnan(x), cube.percent >= 100, x >= np.where(n > 0, n, 1)).astype(float)
    yes[np.isnan(x) & np.isnan(cube.percent)] = np.nan
    now = MONTHS + month - 1
    value = latest(yes[..., : now + 1])
    has = ~np.isnan(value)
    one = np.where(has, 1.0, np.nan)
    total = sum_desa(value, has)
    value[:, -1] = np.where(has[:, :-1].any(axis=1), total, value[:, -1])
    one[:, -1] = np.where(has[:, :-1].any(axis=1), sum_desa(one, has), one[:, -1])
    nothing = np.full(value.shape, np.nan)
    present = ~np.isnan(yes[..., now])
    present[:, -1] |= present[:, :-1].any(axis=1)
    facts = Facts(cube.codes, value, one, one, np.full(value.shape, "", dtype=object), yes[..., now], nothing, one, nothing,
                  has.astype(float), np.ones(value.shape), present, nothing, yes, yes.copy(), np.ones(yes.shape), cube.index,
                  np.full(value.shape, -1))  # fmt: skip
    facts.extra["this_same"], facts.extra["last_same"] = nothing, nothing
    return facts
