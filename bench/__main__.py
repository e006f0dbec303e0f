"""`python -m bench [--singkat] [NAME ...]`: the whole table, or the named groups; `--singkat` measures with few runs."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys

from bench.measure import Line, Skipped

#: Group to its module; each has `lines(runs=...)`.
GROUPS = {
    "baca": "bench.reading", "mulai": "bench.starting", "keparahan": "bench.severity", "halaman": "bench.pages",
    "peramban": "bench.browser", "penonton": "bench.viewers", "negara": "bench.nation",
}  # fmt: skip
FULL_RUNS, SHORT_RUNS = 7, 3


def main() -> int:
    """Print the table; exit 1 where a line is short of its target by more than the slack asked."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], default=[])
    parser.add_argument("--singkat", action="store_true")
    parser.add_argument("--longgar", type=float, default=1.0, help="factor on every target, for a noisy machine")
    arguments = parser.parse_args()
    runs = SHORT_RUNS if arguments.singkat else FULL_RUNS
    print(f"{platform.platform()}, Python {platform.python_version()}\n")
    print("| kerja | target | terukur | hasil | rincian |\n|---|---|---|---|---|")
    short = 0
    for name in arguments.groups or GROUPS:
        for line in importlib.import_module(GROUPS[name]).lines(runs=runs):
            short += _print(line, arguments.longgar)
    return 1 if short else 0


def _print(line: Line | Skipped, slack: float) -> int:
    if isinstance(line, Skipped):
        print(f"| {line.work} | | | dilewati | {line.reason} |", flush=True)
        return 0
    word = "lulus" if line.passed else "kurang"
    print(f"| {line.work} | {line.limit:g} {line.unit} | {line.measured:.3g} | {word} | {line.detail} |", flush=True)
    return int(line.measured > line.limit * slack)


if __name__ == "__main__":
    sys.exit(main())
