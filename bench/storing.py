"""Storing: from *Simpan* to the new numbers, and a month's batch of a district, with its memory."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import NamedTuple

import psutil

from bench.measure import ROOT, Compared, Line, Skipped, seconds
from bench.reading import bare_parse, largest_real_workbook
from lokmin_data.commands._pool import in_order, readers
from lokmin_data.model import Reading
from lokmin_data.store import Store, load_panel, open_store

SHOWN_LIMIT, PARSER_SHARE, INSERT_SHARE, MEMORY_LIMIT = 1.0, 4.0, 0.2, 400.0
PUSKESMAS = 30
LOOK_SECONDS = 0.1
#: Three workbooks of one month's kind: immunisation, KIA, SPM.  Ours are nothing but their tables; where there is a real one,
#: it is the KIA workbook of each Puskesmas.
BATCH = ("Imunisasi/PWS IMUNISASI JUNI 2026.xlsx", "KIA/LAPORAN KIA 2026.xlsx", "SPM/SPM sd JUNI 2026.xlsx")
KIA = 1
WHO = "tolok ukur"


def _read(path: str) -> Reading:
    from lokmin_data.reading import read_report

    return read_report(Path(path).read_bytes(), Path(path).name, pictures=False)


def _save(store: Store, puskesmas_id: int, reading: Reading) -> int:
    """Store a reading as `load --desa-baru` does; the number of rows."""
    known = set(store.desa(puskesmas_id)["desa"])
    new = () if not known else tuple(area for area in reading.observations["area"].unique() if area not in known)
    return store.save_report(reading, puskesmas_id, who=WHO, create_areas=True, new_areas=new).stored


def _until_shown(folder: Path, reading: Reading, turn: int) -> float:
    """Seconds from storing one workbook to the assessed headline numbers."""
    from lokmin_data.analysis import assess_all, rank_desa
    from lokmin_data.reference import load_indicators

    store = open_store(f"sqlite:///{folder / f'tampil{turn}.sqlite'}")
    puskesmas_id = store.add_puskesmas("Melati", kecamatan="Melati", who=WHO)
    headlines = [code for code, item in load_indicators().items() if item.headline]

    def work() -> None:
        _save(store, puskesmas_id, reading)
        panel = load_panel(store, puskesmas_id, 2026, 6)
        rank_desa(assess_all(panel, 2026, 6, headlines), panel.settings)

    took = seconds(work)
    store.close()
    return took


def _bare_insert(store_file: Path, folder: Path) -> float:
    """Seconds to insert the stored rows, as they are, into the same table of an empty database, and to commit them."""
    source = sqlite3.connect(store_file)
    (table,) = source.execute("SELECT sql FROM sqlite_master WHERE name = 'observation'").fetchone()
    rows = source.execute("SELECT * FROM observation").fetchall()
    source.close()
    plain = sqlite3.connect(folder / f"polos{time.monotonic_ns()}.sqlite")
    plain.execute("PRAGMA journal_mode=wal")
    plain.execute(table)

    def work() -> None:
        plain.executemany("INSERT INTO observation VALUES (" + ", ".join("?" * len(rows[0])) + ")", rows)
        plain.commit()

    took = seconds(work)
    plain.close()
    return took


def _batch(paths: list[str], store_file: Path) -> int:
    """Read every file as `load` does, on all cores, and store each in a transaction of its own; returns the rows."""
    store = open_store(f"sqlite:///{store_file}")
    ids = [store.add_puskesmas(f"Puskesmas {number}", kecamatan=f"Kecamatan {number}", who=WHO) for number in range(PUSKESMAS)]
    stored = 0
    with readers(len(paths)) as pool:
        for number, (_, reading) in enumerate(in_order(pool, _read, paths)):
            own = replace(reading, sha256=f"{reading.sha256[:-8]}{number:08d}")
            stored += _save(store, ids[number // len(BATCH)], own)
    store.close()
    return stored


class _Watch:
    """Within it, `share` becomes how many cores worked, `megabytes` the most memory of this process and its children,
    each shared page counted once."""

    share, megabytes = 0.0, 0.0

    def __enter__(self) -> _Watch:
        self._done, self._started, self._before, self._worked = Event(), time.perf_counter(), _processor_seconds(), 0.0
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        self.share = (max(self._worked, _processor_seconds()) - self._before) / (time.perf_counter() - self._started)

    def _look(self) -> None:
        me = psutil.Process()
        while not self._done.wait(LOOK_SECONDS):
            alive = [me, *me.children(recursive=True)]
            self.megabytes = max(self.megabytes, sum(map(_own_memory, alive)) / 1e6)
            self._worked = max(self._worked, sum(map(_worked, alive)))  # a parser that its reader leaves behind is in no other sum


def _worked(process: psutil.Process) -> float:
    """Processor seconds of a process and of its children that have ended; 0 where it has just ended."""
    try:
        return sum(process.cpu_times()[:4])
    except psutil.Error:
        return 0.0


def _own_memory(process: psutil.Process) -> int:
    """Bytes of a process, its part of shared pages; 0 where it has just ended."""
    try:
        memory = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(memory, "pss", memory.uss))


def _processor_seconds() -> float:
    """Processor seconds of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def lines(*, runs: int) -> Iterator[Line | Compared | Skipped]:
    """The wait after *Simpan*; the batch against the bare parser and the bare insert of the same rows; its memory."""
    files = [str(ROOT / "data" / "contoh" / name) for name in BATCH]
    real = largest_real_workbook()
    with TemporaryDirectory() as name:
        folder = Path(name)
        reading = _read(files[0])
        shown = sorted(_until_shown(folder, reading, turn) for turn in range(runs))[runs // 2]
        yield Line("dari Simpan sampai angka baru", shown, SHOWN_LIMIT, "s", f"{len(reading.observations)} angka")
        small = _of_batch(files * PUSKESMAS, folder, max(2, runs // 2))
        if real is None:
            yield Skipped("kiriman sebulan kabupaten", "LOKMIN_CORPUS tidak ditetapkan")
            yield Compared("kiriman yang sama, semua buku kerja kecil", small.ratio, "x yang diizinkan", small.detail)
            return
        files[KIA] = str(real)
        batch = _of_batch(files * PUSKESMAS, folder, max(2, runs // 2))
        work = f"kiriman sebulan kabupaten, {PUSKESMAS} x {len(BATCH)} laporan"
        yield Line(work, batch.ratio, 1.0, "x yang diizinkan", batch.detail)
        yield Line(f"{work}, memori terbanyak", batch.megabytes, MEMORY_LIMIT, "MB", "semua proses bersama")
        yield Compared("kiriman yang sama, semua buku kerja kecil", small.ratio, "x yang diizinkan", small.detail)


class _Measured(NamedTuple):
    """A batch: times what is allowed, the most memory of all processes, and in words what it is made of."""

    ratio: float
    megabytes: float
    detail: str


def _of_batch(paths: list[str], folder: Path, runs: int) -> _Measured:
    """Batch, bare parser and bare insert in turn, so that a machine whose speed drifts does not decide; the middle one.

    Memory and cores are watched in a run of their own: asking the system for the memory of five processes ten times a
    second takes a thirtieth of the machine."""
    contents = {path: Path(path).read_bytes() for path in paths}
    new_store = lambda: folder / f"kabupaten{time.monotonic_ns()}.sqlite"  # noqa: E731
    with _Watch() as watch:
        _batch(paths, new_store())
    measured = []
    for _ in range(runs):
        store_file = new_store()
        bare = seconds(lambda: [bare_parse(contents[path]) for path in paths])
        start = time.perf_counter()
        stored = _batch(paths, store_file)
        took = time.perf_counter() - start
        insert = _bare_insert(store_file, folder)
        detail = f"{took:.1f} s; pengurai polos {bare:.2f} s, sisip polos {insert:.2f} s, {stored} baris; {watch.share:.1f} inti bekerja"
        measured.append(_Measured(took / (PARSER_SHARE * bare + INSERT_SHARE * insert), watch.megabytes, detail))
    return sorted(measured)[runs // 2]
