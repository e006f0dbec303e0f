"""A bare word for places below an indicator is asked beside a column that counts; alone, or for indicators of places, it is the count."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "PENIMBANGAN S/D MARET 2026"


@pytest.mark.parametrize("word", ["Posyandu", "Dusun", "Sekolah", "Puskesmas"])
def test_places_beside_both_sexes_are_not_their_sum(word: str) -> None:
    rows = "1|Mekar|30|12|10|3\n2|Sari|40|10|15|3\n3|Asri|50|5|10|4"
    reading = read(S=f"{TITLE}\nNo|Desa|Sasaran Balita|Ditimbang||\n|||L|P|{word}\n{rows}", merges=[(1, 3, 1, 5)])
    assert [line for line in said(reading) if "Mekar" in line] == ["Mekar d_s 2026-3 point L 12/", "Mekar d_s 2026-3 point P 10/"]
    assert codes(reading) == ["kolom-tidak-dikenal F3"]


@pytest.mark.parametrize(("head", "place"), [("Abs|Posyandu|%", 4), ("Abs|%|Posyandu", 5)])
def test_places_beside_a_count_leave_it_as_it_is(head: str, place: int) -> None:
    rows = [["1", "Mekar", "30", "12", "40"], ["2", "Sari", "40", "10", "25"], ["3", "Asri", "50", "5", "10"]]
    lines = "\n".join("|".join([*row[:place], str(number), *row[place:]]) for number, row in enumerate(rows, 5))
    reading = read(S=f"LAPORAN KIA S/D MARET 2026\nNo|Desa|Sasaran Bumil|K1||\n|||{head}\n{lines}", merges=[(1, 3, 1, 5)])
    assert "Mekar k1 2026-3 cumulative T 12/30 40" in said(reading) and len(said(reading)) == 3
    assert codes(reading) == [f"kolom-tidak-dikenal {'ABCDEF'[place]}3"]


def test_places_left_of_their_percent_are_the_count() -> None:
    rows = "1|Mekar|30|12|40\n2|Sari|40|10|25\n3|Asri|50|5|10"
    reading = read(S=f"{TITLE}\nNo|Desa|Sasaran Balita|Ditimbang|\n|||Posyandu|%\n{rows}", merges=[(1, 3, 1, 4)])
    assert "Mekar d_s 2026-3 point T 12/30 40" in said(reading)


def test_an_indicator_of_places_counts_them() -> None:
    rows = "1|Mekar|5|4|80\n2|Sari|4|3|75\n3|Asri|5|1|20"
    reading = read(S=f"POSYANDU MARET 2026\nNo|Desa|Jumlah Posyandu|Posyandu Aktif|\n|||Posyandu|%\n{rows}", merges=[(1, 3, 1, 4)])
    assert "Mekar posyandu_aktif 2026-3 point T 4/5 80" in said(reading)
