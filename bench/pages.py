"""The script run of every page, warm: on one Puskesmas, and on the same Puskesmas within a district's store.

A real server runs them, and a visitor without a browser asks for them, so that menu, scope and what Streamlit does before and
after the script count.  The time of the line is that of the run itself, noted in the server (`bench/timed_server.py`); the time
until the visitor has the finished page, with the websocket and Streamlit's pauses between messages, stands beside it.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Line, Skipped, percentile
from bench.serving import app_command, free_port, running
from bench.session import Session
from bench.simulate import DISTRICT, PUSKESMAS, fill

TIMED, PATIENCE_SECONDS = "bench.timed_server", 5
MEDIAN_LIMIT, P95_LIMIT, DISTRICT_LIMIT = 80.0, 150.0, 1.3


@contextmanager
def _data_folder(folder: Path) -> Iterator[None]:
    before = os.environ.get("LOKMIN_DATA_DIR")
    os.environ["LOKMIN_DATA_DIR"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("LOKMIN_DATA_DIR") if before is None else os.environ.update(LOKMIN_DATA_DIR=before)


def make_store(folder: Path, sizes: Sequence[int]) -> None:
    """Fill the embedded store of a data folder with simulated Puskesmas; the day's backup is there, as on any warm server."""
    from lokmin_data.store import open_store

    with _data_folder(folder):
        store = open_store()
        fill(store, sizes)
        store.daily_backup()
        store.close()


@dataclass(frozen=True)
class Runs:
    """The warm runs of one page in milliseconds: the script in the server, and from asking until the page is finished."""

    script: list[float]
    asked: list[float]


def run_times(folder: Path, runs: int) -> dict[str, Runs]:
    """Page -> its warm runs; every page of the menu."""
    port = free_port()
    noted = folder / "lari.txt"
    noted.write_text("", encoding="ascii")
    command = [TIMED if part == "streamlit" else part for part in app_command(port)]
    with running(command, port, folder, LOKMIN_BENCH_TIMES=str(noted)) as (url, _):
        visitor = Session(url)
        times, before = {}, 1
        for page in filter(None, visitor.pages):
            visitor.go(page)
            visitor.run()
            asked = [visitor.run() * 1000 for _ in range(runs)]
            before += runs + 2
            times[page] = Runs([seconds * 1000 for seconds in _noted(noted, before)[-runs:]], asked)
        visitor.close()
    return times


def _noted(file: Path, runs: int) -> list[float]:
    """What the server noted, with the last of so many runs (it ends shortly after the visitor has the page)."""
    end = time.monotonic() + PATIENCE_SECONDS
    while len(lines := file.read_text(encoding="ascii").splitlines()) < runs and time.monotonic() < end:
        time.sleep(0.01)
    return [float(line) for line in lines]


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Per page the warm median, the worst p95, and the district's medians over the Puskesmas'."""
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        make_store(Path(one), PUSKESMAS)
        small = run_times(Path(one), runs * 4)
        for page, times in small.items():
            asked = f"sampai selesai di peramban tiruan {statistics.median(times.asked):.0f} ms, p95 {percentile(times.asked, 0.95):.0f} ms"
            yield Line(f"halaman {page}, hangat", statistics.median(times.script), MEDIAN_LIMIT, "ms", asked)
            yield Line(f"halaman {page}, hangat, p95", percentile(times.script, 0.95), P95_LIMIT, "ms")
        make_store(Path(many), DISTRICT)
        large = run_times(Path(many), runs * 4)
        for page, times in small.items():
            took = statistics.median(large[page].script)
            yield Line(f"halaman {page} di kabupaten", took / statistics.median(times.script), DISTRICT_LIMIT, "x satu Puskesmas", f"{took:.0f} ms")
