"""Published and derived numbers to test against, read from the folder beside LOKMIN_CORPUS where it is there.

Tables of copyleft or unlicensed sources are not copied into the project; the tests that walk them skip without it,
and a few retyped numbers of each source, with their citation, always run.
"""

import csv
import os
from pathlib import Path

import pytest


def oracle_rows(name: str) -> list[dict[str, str]]:
    """The rows of an oracle table such as ``stat/wilson_table_n1_30.csv``; skips where the folder is not there."""
    corpus = os.environ.get("LOKMIN_CORPUS")
    if not corpus:
        pytest.skip("LOKMIN_CORPUS tidak disetel: tabel pembanding tidak tersedia")
    path = Path(corpus).parent / "statistics" / "oracles" / name
    if not path.exists():
        pytest.skip(f"tabel pembanding {name} tidak tersedia")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def floats(text: str) -> list[float]:
    """Numbers parted by spaces."""
    return [float(part) for part in text.split()]
