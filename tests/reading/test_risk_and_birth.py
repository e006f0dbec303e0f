"""Mothers at risk by who found them, births by helper and place: only what is the indicator's own is read."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

RISK = """IBU HAMIL RISIKO TINGGI S/D JULI 2026
DESA | Sasaran bumil | Perkiraan risti (20% bumil) | {head} | %
Sukasari | 60 | 12 | 6 | 50
Mekarsari | 85 | 17 | 5 | 29.4"""


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("RISTI DITEMUKAN OLEH NAKES", "resti_nakes"), ("Bumil risti ditemukan nakes", "resti_nakes"),
        ("RISTI DITEMUKAN OLEH MASYARAKAT", "resti_masyarakat"), ("Penemuan bumil risti oleh masyarakat", "resti_masyarakat"),
    ],
)  # fmt: skip
def test_who_found_the_mothers_at_risk(head: str, code: str):
    assert said(read(S=RISK.format(head=head)))[1] == f"Sukasari {code} 2026-7 cumulative T 6/12 50"


@pytest.mark.parametrize("head", ["RISTI DIRUJUK", "Risti ditemukan nakes dirujuk ke RS", "Komplikasi ditangani"])
def test_those_referred_are_not_those_found(head: str):
    assert said(read(S=RISK.format(head=head))) == []


BIRTHS = """PERSALINAN {title}
S/D JUNI 2026
DESA | Sasaran bulin | Jumlah persalinan | DITOLONG OLEH | | {place} | | % di fasyankes
 | | | Dukun | Tenaga kesehatan | Rumah | {sum} |
Sukasari | 80 | 41 | 1 | 40 | 3 | 38 | 47.5
Mekarsari | 60 | 32 | 2 | 30 | 5 | 27 | 45"""
_GROUPS = [(2, 3, 2, 4), (2, 5, 2, 6)]


@pytest.mark.parametrize(
    ("place", "total"),
    [("TEMPAT", "Jumlah di fasyankes"), ("TEMPAT PERSALINAN", "Jumlah di fasyankes"), ("Tempat persalinan", "Fasyankes")],
)
def test_births_by_helper_and_by_place(place: str, total: str):
    """All births, and those at home or with a dukun, are neither."""
    table = BIRTHS.format(title="MENURUT PENOLONG DAN TEMPAT", place=place, sum=total)
    found = [line for line in said(read(merges=_GROUPS, S=table)) if line.startswith("Sukasari")]
    assert found == ["Sukasari pn 2026-6 cumulative T 40/80", "Sukasari pn_fasyankes 2026-6 cumulative T 38/80 47.5"]


def test_another_place_is_asked():
    table = BIRTHS.format(title="MENURUT PENOLONG DAN TEMPAT", place="TEMPAT RUJUKAN", sum="Jumlah di fasyankes")
    reading = read(merges=_GROUPS, S=table)
    assert {line.split()[1] for line in said(reading)} == {"pn"}
    assert any(code.startswith("kolom-tidak-dikenal") for code in codes(reading))
