"""Sharing a total out over desa."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lokmin_data.analysis.apportion import apportion


@pytest.mark.parametrize(
    ("total", "weights", "expected"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (10, [50, 30, 20], [5, 3, 2]),
        (7, [1000, None, 500], [5, None, 2]),
        (7, [0, -3, 5], [None, None, 7]),
        (0, [3, 2], [0, 0]),
        (9, [None, float("nan")], [None, None]),
    ],
)
def test_apportion(total, weights, expected):
    assert apportion(total, weights) == expected


@given(st.integers(0, 100_000), st.lists(st.integers(1, 50_000), min_size=1, max_size=40))
def test_the_sum_is_kept_and_no_share_is_off_by_one_person_or_more(total, weights):
    shares = apportion(total, weights)
    assert sum(shares) == total
    assert all(abs(share - total * weight / sum(weights)) < 1 for share, weight in zip(shares, weights, strict=True))
