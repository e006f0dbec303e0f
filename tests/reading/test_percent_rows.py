"""Percents in rows of their own, percents without an owner, and numbers that are sasaran for others."""

from __future__ import annotations

from laporan import codes, read, said


def test_abs_and_percent_as_two_rows_of_one_desa():
    reading = read(
        merges=[(1, 2, 1, 3)],
        S="""
CAKUPAN KIA KUMULATIF S/D APRIL 2026
NO | DESA | SASARAN BUMIL | | K1 | K6
1 | A | 105 | Abs | 25 | 18
 | | | % | 23.8 | 17.1
2 | B | 142 | Abs | 25 | 19
 | | | % | 17.6 | 13.4
 | JUMLAH | 247 | Abs | 50 | 37
 | | | % | 20.2 | 15
""",
    )
    assert said(reading) == [
        "A k1 2026-4 cumulative T 25/105 23.8", "A k6 2026-4 cumulative T 18/105 17.1",
        "B k1 2026-4 cumulative T 25/142 17.6", "B k6 2026-4 cumulative T 19/142 13.4",
    ]  # fmt: skip
    assert codes(reading) == []


def test_rows_of_percents_below_the_rows_of_their_numbers():
    reading = read(
        merges=[(2, 1, 5, 1), (6, 1, 9, 1)],
        S="""
GIZI TAHUN 2026
NO | DESA | URAIAN | JAN | FEB
1 | A | Balita ditimbang (D) | 97 | 102
 | | % D/S | 91.5 | 82.3
 | | Balita stunting | 2 | 4
 | | % stunting | 2.1 | 3.9
2 | B | Balita ditimbang (D) | 50 | 60
 | | % D/S | 50 | 60
 | | Balita stunting | 5 | 6
 | | % stunting | 10 | 10
""",
    )
    assert "A d_s 2026-1 point T 97/ 91.5" in said(reading)
    assert "B stunting 2026-2 point T 6/ 10" in said(reading)
    assert codes(reading) == []


def test_a_percent_behind_an_unknown_column_is_not_the_titles():
    reading = read(S="K1 BULAN MARET 2026\nNo|Desa|Sasaran|K1|%|Hal aneh|%\n1|A|50|5|10|1|2\n2|B|40|4||1|2.5")
    assert said(reading) == ["A k1 2026-3 month T 5/50 10", "B k1 2026-3 month T 4/40"]


def test_bumil_kek_are_the_sasaran_of_their_pmt():
    reading = read(
        S="""
GIZI BUMIL BULAN MARET 2026
No | Desa | Sasaran Bumil | Bumil KEK | % | Bumil KEK dapat PMT | %
1 | A | 45 | 12 | 26.7 | 6 | 50
2 | B | 40 | 3 | 7.5 | 3 | 100
"""
    )
    assert said(reading)[:2] == ["A kek 2026-3 month T 12/45 26.7", "A kek_pmt 2026-3 month T 6/12 50"]


def test_without_percents_too():
    reading = read(S="BULAN MARET 2026\nNo|Desa|Sasaran Bumil|Bumil KEK|KEK mendapat PMT\n1|A|45|12|6\n2|B|40|3|3")
    assert "A kek_pmt 2026-3 month T 6/12" in said(reading)
    assert "B kek 2026-3 month T 3/40" in said(reading)
