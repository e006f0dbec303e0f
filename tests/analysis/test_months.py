"""Run charts, monthly trends, and boys and girls apart."""

import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.run_chart import monthly_trend, run_chart
from lokmin_data.analysis.sexes import by_sex
from tests.analysis.panels import months, panel

STEADY = [20, 24, 17, 22, 26, 18, 19, 23, 15, 21, 19]


def test_run_chart_names_the_month_that_breaks_a_rule():
    table = run_chart(assess(panel(months("idl", {"A": [*STEADY, 45]})), "idl", 2026, 12))
    assert list(table["rule"]) == [""] * 11 + ["di luar batas"]
    assert (table["month"].iloc[0], table["own"].iloc[-1]) == (1, 45)


def test_run_chart_leaves_out_months_in_which_a_desa_is_late():
    late = panel(months("idl", {"A": [20] * 10, "B": [20] * 9 + [None]}, 600))
    table = run_chart(assess(late, "idl", 2026, 10))
    assert list(table["own"]) == [40] * 9
    assert set(table["rule"]) == {""}


@pytest.mark.parametrize(
    ("code", "numbers", "basis"), [("idl", [20] * 5, "month"), ("stunting", [20] * 12, "point"), ("kek", [5] * 12, "cumulative")]
)
def test_run_chart_is_empty_where_the_rules_do_not_hold(code, numbers, basis):
    assert run_chart(assess(panel(months(code, {"A": numbers}, basis=basis)), code, 2026, 12)).empty


@pytest.mark.parametrize(
    ("numbers", "words"),
    [(range(10, 22), "cenderung naik"), (range(22, 10, -1), "cenderung turun"), (STEADY, "tanpa arah"), ([5, 6, 7], "baru 3 bulan")],
)
def test_monthly_trend_in_words(numbers, words):
    assert words in monthly_trend(assess(panel(months("idl", {"A": list(numbers)}, 600)), "idl", 2026, 12))[1]


def test_monthly_prevalence_is_not_tested():
    found, why = monthly_trend(assess(panel(months("stunting", {"A": range(5, 17)}, 60, basis="point")), "stunting", 2026, 12))
    assert found is None
    assert "diukur berulang" in why


def test_boys_and_girls_against_their_own_sasaran():
    given = panel(
        months("idl", {"A": [3, 3], "B": [2, 2]}, 60, sex="L"), months("idl", {"A": [5, 5], "B": [None, 1]}, 40, sex="P")
    )
    table = by_sex(given, "idl", 2026, 2).set_index(["desa", "sex"])
    assert (table.loc[("A", "L"), "cumulative"], table.loc[("A", "L"), "percent"]) == (6, 10)
    assert (table.loc[("A", "P"), "cumulative"], table.loc[("A", "P"), "percent"]) == (10, 25)
    assert table.loc[("Puskesmas Uji", "L"), "percent"] == pytest.approx(100 * 10 / 120)
    assert table.loc[("B", "P"), "n"] == pytest.approx(40 / 12)


def test_boys_and_girls_by_the_stored_sasaran():
    sasaran = [(1, "si", "L", 2026, "proyeksi", 24), (1, "si", "P", 2026, "proyeksi", 36)]
    given = panel(months("idl", {"A": [2]}, None, sex="L"), months("idl", {"A": [3]}, None, sex="P"), sasaran=sasaran)
    assert list(by_sex(given, "idl", 2026, 1).query("desa_id == 1")["sasaran"]) == [24, 36]


def test_nothing_to_split():
    assert by_sex(panel(months("idl", {"A": [2]})), "idl", 2026, 1).empty
