"""Short heads that a legend explains as last month, this month and both together."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|30|3|2|5|2|2|4\n2|Maju|40|4|2|6|2|1|3\n3|Jaya|50|5|5|10|5|5|10\n"
MERGES = [(1, 3, 1, 5), (1, 6, 1, 8)]


def report(texts: str, legend: str) -> str:
    return f"PWS KIA BULAN MARET 2026\nNo|Desa|Sasaran ibu hamil|K1|||K6||\n|||{texts}|{texts}\n{ROWS}\n{legend}"


LEGENDS = [
    ("A|B|C", "Ket : A = bulan lalu, B = bulan ini, C = kumulatif"), ("A|B|C", "Ket :|A = bulan lalu\n|B = bulan ini\n|C = kumulatif"),
    ("L|I|K", "L = s/d bulan lalu; I = bulan ini; K = kumulatif"), ("T1|T2|T3", "T1 = s/d bulan lalu, T2 = bulan ini dan T3 = s/d bulan ini"),
    ("A|B|C", "A = bulan lalu B = bulan ini C = kumulatif"),
    ("BL.|BI|KUM", "BL = s/d bulan lalu, BI = bulan ini, KUM = kumulatif s/d bulan ini"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "legend"), LEGENDS)
def test_a_legend_says_of_what_time_the_columns_are(texts: str, legend: str):
    reading = read(S=report(texts, legend), merges=MERGES)
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka k1 2026-3 cumulative T 5/30", "Suka k1 2026-3 month T 2/30", "Suka k6 2026-3 cumulative T 4/30", "Suka k6 2026-3 month T 2/30",
    ]  # fmt: skip
    assert not codes(reading)


def test_a_legend_of_people_leaves_the_heads():
    head = "IMUNISASI BULAN MARET 2026\nDesa|BCG||\n|L|P|T\nSuka|3|2|5\nMaju|4|4|8\nJaya|1|0|1\n"
    plain = said(read(S=head, merges=[(1, 1, 1, 3)]))
    assert said(read(S=head + "\nL = laki-laki, P = perempuan, T = bulan ini", merges=[(1, 1, 1, 3)])) == plain


def test_a_legend_that_says_two_things_of_a_word_is_none():
    legend = "X = bulan lalu, Y = bulan ini, Z = kumulatif\nX = bulan ini, Y = bulan lalu"
    lines = said(read(S=report("X|Y|Z", legend) + "\n\nBCG BULAN MARET 2026\nDesa|BCG\nSuka|3", merges=MERGES))
    assert not [line for line in lines if " k1 " in line]
