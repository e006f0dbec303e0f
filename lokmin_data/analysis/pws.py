"""PWS (Pemantauan Wilayah Setempat): against the running target, against last month, and the four statuses."""

from __future__ import annotations

from typing import Any

import numpy as np

from lokmin_data.analysis.verdict import reached

TRENDS = np.array(["", "turun", "tetap", "naik"], dtype=object)


def against_target(x: np.ndarray, n: np.ndarray, target: np.ndarray | float, sign: np.ndarray | int) -> np.ndarray:
    """``atas`` where the target is met (lower is better: where it is not exceeded), ``bawah``, or "".

    x against the n of the reported months: cum x 1200 >= target x months x sasaran, nothing rounded before comparing.
    """
    known = (np.asarray(n) > 0) & ~np.isnan(x) & ~np.isnan(np.asarray(target, dtype=float))
    return np.where(known, np.where(reached(x, n, target, sign), "atas", "bawah"), "").astype(object)


def trend(now: np.ndarray, before: np.ndarray) -> np.ndarray:
    """``naik`` ``tetap`` ``turun`` of this month's own number against last month's own; "" where one is missing."""
    difference = np.asarray(now, dtype=float) - np.asarray(before, dtype=float)
    small = 1e-9 * np.maximum(1.0, np.abs(np.nan_to_num(now)))
    sign = np.where(difference > small, 1, np.where(difference < -small, -1, 0))
    return TRENDS[np.where(np.isnan(difference), 0, sign + 2)]


def status(versus: np.ndarray, direction: np.ndarray, pace_met: np.ndarray, settings: dict[str, Any]) -> np.ndarray:
    """Baik, Kurang, Cukup, Jelek or "" from the two comparisons (Pedoman PWS-KIA; statuses as printed in practice).

    Above and rising or equal: Baik; above and falling: Kurang; below and rising: Cukup; below and falling: Jelek.
    Below and equal has no status in the rule: the setting `tetap_di_bawah` says jelek, cukup or laju (Cukup where
    this month reaches a twelfth of the annual target: `pace_met`).
    """
    rule = settings.get("pws", {}).get("tetap_di_bawah", "jelek")
    equal = {"cukup": "Cukup", "laju": np.where(pace_met, "Cukup", "Jelek")}.get(rule, "Jelek")
    below = np.where(direction == "naik", "Cukup", np.where(direction == "tetap", equal, "Jelek"))
    above = np.where(direction == "turun", "Kurang", "Baik")
    known = (versus != "") & (direction != "")
    return np.where(known, np.where(versus == "atas", above, below), "").astype(object)
