"""Small fictional panels for the charts: built by hand, no store."""

from __future__ import annotations

import pandas as pd
import pytest

from lokmin_data.analysis import assess
from lokmin_data.model import Panel, Target
from lokmin_data.reference import default_settings, indicators

YEAR, MONTH = 2026, 3
COLUMNS = (
    "desa_id",
    "desa",
    "indicator",
    "year",
    "month",
    "basis",
    "sex",
    "numerator",
    "denominator",
    "percent",
    "report_id",
    "sheet",
    "cell",
)


@pytest.fixture
def make_panel():
    """A function of {desa: [(month, x, sasaran), ...]} that gives the Panel of one indicator (IDL, target 80)."""

    def build(
        reports: dict[str, list[tuple[int, float, float]]], code: str = "idl", target: float | None = 80.0
    ) -> Panel:
        desa = pd.DataFrame({"desa_id": range(1, len(reports) + 1), "desa": list(reports)})
        basis = "month" if indicators()[code].kind in ("cumulative", "month") else "point"
        rows = [
            (number, name, code, YEAR, month, basis, "T", x, n, float("nan"), 7, "Mar", f"D{10 + number}")
            for number, (name, own) in enumerate(reports.items(), start=1)
            for month, x, n in own
        ]
        targets = () if target is None else (Target(code, YEAR, target, "SK uji", "A", True),)
        table = pd.DataFrame(rows, columns=list(COLUMNS)).astype({"report_id": object})
        return Panel(
            table,
            desa,
            pd.DataFrame(columns=["desa_id", "population", "sex", "year", "kind", "value", "source"]),
            targets,
            default_settings(),
            indicators(),
            "Puskesmas Uji",
        )

    return build


@pytest.fixture
def make_found(make_panel):
    """The Assessment of such a panel in March 2026."""

    def build(reports, code: str = "idl", target: float | None = 80.0):
        return assess(make_panel(reports, code, target), code, YEAR, MONTH)

    return build


@pytest.fixture
def found(make_found):
    """Five desa: far below, small, reached, above 100 %, and silent."""
    return make_found(
        {
            "Mekarsari": [(1, 2, 180), (2, 3, 180), (3, 4, 180)],
            "Leuwi": [(1, 1, 8), (2, 0, 8), (3, 1, 8)],
            "Karangsari": [(1, 20, 200), (2, 20, 200), (3, 22, 200)],
            "Rawa <b>Bening</b>": [(1, 30, 60), (2, 20, 60), (3, 20, 60)],
            "Tanjung": [],
        }
    )
