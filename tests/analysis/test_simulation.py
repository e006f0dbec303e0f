"""The ranking finds the desa that need help: a short run of the simulation (the full one: python -m bench.ranking)."""

import numpy as np
import pytest

from bench.ranking import BASE, EXPECTED, WORLDS, found_share, run_world


@pytest.fixture(scope="module")
def means():
    return {world.name: run_world(world, 60) for world in WORLDS}


def test_found_depth_and_people_are_those_expected(means):
    found = [np.mean([world[f"proyeksi skor {name}"] for world in means.values()]) for name in ("depth", "people")]
    assert (np.array(found) >= np.array(EXPECTED["proyeksi"]) - 0.03).all()  # the short run's error is larger


def test_people_are_found_that_a_list_by_percent_misses(means):
    for world in means.values():
        assert world["proyeksi skor people"] > world["proyeksi persen people"]


def test_registered_denominators_help_more_than_any_formula(means):
    base = means[BASE.name]
    assert base["riil skor depth"] - base["proyeksi skor depth"] > 0.03
    assert base["riil skor people"] - base["proyeksi skor people"] > 0.05
    assert base["riil alarms"] < 0.06 < base["proyeksi alarms"]


def test_found_share():
    truth = np.array([5.0, 3.0, 2.0, 1.0])
    assert found_share(truth, np.array([0, 1, 2])) == 1
    assert found_share(truth, np.array([1, 2, 3])) == pytest.approx(0.6)
    assert found_share(np.zeros(3), np.array([0])) == 1
