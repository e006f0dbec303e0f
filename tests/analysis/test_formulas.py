"""The formulas against published numbers."""

import math

import numpy as np
import pytest
from scipy.stats import beta as beta_distribution

from lokmin_data.analysis.funnel import compare_with_benchmark, funnel_class, funnel_limits
from lokmin_data.analysis.outlier import poisson_tails
from lokmin_data.analysis.shrinkage import (
    balance_by_moments,
    balanced_quantile,
    balanced_rate,
    beta_binomial_by_moments,
    beta_by_moments,
    byar,
    fit_beta_binomial,
)  # fmt: skip
from lokmin_data.analysis.verdict import Z95, Z998, reached, wilson
from tests.analysis.oracles import floats, oracle_rows

# R binom.confint and Newcombe 1998 (Stat Med 17:857), Table I, method 3
WILSON = [
    (18, 20, 0.6989663547715128, 0.972133518786232, 1e-9), (4, 20, 0.0806576625797981, 0.4160174322518935, 1e-9),
    (0, 30, 0.0, 0.11351339, 1e-7), (30, 30, 0.8864866, 1.0, 1e-7), (81, 263, 0.2553, 0.3662, 5e-5),
    (15, 148, 0.0624, 0.1605, 5e-5), (0, 20, 0.0, 0.1611, 5e-5), (1, 29, 0.0061, 0.1718, 5e-5),
]  # fmt: skip


@pytest.mark.parametrize(("x", "n", "low", "high", "tolerance"), WILSON)
def test_wilson_limits_are_those_published(x, n, low, high, tolerance):
    assert wilson(x, n) == (pytest.approx(low, abs=tolerance), pytest.approx(high, abs=tolerance))


def test_wilson_limits_agree_with_the_whole_published_tables():
    for row in oracle_rows("stat/wilson_published.csv"):
        z = Z95 if float(row["conf"]) == 0.95 else Z998
        low, high = wilson(float(row["x"]), float(row["n"]), z)
        assert (low, high) == pytest.approx((float(row["lower"]), float(row["upper"])), abs=float(row["tol"]))
    for row in oracle_rows("stat/wilson_table_n1_30.csv"):
        assert wilson(float(row["x"]), float(row["n"])) == pytest.approx(
            (float(row["lower"]), float(row["upper"])), abs=1e-8
        )


def test_wilson_limits_agree_with_child_weight_prevalences():
    for row in oracle_rows("phe/NCMP_testdata.csv"):
        low, high = wilson(float(row["Count"]), float(row["Measured"]))
        assert (100 * low, 100 * high) == pytest.approx((float(row["LCL"]), float(row["UCL"])), abs=1e-9)


def test_wilson_limits_agree_with_fingertips_coverages():
    for row in oracle_rows("fingertips/wilson_proportions.csv"):
        scale, tolerance = float(row["multiplier"]), 6e-5 if row["multiplier"] == "100" else 1e-9
        low, high = wilson(float(row["numerator"]), float(row["denominator"]))
        assert (scale * low, scale * high) == pytest.approx((float(row["lower95"]), float(row["upper95"])), abs=tolerance)


@pytest.mark.parametrize(("x", "n"), [(0, 0), (3, 0), (float("nan"), 5), (2, float("nan"))])
def test_wilson_without_data_is_the_whole_range(x, n):
    assert wilson(x, n) == (0.0, 1.0)


def test_wilson_clamps_more_than_all():
    assert wilson(47, 45) == wilson(45, 45)


# PHEindicatormethods, Byar's method; below ten exact limits are better
@pytest.mark.parametrize(("x", "low", "high"), [(65, 50.1631877, 82.8491385), (1045, 982.5932018, 1110.3312130)])
def test_byar_limits(x, low, high):
    assert byar(x) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


def test_byar_limits_agree_with_the_whole_table():
    for row in oracle_rows("stat/byar_published.csv"):
        low, high = byar(float(row["x"]), Z95 if float(row["conf"]) == 0.95 else Z998)
        assert high == pytest.approx(float(row["upper"]), abs=1e-9)
        if row["lower"]:
            assert low == pytest.approx(float(row["lower"]), abs=1e-9)
    assert byar(0)[0] == 0


