"""Coverage of each desa up to a month: persons reached, persons due, months reported; by the kind of the indicator.

Arrays are [indicator, desa + Puskesmas]; the last column is the Puskesmas, always a ratio of sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from lokmin_data.analysis import sasaran as sasaran_module
from lokmin_data.analysis.rows import CUMULATIVE, MONTH, MONTHS, POINT, Cube, cube_of, rows_of
from lokmin_data.analysis.series import Series, accumulate
from lokmin_data.model import Indicator, Panel

WINDOW = 3  # rounds that count for the completeness of a prevalence
LOOK_BACK = 6  # months after which a prevalence is no longer shown as the latest
PRESENT, NOT_REPORTED, NOT_SCHEDULED, NOT_DUE = "ada", "belum_lapor", "tidak_dijadwalkan", "belum_jatuh_tempo"


@dataclass
class Facts:
    """What the reports say at one month, arrays [indicator, desa + Puskesmas]; missing is NaN.

    x, n: persons reached and due over the reported months (measured: at the latest round).  `sasaran`: annual
    denominator, or measured.  this/last: numbers of this month and of the month (round) before, with their own
    denominators.  own, cumulative, denominator: [indicator, desa + Puskesmas, 24 months].
    """

    codes: tuple[str, ...]
    x: np.ndarray
    n: np.ndarray
    sasaran: np.ndarray
    kind: np.ndarray
    this: np.ndarray
    last: np.ndarray
    this_n: np.ndarray
    last_n: np.ndarray
    reported: np.ndarray
    due: np.ndarray
    present: np.ndarray
    year_ago: np.ndarray
    own: np.ndarray
    cumulative: np.ndarray
    denominator: np.ndarray
    index: np.ndarray
    round_time: np.ndarray
    extra: dict[str, np.ndarray] = field(default_factory=dict)


def shape_of(indicator: Indicator) -> str:
    """How an indicator is computed: ``coverage`` ``measured`` ``point`` ``month`` or ``status``."""
    if indicator.kind == "cumulative":
        return "coverage" if indicator.is_coverage else "measured"
    return indicator.kind


def due_months(indicator: Indicator, month: int) -> int:
    """How many collections of an indicator are due from January to `month`."""
    return sum(1 for due in indicator.schedule if due <= month) if indicator.schedule else month


def facts_of(panel: Panel, codes: Sequence[str], year: int, month: int) -> Facts:
    """The Facts of indicators that share one shape (`shape_of`)."""
    cube = cube_of(rows_of(panel), codes, year)
    indicators = [panel.indicators[code] for code in codes]
    build = {"coverage": _coverage, "measured": _measured, "point": _point, "month": _month, "status": _status}
    return build[shape_of(indicators[0])](panel, cube, indicators, year, month)


# -- coverage: the target runs with the year ---------------------------------------------------------------------


def _coverage(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    monthly, cumulative = cube.x[MONTH], _either(cube.x[CUMULATIVE], cube.x[POINT])
    denominator = _either(_either(cube.n[CUMULATIVE], cube.n[POINT]), cube.n[MONTH])
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
    year_ago = np.where(past_full, _ratio(past.total[..., at], before), np.nan)
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
        facts.extra[name][any_known, -1] = _sum(values, both)[any_known]
    put("this", _sum(facts.this, known & ~np.isnan(facts.this)))
    put("last", _sum(facts.last, known & ~np.isnan(facts.last)))
    put("n", n)
    put("this_n", facts.sasaran[:, -1])
    put("last_n", facts.sasaran[:, -1])
    put("reported", facts.reported[:, desa].sum(axis=1) / max(1, facts.reported.shape[1] - 1), every)
    put("present", facts.present[:, desa].any(axis=1), every)
    put("kind", _common_kind(facts.kind[:, desa], known[:, desa]))
    total = _sum(np.where(past_known, past.total[..., at], np.nan), past_known & (np.arange(known.shape[1]) < known.shape[1] - 1))
    whole = np.where(past_known[:, desa], before[:, desa], 0).sum(axis=1)
    put("year_ago", _ratio(total, np.where(whole > 0, whole, np.nan)), past_known[:, desa].any(axis=1))
    return _sum_monthly(facts)


def _sum(values: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Sums of the desa where True; NaN where no desa counts."""
    where = where.copy()
    where[:, -1] = False
    return np.where(where.any(axis=1), np.where(where, np.nan_to_num(values), 0).sum(axis=1), np.nan)


