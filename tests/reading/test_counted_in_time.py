"""People who were examined in a month and up to it, as divisors; percents that name what they divide by; "Januari s/d bulan ini"."""

from __future__ import annotations

import pytest
from laporan import read, said

HEAD = (
    "Desa|Sasaran Bumil|Diperiksa Hb||Anemia||Bumil KEK|Bumil KEK Mendapat PMT|\n"
    "||Bulan Ini|s/d Bulan Ini|Bulan Ini|s/d Bulan Ini|s/d Bulan Ini|s/d Bulan Ini|% thd KEK"
)
ROWS = "Suka|92|4|69|1|8|8|7|87.5\nMaju|30|7|22|2|3|2|1|50\nJaya|42|5|31|1|4|3|3|100"
MERGES = [(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5), (1, 7, 1, 8)]


def test_each_number_is_divided_by_those_of_its_own_time():
    lines = said(read(S=f"GIZI IBU HAMIL OKTOBER 2025\n{HEAD}\n{ROWS}", merges=MERGES))
    assert "Suka anemia 2025-10 month T 1/4" in lines
    assert "Suka anemia 2025-10 cumulative T 8/69" in lines


def test_a_percent_that_names_its_divisor_is_that_of_its_group():
    lines = said(read(S=f"GIZI IBU HAMIL OKTOBER 2025\n{HEAD}\n{ROWS}", merges=MERGES))
    assert "Suka kek_pmt 2025-10 cumulative T 7/8 87.5" in lines
    assert [line for line in lines if line.startswith("Suka kek ")] == ["Suka kek 2025-10 cumulative T 8/92"]


@pytest.mark.parametrize("over", ["KUMULATIF JAN S/D BULAN INI", "JANUARI S.D. BULAN LAPORAN", "KUMULATIF DARI JANUARI"])
def test_heads_that_add_up_from_january(over: str):
    rows = "Suka|50|5|10|20\nMaju|40|2|8|20\nJaya|60|4|12|20"
    head = f"DESA|SASARAN BAYI|HASIL BULAN INI|{over}|\n||BCG|BCG|\n|||JML|%"
    merges = [(2, 0, 4, 0), (2, 1, 4, 1), (2, 3, 2, 4), (3, 2, 4, 2), (3, 3, 3, 4)]
    lines = said(read(S=f"CAKUPAN IMUNISASI\nBULAN MARET 2026\n{head}\n{rows}", merges=merges))
    assert [line for line in lines if line.startswith("Suka")] == ["Suka bcg 2026-3 cumulative T 10/50 20", "Suka bcg 2026-3 month T 5/50"]


@pytest.mark.parametrize("title", ["JANUARI S/D BULAN INI 2026", "KUMULATIF JANUARI S/D SEKARANG TAHUN 2026"])
def test_a_title_that_does_not_say_where_it_ends_is_asked(title: str):
    reading = read(S=f"CAKUPAN K1 {title}\nNO|DESA|SASARAN|K1\n1|Suka|50|5\n2|Maju|40|2")
    assert "month" in reading.asks
    assert said(reading) == ["Maju k1 2026- cumulative T 2/40", "Suka k1 2026- cumulative T 5/50"]
