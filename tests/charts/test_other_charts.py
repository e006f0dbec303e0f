"""Trend, ranking, counts, services, RED, funnel, boys and girls."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lokmin_data.analysis import assess, rank_desa
from lokmin_data.analysis.district import compare_puskesmas
from lokmin_data.analysis.immunisation import red
from lokmin_data.charts.counts import count_bars, counts_finding
from lokmin_data.charts.funnel import funnel_chart
from lokmin_data.charts.red import red_finding, red_quadrant
from lokmin_data.charts.services import service_bars, services_finding
from lokmin_data.charts.severity import PARTS, ranking_bar
from lokmin_data.charts.split import split_html, split_table
from lokmin_data.charts.tiles import change_list, headline_tiles, heaviest_list
from lokmin_data.charts.trend import small_multiples, trend_lines
from tests.analysis.panels import months, panel


def test_trend_breaks_where_a_month_is_missing(make_found):
    figure = trend_lines(make_found({"A": [(1, 5, 120), (3, 5, 120)]}), 1)
    line = next(item for item in figure.data if item.name == "2026")
    assert line.connectgaps is False
    assert list(line.x) == [1, 2, 3] and np.isnan(line.y[1])


def test_trend_target_runs_with_the_year_for_coverage_and_is_flat_for_a_prevalence(make_found):
    coverage = next(item for item in trend_lines(make_found({"A": [(3, 5, 120)]})).data if item.name == "target")
    flat = next(
        item for item in trend_lines(make_found({"A": [(3, 5, 120)]}, "stunting", 14.0)).data if item.name == "target"
    )
    assert coverage.y[11] == 80.0 and coverage.y[2] == 20.0
    assert set(flat.y) == {14.0}


def test_small_multiples_have_a_panel_an_indicator(found):
    figure = small_multiples({"idl": found, "b": found, "c": found}, 1, columns=2)
    assert {"xaxis", "xaxis2", "xaxis3"} <= set(figure.layout.to_plotly_json())


def test_ranking_parts_add_up_to_the_score_and_differ_by_pattern(found):
    table = rank_desa({"idl": found}).sort_values("rank")
    figure = ranking_bar(table)
    parts = [item for item in figure.data if item.type == "bar"]
    assert [item.name for item in parts] == [word for _, word, _ in PARTS]
    assert np.allclose(np.minimum(100, np.sum([item.x for item in parts], axis=0)), table["score"])
    assert len({item.marker.pattern.shape for item in parts}) == 3


def test_counts_compare_the_same_month_and_never_show_percent(make_panel):
    panel = make_panel({"A": [(3, 4, float("nan"))]}, "dbd_kasus", None)
    found = assess(panel, "dbd_kasus", 2026, 3)
    assert counts_finding(found) == "Kasus DBD Maret 2026: 4"
    assert "%" not in count_bars(found).to_json()


def test_services_put_each_target_in_its_row(found, make_found):
    figure = service_bars({"idl": found, "stunting": make_found({"A": [(3, 9, 60)]}, "stunting", 14.0)})
    marks = [value for value in next(item for item in figure.data if item.name == "target").x if value is not None]
    assert marks[2:] == [14.0, 14.0]
    assert services_finding({"idl": found}, "SPM", "Maret 2026") == "SPM Maret 2026: indikator mencapai target"


@pytest.fixture
def doses(make_panel):
    panel = make_panel({"A": [(3, 30, 120)], "B": [(3, 10, 120)]}, "dpt1")
    other = make_panel({"A": [(3, 30, 120)], "B": [(3, 5, 120)]}, "dpt3")
    return type(panel)(
        pd.concat([panel.observations, other.observations]),
        *(getattr(panel, name) for name in ("desa", "sasaran", "targets", "settings", "indicators", "puskesmas")),
    )


def test_red_draws_a_mark_a_desa_and_names_the_categories(doses):
    table = red(doses, 2026, 3)
    figure = red_quadrant(table)
    assert len(figure.data[0].x) == 2
    assert len({tuple(item) for item in zip(figure.data[0].marker.symbol, strict=True)}) == 2
    assert "1 desa kategori" in red_finding(table)


def test_red_says_its_corners_shortly_on_a_phone(doses):
    wide, narrow = (red_quadrant(red(doses, 2026, 3), narrow=yes).layout for yes in (False, True))
    assert [len(note.text) for note in narrow.annotations] < [len(note.text) for note in wide.annotations]
    assert max(len(note.text) for note in narrow.annotations) <= 20 and narrow.annotations[0].text == "1: baik"


def test_red_draws_the_limits_that_are_set(doses):
    settings = {**doses.settings, "imunisasi": {**doses.settings["imunisasi"], "batas_drop_out": 10, "akses_red": 90}}
    lines = red_quadrant(red(replace(doses, settings=settings), 2026, 3)).layout.shapes
    assert (lines[0].x0, lines[1].y0) == (90, 10)


def test_funnel_draws_the_desa_with_data(found):
    points = funnel_chart(found).data[-1]
    assert len(points.x) == 4


def test_split_is_empty_without_sexes_and_sums_months_with_them(found, make_panel):
    assert split_table(found).empty
    panel = make_panel({"A": [(1, 3, 60), (2, 4, 60)]})
    boys = panel.observations.assign(sex="L")
    girls = panel.observations.assign(sex="P", numerator=1.0)
    both = type(panel)(
        pd.concat([boys, girls]),
        *(getattr(panel, name) for name in ("desa", "sasaran", "targets", "settings", "indicators", "puskesmas")),
    )
    table = split_table(assess(both, "idl", 2026, 3))
    assert table["desa_id"].tolist() == [0, 1]
    assert table.loc[1, ["cumulative_L", "cumulative_P", "sasaran_L"]].tolist() == [7.0, 2.0, 60.0]
    html = split_html(table, address=lambda desa_id: f"profil?desa={desa_id}")
    assert "7/60" in html and "2/60" in html


def test_lists_escape_names(found):
    table = rank_desa({"idl": found}).assign(seat="terberat")
    html = heaviest_list(table, lambda desa_id: f"profil?desa={desa_id}")
    assert "<b>Bening" not in html
    assert "IDL" in headline_tiles({"Imunisasi": [found]}, lambda item: item.code)
    assert "bulan ini" in change_list({"idl": found}, lambda item: item.code)


@pytest.mark.parametrize(
    ("code", "numbers", "people", "word", "told"),
    [
        ("anemia", [10, 11], [40, 80], "turun (membaik)", "dari 10/40 · 25 % menjadi 21/120 · 17,5 %"),
        ("anemia", [10, 3], [40, 8], "naik (memburuk)", "dari 10/40 · 25 % menjadi 13/48 · 27,1 %"),
        ("k1", [10, 12], 120.0, "naik (membaik)", "12 orang bulan ini, 10 orang bulan lalu"),
    ],
)
def test_the_word_of_a_change_is_that_of_the_numbers_behind_it(code, numbers, people, word, told):
    found = assess(panel(months(code, {"A": numbers}, {"A": people})), code, 2026, 2)
    assert f"{word}: {told}" in change_list({code: found}, lambda item: item.code)


def test_measurements_that_are_not_of_this_and_last_month_name_their_months():
    found = assess(panel(months("anemia", {"A": [10, 11]}, {"A": [40, 80]})), "anemia", 2026, 4)
    told = "dari 10/40 · 25 % (Januari 2026) menjadi 21/120 · 17,5 % (Februari 2026)"
    assert told in change_list({"anemia": found}, lambda item: item.code)


def test_a_target_over_the_reported_months_says_so_on_the_tile(make_found):
    html = headline_tiles({"Imunisasi": [make_found({"A": [(1, 5, 120), (3, 7, 120)]})]}, lambda item: item.code)
    assert "target 13,3 % (atas bulan yang dilaporkan)" in html


def test_among_three_desa_no_chance_of_three_places_is_told(make_found):
    reports = {name: [(1, 5, 120), (2, 6, 120), (3, 7, 120)] for name in "ABCD"}
    few, more = (rank_desa({"idl": make_found(dict(list(reports.items())[:size]))}) for size in (3, 4))
    page = [heaviest_list(table.assign(seat="terberat", p_top3=0.95), lambda desa_id: "x") for table in (few, more)]
    assert ["· hampir pasti termasuk 3 terberat" in text for text in page] == [False, True]


def test_puskesmas_beside_each_other_show_their_own_numbers(make_found):
    one = make_found({"A": [(1, 5, 120), (2, 6, 120), (3, 7, 120)], "B": [(1, 1, 60), (2, 1, 60), (3, 0, 60)]})
    two = make_found({"C": [(1, 20, 240), (2, 20, 240), (3, 21, 240)]})
    both = compare_puskesmas({1: one, 2: two}, {1: "Satu", 2: "Dua"}, "Semua")
    for place, part in enumerate((one, two)):
        row = both.desa.iloc[place]
        for key in ("cumulative", "sasaran", "percent", "verdict", "target", "short"):
            assert (
                row[key] == pytest.approx(part.puskesmas[key]) if key != "verdict" else row[key] == part.puskesmas[key]
            )
    assert both.puskesmas["cumulative"] == 20 + 61
    assert both.puskesmas["percent"] == pytest.approx(100 * 81 / 420)
    assert compare_puskesmas({}, {}, "Semua") is None
