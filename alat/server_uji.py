"""A server of the app with a data folder of its own, for browser tests and pictures."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from alat.peluncur import server_command

ROOT = Path(__file__).resolve().parents[1]
PATIENCE_SECONDS = 60


@dataclass
class Server:
    """A running server: where it answers, where its data lies, what it said."""

    url: str
    data: Path
    log_file: Path
    process: subprocess.Popen[bytes]

    @property
    def log(self) -> str:
        """Everything the server has printed so far."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """End it, gently first."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(folder: Path, *, data: Path | None = None, options: tuple[str, ...] = (), environment: dict[str, str] | None = None) -> Server:
    """Start the app on a free port with its data in `data` (default: below `folder`); fails with the server's log."""
    folder.mkdir(parents=True, exist_ok=True)
    data = data or folder / "data"
    port = free_port()
    command = server_command(sys.executable, "127.0.0.1", port, ["--logger.level=warning", *options])
    log_file = folder / "server.log"
    variables = {**os.environ, "LOKMIN_DATA_DIR": str(data), "HOME": str(folder), "PYTHONUNBUFFERED": "1", **(environment or {})}
    variables.pop("LOKMIN_DATABASE_URL", None) if not environment else None
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, env=variables)
    server = Server(f"http://127.0.0.1:{port}", data, log_file, process)
    _wait(server)
    return server


def _wait(server: Server) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while server.process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    server.process.kill()
    raise AssertionError(f"server did not start:\n{server.log}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
