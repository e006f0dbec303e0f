"""`kill -9` at any moment: what was acknowledged is there, and nothing is there by half.

The short form kills a dozen times; `LOKMIN_UJI_PANJANG=1` kills two hundred times.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from lokmin_data.store import Store, open_store
from lokmin_data.store.backup import is_good
from lokmin_data.store.health import page_fault
from lokmin_data.store.schema import area_sum, current_value, observation
from tests.store.builders import simple

LONG = os.environ.get("LOKMIN_UJI_PANJANG") == "1"
KILLS = 50 if LONG else 4
#: Milliseconds that a worker lives at least and at most after its first act.
LIFE = (2, 250)
DESA = [f"Desa {number}" for number in range(12)]

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="tanpa fork, proses anak tidak dapat dimatikan semurah ini"
)

Act = Callable[[Store, int], None]


def report_of(number: int) -> object:
    """The file of that number: every desa with the number itself, a month of its own as long as they last."""
    return simple(
        dict.fromkeys(DESA, float(number)), f"berkas-{number}.xlsx", year=2000 + number // 12, month=1 + number % 12
    )


def save(store: Store, number: int) -> None:
    """A new month."""
    store.save_report(report_of(number), 1, who="uji")  # type: ignore[arg-type]


def edit(store: Store, number: int) -> None:
    """A document, over and over."""
    store.save_document(
        1, "agenda", "2026-01", {"nomor": number}, store.load_document(1, "agenda", "2026-01")[1], "uji"
    )


def back_up(store: Store, number: int) -> None:
    """A save and a backup."""
    save(store, number)
    store.backup(store.folder / f"cadangan-{number}.zip")


def worker(url: str, act: Act, first: int, pipe: int) -> None:
    """Act again and again, telling the number after each; never returns."""
    store = open_store(url)
    for number in range(first, first + 10_000):
        act(store, number)
        os.write(pipe, f"{number}\n".encode())


def kill_at_random(url: str, act: Act, first: int) -> int:
    """Let a worker act for a random while and kill it; returns the last number that it told, or first - 1."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        try:
            worker(url, act, first, there)
        finally:
            os._exit(1)
    os.close(there)
    told = os.read(here, 100)  # the first act is done, or the child died of itself
    time.sleep(random.uniform(*LIFE) / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(here, 65536):
        told += piece
    os.close(here)
    whole = told.decode().rpartition("\n")[0].split()
    assert whole, "the worker did nothing"
    return int(whole[-1])


@pytest.fixture
def ready(tmp_path: Path) -> str:
    """URL of a store with one Puskesmas and its desa."""
    url = f"sqlite:///{tmp_path}/lokmin.sqlite"
    store = open_store(url)
    puskesmas = store.add_puskesmas("Melati", who="uji")
    store.save_desa(puskesmas, pd.DataFrame({"desa": DESA}), "uji")
    store.close()
    return url


def check_whole(store: Store, acknowledged: int) -> int:
    """Every acknowledged month is there with all desa, no month by half, and the sums agree; returns the next number."""
    stored = sorted(
        {int(row[0]) for row in store.rows(current_value.select().with_only_columns(current_value.c.numerator))}
    )
    assert set(range(acknowledged + 1)) <= set(stored), "an acknowledged save was lost"
    assert stored == list(range(len(stored)))
    for table in (current_value, observation):
        assert len(store.rows(table.select())) == len(stored) * len(DESA), "a save is there by half"
    sums = {row[1] * 12 + row[3]: row[8] for row in store.rows(area_sum.select())}
    assert sorted(sums.values()) == [number * len(DESA) for number in stored]
    reports = store.reports(1)
    assert len(reports) == len(stored) and (store.audit(1, limit=10**6)["what"] == "simpan laporan").sum() == len(stored)
    return len(stored)


def test_kills_while_saving(ready: str, tmp_path: Path) -> None:
    first = 0
    for _ in range(KILLS):
        acknowledged = kill_at_random(ready, save, first)
        assert page_fault(tmp_path / "lokmin.sqlite") == ""
        store = open_store(ready)
        first = check_whole(store, acknowledged)
        store.close()


def test_kills_while_editing(ready: str) -> None:
    first = 0
    for _ in range(KILLS):
        acknowledged = kill_at_random(ready, edit, first)
        store = open_store(ready)
        body, revision = store.load_document(1, "agenda", "2026-01")
        assert body["nomor"] >= acknowledged and revision == len(store.audit(1, limit=10**6).query("what == 'simpan agenda'"))
        first = body["nomor"] + 1
        store.close()


def test_kills_while_backing_up(ready: str, tmp_path: Path) -> None:
    first = 0
    for _ in range(KILLS):
        acknowledged = kill_at_random(ready, back_up, first)
        for number in range(first, acknowledged + 1):
            assert is_good(tmp_path / f"cadangan-{number}.zip")
        store = open_store(ready)
        first = check_whole(store, acknowledged)
        store.close()
    assert all(is_good(path) for path in tmp_path.glob("cadangan-*.zip")), (
        "half a backup stands under a whole one's name"
    )


def test_kills_while_making_the_schema(tmp_path: Path) -> None:
    for number in range(KILLS):
        url = f"sqlite:///{tmp_path}/{number}.sqlite"
        child = os.fork()
        if child == 0:
            try:
                open_store(url)
                time.sleep(60)
            finally:
                os._exit(1)
        time.sleep(random.uniform(0.005, 0.4))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        store = open_store(url)
        assert store.add_puskesmas("Melati", who="uji") == 1
        store.close()
