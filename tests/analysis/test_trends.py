"""Trends and run rules against published numbers."""

import math

import numpy as np
import pytest

from lokmin_data.analysis.spc import (
    assurance,
    seven_on_one_side,
    seven_point_trend,
    special_causes,
    two_of_three,
    xmr_limits,
)
from lokmin_data.analysis.trend import (
    FIVE_POINT_CHI2,
    chi_square_trend,
    drop_badges,
    five_point_trend,
    kendall_tail,
    mann_kendall,
    rate_trend,
    trend_meaning,
)
from tests.analysis.oracles import floats, oracle_rows

# Fingertips TrendMarkerCalculator; R prop.trend.test (smokers); Agresti (alcohol and malformation)
CHI_SQUARES = [
    ([994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701], None, 47.90, 2),
    ([83, 90, 129, 70], [86, 93, 136, 82], None, 8.2249, 4), ([83, 90, 129, 70], [86, 93, 136, 82], [0, 0, 0, 1], 12.173, 3),
    ([48, 38, 5, 1, 1], [17114, 14502, 793, 127, 38], [0, 0.5, 1.5, 4, 7], 6.57, 2),
]  # fmt: skip


@pytest.mark.parametrize(("x", "n", "scores", "published", "digits"), CHI_SQUARES)
def test_chi_square_trend(x, n, scores, published, digits):
    assert round(chi_square_trend(x, n, scores)[0], digits) == published


def test_chi_square_trend_agrees_with_the_whole_table():
    rows = oracle_rows("stat/trend_chi2_published.csv")
    assert len(rows) == 5
    for row in rows:
        chi2, p = chi_square_trend(floats(row["x"]), floats(row["n"]), floats(row["score"]))
        assert (chi2, p) == (pytest.approx(float(row["chi2"]), rel=1e-9), pytest.approx(float(row["p"]), rel=1e-6))


def test_chi_square_trend_is_undefined_where_all_are_reached():
    assert math.isnan(chi_square_trend([5, 5], [5, 5])[0])


def test_mann_kendall_by_hand():  # mathcs.holycross.edu, MannKendallByHand: n = 14, one tie
    found = mann_kendall([12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7])
    assert (found.s, round(found.z, 4), round(found.p_one_sided, 4), found.exact) == (54, 2.9058, 0.0018, False)
    assert found.variance == pytest.approx(332.6666667)


def test_mann_kendall_is_exact_for_few_points():  # Gilbert 1987, Table A18
    found = mann_kendall([1, 2, 3, 4, 5])
    assert (found.s, found.exact) == (10, True)
    assert (found.p_one_sided, found.p) == (pytest.approx(1 / 120), pytest.approx(1 / 60))


def test_mann_kendall_of_equal_values_is_no_trend():
    found = mann_kendall([3, 3, 3, 3, 3])
    assert (found.s, found.variance, found.z, found.p) == (0, 0, 0, 1)


@pytest.mark.parametrize("values", [[], [4], [4, float("nan")]])
def test_mann_kendall_of_too_few_points_is_no_trend(values):
    assert (mann_kendall(values).s, mann_kendall(values).p) == (0, 1)


# own enumeration
@pytest.mark.parametrize(("n", "s", "p"), [(4, 6, 1 / 24), (5, 8, 0.04166666667), (6, 15, 1 / 720), (7, 13, 0.03452380952)])
def test_exact_tail(n, s, p):
    assert kendall_tail(n, s) == pytest.approx(p, abs=1e-10)


def test_exact_tail_agrees_with_the_whole_table():
    for row in oracle_rows("stat/mann_kendall_exact.csv"):
        assert kendall_tail(int(row["n"]), int(row["S"])) == pytest.approx(float(row["p_one_sided"]), rel=1e-8)


def test_threshold_of_five_points_is_p_below_two_in_a_thousand():
    assert pytest.approx(9.54953570608324, abs=1e-9) == FIVE_POINT_CHI2


def test_five_point_trends_of_the_published_series():
    cases: dict[str, list] = {}
    for row in oracle_rows("fingertips/trend_markers.csv"):
        if row["point"]:
            cases.setdefault(row["case"], []).append(row)
    words = {"significant; chi2 rounds to 46.77": "naik", "significant; chi2 rounds to 47.9": "naik", "not significant": "tetap",
             "Increasing": "naik", "DecreasingAndGettingWorse": "turun", "IncreasingAndGettingWorse": "naik",
             "DecreasingAndGettingBetter": "turun"}  # fmt: skip
    assert len(cases) == 8
    for rows in cases.values():
        value, low, high, x, n = (
            [float(row[name]) for row in rows] for name in ("value", "lower95", "upper95", "count", "denominator")
        )
        kind = {"x": x, "n": n} if rows[0]["method"] == "proportion" else {"low": low, "high": high}
        expected = words.get(rows[0]["expected_published"], "")
        assert five_point_trend(value, **kind) == expected
        if rows[0]["method"] == "ci":
            assert rate_trend(value, low, high) == pytest.approx(float(rows[0]["chi2_recomputed_here"]), rel=1e-6)


def test_rate_trend_of_the_published_series():  # Fingertips TrendMarkerCalculatorTest, set 1
    value, low = [24.67, 24.6, 28, 30.2, 30.6], [23.16, 23.15, 26.44, 28.63, 28.98]
    high = [26.25, 26.19, 29.64, 31.9, 32.25]
    assert round(rate_trend(value, low, high), 2) == 46.77
    assert five_point_trend(value, low=low, high=high) == "naik"


