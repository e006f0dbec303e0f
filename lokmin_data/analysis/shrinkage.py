"""Balanced (shrunken) rates, their uncertainty, empirical Bayes by moments, and Byar's limits of a count."""

from __future__ import annotations

import numpy as np
from scipy.special import betainc, betaincinv

from lokmin_data.analysis.verdict import Z95

LEAST_BALANCE, MOST_BALANCE = 5.0, 50.0


def balanced_rate(x: np.ndarray, n: np.ndarray, mean_rate: float, balance: float) -> np.ndarray:
    """(x + m p̄) / (n + m): the rate as if m average persons of the Puskesmas lived in the desa too; 0-1."""
    return (np.asarray(x) + balance * mean_rate) / (np.asarray(n) + balance)


def balanced_quantile(q: float, x: np.ndarray, n: np.ndarray, mean_rate: float, balance: float) -> np.ndarray:
    """The q-quantile of Beta(m p̄ + x, m(1 - p̄) + n - x)."""
    return betaincinv(balance * mean_rate + x, balance * (1 - mean_rate) + n - np.asarray(x), q)


def chance_below(target: float, x: np.ndarray, n: np.ndarray, mean_rate: float, balance: float) -> np.ndarray:
    """P(rate < target) of the same distribution; not for a verdict: it is pulled towards the Puskesmas' average."""
    return betainc(balance * mean_rate + x, balance * (1 - mean_rate) + n - np.asarray(x), target)


def beta_by_moments(mean: float, variance: float) -> tuple[float, float]:
    """alpha and beta of the Beta distribution with that mean and variance."""
    total = mean * (1 - mean) / variance - 1
    return mean * total, (1 - mean) * total


def beta_posterior(x: float, n: float, alpha: float, beta: float) -> tuple[float, float]:
    """Mean and standard deviation of the rate after x of n."""
    a, b = alpha + x, beta + n - x
    return a / (a + b), float(np.sqrt(a * b / ((a + b) ** 2 * (a + b + 1))))


def beta_binomial_by_moments(successes: np.ndarray, weights: np.ndarray, size: int) -> tuple[float, float]:
    """alpha and beta of a beta-binomial of one size, from how often (`weights`) each count occurred."""
    successes, weights = np.asarray(successes, dtype=float), np.asarray(weights, dtype=float)
    first = (weights * successes).sum() / weights.sum()
    second = (weights * successes**2).sum() / weights.sum()
    below = size * (second / first - first - 1) + first
    return (size * first - second) / below, (size - first) * (size - second / first) / below


def balance_by_moments(x: np.ndarray, n: np.ndarray) -> float:
    """The balance m that the data themselves suggest, 5-50 (50 where they show no spread beyond chance).

    s² = sum n(p - p̄)² / sum n, A = s² - p̄(1 - p̄)/n̄, m = p̄(1 - p̄)/A - 1.  Shown to the analyst; the score keeps its fixed m, which
    was as good in simulation and can be said aloud.
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    x, n = x[n > 0], n[n > 0]
    mean = x.sum() / n.sum()
    spread = (n * (x / n - mean) ** 2).sum() / n.sum()
    excess = spread - mean * (1 - mean) / n.mean()
    if excess <= 0:
        return MOST_BALANCE
    return float(np.clip(mean * (1 - mean) / excess - 1, LEAST_BALANCE, MOST_BALANCE))


def byar(count: np.ndarray, z: float = Z95) -> tuple[np.ndarray, np.ndarray]:
    """Byar's limits of a Poisson count; the lower limit of 0 is 0.

    L = x(1 - 1/9x - z/3√x)³, U = (x+1)(1 - 1/9(x+1) + z/3√(x+1))³ (PHEindicatormethods; below 10 exact limits are better).
    """
    x = np.asarray(count, dtype=float)
    safe = np.maximum(x, 1e-9)
    low = safe * np.maximum(1 - 1 / (9 * safe) - z / (3 * np.sqrt(safe)), 0) ** 3
    high = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * np.sqrt(x + 1))) ** 3
    return np.where(x > 0, low, 0.0), high
