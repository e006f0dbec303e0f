"""The text alternative of a chart: its points in words, from every kind of figure that explains itself."""

from __future__ import annotations

import plotly.graph_objects as go

from lokmin_data.analysis import assess
from lokmin_data.charts.pws import pws_bars
from lokmin_data.charts.told import LONGEST, told
from lokmin_data.charts.trend import small_multiples, trend_lines


def test_points_of_the_pws_chart_are_told_with_their_names(make_panel) -> None:  # noqa: ANN001
    found = assess(make_panel({"Suka Maju": [(3, 10, 100)], "Kali Jati": [(3, 30, 100)]}), "idl", 2026, 3)
    words = told(pws_bars(found))
    assert "Suka Maju: 10/100 · 10 %: Tercapai, belum pasti; " in words + "; " and "Kali Jati: 30/100" in words
    assert "<" not in words and "Sumber" not in words


def test_months_of_a_trend_are_told_and_small_charts_by_what_is_written_over_them(make_panel) -> None:  # noqa: ANN001
    found = assess(make_panel({"Suka Maju": [(1, 5, 100), (3, 10, 100)]}), "idl", 2026, 3)
    assert "Januari 2026: 5/" in told(trend_lines(found, 1)) and "Maret 2026:" in told(trend_lines(found, 1))
    assert told(small_multiples({"idl": found, "idl2": found, "idl3": found}, 1)).startswith("IDL; 15/100")


def test_a_long_chart_is_cut_at_a_point_and_says_how_many_are_left() -> None:
    names = [f"Desa {number:03d} {'x' * 30}" for number in range(100)]
    words = told(go.Figure(go.Bar(x=[1] * 100, hovertext=names)))
    assert len(words) <= LONGEST + 30 and words.endswith("lagi ada di tabel")
    assert int(words.split("; ")[-1].split()[0]) + words.count("Desa") == 100


def test_a_map_tells_its_areas_and_what_has_no_words_stays_silent() -> None:
    area = go.Scatter(x=[0, 1], y=[0, 1], text="A &amp; B<br>7 dari 9<br>▲ Tercapai", hoverinfo="text")
    line = go.Scatter(x=[0, 1], y=[0, 1], hovertext="garis", hoverinfo="skip")
    assert told(go.Figure([area, line])) == "A & B: 7 dari 9: Tercapai"
