"""Heads that repeat the cut-off by which their indicator is defined, and shares that only their family names."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def _table(title: str, head: str) -> str:
    return f"{title} MARET 2026\nDESA | SASARAN | {head}\nSuka | 50 | 5\nMaju | 40 | 2"


@pytest.mark.parametrize(
    ("index", "head", "code"),
    [
        ("BB/TB", "Gizi Buruk (< -3 SD)", "gizi_buruk"), ("BB/TB", "Gizi buruk (Z-score <-3SD)", "gizi_buruk"),
        ("BB/TB", "Wasting di bawah -2 SD", "wasting"), ("TB/U", "Stunting (< -2 SD)", "stunting"),
        ("TB/U", "Pendek dan sangat pendek (< -2 SD)", "stunting"), ("BB/U", "Underweight (-2 SD)", "underweight"),
    ],
)  # fmt: skip
def test_the_cut_off_of_the_indicator_itself_adds_nothing(index: str, head: str, code: str):
    assert {line.split()[1] for line in said(read(S=_table(f"STATUS GIZI BALITA {index}", head)))} == {code}


@pytest.mark.parametrize("head", ["Gizi Buruk (< -2 SD)", "Stunting (< -3 SD)", "Gizi Kurang (-3 SD s/d < -2 SD)", "Pendek (-3 SD s/d < -2 SD)"])
def test_another_cut_off_counts_others(head: str):
    reading = read(S=_table("STATUS GIZI BALITA", head))
    assert said(reading) == []
    assert codes(reading) != []


@pytest.mark.parametrize("head", ["Estimasi penderita HT | Dilayani", "Dilayani | Estimasi penderita HT"])
def test_a_share_of_the_standards_is_that_of_the_served(head: str):
    numbers = ("100 | 50 | 50", "120 | 30 | 25") if head.startswith("Est") else ("50 | 100 | 50", "30 | 120 | 25")
    table = f"SPM 8 PELAYANAN KESEHATAN PENDERITA HIPERTENSI S/D MEI 2026\nDESA | {head} | Capaian SPM (%)\nSuka | {numbers[0]}\nMaju | {numbers[1]}"
    assert said(read(S=table))[0] == "Maju spm_08 2026-5 cumulative T 30/120 25"


@pytest.mark.parametrize(("head", "read_"), [("KK ber-CTPS", True), ("RT berCTPS", True), ("KK belum ber-CTPS", False)])
def test_households_that_do_it(head: str, read_: bool):
    assert bool(said(read(S=f"STBM APRIL 2026\nDESA | JUMLAH KK | {head}\nSuka | 50 | 5\nMaju | 40 | 2"))) == read_
