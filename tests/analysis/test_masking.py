"""Small counts are withheld everywhere they could be read, and never the sum; HIV has no desa at all."""

from __future__ import annotations

import math
import re

import numpy as np
import pandas as pd
import pytest

from lokmin_data.analysis import assess, rank_desa
from lokmin_data.analysis.masking import mask_for_room, mask_ranking, mask_small, masked_places
from lokmin_data.analysis.quality import check_quality
from lokmin_data.charts.findings import profile_line, reported_sentence
from lokmin_data.charts.severity import end_text
from lokmin_data.charts.sheets import monthly_sheet, status_sheet
from lokmin_data.meeting import rtl as plans
from lokmin_data.meeting.discreet import discreet_plans
from lokmin_data.meeting.findings import find_problems
from lokmin_data.meeting.slides_numbers import heaviest
from tests.analysis.panels import months, panel

#: Numbers that stand nowhere else, so that finding one is finding a leak.
NUMBERS = {"A": [3, 0, 0], "B": [31, 37, 41], "C": [43, 47, 53], "D": [29, 23, 59]}


NUMBER_31 = r"(?<![\d.])31(\.0)?(?![\d.])"


def told(found) -> str:
    """Everything that tables of the desa say, as text."""
    desa = found.monthly[found.monthly["desa_id"] > 0]
    return "\n".join([found.desa.to_csv(index=False), desa.to_csv(index=False), status_sheet(found, {}).to_csv(), monthly_sheet(found).to_csv()])


def row(found, desa: str) -> dict:
    return found.desa.set_index("desa").loc[desa].to_dict()


@pytest.mark.parametrize("code", ["tb_kasus", "spm_10", "spm_11"])
def test_a_recognisable_case_is_masked_for_all_sectors_and_one_other_with_it(code: str) -> None:
    whole = assess(panel(months(code, NUMBERS, n=997), targets={code: 90}), code, 2026, 3)
    masked = mask_small(whole, audience="rapat")
    states = masked.desa.set_index("desa")["state"].to_dict()
    assert states == {"A": "disamarkan", "B": "disamarkan", "C": "ada", "D": "ada"}, "B: the first of the others"
    assert math.isnan(row(masked, "A")["cumulative"]) and row(masked, "C")["cumulative"] == 143
    assert masked.puskesmas["cumulative"] == whole.puskesmas["cumulative"] == 3 + 109 + 143 + 111
    assert row(whole, "A")["cumulative"] == 3, "the shared assessment is not touched"
    hidden = masked.desa["state"] == "disamarkan"
    numbers = masked.desa.loc[hidden].drop(columns=["desa_id", "rank", "rank_low", "rank_high", "reporting_points",
        "months_reported", "months_due", "completeness", "round_month"]).select_dtypes("number")  # fmt: skip
    assert numbers.isna().all(axis=None), numbers.columns[numbers.notna().any()].tolist()
    assert not re.search(NUMBER_31, told(masked)) and re.search(NUMBER_31, told(whole))


def test_coverage_stays_for_the_room_and_is_masked_for_viewers() -> None:
    whole = assess(panel(months("idl", NUMBERS, n=997), targets={"idl": 90}), "idl", 2026, 3)
    assert mask_small(whole, audience="rapat") is whole
    masked = mask_small(whole, audience="semua")
    assert row(masked, "A")["state"] == "disamarkan" and row(masked, "D")["cumulative"] == 111


def test_a_small_month_of_coverage_is_masked_where_the_sum_may_stay() -> None:
    numbers = {"A": [20, 2, 14], "B": [31, 37, 41], "C": [43, 47, 53]}
    masked = mask_small(assess(panel(months("idl", numbers, n=997)), "idl", 2026, 3), audience="semua")
    assert [row(masked, desa)["cumulative"] for desa in numbers] == [36, 109, 143] and set(masked.desa["state"]) == {"ada"}
    assert [math.isnan(row(masked, desa)["this_month"]) for desa in numbers] == [True, True, False]
    own = masked.monthly.query("year == 2026 and month <= 3").set_index("desa")["own"]
    assert own["A"].isna().all(), "the sum to date less two months would give the third"
    assert own["B"].isna().all() and own["C"].tolist() == [43, 47, 53], "the Puskesmas less the others would give A"
    assert masked.monthly.set_index("desa").loc[["A", "B"], "cumulative"].isna().all()


