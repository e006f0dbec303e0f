"""Percents behind the months: of the whole of them, never of the last month; what does not follow from the table is told."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MONTHS = "JAN|FEB|MAR"


def _table(head: str, *rows: str) -> str:
    return f"CAKUPAN K4 TAHUN 2025\n\nNO|DESA|{head}\n" + "\n".join(rows)


@pytest.mark.parametrize("percent", ["% KUM", "%"])
def test_a_percent_that_cannot_be_reckoned_is_told(percent: str):
    reading = read(S=_table(f"{MONTHS}|{percent}", "1|Suka|4|5|3|20.0", "2|Maju|6|5|4|25.0", "3|Jaya|2|7|5|23.3"))
    assert codes(reading) == ["persen-semua-bulan F3"]
    assert "Suka k4 2025-3 month T 3/" in said(reading)


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (f"SASARAN|{MONTHS}|% KUM", ("1|Suka|60|4|5|3|20.0", "2|Maju|60|6|5|4|25.0", "3|Jaya|60|2|7|5|23.3")),
        (f"SASARAN|{MONTHS}|JML|%", ("1|Suka|60|4|5|3|12|20.0", "2|Maju|60|6|5|4|15|25.0", "3|Jaya|60|2|7|5|14|23.3")),
    ],
)
def test_a_percent_of_the_sum_of_the_months_needs_no_word(head: str, rows: tuple[str, ...]):
    reading = read(S=_table(head, *rows))
    assert codes(reading) == []
    assert "Maju k4 2025-3 month T 4/60" in said(reading)


def test_a_percent_of_each_of_two_indicators_is_not_that_of_their_last_month():
    rows = "1|Suka|60|4|5|3|20.0|2|2|2|10.0\n2|Maju|60|6|5|4|25.0|3|3|3|15.0\n3|Jaya|60|2|7|5|23.3|1|2|3|10.0"
    text = f"KIA TAHUN 2025\nNO|DESA|SASARAN BUMIL|K1||||K4|||\n|||{MONTHS}|% KUM|{MONTHS}|% KUM\n{rows}"
    reading = read(S=text, merges=((1, 3, 1, 6), (1, 7, 1, 10)))
    assert {"Suka k1 2025-3 month T 3/60", "Suka k4 2025-3 month T 2/60"} <= set(said(reading))
    assert not codes(reading)


def test_a_percent_beside_each_month_is_that_months():
    rows = "1|Suka|60|4|6.7|5|8.3\n2|Maju|60|6|10.0|5|8.3\n3|Jaya|60|2|3.3|7|11.7"
    reading = read(S=_table("SASARAN|JAN|%|FEB|%", *rows.split("\n")))
    assert {"Suka k4 2025-1 month T 4/60 6.7", "Jaya k4 2025-2 month T 7/60 11.7"} <= set(said(reading))


TRIBULAN = "||SASARAN|TW I|TW II|TW III|TW IV|{head}|%"
FOUND = ((80, 21, 18, 18, 57), (41, 12, 10, 4, 26), (81, 19, 18, 14, 51), (51, 13, 11, 13, 37))


def _tribulan(head: str, of: int, digits: int = 1) -> list[str]:
    """What is said of desa with tribulan of which the fourth is empty; the percent is of the number in column `of`."""
    rows = [f"{at}|Desa {at}|{'|'.join(map(str, row[:4]))}||{row[4]}|{round(100 * row[of] / row[0], digits)}" for at, row in enumerate(FOUND, 1)]
    return said(read(S="TERDUGA TB TAHUN 2026\n\nNO|DESA|TERDUGA TB DILAYANI SESUAI STANDAR\n" + TRIBULAN.format(head=head) + "\n" + "\n".join(rows)))


@pytest.mark.parametrize("head", ["s/d TW III (Jan-Sep)", "s/d TW III", "Jan - Sept", "JUMLAH s/d TW III"])
def test_a_percent_that_follows_from_the_number_up_to_a_tribulan_is_its_own(head: str):
    assert "Desa 1 spm_11 2026-9 cumulative T 57/80 71.2" in _tribulan(head, 4)


def test_a_percent_of_another_tribulan_is_not_that_of_the_number_before_it():
    assert not any(line.split("/")[-1].count(" ") for line in _tribulan("s/d TW III", 3))


ROUNDS = """
VITAMIN A BULAN FEBRUARI 2026

NO|DESA|BAYI 6-11 BULAN
||SASARAN|Dapat Feb 2025|Dapat Feb 2026|%
1|Suka|18|14|{}
2|Maju|15|13|{}
3|Tani|11|7|{}
4|Jaya|20|11|{}
"""


@pytest.mark.parametrize(("cells", "share"), [(("16|88.9", "12|80", "9|81.8", "18|90"), " 90"), (("16|77.8", "12|86.7", "9|63.6", "18|55"), "")])
def test_a_percent_behind_two_years_is_of_this_one_where_it_follows_from_it(cells: tuple[str, ...], share: str):
    lines = said(read(merges=[(2, 2, 2, 5)], S=ROUNDS.format(*cells).strip("\n")))
    assert [line for line in lines if "Jaya" in line] == ["Jaya vit_a_6_11 2025-2 point T 11/", f"Jaya vit_a_6_11 2026-2 point T 18/20{share}"]
