"""Projection, scenario, early warning and funnel from a Panel."""

import math

import numpy as np
import pytest

from lokmin_data.analysis import assess
from lokmin_data.analysis.early_warning import early_warning, rise
from lokmin_data.analysis.funnel import funnel_curve, funnel_points
from lokmin_data.analysis.projection import project
from lokmin_data.analysis.scenario import lift_lowest
from tests.analysis.panels import cell, months, panel

NAN = float("nan")


def projected(numbers, sasaran=60.0, month=6):
    return project(assess(panel(months("idl", numbers, sasaran), targets={"idl": 90}), "idl", 2026, month))


def test_projection_in_people_and_words():
    table = projected({"A": [4, 4, 4, 4, 3, 3], "B": [4, 4, 4, 4, 4, 4]})
    row = table.set_index("desa").loc["A"]
    assert (row["x"], row["goal"], row["pace_word"]) == (22, 54, "perlu kejar")
    assert row["sentence"].startswith(f"Dengan laju sekarang sekitar {row['mid']:.0f} dari 54 (antara ")
    assert "perlu 5-6 bayi sebulan, sekarang 3-4." in row["sentence"]
    assert table.iloc[0]["desa_id"] == 0
    assert "dua dari tiga" in row["caution"]


def test_nothing_is_projected_before_march():
    table = projected({"A": [4, 4], "B": [4, 5]}, month=2)
    assert table["mid"].isna().all()
    assert set(table["sentence"]) == {""}
    late = projected({"A": [4, 4, 4], "B": [4, None, None]}, month=3).set_index("desa")
    assert late.loc["A", "sentence"]
    assert late.loc["B", "sentence"] == ""


def test_projection_knows_when_the_year_is_done():
    table = projected({"A": [9] * 6, "B": [1] * 6}).set_index("desa")
    assert (table.loc["A", "p_reach"], table.loc["A", "sentence"]) == (1, "Sasaran setahun (54 bayi) sudah tercapai.")
    december = projected({"A": [4] * 12, "B": [5] * 12}, month=12).set_index("desa")
    assert december.loc["A", "sentence"] == "Tercapai 48 dari 54 bayi."
    assert math.isnan(december.loc["A", "need"])


def test_prevalence_is_not_projected():
    given = panel(months("stunting", {"A": [3, 3, 3]}, 30, basis="point"))
    assert project(assess(given, "stunting", 2026, 3)).empty


def test_scenario_of_the_lowest_desa():
    given = panel(months("idl", {"A": [2], "B": [5], "C": [12]}), targets={"idl": 90})
    found = lift_lowest(assess(given, "idl", 2026, 1), 2)
    assert found.desa == ("A", "B")
    assert found.people == pytest.approx(7 + 4)
    assert (found.before, found.after) == (pytest.approx(100 * 19 / 360), pytest.approx(100 * 30 / 360))
    assert (found.reached, found.sentence) == (
        True, "Bila 2 desa terbawah (A dan B) mencapai target, Imunisasi dasar / bayi lengkap (IDL) Puskesmas menjadi 8,3 % "
        "(sekarang 5,3 %), bertambah 11 orang.",
    )  # fmt: skip


def test_scenario_for_cases_that_are_too_many_and_for_nothing_to_do():
    cases = panel(months("stunting", {"A": [30], "B": [10]}, 100, basis="point"))
    assert "berkurang 13 orang" in lift_lowest(assess(cases, "stunting", 2026, 1)).sentence
    done = panel(months("idl", {"A": [12]}))
    assert lift_lowest(assess(done, "idl", 2026, 1)).sentence.startswith("Semua desa yang melapor sudah mencapai")
    assert lift_lowest(assess(panel(desa="A"), "idl", 2026, 1)) is None


@pytest.mark.parametrize(
    ("now", "before", "p"),
    [(7, [2], 0.08984375), (0, [3], 1.0), (10, [2, 3, 1], 0.00164447), (5, [], NAN), (NAN, [2], NAN), (4, [NAN, 0], 0.0625)],
)
def test_rise_against_former_years(now, before, p):
    assert rise(now, before) == pytest.approx(p, rel=1e-3, nan_ok=True)


def test_early_warning_speaks_of_counts_only():
    given = panel(
        months("dbd_kasus", {"A": [1, 1, 12], "B": [0, 1, 2], "C": [0, 0, None]}, None),
        months("dbd_kasus", {"A": [1, 1, 2], "B": [0, 1, 1], "C": [0, 0, 1]}, None, year=2025),
    )
    table = early_warning(given, 2026, 3).query("indicator == 'dbd_kasus'").set_index("desa")
    assert list(table["level"]) == ["kuning", "merah", "", ""]
    assert table.loc["A", "note"].startswith("Kasus DBD Maret: 12, bulan yang sama tahun lalu 2. Kenaikan sebesar ini jarang")
    assert table.loc["B", "note"] == "Kasus DBD Maret: 2, bulan yang sama tahun lalu 1. Perbedaannya masih mungkin kebetulan."
    assert table.loc["C", "note"] == "Kasus DBD Maret belum dilaporkan."
    assert not table["note"].str.contains("%").any()


def test_early_warning_uses_more_years_where_they_are_given():
    given = panel(months("dbd_kasus", {"A": [6]}, None))
    alone = early_warning(given, 2026, 1, ["dbd_kasus"])
    assert "tidak ada laporan untuk dibandingkan" in cell(alone, "A", "note")
    more = early_warning(given, 2026, 1, ["dbd_kasus"], former={("dbd_kasus", 1): [0, 1, 0]})
    assert (cell(more, "A", "level"), cell(more, "A", "years")) == ("merah", 3)
    assert "3 tahun sebelumnya rata-rata 0,3" in cell(more, "A", "note")


def test_funnel_around_the_puskesmas():
    given = panel(months("idl", {"A": [1], "B": [100], "C": [None]}, {"A": 240, "B": 1440, "C": 120}), desa="ABC")
    points = funnel_points(assess(given, "idl", 2026, 1))
    assert list(points["desa"]) == ["A", "B"]
    assert points["baseline"].iloc[0] == pytest.approx(100 * 101 / 140)
    assert points["class"].iloc[0] == "rendah (99,8 %)"
    curve = funnel_curve(72, 120)
    assert (np.diff(curve["high95"] - curve["low95"]) <= 1e-9).all()
    assert (curve["low998"] <= curve["low95"]).all()