# own derivation, two ways
@pytest.mark.parametrize(
    ("baseline", "n", "expected"),
    [(0.14, 30, (0.01583457, 0.26416543, 0, 0.33576892)), (0.2, 45, (0.08313033, 0.31686967, 0.01573415, 0.38426585)),
     (0.75, 15, (0.53086936, 0.96913064, 0.40450152, 1)), (0.8, 10, (0.55208199, 1, 0.40911310, 1))],
)  # fmt: skip
def test_funnel_limits(baseline, n, expected):
    inner, outer = funnel_limits(n, baseline, Z95), funnel_limits(n, baseline, Z998)
    assert (*inner, *outer) == pytest.approx(expected, abs=1e-8)


def test_funnel_limits_agree_with_the_whole_tables():
    for row in oracle_rows("stat/funnel_targets.csv"):
        limits = [funnel_limits(float(row["n"]), float(row["p0"]), z) for z in (Z95, Z998)]
        expected = [float(row[name]) for name in ("lower95", "upper95", "lower998", "upper998")]
        assert [*limits[0], *limits[1]] == pytest.approx(expected, abs=1e-8)
    for row in oracle_rows("stat/funnel_proportion_published.csv"):
        limits = [funnel_limits(float(row["population"]), float(row["baseline_pct"]) / 100, z) for z in (Z95, Z998)]
        expected = [float(row[name]) for name in ("lower95", "upper95", "lower998", "upper998")]
        assert 100 * np.array([*limits[0], *limits[1]]) == pytest.approx(expected, abs=1e-6)


CLASSES = {
    "High (0.001)": "tinggi (99,8 %)", "Low (0.001)": "rendah (99,8 %)", "Not significant": "wajar",
    "High (0.025)": "tinggi (95 %)", "Low (0.025)": "rendah (95 %)",
}  # fmt: skip


def test_funnel_classes_of_303_areas():
    rows = oracle_rows("phe/testdata_funnel_prop_inputs.csv")
    x, n = (np.array([float(row[name]) for row in rows]) for name in ("numerator", "denominator"))
    expected = [CLASSES[row["significance"]] for row in rows]
    assert len(rows) == 303
    assert list(funnel_class(x, n, x.sum() / n.sum())) == expected


def test_funnel_class_says_nothing_without_data():
    assert list(funnel_class(np.array([0.0, 5.0]), np.array([0.0, 5.0]), 0.9)) == ["", "wajar"]


# Fingertips, SPC for proportions: two of its cases, low is good
@pytest.mark.parametrize(
    ("benchmark", "value", "n", "at95", "at998"),
    [(8.961108687627933, 7.706576728499156, 5930, "lebih baik", "lebih baik"),
     (12.8379546895717, 15.9065628476085, 899, "lebih buruk", "sama")],
)  # fmt: skip
def test_comparison_with_a_benchmark(benchmark, value, n, at95, at998):
    said = [compare_with_benchmark(value / 100, n, benchmark / 100, "down", z) for z in (Z95, Z998)]
    assert said == [at95, at998]


def test_comparison_with_a_benchmark_agrees_with_all_cases():
    words = {"Better": "lebih baik", "Same": "sama", "Worse": "lebih buruk"}
    for row in oracle_rows("stat/fingertips_comparer.csv"):
        said = compare_with_benchmark(
            float(row["value_pct"]) / 100, float(row["denominator"]), float(row["benchmark_pct"]) / 100, "down", float(row["z"])
        )
        assert said == words[row["expected"]]


def test_higher_is_better_turns_the_comparison_round():
    assert compare_with_benchmark(0.99, 900, 0.8, "up") == "lebih baik"
    assert compare_with_benchmark(0.99, 900, 0.8, "down") == "lebih buruk"


