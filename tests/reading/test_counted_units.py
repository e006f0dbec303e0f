"""Families and persons beside each other below "JUMLAH" and below each indicator."""

from __future__ import annotations

from laporan import codes, read, said


def test_the_unit_of_the_indicator_is_read_and_the_other_told():
    rows = "1|Suka|368|1332|306|1208|90.7\n2|Maju|349|1377|208|904|65.6\n3|Jaya|353|1487|265|1242|83.5"
    text = "SANITASI DESEMBER 2025\nNO|DESA|JUMLAH||AKSES JAMBAN SEHAT||\n||KK|JIWA|KK|JIWA|% JIWA\n" + rows
    reading = read(merges=[(1, 2, 1, 3), (1, 4, 1, 6)], S=text)
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka jamban 2025-12 point T 306/368"]
    assert {code for code in codes(reading) if code.startswith("kolom-tidak-dikenal")} == {"kolom-tidak-dikenal F3", "kolom-tidak-dikenal G3"}


def test_a_sasaran_below_its_own_indicator_still_divides():
    rows = "1|Suka|100|20|368|306\n2|Maju|90|10|349|208\n3|Jaya|80|12|353|265"
    text = "SANITASI DESEMBER 2025\nNO|DESA|K4||AKSES JAMBAN SEHAT|\n||IBU HAMIL|JML|KK|JML\n" + rows
    assert "Suka jamban 2025-12 point T 306/368" in said(read(merges=[(1, 2, 1, 3), (1, 4, 1, 5)], S=text))
