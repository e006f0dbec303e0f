"""Minutes of an agenda: whole numbers that add up exactly to the meeting's length."""

from __future__ import annotations

from collections.abc import Sequence

from lokmin_data.model import LokminError

#: Rooms plan in steps of five minutes; a short meeting with many items falls back to single minutes.
STEP = 5
SHORTEST = 30
LONGEST = 480


def share_minutes(weights: Sequence[float], minutes: int) -> list[int]:
    """Minutes per item, at least one step each, the rest by weight (largest remainder, earlier items first).

    Raises LokminError where the meeting is too short for its items or the length makes no sense.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise LokminError(f"Lama rapat {minutes} menit tidak dapat dibagi. Isi antara {SHORTEST} dan {LONGEST} menit.")
    if not weights:
        return []
    if len(weights) > minutes:
        raise LokminError(
            f"Agenda berisi {len(weights)} butir, terlalu banyak untuk {minutes} menit. Kurangi butirnya."
        )
    step = STEP if minutes % STEP == 0 and len(weights) * STEP <= minutes else 1
    units = minutes // step
    ideal = [weight / (sum(weights) or len(weights)) * units for weight in weights]
    given = [max(1, int(share)) for share in ideal]
    return [step * unit for unit in _balanced(given, ideal, units)]


def _balanced(given: list[int], ideal: list[float], units: int) -> list[int]:
    """Give or take single units where they are least missed, until the sum is right."""
    given = list(given)
    while (rest := units - sum(given)) != 0:
        sign = 1 if rest > 0 else -1
        candidates = [position for position in range(len(given)) if sign > 0 or given[position] > 1]
        best = max(candidates, key=lambda position: sign * (ideal[position] - given[position]))
        given[best] += sign
    return given