# Bayesian Data Analysis 3, section 5.1: rat tumours; Tarone 1982
def test_beta_by_moments_of_the_rat_tumours():
    alpha, beta = beta_by_moments(0.13600653889043893, 0.10349226979832518**2)
    assert (round(alpha, 1), round(beta, 1)) == (1.4, 8.6)
    quantiles = balanced_quantile((np.arange(2000) + 0.5) / 2000, 4, 14, alpha / (alpha + beta), alpha + beta)
    assert (quantiles.mean(), quantiles.std()) == (pytest.approx(0.223, abs=5e-4), pytest.approx(0.083, abs=5e-4))


def test_rat_tumour_rates_have_the_published_mean_and_spread():
    rates = [float(row["y"]) / float(row["n"]) for row in oracle_rows("stat/rat_tumor_bda3.csv")]
    assert np.mean(rates) == pytest.approx(0.136, abs=5e-4)
    assert beta_by_moments(np.mean(rates), np.var(rates, ddof=1)) == pytest.approx((1.356149, 8.615058), abs=0.02)


# the Saxony families: boys among the first 12 children of 6,115 families (Wikipedia, Beta-binomial distribution; the printed
# most likely alpha 34.09558 lies 0.007 off the optimum, hence 0.01)
SAXONY = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7]


def test_beta_binomial_of_the_saxony_families():
    boys, size = np.repeat(np.arange(13), SAXONY), np.full(sum(SAXONY), 12)
    assert beta_binomial_by_moments(boys, size) == pytest.approx((34.1350, 31.6085), abs=1e-4)
    assert fit_beta_binomial(boys, size) == pytest.approx((34.09558, 31.5715), abs=0.01)


def test_beta_binomial_agrees_with_the_published_table():
    published = {(row["case"].split(",")[0], row["quantity"]): float(row["recomputed"]) for row in oracle_rows("stat/beta_binomial_published.csv")}
    families = [int(row["families"]) for row in oracle_rows("stat/saxony_families.csv")]
    assert families == SAXONY
    fitted = fit_beta_binomial(np.repeat(np.arange(13), families), np.full(sum(families), 12))
    assert fitted == pytest.approx([published["Saxony families", f"MLE {name}"] for name in ("alpha", "beta")], abs=1e-3)


@pytest.mark.parametrize("x", [[9, 9, 9, 9], [10, 10, 10, 10], [9]])
def test_desa_that_do_not_differ_have_no_beta_binomial(x):
    assert fit_beta_binomial(np.array(x), np.full(len(x), 10)) == (math.inf, math.inf)


def test_a_lower_top_of_the_likelihood_is_no_fit():
    assert fit_beta_binomial(np.array([3, 16, 3, 5]), np.array([3, 30, 3, 14])) == (math.inf, math.inf)
    alpha, beta = fit_beta_binomial(np.array([0, 4]), np.array([4, 4]))  # all or nothing: the likelihood rises towards 0
    assert alpha < 1e-6 and beta < 1e-6


@pytest.mark.parametrize(("x", "n", "rate"), [(300, 1000, 0.289), (4, 10, 0.264)])  # Robinson, batting averages
def test_posterior_mean_of_the_batting_averages(x, n, rate):
    assert round(float(balanced_rate(x, n, 101.4 / (101.4 + 287.3), 101.4 + 287.3)), 3) == rate


def test_balance_by_moments_keeps_its_bounds():
    even, uneven = np.full(6, 8.0), np.array([0.0, 10.0, 0.0, 10.0, 0.0, 10.0])
    assert balance_by_moments(even, np.full(6, 10.0)) == 50
    assert balance_by_moments(uneven, np.full(6, 10.0)) == 5


SHRUNK = [(7, 9, 12, 0.75, 0.7619047619, 0.5989718827, 0.8959191641, 0.9568255047),
          (2, 6, 12, 0.75, 0.6111111111, 0.4197053516, 0.7880918452, 0.9992162438)]  # fmt: skip


@pytest.mark.parametrize(("x", "n", "m", "mean", "rate", "q05", "q95", "below90"), SHRUNK)
def test_balanced_rate_and_its_quantiles(x, n, m, mean, rate, q05, q95, below90):
    assert balanced_rate(x, n, mean, m) == pytest.approx(rate, abs=1e-9)
    assert [balanced_quantile(q, x, n, mean, m) for q in (0.05, 0.95)] == pytest.approx([q05, q95], abs=1e-9)
    assert balanced_quantile(below90, x, n, mean, m) == pytest.approx(0.9, abs=1e-6)  # the same distribution, asked the other way


