"""How a line of the table is measured: medians over runs, ratios in pairs so that a drifting machine cancels out."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Line:
    """One measured line: `measured` against `limit` (lower is better), in `unit`; `detail` says what was compared."""

    work: str
    measured: float
    limit: float
    unit: str
    detail: str = ""

    @property
    def passed(self) -> bool:
        """True where the target is reached."""
        return self.measured <= self.limit


@dataclass(frozen=True)
class Compared:
    """What something else takes for the same work: no target of ours."""

    work: str
    measured: float
    unit: str
    detail: str = ""


@dataclass(frozen=True)
class Skipped:
    """A line that could not be measured here, and why."""

    work: str
    reason: str


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_seconds(work: Callable[[], object], runs: int = 5, warm: int = 1) -> float:
    """Median wall seconds over `runs` calls after `warm` uncounted ones."""
    for _ in range(warm):
        work()
    return statistics.median(seconds(work) for _ in range(runs))


def paired_ratio(ours: Callable[[], object], theirs: Callable[[], object], runs: int = 5, warm: int = 1) -> tuple[float, float, float]:
    """Median of ours/theirs run in turn, and the two medians in seconds."""
    for _ in range(warm):
        ours()
        theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    ratio = statistics.median(a / b for a, b in pairs)
    return ratio, statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def process(command: Sequence[str]) -> Callable[[], object]:
    """A call that runs a command to its end and discards what it prints; a failing command raises.  What Python compiles is kept, as
    it is for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment)

    return run


def python(*arguments: str) -> list[str]:
    """The command line of this interpreter with arguments."""
    return [sys.executable, *arguments]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0-1) of the values lie, nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
