"""Groups of an age that tell the colour of its vitamin A capsule: "Bayi 6-11 bln (biru)", "Anak 12-59 bln (merah)"."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "\n1|Suka|31|25|80.6|172|138|80.2\n2|Maju|33|28|84.8|195|181|92.8"
MERGES = ((3, 2, 3, 4), (3, 5, 3, 7))


def _read(young: str, old: str, title: str = "LAPORAN DISTRIBUSI KAPSUL VITAMIN A"):  # noqa: ANN202
    head = f"{title}\nPUSKESMAS SUKA\nFEBRUARI 2026\nNo|Desa|{young}|||{old}||\n||Sasaran|Dapat|%|Sasaran|Dapat|%"
    return read(S=head + ROWS, merges=MERGES)


@pytest.mark.parametrize(("young", "old"), [
    ("Bayi 6-11 bln (biru)", "Anak 12-59 bln (merah)"), ("BAYI (6-11 BULAN) BIRU", "BALITA (12-59 BULAN) MERAH"),
    ("6-11 bln (biru)", "12-59 bln (merah)"), ("Bayi 6-11 bulan (kapsul biru)", "Anak balita 12-59 bulan (kapsul merah)"),
    ("Bayi 6-11 bulan (warna biru)", "Anak 12-59 bulan (warna merah)"), ("Biru (6-11 bln)", "Merah (12-59 bln)"),
    ("Kapsul warna biru", "Kapsul warna merah"),
])  # fmt: skip
@pytest.mark.parametrize("title", ["LAPORAN DISTRIBUSI KAPSUL VITAMIN A", "LAPORAN GIZI"])
def test_a_colour_says_no_more_than_the_age(young: str, old: str, title: str):
    reading = _read(young, old, title)
    assert said(reading)[:2] == ["Maju vit_a_12_59 2026-2 point T 181/195 92.8", "Maju vit_a_6_11 2026-2 point T 28/33 84.8"]
    assert codes(reading) == []


@pytest.mark.parametrize("young", ["Bayi 6-11 bln (merah)", "Bayi 6-11 bln (hijau)", "Bayi (garis merah)"])
def test_another_colour_is_asked_about(young: str):
    reading = _read(young, "Anak 12-59 bln (merah)")
    assert {line.split()[1] for line in said(reading)} == {"vit_a_12_59"}
    assert "kolom-tidak-dikenal D5" in codes(reading)


@pytest.mark.parametrize("group", ["Balita merah", "Balita (garis merah)", "Anak balita merah"])
def test_toddlers_below_the_red_line_had_no_capsule(group: str):
    reading = read(S=f"PENIMBANGAN MARET 2026\nNo|Desa|Sasaran balita|Ditimbang|{group}\n1|Suka|100|80|5\n2|Maju|90|70|4")
    assert {line.split()[1] for line in said(reading)} == {"d_s"}
