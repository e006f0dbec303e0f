"""Drop-out, RED, zero dose, UCI; nutrition."""

import math

import pytest

from lokmin_data.analysis.immunisation import (
    LEFT_OUT_BCG,
    ZERO_DOSE_DPT1,
    drop_out,
    dropout,
    red,
    red_category,
    uci,
    uci_sentence,
    zero_dose,
)
from lokmin_data.analysis.nutrition import band, pmt_reach, prevalence, weighing_months
from tests.analysis.oracles import oracle_rows
from tests.analysis.panels import cell, months, panel, with_settings

NAN = float("nan")


# WHO RED handout 5.2.4a: 80 and < 10
@pytest.mark.parametrize(
    ("coverage", "last", "category"),
    [(85, 80, "1"), (90, 70, "2"), (60, 57, "3"), (55, 40, "4"), (80, 72, "2"), (79.99, 79.99, "3"), (80, 80, "1")],
)
def test_red_categories_of_the_handout(coverage, last, category):
    assert red_category(coverage, float(drop_out(coverage, last))) == category


# WHO's own app: 90 and <= 10; its two bugs (a drop-out of exactly 0, and nobody reached) are not copied
@pytest.mark.parametrize(
    ("coverage", "dropout_", "letter"),
    [(90, 10, "A"), (95, 3.2, "A"), (90, 10.1, "B"), (89.9, 10, "C"), (89.9, 10.1, "D"), (85, 0, "C"), (100, 0, "A"),
     (120, -8, "A"), (NAN, 5, ""), (0, NAN, "D"), (100, 100, "B"), (80, -12.5, "C"), (140, 7.1, "A")],
)  # fmt: skip
def test_red_letters_at_the_edges(coverage, dropout_, letter):
    category = red_category(coverage, dropout_, access=90, limit=10, inclusive=True)
    assert {"1": "A", "2": "B", "3": "C", "4": "D", "": ""}[category] == letter


def test_red_letters_agree_with_the_whole_tables():
    for row in oracle_rows("stat/red_categories.csv"):
        coverage = float(row["coverage"] or "nan")
        category = red_category(coverage, float(row["dropout"]), access=90, limit=10, inclusive=True)
        assert {"1": "A", "2": "B", "3": "C", "4": "D", "": ""}[category] == row["category"]
    for row in oracle_rows("who/red_categories.csv"):
        if float(row["coverage_pct"]):
            category = red_category(float(row["coverage_pct"]), float(row["dropout_pct"]), access=90, limit=10, inclusive=True)
            assert {"1": "A", "2": "B", "3": "C", "4": "D"}[category] == row["category"]


# WHO/IVB/09.11 monitoring chart: cumulative DPT1, DPT3 and the printed drop-out
@pytest.mark.parametrize(
    ("first", "last", "printed"), [(10, 8, 20), (22, 17, 23), (29, 25, 14), (41, 35, 15), (55, 46, 16), (70, 58, 17), (84, 70, 17)]
)
def test_drop_out_is_the_printed_ratio(first, last, printed):
    assert round(float(drop_out(first, last))) == printed


def test_drop_out_over_months_of_the_monitoring_chart():
    chart = panel(months("dpt1", {"A": [10, 12, 7]}, 156), months("dpt3", {"A": [8, 9, 8]}, 156))
    row = dropout(chart, 2026, 3).query("desa == 'A'").iloc[0]
    assert (row["first"], row["last"], row["lost"]) == (29, 25, 4)
    assert (round(row["dropout"], 2), row["status"]) == (13.79, "melebihi batas")


@pytest.mark.parametrize(
    ("last", "included", "status"),
    [(95, True, "baik"), (95, False, "melebihi batas"), (94, True, "melebihi batas"), (103, True, "negatif"), (100, False, "baik")],
)
def test_drop_out_at_the_limit_is_a_setting(last, included, status):
    given = panel(months("dpt1", {"A": [100]}, 1200), months("dpt3", {"A": [last]}, 1200))
    given = with_settings(given, "imunisasi", batas_termasuk=included)
    assert cell(dropout(given, 2026, 1), "A", "status") == status


