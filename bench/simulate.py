"""Simulated Puskesmas of any number and size, stored through the store's own road: fictional names, seeded numbers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import pandas as pd

from lokmin_data.model import OBSERVATION_COLUMNS, Reading
from lokmin_data.reference import load_indicators
from lokmin_data.store import Store

YEARS = (2022, 2023, 2024, 2025, 2026)
MONTHS = np.arange(1, 13)
INDICATORS = 60
SEED = 20261122
WHO = "simulasi"
#: A district: 400 desa in 30 Puskesmas, of which the first has the 20 desa that every comparison looks at.
DISTRICT = (20, *([13] * 26), *([14] * 3))
PUSKESMAS = (20,)


def codes(count: int = INDICATORS) -> list[str]:
    """The first indicators of the catalogue that are counted by month or measured."""
    return [code for code, item in load_indicators().items() if item.kind in ("cumulative", "point")][:count]


def year_reading(label: str, desa: int, year: int, rng: np.random.Generator, months: np.ndarray = MONTHS, indicators: int = INDICATORS) -> Reading:
    """One year of one Puskesmas as a reading: every desa, month and indicator."""
    catalogue = load_indicators()
    chosen = codes(indicators)
    size = desa * len(chosen) * len(months)
    areas = np.array([f"Desa {number + 1:02d}" for number in range(desa)])
    denominator = np.repeat(rng.integers(20, 200, desa), len(chosen) * len(months)).astype(float)
    kinds = ["point" if catalogue[code].kind == "point" else "month" for code in chosen]
    share = rng.beta(8, 3, size)
    point = np.tile(np.repeat([kind == "point" for kind in kinds], len(months)), desa)
    numerator = np.where(point, np.floor(denominator * share), rng.poisson(denominator / 12 * share))
    table = pd.DataFrame({
        "area": np.repeat(areas, len(chosen) * len(months)), "level": "desa",
        "indicator": np.tile(np.repeat(chosen, len(months)), desa), "year": year,
        "month": np.tile(months, desa * len(chosen)), "basis": np.tile(np.repeat(kinds, len(months)), desa), "sex": "T",
        "numerator": numerator, "denominator": denominator, "percent": np.nan, "sheet": "Lembar", "cell": "A1",
    })[list(OBSERVATION_COLUMNS)]  # fmt: skip
    name = f"{label}-{year}.xlsx"
    return Reading(name, hashlib.sha256(name.encode()).hexdigest(), table, puskesmas=label)


def fill(store: Store, sizes: Sequence[int], years: Sequence[int] = YEARS) -> list[int]:
    """Store every Puskesmas of `sizes` (number of desa) with all years; returns their ids."""
    rng = np.random.default_rng(SEED)
    ids = []
    for number, desa in enumerate(sizes, 1):
        label = f"Simulasi {number:02d}"
        puskesmas_id = store.add_puskesmas(label, kecamatan=f"Kecamatan {number:02d}", who=WHO)
        for year in years:
            store.save_report(year_reading(label, desa, year, rng), puskesmas_id, who=WHO, create_areas=True)
        ids.append(puskesmas_id)
    return ids
