"""The published tables that no other test walks, each against the formula that the app uses.

Where the field's own formula is not used here, the nearest one is tested and the docstring says why.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from lokmin_data import wording
from lokmin_data.analysis import assess
from lokmin_data.analysis.classes import quantile_bounds, quantile_classes
from lokmin_data.analysis.funnel import funnel_limits
from lokmin_data.analysis.immunisation import drop_out, red_category
from lokmin_data.analysis.projection import goal_of, pace, year_end
from lokmin_data.analysis.pws import against_target, status
from lokmin_data.analysis.quality_between import RATIOS, unusual
from lokmin_data.analysis.quality_rules import CHANGED_MUCH
from lokmin_data.analysis.side_by_side import compare_sums
from lokmin_data.analysis.spc import seven_on_one_side, seven_point_trend, two_of_three, xmr_limits
from lokmin_data.analysis.trend import drop_badge, mann_kendall, rate_trend
from lokmin_data.analysis.uncertainty import rank_ranges
from lokmin_data.analysis.verdict import Z95, Z998, outside, reached, wilson
from tests.analysis.oracles import floats, oracle_rows
from tests.analysis.panels import months, panel
from tests.analysis.test_score import GOLDEN, RULES_OF_KIND, columns

SIGNS = {"LowIsGood": -1, "HighIsGood": 1}


# Fingertips, RAG against a target by the range: below, touching or holding, above
@pytest.mark.parametrize(("low", "high", "clear"), [(8, 9, True), (9, 11, False), (11, 12, True), (10, 12, False)])
def test_a_range_leaves_the_target_out(low, high, clear):
    assert bool(outside(low, high, 10)) is clear


def test_comparisons_with_a_target_agree_with_all_published_cases():
    """Fingertips' target and overlap comparers.  One case differs on purpose: a range of a single point on the target."""
    for row in oracle_rows("fingertips/target_and_overlap_comparers.csv"):
        sign, goal = SIGNS.get(row["polarity"], 1), float(row["target_or_parent"])
        if row["comparer"] == "single_value_target":
            assert bool(reached(float(row["value"]), 100.0, goal, sign)) is (row["expected"] == "Better")
        elif row["lower95"] and row["lower95"] != row["upper95"]:
            low, high = float(row["lower95"]), float(row["upper95"])
            better = sign * ((low + high) / 2 - goal) > 0
            said = "Same" if not outside(low, high, goal) else "Better" if better else "Worse"
            assert said == row["expected"], row


def test_wilson_limits_agree_with_the_published_workbook():
    oracle_rows("phe/testdata_funnel_prop_outputs.csv")  # skips where the tables are not at hand
    path = Path(os.environ["LOKMIN_CORPUS"]).parent / "statistics/oracles/phe/testdata_Proportion.xlsx"
    book = load_workbook(path, data_only=True)
    rows = [row for row in book.worksheets[0].values if isinstance(row[1], int) and isinstance(row[2], int) and row[4] is not None]
    assert len(rows) >= 16
    for _, x, n, _, low, high, low_wide, high_wide, _, _, scale in rows:
        assert [scale * limit for limit in wilson(x, n)] == pytest.approx([low, high], rel=1e-9)
        assert [scale * limit for limit in wilson(x, n, Z998)] == pytest.approx([low_wide, high_wide], rel=1e-9)


def test_funnel_limits_agree_with_the_published_file():
    for row in oracle_rows("phe/testdata_funnel_prop_outputs.csv"):
        n, baseline = float(row["Population"]), float(row["Baseline"]) / 100
        limits = [100 * limit for z in (Z95, Z998) for limit in funnel_limits(n, baseline, z)]
        names = ("Lower2s0025limit", "Upper2s0025limit", "Lower3s0001limit", "Upper3s0001limit")
        assert limits == pytest.approx([float(row[name]) for name in names], abs=2e-6)


def test_quantile_bounds_and_classes():  # Fingertips: 1 to 50; numbers retyped
    assert list(quantile_bounds(np.arange(1, 51))) == pytest.approx([1, 10.8, 20.6, 30.4, 40.2, 50])
    assert list(quantile_bounds(np.arange(1, 51), 4)) == pytest.approx([1, 13.25, 25.5, 37.75, 50])
    assert list(np.bincount(quantile_classes(np.arange(1, 51)))) == [0, 10, 10, 10, 10, 10]
    assert list(quantile_classes(np.array([3.0, np.nan, 3, 5, 9, 12]))) == [1, 0, 1, 3, 4, 5]
    assert not quantile_classes(np.array([1.0, 2, np.nan, 3, 4])).any()


