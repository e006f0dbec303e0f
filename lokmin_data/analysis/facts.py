"""What the reports say at one month, and the small tools that put desa together; missing is NaN.

Arrays are [indicator, desa + Puskesmas]; the last column is the Puskesmas, always a ratio of sums.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from lokmin_data.model import Indicator

PRESENT, NOT_REPORTED, NOT_SCHEDULED, NOT_DUE = "ada", "belum_lapor", "tidak_dijadwalkan", "belum_jatuh_tempo"
#: Withheld: a count so small that a person could be recognised; an indicator that is never shown per desa.
MASKED, NEVER_PER_DESA = "disamarkan", "tidak_per_desa"


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


def sum_desa(values: np.ndarray, where: np.ndarray) -> np.ndarray:
    """Sums of the desa where True; NaN where no desa counts."""
    where = where.copy()
    where[:, -1] = False
    return np.where(where.any(axis=1), np.where(where, np.nan_to_num(values), 0).sum(axis=1), np.nan)


def sum_monthly(facts: Facts) -> Facts:
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


def take(values: np.ndarray, time: np.ndarray) -> np.ndarray:
    """The value of each row at its own month (last axis); NaN where the month is -1."""
    picked = np.take_along_axis(values, np.maximum(time, 0)[..., None].astype(np.int64), axis=-1)[..., 0]
    return np.where(time >= 0, picked, np.nan)


def either(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The first, and the second where the first is missing."""
    return np.where(np.isnan(first), second, first)


def ratio(x: np.ndarray, n: np.ndarray) -> np.ndarray:
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
