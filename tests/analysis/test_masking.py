"""Small counts are withheld everywhere they could be read, and never the sum; HIV has no desa at all."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from lokmin_data.analysis import assess, rank_desa
from lokmin_data.analysis.masking import mask_for_room, mask_ranking, mask_small
from lokmin_data.analysis.quality import check_quality
from lokmin_data.charts.findings import reported_sentence
from lokmin_data.charts.sheets import monthly_sheet, status_sheet
from lokmin_data.meeting import rtl as plans
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
def test_a_recognisable_case_is_masked_for_all_sectors_and_its_smallest_neighbour_with_it(code: str) -> None:
    whole = assess(panel(months(code, NUMBERS, n=997), targets={code: 90}), code, 2026, 3)
    masked = mask_small(whole, audience="rapat")
    states = masked.desa.set_index("desa")["state"].to_dict()
    assert states == {"A": "disamarkan", "B": "disamarkan", "C": "ada", "D": "ada"}, "B: the smallest of the others"
    assert math.isnan(row(masked, "A")["cumulative"]) and row(masked, "C")["cumulative"] == 143
    assert masked.puskesmas["cumulative"] == whole.puskesmas["cumulative"] == 3 + 109 + 143 + 111
    assert row(whole, "A")["cumulative"] == 3, "the shared assessment is not touched"
    hidden = masked.desa["state"] == "disamarkan"
    numbers = masked.desa.loc[hidden].drop(columns=["desa_id", "rank", "rank_low", "rank_high", "p_top3", "score", "reporting_points",
        "months_reported", "months_due", "completeness", "round_month"]).select_dtypes("number")  # fmt: skip
    assert numbers.isna().all(axis=None), numbers.columns[numbers.notna().any()].tolist()
    assert not re.search(NUMBER_31, told(masked)) and re.search(NUMBER_31, told(whole))


def test_coverage_stays_for_the_room_and_is_masked_for_viewers() -> None:
    whole = assess(panel(months("idl", NUMBERS, n=997), targets={"idl": 90}), "idl", 2026, 3)
    assert mask_small(whole, audience="rapat") is whole
    masked = mask_small(whole, audience="semua")
    assert row(masked, "A")["state"] == "disamarkan" and row(masked, "D")["cumulative"] == 111


def test_a_small_month_of_coverage_is_masked_where_the_sum_may_stay() -> None:
    numbers = {"A": [20, 2, 4], "B": [31, 37, 41]}
    masked = mask_small(assess(panel(months("idl", numbers, n=997)), "idl", 2026, 3), audience="semua")
    assert row(masked, "A")["cumulative"] == 26 and row(masked, "A")["state"] == "ada"
    assert math.isnan(row(masked, "A")["this_month"]) and row(masked, "B")["this_month"] == 41
    own = masked.monthly.query("desa == 'A' and year == 2026 and month <= 3")
    assert own["own"].tolist()[0] == 20 and own["own"].isna().tolist() == [False, True, True] and own["cumulative"].isna().all()


def test_zero_is_no_case_and_missing_is_not_zero() -> None:
    data = panel(months("dbd_meninggal", {"A": [0, 0, 0], "B": [None] * 3, "C": [9, 9, 9]}, n=None), desa=["A", "B", "C"])
    found = assess(data, "dbd_meninggal", 2026, 3)
    masked = mask_small(found, audience="rapat")
    assert masked.desa["state"].tolist() == ["ada", "belum_lapor", "ada"] and row(masked, "A")["cumulative"] == 0


def test_the_order_stays_and_tells_no_count() -> None:
    whole = assess(panel(months("tb_kasus", NUMBERS, n=997), targets={"tb_kasus": 90}), "tb_kasus", 2026, 3)
    masked = mask_small(whole, audience="rapat")
    before, after = rank_desa([whole]), mask_ranking(rank_desa([whole]), {"tb_kasus": masked})
    assert before["desa"].tolist() == after["desa"].tolist() and before["score"].tolist() == after["score"].tolist()
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