def test_balanced_rates_agree_with_the_whole_table():
    for row in oracle_rows("stat/shrinkage_golden.csv"):
        x, n, m, mean = (float(row[name]) for name in ("x", "n", "m", "pbar"))
        said = [balanced_rate(x, n, mean, m), *(balanced_quantile(q, x, n, mean, m) for q in (0.05, 0.95))]
        assert said == pytest.approx([float(row[name]) for name in ("shrunk", "q05", "q95")], abs=1e-7)
        for chance, rate in ((float(row["P_below_90"]), 0.9), (1 - float(row["P_above_14"]), 0.14)):
            if 1e-6 < chance < 1 - 1e-6:  # a quantile says nothing about a chance of nil
                assert balanced_quantile(chance, x, n, mean, m) == pytest.approx(rate, abs=1e-5)


# own table: earlier months, the month, its Poisson tails around the median (z and modified z are not used: see outlier.py)
UNUSUAL = [
    ((4, 5, 3, 4, 6, 4, 5, 4, 3, 5, 4), 12, 4, 0.0009152291, 0.9997262832), ((2, 2, 2, 2, 2, 2, 2), 4, 2, 0.1428765395, 0.9473469827),
    ((10, 12, 9, 11, 10, 13, 8), 0, 10, 1, 0.0000453999),
]  # fmt: skip


@pytest.mark.parametrize(("history", "value", "usual", "high", "low"), UNUSUAL)
def test_unusual_month(history, value, usual, high, low):
    assert np.median(history) == usual
    assert poisson_tails(value, usual) == (pytest.approx(high, abs=1e-9), pytest.approx(low, abs=1e-9))


def test_unusual_months_agree_with_the_whole_table_and_need_no_z():
    """The product flags by the Poisson tail.  The table's z shows why not by 3 SD: the jump from 4 to 12 has z 2.96."""
    for row in oracle_rows("stat/outlier_golden.csv"):
        history, value = floats(row["history"]), float(row["value"])
        assert poisson_tails(value, float(row["lam"])) == pytest.approx((float(row["p_high"]), float(row["p_low"])), abs=1e-9)
        every = np.array([*history, value])
        z = (value - every.mean()) / every.std(ddof=1)
        assert z == pytest.approx(float(row["z"]), abs=1e-6)
        assert abs(z) <= (len(every) - 1) / np.sqrt(len(every)) and abs(z) < 3


def test_beta_quantile_is_that_of_the_beta_distribution():
    assert balanced_quantile(0.5, 7, 9, 0.75, 12) == pytest.approx(beta_distribution.ppf(0.5, 16, 5))


def test_comparison_with_a_comparator_at_a_villages_size():
    words = {"Better": "lebih baik", "Same": "sama", "Worse": "lebih buruk"}
    for row in oracle_rows("fingertips/spc_for_proportions.csv"):
        value, n, benchmark = (float(row[name]) for name in ("value_pct", "denominator", "comparator_pct"))
        for column, z in (("expected_95", 1.96), ("expected_99_8", 3.0902)):
            assert compare_with_benchmark(value / 100, n, benchmark / 100, "down", z) == words[row[column]]


# Fingertips: a value equal to the target has reached it, whichever way is better
@pytest.mark.parametrize(
    ("sign", "value", "expected"), [(-1, 9, True), (-1, 10, True), (-1, 11, False), (1, 9, False), (1, 10, True), (1, 11, True)]
)
def test_equal_to_the_target_has_reached_it(sign, value, expected):
    assert bool(reached(np.array(value), np.array(100), 10, sign)) is expected


def test_thirds_of_a_person_reach_their_running_target():
    sasaran = np.array([101.2, 111.1, 93.5, 46.2])
    x = sasaran * 100 / 1200 * 4
    assert reached(x, sasaran / 12 * 4, 100, 1).all()
    assert not reached(x - 1e-3, sasaran / 12 * 4, 100, 1).any()
