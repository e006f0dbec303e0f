"""How large a report may be."""

from __future__ import annotations

from typing import NamedTuple

from lokmin_data.reading.opening.cannot_open import MEGABYTE


class Limits(NamedTuple):
    """What is refused before anything is parsed.  Bytes, counts, seconds; `sheet_area` is rows x columns of the box
    from A1 to the last filled cell, `total_area` the same over all sheets."""

    file_bytes: int = 30 * MEGABYTE
    expanded_bytes: int = 200 * MEGABYTE
    part_bytes: int = 100 * MEGABYTE
    ratio: int = 250
    ratio_from_bytes: int = 40 * MEGABYTE
    entries: int = 3_000
    sheets: int = 400
    sheet_area: int = 6_000_000
    total_area: int = 9_000_000
    columns: int = 16_384
    rows: int = 1_048_576
    answer_bytes: int = 120 * MEGABYTE
    seconds: float = 25.0
    memory_bytes: int = 700 * MEGABYTE


DEFAULT_LIMITS = Limits()
