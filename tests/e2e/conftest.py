"""Browser tests against a real server, offline.

The browser is Debian's Chromium (`apt-get install chromium`, or CHROMIUM=/path); nothing is downloaded.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from alat import server_uji as servers
from tests.e2e.driver import App

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader",
]  # fmt: skip
#: A browser test takes seconds; on a machine that does much else at the same time, minutes.
BUSY_MACHINE_SECONDS = 600
#: A browser test that fails is tried once more, and the end of the run names it: what fails twice is a fault.
SECOND_TRIES = 1
LAPTOP = {"width": 1366, "height": 768}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the browser; those of one file share a server and build on each other (`--dist loadfile`)."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("peramban")
            item.add_marker(pytest.mark.timeout(BUSY_MACHINE_SECONDS))
            item.add_marker(pytest.mark.flaky(reruns=SECOND_TRIES))
    items.sort(key=lambda item: here not in item.path.parents)  # the longest files first: at the end no worker waits for one of them


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Debian's Chromium without its own calls home."""
    if not CHROMIUM:
        pytest.skip("Chromium tidak terpasang; di Debian/Ubuntu: apt-get install chromium (atau setel CHROMIUM=/jalur)")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "headless": True, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A browser as it stands in a Puskesmas."""
    return {**browser_context_args, "locale": "id-ID", "timezone_id": "Asia/Jakarta", "viewport": LAPTOP}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """One server for all tests that only look or that bring their own Puskesmas."""
    running = servers.start(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[servers.Server]:
    """A server with an empty store, for this test alone."""
    running = servers.start(tmp_path / "server")
    yield running
    running.stop()
    assert "Traceback" not in running.log, running.log


def _tab(page: object, url: str) -> Iterator[App]:
    tab = App(page, url)  # type: ignore[arg-type]
    yield tab
    assert tab.outside == [], f"asked for something outside this machine: {tab.outside[:5]}"


@pytest.fixture
def app(page: object, server: servers.Server) -> Iterator[App]:
    """A tab on the shared server."""
    yield from _tab(page, server.url)


@pytest.fixture
def fresh_app(page: object, fresh_server: servers.Server) -> Iterator[App]:
    """A tab on a server with an empty store."""
    yield from _tab(page, fresh_server.url)
