"""Storing: from *Simpan* to the new numbers, and a month's batch of a district."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import ROOT, Line, Skipped, median_seconds, seconds
from bench.reading import bare_parse
from lokmin_data.model import Reading
from lokmin_data.store import Store, load_panel, open_store

SHOWN_LIMIT, PARSER_SHARE, INSERT_SHARE, MEMORY_LIMIT = 1.0, 4.0, 0.2, 400.0
PUSKESMAS = 30
#: Three workbooks of one month's kind: immunisation, KIA, nutrition.
BATCH = ("Imunisasi/PWS IMUNISASI JUNI 2026.xlsx", "KIA/LAPORAN KIA 2026.xlsx", "SPM/SPM sd JUNI 2026.xlsx")
WHO = "tolok ukur"


def _read(path: str) -> Reading:
    from lokmin_data.reading import read_report

    return read_report(Path(path).read_bytes(), Path(path).name)


def _save(store: Store, puskesmas_id: int, reading: Reading) -> int:
    return store.save_report(reading, puskesmas_id, who=WHO, create_areas=True).stored


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


def _bare_insert(rows: int) -> float:
    """Seconds to insert so many rows of an observation's width into a plain table."""
    row = (1, 2026, "idl", 6, 1, "month", "T", 1, "desa", 3.0, 90.0, 3.3, "Lembar", "B12")
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "polos.sqlite")
        connection.execute("CREATE TABLE t (" + ", ".join(f"c{number}" for number in range(len(row))) + ")")
        took = seconds(lambda: connection.executemany("INSERT INTO t VALUES (" + ", ".join("?" * len(row)) + ")", [row] * rows))
        connection.commit()
        connection.close()
    return took


def _batch(paths: list[str], folder: Path) -> int:
    """Read every file on both cores and store each in a transaction of its own; returns the rows stored."""
    store = open_store(f"sqlite:///{folder / f'kabupaten{time.monotonic_ns()}.sqlite'}")
    ids = [store.add_puskesmas(f"Puskesmas {number}", kecamatan=f"Kecamatan {number}", who=WHO) for number in range(PUSKESMAS)]
    stored = 0
    with ProcessPoolExecutor(os.cpu_count(), mp_context=multiprocessing.get_context("fork")) as pool:
        for number, reading in enumerate(pool.map(_read, paths)):
            own = replace(reading, sha256=f"{reading.sha256[:-8]}{number:08d}")
            stored += _save(store, ids[number // len(BATCH)], own)
    store.close()
    return stored


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """The wait after *Simpan*, and the batch against the bare parser and the bare insert of the same rows."""
    files = [str(ROOT / "data" / "contoh" / name) for name in BATCH]
    with TemporaryDirectory() as name:
        folder = Path(name)
        reading = _read(files[0])
        shown = sorted(_until_shown(folder, reading, turn) for turn in range(runs))[runs // 2]
        yield Line("dari Simpan sampai angka baru", shown, SHOWN_LIMIT, "s", f"{len(reading.observations)} angka")
        paths = files * PUSKESMAS
        contents = [Path(path).read_bytes() for path in paths]
        bare = median_seconds(lambda: [bare_parse(data) for data in contents], runs=runs)
        stored = _batch(paths, folder)
        took = min(seconds(lambda: _batch(paths, folder)) for _ in range(max(1, runs // 3)))
        allowed = PARSER_SHARE * bare + INSERT_SHARE * _bare_insert(stored)
        detail = f"{took:.1f} s; pengurai polos {bare:.2f} s, {stored} baris"
        yield Line("kiriman sebulan kabupaten, 30 x 3 laporan", took / allowed, 1.0, "x yang diizinkan", detail)
