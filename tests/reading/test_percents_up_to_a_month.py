"""A percent behind "Jan-Nop" among single months is of that number; one behind the months alone is of all of them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|40|5|6|11|27.5\n2|Maju|50|3|4|7|14\n3|Sari|20|1|4|5|25"


@pytest.mark.parametrize("percent", ["%", "% K1", "Cakupan (%)"])
@pytest.mark.parametrize("months", ["Feb|Mar|Jan-Mar", "Jan|Mar|Januari - Maret", "Jan|Mar|Jan s/d Mar"])
def test_behind_the_months_added_up(months: str, percent: str):
    reading = read(S=f"CAKUPAN K1 TAHUN 2024\nNO|DESA|Sasaran bumil|{months}|{percent}\n{ROWS}")
    assert {"Suka k1 2024-3 cumulative T 11/40 27.5", "Maju k1 2024-3 cumulative T 7/50 14"} <= {*said(reading)}
    assert not codes(reading)


def test_behind_pairs_of_month_and_year():
    reading = read(
        merges=[(1, 3, 1, 4), (1, 5, 1, 6), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 7, 2, 7)],
        S="""
IMUNISASI Td IBU HAMIL MARET 2024
NO|DESA|Sasaran bumil|Td1||Td2||% Td2
|||Mar|Jan-Mar|Mar|Jan-Mar|
1|Suka|40|1|10|2|20|50
2|Maju|50|1|5|3|10|20
3|Sari|20|1|4|2|5|25
""",
    )
    assert "Suka td2 2024-3 cumulative T 20/40 50" in said(reading)
    assert "Suka td2 2024-3 month T 2/40" in said(reading)
    assert {line.split()[-1] for line in said(reading) if "td1" in line} <= {"10/40", "1/40", "5/50", "1/50", "4/20", "1/20"}


def test_behind_months_of_two_years_it_is_of_none_of_them():
    rows = "1|Suka|40|5|6|27.5\n2|Maju|50|3|4|14\n3|Sari|20|1|4|25"
    lines = said(read(S=f"CAKUPAN K1 TAHUN 2024\nNO|DESA|Sasaran bumil|Okt-Des|Jan-Mar|%\n{rows}"))
    assert lines == [f"{desa} k1 2024-3 cumulative T {n}" for desa, n in (("Maju", "4/50"), ("Sari", "4/20"), ("Suka", "6/40"))]


def test_behind_the_months_alone_it_is_of_none_of_them():
    rows = "1|Suka|40|5|6|27.5\n2|Maju|50|3|4|14\n3|Sari|20|1|4|25"
    lines = said(read(S=f"CAKUPAN K1 TAHUN 2024\nNO|DESA|Sasaran bumil|Jan|Feb|%\n{rows}"))
    assert len(lines) == 6
    assert "27.5" not in " ".join(lines)


@pytest.mark.parametrize(
    "head",
    ["TARGET PENEMUAN (10% x 270/1000)", "Perkiraan kasus diare (270/1000 x jml penduduk x 10%)", "Estimasi diare (10 % x 0,27 x penduduk)"],
)
def test_an_estimate_may_tell_how_it_is_reckoned(head: str):
    reading = read(S=f"DIARE JANUARI S/D MARET 2024\nNO|DESA|{head}|Penderita diare dilayani|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n3|Sari|20|5|25")
    assert "Suka diare 2024-3 cumulative T 10/40 25" in said(reading)
    assert not codes(reading)


@pytest.mark.parametrize("head", ["Sasaran balita (20% x sasaran balita)", "Balita (2 x 3)", "Penduduk (10% x 3)"])
def test_other_people_with_a_reckoning_are_asked(head: str):
    reading = read(S=f"DIARE JANUARI S/D MARET 2024\nNO|DESA|{head}|Penderita diare dilayani\n1|Suka|40|10\n2|Maju|50|30\n3|Sari|20|5")
    assert "kolom-tidak-dikenal C2" in codes(reading)
    assert "Suka diare 2024-3 cumulative T 10/" in said(reading)
