"""Totals over dusun, RW or posyandu, percents behind the months, and divisors that agree by chance: what differs is told."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def _hamlets(head: str, total: str, this_month: int) -> str:
    return f"""KELURAHAN TITI RANTAI - PUSKESMAS PADANG BULAN
IMUNISASI BULAN OKTOBER 2025
NO|{head}|SASARAN BAYI|BCG|||
|||s/d Bln Lalu|Bln Ini|s/d Bln Ini|%
1|Melati I|20|15|2|17|85
2|Melati II|25|17|1|18|72
3|Melati III|30|20|2|22|73.3
4|Melati IV|30|23|2|25|83.3
{total}||105|75|{this_month}|82|78.1"""


@pytest.mark.parametrize("head", ["Lingkungan", "Posyandu", "Dusun", "RW"])
@pytest.mark.parametrize("total", ["JUMLAH", "Kelurahan"])
def test_a_wrong_total_of_parts_of_a_desa_is_told(head: str, total: str):
    merges = [(2, 3, 2, 6), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2)]
    right, wrong = (read(S=_hamlets(head, total, number), merges=merges) for number in (7, 5))
    assert not [code for code in codes(right) if "tidak-cocok" in code]
    assert [code for code in codes(wrong) if "tidak-cocok" in code] == ["jumlah-tidak-cocok E9"]
    assert len(wrong.observations) == len(right.observations) == 8


def _months(percents: tuple[float, ...], *, total: bool) -> str:
    rows = ((33, 2, 3, 2), (41, 2, 2, 4), (50, 2, 5, 3), (34, 1, 2, 1), (47, 3, 3, 3))
    lines = [
        f"{place}|Desa{'ABCDE'[place - 1]}|{sasaran}|{'|'.join(map(str, months))}{f'|{sum(months)}' if total else ''}|{percent}"
        for place, ((sasaran, *months), percent) in enumerate(zip(rows, percents, strict=True), 1)
    ]
    return f"CAKUPAN K4 TAHUN 2025\nNO|DESA|SASARAN BUMIL|JAN|FEB|MAR{'|JUMLAH' if total else ''}|%\n" + "\n".join(lines)


@pytest.mark.parametrize("total", [True, False])
@pytest.mark.parametrize("scale", [1, 100])
def test_a_percent_of_all_months_that_differs_is_told(scale: int, *, total: bool):
    right = tuple(round(number / sasaran * scale, 5) for number, sasaran in ((7, 33), (8, 41), (10, 50), (4, 34), (9, 47)))
    cell = "H" if total else "G"
    assert codes(read(S=_months(right, total=total))) == []
    wrong = (*right[:3], round(right[3] * 0.6, 5), right[4])
    assert codes(read(S=_months(wrong, total=total))) == [f"persen-tidak-cocok {cell}6"]


def test_infants_of_six_months_divide_nothing_else_by_chance():
    """Four of five rows agree with the wrong column; the one that no one knows explains all."""
    text = """REKAP IMD BULAN FEBRUARI 2026
NO|DESA|{}|IMD||BAYI 6 BULAN||
|||Jml|%|Jml|ASI Eksklusif sampai 6 bulan|%
1|Suka|4|4|100|4|2|50
2|Maju|5|5|100|5|3|60
3|Jaya|3|2|66.7|3|1|33.3
4|Asri|6|4|66.7|5|3|60
5|Baru|2|2|100|2|1|50"""
    merges = [(1, 3, 1, 4), (1, 5, 1, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2)]
    for head in ("Bayi Baru Lahir Hidup", "Anu Manis"):
        reading = read(S=text.format(head), merges=merges)
        assert "Asri imd 2026-2 point T 4/6 66.7" in said(reading), head
        assert not [code for code in codes(reading) if "tidak-cocok" in code]
