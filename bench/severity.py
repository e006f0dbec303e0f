"""Severity with rank range: 400 desa x 12 indicators, 2,000 draws."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.measure import Line, Skipped, median_seconds
from bench.simulate import SEED, codes, year_reading
from lokmin_data.analysis import Panel, assess_all, rank_desa
from lokmin_data.reference import default_settings, load_indicators

DESA, INDICATORS, LIMIT = 400, 12, 300.0
YEAR, MONTH = 2026, 6


def panel() -> Panel:
    """400 desa with 12 indicators of half a year."""
    import pandas as pd

    reading = year_reading("Simulasi", DESA, YEAR, np.random.default_rng(SEED), np.arange(1, MONTH + 1), INDICATORS)
    table = reading.observations
    names = table["area"].unique()
    ids = {name: number for number, name in enumerate(names, 1)}
    observations = table.assign(desa_id=table["area"].map(ids), desa=table["area"], report_id=1)
    return Panel(
        observations=observations,
        desa=pd.DataFrame({"desa_id": list(ids.values()), "desa": list(ids)}),
        sasaran=pd.DataFrame(columns=["desa_id", "population", "sex", "year", "kind", "value", "source"]),
        targets=(),
        settings=default_settings(),
        indicators=dict(load_indicators()),
    )


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Ranking alone, the assessments made."""
    data = panel()
    assessed = assess_all(data, YEAR, MONTH, codes(INDICATORS))
    ranked = median_seconds(lambda: rank_desa(assessed, data.settings), runs=runs)
    yield Line(f"keparahan dan rentang peringkat, {DESA} desa x {INDICATORS} indikator", ranked * 1000, LIMIT, "ms")
