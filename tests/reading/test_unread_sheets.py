"""A small sheet of numbers that is not read is told where it names an indicator or desa; a cover is not."""

from __future__ import annotations

from laporan import codes, read

DESA = "CAKUPAN K1 TAHUN 2025\nDESA : Suka\nNO|INDIKATOR|JANUARI|FEBRUARI|MARET\n1|K1|3|4|2"


def test_one_row_of_an_indicator_below_a_head_that_nobody_knows():
    other = DESA.replace("Suka", "Maju").replace("INDIKATOR", "JENISNYA")
    assert codes(read(Suka=DESA, Jaya=DESA.replace("Suka", "Jaya"), Maju=other)) == ["tabel-tidak-ditemukan A4"]


def test_a_cover_and_notes_are_no_table():
    cover = "LAPORAN KIA\nPUSKESMAS MELATI\nTAHUN|2025\nTelepon|291|5555\nTarget K1|100"
    assert codes(read(Suka=DESA, Jaya=DESA.replace("Suka", "Jaya"), Sampul=cover)) == []
