"""Columns named by a class of nutrition and by the whole at once."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "1|Sukamaju|60|42|6|14\n2|Mekarsari|50|40|4|10\n3|Cibening|40|36|9|25"


@pytest.mark.parametrize(
    ("head", "code"), [("BB Kurang (Underweight)", "underweight"), ("Underweight (BB Kurang)", "underweight"), ("Pendek (Stunting)", "stunting")]
)
def test_the_whole_where_no_graver_class_stands_beside_it(head: str, code: str):
    reading = read(S=f"STATUS GIZI BULAN JULI 2025\nNo|Desa|Sasaran Balita|Balita Ditimbang|{head}|\n||||Jml|%\n{ROWS}", merges=[(1, 4, 1, 5)])
    found = reading.observations.query("indicator == @code")
    assert sorted(found["numerator"]) == [4, 6, 9]


@pytest.mark.parametrize("beside", ["BB Sangat Kurang (Severely Underweight)", "BB Normal"])
def test_the_class_beside_other_classes_stays_unread(beside: str):
    rows = "1|Sukamaju|60|42|6|1\n2|Mekarsari|50|40|4|1\n3|Cibening|40|36|9|2"
    reading = read(S=f"STATUS GIZI BULAN JULI 2025\nNo|Desa|Sasaran Balita|Balita Ditimbang|BB Kurang (Underweight)|{beside}\n{rows}")
    assert "underweight" not in set(reading.observations["indicator"])


def test_what_an_indicator_lacks_is_no_class_of_nutrition():
    table = "NO|DESA|SASARAN BADUTA|MR 2|Kurang (MR 2)\n1|Suka|48|22|3\n2|Maju|107|29|0\n3|Jaya|72|21|9"
    reading = read(S=f"IMUNISASI LANJUTAN\nBULAN MARET 2026\n{table}")
    assert said(reading) == ["Jaya mr2 2026-3 month T 21/72", "Maju mr2 2026-3 month T 29/107", "Suka mr2 2026-3 month T 22/48"]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Balita pendek|Balita sangat pendek", None), ("Jumlah balita pendek|Jumlah balita sangat pendek", None),
        ("Balita BB kurang|Balita BB sangat kurang", None), ("Balita pendek|Balita sangat pendek|Balita stunting", "12"),
        ("balita_pendek|balita_sangat_pendek|balita_stunting", "12"), ("Balita pendek", "10"), ("Stunting|Sangat pendek", "10"),
        ("Pendek|Sangat Pendek|Stunting (Pendek + Sgt Pendek)", "12"),
    ],
)  # fmt: skip
def test_beside_the_graver_class_the_milder_one_is_not_the_whole(heads: str, expected: str | None):
    rows = [("Suka", 350, 28, 5), ("Maju", 200, 16, 6), ("Jaya", 100, 10, 2)]
    columns = len(heads.split("|"))
    lines = ["|".join(map(str, [name, base, *[one, two, one + two][:columns]])) for name, base, one, two in rows]
    found = [line for line in said(read(S="\n".join(["STATUS GIZI AGUSTUS 2025", f"DESA|Balita diukur|{heads}", *lines]))) if "Jaya" in line]
    assert [line.split(" T ")[1].split("/")[0] for line in found] == ([expected] if expected else [])
