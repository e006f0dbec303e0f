"""Twenty viewers on one process, five clicking at once, against a single viewer; and the server's memory.

Viewers are sessions without a browser (Streamlit's own test interface of the server), so that the two cores of a
small machine measure the server and not twenty browsers.
"""

from __future__ import annotations

import itertools
import json
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.measure import Line, Skipped, percentile
from bench.pages import make_store
from bench.serving import app_command, free_port, running
from bench.simulate import PUSKESMAS

VIEWERS, CLICKING = 20, 5
LATENCY_LIMIT, MEMORY_LIMIT, GROWTH_LIMIT = 3.0, 300.0, 1.05
ROUNDS_PER_RUN = 6
PICKER, CHOICES = "bulan", ("Mei", "Juni", "April", "Maret")
PAGE = "imunisasi"


def _post(url: str, body: dict[str, Any]) -> dict[str, Any]:
    request = urllib.request.Request(f"{url}/_stcore/agent/interact", json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def memory_mb(process_id: int) -> float:
    """Resident memory of a process and its children in MB."""
    import psutil

    process = psutil.Process(process_id)
    return sum(each.memory_info().rss for each in [process, *process.children(recursive=True)]) / 1e6


class Viewer:
    """One session on the page; `click` chooses another month and returns the seconds until the run is done."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.months = itertools.cycle(CHOICES)
        self.session = _post(url, {"page": PAGE})["session_id"]

    def click(self) -> float:
        """Choose the next month; seconds until the finished page is back."""
        start = time.perf_counter()
        answer = _post(self.url, {"session_id": self.session, "widget_state": {PICKER: next(self.months)}})
        if answer["status"] != "ready":
            raise RuntimeError(str(answer.get("error", answer["status"])))
        return time.perf_counter() - start


def _clicks(viewers: list[Viewer], rounds: int) -> list[float]:
    def one(viewer: Viewer) -> list[float]:
        return [viewer.click() for _ in range(rounds)]

    with ThreadPoolExecutor(len(viewers)) as pool:
        return [seconds for times in pool.map(one, viewers) for seconds in times]


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """p95 of five clicking among twenty against one alone; memory after that, and its growth under more clicks."""
    rounds = ROUNDS_PER_RUN * runs
    with TemporaryDirectory() as folder:
        make_store(Path(folder), PUSKESMAS)
        port = free_port()
        with running(app_command(port, "dashboard.py", "--server.enableAgentApi=true"), port, Path(folder)) as (url, server):
            first = Viewer(url)
            _clicks([first], len(CHOICES))
            alone = percentile(_clicks([first], rounds), 0.95)
            everyone = [first, *(Viewer(url) for _ in range(VIEWERS - 1))]
            _clicks(everyone[:CLICKING], 2)
            before = memory_mb(server.pid)
            crowd = percentile(_clicks(everyone[:CLICKING], rounds), 0.95)
            detail = f"p95 {crowd * 1000:.0f} ms : {alone * 1000:.0f} ms"
            yield Line(f"{VIEWERS} penonton, {CLICKING} mengeklik bersamaan", crowd / alone, LATENCY_LIMIT, "x satu penonton", detail)
            _clicks(everyone[:CLICKING], rounds * 2)
            after = memory_mb(server.pid)
            yield Line(f"memori server dengan {VIEWERS} penonton", after, MEMORY_LIMIT, "MB", f"{before:.0f} MB sebelumnya")
            yield Line("pertumbuhan memori server selama dipakai", after / before, GROWTH_LIMIT, "x", f"{rounds * 3 * CLICKING} klik")
