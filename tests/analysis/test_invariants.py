"""What must hold for any reports, from the observations to the ranking: order, names, improvement, bounds, nothing to do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lokmin_data.analysis import assess, assess_all, rank_desa
from tests.analysis.panels import months, panel

MONTH = 4
month = st.one_of(st.none(), st.integers(0, 14))
small = st.fixed_dictionaries({
    name: st.tuples(st.lists(month, min_size=MONTH, max_size=MONTH), st.sampled_from([7, 12, 60, 93.5, 120]), st.integers(0, 9)) for name in "ABCD"
})  # fmt: skip


def built(reports, names="ABCD", order=1, *, odf: bool = True):
    """A Puskesmas with a running coverage (IDL), a prevalence (stunting) and a status (ODF), under other names or another order."""
    rename = dict(zip("ABCD", names, strict=True))
    coverage = months("idl", {rename[k]: v[0] for k, v in reports.items()}, {rename[k]: v[1] for k, v in reports.items()})
    cases = months("stunting", {rename[k]: [None, min(v[2], 9)] for k, v in reports.items()}, 9, basis="point")
    yes = months("sbs", {rename[k]: [v[2] % 2] for k, v in reports.items()}, None, basis="point") if odf else []
    return panel((coverage + cases + yes)[::order], desa=[rename[k] for k in "ABCD"])


def ranked(given):
    return rank_desa(assess_all(given, 2026, MONTH), given.settings).set_index("desa_id").sort_index()


@settings(max_examples=25)
@given(small)
def test_scores_ignore_names_and_the_order_of_rows(reports):
    plain = ranked(built(reports))
    for other in (ranked(built(reports, ["Zeta", "Y", "Alun-alun", "Ü"])), ranked(built(reports, order=-1))):
        for column in ("score", "rank", "short", "verdict", "rank_low", "rank_high"):
            assert list(other[column]) == list(plain[column])
        assert list(other["p_top3"]) == pytest.approx(list(plain["p_top3"]))


@settings(max_examples=25)
@given(small, st.sampled_from("ABCD"), st.integers(0, MONTH - 1), st.integers(1, 9), st.booleans())
def test_score_never_rises_when_the_desa_itself_improves(reports, name, at, step, coverage):
    numbers, sasaran, cases = reports[name]
    if coverage and numbers[at] is None:
        return  # a month more is a report, not an improvement
    better = [value + step if i == at else value for i, value in enumerate(numbers)] if coverage else numbers
    after = {**reports, name: (better, sasaran, cases if coverage else max(0, cases - step))}
    place = "ABCD".index(name) + 1
    assert ranked(built(after)).loc[place, "score"] <= ranked(built(reports)).loc[place, "score"] + 1e-9


@settings(max_examples=25)
@given(small)
def test_scores_stay_within_bounds_and_are_nil_where_nothing_is_left_to_do(reports):
    table = ranked(built(reports))
    assert table["score"].between(0, 100).all()
    for code in ("idl", "stunting"):
        found = assess(built(reports), code, 2026, MONTH)
        sign = 1 if code == "idl" else -1
        x, n = (found.desa[name].to_numpy(dtype=float) for name in ("cumulative", "n"))
        met = (n > 0) & (sign * (np.minimum(x, n) * 100 - found.annual_target * n) >= 0) & (found.desa["completeness"] == 1)
        assert (found.desa.loc[met, "score"] == 0).all()
        assert (found.desa.loc[~(n > 0), "verdict"] == "belum_ada_data").all()


@settings(max_examples=10)
@given(small)
def test_a_status_is_judged_but_never_scored(reports):
    with_status, without = ranked(built(reports)), ranked(built(reports, odf=False))
    assert list(with_status["score"]) == list(without["score"])
    assert assess(built(reports), "sbs", 2026, MONTH).score is None
