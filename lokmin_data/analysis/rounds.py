"""Indicators whose latest round counts: prevalence, and cumulatives that count their own denominator; flat target."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lokmin_data.analysis import sasaran as sasaran_module
from lokmin_data.analysis.facts import Facts, either, ratio, sum_desa, take
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS, POINT, Cube
from lokmin_data.analysis.series import accumulate
from lokmin_data.model import Indicator, Panel

WINDOW = 3  # rounds that count for the completeness of a prevalence
LOOK_BACK = 6  # months after which a prevalence is no longer shown as the latest
SURVEY_LOOK_BACK = 12  # the same of a survey: held twice a year at most places, once a year at the least


def measured_rounds(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Cumulative numerators over denominators that are counted too: a snapshot to date, or the sum of the months."""
    snapshot, snapshot_n = either(cube.x[CUMULATIVE], cube.x[POINT]), either(cube.n[CUMULATIVE], cube.n[POINT])
    months, months_n = cube.x[MONTH], cube.n[MONTH]
    known = ~np.isnan(months) & ~np.isnan(months_n)
    running = [np.cumsum(np.where(known, value, 0).reshape(*value.shape[:2], 2, 12), axis=-1).reshape(value.shape)
               for value in (months, months_n)]  # fmt: skip
    x = np.where(np.isnan(snapshot), np.where(known, running[0], months), snapshot)
    n = np.where(np.isnan(snapshot), np.where(known, running[1], np.nan), snapshot_n)
    series = [accumulate(months[..., part], snapshot[..., part]) for part in (slice(0, 12), slice(12, 24))]
    own = np.concatenate([part.own for part in series], axis=-1)
    return _facts(cube, x, n, own, indicators, month, panel)


