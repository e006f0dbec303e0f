"""Projection to December, pace in people, and the drop badge, against own tables."""

import math

import numpy as np
import pytest

from lokmin_data.analysis.projection import between, outcome_word, pace, pace_word, year_end
from lokmin_data.analysis.trend import drop_badge

# own table: x, months, n, N, mean rate, target -> goal, low, middle, high, chance, need, pace, ratio
PROJECTIONS = [
    (22, 6, 30, 60, 0.75, 54, 37, 44, 52, 0.072968, 16 / 3, 11 / 3, 1.454545),
    (7, 6, 9, 18, 0.72, 17, 10, 13, 18, 0.175816, 5 / 3, 7 / 6, 1.428571),
    (0, 3, 5, 20, 0.7, 18, 3, 7, 12, 0.012641, 2, 0, math.inf),
    (44, 6, 45, 90, 0.8, 81, 75, 86, 98, 0.739477, 37 / 6, 44 / 6, 0.840909),
    (30, 9, 45, 60, 0.75, 54, 36, 40, 45, 0.000984, 8, 10 / 3, 2.4),
    (54, 11, 55, 60, 0.9, 54, 56, 59, 62, 1, 0, 54 / 11, 0),
    (3, 1, 5, 60, 0.8, 54, 28, 43, 61, 0.215388, 51 / 11, 3, 1.545455),
    (20, 5, 25, 60, 0.75, 54, 38, 47, 57, 0.196541, 34 / 7, 4, 1.214286),
]  # fmt: skip


@pytest.mark.parametrize("case", PROJECTIONS)
def test_projection_to_december(case):
    x, months, n, sasaran, mean, goal, *expected = case
    low, mid, high, reach = year_end(np.array([x]), np.array([n]), np.array([sasaran]), mean, 0.9)
    now, need, ratio = pace(np.array([x]), np.array([months]), np.array([goal]))
    said = [float(value[0]) for value in (low, mid, high, reach, need, now, ratio)]
    assert said[:3] == expected[:3]
    assert said[3:] == pytest.approx(expected[3:], abs=1e-6)


@pytest.mark.parametrize(
    ("p", "word"),
    [(0.07, "tidak akan tercapai dengan laju sekarang"), (0.2, "tidak akan tercapai dengan laju sekarang"),
     (0.5, "belum bisa dipastikan"), (0.8, "di jalur, jaga laju"), (float("nan"), "")],
)  # fmt: skip
def test_projection_is_told_in_words(p, word):
    assert outcome_word(p) == word


@pytest.mark.parametrize(
    ("ratio", "word"),
    [(0.9, "sesuai laju"), (1, "sesuai laju"), (1.2, "sedikit dipercepat"), (1.45, "perlu kejar"), (2.4, "perlu sweeping"),
     (math.inf, "perlu sweeping"), (float("nan"), "")],
)  # fmt: skip
def test_pace_is_told_in_words(ratio, word):
    assert pace_word(ratio) == word


@pytest.mark.parametrize(("value", "text"), [(16 / 3, "5-6"), (11 / 3, "3-4"), (5.0, "5"), (0.4, "kurang dari 1"), (0, "0")])
def test_pace_is_told_in_whole_people(value, text):
    assert between(value) == text


DROPS = [(30, 5, 0.33, 0.0109872425, True), (30, 12, 0.33, 0.3334806488, False), (9, 0, 0.3, 0.0403536070, False),
         (60, 12, 1 / 3, 0.0012530193, True), (18, 2, 0.35, 0.0121177067, True)]  # fmt: skip


@pytest.mark.parametrize(("earlier", "recent", "share", "p", "badge"), DROPS)
def test_drop_badge(earlier, recent, share, p, badge):
    assert drop_badge(earlier, recent, share) == (pytest.approx(p, abs=1e-9), badge)


def test_drop_badge_says_nothing_without_numbers():
    assert drop_badge(0, 0, 0.3)[1] is False
    assert drop_badge(10, 0, 1.0)[1] is False
