"""The garbage collector while a report is read: at rest, and what is left then is not looked through as if it were young."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from lokmin_data.reading.collecting import MANY_OBJECTS, without_collecting


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Nothing set aside, as in a program of one's own; set aside again for the other tests."""
    gc.unfreeze()
    yield
    gc.collect()
    gc.freeze()


def made(count: int) -> list[list[int]]:
    with without_collecting():
        assert not gc.isenabled()
        return [[number] for number in range(count)]


def test_many_objects_are_old_behind_it_and_nothing_is_set_aside_for_ever() -> None:
    left = made(2 * MANY_OBJECTS)
    old = {id(each) for each in gc.get_objects(generation=2)}
    assert gc.isenabled() and not gc.get_freeze_count() and all(id(each) in old for each in left)


def test_what_a_server_has_set_aside_stays_so() -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    left = made(2 * MANY_OBJECTS)
    assert len(left) == 2 * MANY_OBJECTS and 0 < gc.get_freeze_count() <= before


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        made(10)
        assert not gc.isenabled()
    finally:
        gc.enable()
