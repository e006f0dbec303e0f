"""Readings as the reader would hand them over, made from the numbers that a test is about."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import numpy as np
import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Reading

Numbers = Mapping[str, float | tuple[float, float]]


def rows(
    numbers: Numbers, *, indicator: str = "k1", year: int = 2026, month: int = 1, basis: str = "month", sex: str = "T",
    level: str = "desa", sheet: str = "PWS", first_row: int = 5,
) -> list[dict[str, object]]:  # fmt: skip
    """One observation an area; a number is a numerator, a pair is numerator and denominator."""
    made = []
    for place, (area, number) in enumerate(numbers.items()):
        numerator, denominator = number if isinstance(number, tuple) else (number, np.nan)
        made.append({
            "area": area, "level": level, "indicator": indicator, "year": year, "month": month, "basis": basis,
            "sex": sex, "numerator": numerator, "denominator": denominator, "percent": np.nan, "sheet": sheet,
            "cell": f"C{first_row + place}",
        })  # fmt: skip
    return made


def reading(
    *parts: list[dict[str, object]], file_name: str = "kia.xlsx", sasaran: pd.DataFrame | None = None
) -> Reading:
    """A reading of these rows; equal rows make an equal file."""
    every = [row for part in parts for row in part]
    table = pd.DataFrame(every, columns=list(OBSERVATION_COLUMNS))
    digest = hashlib.sha256(repr((file_name, every)).encode()).hexdigest()
    return Reading(file_name, digest, table, sasaran=pd.DataFrame() if sasaran is None else sasaran)


def simple(numbers: Numbers, file_name: str = "kia.xlsx", **words: object) -> Reading:
    """A reading of one indicator and month."""
    return reading(rows(numbers, **words), file_name=file_name)  # type: ignore[arg-type]
