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
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

RIGHT_AT_LEAST, NAMED_AT_LEAST, FALSE_ALARMS_A_FILE = 0.995, 0.95, 1
FIELDS = ("numerator", "denominator", "percent")
TOLERANCE = 1e-4
#: Problems that accuse one cell; others (a column not known, a month not reported) accuse nobody.
ACCUSING = "warning"


class Key(NamedTuple):
    """What one observation is about."""

    area: str
    indicator: str
    year: str
    month: str
    basis: str
    sex: str


@dataclass
class Score:
    """The counts of one report."""

    name: str
    family: str
    cells: int = 0
    right: int = 0
    missing: int = 0
    wrong: int = 0
    ghosts: int = 0
    crashes: int = 0
    spoilt: int = 0
    named: int = 0
    false_alarms: int = 0
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add the counts of another report to these."""
        for name in (
            "cells",
            "right",
            "missing",
            "wrong",
            "ghosts",
            "crashes",
            "spoilt",
            "named",
            "false_alarms",
            "seconds",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, none where there is no such file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key_of(row: dict[str, str]) -> Key:
    """The key of a row, the area with spaces folded, year and month as whole numbers."""
    number = lambda text: str(int(float(text))) if text not in ("", None) else ""  # noqa: E731
    return Key(
        " ".join(row["area"].split()),
        row["indicator"],
        number(row["year"]),
        number(row["month"]),
        row["basis"],
        row["sex"],
    )


def same(left: str, right: str) -> bool:
    """True where two printed numbers are one number, within the rounding of the truth files."""
    if left == right:
        return True
    if "" in (left, right):
        return False
    a, b = float(left), float(right)
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


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
    if done.returncode not in (0, 2) or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr[-2000:])
    return list(csv.DictReader(done.stdout.splitlines())), problems, "refused" if done.returncode else ""


def score_rows(score: Score, part: Path, entry: dict[str, str], rows: list[dict[str, str]]) -> None:
    """Compare what was read with the truth; fills the counts and notes of `score`."""
    truth_rows = rows_of(part / (entry.get("truth") or f"truth/{entry['id']}.csv"))
    truth = {key_of(row): row for row in truth_rows}
    optional: dict[Key, list[dict[str, str]]] = {}
    for row in rows_of(part / f"optional/{entry['id']}.csv"):
        optional.setdefault(key_of(row), []).append(row)
    free = set((entry.get("optional_cells") or "").split())
    seen: dict[Key, dict[str, str]] = {}
    for row in rows:
        key = key_of(row)
        if key in seen and any(not same(seen[key][name], row[name]) for name in FIELDS):
            score.wrong += 1
            score.notes.append(f"dua kali: {key} {row['sheet']}!{row['cell']}")
        seen[key] = row
    _any_basis(truth, seen)
    for key, row in truth.items():
        _score_row(score, key, row, seen.get(key), optional.get(key, []), free)
    areas = {
        " ".join(line.split())
        for line in (part / (entry.get("areas") or entry["area_names"])).read_text("utf-8").splitlines()
    }
    closed = entry.get("closed", "yes" if "truth" in entry else "no") == "yes"
    for key, row in seen.items():
        if key in truth or key in optional:
            continue
        unreported = f"{key.year}-{int(key.month):02d}" if key.year and key.month else key.year
        if key.area not in areas or unreported in entry["not_reported"].split() or (closed and not _open_real(entry)):
            score.ghosts += 1
            score.notes.append(
                f"hantu: {tuple(key)} {row['numerator']}/{row['denominator']} {row['sheet']}!{row['cell']}"
            )


def _any_basis(truth: dict[Key, dict[str, str]], seen: dict[Key, dict[str, str]]) -> None:
    """Where the truth leaves the basis open, any basis that was read fits."""
    for key in [key for key in truth if not key.basis]:
        found = next((other for other in seen if other._replace(basis="") == key), None)
        if found:
            seen[key] = seen.pop(found)


def _open_real(entry: dict[str, str]) -> bool:
    """The truths of real reports hold only what is certain: rows beyond them are no ghosts by themselves."""
    return "truth" in entry


def _score_row(score, key, row, found, alternatives, free) -> None:  # noqa: ANN001
    for name in FIELDS:
        if name in free or row[name] == "":
            also = found and any(same(found[name], other[name]) for other in alternatives)
            if found and name == "percent" and row[name] == "" and found[name] != "" and not also:
                score.wrong += 1
                score.notes.append(f"persen lebih: {tuple(key)} {found['percent']} {found['sheet']}!{found['cell']}")
            continue
        score.cells += 1
        value = found[name] if found else ""
        if same(value, row[name]) or any(same(value, other[name]) for other in alternatives if found):
            score.right += 1
        elif value == "":
            score.missing += 1
            score.notes.append(f"hilang {name}: {tuple(key)} {row[name]}")
        else:
            score.wrong += 1
            score.notes.append(
                f"salah {name}: {tuple(key)} {value} seharusnya {row[name]} {found['sheet']}!{found['cell']}"
            )


def score_problems(score: Score, part: Path, entry: dict[str, str], problems: list[dict[str, str]]) -> None:
    """Count the spoilt cells that the problems name, and the accusing problems that name other cells."""
    one_sheet = _is_text(part / entry["local"])  # a text table has no sheets: its cells alone tell the place
    place = lambda row: ("" if one_sheet else row["sheet"], row["cell"])  # noqa: E731
    spoilt = {place(row) for row in rows_of(part / f"anomalies/{entry['id']}.csv")}
    named = {place(problem) for problem in problems}
    score.spoilt, score.named = len(spoilt), len(spoilt & named)
    score.notes += [f"tidak disebut: {cell}" for cell in sorted(spoilt - named)]
    if "truth" in entry:
        return
    for problem in problems:
        if problem["severity"] == ACCUSING and problem["cell"] and place(problem) not in spoilt:
            score.false_alarms += 1
            score.notes.append(f"alarm: {problem['code']} {problem['sheet']}!{problem['cell']} {problem['message']}")


def _is_text(path: Path) -> bool:
    """True for csv and for HTML, whatever the name says."""
    return path.suffix == ".csv" or path.read_bytes()[:200].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<")


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


def score_privacy(score, part, entry, rows, problems) -> None:  # noqa: ANN001
    """A name or NIK of a person in anything that is printed counts as a ghost."""
    path = part / f"personal/{entry['id']}.txt"
    if not path.exists():
        return
    printed = "\n".join(str(item) for item in [*rows, *problems])
    leaked = [line for line in path.read_text("utf-8").split("\n") if len(line.strip()) > 3 and line.strip() in printed]
    score.ghosts += len(leaked)
    score.notes += ["data orang tercetak"] * bool(leaked)


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
