"""`kill -9` on PostgreSQL, of the writing process and of the server's own: what was acknowledged is there, nothing by half.

The short form kills a few times; `LOKMIN_UJI_PANJANG=1` kills a hundred times.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import psycopg
import pytest

from alat import postgres_uji
from lokmin_data.store import Store, StoreError, open_store
from tests.store.test_killed import DESA, KILLS, LIFE, check_whole, edit, kill_at_random, save

pytestmark = [
    pytest.mark.basisdata,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="tanpa fork, proses anak tidak dapat dimatikan semurah ini"),
]
OURS = "SELECT pid FROM pg_stat_activity WHERE application_name = 'dasbor-lokmin' AND state <> 'idle' LIMIT 1"
PATIENCE_SECONDS = 30


@pytest.fixture(scope="module")
def own_server() -> Iterator[postgres_uji.Server]:
    """A server of this module alone, that waits for its disk: a killed part of it takes every connection down."""
    folder = Path(tempfile.mkdtemp(prefix="lokmin-postgres-"))
    try:
        server = postgres_uji.start(folder, options=())
        yield server
        server.stop()
    except postgres_uji.NotAvailable as error:
        pytest.skip(str(error))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def ready(own_server: postgres_uji.Server) -> Iterator[str]:
    """URL of a store with one Puskesmas and its desa."""
    with postgres_uji.fresh_database(own_server.url) as url:
        store = open_store(url)
        puskesmas = store.add_puskesmas("Melati", who="uji")
        store.save_desa(puskesmas, pd.DataFrame({"desa": DESA}), "uji")
        store.close()
        yield url


def test_kills_of_the_writing_process(ready: str) -> None:
    first = 0
    for _ in range(KILLS):
        acknowledged = kill_at_random(ready, save, first)
        store = open_store(ready)
        first = check_whole(_settled(store), acknowledged)
        store.close()


def test_kills_while_editing(ready: str) -> None:
    first = 0
    for _ in range(KILLS):
        acknowledged = kill_at_random(ready, edit, first)
        store = _settled(open_store(ready))
        body, revision = store.load_document(1, "agenda", "2026-01")
        assert body["nomor"] >= acknowledged and revision == len(store.audit(1, limit=10**6).query("what == 'simpan agenda'"))
        first = body["nomor"] + 1
        store.close()


def test_kills_of_the_servers_own_process(own_server: postgres_uji.Server, ready: str) -> None:
    """The server throws everybody out and recovers; the writer is told, and its acknowledged saves are there."""
    first = 0
    for _ in range(max(2, KILLS // 2)):
        acknowledged, told = _save_until_the_server_dies(own_server, ready, first)
        assert "Sambungan ke server basis data terputus" in told, told
        store = _open_again(ready)
        first = check_whole(store, acknowledged)
        store.close()


def _settled(store: Store) -> Store:
    """The store, when the server has noticed that a killed writer is gone: its last save may just be under way."""
    end = time.monotonic() + PATIENCE_SECONDS
    others = OURS.replace("LIMIT 1", "AND pid <> pg_backend_pid()")
    while time.monotonic() < end:
        with store.engine.connect() as connection:
            if not connection.exec_driver_sql(others).all():
                return store
        time.sleep(0.01)
    raise AssertionError("the killed writer's connection stays busy")


def _save_until_the_server_dies(server: postgres_uji.Server, url: str, first: int) -> tuple[int, str]:
    """Let a worker save until its own server process is killed; the last number that it told, and what it was told."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(here)
        try:
            store = open_store(url)
            for number in range(first, first + 10_000):
                save(store, number)
                os.write(there, f"{number}\n".encode())
        except StoreError as error:
            os.write(there, str(error).encode())
        finally:
            os._exit(0)
    os.close(there)
    said = os.read(here, 100)
    time.sleep(random.uniform(*LIFE) / 1000)
    os.kill(_busy_process(server), signal.SIGKILL)
    while piece := os.read(here, 65536):
        said += piece
    os.close(here)
    os.waitpid(child, 0)
    numbers, _, told = said.decode().rpartition("\n")
    return int(numbers.split()[-1]), told


def _busy_process(server: postgres_uji.Server) -> int:
    with psycopg.connect(server.url.replace("+psycopg", "") + "/postgres", autocommit=True) as connection:
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            found = connection.execute(OURS).fetchone()
            if found:
                return int(found[0])
    raise AssertionError("nobody writes")


def _open_again(url: str) -> Store:
    """The store, when the server has recovered."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return open_store(url)
        except StoreError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
