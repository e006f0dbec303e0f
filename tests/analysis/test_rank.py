"""The ranking: composite, ties, seats, reasons."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lokmin_data.analysis import assess, assess_all, rank_desa, rank_table
from lokmin_data.analysis.frames import rank_places
from lokmin_data.analysis.rank import domain_weights, scorable, seats, worst_verdict
from lokmin_data.analysis.tables import RANK_TABLE_COLUMNS
from lokmin_data.analysis.why import chance_word
from tests.analysis.panels import cell, months, panel, with_settings

# the worked example: x of n babies over six months, target 90 (n = half the annual sasaran)
EXAMPLE = {"Sukamaju": (7, 9), "Mekarsari": (58, 90), "Cibodas": (20, 24), "Karangsari": (44, 45), "Leuwi": (2, 6)}


def example(**kinds):
    return panel(
        months("idl", {name: [None] * 5 + [x] for name, (x, _) in EXAMPLE.items()}, {name: 2 * n for name, (_, n) in EXAMPLE.items()},
               basis="cumulative"),
        desa=[*EXAMPLE, "Tanjung"], targets={"idl": 90}, **kinds,
    )  # fmt: skip


def test_people_and_depth_together_make_the_order():
    ranked = rank_desa({"idl": assess(example(), "idl", 2026, 6)})
    assert list(ranked["desa"])[:1] == ["Mekarsari"]
    assert cell(ranked, "Karangsari", "score") == 0
    assert cell(ranked, "Mekarsari", "short") == pytest.approx(23)
    assert (cell(ranked, "Mekarsari", "numerator"), cell(ranked, "Mekarsari", "denominator")) == (58, 90)
    assert cell(ranked, "Tanjung", "verdict") == "belum_ada_data"
    assert cell(ranked, "Tanjung", "reporting_points") == 10


def test_single_ranking_is_the_assessment_itself():
    found = assess(example(), "idl", 2026, 6)
    ranked = rank_desa([found]).sort_values("desa_id", ignore_index=True)
    for column in ("rank", "score", "depth_points", "burden_points", "rank_low", "rank_high", "p_top3"):
        assert list(ranked[column]) == pytest.approx(list(found.desa[column]))
    assert list(rank_table(ranked).columns) == list(RANK_TABLE_COLUMNS)
    assert list(rank_table(found.desa)["area"]) == list(rank_table(ranked)["area"])


def many():
    return panel(
        months("idl", {"A": [2, 2, 2], "B": [9, 9, 9], "C": [8, 8, 8], "D": [7, 7, 7]}),
        months("mr1", {"A": [9, 9, 9], "B": [9, 9, 9], "C": [8, 8, 8], "D": [7, 7, 7]}),
        months("stunting", {"A": [9, 9, 9], "B": [40, 40, 40], "C": [9, 9, 9], "D": [9, 9, 9]}, 100, basis="point"),
        months("dbd_kasus", {"A": [9, 9, 9], "B": [9, 9, 9]}, None),
    )


def test_composite_weighs_domains_equally_and_indicators_within():
    given = many()
    found = assess_all(given, 2026, 3)
    ranked = rank_desa(found, given.settings).set_index("desa")
    by_code = {code: found[code].desa.set_index("desa")["score"] for code in ("idl", "mr1", "stunting")}
    expected = ((by_code["idl"] + by_code["mr1"]) / 2 + by_code["stunting"]) / 2
    assert list(ranked["score"].sort_index()) == pytest.approx(list(expected.sort_index()))
    assert ranked.loc["A", "worst"][0] == "idl"
    assert ranked.loc["B", "worst"] == ("stunting", "mr1")
    assert np.isnan(ranked.loc["A", "numerator"])
    assert ranked.loc["B", "clearly_below"] == 2


def test_domain_weights_are_settings():
    given = with_settings(many(), "skor", bobot_program={"imunisasi": 3, "stunting": 1})
    used = scorable(assess_all(given, 2026, 3))
    assert [a.indicator.code for a in used] == ["mr1", "idl", "stunting"]
    assert list(domain_weights(used, given.settings)) == pytest.approx([0.375, 0.375, 0.25])
    assert list(domain_weights(used, {"skor": {"bobot_program": {"imunisasi": 0, "stunting": 0}}})) == pytest.approx(
        [0.25, 0.25, 0.5]
    )


def test_the_choice_of_indicators_is_a_setting():
    given = with_settings(many(), "skor", indikator=["stunting"])
    ranked = rank_desa(assess_all(given, 2026, 3), given.settings)
    assert ranked["desa"].iloc[0] == "B"
    assert ranked["numerator"].notna().all()


@pytest.mark.parametrize(
    ("score", "short", "below", "completeness", "expected"),
    [([70, 80, 90], [0, 0, 0], [0, 0, 0], [1, 1, 1], [3, 2, 1]),
     ([70.2, 69.6, 70.4], [5, 9, 7], [0, 0, 0], [1, 1, 1], [3, 1, 2]),  # all 70 in whole numbers: people decide
     ([70, 70, 70], [5, 5, 5], [1, 2, 0], [1, 1, 1], [2, 1, 3]), ([70, 70, 70], [5, 5, 5], [1, 1, 1], [1, 0.5, 1], [2, 1, 3]),
     ([70, 70, 70], [5, 5, 5], [1, 1, 1], [1, 1, 1], [1, 2, 3]), ([70.5, 69.5, 0], [0, 0, 0], [0] * 3, [1] * 3, [1, 2, 3])],
)  # fmt: skip
def test_ties(score, short, below, completeness, expected):
    got = rank_places(*(np.array(v, dtype=float) for v in (score, short, below, completeness)), np.array(["A", "B", "C"]))
    assert list(got) == expected


def seating(scores: dict[int, float], previous=(), gaps=None) -> dict[int, str]:
    order = sorted(scores, key=lambda key: -scores[key])
    table = pd.DataFrame({
        "desa_id": list(scores), "score": list(scores.values()), "rank": [order.index(key) + 1 for key in scores],
        "indicators": 1, "balanced_gap": [(gaps or {}).get(key, 0) for key in scores],
    })  # fmt: skip
    return {key: seat for key, seat in zip(scores, seats(table, previous), strict=True) if seat}


def test_the_three_heaviest_take_the_seats():
    assert seating({1: 70, 2: 60, 3: 50, 4: 40}) == {1: "terberat", 2: "terberat", 3: "terberat"}


def test_last_months_desa_keeps_its_seat_until_a_challenger_is_five_points_worse():
    assert 4 in seating({1: 70, 2: 60, 3: 50, 4: 46}, previous=[1, 2, 4])
    assert 4 not in seating({1: 70, 2: 60, 3: 51, 4: 46}, previous=[1, 2, 4])
    assert set(seating({1: 70, 2: 60, 3: 50, 4: 46}, previous=[4])) == {1, 2, 4}


def test_a_desa_without_score_has_no_seat():
    assert seating({1: 70, 2: 0, 3: 0}, previous=[2, 3]) == {1: "terberat"}


def test_special_seat_for_the_widest_gap_not_listed():
    found = seating({1: 70, 2: 60, 3: 50, 4: 40, 5: 30}, gaps={1: 0.9, 4: 0.3, 5: 0.8})
    assert found[5] == "perhatian khusus"
    assert 4 not in found


def test_unknown_desa_of_last_month_is_forgotten():
    assert seating({1: 70, 2: 60}, previous=[99]) == {1: "terberat", 2: "terberat"}


def test_worst_verdict():
    table = np.array([["jelas_tercapai", "belum_ada_data", "belum_ada_data"], ["di_bawah_belum_pasti", "jelas_di_bawah", "belum_ada_data"]])
    assert list(worst_verdict(table)) == ["di_bawah_belum_pasti", "jelas_di_bawah", "belum_ada_data"]


def test_why_this_desa_in_two_sentences_with_numbers():
    ranked = rank_desa([assess(example(), "idl", 2026, 6)])
    why = cell(ranked, "Mekarsari", "why")
    assert why.startswith("Mekarsari: Imunisasi dasar / bayi lengkap (IDL): 58 dari 180, yaitu 32,2 % (target berjalan 45 %), kurang 23 orang.")
    assert "Skornya 72 dari 100 (kesenjangan 32 dan jumlah orang 40)" in why
    assert "Imunisasi dasar / bayi lengkap (IDL): 7 dari 18, yaitu 38,9 % (target berjalan 45 %), kurang 2 orang." in cell(ranked, "Sukamaju", "why")
    assert cell(ranked, "Karangsari", "why").startswith("Karangsari mencapai semua target dan laporannya lengkap.")
    assert "belum dilaporkan" in cell(ranked, "Tanjung", "why")
    assert "laporan yang masuk baru 0 %, jadi peringkatnya belum pasti" in cell(ranked, "Tanjung", "why")


def test_why_names_what_is_short_before_what_is_only_unreported():
    """A domain of one indicator weighs as much as one of many, so that its missing month can add more points."""
    many = [months(code, {"A": [8] * 3, "B": [9] * 3}, 120) for code in ("dpt1", "dpt3", "mr1", "idl", "bcg", "pcv3")]
    late = months("d_s", {"A": [99, None, None], "B": [99] * 3}, 100, basis="point")
    why = rank_desa([assess(panel(*many, late), code, 2026, 3) for code in ("dpt1", "dpt3", "mr1", "idl", "bcg", "pcv3", "d_s")])
    assert "laporannya belum lengkap" not in why.set_index("desa").loc["A", "why"]


def test_why_speaks_of_too_many_cases_where_lower_is_better():
    given = panel(months("stunting", {"A": [30], "B": [5]}, 100, basis="point"))
    assert "kelebihan 13 orang" in cell(rank_desa(assess_all(given, 2026, 1)), "A", "why")


@pytest.mark.parametrize(
    ("p", "word"),
    [(0.95, "hampir pasti"), (0.9, "hampir pasti"), (0.88, "kemungkinan besar"), (0.5, "mungkin"), (0.39, ""), (float("nan"), "")],
)
def test_chance_in_words(p, word):
    assert chance_word(p) == word


def test_nothing_to_rank_is_an_empty_table():
    given = panel(desa="AB")
    assert rank_desa({}).empty
    assert rank_desa([assess(given, "idl", 2026, 1)]).empty


def test_ranking_does_not_depend_on_the_order_of_the_list():
    given = many()
    ranked = rank_desa(assess_all(given, 2026, 3))
    turned = panel(desa=["D", "C", "B", "A"])
    other = given.observations.assign(desa_id=given.observations["desa"].map({"D": 1, "C": 2, "B": 3, "A": 4}))
    again = rank_desa(assess_all(type(given)(other, turned.desa, given.sasaran, given.targets, given.settings, given.indicators), 2026, 3))
    columns = ["desa", "score", "p_top3", "rank_low", "rank_high"]
    pd.testing.assert_frame_equal(
        ranked.sort_values("desa", ignore_index=True)[columns], again.sort_values("desa", ignore_index=True)[columns]
    )


def test_desa_reported_by_name_only_still_ranks_by_code_at_the_last_tie():
    given = panel(months("idl", {"A": [3], "B": [3]}))
    coded = given.desa.assign(code=["3320052002", "3320052001"])
    ranked = rank_desa(assess_all(type(given)(given.observations, coded, given.sasaran, (), given.settings, given.indicators), 2026, 1))
    assert list(ranked["desa"]) == ["B", "A"]


def test_order_of_observations_and_names_of_desa_do_not_matter():
    given = many()
    shuffled = given.observations.sample(frac=1, random_state=3, ignore_index=True)
    names = {"A": "Zebra", "B": "Apel", "C": "Mangga", "D": "Durian"}
    renamed = replace(
        given, observations=shuffled.assign(desa=shuffled["desa"].map(names)), desa=given.desa.assign(desa=given.desa["desa"].map(names))
    )
    first, again = (rank_desa(assess_all(one, 2026, 3)) for one in (given, renamed))
    columns = ["rank", "desa_id", "score", "p_top3", "rank_low", "rank_high", "verdict", "seat"]
    pd.testing.assert_frame_equal(first[columns], again[columns])
