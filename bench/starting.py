"""Start: from the command to the page that answers, with the environment made, against `streamlit hello`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Line, Skipped, paired_ratio
from bench.serving import QUIET, free_port, running

LIMIT = 1.5


def _started(command: Sequence[str], port: int) -> None:
    with TemporaryDirectory() as folder, running(command, port, Path(folder)):
        pass


def _ours() -> None:
    port = free_port()
    _started([sys.executable, "jalankan.py", "--tanpa-peramban", "--port", str(port)], port)


def _hello() -> None:
    port = free_port()
    _started([sys.executable, "-m", "streamlit", "hello", f"--server.port={port}", *QUIET], port)


def lines(*, runs: int) -> Iterator[Line | Skipped]:
    """One line: the ratio of both starts, in turn (the end of the process counts in both)."""
    ratio, ours, hello = paired_ratio(_ours, _hello, runs=runs)
    yield Line("mulai: perintah sampai halaman menjawab", ratio, LIMIT, "x streamlit hello", f"{ours:.2f} s : {hello:.2f} s")
