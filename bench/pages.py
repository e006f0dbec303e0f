"""The script run of every page, warm: on one Puskesmas, and on the same Puskesmas within a district's store.

A real server runs them, and a visitor without a browser asks for them, so that menu, scope and what Streamlit does before and
after the script count.  The time of the line is that of the run itself, noted in the server (`bench/timed_server.py`); the time
until the visitor has the finished page, with the websocket and Streamlit's pauses between messages, stands beside it.
Both servers run at once, and each page is asked of them in turn: minutes apart, the same page differed by a third.
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
#: The server notes a run shortly after the visitor has its page.
SETTLED_SECONDS = 0.1
#: A page of ten milliseconds needs some runs until its median stands still.
LEAST_RUNS = 24
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


class Visit:
    """A visitor at a server of his own, which notes how long its runs take."""

    def __init__(self, url: str, noted: Path) -> None:
        self.visitor, self.noted = Session(url), noted
        self.asked: list[float] = []
        self.before = 0

    def open(self, page: str) -> None:
        """Look at a page until it is warm."""
        self.visitor.go(page)
        self.visitor.run()
        time.sleep(SETTLED_SECONDS)
        self.asked, self.before = [], len(self._lines())

    def run(self) -> None:
        """Let the page run once more."""
        self.asked.append(self.visitor.run() * 1000)

    def times(self) -> Runs:
        """The runs since the page is warm; the server notes the last one shortly after the visitor has the page."""
        end = time.monotonic() + PATIENCE_SECONDS
        while len(lines := self._lines()[self.before :]) < len(self.asked) and time.monotonic() < end:
            time.sleep(0.01)
        return Runs([float(line) * 1000 for line in lines], self.asked)

    def _lines(self) -> list[str]:
        return self.noted.read_text(encoding="ascii").splitlines()


@contextmanager
def visiting(folder: Path) -> Iterator[Visit]:
    """A visitor of a server on that data folder."""
    port, noted = free_port(), folder / "lari.txt"
    noted.write_text("", encoding="ascii")
    command = [TIMED if part == "streamlit" else part for part in app_command(port)]
    with running(command, port, folder, LOKMIN_BENCH_TIMES=str(noted)) as (url, _):
        visit = Visit(url, noted)
        yield visit
        visit.visitor.close()


def run_times(visits: Sequence[Visit], runs: int) -> Iterator[tuple[str, list[Runs]]]:
    """Each page of the first one's menu with the warm runs of every visit, which take turns: a machine whose speed drifts decides nothing."""
    for page in filter(None, visits[0].visitor.pages):
        for visit in visits:
            visit.open(page)
        for number in range(runs):
            for visit in visits if number % 2 else reversed(visits):
                visit.run()
        yield page, [visit.times() for visit in visits]


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Per page the warm median, the worst p95, and the district's medians over the Puskesmas'."""
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        make_store(Path(one), PUSKESMAS)
        make_store(Path(many), DISTRICT)
        with visiting(Path(one)) as small, visiting(Path(many)) as large:
            for page, (times, there) in run_times([small, large], max(LEAST_RUNS, runs * 4)):
                asked = f"sampai selesai di peramban tiruan {statistics.median(times.asked):.0f} ms, p95 {percentile(times.asked, 0.95):.0f} ms"
                took, took_there = statistics.median(times.script), statistics.median(there.script)
                yield Line(f"halaman {page}, hangat", took, MEDIAN_LIMIT, "ms", asked)
                yield Line(f"halaman {page}, hangat, p95", percentile(times.script, 0.95), P95_LIMIT, "ms")
                sides = f"{took_there:.0f} ms : {took:.0f} ms"
                yield Line(f"halaman {page} di kabupaten", took_there / took, DISTRICT_LIMIT, "x satu Puskesmas", sides)
