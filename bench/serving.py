"""A server of the app for a benchmark: on a free port, with a data folder of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from alat.peluncur import server_environment
from bench.measure import ROOT

PATIENCE_SECONDS = 90
QUIET = (
    "--server.headless=true", "--server.address=127.0.0.1", "--browser.serverAddress=127.0.0.1",
    "--browser.gatherUsageStats=false", "--server.fileWatcherType=none",
)  # fmt: skip


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(url: str, server: subprocess.Popen[bytes]) -> None:
    """Return when the page itself is served; raises RuntimeError where the server ends or never answers."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=1), urllib.request.urlopen(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    raise RuntimeError("server did not answer")


@contextmanager
def running(command: Sequence[str], port: int, folder: Path, **variables: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A started command that answers on the port; ended when left."""
    environment = {**server_environment(), "LOKMIN_DATA_DIR": str(folder), "HOME": str(folder), **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # `jalankan.py` does the same: what was compiled is kept
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(url, server)
        yield url, server
    finally:
        server.terminate()
        server.wait(30)


def app_command(port: int, script: str = "server.py", *more: str) -> list[str]:
    """`streamlit run` of a script of the project, as `jalankan.py` does it."""
    return [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", *QUIET, *more]
