"""What was found in others than an indicator's people, right behind the column of those who were examined: not the indicator."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def _anaemia(head: str) -> tuple[list[str], list[str]]:
    """What is said of anemia and KEK in the first row of a table that also counts pregnant women (K4), and the codes."""
    numbers = " | ".join(str(30 - at) for at in range(head.count("|") + 1))
    reading = read(S=f"GIZI S/D MEI 2026\nDESA | K4 | {head}\nSukasari | 40 | {numbers}\nMekarsari | 41 | {numbers}")
    return [line for line in said(reading) if line.startswith(("Sukasari anemia ", "Sukasari kek "))], codes(reading)


@pytest.mark.parametrize(
    "head",
    [
        "Rematri diperiksa Hb | Hb < 11", "Ibu nifas diperiksa Hb | Anemia", "Catin diperiksa Hb | Anemia", "Rematri diperiksa Hb | % | Anemia",
        "WUS diukur LILA | KEK", "Rematri skrining anemia | Hb kurang 11 gr/dl",
    ],
)  # fmt: skip
def test_what_was_found_in_others_is_told(head: str):
    lines, told = _anaemia(head)
    assert lines == []
    assert any(code.startswith("kolom-tidak-dikenal") for code in told)


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Bumil diperiksa Hb | Anemia", "29/30"), ("Jumlah diperiksa Hb | Hb < 11", "29/30"), ("Rematri diperiksa Hb | Bumil anemia", "29/"),
        ("Rematri diperiksa Hb | Bumil diperiksa Hb | Anemia", "28/29"),
        ("Bumil diperiksa Hb | Anemia | Rematri diperiksa Hb | Rematri anemia", "29/30"),
    ],
)  # fmt: skip
def test_what_was_found_in_the_pregnant_is_read(head: str, number: str):
    assert _anaemia(head)[0] == [f"Sukasari anemia 2026-5 cumulative T {number}"]


def test_what_stands_behind_another_service_is_not_of_the_examined():
    assert _anaemia("Rematri diperiksa Hb | K6 | Anemia")[0] == ["Sukasari anemia 2026-5 cumulative T 28/"]