def test_quantile_bounds_agree_with_the_published_file():
    for row in oracle_rows("fingertips/quantile_bounds_1_to_50.csv"):
        bounds = [float(part) for part in row["bounds_in_order"].split(";")]
        assert list(quantile_bounds(np.arange(1, 51), len(bounds) - 1)) == pytest.approx(bounds)


def test_run_rules_agree_with_the_published_files():
    for row in oracle_rows("stat/spc_rules_published.csv"):
        signs, flags = floats(row["signs"]), [int(flag) for flag in floats(row["expected_end_flags"])]
        rule = seven_on_one_side if "one side" in row["rule"] else seven_point_trend if "trend" in row["rule"] else two_of_three
        said = np.abs(rule(signs)) if rule is seven_on_one_side else rule(signs)  # the file tells no side of the mean
        assert list(said) == flags, row["rule"]
    for row in oracle_rows("nhsr/run_rules.csv"):
        values = [float(part) for part in row["input_in_order"].split(";")]
        if row["rule"].startswith("shift"):
            assert list(seven_on_one_side(values)) == [int(part) for part in row["expected_flag_in_order"].split(";")]
        else:
            last = {"last point flagged +1": 1, "last point flagged -1": -1}.get(row["expected_flag_in_order"], 0)
            assert list(seven_point_trend(values)) == [0] * (len(values) - 1) + [last]


def test_process_limits_agree_with_the_published_file():
    for row in oracle_rows("stat/spc_xmr_published.csv"):
        limits = xmr_limits(floats(row["data"]), screen="screened (R" in row["case"])
        assert (limits.low, limits.high) == pytest.approx((float(row["lpl_full"]), float(row["upl_full"])))


def test_rate_trends_agree_with_the_published_file():
    for row in oracle_rows("stat/trend_fingertips_rates.csv"):
        assert rate_trend(floats(row["value"]), floats(row["lower"]), floats(row["upper"])) == pytest.approx(float(row["recomputed"]), rel=1e-9)


def test_mann_kendall_agrees_with_the_published_file():
    """The row of 360 values is left out: its series is in the fetched repository only; ties and large n have cases of their own."""
    for row in oracle_rows("stat/mann_kendall_published.csv"):
        if re.fullmatch(r"[\d. ]+", row["data"]):
            found = mann_kendall(floats(row["data"]))
            assert (found.s, found.variance, found.p) == pytest.approx((int(row["S"]), float(row["varS"]), float(row["p_two_sided"])))


def test_projections_agree_with_the_whole_table():
    for row in oracle_rows("stat/projection_golden.csv"):
        x, n, sasaran, target = (np.array([float(row[name])]) for name in ("x", "n_reported", "N", "T"))
        goal = goal_of(sasaran, target)
        end = [float(value[0]) for value in year_end(x, n, sasaran, float(row["pbar"]), float(target[0]))]
        now, need, ratio = (float(value[0]) for value in pace(x, np.array([float(row["months_reported"])]), goal))
        said = [float(goal[0]), *end, need, now, ratio]
        assert said == pytest.approx([float(row[name]) for name in ("goal", "lo", "mid", "hi", "p_reach", "need", "pace", "ratio")], abs=1e-6)


def test_drop_badges_agree_with_the_whole_table():
    for row in oracle_rows("stat/drop_badge_golden.csv"):
        p, badge = drop_badge(float(row["x_earlier"]), float(row["x_recent3"]), float(row["share_rest"]))
        assert (p, str(badge)) == (pytest.approx(float(row["p"]), abs=1e-9), row["badge"])


@pytest.mark.parametrize("kind", ["riil", "proyeksi"])
def test_rank_probabilities_agree_with_the_whole_table(kind):
    rule, rows = GOLDEN["idl"]
    found = rank_ranges([(*columns(rows), rule, kind == "proyeksi")], np.ones(1), draws=10_000)
    golden = [row for row in oracle_rows("stat/rank_uncertainty_golden.csv") if row["denominator"] == kind]
    assert list(found.p_top) == pytest.approx([float(row["p_topk"]) for row in golden], abs=0.03)
    for ours, name in ((found.low, "rank10"), (found.high, "rank90")):
        assert np.abs(ours - [int(row[name]) for row in golden]).max() <= 1


