"""The short form of `bench/fuzz_baca.py`: spoilt reports are read or refused, never worse."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from packages import csv_of, table
from persons import child, grid

from bench import fuzz_baca

REPORT = [["CAKUPAN IMUNISASI PUSKESMAS CONTOH BULAN MARET 2026"], [], ["No", "Desa", "Sasaran", "BCG", "%"],
          *[[number, f"Desa {chr(64 + number)}", 50 + number, 20 + number, (20 + number) / (50 + number) * 100] for number in range(1, 9)],
          ["", "JUMLAH", 436, 196, 44.95]]  # fmt: skip
FILES = {
    "laporan.xlsx": table(REPORT),
    "laporan.csv": csv_of(REPORT),
    "register.xlsx": table(grid([child(number) for number in range(6)])),
}


@pytest.mark.parametrize("way", fuzz_baca.WAYS)
@pytest.mark.parametrize("name", FILES)
def test_spoilt_reports_are_read_or_refused(name: str, way: str) -> None:
    for number in range(6):
        dice = random.Random(f"{name}/{way}/{number}")
        assert fuzz_baca.read_spoilt(fuzz_baca.WAYS[way](FILES[name], dice), name) in ("dibaca", "ditolak")


@pytest.mark.korpus
@pytest.mark.lama
def test_a_few_spoilt_reports_of_the_corpus() -> None:
    if not os.environ.get("LOKMIN_CORPUS"):
        pytest.skip("LOKMIN_CORPUS tidak disetel")
    assert fuzz_baca.run(Path(os.environ["LOKMIN_CORPUS"]), times=1, seed=7, largest=30_000) == 0