def test_drop_out_counts_only_months_that_both_doses_have():
    given = panel(months("dpt1", {"A": [10, 10], "B": [10, 10]}), months("dpt3", {"A": [9, None], "B": [9, 9]}))
    table = dropout(given, 2026, 2)
    assert list(table["first"]) == [30, 10, 20]
    assert list(table["last"]) == [27, 9, 18]


def test_drop_out_of_mr_and_of_nobody():
    given = panel(months("dpt1", {"A": [0], "B": [20]}), months("mr1", {"A": [0], "B": [15]}), desa=["A", "B", "C"])
    table = dropout(given, 2026, 1, "dpt1", "mr1").set_index("desa")
    assert list(table["status"]) == ["melebihi batas", "", "melebihi batas", ""]
    assert table.loc["B", "dropout"] == 25


def test_red_table_puts_the_desa_without_any_first_and_then_counts_children():
    first = {"Nol": [0], "Baik": [10], "Jauh": [10], "Besar": [60], "Habis": [10], "Negatif": [9], "Lebih": [14]}
    last = {"Nol": [0], "Baik": [10], "Jauh": [4], "Besar": [30], "Habis": [0], "Negatif": [10], "Lebih": [13]}
    sasaran = {name: 1200 if name == "Besar" else 120 for name in first}
    given = panel(months("dpt1", first, sasaran), months("dpt3", last, sasaran), desa=[*first, "Bisu"])
    table = red(given, 2026, 1)
    assert list(table["desa"])[:3] == ["Nol", "Besar", "Habis"]
    assert table["desa"].iloc[-1] == "Bisu"
    found = table.set_index("desa")
    assert dict(found["category"]) == {
        "Nol": "4", "Besar": "4", "Habis": "2", "Jauh": "2", "Baik": "1", "Negatif": "1", "Lebih": "2", "Bisu": "",
    }  # fmt: skip
    assert (found.loc["Habis", "dropout"], found.loc["Besar", "unimmunised"]) == (100, 70)
    assert "zero dose" in found.loc["Nol", "note"]
    assert "periksa data" in found.loc["Negatif", "note"]
    assert "periksa sasaran" in found.loc["Lebih", "note"]
    assert found.loc["Bisu", "note"] == "belum lapor"


def test_red_edge_cases_of_the_app_are_right_here():
    for row in oracle_rows("who/red_edge_cases.csv"):
        if not row["penta1_n"]:
            continue
        first, last, due = (float(row[name]) for name in ("penta1_n", "penta3_n", "target"))
        category = red_category(100 * first / due, float(drop_out(first, last)), access=90, limit=10, inclusive=True)
        assert {"1": "A", "2": "B", "3": "C", "4": "D"}[category] == row["what_a_correct_tool_must_do"].split()[0]


def test_zero_dose_names_its_definition():
    given = panel(months("dpt1", {"A": [6, 6], "B": [12, 12]}), months("bcg", {"A": [9, 9], "B": [10, 10]}))
    table = zero_dose(given, 2026, 2)
    assert (cell(table, "A", "zero_dose"), cell(table, "A", "percent")) == (8, 40)
    assert (cell(table, "B", "zero_dose"), cell(table, "B", "percent")) == (0, -20)
    assert table["zero_dose"].iloc[0] == 8  # the Puskesmas: persons add up, desa above their sasaran do not lend theirs
    assert set(table["definition"]) == {ZERO_DOSE_DPT1}


def test_zero_dose_falls_back_on_left_out_bcg():
    table = zero_dose(panel(months("bcg", {"A": [6]})), 2026, 1)
    assert (cell(table, "A", "zero_dose"), set(table["definition"])) == (4, {LEFT_OUT_BCG})


@pytest.mark.parametrize(
    ("numbers", "month", "status"),
    [([8, 8], 2, "menuju UCI"), ([8, 7], 2, "belum menuju UCI"), ([80, 6], 2, "menuju UCI"), ([96, 0], 2, "UCI"), ([8] * 12, 12, "UCI"),
     ([8] * 11 + [7], 12, "belum UCI"), ([None, None], 2, "")],
)  # fmt: skip
def test_uci_is_a_verdict_on_the_year(numbers, month, status):
    assert cell(uci(panel(months("idl", {"A": numbers}), desa=["A"]), 2026, month), "A", "status") == status