def point_rounds(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """A state at each round: denominators as measured, else the stored sasaran."""
    x = either(either(cube.x[POINT], cube.x[MONTH]), cube.x[CUMULATIVE])
    n = either(either(cube.n[POINT], cube.n[MONTH]), cube.n[CUMULATIVE])
    kinds = np.full(x.shape[:2], "", dtype=object)
    for i, indicator in enumerate(indicators):
        if not indicator.population:
            continue
        asked = sasaran_module.preference(panel.settings, indicator.code)
        for half, when in ((slice(0, 12), year - 1), (slice(12, 24), year)):
            table = sasaran_module.table_of(panel, indicator.population, when)
            stored, kind = sasaran_module.choose(np.full(x.shape[1], np.nan), table, asked)
            use_table = np.isnan(n[i, :, half]) | (asked != "laporan") & (kind == asked)[:, None]
            n[i, :, half] = np.where(use_table & ~np.isnan(stored)[:, None], stored[:, None], n[i, :, half])
            kinds[i] = np.where(use_table.any(axis=1) & ~np.isnan(stored), kind, "")
    facts = _facts(cube, x, n, x, indicators, month, panel)
    facts.kind = np.where(kinds != "", kinds, facts.kind)
    return facts


def _facts(
    cube: Cube, x: np.ndarray, n: np.ndarray, own: np.ndarray, indicators: Sequence[Indicator], month: int, panel: Panel
) -> Facts:
    """Facts of indicators whose latest round counts, with a flat target."""
    x, n, own = x.copy(), np.where(n > 0, n, np.nan), own.copy()
    here = ~np.isnan(x)
    any_at = here[:, :-1].any(axis=1)
    usable = here & ~np.isnan(n)
    for values in (x, n):
        total = np.where(usable[:, :-1], values[:, :-1], 0).sum(axis=1)
        values[:, -1] = np.where(usable[:, :-1].any(axis=1), total, np.where(any_at, np.nan, values[:, -1]))
    lone = any_at & ~usable[:, :-1].any(axis=1)
    x[:, -1] = np.where(lone, np.nansum(x[:, :-1], axis=1), x[:, -1])
    own[:, -1] = np.where((~np.isnan(own[:, :-1])).any(axis=1), np.nansum(own[:, :-1], axis=1), own[:, -1])
    here, now = ~np.isnan(x), MONTHS + month - 1
    shape = x.shape[:2]
    time, due, done, before = (np.full(shape, -1), np.zeros(shape), np.zeros(shape), np.full(shape, -1))
    for i, indicator in enumerate(indicators):
        time[i], before[i], due[i], done[i] = _latest_round(here[i], indicator, now)
    done[:, -1] = np.where(any_at.any(axis=1), done[:, :-1].mean(axis=1) if shape[1] > 1 else 0, done[:, -1])
    at, previous = _at(x, n, time), _at(x, n, before)
    _sum_rounds(at, any_at.any(axis=1))
    year_ago = ratio(x[..., now - MONTHS], n[..., now - MONTHS])
    kind = np.where(~np.isnan(at[1]), "laporan", "").astype(object)
    this_round = [np.where(time == now, value, np.nan) for value in (take(x, time), take(n, time))]
    this = np.where(time == now, take(own, time), np.nan)
    facts = Facts(cube.codes, at[0], at[1], at[1], kind, this, take(own, before), this_round[1], previous[1],
                  done, due, here[..., now], year_ago, own, x, n, cube.index, time)  # fmt: skip
    facts.extra["this_same"], facts.extra["last_same"] = _same_desa(this_round, previous, any_at.any(axis=1))
    return facts


def _sum_rounds(at: tuple[np.ndarray, np.ndarray], desa_reports: np.ndarray) -> None:
    """Puts the sums of the desa's latest rounds, where both numbers are known, into the Puskesmas' column."""
    known = ~np.isnan(at[0]) & ~np.isnan(at[1])
    put = desa_reports & known[:, :-1].any(axis=1)
    for values in at:
        values[put, -1] = sum_desa(values, known)[put]


def _same_desa(
    now: list[np.ndarray], before: tuple[np.ndarray, np.ndarray], desa_reports: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The shares of two rounds; the Puskesmas' over the desa that have both, so that a late desa is no trend."""
    shares = [ratio(*now), ratio(*before)]
    both = ~np.isnan(shares[0]) & ~np.isnan(shares[1])
    for share, (x, n) in zip(shares, (now, before), strict=True):
        share[desa_reports, -1] = ratio(sum_desa(x, both), sum_desa(n, both))[desa_reports]
    return shares[0], shares[1]


def _latest_round(here: np.ndarray, indicator: Indicator, now: int) -> tuple:
    """Of one indicator: time of each desa's latest round, of the one before, rounds due and rounds reported."""
    scheduled = [t for t in range(now + 1) if indicator.is_due(t % MONTHS + 1)]
    if indicator.survey:
        scheduled = [t for t in scheduled if here[:, t].any() and t > now - SURVEY_LOOK_BACK]
    if indicator.schedule or indicator.survey:
        last = scheduled[-1] if scheduled else -1
        window = [last] if scheduled else []
        previous = scheduled[-2] if len(scheduled) > 1 else -1
        reach = _reach(indicator, last, now) if scheduled else []
        done = here[:, window if indicator.survey else reach].any(axis=1).astype(int)
    else:
        first = int(here.any(axis=0).argmax()) if here.any() else 0
        window = [t for t in range(max(0, now - WINDOW + 1), now + 1) if t >= first]
        reach, previous = _reach(indicator, now, now), now - 1
        done = here[:, window].sum(axis=1)
    time = np.full(len(here), -1)
    for t in reach:
        time[here[:, t]] = t
    return time, previous, len(window), done


def _reach(indicator: Indicator, last: int, now: int) -> list[int]:
    """The times at which a report still counts as the latest round; `last`: when that round fell due."""
    if indicator.survey:
        return list(range(max(0, now - SURVEY_LOOK_BACK + 1), now + 1))
    if indicator.schedule:
        return list(range(last, min(now, last + indicator.late) + 1))
    return list(range(max(0, now - LOOK_BACK + 1), now + 1))


def _at(x: np.ndarray, n: np.ndarray, time: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return take(x, time), take(n, time)
