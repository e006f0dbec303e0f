"""Letters beside the name of an indicator: the b of `b-OPV 1` belongs to it, the B of `Polio 1 B` says what nobody knows."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "Sukasari | 70 | 20\nMekarsari | 40 | 10"


@pytest.mark.parametrize(
    ("code", "head"), [("opv1", "b-OPV 1"), ("opv1", "B OPV1"), ("opv2", "b. OPV (2)"), ("opv3", "b-Polio 3"), ("opv4", "BOPV 4")]
)
def test_the_letter_of_a_vaccine(code: str, head: str):
    reading = read(S=f"IMUNISASI MEI 2026\nDESA | SASARAN BAYI | {head}\n{ROWS}")
    assert said(reading) == [f"Mekarsari {code} 2026-5 month T 10/40", f"Sukasari {code} 2026-5 month T 20/70"]
    assert codes(reading) == []


def test_the_letter_of_a_vaccine_over_its_doses():
    table = "IMUNISASI MEI 2026\nDESA | SASARAN BAYI | b-OPV |\n | | Dosis 1 | Dosis 2\nSukasari | 70 | 20 | 15\nMekarsari | 40 | 10 | 8"
    reading = read(S=table, merges=[(1, 2, 1, 3)])
    assert said(reading)[2:] == ["Sukasari opv1 2026-5 month T 20/70", "Sukasari opv2 2026-5 month T 15/70"]


@pytest.mark.parametrize("head", ["Polio 1 B", "Hep B/OPV 1", "BCG O"])
def test_a_letter_that_says_something_else_is_told(head: str):
    reading = read(S=f"IMUNISASI MEI 2026\nDESA | SASARAN BAYI | {head} | MR 1\nSukasari | 70 | 20 | 9\nMekarsari | 40 | 10 | 7")
    assert {line.split()[1] for line in said(reading)} == {"mr1"}
    assert codes(reading) == ["kolom-tidak-dikenal C2"]


def test_the_letters_of_skdn_are_left_out_quietly():
    rows = "Sukasari | 70 | 69 | 60 | 40 | 5 | 2\nMekarsari | 40 | 38 | 30 | 20 | 3 | 1"
    reading = read(S=f"PENIMBANGAN BALITA MEI 2026\nDESA | S | K | D | N | O | B\n{rows}")
    assert "kolom-tidak-dikenal" not in " ".join(codes(reading))
    assert {line.split()[1] for line in said(reading)} >= {"d_s"}
