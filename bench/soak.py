"""Twenty sessions on one server for minutes, five of them uploading: no error, memory flat, a page within 3 x of a single session.

`python -m bench.soak [--menit N]`.  Sessions are Streamlit's own test interface of the server, as in `bench.viewers`;
uploads take the road of a save beside the server: the same reader, the same store, the same file on disk.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.measure import percentile
from bench.pages import make_store
from bench.serving import app_command, free_port, running
from bench.simulate import MONTHS, PUSKESMAS, SEED, year_reading
from bench.viewers import CHOICES, Viewer, memory_mb
from lokmin_data.model import LokminError
from lokmin_data.store import open_store

SESSIONS, UPLOADING, MINUTES = 20, 5, 10.0
#: A viewer reads a page before the next click; an officer looks at what was read before saving.
THINKING_SECONDS, BETWEEN_UPLOADS_SECONDS = 4.0, 6.0
LATENCY_LIMIT, GROWTH_LIMIT = 3.0, 1.10
ALONE_CLICKS = 12
YEAR, UPLOADED_INDICATORS = 2026, 6


@dataclass
class Outcome:
    """What the sessions met: seconds of every click, reports saved, errors, memory at the middle and at the end in MB."""

    alone: float = 0.0
    clicks: list[float] = field(default_factory=list)
    saved: int = 0
    errors: list[str] = field(default_factory=list)
    middle_mb: float = 0.0
    end_mb: float = 0.0

    @property
    def p95(self) -> float:
        """95 % of the clicks were done after so many seconds."""
        return percentile(self.clicks, 0.95)

    @property
    def growth(self) -> float:
        """Memory at the end over memory in the middle, when every cache was warm."""
        return self.end_mb / self.middle_mb

    def short(self) -> list[str]:
        """What missed its target, in words; empty where all is well."""
        found = [f"{len(self.errors)} galat, yang pertama: {self.errors[0]}"] if self.errors else []
        found += [f"p95 {self.p95 / self.alone:.1f} x satu sesi"] if self.p95 > LATENCY_LIMIT * self.alone else []
        return found + ([f"memori tumbuh {self.growth:.2f} x"] if self.growth > GROWTH_LIMIT else [])


def soak(seconds: float, *, sessions: int = SESSIONS, uploading: int = UPLOADING) -> Outcome:
    """Run the sessions for that long against a server of their own."""
    outcome = Outcome()
    with TemporaryDirectory() as folder:
        data = Path(folder)
        make_store(data, PUSKESMAS)
        port = free_port()
        with running(app_command(port, "dashboard.py", "--server.enableAgentApi=true"), port, data) as (url, server):
            outcome.alone = _alone(url)
            _crowd(outcome, url, data, seconds, sessions, uploading, lambda: memory_mb(server.pid))
    return outcome


def _alone(url: str) -> float:
    viewer = Viewer(url)
    for _ in CHOICES:
        viewer.click()
    return percentile([viewer.click() for _ in range(ALONE_CLICKS)], 0.95)


def _crowd(outcome: Outcome, url: str, data: Path, seconds: float, sessions: int, uploading: int, memory: Callable[[], float]) -> None:
    end, stop = time.monotonic() + seconds, threading.Event()
    readers = [lambda: _read(outcome, url, stop) for _ in range(sessions - uploading)]
    writers = [lambda number=number: _upload(outcome, data, number, stop) for number in range(uploading)]
    threads = [threading.Thread(target=_told, args=(outcome, work)) for work in (*readers, *writers)]
    for thread in threads:
        thread.start()
    stop.wait(max(0.0, end - time.monotonic() - seconds / 2))
    outcome.middle_mb = memory()
    stop.wait(max(0.0, end - time.monotonic()))
    outcome.end_mb = memory()
    stop.set()
    for thread in threads:
        thread.join()


def _told(outcome: Outcome, work: Callable[[], None]) -> None:
    """Run one session; what it dies of is an outcome, not a thread's private matter."""
    try:
        work()
    except (RuntimeError, OSError, LokminError, KeyError) as error:
        outcome.errors.append(f"{type(error).__name__}: {error}")


def _read(outcome: Outcome, url: str, stop: threading.Event) -> None:
    viewer = Viewer(url)
    while not stop.wait(THINKING_SECONDS):
        outcome.clicks.append(viewer.click())


def _upload(outcome: Outcome, data: Path, number: int, stop: threading.Event) -> None:
    """Save one report after the other into the Puskesmas that everybody looks at; each has other numbers."""
    store = open_store(f"sqlite:///{data / 'lokmin.sqlite'}")
    dice, turn = np.random.default_rng(SEED + number), 0
    while not stop.wait(BETWEEN_UPLOADS_SECONDS):
        turn += 1
        reading = year_reading(f"Unggahan {number} ke-{turn}", PUSKESMAS[0], YEAR, dice, MONTHS[number::UPLOADING], UPLOADED_INDICATORS)
        store.save_report(reading, 1, who=f"petugas {number}", accept_replacement=True)
        outcome.saved += 1
    store.close()


def main() -> int:
    """Print what was measured; exit 1 where a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak")
    parser.add_argument("--menit", type=float, default=MINUTES, metavar="N", help=f"lamanya (bawaan {MINUTES:g})")
    found = soak(parser.parse_args().menit * 60)
    print(f"{len(found.clicks)} klik, {found.saved} laporan disimpan, {len(found.errors)} galat")
    print(f"p95 {found.p95 * 1000:.0f} ms; satu sesi {found.alone * 1000:.0f} ms; batas {LATENCY_LIMIT:g} x")
    print(f"memori {found.middle_mb:.0f} MB di tengah, {found.end_mb:.0f} MB di akhir")
    for line in found.short():
        print(f"kurang: {line}")
    return 1 if found.short() else 0


if __name__ == "__main__":
    sys.exit(main())
