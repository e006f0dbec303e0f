"""Two dashboards, the command `load` and the command `backup` on one embedded store at the same time: nothing lost, nobody told "locked".

Seconds in the normal run; a minute with LOKMIN_UJI_PANJANG=1.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from alat import server_uji
from bench.session import Failed, Session
from bench.soak import _workbook
from lokmin_data.store import open_store
from lokmin_data.store.backup import is_good
from lokmin_data.store.health import page_fault

LONG = os.environ.get("LOKMIN_UJI_PANJANG") == "1"
SECONDS = 60 if LONG else 3
PUSKESMAS, DESA = "Simulasi", 6
LOOKING = ("ringkasan", "peringkat", "kualitas_data", "rtl")
#: Words of a store that somebody else holds.
HELD = ("sedang dipakai proses lain", "database is locked", "menolak perintah")


class Record:
    """What was acknowledged: the names of the files that were stored, the backups, what was read; and what went wrong."""

    def __init__(self) -> None:
        self.files: list[str] = []
        self.backups: list[Path] = []
        self.read = 0
        self.errors: list[str] = []


def visit(record: Record, url: str, dice: random.Random, name: str, going: Callable[[], bool]) -> None:
    """An officer at one dashboard: drops a report, stores it, looks at pages, again."""
    session, turn = Session(url, "unggah"), 0
    while turn == 0 or going():
        turn += 1
        file = f"{name}-{turn}.xlsx"
        session.upload(file, _workbook(PUSKESMAS, DESA, dice))
        session.press("Ganti" if any("nilai lain" in text for text in session.texts()) else "Simpan")
        said = " | ".join(session.texts())
        if any(word in said for word in HELD) or "tersimpan" not in said:
            raise Failed(f"{file}: {said[-300:]}")
        record.files.append(file)
        session.press("Unggah berkas lain")
        session.go(dice.choice(LOOKING))
        record.read += 1
        session.go("unggah")
    session.close()


def command(record: Record, folder: Path, words: list[str]) -> None:
    """One command of the command line in a process of its own."""
    variables = {**os.environ, "LOKMIN_DATA_DIR": str(folder)}
    variables.pop("LOKMIN_DATABASE_URL", None)
    done = subprocess.run([sys.executable, "-m", "lokmin_data", *words], capture_output=True, text=True, env=variables, cwd=server_uji.ROOT)
    if done.returncode:
        record.errors.append(f"{words}: {done.stdout[-300:]} {done.stderr[-300:]}")


def load(record: Record, folder: Path, dice: random.Random, going: Callable[[], bool]) -> None:
    """Somebody loads reports on the command line."""
    turn = 0
    while turn == 0 or going():
        turn += 1
        file = folder.parent / f"baris-{turn}.xlsx"
        file.write_bytes(_workbook(PUSKESMAS, DESA, dice))
        command(record, folder, ["load", str(file), "--puskesmas", PUSKESMAS])
        record.files.append(file.name)


def back_up(record: Record, folder: Path, going: Callable[[], bool]) -> None:
    """Somebody makes backups meanwhile."""
    while not record.backups or going():
        file = folder.parent / f"cadangan-{len(record.backups)}.zip"
        command(record, folder, ["backup", str(file)])
        record.backups.append(file)


def at_once(record: Record, works: list[Callable[[], None]]) -> None:
    """All works beside each other; what one dies of is recorded."""

    def told(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            record.errors.append(f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=told, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.lama
@pytest.mark.timeout(600)
def test_two_dashboards_and_two_commands_on_one_store(tmp_path: Path) -> None:
    folder, record = tmp_path / "data", Record()
    store = open_store(f"sqlite:///{folder}/lokmin.sqlite")
    puskesmas = store.add_puskesmas(PUSKESMAS, who="uji")
    store.save_desa(puskesmas, pd.DataFrame({"desa": [f"Desa {number:02d}" for number in range(1, DESA + 1)]}), "uji")
    store.close()
    servers = [server_uji.start(tmp_path / name, data=folder) for name in ("kiri", "kanan")]
    end = time.monotonic() + SECONDS
    going = lambda: time.monotonic() < end  # noqa: E731
    works = [lambda n=n, s=s: visit(record, s.url, random.Random(n), f"layar{n}", going) for n, s in enumerate(servers)]
    works += [lambda: load(record, folder, random.Random(7), going), lambda: back_up(record, folder, going)]
    try:
        at_once(record, works)
    finally:
        for server in servers:
            server.stop()
    assert record.errors == []
    assert not any(word in server.log for server in servers for word in ("Traceback", "locked"))
    check(folder, puskesmas, record)


def check(folder: Path, puskesmas: int, record: Record) -> None:
    """Every acknowledged file is there once and whole, the newest ones are what counts, and each backup is good."""
    assert page_fault(folder / "lokmin.sqlite") == "" and all(map(is_good, record.backups)) and record.backups
    store = open_store(f"sqlite:///{folder}/lokmin.sqlite")
    reports = store.reports(puskesmas)
    assert sorted(reports["file_name"]) == sorted(record.files) and len(record.files) >= 3
    assert (store.audit(puskesmas, limit=10**6)["what"] == "simpan laporan").sum() == len(record.files)
    with store.reading() as connection:
        query = "SELECT desa_id, indicator, year, month, numerator, report_id FROM {} WHERE puskesmas_id = ? ORDER BY report_id"
        seen = {row[:4]: row[4] for row in connection.exec_driver_sql(query.format("observation"), (puskesmas,))}
        now = {row[:4]: row[4] for row in connection.exec_driver_sql(query.format("current_value"), (puskesmas,))}
    assert now == seen, "the newest report of each number is not the one that counts"
    store.close()
