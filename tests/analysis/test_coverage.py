"""Coverage by kind of indicator: what counts, against what, and which kind of missing."""

from datetime import date

import numpy as np
import pytest

from lokmin_data.analysis import assess, assess_all, status_table
from lokmin_data.analysis.series import accumulate
from lokmin_data.model import LokminError
from tests.analysis.panels import NAN, months, panel, with_settings


@pytest.mark.parametrize(
    ("monthly", "cumulative", "own", "total", "covered"),
    [
        ([5, 3, 4], [NAN] * 3, [5, 3, 4], [5, 8, 12], [1, 2, 3]),
        ([NAN] * 3, [5, 8, 12], [5, 3, 4], [5, 8, 12], [1, 2, 3]),
        ([5, 3, 4], [5, 8, 12], [5, 3, 4], [5, 8, 12], [1, 2, 3]),
        ([5, NAN, 4], [NAN] * 3, [5, NAN, 4], [5, 5, 9], [1, 1, 2]),  # a gap adds nothing
        ([5, NAN, 4], [5, NAN, 9], [5, NAN, 4], [5, 5, 9], [1, 1, 2]),  # the printed cumulative knows the gap too
        ([5, NAN, 4], [5, NAN, 12], [5, NAN, 4], [5, 5, 12], [1, 1, 3]),  # the late month is in the cumulative
        ([NAN] * 3, [5, NAN, 12], [5, NAN, NAN], [5, 5, 12], [1, 1, 3]),  # two months in one: own month unknown
        ([NAN, NAN, NAN], [NAN, NAN, 12], [NAN, NAN, NAN], [0, 0, 12], [0, 0, 3]),
        ([5, 0, NAN], [NAN] * 3, [5, 0, NAN], [5, 5, 5], [1, 2, 2]),  # a zero is a month, a blank is none
    ],
)
def test_accumulate(monthly, cumulative, own, total, covered):
    found = accumulate(np.array(monthly, dtype=float), np.array(cumulative, dtype=float))
    assert found.own == pytest.approx(own, nan_ok=True)
    assert found.total == pytest.approx(total)
    assert list(found.covered) == covered


def test_coverage_uses_reported_months_only():
    given = panel(months("idl", {"A": [8, 8, 8], "B": [8, None, 8], "C": [0, 0, 0], "D": [None] * 3}), desa="ABCD")
    table = assess(given, "idl", 2026, 3).desa
    assert list(table["cumulative"]) == pytest.approx([24, 16, 0, NAN], nan_ok=True)
    assert list(table["n"]) == pytest.approx([30, 20, 30, NAN], nan_ok=True)
    assert list(table["percent"]) == pytest.approx([20, 16 / 120 * 100, 0, NAN], nan_ok=True)
    assert list(table["completeness"]) == pytest.approx([1, 2 / 3, 1, 0])
    assert list(table["state"]) == ["ada", "ada", "ada", "belum_lapor"]
    assert list(table["verdict"]) == ["tercapai_belum_pasti", "tercapai_belum_pasti", "jelas_di_bawah", "belum_ada_data"]


def test_puskesmas_is_a_ratio_of_sums_not_a_mean_of_percents():
    given = panel(months("idl", {"Besar": [10, 10], "Kecil": [1, 3]}, {"Besar": 240, "Kecil": 12}))
    row = assess(given, "idl", 2026, 2).puskesmas
    assert (row["cumulative"], row["sasaran"], row["n"]) == (24, 252, 42)
    assert row["percent"] == pytest.approx(100 * 24 / 252)
    assert (row["this_month"], row["last_month"], row["trend"]) == (13, 11, "naik")


def test_puskesmas_compares_only_desa_that_reported_both_months():
    given = panel(months("idl", {"A": [10, 10], "B": [10, None]}))
    row = assess(given, "idl", 2026, 2).puskesmas
    assert (row["trend"], row["completeness"]) == ("tetap", 0.75)
    assert row["percent"] == pytest.approx(100 * 30 / 240)


def test_puskesmas_row_of_a_report_counts_only_where_no_desa_reports():
    whole = panel(months("spm_12", {"Puskesmas": [30, 40]}, 1000), desa=["A"])
    assert assess(whole, "spm_12", 2026, 2).puskesmas["cumulative"] == 70
    both = panel(months("idl", {"A": [3]}), months("idl", {"Puskesmas": [99]}))
    assert assess(both, "idl", 2026, 1).puskesmas["cumulative"] == 3


