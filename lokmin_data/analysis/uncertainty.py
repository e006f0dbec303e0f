"""Rank uncertainty: seeded draws of every desa's rate, ranked again and again.

Registered denominators: p ~ Beta(m p̄ + x, m (1 - p̄) + n - x); projected sasaran: p ~ Gamma(m p̄ + x, rate m + n), because
births vary around a projection.  Beta is drawn as a ratio of gammas.  Gammas are drawn by the Wilson-Hilferty cube of a
normal number (error below 0.5 % from shape 3 on; exact below), which keeps 400 desa x 12 indicators x 2,000 draws fast.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lokmin_data.analysis.score import Rule

Part = tuple[np.ndarray, np.ndarray, np.ndarray, Rule, bool]  # x, n, completeness, rule, projected sasaran
SMALL_SHAPE = 3.0
POOL = 1 << 18  # at most so many normal numbers are made; each desa reads them from an offset of its own
TOP = 3
RANGE = (0.10, 0.90)
TIE_BREAK = np.float32(1e-3)
BLOCK = 16  # desa whose draws are scored together
MOST_CELLS = 2_000_000  # desa x draws kept in memory at once: fewer draws for a whole province


@dataclass(frozen=True)
class RankRange:
    """For each desa, in the order of the input: 10 % and 90 % rank and the chance of being among the heaviest."""

    low: np.ndarray
    high: np.ndarray
    p_top: np.ndarray


def rank_ranges(parts: Sequence[Part], weights: np.ndarray, *, draws: int = 2000, top: int = TOP) -> RankRange:
    """Rank ranges of desa over one indicator or, with `weights` that add to 1, over the composite of several.

    The seed comes from the numbers, sorted: the same data give the same answer in any order of rows.  Desa with the
    same numbers share the mean of their answers.
    """
    table = np.column_stack([np.column_stack(_clean(*part[:3])) for part in parts])
    desa = len(table)
    if desa == 0:
        return RankRange(*(np.zeros(0) for _ in range(3)))
    draws = max(200, min(draws, MOST_CELLS // desa))
    order = np.lexsort(table.T[::-1])
    rng = np.random.Generator(np.random.SFC64(_seed(table[order], parts)))
    total = _draw_scores(table[order], parts, np.asarray(weights, dtype=float), draws, rng)
    return _summary(total, _groups(table[order]), order, top)


def _clean(x: np.ndarray, n: np.ndarray, completeness: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    n = np.where((n > 0) & ~np.isnan(x), n, 0.0)
    return np.clip(np.where(n > 0, x, 0.0), 0.0, n), n, completeness


def _seed(table: np.ndarray, parts: Sequence[Part]) -> int:
    digest = hashlib.blake2b(np.round(table, 6).tobytes(), digest_size=8)
    digest.update(repr([(part[3], part[4]) for part in parts]).encode())
    return int.from_bytes(digest.digest(), "big")


def _draw_scores(
    table: np.ndarray, parts: Sequence[Part], weights: np.ndarray, draws: int, rng: np.random.Generator
) -> np.ndarray:
    """Weighted score of each desa in each draw, [desa, draws]."""
    normals = rng.standard_normal(min(POOL, 2 * len(parts) * len(table) * draws), dtype=np.float32)
    pool = np.concatenate([normals, normals[:draws]])
    total = np.zeros((len(table), draws), dtype=np.float32)
    for i, (*_, rule, projected) in enumerate(parts):
        x, n, completeness = table[:, 3 * i : 3 * i + 3].T
        _add_one(total, weights[i], x, n, completeness, rule, projected, pool, rng)
    return total + TIE_BREAK * rng.random(total.shape, dtype=np.float32)  # equal scores: each is first equally often


def _add_one(
    total: np.ndarray, weight: float, x: np.ndarray, n: np.ndarray, completeness: np.ndarray, rule: Rule, projected: bool,
    pool: np.ndarray, rng: np.random.Generator,
) -> None:  # fmt: skip
    """Add the weighted scores of one indicator to `total`, some desa at a time: what they need stays in the fast memory."""
    reporting = (rule.weights[-1] * (1 - completeness)).astype(np.float32)[:, None]
    if n.sum() <= 0:
        total += weight * reporting
        return
    draws = total.shape[1]
    mean_rate, mean_n = x.sum() / n.sum(), n[n > 0].mean()
    yes = _Gamma(rule.balance * mean_rate + x, draws, pool, rng)
    no = None if projected else _Gamma(rule.balance * (1 - mean_rate) + n - x, draws, pool, rng)
    size = np.where(n > 0, n / mean_n, 1.0).astype(np.float32)[:, None]
    scale = (rule.balance + n).astype(np.float32)[:, None]
    for start in range(0, len(x), BLOCK):
        rows = slice(start, start + BLOCK)
        rate = yes.draw(rows)
        if no is None:
            rate /= scale[rows]
        else:
            both = no.draw(rows)
            both += rate
            rate /= np.maximum(both, np.float32(1e-30), out=both)
        total[rows] += np.float32(weight) * _scored(rate, size[rows], reporting[rows], rule)


def _scored(rate: np.ndarray, size: np.ndarray, reporting: np.ndarray, rule: Rule) -> np.ndarray:
    """The score of each rate drawn, in its place: points of the depth, of the people and of missing reports."""
    depth_points, burden_points, _ = rule.weights
    span = abs(rule.target - rule.critical)
    rate -= np.float32(rule.target)
    rate *= np.float32(-rule.sign / span if span > 0 else -rule.sign * 1e6)
    np.maximum(rate, 0, out=rate)
    burden = rate * size
    for part, points in ((rate, depth_points), (burden, burden_points)):
        np.minimum(part, 1, out=part)
        part *= np.float32(points)
    rate += burden
    rate += reporting
    return rate


class _Gamma:
    """Gamma draws of scale 1 for each of the shapes.  What is random is drawn at once, the rest when rows are asked for."""

    def __init__(self, shape: np.ndarray, draws: int, pool: np.ndarray, rng: np.random.Generator) -> None:
        self._draws, self._pool = draws, pool
        self._starts = rng.integers(0, len(pool) - draws, len(shape))
        safe = np.maximum(shape, SMALL_SHAPE)
        self._spread = (1 / (3 * np.sqrt(safe))).astype(np.float32)[:, None]
        self._middle = (1 - 1 / (9 * safe)).astype(np.float32)[:, None]
        self._safe = safe.astype(np.float32)[:, None]
        self._small = np.flatnonzero(shape < SMALL_SHAPE)
        few = np.maximum(shape[self._small], 0)[:, None]
        self._exact = rng.standard_gamma(few, (len(self._small), draws)) if len(self._small) else None

    def draw(self, rows: slice) -> np.ndarray:
        """The draws of some rows, [rows, draws]."""
        starts = self._starts[rows]
        out = np.empty((len(starts), self._draws), dtype=np.float32)
        for row, start in enumerate(starts):
            out[row] = self._pool[start : start + self._draws]
        out *= self._spread[rows]
        out += self._middle[rows]
        np.maximum(out, 0, out=out)
        out *= np.square(out)
        out *= self._safe[rows]
        if self._exact is not None:
            first, last = np.searchsorted(self._small, (rows.start, rows.start + len(out)))
            out[self._small[first:last] - rows.start] = self._exact[first:last]
        return out


def _groups(table: np.ndarray) -> np.ndarray:
    """A number for each run of equal rows of a sorted table."""
    new = np.any(table[1:] != table[:-1], axis=1)
    return np.concatenate([[0], np.cumsum(new)])


def _summary(total: np.ndarray, group: np.ndarray, order: np.ndarray, top: int) -> RankRange:
    desa, draws = total.shape
    by_draw = np.ascontiguousarray(-total.T)
    place = np.argsort(by_draw, axis=1, kind="stable")
    rank = np.empty((draws, desa), dtype=np.int32)
    np.put_along_axis(rank, place, np.arange(1, desa + 1, dtype=np.int32)[None, :], axis=1)
    rank = np.sort(rank, axis=0)
    low, high = (rank[min(draws - 1, int(np.ceil(share * draws)) - 1)] for share in RANGE)
    p_top = (rank <= top).mean(axis=0)
    size = np.bincount(group)
    shared = [np.bincount(group, weights=value)[group] / size[group] for value in (low, high, p_top)]
    back = [np.empty(desa) for _ in shared]
    for target, value in zip(back, shared, strict=True):
        target[order] = value
    return RankRange(np.floor(back[0]).astype(int), np.ceil(back[1]).astype(int), back[2])
