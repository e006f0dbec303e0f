"""States of nutrition told by another index than the indicator's: "Gizi buruk" by weight for age is no wasting."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def indicators(text: str) -> set[str]:
    return {line.split()[1] for line in said(read(S=text))}


@pytest.mark.parametrize("head", ["Gizi kurang + gizi buruk (BB/U)", "Gizi kurang + buruk BB/U", "Gizi buruk menurut BB/U", "Stunting (BB/U)"])
def test_a_head_with_another_index_is_asked(head: str):
    reading = read(S=f"STATUS GIZI MEI 2026\nNO|DESA|Balita ditimbang|{head}\n1|Suka|40|10\n2|Maju|50|30")
    assert "kolom-tidak-dikenal D2" in codes(reading)
    assert {line.split()[1] for line in said(reading)} == {"d_s"}


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("wasting", "Gizi kurang + buruk (BB/TB)"), ("wasting", "Gizi buruk + kurang BB/PB"), ("wasting", "Gizi buruk dan kurang"),
        ("gizi_buruk", "Gizi buruk (BB/PB atau BB/TB)"), ("underweight", "Underweight (BB/U)"), ("stunting", "Pendek + sangat pendek (TB/U)"),
        ("gizi_buruk", "Gizi buruk (BB/U, TB/U, BB/TB)"),
    ],
)  # fmt: skip
def test_its_own_index_is_read(code: str, head: str):
    assert code in indicators(f"STATUS GIZI MEI 2026\nNO|DESA|Balita ditimbang|{head}|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n3|Sari|20|5|25")


def test_a_title_with_another_index_is_told():
    table = "NO|DESA|Balita ditimbang|Gizi buruk|Gizi kurang|Gizi baik\n1|Suka|40|1|2|37\n2|Maju|50|3|6|41"
    reading = read(S=f"STATUS GIZI BALITA MENURUT BB/U MEI 2026\n{table}")
    assert "indeks-lain A1" in codes(reading)
    assert {line.split()[1] for line in said(reading)} == {"d_s"}
    assert "gizi_buruk" in indicators(f"STATUS GIZI BALITA MENURUT BB/TB MEI 2026\n{table}")
    assert "gizi_buruk" in indicators(f"STATUS GIZI BALITA MEI 2026\n{table}")


def test_a_title_of_one_of_several_states_spoils_none():
    table = "NO|DESA|Balita ditimbang|Underweight|Stunting|Wasting\n1|Suka|40|10|8|1\n2|Maju|50|3|6|2"
    assert indicators(f"STATUS GIZI BALITA (BB/U) MEI 2026\n{table}") >= {"underweight", "stunting", "wasting"}
    own = "NO|DESA|Balita ditimbang|Wasting (BB/TB)\n1|Suka|40|10\n2|Maju|50|3"
    assert "wasting" in indicators(f"STATUS GIZI BALITA (BB/U) MEI 2026\n{own}")
