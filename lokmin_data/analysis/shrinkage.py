"""Balanced (shrunken) rates, their uncertainty, how much desa differ beyond chance, and Byar's limits of a count."""

from __future__ import annotations

import numpy as np
from scipy.special import betaincinv, betaln, polygamma, psi

from lokmin_data.analysis.verdict import Z95

LEAST_BALANCE, MOST_BALANCE = 5.0, 50.0
#: A fitted balance beyond this says that the desa do not differ more than chance would make them.
NO_SPREAD = 5000.0
#: Newton's method ends when the likelihood gains no more, or after so many steps; damped so little at least.
SMALLEST_GAIN, MOST_STEPS, LEAST_DAMPING = 1e-13, 200, 1e-9


def balanced_rate(x: np.ndarray, n: np.ndarray, mean_rate: float, balance: float) -> np.ndarray:
    """(x + m p̄) / (n + m): the rate as if m average persons of the Puskesmas lived in the desa too; 0-1.

    NaN where neither the desa nor the balance counts anybody.
    """
    whole = np.asarray(n, dtype=float) + balance
    return np.divide(np.asarray(x) + balance * mean_rate, whole, out=np.full(whole.shape, np.nan), where=whole > 0)


def balanced_quantile(q: float, x: np.ndarray, n: np.ndarray, mean_rate: float, balance: float) -> np.ndarray:
    """The q-quantile of Beta(m p̄ + x, m(1 - p̄) + n - x), the balanced rate with its uncertainty (BDA3, section 5.1)."""
    return betaincinv(balance * mean_rate + x, balance * (1 - mean_rate) + n - np.asarray(x), q)


def beta_by_moments(mean: float, variance: float) -> tuple[float, float]:
    """alpha and beta of the Beta distribution with that mean and variance."""
    total = mean * (1 - mean) / variance - 1
    return mean * total, (1 - mean) * total


def balance_by_moments(x: np.ndarray, n: np.ndarray) -> float:
    """The balance m that the data themselves suggest, 5-50 (50 where they show no spread beyond chance).

    s² = sum n(p - p̄)² / sum n, A = s² - p̄(1 - p̄)/n̄, m = p̄(1 - p̄)/A - 1.  Shown to the analyst; the score keeps its fixed m, which
    was as good in simulation and can be said aloud.
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    x, n = x[n > 0], n[n > 0]
    mean = x.sum() / n.sum()
    excess = (n * (x / n - mean) ** 2).sum() / n.sum() - mean * (1 - mean) / n.mean()
    if excess <= 0:
        return MOST_BALANCE
    return float(np.clip(sum(beta_by_moments(mean, excess)), LEAST_BALANCE, MOST_BALANCE))


def beta_binomial_by_moments(x: np.ndarray, n: np.ndarray) -> tuple[float, float]:
    """alpha and beta of a beta-binomial by its first two moments; (inf, inf) where there is no spread beyond chance.

    rho = (sum n(p - p̄)² / (p̄(1 - p̄)) - N) / (sum n - N) for N areas, alpha + beta = 1/rho - 1 (Kleinman 1973, without the
    small-sample correction; with one size it is the usual method of moments).
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    mean = x.sum() / n.sum()
    spread = (n * (x / n - mean) ** 2).sum() / (mean * (1 - mean)) if 0 < mean < 1 else 0.0
    left = n.sum() - len(n)
    if not (left > 0 and spread > len(n)):
        return float("inf"), float("inf")
    total = left / (spread - len(n)) - 1
    return mean * total, (1 - mean) * total


def fit_beta_binomial(x: np.ndarray, n: np.ndarray) -> tuple[float, float]:
    """alpha and beta of the most likely beta-binomial; (inf, inf) where desa differ no more than by chance.

    Maximum likelihood by Newton's method in the logarithms of both, from the moments on; the derivatives of the likelihood are
    digammas and trigammas (scipy.optimize, which finds it by trial, would be loaded for these two numbers alone).
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    mean = x.sum() / n.sum()
    if len(n) < 2 or not 0 < mean < 1:
        return float("inf"), float("inf")
    total = np.clip(sum(beta_binomial_by_moments(x, n)), 0.5, NO_SPREAD / 10)
    place, damping = np.log([mean * total, (1 - mean) * total]), 1.0
    likely = _likelihood(x, n, place)
    for _ in range(MOST_STEPS):
        slope, curve = _derivatives(x, n, place)
        step = np.linalg.solve(curve + damping * np.eye(2), slope)
        reached = _likelihood(x, n, place + step)
        if reached < likely:
            damping *= 10
            continue
        place, gained, likely, damping = place + step, reached - likely, reached, max(damping / 10, LEAST_DAMPING)
        if np.exp(place).sum() >= NO_SPREAD:
            return float("inf"), float("inf")
        if gained < SMALLEST_GAIN:
            break
    if likely <= _likelihood(x, n, np.log([mean * NO_SPREAD, (1 - mean) * NO_SPREAD])):
        return float("inf"), float("inf")  # a top of the likelihood, not the highest
    alpha, beta = np.exp(place)
    return float(alpha), float(beta)


def _likelihood(x: np.ndarray, n: np.ndarray, place: np.ndarray) -> float:
    """The logarithm of the likelihood of exp(place) = alpha, beta, without what does not depend on them."""
    alpha, beta = np.exp(place)
    return float((betaln(x + alpha, n - x + beta) - betaln(alpha, beta)).sum())


def _derivatives(x: np.ndarray, n: np.ndarray, place: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(gradient, curvature that is never negative) of the logarithm of the likelihood in ln alpha and ln beta."""
    both = np.exp(place)
    counts = np.column_stack([x, n - x])
    whole = (psi(both.sum()) - psi(n + both.sum())).sum()
    first = (psi(counts + both) - psi(both)).sum(axis=0) + whole
    bend = (polygamma(1, both.sum()) - polygamma(1, n + both.sum())).sum()
    second = np.diag((polygamma(1, counts + both) - polygamma(1, both)).sum(axis=0)) + bend
    curve = -(second * np.outer(both, both) + np.diag(first * both))
    values, vectors = np.linalg.eigh(curve)
    return first * both, (vectors * np.abs(values)) @ vectors.T


def byar(count: np.ndarray, z: float = Z95) -> tuple[np.ndarray, np.ndarray]:
    """Byar's limits of a Poisson count; the lower limit of 0 is 0.

    L = x(1 - 1/9x - z/3√x)³, U = (x+1)(1 - 1/9(x+1) + z/3√(x+1))³ (PHEindicatormethods; below 10 exact limits are better).
    """
    x = np.asarray(count, dtype=float)
    safe = np.maximum(x, 1e-9)
    low = safe * np.maximum(1 - 1 / (9 * safe) - z / (3 * np.sqrt(safe)), 0) ** 3
    high = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))) ** 3
    return np.where(x > 0, low, 0.0), high
