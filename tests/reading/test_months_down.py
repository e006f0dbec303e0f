"""Months down the side, desa across or merged over their months, and months of percents that nobody filled in yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laporan import book, codes, read, said

from lokmin_data.reading import read_book
from lokmin_data.reading.opening.refusal import Refused

DESA = (("KELURAHAN", "PUSKESMAS"), ("NAMA DESA", "JUMLAH"), ("GAMPONG", "TOTAL"))


@pytest.mark.parametrize(("over", "total"), DESA)
def test_one_head_over_the_names_beside_months(over: str, total: str):
    reading = read(
        merges=[(2, 0, 3, 0), (2, 1, 2, 3), (2, 4, 3, 4)],
        KN1=f"""
CAKUPAN KUNJUNGAN NEONATAL PERTAMA (KN 1)
TAHUN : 2025
BULAN|{over}|||{total}
|Tegalrejo|Kedungsari|Potrosari|
SASARAN BAYI LAHIR HIDUP 1 TAHUN|41|58|45|144
Januari|3|4|5|12
Februari|5|6|3|14
Maret||||
KUMULATIF S/D FEBRUARI|8|10|8|26
""",
    )
    assert said(reading)[:3] == [
        "Kedungsari kn1 2025-1 month T 4/58", "Kedungsari kn1 2025-2 cumulative T 10/58", "Kedungsari kn1 2025-2 month T 6/58",
    ]  # fmt: skip
    assert len(said(reading)) == 9


def test_one_head_over_the_names_unmerged_and_beside_indicators():
    months = read(S="CAKUPAN KN 1 TAHUN 2025\nNO|BULAN|DESA||\n||Suka|Maju|Jaya\n1|Januari|4|5|6\n2|Februari|4|5|7\n3|Maret|4|5|7")
    assert len(said(months)) == 9
    listed = read(
        merges=[(1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 2, 4)],
        S="CAPAIAN KIA BULAN MEI 2025\nINDIKATOR|DESA|||PUSKESMAS\n|Suka|Maju|Jaya|\nK1|4|5|6|15\nK4|4|5|7|16",
    )
    assert {line for line in said(listed) if "Jaya" in line} == {"Jaya k1 2025-5 month T 6/", "Jaya k4 2025-5 month T 7/"}


SUMMED = """
LAPORAN KN TAHUN 2025
NO|DESA|BULAN|KN 1|KN LENGKAP
1|Suka|Oktober|1|2
|{again}|November|3|3
|{again}|{sum}|4|5
2|Maju|Oktober|5|2
|{second}|November|2|3
|{second}|{sum}|{wrong}|5
|PUSKESMAS|Oktober|6|4
||November|5|6
||{sum}|11|10
"""


@pytest.mark.parametrize("word", ["JUMLAH", "Sub Total", "JML"])
@pytest.mark.parametrize("names", [("", ""), ("Suka", "Maju")])
def test_a_sum_of_months_is_no_month_of_the_desa(word: str, names: tuple[str, str]):
    again, second = names
    reading = read(S=SUMMED.format(sum=word, again=again, second=second, wrong=7))
    assert codes(reading) == []
    assert [line for line in said(reading) if line.startswith("Maju kn1")] == ["Maju kn1 2025-10 month T 5/", "Maju kn1 2025-11 month T 2/"]


def test_a_sum_of_months_that_is_none_is_told():
    reading = read(S=SUMMED.format(sum="JUMLAH", again="", second="", wrong=9))
    assert codes(reading) == ["jumlah-tidak-cocok D8"]


def test_a_total_of_sums_below_l_and_p():
    reading = read(
        merges=[(1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 1, 10), (1, 0, 2, 0), (1, 1, 2, 1)],
        S="""
