"""The sasaran of another sheet holds for a desa that is spelt otherwise there, where the name is certainly the same."""

from __future__ import annotations

import pytest
from laporan import read, said

NUMBERS = "CAKUPAN K1 S/D MEI 2026\nNO|DESA|K1|%\n1|{0}|20|40.0\n2|Wonosari|15|30.0\n3|Giri Mulyo|12|20.0"
SASARAN = "SASARAN TAHUN 2026\nDESA|BUMIL\n{0}|50\nWonosari|50\nGiri Mulyo|60"


def _first(name: str, listed: str) -> str:
    found = read(Capaian=NUMBERS.format(name), Sasaran=SASARAN.format(listed))
    return next(line for line in said(found) if "20/" in line or " 20 " in line)


@pytest.mark.parametrize(
    ("name", "listed"),
    [("Sidomukti", "DS. SIDO MUKTI"), ("Purwosari II", "Purwosari 2"), ("Kel. Suka-Maju", "Sukamaju"), ("Tegal Arum", "DESA TEGALARUM")],
)
def test_other_spellings_of_one_name(name: str, listed: str):
    assert "20/50" in _first(name, listed)


@pytest.mark.parametrize(("name", "listed"), [("Srimulya", "Srimulyo"), ("Purwosari", "Purwosari 2")])
def test_names_that_are_only_alike(name: str, listed: str):
    assert "20/50" not in _first(name, listed)


def test_two_desa_whose_names_are_spelt_alike_have_no_sasaran_of_each_other():
    sasaran = SASARAN.format("DS. SUKA MAJU|50\nSuka Maju (Kel)")
    assert not any("Sukamaju" in line and "20/50" in line for line in said(read(Capaian=NUMBERS.format("Sukamaju"), Sasaran=sasaran)))