def test_above_hundred_is_kept_and_flagged():
    row = assess(panel(months("idl", {"A": [47]}, 45)), "idl", 2026, 1).desa.iloc[0]
    assert row["percent"] == pytest.approx(104.444444)
    assert (row["over_100"], row["over_due"], row["verdict"]) == (True, True, "tercapai_belum_pasti")
    assert row["wilson_high"] == 100


def test_no_sasaran_no_coverage():
    row = assess(panel(months("idl", {"A": [7]}, None)), "idl", 2026, 1).desa.iloc[0]
    assert (row["cumulative"], row["state"], row["verdict"], row["versus_target"]) == (7, "ada", "belum_ada_data", "")
    assert np.isnan(row["percent"])


def test_sexes_are_added_where_no_total_is_reported():
    girls, boys = (months("idl", {"A": [x]}, 50, sex=sex) for x, sex in ((4, "P"), (3, "L")))
    both = assess(panel(girls, boys), "idl", 2026, 1).desa.iloc[0]
    assert (both["cumulative"], both["sasaran"]) == (7, 100)
    only = assess(panel(girls), "idl", 2026, 1).desa.iloc[0]
    assert only["state"] == "belum_lapor"
    total = assess(panel(girls, boys, months("idl", {"A": [8]}, 99)), "idl", 2026, 1).desa.iloc[0]
    assert (total["cumulative"], total["sasaran"]) == (8, 99)


SASARAN = [(1, "si", "T", 2026, "proyeksi", 60), (1, "si", "T", 2026, "riil", 48)]


@pytest.mark.parametrize(
    ("asked", "reported", "value", "kind"),
    [("laporan", 55, 55, "laporan"), ("laporan", None, 60, "proyeksi"), ("proyeksi", 55, 60, "proyeksi"),
     ("riil", 55, 48, "riil")],
)  # fmt: skip
def test_which_sasaran_is_a_setting_and_is_named(asked, reported, value, kind):
    given = with_settings(panel(months("idl", {"A": [4]}, reported), sasaran=SASARAN), "sasaran", pakai=asked)
    row = assess(given, "idl", 2026, 1).desa.iloc[0]
    assert (row["sasaran"], row["sasaran_kind"]) == (value, kind)


def test_one_indicator_may_ask_for_another_sasaran():
    base = panel(months("idl", {"A": [4]}, None), months("mr1", {"A": [4]}, None), sasaran=SASARAN)
    given = with_settings(base, "sasaran", indikator={"mr1": "riil"})
    found = assess_all(given, 2026, 1)
    assert [found[code].desa["sasaran"].iloc[0] for code in ("idl", "mr1")] == [60, 48]
    assert [found[code].projected for code in ("idl", "mr1")] == [True, False]


def test_sasaran_by_sex_is_added():
    parts = [(1, "si", sex, 2026, "proyeksi", value) for sex, value in (("L", 21), ("P", 24))]
    assert assess(panel(months("idl", {"A": [4]}, None), sasaran=parts), "idl", 2026, 1).desa["sasaran"].iloc[0] == 45


def test_prevalence_takes_the_latest_round_and_a_flat_target():
    given = panel(months("stunting", {"A": [6, 7, 8], "B": [4, 5, None]}, {"A": [60, 62, 64], "B": [40, 41, 42]}, basis="point"))
    found = assess(given, "stunting", 2026, 3)
    assert found.running_target == found.annual_target == 17.5
    assert list(found.desa["cumulative"]) == [8, 5]
    assert list(found.desa["sasaran"]) == [64, 41]
    assert list(found.desa["round_month"]) == [3, 2]
    assert list(found.desa["completeness"]) == pytest.approx([1, 2 / 3])
    assert list(found.desa["state"]) == ["ada", "belum_lapor"]
    assert list(found.desa["pws_status"]) == ["", ""]  # lower is better: no PWS status
    assert found.puskesmas["percent"] == pytest.approx(100 * 13 / 105)


def test_prevalence_is_forgotten_after_half_a_year():
    given = panel(months("stunting", {"A": [6]}, 60, basis="point"))
    assert assess(given, "stunting", 2026, 6).desa["verdict"].iloc[0] == "tercapai_belum_pasti"
    assert assess(given, "stunting", 2026, 7).desa["verdict"].iloc[0] == "belum_ada_data"