@pytest.mark.parametrize("name", RULES_OF_KIND)
def test_scores_agree_with_the_whole_golden_table(name):
    from lokmin_data.analysis.score import score_desa

    rows = oracle_rows(f"stat/score_golden_{name}.csv")
    x, n, c = (np.array([float(row[key]) for row in rows]) for key in ("x", "n", "c"))
    score = score_desa(x, n, c, RULES_OF_KIND[name])
    for ours, key in ((score.depth_points, "pts_D"), (score.burden_points, "pts_B"), (score.reporting_points, "pts_L"), (score.score, "S")):
        assert list(ours) == pytest.approx([float(row[key]) for row in rows], abs=1e-5)  # c is printed to six places
    assert (score.mean_rate, score.mean_n) == pytest.approx((float(rows[0]["pbar"]), float(rows[0]["nbar"])), abs=1e-6)


def test_pws_statuses_agree_with_both_tables():
    """An exercise prints D 40 % with 8/8 Cukup and E 30 % with 5/5 Jelek: only the setting "laju" gives both."""
    settings = {"pws": {"tetap_di_bawah": "laju"}}
    for row in oracle_rows("stat/pws_status.csv"):
        x, goal, now, before, month = (float(row[name]) for name in ("kumulatif", "target_sd_bulan", "bulan_ini", "bulan_lalu", "target_bulanan"))
        versus = against_target(np.array([x]), np.array([100.0]), goal, 1)
        direction = np.array(["naik" if now > before else "turun" if now < before else "tetap"], dtype=object)
        assert status(versus, direction, np.array([now >= month]), settings)[0] == row["status"], row["desa"]
    words = {"di atas": "atas", "di bawah": "bawah"}
    for row in oracle_rows("indonesia/pws_status_textbook.csv"):
        versus, direction = (np.array([word], dtype=object) for word in (words[row["terhadap_target"]], row["terhadap_bulan_lalu"].split(" ")[0]))
        assert status(versus, direction, np.array([False]), {})[0].upper() == row["status_printed"].upper(), row["desa"]


def test_running_targets_agree_with_the_exact_column():
    """The printed 59.4 is a slip (6.67 cut to 6.6 before multiplying): compared with the exact column."""
    for row in oracle_rows("indonesia/pws_target_arithmetic.csv"):
        found = assess(panel(months("idl", {"A": [1]})), "idl", 2026, int(row["month"]), annual_target=float(row["annual_target_pct"]))
        assert found.running_target == pytest.approx(float(row["cumulative_target_exact"]), abs=1e-4)


def test_totals_of_months_that_nobody_has_filled_in():
    """The workbook prints 0 and an unchanged cumulative from May on.  The reader takes such months for not reported
    (tests/reading); the percent of the last real month stays, against the right denominator, where one formula errs.
    """
    for row in oracle_rows("indonesia/pws_kia_pecangaan_future_months_totals.csv"):
        if row["desa"] != "JUMLAH":
            continue
        numbers = [None] * 3 + [float(row["kum_abs"])]
        given = panel(months(row["indikator"].lower(), {"A": numbers}, float(row["sasaran_setahun"]), basis="cumulative"))
        said = assess(given, row["indikator"].lower(), 2026, int(row["bulan"])).desa.iloc[0]
        wanted = float(row["kum_pct_workbook"] if row["check"] == "agree" else row["check"].split()[-1])
        assert (said["state"], said["percent"]) == ("belum_lapor", pytest.approx(wanted, abs=1e-5))


def test_drop_outs_of_the_monitoring_chart():
    """August's printed cumulative (76) contradicts its months (77): compared with the months' own sum."""
    first = last = 0.0
    for row in oracle_rows("who/monitoring_chart.csv"):
        first, last = first + float(row["penta1"]), last + float(row["penta3"])
        if row["month"] != "8":
            assert (first, last) == (float(row["cum_penta1_printed"]), float(row["cum_penta3_printed"]))
            assert float(drop_out(first, last)) == pytest.approx(float(row["dropout_pct_exact"]), abs=0.005)


def test_red_variants_are_settings():
    """The sources disagree about limits and whether the limit is still good: every variant can be set."""
    variants = {row["source"]: row for row in oracle_rows("who/red_variants.csv")}
    assert any(row["good_dropout"] == "<10" for row in variants.values()) and any(row["good_dropout"] == "<=10" for row in variants.values())
    assert red_category(85, 10.0, access=80, limit=10, inclusive=False) == "2"
    assert red_category(95, 10.0, access=90, limit=10, inclusive=True) == "1"


