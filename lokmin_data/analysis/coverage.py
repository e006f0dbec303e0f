"""Coverage whose target runs with the year: persons reached of the sasaran of the reported months."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lokmin_data.analysis import sasaran as sasaran_module
from lokmin_data.analysis.facts import Facts, due_months, either, latest, ratio, sum_desa, sum_monthly
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS, POINT, Cube
from lokmin_data.analysis.series import Series, accumulate
from lokmin_data.model import Indicator, Panel


def running_coverage(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Facts of services that add up over the year: own month, cumulative, annual sasaran, months covered."""
    monthly, cumulative = cube.x[MONTH], either(cube.x[CUMULATIVE], cube.x[POINT])
    denominator = either(either(cube.n[CUMULATIVE], cube.n[POINT]), cube.n[MONTH])
    steps = np.array([len(indicator.schedule) or MONTHS for indicator in indicators], dtype=float)[:, None]
    series = [accumulate(monthly[..., part], cumulative[..., part]) for part in (slice(0, 12), slice(12, 24))]
    annual, kind = _annual(panel, denominator[..., 12:], indicators, year, month)
    before, _ = _annual(panel, denominator[..., :12], indicators, year - 1, MONTHS)
    now, past = series[1], series[0]
    at = month - 1
    due = np.array([due_months(indicator, month) for indicator in indicators], dtype=float)[:, None]
    reported = np.minimum(now.covered[..., at], due)
    x = np.where(reported > 0, now.total[..., at], np.nan)
    last = now.own[..., at - 1] if at else _december(panel, past.own[..., -1])
    past_full = past.covered[..., at] >= due
    year_ago = np.where(past_full, ratio(past.total[..., at], before), np.nan)
    facts = Facts(
        cube.codes, x, annual * reported / steps, annual, kind, now.own[..., at], last, annual, annual,
        reported, np.broadcast_to(due, x.shape).copy(), now.reported[..., at], year_ago,
        np.concatenate([past.own, now.own], axis=-1), np.concatenate([past.shown, now.shown], axis=-1),
        np.stack([before] * 12 + [annual] * 12, axis=-1), cube.index, np.full(x.shape, -1),
    )  # fmt: skip
    facts.extra["before"] = before
    return _sum_coverage(facts, steps, past, before, past_full & ~np.isnan(before), at)


def _december(panel: Panel, december: np.ndarray) -> np.ndarray:
    """Last December's own number in January, where the setting asks for it; else unknown."""
    asked = panel.settings.get("pws", {}).get("januari", "kosong") == "desember"
    return december if asked else np.full_like(december, np.nan)


def _annual(
    panel: Panel, denominator: np.ndarray, indicators: Sequence[Indicator], year: int, month: int
) -> tuple[np.ndarray, np.ndarray]:
    """The annual sasaran and its kind: the newest denominator up to `month` (else the first later one), or a table."""
    reported = latest(denominator[..., :month])
    reported = np.where(np.isnan(reported), latest(denominator[..., ::-1]), reported)
    value, kind = np.empty_like(reported), np.empty(reported.shape, dtype=object)
    for i, indicator in enumerate(indicators):
        table = sasaran_module.table_of(panel, indicator.population, year)
        asked = sasaran_module.preference(panel.settings, indicator.code)
        value[i], kind[i] = sasaran_module.choose(reported[i], table, asked)
    value[~(value > 0)] = np.nan
    return value, kind


def _sum_coverage(
    facts: Facts, steps: np.ndarray, past: Series, before: np.ndarray, past_known: np.ndarray, at: int
) -> Facts:
    """Puts the ratio of sums into the Puskesmas' column wherever a desa has reported."""
    desa = slice(0, -1)
    known = ~np.isnan(facts.x) & ~np.isnan(facts.sasaran)
    known[:, -1] = False
    any_known = known.any(axis=1)
    every = (~np.isnan(facts.x[:, desa])).any(axis=1)

    def put(name: str, value: np.ndarray, where: np.ndarray = any_known) -> None:
        getattr(facts, name)[where, -1] = value[where]

    both = known & ~np.isnan(facts.this) & ~np.isnan(facts.last)
    put("x", np.where(known, facts.x, 0).sum(axis=1))
    put("x", np.nansum(facts.x[:, desa], axis=1), every & ~any_known)
    put("sasaran", np.where(known, facts.sasaran, 0).sum(axis=1))
    n = np.where(known, facts.n, 0).sum(axis=1)
    facts.extra["this_same"], facts.extra["last_same"] = facts.this.copy(), facts.last.copy()
    for name, values in (("this_same", facts.this), ("last_same", facts.last)):
        facts.extra[name][any_known, -1] = sum_desa(values, both)[any_known]
    put("this", sum_desa(facts.this, known & ~np.isnan(facts.this)))
    put("last", sum_desa(facts.last, known & ~np.isnan(facts.last)))
    put("n", n)
    put("this_n", facts.sasaran[:, -1])
    put("last_n", facts.sasaran[:, -1])
    put("reported", facts.reported[:, desa].sum(axis=1) / max(1, facts.reported.shape[1] - 1), every)
    put("present", facts.present[:, desa].any(axis=1), every)
    put("kind", _common_kind(facts.kind[:, desa], known[:, desa]))
    total = sum_desa(np.where(past_known, past.total[..., at], np.nan), past_known & (np.arange(known.shape[1]) < known.shape[1] - 1))
    whole = np.where(past_known[:, desa], before[:, desa], 0).sum(axis=1)
    put("year_ago", ratio(total, np.where(whole > 0, whole, np.nan)), past_known[:, desa].any(axis=1))
    return sum_monthly(facts)


def _common_kind(kind: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The kind of sasaran that all desa share, or the first one met."""
    out = np.full(len(kind), "", dtype=object)
    for i in np.flatnonzero(known.any(axis=1)):
        out[i] = kind[i][known[i]][0]
    return out