def test_survey_is_due_only_when_one_was_held():
    held = {"A": [None] * 5 + [80], "B": [None] * 5 + [60], "C": [None] * 6}
    december = months("phbs_rt", {"A": [None] * 11 + [70], "B": [None] * 11 + [70], "C": [None] * 11 + [70]}, 100, year=2025)
    found = assess(panel(december, months("phbs_rt", held, 100, basis="point")), "phbs_rt", 2026, 8)
    assert found.desa["completeness"].tolist() == [1, 1, 0], "July and August had no survey; C missed that of June"
    assert found.desa["cumulative"].tolist() == [80, 60, 70], "C still shows its survey of December"


def test_trend_of_a_prevalence_compares_shares_not_counts():
    given = panel(months("stunting", {"A": [6, 7]}, {"A": [30, 70]}, basis="point"))
    row = assess(given, "stunting", 2026, 2).desa.iloc[0]
    assert (row["this_month"], row["last_month"], row["trend"]) == (7, 6, "turun")


def test_attendance_has_a_pws_status_against_a_flat_target():
    given = panel(months("d_s", {"A": [90, 80]}, 100, basis="point"))
    row = assess(given, "d_s", 2026, 2).desa.iloc[0]
    assert (row["target"], row["versus_target"], row["trend"], row["pws_status"]) == (85, "bawah", "turun", "Jelek")


def test_scheduled_indicator_tells_not_scheduled_from_not_reported():
    given = panel(months("vit_a_6_11", {"A": [None, 18], "B": [None, None]}, 20, basis="point"), desa="AB")
    for month, states in ((2, ["ada", "belum_lapor"]), (5, ["tidak_dijadwalkan"] * 2), (8, ["belum_lapor"] * 2)):
        assert list(assess(given, "vit_a_6_11", 2026, month).desa["state"]) == states
    may = assess(given, "vit_a_6_11", 2026, 5).desa
    assert list(may["cumulative"]) == pytest.approx([18, NAN], nan_ok=True)
    assert list(may["completeness"]) == [1, 0]


def test_a_report_that_is_not_yet_due_is_told_apart():
    given = panel(months("idl", {"A": [4, None]}))
    assert assess(given, "idl", 2026, 2, today=date(2026, 3, 5)).desa["state"].iloc[0] == "belum_jatuh_tempo"
    assert assess(given, "idl", 2026, 2, today=date(2026, 3, 6)).desa["state"].iloc[0] == "belum_lapor"


def test_measured_cumulative_takes_the_snapshot_and_never_adds_snapshots():
    given = panel(months("kek", {"A": [2, 5, 6]}, {"A": [10, 22, 30]}, basis="cumulative"))
    row = assess(given, "kek", 2026, 3).desa.iloc[0]
    assert (row["cumulative"], row["n"], row["target"], row["this_month"]) == (6, 30, 13, 1)


def test_cases_against_an_annual_sasaran_run_with_the_year():
    numbers, sasaran = {"A": [1, 2, 1], "B": [0, 1, 0], "C": [3, 3, 3]}, {"A": 120, "B": 60, "C": 90}
    found = assess(panel(months("kek", numbers, sasaran)), "kek", 2026, 3)
    assert found.running_target == pytest.approx(13 * 3 / 12)
    assert list(found.desa["n"]) == [30, 15, 22.5]
    assert list(found.desa["versus_target"]) == ["bawah", "atas", "bawah"]
    assert list(found.desa["pws_status"]) == [""] * 3
    assert list(found.desa["short"]) == pytest.approx([4 - 3.9, 0, 9 - 0.13 * 22.5])
    fraction = assess(panel(months("kek", {"A": [1]}, 101.2)), "kek", 2026, 1)
    assert fraction.desa["n"].iloc[0] == pytest.approx(101.2 / 12)


def test_measured_months_are_added_on_both_sides():
    given = panel(months("kek", {"A": [2, 3, None]}, {"A": [10, 12, 8]}))
    row = assess(given, "kek", 2026, 3).desa.iloc[0]
    assert (row["cumulative"], row["n"]) == (5, 22)
    assert row["percent"] == pytest.approx(100 * 5 / 22)


