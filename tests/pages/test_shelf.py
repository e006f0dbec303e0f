"""What is made of a Puskesmas' data: once for all who ask, gone when the data change, never more than fits."""

from __future__ import annotations

import sys
import threading
import time

import pytest
import streamlit as st

from pages._shared import collector, shelf
from pages._shared.shelf import shared


@pytest.fixture(autouse=True)
def empty():
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_two_who_ask_at_once_make_it_once():
    made, got = [], []

    def make():
        made.append(1)
        time.sleep(0.05)
        return object()

    askers = [threading.Thread(target=lambda: got.append(shared(False, 1, 7, "sesuatu", make))) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(made) == 1 and len(got) == 4 and len(set(map(id, got))) == 1


def test_one_thing_may_be_made_of_another():
    assert shared(False, 1, 7, "dua", lambda: shared(False, 1, 7, "satu", lambda: 1) + 1) == 2


def test_an_upload_of_another_puskesmas_or_the_example_changes_nothing():
    first = shared(False, 1, 7, "x", object)
    shared(False, 2, 8, "x", object)
    shared(True, 1, 9, "x", object)
    assert shared(False, 1, 7, "x", object) is first


def test_a_page_under_way_keeps_its_version_until_it_is_drawn(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(shelf, "monotonic", lambda: now[0])
    held = {version: shared(False, 1, version, "x", object) for version in (7, 8)}
    now[0] += shelf.FINISHING_SECONDS - 1
    assert all(shared(False, 1, version, "x", object) is thing for version, thing in held.items())
    now[0] += 1
    assert shared(False, 1, 8, "x", object) is held[8]
    assert shared(False, 1, 7, "x", object) is not held[7]


def test_what_a_late_page_makes_of_superseded_data_goes_as_well(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(shelf, "monotonic", lambda: now[0])
    new, late = shared(False, 1, 8, "x", object), shared(False, 1, 7, "x", object)
    assert shared(False, 1, 7, "x", object) is late
    now[0] += shelf.FINISHING_SECONDS
    assert shared(False, 1, 8, "x", object) is new
    assert shared(False, 1, 7, "x", object) is not late


def test_of_many_uploads_in_a_row_only_the_last_two_are_held():
    held = {version: shared(False, 1, version, "x", object) for version in (7, 8, 9)}
    assert shared(False, 1, 9, "x", object) is held[9] and shared(False, 1, 8, "x", object) is held[8]
    assert shared(False, 1, 7, "x", object) is not held[7]


def test_what_nobody_looked_at_for_longest_goes_first(monkeypatch):
    monkeypatch.setattr(shelf, "KEPT_THINGS", 2)
    first, second = (shared(False, 1, 7, name, object) for name in "ab")
    assert shared(False, 1, 7, "a", object) is first
    shared(False, 1, 7, "c", object)
    assert shared(False, 1, 7, "a", object) is first
    assert shared(False, 1, 7, "b", object) is not second


def test_an_error_is_not_kept():
    with pytest.raises(ZeroDivisionError):
        shared(False, 1, 7, "x", lambda: 1 // 0)
    assert shared(False, 1, 7, "x", lambda: 1) == 1


def test_threads_wait_little_for_each_other():
    before = sys.getswitchinterval()
    try:
        collector.take_short_turns()
        assert sys.getswitchinterval() == pytest.approx(collector.SWITCH_SECONDS)
    finally:
        sys.setswitchinterval(before)
