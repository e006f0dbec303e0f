"""Twenty viewers on one process, five clicking at once, against a single viewer; and the server's memory.

What a viewer waits for is the painted page: one of the five has a browser.  The others are sessions that speak Streamlit's
protocol (`bench/session.py`), since twenty browsers on the two cores of a small machine would measure each other; they click
again as soon as their page has come.  Beside it stands what such a session waits, the server's part alone: one interpreter runs
one of five at a time.  Streamlit's interface for agents describes every page in words on top, work that no viewer asks for.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from bench.browser import chromium, first_options, installed, opened, repaint
from bench.measure import Compared, Line, Skipped, percentile
from bench.pages import make_store
from bench.serving import app_command, free_port, running
from bench.session import Session
from bench.simulate import PUSKESMAS

VIEWERS, CLICKING = 20, 5
LATENCY_LIMIT, MEMORY_LIMIT, GROWTH_LIMIT = 3.0, 300.0, 1.05
ROUNDS_PER_RUN, TURNS = 6, 3
PICKER, CHOICES = "Bulan", ("Mei", "Juni", "April", "Maret")
PAGE = "imunisasi"
WORK = f"{VIEWERS} penonton, {CLICKING} mengeklik bersamaan"


def memory_mb(process_id: int) -> float:
    """Memory of a process and its children in MB; what they share is counted once where the system tells."""
    import psutil

    process = psutil.Process(process_id)
    tree = [process, *process.children(recursive=True)]
    if not hasattr(process, "memory_maps"):  # macOS
        return sum(each.memory_info().rss for each in tree) / 1e6
    own, files = 0, {}
    for each in tree:
        with suppress(psutil.NoSuchProcess):  # a file was read, and its process has just ended
            for part in each.memory_maps(grouped=True):
                if Path(part.path).is_absolute():
                    files[part.path] = max(files.get(part.path, 0), part.rss)
                else:
                    own += getattr(part, "pss", part.rss)  # what a forked process shares with its parent, once
    return (own + sum(files.values())) / 1e6


class Viewer:
    """One session on the page; `click` chooses another month and returns the seconds until the run is done."""

    def __init__(self, url: str) -> None:
        self.months = itertools.cycle(CHOICES)
        self.session = Session(url)
        self.session.go(PAGE)

    def click(self) -> float:
        """Choose the next month; seconds until the finished page is back."""
        return self.session.choose(PICKER, next(self.months))


def _clicks(viewers: list[Viewer], rounds: int) -> list[float]:
    def one(viewer: Viewer) -> list[float]:
        return [viewer.click() for _ in range(rounds)]

    with ThreadPoolExecutor(len(viewers)) as pool:
        return [seconds for times in pool.map(one, viewers) for seconds in times]


def lines(*, runs: int) -> Iterator[Line | Compared | Skipped]:
    """p95 of five clicking among twenty against one of them alone; memory after that, and its growth under more clicks."""
    rounds = ROUNDS_PER_RUN * runs
    with TemporaryDirectory() as folder:
        make_store(Path(folder), PUSKESMAS)
        port = free_port()
        with running(app_command(port), port, Path(folder)) as (url, server):
            first = Viewer(url)
            _clicks([first], len(CHOICES))
            everyone = [first, *(Viewer(url) for _ in range(VIEWERS - 1))]
            _clicks(everyone[:CLICKING], 2)
            before = memory_mb(server.pid)
            yield _painted(url, everyone[: CLICKING - 1], rounds) if installed() else Skipped(WORK, "Chromium tidak terpasang")
            yield _served(first, everyone[:CLICKING], rounds)
            _clicks(everyone[:CLICKING], rounds * 2)
            after = memory_mb(server.pid)
            yield Line(f"memori server dengan {VIEWERS} penonton", after, MEMORY_LIMIT, "MB", f"{before:.0f} MB sebelumnya")
            yield Line("pertumbuhan memori server selama dipakai", after / before, GROWTH_LIMIT, "x", f"{rounds * 3 * CLICKING} klik")


def _painted(url: str, others: list[Viewer], rounds: int) -> Line:
    """In Chromium, from the choice of an indicator to the painted page, while the others click without a pause; and alone."""
    alone, among, done = [], [], Event()
    with chromium() as browser, ThreadPoolExecutor(len(others)) as pool:
        page = opened(browser, f"{url}/{PAGE}")
        labels = itertools.cycle(first_options(page, 2)[::-1])
        for label in itertools.islice(labels, 2):
            repaint(page, label)
        for _ in range(TURNS):  # in turn: the speed of a shared machine drifts
            alone += [repaint(page, next(labels)) for _ in range(rounds)]
            done.clear()
            clicking = [pool.submit(_until, done, viewer) for viewer in others]
            among += [repaint(page, next(labels)) for _ in range(rounds)]
            done.set()
            clicks = sum(each.result() for each in clicking)
    single, crowd = percentile(alone, 0.95), percentile(among, 0.95)
    detail = f"p95 {crowd * 1000:.0f} ms : {single * 1000:.0f} ms, dilukis di Chromium; {clicks} klik yang lain di putaran terakhir"
    return Line(WORK, crowd / single, LATENCY_LIMIT, "x satu penonton", detail)


def _until(done: Event, viewer: Viewer) -> int:
    """Click without a pause until it is done; the number of clicks."""
    clicks = 0
    while not done.is_set():
        viewer.click()
        clicks += 1
    return clicks


def _served(first: Viewer, clicking: list[Viewer], rounds: int) -> Compared:
    """The server's part alone: until the last message of the page has come, without any browser."""
    single, several = [], []
    for _ in range(TURNS):
        single += _clicks([first], rounds)
        several += _clicks(clicking, -(-rounds // TURNS))
    alone, crowd = percentile(single, 0.95), percentile(several, 0.95)
    return Compared(f"{WORK}, bagian server saja", crowd / alone, "x satu penonton", f"p95 {crowd * 1000:.0f} ms : {alone * 1000:.0f} ms")
