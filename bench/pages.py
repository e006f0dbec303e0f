"""The script run of every page, warm: on one Puskesmas, and on the same Puskesmas within a district's store."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import ROOT, Line, Skipped, percentile
from bench.simulate import DISTRICT, PUSKESMAS, fill

MEDIAN_LIMIT, P95_LIMIT, DISTRICT_LIMIT = 80.0, 150.0, 1.3
LOOKING = ("ringkasan", "imunisasi", "stunting", "gizi_ibu_hamil", "spm_program_lain", "peringkat", "profil", "kualitas_data")
TIMEOUT = 120


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
    """Page -> milliseconds of each warm script run."""
    from streamlit.testing.v1 import AppTest

    times: dict[str, list[float]] = {}
    with _data_folder(folder):
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=TIMEOUT).run()
        for page in (name for name in LOOKING if (ROOT / "pages" / f"{name}.py").exists()):
            app.switch_page(f"pages/{page}.py").run()
            if app.exception:
                raise RuntimeError(f"{page}: {app.exception[0].message}")
            app.run()
            times[page] = []
            for _ in range(runs):
                start = time.perf_counter()
                app.run()
                times[page].append((time.perf_counter() - start) * 1000)
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
        for page, values in large.items():
            ratio = statistics.median(values) / statistics.median(small[page])
            yield Line(f"halaman {page} di kabupaten", ratio, DISTRICT_LIMIT, "x satu Puskesmas", f"{statistics.median(values):.0f} ms")