# CD2030 (rmncah_guide): expected ratios from surveyed coverage; FASTR: penta1 >= .95 penta3, anc1 >= .95 anc4, bcg/delivery .7-1.3
@pytest.mark.parametrize(("first", "second", "flag"), [(100, 100, False), (94, 100, True), (95, 100, False), (112, 100, False), (10, 19, False)])
def test_ratio_of_doses(first, second, flag):
    low, high = next((low, high) for one, two, low, high in RATIOS if (one, two) == ("dpt1", "dpt3"))
    assert unusual(first, second, low, high) is flag


def test_expected_ratios_are_drop_outs_and_pass_our_limits():
    """CD2030 expects Penta1/Penta3 1.12 and ANC1/Penta1 1.07 +-0.05 from national surveys, which a Puskesmas has not: the
    app shows the same ratio as a drop-out, and flags ratios by FASTR's limits, which need no survey.
    """
    for row in oracle_rows("dq/cd2030_expected_ratios.csv"):
        if row["pair"] == "Penta1/Penta3":
            lost = float(drop_out(float(row["coverage_numerator"]), float(row["coverage_denominator"])))
            assert 1 / (1 - lost / 100) == pytest.approx(float(row["recomputed_here"]), abs=1e-4)
            assert not unusual(1000 * float(row["recomputed_here"]), 1000, 0.95, float("inf"))


def test_thresholds_of_the_field_that_are_ours_too():
    """WHO's z and MAD thresholds are not ours (test_formulas tells why); completeness is red below 80 % as in the specification."""
    rows = {(row["system"], row["check"]): row["default"] for row in oracle_rows("dq/thresholds.csv")}
    assert rows["WHO DQ app", "consistency over time"] == f"{100 * CHANGED_MUCH:.0f}%"
    pairs = rows["FASTR", "consistency pairs"]
    ours = {(one, two): (low, high) for one, two, low, high in RATIOS}
    assert [ours[pair][0] for pair in (("dpt1", "dpt3"), ("k1", "k4"))] == [float(found) for found in re.findall(r">=(\.\d+)", pairs)]
    assert list(ours["bcg", "pn"]) == [float(part) for part in re.search(r"bcg/delivery ([\d.]+)-([\d.]+)", pairs).groups()]


# DHIS2 implementation guide, denominators: programme beside census (the published total of 2022 is off by 90)
def test_denominators_of_two_sources():
    rows = {row["area"]: row for row in oracle_rows("dq/dhis2_denominator_adjustment.csv")}
    for year in ("y2022", "y2023", "y2024"):
        programme, census = float(rows["Total recomputed"][year]), float(rows["Census projection"][year])
        ratio, alike = compare_sums(programme, census)
        assert ratio == pytest.approx(float(rows["ratio recomputed"][year]), abs=1e-4)
        assert alike is (ratio <= 1.1)
    assert [compare_sums(*pair)[1] for pair in ((109, 100), (112, 100), (89, 100), (0, 100))] == [True, False, False, True]


def test_contrasts_of_the_palette_agree_with_the_whole_table():
    from tests.test_wording import contrast

    looks = {look.word.upper(): look for look in wording.VERDICTS.values()}
    seen = 0
    for row in oracle_rows("stat/palette_contrast.csv"):
        if row["status"] in looks:
            look, seen = looks[row["status"]], seen + 1
            assert (look.fill, look.text) == (row["isi"], row["teks"])
        assert contrast(row["isi"], row["teks"]) == pytest.approx(float(row["kontras_teks"]), abs=0.01)
    assert seen == len(looks)


def test_every_table_is_walked():
    """No table of the folder without a test that names it."""
    oracle_rows("stat/pws_status.csv")
    folder = Path(os.environ["LOKMIN_CORPUS"]).parent / "statistics" / "oracles"
    text = io.StringIO()
    for path in Path(__file__).parent.glob("test_*.py"):
        text.write(path.read_text(encoding="utf-8"))
    said = text.getvalue().replace("{name}", "idl") + text.getvalue().replace("{name}", "stunting")
    tables = [path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.suffix in (".csv", ".xlsx")]
    assert [name for name in tables if name not in said] == []
