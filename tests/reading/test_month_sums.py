"""A printed "Jumlah" behind the months of a desa's own sheet: told where it is not what the months add up to."""

from __future__ import annotations

from laporan import codes, read, said

HEAD = "HASIL IMUNISASI DESA SUKA TAHUN 2026\nNO|JENIS VAKSIN|SASARAN|JANUARI||FEBRUARI||MARET||JUMLAH||\n|||L|P|L|P|L|P|L|P|L+P\n"
MERGES = [(1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 8), (1, 9, 1, 11)]


def table(total: int) -> str:
    names = ("HB 0", "BCG", "Polio 1", "DPT-HB-Hib 1", "DPT-HB-Hib 2", "Campak/MR")
    rows = [f"{place}|{name}|40|1|2|{place}|1|1|1|{2 + place}|4|{total if place == 2 else 6 + place}" for place, name in enumerate(names, 1)]
    return HEAD + "\n".join(rows)


def test_the_sum_of_both_sexes_over_the_months_is_compared():
    reading = read(S=table(13), merges=MERGES)
    assert [code for code in codes(reading) if code.endswith("L5")] == ["kumulatif-tidak-cocok L5"]
    assert "SUKA bcg 2026-2 month L 2/" in said(reading)


def test_right_sums_are_not_told():
    assert not [code for code in codes(read(S=table(8), merges=MERGES)) if "tidak-cocok" in code]
