"""In Chromium: the first visit against a bare page with one chart, and choosing another indicator against constants."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from bench.measure import ROOT, Line, Skipped
from bench.pages import make_store
from bench.serving import app_command, free_port, running
from bench.simulate import PUSKESMAS

FIRST_VISIT_LIMIT, WIRE_LIMIT_MB, REPAINT_LIMIT = 1.3, 3.2, 1.2
PAGE, PICKER, TIMEOUT = "imunisasi", "Indikator", 120
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
CHART = ".js-plotly-plot .main-svg"
#: Everything that the charts say; it changes when they are repainted for another indicator.
DRAWN = "[...document.querySelectorAll('.js-plotly-plot')].map(g => g.textContent).join()"
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]"


def installed() -> str:
    """The program of Chromium, empty where there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window, closed when left."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=installed(), args=ARGUMENTS)
        yield browser
        browser.close()


def opened(browser: Any, address: str) -> Any:
    """A page of its own that shows its first chart."""
    page = browser.new_context(locale="id-ID", viewport={"width": 1366, "height": 768}).new_page()
    page.goto(address)
    page.wait_for_selector(CHART, timeout=TIMEOUT * 1000)
    return page


def capture(folder: Path) -> dict[str, list[list[str]]]:
    """What the page shows for each choice: its HTML blocks and chart specifications, by the label of the choice."""
    from streamlit.testing.v1 import AppTest

    os.environ["LOKMIN_DATA_DIR"] = str(folder)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=TIMEOUT).run()
    app.switch_page(f"pages/{PAGE}.py").run()
    picker = next(box for box in app.selectbox if box.label == PICKER)
    shown = {}
    for label in picker.options[:2]:
        next(box for box in app.selectbox if box.label == PICKER).set_value(label).run()
        shown[label] = [part for part in (_constant(element) for element in app.main) if part]
    return shown


def _constant(element: Any) -> list[str] | None:
    if element.type == "html":
        return ["html", element.proto.body]
    return ["plotly_chart", element.proto.spec] if element.type == "plotly_chart" else None


def _first_visit(browser: Any, url: str) -> tuple[float, float]:
    """Seconds to the first chart with an empty cache, and MB over the wire; a request to elsewhere raises."""
    context = browser.new_context(locale="id-ID", viewport={"width": 1366, "height": 768})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    wire = []
    session.on("Network.loadingFinished", lambda event: wire.append(event["encodedDataLength"]))
    outside: list[str] = []
    here = "http://" + urlsplit(url).netloc
    page.on("request", lambda request: None if request.url.startswith((here, "data:", "blob:")) else outside.append(request.url))
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(CHART, timeout=TIMEOUT * 1000)
    seconds = time.perf_counter() - start
    page.wait_for_selector(SETTLED)
    context.close()
    if outside:
        raise RuntimeError(f"a request left the machine: {outside[0]}")
    return seconds, sum(wire) / 1e6


def first_options(page: Any, count: int) -> list[str]:
    """The first choices of the page's picker."""
    page.get_by_role("combobox", name=PICKER).click()
    labels = page.get_by_role("option").all_inner_texts()[:count]
    page.keyboard.press("Escape")
    return [str(label) for label in labels]


def repaint(page: Any, label: str) -> float:
    """Seconds from choosing the label to the finished, repainted page."""
    page.wait_for_selector(SETTLED)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    page.evaluate(f"window.before = {DRAWN}")
    box = page.get_by_role("combobox", name=PICKER)
    box.click()
    option = page.get_by_role("option", name=label, exact=True).first
    start = time.perf_counter()
    option.click()
    page.wait_for_function(f"{DRAWN} !== window.before", timeout=TIMEOUT * 1000)
    page.wait_for_selector(SETTLED)
    page.wait_for_function("!document.querySelector('[data-stale=true]')")
    return time.perf_counter() - start


def _repaints(pages: Sequence[Any], labels: list[str], runs: int) -> list[tuple[float, ...]]:
    """Seconds of each page for the same choice, in turn, so that a machine whose speed drifts does not decide."""
    times = [tuple(repaint(page, labels[(turn + 1) % 2]) for page in pages) for turn in range(runs * 2 + 2)]
    return times[2:]


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """Two servers side by side: the app, and a page of constants."""
    if not installed():
        yield Skipped("peramban", "Chromium tidak terpasang")
        return
    with TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        make_store(folder, PUSKESMAS)
        shown = capture(folder)
        yield from _visits(browser, folder, shown, runs)
        yield from _choices(browser, folder, shown, runs)


def _write_floor(folder: Path, shown: dict[str, list[list[str]]]) -> str:
    path = folder / f"dasar{len(shown)}.json"
    path.write_text(json.dumps({"choices": shown}), encoding="utf-8")
    return str(path)


def _visits(browser: Any, folder: Path, shown: dict[str, list[list[str]]], runs: int) -> Iterator[Line]:
    label, parts = next(iter(shown.items()))
    one_chart = {label: [part for part in parts if part[0] == "plotly_chart"][:1]}
    ours, floor, wire = [], [], []
    for _ in range(max(3, runs)):  # a cold server each time, in turn
        port = free_port()
        with running(app_command(port), port, folder) as (url, _server):
            seconds, megabytes = _first_visit(browser, f"{url}/{PAGE}")
            ours.append(seconds)
            wire.append(megabytes)
        port = free_port()
        with running(app_command(port, "bench/floor_app.py"), port, folder, LOKMIN_FLOOR=_write_floor(folder, one_chart)) as (url, _server):
            floor.append(_first_visit(browser, url)[0])
    ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
    detail = f"{statistics.median(ours):.2f} s : {statistics.median(floor):.2f} s"
    yield Line("kunjungan pertama sampai grafik pertama", ratio, FIRST_VISIT_LIMIT, "x halaman Streamlit polos", detail)
    yield Line("kunjungan pertama, lewat kabel", statistics.median(wire), WIRE_LIMIT_MB, "MB")


def _choices(browser: Any, folder: Path, shown: dict[str, list[list[str]]], runs: int) -> Iterator[Line]:
    labels = list(shown)
    port, other = free_port(), free_port()
    floor = app_command(other, "bench/floor_app.py")
    with (
        running(app_command(port), port, folder) as (url, _),
        running(floor, other, folder, LOKMIN_FLOOR=_write_floor(folder, shown)) as (bare, _),
    ):
        times = _repaints([opened(browser, f"{url}/{PAGE}"), opened(browser, bare)], labels, runs)
    ratio = statistics.median(ours / theirs for ours, theirs in times)
    ours, theirs = map(statistics.median, zip(*times, strict=True))
    yield Line("pilih indikator lain sampai grafik dilukis ulang", ratio, REPAINT_LIMIT, "x halaman tetapan", f"{ours:.2f} s : {theirs:.2f} s")
