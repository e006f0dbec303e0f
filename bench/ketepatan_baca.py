"""Prints how right `read` is on the report corpus, and exits 1 where it is not right enough.

    LOKMIN_CORPUS=/path/to/corpus python bench/ketepatan_baca.py [--only TEXT] [--show N] [--command]

For every report of `real/files.csv` and `synthetic/files.csv`: truth cells that were read right, missing or
wrong, rows that the report does not hold (ghosts), crashes, spoilt cells named in the problems, and other
cells that the problems name (false alarms).  A cell is a numerator, denominator or percent of a truth row;
a denominator that the truth leaves open is not counted.
"""

from __future__ import annotations

import argparse
import csv
import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.skor_baca import Score, rows_of, score_privacy, score_problems, score_rows  # noqa: E402
from lokmin_data.reading import faults  # noqa: E402

RIGHT_AT_LEAST, NAMED_AT_LEAST, FALSE_ALARMS_A_FILE = 0.995, 0.95, 1


def read_in_process(path: Path, options: list[str]) -> tuple[list[dict[str, str]], list[dict[str, str]], str]:
    """(observations, problems, 'refused' or '') of one report, read in this process."""
    from lokmin_data.commands import read
    from lokmin_data.model import OBSERVATION_COLUMNS, LokminError

    parser = argparse.ArgumentParser()
    read.add_arguments(parser)
    try:
        understood = read.understand_file(parser.parse_args([str(path), *options]))
    except LokminError as error:
        return [], [problem.as_dict() for problem in getattr(error, "problems", ())], "refused"
    rows = [dict(zip(OBSERVATION_COLUMNS, row, strict=True)) for row in read.printed(understood)]
    return rows, [problem.as_dict() for problem in understood.problems], ""


def read_by_command(path: Path, options: list[str]) -> tuple[list[dict[str, str]], list[dict[str, str]], str]:
    """The same through `python -m lokmin_data read` as a process of its own."""
    import json

    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "problems.json"
        command = [sys.executable, "-m", "lokmin_data", "read", str(path), *options, "--problems", str(out)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        problems = json.loads(out.read_text(encoding="utf-8")) if out.exists() else []
    fault = any(problem["code"] == faults.ReaderFault.code for problem in problems)
    if fault or done.returncode not in (0, 2) or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr[-2000:])
    return list(csv.DictReader(done.stdout.splitlines())), problems, "refused" if done.returncode else ""


def score_entry(part: Path, entry: dict[str, str], by_command: bool) -> Score:
    """Read one report of the corpus and count."""
    score = Score(entry["id"], entry.get("family") or "nyata")
    path = part / (entry.get("local") or entry["file"])
    started = time.perf_counter()
    reader = read_by_command if by_command else read_in_process
    try:
        rows, problems, refused = reader(path, shlex.split(entry["options"]))
    except Exception as error:  # noqa: BLE001 - a crash is a count of this table
        score.crashes, score.seconds = 1, time.perf_counter() - started
        score.notes.append(f"{type(error).__name__}: {error}")
        rows, problems, refused = [], [], ""
        if os.environ.get("LOKMIN_TRACE"):
            raise
    score.seconds = time.perf_counter() - started
    if (entry["expect"] == "refuse") != bool(refused) and not (entry["expect"] == "empty"):
        score.wrong += 1
        score.notes.append(f"diharapkan {entry['expect']}, hasil {refused or 'terbaca'}")
    score_rows(score, part, entry, rows)
    score_problems(score, part, entry, problems)
    score_privacy(score, part, entry, rows, problems)
    return score


def entries(corpus: Path, only: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """(part's folder, row of files.csv) of every report whose id contains `only`."""
    for part in ("real", "synthetic"):
        for entry in rows_of(corpus / part / "files.csv"):
            if only in entry["id"]:
                entry.setdefault("id", entry.get("id", ""))
                if part == "real":
                    entry["local"] = entry["file"]
                yield corpus / part, entry


def line(score: Score) -> str:
    """One row of the table."""
    share = score.right / score.cells if score.cells else 1.0
    return (
        f"{score.family:<7}{score.name:<18}{score.cells:>7}{share:>9.2%}{score.missing:>8}{score.wrong:>7}{score.ghosts:>7}"
        f"{score.crashes:>7}{score.named:>5}/{score.spoilt:<4}{score.false_alarms:>6}{score.seconds:>8.2f}"
    )


def good_enough(scores: list[Score], total: Score) -> bool:
    """True where every threshold of the table holds."""
    return (
        total.right >= RIGHT_AT_LEAST * total.cells
        and total.wrong == total.ghosts == total.crashes == 0
        and total.named >= NAMED_AT_LEAST * total.spoilt
        and all(score.false_alarms <= FALSE_ALARMS_A_FILE for score in scores)
    )


def main() -> int:
    """Print the table; 0 where it is good enough, 1 where not, 0 with a word where there is no corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="hanya laporan yang namanya memuat teks ini")
    parser.add_argument("--show", type=int, default=0, help="tampilkan sekian catatan per laporan")
    parser.add_argument("--command", action="store_true", help="lewat perintah, bukan dalam proses ini")
    choices = parser.parse_args()
    faults.REFUSED = ()  # here a fault is a crash, though a user is told of it in words
    corpus = os.environ.get("LOKMIN_CORPUS")
    if not corpus:
        print("LOKMIN_CORPUS belum diisi: tidak ada korpus untuk diperiksa.")
        return 0
    print("keluarga laporan           sel    benar  hilang  salah  hantu  rusak  anomali alarm   detik")
    scores, families = [], {}
    for part, entry in entries(Path(corpus), choices.only):
        score = score_entry(part, entry, choices.command)
        print(line(score), flush=True)
        for note in score.notes[: choices.show]:
            print("     ", note)
        scores.append(score)
        families.setdefault(score.family, Score("semua", score.family)).add(score)
    total = Score("semua", "SEMUA")
    print()
    for family in families.values():
        print(line(family))
        total.add(family)
    print(line(total))
    return 0 if good_enough(scores, total) else 1


if __name__ == "__main__":
    sys.exit(main())
