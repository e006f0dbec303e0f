"""Shares a Puskesmas' sasaran out over its desa, in proportion to their penduduk, so that the sum stays right."""

from __future__ import annotations

import math
from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float | None]) -> list[int | None]:
    """Whole numbers in proportion to the weights that add up to `total` (largest remainder, Hamilton).

    A missing or non-positive weight gets None: what is not known is not invented.  Without any weight all
    are None.  Ties of the remainder go to the earlier desa.
    """
    known = [
        index for index, weight in enumerate(weights) if weight is not None and math.isfinite(weight) and weight > 0
    ]
    whole = sum(float(weights[index]) for index in known)  # type: ignore[arg-type]
    shares: list[int | None] = [None] * len(weights)
    if not known or total < 0:
        return shares
    exact = {index: total * float(weights[index]) / whole for index in known}  # type: ignore[arg-type]
    for index in known:
        shares[index] = math.floor(exact[index])
    left = total - sum(math.floor(exact[index]) for index in known)
    for index in sorted(known, key=lambda i: (math.floor(exact[i]) - exact[i], i))[:left]:
        shares[index] = math.floor(exact[index]) + 1
    return shares
