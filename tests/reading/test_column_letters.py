"""Rows of a head that number the columns with letters, or say how one column follows from others."""

from __future__ import annotations

import pytest
from laporan import read, said

HEAD = "LAPORAN S/D JUNI 2026\nNO|DESA|STATUS GIZI IBU HAMIL|||\n||Bumil diukur LILA|Bumil KEK||Bumil KEK dapat PMT\n||Jumlah|Jumlah|%|Jumlah"
ROWS = "1|Suka|50|5|10|4\n2|Maju|40|8|20|8\n3|Jaya|20|3|15|2"
MERGES = [(1, 0, 4, 0), (1, 1, 4, 1), (1, 2, 1, 5), (2, 3, 2, 4)]


@pytest.mark.parametrize(
    "numbering",
    ["||(a)|(b)|b/a|(c)", "||a|b|(b:a)x100%|c", "||3|4|5=4/3|6", "||c|d|e=d/c*100|f", "(1)|(2)|(3)|(4)|(5)=(4)/(3)|(6)", "1|2|3|4|4/3|6"],
)
def test_letters_and_formulas_of_columns_are_no_head_words(numbering: str):
    merges = MERGES if numbering.startswith("||") else [(r0, c0, min(r1, 3), c1) for r0, c0, r1, c1 in MERGES]
    reading = read(merges=merges, S=f"{HEAD}\n{numbering}\n{ROWS}")
    assert said(reading)[:2] == ["Jaya kek 2026-6 cumulative T 3/20 15", "Jaya kek_pmt 2026-6 cumulative T 2/3"]
    assert len(said(reading)) == 6 and not reading.problems


def test_doses_below_a_merged_head_stay():
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 5)],
        S="MEI 2026\nNO|DESA|POLIO|||\n||1|2|3|4\n1|Suka|9|8|7|6\n2|Maju|5|4|3|2",
    )
    assert [line.split()[1] for line in said(reading)[:4]] == ["opv1", "opv2", "opv3", "opv4"]


def test_the_letters_of_a_growth_table_stay():
    reading = read(S="SKDN MEI 2026\nNO|DESA|S|K|D|N|K/S|D/S\n1|Suka|50|40|40|30|80|80\n2|Maju|20|20|10|5|100|50")
    assert "Suka d_s 2026-5 point T 40/50 80" in said(reading)
