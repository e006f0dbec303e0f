"""The run chart and the fifths of the map."""

import pandas as pd
import pytest

from lokmin_data.charts.map import FIFTHS, desa_map
from lokmin_data.charts.run import run_figure, run_finding

SQUARE = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]


def table(months: int, rule: str = "") -> pd.DataFrame:
    rows = [(2026 if month > 12 else 2025, (month - 1) % 12 + 1, 20.0, 20.0, 10.0, 30.0, "") for month in range(1, months + 1)]
    rows[-1] = (*rows[-1][:2], 45.0, *rows[-1][3:6], rule)
    return pd.DataFrame(rows, columns=["year", "month", "own", "mean", "low", "high", "rule"])


def test_run_chart_marks_the_month_that_breaks_a_rule():
    figure = run_figure(table(14, "di luar batas"))
    months = figure.data[-1]
    assert (len(months.x), months.marker.symbol[-1], months.marker.symbol[0]) == (14, "diamond", "circle")
    assert "di luar batas" in months.hovertext[-1]
    assert figure.layout.yaxis.range[1] > 45


@pytest.mark.parametrize(
    ("months", "rule", "said"),
    [(14, "di luar batas", "Februari 2026 (di luar batas)"), (14, "", "Tidak ada bulan"), (9, "", "masih sementara: baru 9 bulan")],
)
def test_run_chart_in_words(months, rule, said):
    assert said in run_finding(table(months, rule))


def test_map_without_a_target_is_shaded_by_fifths():
    shapes = [{"desa_id": number, "nama": f"Desa {number}", "batas": [SQUARE]} for number in (1, 2)]
    rows = pd.DataFrame({"desa_id": [1, 2], "desa": ["A", "B"], "verdict": ["", ""], "text": ["1/2", "2/2"], "fifth": [5, 0]})
    first, second = desa_map(shapes, rows).data
    assert (first.fillcolor, second.fillcolor) == (FIFTHS[4].fill, "#FFFFFF")