@pytest.mark.parametrize("few", [{"A": [3, 0, 0]}, {"D": [1, 1, 0]}, {"B": [0, 4, 0]}, {"A": [2, 0, 0], "C": [0, 0, 3]}])
def test_what_one_month_withholds_is_not_on_another_months_page(few: dict[str, list[int]]) -> None:
    data = panel(months("tb_kasus", NUMBERS | {"A": [19, 17, 13]} | few, n=997), targets={"tb_kasus": 90})
    seen: set[str] = set()
    for month in (1, 2, 3):
        desa = mask_small(assess(data, "tb_kasus", 2026, month), audience="rapat").desa
        hidden = set(desa.loc[desa["state"] == "disamarkan", "desa"])
        assert len(hidden) != 1 and seen <= hidden, "a page of a later month tells what an earlier one withholds"
        seen = hidden
    assert set(few) <= seen


def test_no_withheld_number_can_be_reckoned_from_what_is_told() -> None:
    """Of every column and month: the Puskesmas less the desa that are told leaves the sum of two at least."""
    masked = mask_small(assess(panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}), "tb_kasus", 2026, 3), audience="rapat")
    names = [name for name in masked.desa.select_dtypes("number") if isinstance(masked.puskesmas.get(name), float | int)]
    for name in ("cumulative", "this_month", "last_month", "n", "short"):
        assert name in names and masked.desa[name].isna().sum() >= 2, name
    for _, part in masked.monthly[masked.monthly["desa_id"] > 0].groupby(["year", "month"]):
        assert part["own"].isna().sum() != 1 and part["cumulative"].isna().sum() != 1


def test_the_score_gives_no_count_away() -> None:
    """Depth and burden are reckoned from the count: backwards they give it, alone or as one of several."""
    level = {key: [70, 71, 59] for key in NUMBERS}
    others = ("dpt1", "dpt3", "mr1")
    data = panel(months("idl", NUMBERS, n=997), *(months(code, level, n=997) for code in others), targets=dict.fromkeys(("idl", *others), 90))
    every = {code: assess(data, code, 2026, 3) for code in ("idl", *others)}
    masked = {code: mask_small(one, audience="semua") for code, one in every.items()}
    for codes in (["idl"], ["idl", "dpt1"]):  # of two the other one is known
        few = mask_ranking(rank_desa([every[code] for code in codes]), {code: masked[code] for code in codes}).set_index("desa")
        assert few.loc[["A", "B"], ["score", "depth_points", "burden_points", "short", "p_top3"]].isna().all(axis=None)
        assert few.loc["C", "score"] > 0 and few["rank"].notna().all()
    several, exact = mask_ranking(rank_desa(every.values()), masked).set_index("desa"), rank_desa(every.values()).set_index("desa")
    for name in ("score", "depth_points", "burden_points"):
        assert (several.loc[["A", "B"], name] % 1 == 0).all() and (abs(several[name] - exact[name]) <= 0.5).all(), name
    assert exact.loc["A", "score"] % 1, "the exact score would have told"
    assert several.loc[["A", "B"], "short"].isna().all() and several.loc["C", "short"] == exact.loc["C", "short"]
    assert status_sheet(masked["idl"], {}).set_index("Desa").loc[["A", "B"], "Skor"].isna().all()


def test_slides_and_tables_stand_without_a_masked_score() -> None:
    found = {"idl": assess(panel(months("idl", NUMBERS, n=997), targets={"idl": 90}), "idl", 2026, 3)}
    ranking = mask_ranking(rank_desa(found.values()), {code: mask_small(one, audience="semua") for code, one in found.items()})
    bars = {bar.name: bar for bar in heaviest(ranking)[0].bars.bars}
    assert bars["A"].text.startswith("skor disamarkan") and bars["A"].value == 0 and not any(bars["A"].parts)
    assert bars["C"].value > 0
    assert "skor disamarkan" in profile_line(ranking, 1) and "disamarkan" in end_text(next(ranking.itertuples()))


def test_a_problem_weighs_the_same_masked_or_not() -> None:
    data = panel(months("idl", NUMBERS, n=997), targets={"idl": 90})
    whole = assess(data, "idl", 2026, 3)
    before, after = find_problems({"idl": whole})[0], find_problems({"idl": mask_small(whole, audience="semua")})[0]
    assert (before.severity, before.short) == (after.severity, after.short), "people short would be told too low"


