"""The map of desa: outlines, verdict colours, names in place, nothing from a tile server."""

import pandas as pd
import pytest

from lokmin_data.charts.map import desa_map
from lokmin_data.wording import VERDICTS

SQUARE = [[110.0, -7.0], [110.1, -7.0], [110.1, -7.1], [110.0, -7.1]]
ISLAND = [[110.3, -7.0], [110.31, -7.0], [110.31, -7.01]]


def shapes(*names):
    return [{"desa_id": i, "nama": name, "batas": [SQUARE, ISLAND]} for i, name in enumerate(names, start=1)]


def table(**verdicts):
    return pd.DataFrame(
        [
            {"desa_id": i, "desa": name, "verdict": code, "text": "5/9"}
            for i, (name, code) in enumerate(verdicts.items(), start=1)
        ]
    )


def test_each_desa_has_the_fill_of_its_verdict_and_its_rings_are_closed():
    figure = desa_map(shapes("A", "B"), table(A="jelas_di_bawah", B="jelas_tercapai"))
    areas = [trace for trace in figure.data if trace.fill == "toself"]
    assert [area.fillcolor for area in areas] == [VERDICTS["jelas_di_bawah"].fill, VERDICTS["jelas_tercapai"].fill]
    assert areas[0].x[0] == areas[0].x[4] and areas[0].x[5] is None
    assert all(trace.type == "scatter" for trace in figure.data)


def test_a_desa_without_data_is_hatched_and_says_so():
    area = desa_map(shapes("A"), table()).data[0]
    assert area.fillpattern.shape == "/"
    assert "belum lapor" in area.text


def test_the_name_stands_in_the_middle_of_the_largest_ring():
    label = desa_map(shapes("A"), table(A="jelas_tercapai")).layout.annotations[0]
    assert (label.x, label.y) == pytest.approx((110.05, -7.05))
    assert label.text == "A<br>▲▲"


def test_a_name_is_text_also_for_plotly():
    figure = desa_map(shapes("<b onclick=x>"), table())
    assert "<b onclick" not in figure.data[0].text and "&lt;b" in figure.data[0].text


def test_many_desa_leave_their_names_to_the_hover():
    figure = desa_map(shapes(*[f"D{i}" for i in range(60)]), table())
    assert len(figure.data) == 60 and not figure.layout.annotations