@pytest.mark.parametrize(
    ("value", "x", "n"),
    [([1.0] * 4, [1] * 4, [5] * 4), ([1, 2, float("nan"), 3, 4], [1] * 5, [5] * 5), ([100, 60, 20, 25, 50], [5, 3, 1, 1, 2], [5] * 5)],
)
def test_five_point_trend_is_not_said_for_few_points_a_gap_or_all_reached(value, x, n):
    assert five_point_trend(value, x=x, n=n) == ""


def test_five_point_trend_needs_limits_or_counts():
    with pytest.raises(ValueError):
        five_point_trend([1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    ("trend", "direction", "meaning"),
    [("naik", "up", "membaik"), ("turun", "up", "memburuk"), ("naik", "down", "memburuk"), ("turun", "down", "membaik"),
     ("tetap", "up", "tetap"), ("naik", "", "naik"), ("", "down", "")],
)  # fmt: skip
def test_meaning_of_a_trend(trend, direction, meaning):
    assert trend_meaning(trend, direction) == meaning


# NHSRplotthedots, test-ptd_calculate_point_type and vignettes/deviations
RULES = [
    (seven_on_one_side, [1] * 6, [0] * 6), (seven_on_one_side, [1] * 8 + [-1], [0] * 6 + [1, 1, 0]),
    (seven_on_one_side, [-1] * 8 + [1], [0] * 6 + [-1, -1, 0]), (seven_point_trend, [1, 2, 3, 4, 5, 6, 7], [0] * 6 + [1]),
    (seven_point_trend, [1, 2, 3, 3, 4, 5, 6], [0] * 7), (seven_point_trend, [2, 7, 6, 5, 4, 3, 2, 1, 3], [0] * 7 + [-1, 0]),
    (seven_point_trend, [7, 6, 5, 4, 3, 2, 1], [0] * 6 + [-1]), (two_of_three, [0, 0, 1, 0, 1, 0, 0], [0, 0, 1, 1, 1, 0, 0]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "values", "flags"), RULES)
def test_run_rules(rule, values, flags):
    assert list(rule(values)) == flags


SCREENED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


@pytest.mark.parametrize(("screen", "low", "high"), [(True, -0.7155556, 4.6044444), (False, -3.0626144, 6.9515033)])
def test_process_limits(screen, low, high):
    limits = xmr_limits(SCREENED, screen=screen)
    assert (limits.mean, limits.low, limits.high) == (pytest.approx(35 / 18), pytest.approx(low), pytest.approx(high))
    assert limits.provisional is False


def test_process_limits_agree_with_the_published_series():
    series: dict[str, list[float]] = {}
    for row in oracle_rows("nhsr/xmr_series.csv"):
        series.setdefault(row["case"], []).append(float(row["y"]))
    for row in oracle_rows("nhsr/xmr_limits.csv"):
        limits = xmr_limits(series[row["case"]], screen=row["screen_outlier_moving_ranges"] == "True")
        expected = [float(row[name]) for name in ("mean", "lower_process_limit", "upper_process_limit")]
        assert [limits.mean, limits.low, limits.high] == pytest.approx(expected, abs=1e-5)


def test_process_limits_of_nothing_are_nothing():
    assert math.isnan(xmr_limits([]).mean)


def test_special_causes_name_the_rule_and_hold_their_tongue_on_small_counts():
    steady = [20, 21, 19, 20, 22, 20, 19, 21, 20, 60]
    assert special_causes(steady)[-1] == "di luar batas"
    assert special_causes([1, 2, 1, 0, 2, 1, 1, 2, 9]) == [""] * 9
    assert special_causes([20, 60]) == ["", ""]


def test_assurance_of_a_target():
    steady = [20, 21, 19, 20, 22, 20, 19, 21, 20, 20]
    assert [assurance(steady, target) for target in (5, 20, 60)] == ["selalu di atas", "tidak menentu", "selalu di bawah"]
    assert assurance([], 5) == ""


def test_drop_badge_of_a_collapse_and_of_a_common_season():
    steady = [[10, 10, 10, 10, 10, 10, 10, 10, 10]] * 5
    collapsed = [[10, 10, 10, 10, 10, 10, 1, 0, 1]]
    season = [[10, 10, 10, 10, 10, 10, 2, 2, 2]] * 6
    total = [[float("nan")] * 9]
    assert list(drop_badges(np.array([steady + collapsed + total], dtype=float))[0]) == [False] * 5 + [True, False]
    assert not drop_badges(np.array([season + total], dtype=float)).any()


@pytest.mark.parametrize("months", [1, 2, 3])
def test_drop_badge_waits_for_an_earlier_month(months):
    own = np.ones((1, 4, months)) * np.array([0, 20, 20, 60])[None, :, None]
    assert not drop_badges(own).any()


def test_drop_badge_needs_the_last_three_months():
    own = np.full((1, 4, 6), 20.0)
    own[0, 0, 3:] = [0, np.nan, 0]
    assert not drop_badges(own)[0, 0]


def test_meaning_of_a_trend_agrees_with_the_published_words():
    directions = {"High is good": "up", "Low is good": "down", "No judgement": ""}
    trends = {"Increasing": "naik", "Decreasing": "turun", "NoChange": "tetap"}
    for row in oracle_rows("fingertips/trend_polarity.csv"):
        said = trend_meaning(trends[row["trend"]], directions[row["polarity"]])
        expected = "membaik" if row["expected"].endswith("Better") else "memburuk" if row["expected"].endswith("Worse") else None
        assert said == (expected or trends[row["trend"]])
