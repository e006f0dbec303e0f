"""Observations as arrays: one row a number, coded by indicator, desa, month, basis and sex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lokmin_data.model import Panel

BASES = {"month": 0, "cumulative": 1, "year": 1, "point": 2}
MONTH, CUMULATIVE, POINT = range(3)
SEXES = {"T": 0, "L": 1, "P": 2}
MONTHS = 12
TIMES = 2 * MONTHS  # last year and this year


@dataclass(frozen=True)
class Rows:
    """The observations of a Panel sorted by indicator; `spans` holds the slice of each indicator.

    `desa` is the position in `desa_ids`; the Puskesmas' own rows (desa_id 0) have position len(desa_ids).
    `time` is year * 12 + month - 1; a whole year counts as its December.  `index` is the row of the frame.
    """

    desa_ids: np.ndarray
    spans: dict[str, slice]
    desa: np.ndarray
    time: np.ndarray
    basis: np.ndarray
    sex: np.ndarray
    numerator: np.ndarray
    denominator: np.ndarray
    percent: np.ndarray
    index: np.ndarray


def rows_of(panel: Panel) -> Rows:
    """The Panel's observations as arrays, computed once a Panel."""
    if "_rows" not in panel.__dict__:
        panel.__dict__["_rows"] = _read(panel)
    return panel.__dict__["_rows"]


def _read(panel: Panel) -> Rows:
    table = panel.observations
    desa_ids = panel.desa["desa_id"].to_numpy(dtype=np.int64)
    desa = _positions(desa_ids, table["desa_id"].to_numpy(dtype=np.int64))
    basis, sex = _coded(table["basis"], BASES), _coded(table["sex"], SEXES)
    month = _floats(table["month"])
    time = _floats(table["year"]) * MONTHS + np.where(np.isnan(month), MONTHS, month) - 1
    codes, names = pd.factorize(table["indicator"])
    keep = (desa >= 0) & (basis >= 0) & (sex >= 0) & (codes >= 0) & np.isfinite(time)
    order = np.flatnonzero(keep)[np.argsort(codes[keep], kind="stable")]
    ends = np.searchsorted(codes[order], np.arange(len(names) + 1))
    spans = {str(name): slice(ends[i], ends[i + 1]) for i, name in enumerate(names)}
    columns = (_floats(table[name])[order] for name in ("numerator", "denominator", "percent"))
    return Rows(desa_ids, spans, desa[order], time[order].astype(np.int64), basis[order], sex[order], *columns, order)


def _floats(column: pd.Series) -> np.ndarray:
    return pd.to_numeric(column).to_numpy(dtype=float, na_value=np.nan)


def _coded(column: pd.Series, words: dict[str, int]) -> np.ndarray:
    codes, names = pd.factorize(column)
    table = np.array([words.get(str(name), -1) for name in names] + [-1], dtype=np.int64)
    return table[codes]


def _positions(known: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The place of each wanted id in `known`; len(known) for 0 (the Puskesmas), -1 for an id not in the list."""
    if not len(known):
        return np.where(wanted == 0, 0, -1)
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], wanted), len(known) - 1)
    found = np.where(known[order][place] == wanted, order[place], -1)
    return np.where(wanted == 0, len(known), found)


def has_annual_denominator(rows: Rows, code: str, year: int) -> bool:
    """True where an indicator's denominators are an annual sasaran: the same in all of a desa's months (two or more, three
    desa or more), or in parts of a person, as no one is examined.
    """
    span = rows.spans.get(code, slice(0, 0))
    pick = np.arange(span.start, span.stop)
    inside = (rows.time[pick] // MONTHS == year) & ~np.isnan(rows.denominator[pick]) & (rows.desa[pick] < len(rows.desa_ids))
    pick = pick[inside & (rows.sex[pick] == SEXES["T"])]
    value, desa = rows.denominator[pick], rows.desa[pick]
    if not len(pick):
        return False
    if (np.abs(value - np.round(value)) > 1e-6).any():
        return True
    low, high = np.full(len(rows.desa_ids), np.inf), np.full(len(rows.desa_ids), -np.inf)
    np.minimum.at(low, desa, value)
    np.maximum.at(high, desa, value)
    months = np.bincount(np.unique(desa * (MONTHS * 4000) + rows.time[pick] % (MONTHS * 4000)) // (MONTHS * 4000))
    return bool((low[desa] == high[desa]).all() and (months >= 2).sum() >= 3)


@dataclass(frozen=True)
class Cube:
    """Numbers of some indicators over last year and this year: arrays [indicator, desa + Puskesmas, 24 months].

    `x` and `n` are lists by basis (MONTH, CUMULATIVE, POINT); missing is NaN.  `index` is the row of the
    observations frame that holds the total's numerator, -1 where there is none.
    """

    codes: tuple[str, ...]
    x: list[np.ndarray]
    n: list[np.ndarray]
    percent: np.ndarray
    index: np.ndarray


def cube_of(rows: Rows, codes: Sequence[str], year: int) -> Cube:
    """The Cube of these indicators for `year` and the year before; L and P are added where no total is reported."""
    shape = (len(codes), len(rows.desa_ids) + 1, TIMES)
    empty = slice(0, 0)
    spans = [rows.spans.get(code, empty) for code in codes]
    pick = np.concatenate([np.arange(span.start, span.stop) for span in spans]) if spans else np.arange(0)
    place = np.repeat(np.arange(len(codes)), [span.stop - span.start for span in spans])
    time = rows.time[pick] - (year - 1) * MONTHS
    inside = (time >= 0) & (time < TIMES)
    pick, where = pick[inside], (place[inside], rows.desa[pick[inside]], time[inside])
    flat = np.ravel_multi_index(where, shape) if len(pick) else np.arange(0)
    xs, ns = [], []
    for basis in range(3):
        xs.append(_by_sex(rows, rows.numerator, pick, flat, basis, shape))
        ns.append(_by_sex(rows, rows.denominator, pick, flat, basis, shape))
    percent, index = np.full(shape, np.nan), np.full(shape, -1, dtype=np.int64)
    total = rows.sex[pick] == SEXES["T"]
    percent.ravel()[flat[total]] = rows.percent[pick[total]]
    for chosen in (~total, total & (rows.basis[pick] != MONTH), total & (rows.basis[pick] == MONTH)):
        index.ravel()[flat[chosen]] = rows.index[pick[chosen]]
    return Cube(tuple(codes), xs, ns, percent, index)


def _by_sex(rows: Rows, values: np.ndarray, pick: np.ndarray, flat: np.ndarray, basis: int, shape: tuple) -> np.ndarray:
    """The total of one basis: as reported, else L + P where both are."""
    out = np.full(shape, np.nan)
    chosen = rows.basis[pick] == basis
    if not chosen.any():
        return out
    sex = rows.sex[pick]
    parts = []
    for code in SEXES.values():
        take = chosen & (sex == code)
        part = np.full(shape, np.nan) if code else out
        if take.any():
            part.ravel()[flat[take]] = values[pick[take]]
        elif code:
            return out
        parts.append(part)
    return np.where(np.isnan(parts[0]), parts[1] + parts[2], parts[0])
