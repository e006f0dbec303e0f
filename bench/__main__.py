"""`python -m bench [--singkat] [NAME ...]`: the whole table, or the named groups; `--singkat` measures with few runs."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
from datetime import date
from pathlib import Path

from bench.measure import Compared, Line, Skipped

#: Group to its module; each has `lines(runs=...)`.
GROUPS = {
    "baca": "bench.reading", "simpan": "bench.storing", "mulai": "bench.starting", "keparahan": "bench.severity",
    "dokumen": "bench.documents", "halaman": "bench.pages", "peramban": "bench.browser", "penonton": "bench.viewers",
    "negara": "bench.nation", "pembanding": "bench.others",
}  # fmt: skip
FULL_RUNS, SHORT_RUNS = 7, 3
MARK = "<!-- tabel -->"
HEAD = "| kerja | target | terukur | hasil | rincian |\n|---|---|---|---|---|"


def main() -> int:
    """Print the table; exit 1 where a line is short of its target by more than the slack asked."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], default=[])
    parser.add_argument("--singkat", action="store_true", help="few runs")
    parser.add_argument("--longgar", type=float, default=1.0, help="factor on every target, for a noisy machine")
    parser.add_argument("--tulis", type=Path, help="write the table below the line of this document that says `<!-- tabel -->`")
    arguments = parser.parse_args()
    runs = SHORT_RUNS if arguments.singkat else FULL_RUNS
    machine = f"{date.today():%Y-%m-%d}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    texts, short = [machine + "\n", HEAD], 0
    print(machine, HEAD, sep="\n\n", flush=True)
    for name in arguments.groups or GROUPS:
        for line in importlib.import_module(GROUPS[name]).lines(runs=runs):
            texts.append(as_row(line))
            short += isinstance(line, Line) and line.measured > line.limit * arguments.longgar
            print(texts[-1], flush=True)
    if arguments.tulis:
        write_below_mark(arguments.tulis, "\n".join(texts))
    return 1 if short else 0


def as_row(line: Line | Compared | Skipped) -> str:
    """One row of the table."""
    if isinstance(line, Compared):
        return f"| {line.work} | | {line.measured:.3g} {line.unit} | pembanding | {line.detail} |"
    if isinstance(line, Skipped):
        return f"| {line.work} | | | dilewati | {line.reason} |"
    word = "lulus" if line.passed else "kurang"
    return f"| {line.work} | {line.limit:g} {line.unit} | {line.measured:.3g} | {word} | {line.detail} |"


def write_below_mark(path: Path, table: str) -> None:
    """Replace what stands below the mark of a document."""
    kept = path.read_text(encoding="utf-8").partition(MARK)[0]
    path.write_text(f"{kept}{MARK}\n\n{table}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
