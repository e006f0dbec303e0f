"""The verdict: a desa's own data against the target, by the Wilson 95 % interval."""

from __future__ import annotations

import numpy as np

Z95 = 1.959963984540054
Z998 = 3.090232306167813  # two-sided 99.8 %
CODES = ("belum_ada_data", "jelas_di_bawah", "di_bawah_belum_pasti", "tercapai_belum_pasti", "jelas_tercapai")
_NAMES = np.array(CODES, dtype=object)


def wilson(x: np.ndarray, n: np.ndarray, z: float = Z95) -> tuple[np.ndarray, np.ndarray]:
    """Lower and upper Wilson limit of x/n, 0-1; x above n counts as n; n missing or 0 gives (0, 1).

    Wilson 1927: (2x + z² ± z √(z² + 4x(1 - x/n))) / (2(n + z²)).
    """
    x, n = np.asarray(x, dtype=float), np.asarray(n, dtype=float)
    known = (n > 0) & (x == x)
    safe_n = np.where(known, n, 1.0)
    safe_x = np.clip(np.where(known, x, 0.0), 0.0, safe_n)
    root = z * np.sqrt(z * z + 4 * safe_x * (1 - safe_x / safe_n))
    middle, width = 2 * safe_x + z * z, 2 * (safe_n + z * z)
    low = np.where(safe_x <= 0, 0.0, (middle - root) / width)
    high = np.where(safe_x >= safe_n, 1.0, (middle + root) / width)
    return np.where(known, low, 0.0), np.where(known, high, 1.0)


def reached(x: np.ndarray, n: np.ndarray, target: np.ndarray | float, sign: np.ndarray | int) -> np.ndarray:
    """True where x/n meets the target (0-100); equal counts as met; compared without rounding the quotient."""
    room = sign * (np.asarray(x, dtype=float) * 100.0 - target * np.asarray(n, dtype=float))
    return room >= -1e-9 * np.maximum(1.0, np.abs(target * np.nan_to_num(n)))


def outside(low: np.ndarray, high: np.ndarray, goal: np.ndarray | float) -> np.ndarray:
    """True where a range leaves the target out; one that only touches it holds it."""
    return (np.asarray(low) > goal) | (np.asarray(high) < goal)


def verdicts(x: np.ndarray, n: np.ndarray, target: np.ndarray | float, sign: np.ndarray | int) -> np.ndarray:
    """The verdict code of each desa; `target` 0-100, `sign` +1 higher is better, -1 lower is better.

    ``jelas_...`` where the Wilson 95 % interval leaves the target out, ``..._belum_pasti`` where it holds it,
    ``belum_ada_data`` where n is missing or 0, "" where there is no target.
    """
    low, high = wilson(x, n)
    goal = np.asarray(target, dtype=float) / 100.0
    met = reached(x, n, target, sign)
    clear = outside(low, high, goal)
    code = np.where(met, np.where(clear, 4, 3), np.where(clear, 1, 2))
    known = (np.asarray(n, dtype=float) > 0) & ~np.isnan(np.asarray(x, dtype=float))
    names = _NAMES[np.where(known, code, 0)]
    return np.where(known & np.isnan(goal), "", names)