def _common_kind(kind: np.ndarray, known: np.ndarray) -> np.ndarray:
    """The kind of sasaran that all desa share, or the first one met."""
    out = np.full(len(kind), "", dtype=object)
    for i in np.flatnonzero(known.any(axis=1)):
        out[i] = kind[i][known[i]][0]
    return out


def _sum_monthly(facts: Facts) -> Facts:
    """The Puskesmas' months: sums over the desa that have a number in that month."""
    for name in ("own", "cumulative"):
        values = getattr(facts, name)
        desa = values[:, :-1]
        has = ~np.isnan(desa)
        values[:, -1] = np.where(has.any(axis=1), np.nansum(desa, axis=1), values[:, -1])
    has = ~np.isnan(facts.cumulative[:, :-1]) & ~np.isnan(facts.denominator[:, :-1])
    total = np.where(has, facts.denominator[:, :-1], 0).sum(axis=1)
    facts.denominator[:, -1] = np.where(has.any(axis=1), total, facts.denominator[:, -1])
    return facts


# -- measured: the report counts its own denominator --------------------------------------------------------------


def _measured(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Cumulative numerators over denominators that are counted too: a snapshot to date, or the sum of the months."""
    snapshot, snapshot_n = _either(cube.x[CUMULATIVE], cube.x[POINT]), _either(cube.n[CUMULATIVE], cube.n[POINT])
    months, months_n = cube.x[MONTH], cube.n[MONTH]
    known = ~np.isnan(months) & ~np.isnan(months_n)
    running = [np.cumsum(np.where(known, value, 0).reshape(*value.shape[:2], 2, 12), axis=-1).reshape(value.shape)
               for value in (months, months_n)]  # fmt: skip
    x = np.where(np.isnan(snapshot), np.where(known, running[0], months), snapshot)
    n = np.where(np.isnan(snapshot), np.where(known, running[1], np.nan), snapshot_n)
    series = [accumulate(months[..., part], snapshot[..., part]) for part in (slice(0, 12), slice(12, 24))]
    own = np.concatenate([part.own for part in series], axis=-1)
    return _rounds(cube, x, n, own, indicators, month, panel)


def _point(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """A state at each round: denominators as measured, else the stored sasaran."""
    x = _either(_either(cube.x[POINT], cube.x[MONTH]), cube.x[CUMULATIVE])
    n = _either(_either(cube.n[POINT], cube.n[MONTH]), cube.n[CUMULATIVE])
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
    facts = _rounds(cube, x, n, x, indicators, month, panel)
    facts.kind = np.where(kinds != "", kinds, facts.kind)
    return facts


def _rounds(
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
    year_ago = _ratio(x[..., now - MONTHS], n[..., now - MONTHS])
    kind = np.where(~np.isnan(at[1]), "laporan", "").astype(object)
    this = np.where(time == now, _take(own, time), np.nan)
    last = _take(own, before)
    facts = Facts(cube.codes, at[0], at[1], at[1], kind, this, last, np.where(time == now, at[1], np.nan), previous[1],
                  done, due, here[..., now], year_ago, own, x, n, cube.index, time)  # fmt: skip
    facts.extra["this_same"] = np.where(time == now, _ratio(*at), np.nan)
    facts.extra["last_same"] = _ratio(*previous)
    return facts


def _latest_round(here: np.ndarray, indicator: Indicator, now: int) -> tuple:
    """Of one indicator: time of each desa's latest round, of the one before, rounds due and rounds reported."""
    scheduled = [t for t in range(now + 1) if indicator.is_due(t % MONTHS + 1)]
    if indicator.schedule:
        window = scheduled[-1:] if scheduled else []
        previous = scheduled[-2] if len(scheduled) > 1 else -1
        reach = window
    else:
        first = int(here.any(axis=0).argmax()) if here.any() else 0
        window = [t for t in range(max(0, now - WINDOW + 1), now + 1) if t >= first]
        reach, previous = list(range(max(0, now - LOOK_BACK + 1), now + 1)), now - 1
    done = here[:, window].sum(axis=1)
    time = np.full(len(here), -1)
    for t in reach:
        time[here[:, t]] = t
    return time, previous, len(window), done


def _at(x: np.ndarray, n: np.ndarray, time: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return _take(x, time), _take(n, time)


def _take(values: np.ndarray, time: np.ndarray) -> np.ndarray:
    picked = np.take_along_axis(values, np.maximum(time, 0)[..., None].astype(np.int64), axis=-1)[..., 0]
    return np.where(time >= 0, picked, np.nan)


# -- counts and statuses ------------------------------------------------------------------------------------------


def _month(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Counts without a coverage: this month's own, and the sum of the reported months; no denominator is made up."""
    monthly, cumulative = _either(cube.x[MONTH], cube.x[POINT]), cube.x[CUMULATIVE]
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
        values[has, -1] = _sum(values, ~np.isnan(values))[has]
    facts.reported[has, -1] = facts.reported[has, :-1].mean(axis=1)
    facts.present[has, -1] = facts.present[has, :-1].any(axis=1)
    facts.extra["this_same"], facts.extra["last_same"] = facts.this, facts.last
    return _sum_monthly(facts)


def _status(panel: Panel, cube: Cube, indicators: Sequence[Indicator], year: int, month: int) -> Facts:
    """Yes or no per desa (1 or 0, the newest within two years); the Puskesmas' row counts the desa that say yes."""
    x = _either(_either(cube.x[POINT], cube.x[MONTH]), cube.x[CUMULATIVE])
    n = _either(_either(cube.n[POINT], cube.n[MONTH]), cube.n[CUMULATIVE])
    yes = np.where(np.isnan(x), cube.percent >= 100, x >= np.where(n > 0, n, 1)).astype(float)
    yes[np.isnan(x) & np.isnan(cube.percent)] = np.nan
    now = MONTHS + month - 1
    value = latest(yes[..., : now + 1])
    has = ~np.isnan(value)
    one = np.where(has, 1.0, np.nan)
    total = _sum(value, has)
    value[:, -1] = np.where(has[:, :-1].any(axis=1), total, value[:, -1])
    one[:, -1] = np.where(has[:, :-1].any(axis=1), _sum(one, has), one[:, -1])
    nothing = np.full(value.shape, np.nan)
    present = ~np.isnan(yes[..., now])
    present[:, -1] |= present[:, :-1].any(axis=1)
    facts = Facts(cube.codes, value, one, one, np.full(value.shape, "", dtype=object), yes[..., now], nothing, one, nothing,
                  has.astype(float), np.ones(value.shape), present, nothing, yes, yes.copy(), np.ones(yes.shape), cube.index,
                  np.full(value.shape, -1))  # fmt: skip
    facts.extra["this_same"], facts.extra["last_same"] = nothing, nothing
    return facts


# -- small tools --------------------------------------------------------------------------------------------------


def _either(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return np.where(np.isnan(first), second, first)


def _ratio(x: np.ndarray, n: np.ndarray) -> np.ndarray:
    """x / n, NaN where n is missing or 0."""
    n = np.asarray(n, dtype=float)
    return np.divide(x, n, out=np.full(np.shape(n), np.nan), where=n > 0)


def latest(values: np.ndarray) -> np.ndarray:
    """The last value of each row that is not missing."""
    if not values.shape[-1]:
        return np.full(values.shape[:-1], np.nan)
    known = ~np.isnan(values)
    place = values.shape[-1] - 1 - known[..., ::-1].argmax(axis=-1)
    return np.take_along_axis(values, place[..., None], axis=-1)[..., 0]
