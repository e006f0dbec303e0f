"""Did the number move?  Before against after, in an honest word, by a test that fits the kind of number.

Counts of persons reached month by month (coverage, cases): under "no change" the persons of both periods fall into
the later one with probability exposure after / exposure of both; exact conditional binomial test (Przyborowski &
Wilenski, Biometrika 1940;31:313-323).  Shares of those measured (prevalence, D/S): the difference of two
proportions with Newcombe's hybrid Wilson interval (Newcombe, Stat Med 1998;17:873-890, method 10).  The same
children are measured again, so for shares this interval is too wide rather than too narrow: it does not flatter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import bdtr

#: One-sided error of a clear word (95 % two-sided) and of "mungkin".
CLEAR, LIKELY = 0.025, 0.20
Z_CLEAR, Z_LIKELY = 1.959963984540054, 0.8416212335729143

IMPROVED, MAYBE, SAME, WORSE, UNKNOWN = "membaik_jelas", "mungkin", "tidak_berubah", "memburuk", ""
WORDS = {
    IMPROVED: "Membaik jelas", MAYBE: "Mungkin membaik", SAME: "Tidak berubah", WORSE: "Memburuk",
    UNKNOWN: "Belum dapat dinilai",
}  # fmt: skip


@dataclass(frozen=True)
class Period:
    """What was counted in a period: `x` persons, over `exposure` (persons due, or months), `n` measured for shares."""

    x: float
    exposure: float = 0.0
    months: int = 0


def count_word(before: Period, after: Period, *, up: bool) -> str:
    """The word for counts; a period without exposure cannot be judged."""
    if before.exposure <= 0 or after.exposure <= 0:
        return UNKNOWN
    total, share = round(before.x + after.x), after.exposure / (after.exposure + before.exposure)
    later = round(after.x)
    if total == 0:
        return SAME
    more = 1.0 if later == 0 else 1.0 - float(bdtr(later - 1, total, share))
    fewer = float(bdtr(later, total, share))
    better, worse = (more, fewer) if up else (fewer, more)
    return _word(better <= CLEAR, better <= LIKELY, worse <= CLEAR)


def share_word(before: Period, after: Period, *, up: bool) -> str:
    """The word for shares of those measured (`exposure` holds n); nobody measured cannot be judged."""
    if before.exposure <= 0 or after.exposure <= 0:
        return UNKNOWN
    clear, likely = (_signed(newcombe(after, before, z), up) for z in (Z_CLEAR, Z_LIKELY))
    return _word(clear[0] > 0, likely[0] > 0, clear[1] < 0)


def _signed(limits: tuple[float, float], up: bool) -> tuple[float, float]:
    return limits if up else (-limits[1], -limits[0])


def _word(clear: bool, likely: bool, worse: bool) -> str:
    if clear:
        return IMPROVED
    if worse:
        return WORSE
    return MAYBE if likely else SAME


def newcombe(first: Period, second: Period, z: float = Z_CLEAR) -> tuple[float, float]:
    """Limits of first - second as shares 0-1; Newcombe 1998 method 10.  x above n counts as n."""
    (p1, low1, high1), (p2, low2, high2) = _wilson(first, z), _wilson(second, z)
    difference = p1 - p2
    return difference - math.hypot(p1 - low1, high2 - p2), difference + math.hypot(high1 - p1, p2 - low2)


def _wilson(period: Period, z: float) -> tuple[float, float, float]:
    n = period.exposure
    x = min(max(period.x, 0.0), n)
    root = z * math.sqrt(z * z + 4 * x * (1 - x / n))
    return x / n, (2 * x + z * z - root) / (2 * (n + z * z)), (2 * x + z * z + root) / (2 * (n + z * z))
