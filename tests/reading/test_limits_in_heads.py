"""Heads that say whom or what they count with an age or a limit: `Imunisasi Bayi Lengkap 0-11 bulan`, `Hb kurang 11 gr/dl`."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


@pytest.mark.parametrize(
    "head",
    [
        "Imunisasi Bayi Lengkap 0-11 bulan", "Imunisasi Dasar Lengkap 0 - 11 bln", "IDL usia 0-11 bulan", "IBL (0-11 bulan)",
        "Imunisasi Dasar Lengkap",
    ],
)  # fmt: skip
def test_infants_immunised_with_their_age(head: str):
    reading = read(S=f"IMUNISASI MEI 2026\nDESA | {head}\nSukasari | 20\nMekarsari | 10")
    assert said(reading) == ["Mekarsari idl 2026-5 month T 10/", "Sukasari idl 2026-5 month T 20/"]
    assert codes(reading) == []


@pytest.mark.parametrize("head", ["Imunisasi Bayi Lengkap 12-23 bulan", "Imunisasi Dasar Lengkap 0-6 bulan"])
def test_other_ages_are_told(head: str):
    reading = read(S=f"IMUNISASI MEI 2026\nDESA | {head} | MR 1\nSukasari | 20 | 9\nMekarsari | 10 | 7")
    assert {line.split()[1] for line in said(reading)} == {"mr1"}
    assert codes(reading) == ["kolom-tidak-dikenal B2"]


@pytest.mark.parametrize("head", ["Hb kurang 11 gr/dl", "Hb kurang dari 11 g/dL", "Anemia (Hb kurang 11 gr%)", "Hb < 11 gr/dl"])
def test_a_limit_in_words(head: str):
    reading = read(S=f"GIZI IBU HAMIL S/D MEI 2026\nDESA | Bumil diperiksa Hb | {head}\nSukasari | 70 | 20\nMekarsari | 40 | 10")
    assert said(reading) == ["Mekarsari anemia 2026-5 cumulative T 10/40", "Sukasari anemia 2026-5 cumulative T 20/70"]


@pytest.mark.parametrize(("people", "head"), [("Bumil", "Hb kurang 8 gr/dl"), ("Rematri", "Hb kurang 11 gr/dl"), ("Bumil", "Gizi kurang 11")])
def test_another_limit_or_other_people_are_no_anaemia_of_the_pregnant(people: str, head: str):
    reading = read(S=f"GIZI S/D MEI 2026\nDESA | {people} diperiksa Hb | {head} | BBLR\nSukasari | 70 | 20 | 9\nMekarsari | 40 | 10 | 7")
    assert "Sukasari bblr 2026-5 cumulative T 9/" in said(reading) and not any(" anemia " in line for line in said(reading))
    assert [code.split()[-1] for code in codes(reading)] == ["C2"]
