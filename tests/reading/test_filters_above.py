"""Labels with their values over a table, as the filters of spreadsheet programs stand there: an indicator, a sex, all months."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TABLE = "\n\nDesa|BCG|HB0\nMekarsari|4|10\nSukamaju|6|4"
PIVOT = """TAHUN|2025||||TAHUN|2025
INDIKATOR|Diare semua umur||||INDIKATOR|Diare balita

Sum of JUMLAH|Column Labels||||Sum of JUMLAH|Column Labels
Row Labels|April|Februari|Grand Total||Row Labels|April|Februari|Grand Total
Mekarsari|13|16|29||Sukamaju|2|3|5
Sukamaju|22|8|30||Mekarsari|4|1|5
Grand Total|35|24|59||Grand Total|6|4|10"""


def test_the_indicator_of_a_filter_is_the_title_of_its_table():
    lines = said(read(S=PIVOT))
    assert "Mekarsari diare 2025-4 month T 13/" in lines
    assert "Mekarsari diare_balita 2025-4 month T 4/" in lines
    assert len(lines) == 8


def test_a_list_of_indicators_stays_one():
    reading = read(S="LAPORAN KIA\nBULAN APRIL 2025\nINDIKATOR|Mekarsari|Sukamaju\nK1|4|6\nK4|10|4")
    assert "Mekarsari k1 2025-4 month T 4/" in said(reading)


@pytest.mark.parametrize("label", ["Jenis Kelamin|L", "JK|P", "Sex|Male", "Kelamin|: P", "JK : L", "JK|Laki-laki"])
def test_a_table_of_one_sex_is_not_of_all(label: str):
    with pytest.raises(NothingToRead) as raised:
        read(S=f"CAKUPAN IMUNISASI\nBULAN APRIL 2025\n{label}{TABLE}")
    assert any(problem.code == "sebagian-sasaran" and problem.cell for problem in raised.value.problems)


def test_two_such_tables_are_both_sexes():
    title = "CAKUPAN IMUNISASI\nBULAN APRIL 2025\nJenis Kelamin|"
    lines = said(read(L=f"{title}L{TABLE}", P=f"{title}P{TABLE.replace('|10', '|9')}"))
    assert {"Mekarsari bcg 2025-4 month L 4/", "Mekarsari hb0 2025-4 month P 9/"} <= {*lines}


@pytest.mark.parametrize("label", ["Jenis Kelamin|(Semua)", "JK|L+P", "Jenis Kelamin|Laki-laki dan Perempuan"])
def test_a_table_of_both_sexes_is_of_all(label: str):
    assert "Mekarsari bcg 2025-4 month T 4/" in said(read(S=f"CAKUPAN IMUNISASI\nBULAN APRIL 2025\n{label}{TABLE}"))


@pytest.mark.parametrize("label", ["Tahun|2025\nBulan|(Semua)", "Tahun|2025\nBulan|(Multiple Items)", "Tahun|(All)\nBulan|April"])
def test_a_sum_of_all_months_is_of_none(label: str):
    with pytest.raises(NothingToRead) as raised:
        read("Imunisasi April 2025.xlsx", S=label + TABLE)
    assert any(problem.code == "pivot-bukan-desa" for problem in raised.value.problems)


def test_months_as_columns_need_no_filter():
    reading = read(S="Tahun|2025\nBulan|(Semua)\n\nCAKUPAN BCG\nDesa|Januari|Februari\nMekarsari|4|10\nSukamaju|6|4")
    assert "Mekarsari bcg 2025-1 month T 4/" in said(reading)


def test_a_pivot_of_a_year_is_no_result_of_the_whole_year():
    reading = read(S="Tahun|2025\n\nRow Labels|Sum of BCG|Sum of HB0\nMekarsari|4|10\nSukamaju|6|4")
    assert not any(" year " in line for line in said(reading))
    assert "periode-tidak-ada" in codes(reading)
