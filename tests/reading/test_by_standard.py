"""Who was served beside who was served by the standard: only the latter are the SPM's number."""

from __future__ import annotations

import pytest
from laporan import read, said

TABLE = """SPM S/D SEPTEMBER 2026
DESA | Pelayanan kesehatan ibu hamil | | | |
 | Sasaran | {heads}
Sukasari | 50 | {one}
Mekarsari | 40 | {two}"""
_GROUP = [(1, 1, 1, 5)]


@pytest.mark.parametrize(
    "heads, one, two, percent",
    [
        ("Mendapat pelayanan | Sesuai standar | % sesuai standar", "40|30|60", "35|20|50", " 60"),
        ("Dilayani | Dilayani sesuai standar | %", "40|30|60", "35|20|50", " 60"),
        ("Dilayani | % dilayani | Sesuai standart | % sesuai standart", "40|80|30|60", "35|87.5|20|50", " 60"),
        ("Sesuai standar | Dilayani | %", "30|40|60", "20|35|50", " 60"),
        ("Dilayani | % | Sesuai standar | %", "40|80|30|60", "35|87.5|20|50", " 60"),
    ],
)
def test_only_who_was_served_by_the_standard_counts(heads: str, one: str, two: str, percent: str):
    found = said(read(merges=_GROUP, S=TABLE.format(heads=heads, one=one, two=two)))
    assert [line.removesuffix(percent) for line in found if line.startswith("Sukasari")] == ["Sukasari spm_01 2026-9 cumulative T 30/50"]


@pytest.mark.parametrize("title", ["Pelayanan kesehatan ibu hamil", "Standar Pelayanan Minimal: pelayanan kesehatan ibu hamil"])
def test_served_alone_stays_the_number(title: str):
    table = TABLE.replace("Pelayanan kesehatan ibu hamil", title).format(heads="Dilayani | %", one="30|60", two="20|50")
    assert said(read(merges=_GROUP, S=table))[1] == "Sukasari spm_01 2026-9 cumulative T 30/50 60"


def test_the_standard_of_another_service_says_nothing():
    head = "DESA | Pelayanan kesehatan ibu hamil | | Pelayanan kesehatan ibu bersalin |\n | Sasaran | Dilayani | Sasaran | Sesuai standar"
    table = f"SPM S/D SEPTEMBER 2026\n{head}\nSukasari | 50 | 30 | 48 | 20\nMekarsari | 40 | 20 | 38 | 15"
    found = said(read(merges=[(1, 1, 1, 2), (1, 3, 1, 4)], S=table))
    assert {line.split()[1] for line in found} == {"spm_01", "spm_02"}