def test_target_stays_flat_where_the_denominator_grows():
    given = panel(months("kek_pmt", {"A": [2, 5]}, {"A": [3, 6]}, basis="cumulative"))
    found = assess(given, "kek_pmt", 2026, 2)
    assert (found.running_target, found.desa["n"].iloc[0]) == (85, 6)


def test_counts_of_cases_have_no_percent_and_no_verdict():
    given = panel(months("dbd_kasus", {"A": [1, 0, 3], "B": [0, None, 2]}, 4000))
    found = assess(given, "dbd_kasus", 2026, 3)
    assert list(found.desa["this_month"]) == [3, 2]
    assert list(found.desa["cumulative"]) == [4, 2]
    assert found.desa["percent"].isna().all()
    assert found.puskesmas["this_month"] == 5
    assert found.score is None


def test_status_is_a_fact_without_an_interval():
    given = panel(months("sbs", {"A": [1], "B": [0], "C": [None]}, None, basis="point"), desa="ABC")
    found = assess(given, "sbs", 2026, 3)
    assert list(found.desa["verdict"]) == ["jelas_tercapai", "jelas_di_bawah", "belum_ada_data"]
    assert found.desa["wilson_low"].isna().all()
    assert (found.puskesmas["cumulative"], found.puskesmas["n"]) == (1, 2)


def test_last_year_stands_beside():
    given = panel(months("idl", {"A": [6, 6]}, 60), months("idl", {"A": [5, 5]}, 50, year=2025))
    found = assess(given, "idl", 2026, 2)
    assert found.desa["year_ago"].iloc[0] == found.puskesmas["year_ago"] == 20
    assert list(found.monthly.query("desa_id == 0 and reported")["own"]) == [5, 5, 6, 6]


def test_year_ago_is_silent_where_last_year_is_incomplete():
    given = panel(months("idl", {"A": [6, 6]}, 60), months("idl", {"A": [5, None]}, 50, year=2025))
    assert np.isnan(assess(given, "idl", 2026, 2).desa["year_ago"].iloc[0])


def test_source_is_the_newest_cell():
    row = assess(panel(months("idl", {"A": [4, 5, None]})), "idl", 2026, 3).desa.iloc[0]
    assert (row["sheet"], row["cell"], row["report_id"]) == ("IDL", "B1", 1)


def test_status_table_has_the_columns_of_the_command():
    table = status_table(assess(panel(months("idl", {"A": [4, 5]})), "idl", 2026, 2), with_puskesmas=True)
    assert list(table["area"]) == ["A", "Puskesmas Uji"]
    assert list(table.columns)[:3] == ["area", "denominator", "this_month"]


def test_own_target_replaces_the_built_in_one_and_the_command_both():
    given = panel(months("idl", {"A": [4]}), targets={"idl": 60})
    assert assess(given, "idl", 2026, 1).annual_target == 60
    assert assess(given, "idl", 2026, 1, annual_target=95).annual_target == 95


def test_unknown_words_are_refused_politely():
    given = panel(months("idl", {"A": [4]}))
    with pytest.raises(LokminError, match="tidak dikenal"):
        assess(given, "ngawur", 2026, 1)
    with pytest.raises(LokminError, match="Bulan harus"):
        assess(given, "idl", 2026, 13)


def test_empty_panel_gives_an_empty_assessment():
    given = panel(desa="AB")
    assert assess_all(given, 2026, 3) == {}
    assert list(assess(given, "idl", 2026, 3).desa["verdict"]) == ["belum_ada_data"] * 2
    assert assess(panel(), "idl", 2026, 3).desa.empty


def test_assess_one_is_assess_all():
    given = panel(
        months("idl", {"A": [4, 5], "B": [3, None]}), months("mr1", {"A": [2, 2], "B": [9, 9]}),
        months("stunting", {"A": [4, 5], "B": [3, 3]}, 50, basis="point"), months("kek", {"A": [1, 2], "B": [1, 1]}, 20),
    )  # fmt: skip
    together = assess_all(given, 2026, 2)
    for code, found in together.items():
        alone = assess(given, code, 2026, 2)
        assert alone.desa.equals(found.desa)
        assert alone.monthly.equals(found.monthly)
        assert str(alone.puskesmas) == str(found.puskesmas)