IMUNISASI BULAN MEI 2026
No|Antigen|SUKAMAJU|||MEKARSARI|||JUMLAH||
||L|P|JML|L|P|JML|L|P|JML
1|BCG|1|2|3|4|5|9|5|7|12
2|POLIO 1|2|2|4|3|3|6|5|5|13
3|POLIO 2|2|2|4|3|3|6|5|5|10
4|POLIO 3|2|2|4|3|3|6|5|5|10
""",
    )
    assert codes(reading) == ["jumlah-tidak-cocok K5"]


def test_months_of_percents_that_are_still_empty():
    made = book(
        S="CAKUPAN KUMULATIF K4 IBU HAMIL TAHUN 2026\nNO|DESA|S/D JAN|S/D FEB|S/D MAR\n"
        "1|Suka|0.045|0.119|\n2|Maju|0.039|0.105|\n3|Jaya|0.086|0.171|"
    )
    signs = frozenset((row, column) for row in range(2, 5) for column in (2, 3))
    reading = read_book(replace(made, sheets=(replace(made.sheets[0], percent_cells=signs),)))
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka k4 2026-1 cumulative T / 4.5", "Suka k4 2026-2 cumulative T / 11.9"]


def test_months_of_percents_beside_an_empty_month_without_a_sign():
    reading = read(
        S="CAKUPAN KUMULATIF K4 IBU HAMIL TAHUN 2026\nNO|DESA|S/D JAN (%)|S/D FEB (%)|S/D MAR\n"
        "1|Suka|4.5|11.9|\n2|Maju|3.9|10.5|\n3|Jaya|8.6|17.1|"
    )
    assert [line for line in said(reading) if line.startswith("Jaya")] == ["Jaya k4 2026-1 cumulative T / 8.6", "Jaya k4 2026-2 cumulative T / 17.1"]


def test_a_refusal_names_a_cell():
    with pytest.raises(Refused) as refused:
        read(S="a|b|c|d|e|f\nq|1|2|3|4|3\nw|1|2|3|4|3\ne|1|2|3|4|3")
    assert [(each.code, each.cell) for each in refused.value.problems][0] == ("tabel-tidak-ditemukan", "B2")


def test_a_month_that_nobody_filled_in_does_not_take_the_desa_from_those_below_it():
    rows = "JANUARI|7|7\nFEBRUARI||\nMARET|3|4\nAPRIL||\nJUMLAH|10|11\n%|19.2|21.2"
    text = f"PWS KIA TINGKAT DESA\nDESA|: RANDUSARI\nTAHUN|: 2026\nSASARAN BUMIL|52\n\nBULAN|K1|K4\n{rows}"
    lines = said(read(RANDUSARI=text, MAJU=text.replace("RANDUSARI", "MAJU")))
    assert [line for line in lines if "RANDUSARI" in line and "k1" in line] == [
        "RANDUSARI k1 2026-1 month T 7/52", "RANDUSARI k1 2026-3 cumulative T /52 19.2", "RANDUSARI k1 2026-3 month T 3/52",
    ]  # fmt: skip
    assert not [line for line in lines if not line.startswith(("RANDUSARI", "MAJU"))]


JANUARY = "CAKUPAN K1 PUSKESMAS CIHERANG TAHUN 2026\n\nBULAN|{a}|{b}|{c}|{sum}\n{above}JAN|4|6|8|{added}\n{below}"
PREPARED = "FEB\nMAR\nAPR\nMEI\n"


def _january(sasaran: str, below: str, *, added: int = 18, names: tuple[str, ...] = ("Suka", "Maju", "Tani"), total: str = "JUMLAH") -> list[str]:
    above = f"{sasaran}|62|48|55|165\n" if sasaran else ""
    a, b, c = names
    return said(read(S=JANUARY.format(a=a, b=b, c=c, sum=total, above=above, added=added, below=below)))


@pytest.mark.parametrize("below", [PREPARED, PREPARED + "JUMLAH|4|6|8|18\n", ""])
@pytest.mark.parametrize(("sasaran", "of"), [("", ("", "", "")), ("Sasaran", (62, 48, 55))])
@pytest.mark.parametrize("word", ["", "Desa "])
def test_desa_beside_months_of_which_only_the_first_is_filled(below: str, sasaran: str, of: tuple, word: str):
    lines = _january(sasaran, below, names=(f"{word}Suka", f"{word}Maju", f"{word}Tani"))
    suka, maju, tani = of
    assert lines == [f"{word}Maju k1 2026-1 month T 6/{maju}", f"{word}Suka k1 2026-1 month T 4/{suka}", f"{word}Tani k1 2026-1 month T 8/{tani}"]


def test_columns_beside_a_single_month_that_are_no_parts_of_a_sum_are_no_desa():
    assert not any("Suka" in line for line in _january("", "", added=25))
