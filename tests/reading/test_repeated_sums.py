"""Numbers that do not say of when they are, and repeat what another table adds up; those of the month stay of the month."""

from __future__ import annotations

from laporan import codes, read, said

TOLD = """PWS IMUNISASI
BULAN NOVEMBER 2025

VAKSIN DPT-HB-Hib 1
NO|DESA|SASARAN|BULAN INI|KUMULATIF
1|Mekarsari|50|3|20
2|Sukamaju|40|2|11
3|Wanasari|30|1|9

VAKSIN MR 1
NO|DESA|SASARAN|BULAN INI|KUMULATIF
1|Mekarsari|50|2|18
2|Sukamaju|40|4|10
3|Wanasari|30|2|8
"""
DROP_OUT = """PWS IMUNISASI
BULAN NOVEMBER 2025
DROP OUT DPT1 - MR1
NO|DESA|DPT1|MR1|DO (%)
1|Mekarsari|20|18|10
2|Sukamaju|11|10|9.1
3|Wanasari|9|8|11.1
"""


def test_a_table_that_repeats_the_sums_is_of_them():
    alone = said(read(PWS=TOLD))
    assert len(alone) == 12
    for reading in (read(PWS=TOLD + "\n" + DROP_OUT.split("\n", 2)[2]), read(PWS=TOLD, DO=DROP_OUT), read(DO=DROP_OUT, PWS=TOLD)):
        assert said(reading) == alone
        assert not any(code.startswith("angka-berbeda") for code in codes(reading))


def test_the_other_columns_of_such_a_table_are_added_up_too():
    more = DROP_OUT.replace("MR1|DO", "MR1|DPT3|DO").replace("18|10", "18|16|10").replace("10|9.1", "10|9|9.1").replace("8|11.1", "8|7|11.1")
    assert "Mekarsari dpt3 2025-11 cumulative T 16/" in said(read(PWS=TOLD, DO=more))


def test_sums_that_differ_a_little_are_compared_with_sums():
    reading = read(PWS=TOLD, DO=DROP_OUT.replace("|20|18|", "|21|17|").replace("|11|10|", "|12|9|"))
    assert "Mekarsari dpt1 2025-11 month T 3/50" in said(reading)
    assert "angka-berbeda D4" not in codes(reading)
    assert any(code.startswith("angka-berbeda") for code in codes(reading))


def test_numbers_of_the_month_stay_so():
    month = DROP_OUT.replace("|20|18|", "|3|2|").replace("|11|10|", "|2|4|").replace("|9|8|", "|1|2|")
    entry = month.replace("DROP OUT DPT1 - MR1\n", "").replace("|DO (%)", "|BCG")
    lines = said(read(PWS=TOLD, DO=entry))
    assert "Mekarsari dpt1 2025-11 month T 3/50" in lines
    assert all(" month " in line for line in lines if " bcg " in line)


def test_a_table_without_told_sums_stays_of_its_title():
    assert all(" month " in line for line in said(read(DO=DROP_OUT)))
