"""Reports composed of independent parts: whatever the parts, no number is wrong, none is made up, what is missing is told."""

from __future__ import annotations

from functools import cache

import pytest
from composed.compose import LAYOUTS, compose
from composed.outcome import Outcome, outcome_of

SEEDS = range(18 * len(LAYOUTS))
#: Some combinations are ambiguous and refused or asked about; all others must be read.
READ_AT_LEAST = 0.97


@cache
def outcome(seed: int) -> Outcome:
    return outcome_of(compose(seed))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{LAYOUTS[seed % len(LAYOUTS)].__name__}-{seed}")
def test_no_number_is_wrong_and_what_is_missing_is_told(seed: int) -> None:
    found = outcome(seed)
    assert found.numbers > 0
    assert found.wrong == ()
    assert found.ghosts == ()
    assert found.untold == ()
    assert not found.missing or found.problems, f"missing without a word: {found.missing}"


def test_nearly_all_numbers_are_read() -> None:
    outcomes = [outcome(seed) for seed in SEEDS]
    numbers, missing = sum(each.numbers for each in outcomes), sum(len(each.missing) for each in outcomes)
    assert 1 - missing / numbers >= READ_AT_LEAST
