"""The script run of every page, warm: on one Puskesmas, and on the same Puskesmas within a district's store.

A real server runs them, and a visitor without a browser asks for them, so that menu, scope and the server's own work count.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Line, Skipped, percentile
from bench.serving import app_command, free_port, running
from bench.session import Session
from bench.simulate import DISTRICT, PUSKESMAS, fill

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
    """Fill the embedded store of a data folder with simulated Puskesmas."""
    from lokmin_data.store import open_store

    with _data_folder(folder):
        fill(open_store(), sizes)


def run_times(folder: Path, runs: int) -> dict[str, list[float]]:
    """Page -> milliseconds of each warm script run, from asking until the page is finished; every page of the menu."""
    port = free_port()
    with running(app_command(port), port, folder) as (url, _):
        visitor = Session(url)
        times = {}
        for page in filter(None, visitor.pages):
            visitor.go(page)
            visitor.run()
            times[page] = [visitor.run() * 1000 for _ in range(runs)]
        visitor.close()
    return times


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Per page the warm median, the worst p95, and the district's medians over the Puskesmas'."""
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        make_store(Path(one), PUSKESMAS)
        small = run_times(Path(one), runs * 4)
        for page, values in small.items():
            p95 = percentile(values, 0.95)
            yield Line(f"halaman {page}, hangat", statistics.median(values), MEDIAN_LIMIT, "ms", f"p95 {p95:.0f} ms")
            yield Line(f"halaman {page}, hangat, p95", p95, P95_LIMIT, "ms")
        make_store(Path(many), DISTRICT)
        large = run_times(Path(many), runs * 4)
        for page in small:
            took, ratio = statistics.median(large[page]), statistics.median(large[page]) / statistics.median(small[page])
            yield Line(f"halaman {page} di kabupaten", ratio, DISTRICT_LIMIT, "x satu Puskesmas", f"{took:.0f} ms")