def test_a_plan_does_not_tell_what_the_table_withholds() -> None:
    """B is withheld in company of A: its starting count would give A away."""
    masked = mask_small(assess(panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}), "tb_kasus", 2026, 3), audience="rapat")
    rows = [("tb_kasus", [2], 109.0, 997.0), ("tb_kasus", [3], 143.0, 997.0), ("tb_kasus", [1], 3.0, 997.0), ("idl", [2], 71.0, 97.0)]
    plan = pd.DataFrame(rows, columns=["indicator", "desa_ids", "baseline_x", "baseline_n"]).assign(sasaran="s", indikator_keberhasilan="i")
    shown = discreet_plans(plan, ("tb_kasus",), 5, masked_places({"tb_kasus": masked}))
    assert shown["baseline_x"].isna().tolist() == [True, False, True, False]
    assert discreet_plans(plan, (), 5).equals(plan), "a meeting without masking sees all"


def test_zero_is_no_case_and_missing_is_not_zero() -> None:
    data = panel(months("dbd_meninggal", {"A": [0, 0, 0], "B": [None] * 3, "C": [9, 9, 9]}, n=None), desa=["A", "B", "C"])
    found = assess(data, "dbd_meninggal", 2026, 3)
    masked = mask_small(found, audience="rapat")
    assert masked.desa["state"].tolist() == ["ada", "belum_lapor", "ada"] and row(masked, "A")["cumulative"] == 0


def test_the_order_stays_and_tells_no_count() -> None:
    whole = assess(panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}), "tb_kasus", 2026, 3)
    masked = mask_small(whole, audience="rapat")
    before, after = rank_desa([whole]), mask_ranking(rank_desa([whole]), {"tb_kasus": masked})
    assert before["desa"].tolist() == after["desa"].tolist() and before["rank"].tolist() == after["rank"].tolist()
    shown = after.set_index("desa")
    assert math.isnan(shown.loc["A", "numerator"]) and math.isnan(shown.loc["A", "short"]) and "disamarkan" in shown.loc["A", "why"]
    assert shown.loc["C", "numerator"] == 143


def test_a_sum_over_a_masked_desa_is_no_other_number() -> None:
    whole = assess(panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}), "tb_kasus", 2026, 3)
    masked = mask_small(whole, audience="rapat")
    assert plans.baseline(masked, [1, 3]).x is None and plans.baseline(masked, [1, 3]).text.startswith("disamarkan")
    assert plans.baseline(masked, [3, 4]).x == 143 + 111


@pytest.mark.parametrize(("kind", "switch", "state"), [("tribulanan", True, "disamarkan"), ("bulanan", True, "ada"), ("tribulanan", False, "ada")])
def test_only_the_lintas_sektor_meeting_is_masked_and_a_setting_lifts_it(kind: str, switch: bool, state: str) -> None:
    data = panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}, tampilan={"samarkan_rapat": switch})
    found = mask_for_room({"tb_kasus": assess(data, "tb_kasus", 2026, 3)}, data.settings, kind)
    assert row(found["tb_kasus"], "A")["state"] == state


def test_hiv_is_never_per_desa() -> None:
    data = panel(months("spm_12", NUMBERS, n=997), targets={"spm_12": 100})
    found = assess(data, "spm_12", 2026, 3)
    assert set(found.desa["state"]) == {"tidak_per_desa"} and found.desa["cumulative"].isna().all() and found.desa["cell"].isna().all()
    assert found.puskesmas["cumulative"] == 366 and found.puskesmas["desa_reported"] == 4
    monthly = found.monthly
    assert monthly.loc[monthly["desa_id"] > 0, ["own", "cumulative", "denominator"]].isna().all(axis=None)
    assert monthly.loc[(monthly["desa_id"] == 0) & (monthly["year"] == 2026), "own"].dropna().tolist() == [106, 107, 153]
    assert reported_sentence(found) == "hanya ditampilkan untuk seluruh Puskesmas"
    assert np.isnan(found.values["own"][:-1]).all() and check_quality(data, 2026, 3).query("indicator == 'spm_12'").empty
