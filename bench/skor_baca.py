"""Counts what is right, missing and wrong in the reading of one report of the corpus."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

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


def _score_row(score: Score, key: Key, row: dict, found: dict | None, alternatives: list, free: set) -> None:
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


def score_privacy(score: Score, part: Path, entry: dict, rows: list, problems: list) -> None:
    """A name or NIK of a person in anything that is printed counts as a ghost."""
    path = part / f"personal/{entry['id']}.txt"
    if not path.exists():
        return
    printed = "\n".join(str(item) for item in [*rows, *problems])
    leaked = [line for line in path.read_text("utf-8").split("\n") if len(line.strip()) > 3 and line.strip() in printed]
    score.ghosts += len(leaked)
    score.notes += ["data orang tercetak"] * bool(leaked)
