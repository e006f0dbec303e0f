"""What libraries made when they were imported is not walked through again after every run of the script."""

from __future__ import annotations

import gc
import sys
from types import ModuleType

import pytest

from pages._shared import collector


@pytest.fixture(autouse=True)
def thaw():
    yield
    gc.unfreeze()


def test_new_modules_are_set_aside_once(monkeypatch):
    monkeypatch.setattr(collector, "_seen", 0)
    collector.spare_modules()
    first = gc.get_freeze_count()
    assert first > 10_000
    later = [[] for _ in range(100)]
    collector.spare_modules()
    assert gc.get_freeze_count() <= first and len(later) == 100, "nothing was imported: what a page holds can still be collected"
    monkeypatch.setitem(sys.modules, "modul_uji", ModuleType("modul_uji"))
    collector.spare_modules()
    assert gc.get_freeze_count() > first


def test_free_memory_is_given_back_once_a_minute(monkeypatch):
    given = []
    monkeypatch.setattr(collector, "_given_back", float("-inf"))
    monkeypatch.setattr(collector, "_trim", lambda: given.append)
    for _ in range(3):
        collector.give_back()
    assert given == [0]
    monkeypatch.setattr(collector, "_given_back", collector._given_back - collector.GIVE_BACK_SECONDS - 1)
    collector.give_back()
    assert given == [0, 0]


def test_what_gives_memory_back_can_be_called_on_this_system():
    assert collector._trim()(0) in (0, 1, False)