def test_uci_limit_is_a_setting_and_is_told_in_a_sentence():
    given = panel(months("idl", {"A": [9], "B": [8], "C": [2]}))
    assert uci_sentence(uci(given, 2026, 1), 1) == "2 dari 3 desa menuju UCI"
    assert uci_sentence(uci(with_settings(given, "imunisasi", uci=85), 2026, 1), 1) == "1 dari 3 desa menuju UCI"


# WHO 2018 (de Onis): stunting 2.5 / 10 / 20 / 30; wasting and overweight 2.5 / 5 / 10 / 15
@pytest.mark.parametrize(
    ("code", "percent", "word"),
    [("stunting", 2.4, "sangat rendah"), ("stunting", 2.5, "rendah"), ("stunting", 10, "sedang"), ("stunting", 19.99, "sedang"),
     ("stunting", 20, "tinggi"), ("stunting", 30, "sangat tinggi"), ("wasting", 10, "tinggi"), ("overweight", 15, "sangat tinggi"),
     ("underweight", 9.9, "rendah"), ("underweight", 30, "sangat tinggi"), ("anemia", 40, "berat"), ("anemia", 4.9, "bukan masalah"),
     ("idl", 50, ""), ("stunting", NAN, "")],
)  # fmt: skip
def test_bands(code, percent, word):
    assert band(code, percent) == word


def nutrition_panel():
    return panel(
        months("stunting", {"A": [None, 12, 11], "B": [None, 5, 6]}, {"A": 60, "B": 40}, basis="point"),
        months("d_s", {"A": [None, 70, 70], "B": [None, 45, 45]}, {"A": 100, "B": 50}, basis="point"),
        months("n_d", {"A": [None, 30, 40], "B": [None, 20, 20]}, {"A": 60, "B": 40}, basis="point"),
        months("pmt_gizi_kurang", {"A": [None, 2, 3], "B": [None, 0, 0]}, {"A": 4, "B": 0}, basis="cumulative"),
        months("stunting", {"A": [None] * 7 + [15], "B": [None] * 7 + [4]}, {"A": 58, "B": 40}, basis="point", year=2025),
    )


def test_prevalence_stands_beside_the_share_that_was_measured():
    table = prevalence(nutrition_panel(), "stunting", 2026, 3)
    assert (cell(table, "A", "x"), cell(table, "A", "n"), cell(table, "A", "measured_share")) == (11, 60, 60)
    assert (cell(table, "A", "band"), cell(table, "A", "d_s"), round(cell(table, "A", "n_d"), 1)) == ("sedang", 70, 66.7)
    assert cell(table, "A", "representative") is False
    assert cell(table, "A", "note") == "prevalensi belum mewakili: baru 60 % balita diukur"
    assert cell(table, "B", "representative") is True
    assert table.iloc[0]["percent"] == pytest.approx(17)


def test_prevalence_without_attendance_makes_no_claim():
    table = prevalence(panel(months("wasting", {"A": [3]}, 30, basis="point")), "wasting", 2026, 1)
    assert cell(table, "A", "representative") is None
    assert cell(table, "A", "band") == "tinggi"


def test_weighing_months_compare_february_with_august():
    table = weighing_months(nutrition_panel(), "stunting", 2026, 3)
    row = table.set_index("desa").loc["A"]
    assert (row["before_period"], row["after_period"]) == ("Agustus 2025", "Februari 2026")
    assert row["change"] == pytest.approx(100 * 12 / 60 - 100 * 15 / 58)
    assert "periksa" in row["note"]
    assert table.iloc[0]["before"] == pytest.approx(100 * 19 / 98)
    assert weighing_months(nutrition_panel(), "stunting", 2026, 1).empty


def test_pmt_reach():
    table = pmt_reach(nutrition_panel(), 2026, 3)
    assert (cell(table, "A", "found"), cell(table, "A", "reached"), cell(table, "A", "not_reached")) == (4, 3, 1)
    assert math.isnan(cell(table, "B", "percent"))
