"""Heads in English or in two languages, and the marks of footnotes in names and heads."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

K1 = ["A k1 2026-3 month T 12/45 26.7", "B k1 2026-3 month T 3/40 7.5", "C k1 2026-3 month T 10/40 25"]
BODY = "1|A|45|12|26.7\n2|B|40|3|7.5\n3|C|40|10|25"


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Month / Bulan : March 2026", "No|Village / Desa|Pregnant women / Ibu hamil|K1|%"),
        ("Month: March 2026", "No.|Village|Pregnant women|K1|Coverage (%)"),
        ("BULAN / MONTH : MARET 2026", "Number|Name of village|Sasaran / Target population|K1|Cakupan / Coverage %"),
    ],
)
def test_two_languages(label: str, head: str) -> None:
    reading = read(S=f"ANTENATAL CARE\n{label}\n{head}\n{BODY}")
    assert said(reading) == K1
    assert codes(reading) == []


@pytest.mark.parametrize(("numbers", "told"), [((1, 2, 3), []), ((1, 1, 2), []), ((1, 3, 2), ["kolom-tidak-dikenal A2"])])
def test_a_column_that_numbers_the_rows_is_no_unknown_one(numbers: tuple[int, int, int], told: list[str]) -> None:
    rows = "\n".join(f"{number}|{name}|45|{k1}" for number, name, k1 in zip(numbers, "ABC", (12, 3, 10), strict=True))
    reading = read(S=f"LAPORAN BULAN MARET 2026\nHitungan aneh|Desa|Sasaran bumil|K1\n{rows}")
    assert codes(reading) == told


def test_added_up_in_english() -> None:
    reading = read(
        merges=[(1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4)],
        S="IMMUNISATION REPORT UP TO MARCH 2026\nNo|Village|BCG||\n||Male|Female|Total\n1|A|12|5|17\n2|B|3|4|7",
    )
    assert said(reading)[:3] == [
        "A bcg 2026-3 cumulative L 12/", "A bcg 2026-3 cumulative P 5/", "A bcg 2026-3 cumulative T 17/",
    ]  # fmt: skip


def test_a_table_whose_only_results_are_unknown_is_told() -> None:
    reading = read(S="LAPORAN BULAN MARET 2026\nNo|Desa|Sasaran bumil|Hal aneh|%\n1|A|45|12|26.7\n2|B|40|3|7.5")
    assert said(reading) == []
    assert "kolom-tidak-dikenal D2" in codes(reading)


def test_the_marks_of_footnotes_are_no_part_of_a_name() -> None:
    reading = read(
        S="""
LAPORAN BULAN MARET 2026
No | Desa | Sasaran Bumil | K1¹ | K6 *)
1 | Sukamaju *) | 45 | 12 | 1
2 | Mekarsari¹ | 40 | 3 | 2
3 | Ciputih** | 40 | 10 | 3
4 | Lebak [1] | 40 | 11 | 4
5 | Tirta 1) | 40 | 5 | 5
 | *) desa sulit | | |
"""
    )
    names = [line.split(" k1 ")[0] for line in said(reading) if " k1 " in line]
    assert names == ["Ciputih", "Lebak", "Mekarsari", "Sukamaju", "Tirta"]
    assert len(said(reading)) == 10


def test_numbers_that_tell_two_names_apart_stay() -> None:
    reading = read(S="LAPORAN BULAN MARET 2026\nNo|Desa|K1\n1|Melati 1)|12\n2|Melati 2)|3\n3|Mawar 1)|4")
    assert [line.split(" k1 ")[0] for line in said(reading)] == ["Mawar", "Melati 1)", "Melati 2)"]


def test_a_name_in_capitals_in_the_title_and_not_in_the_name_of_the_sheet() -> None:
    body = "BULAN|Sasaran bumil|K1\nJanuari|20|2\nFebruari|20|3"
    reading = read(Talang_Kelapa=f"KIA 2025\nDESA : TALANG KELAPA\n{body}", FAJAR=f"KIA 2025\nDESA : Fajar\n{body}")
    assert {line.split(" k1 ")[0] for line in said(reading)} == {"Talang Kelapa", "Fajar"}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Balita Gizi Buruk Severely Malnourished", "gizi_buruk"), ("Gizi Buruk/Malnutrition", "gizi_buruk"), ("BBLR Low Birth Weight", "bblr"),
        ("Demam Berdarah Dengue/Dengue Hemorrhagic Fever", "dbd_kasus"), ("Diare/Diarrhea", "diare"), ("BBLR Dirujuk Referred LBW", ""),
    ],
)  # fmt: skip
def test_illnesses_in_two_languages(head: str, code: str) -> None:
    reading = read(S=f"Tahun 2025\nDesa/Village|Ibu Hamil K1|{head}\nA|45|12\nB|40|3\nC|40|10")
    assert {line.split()[1] for line in said(reading)} - {"k1"} == {code} - {""}
    assert codes(reading) == ([] if code else ["kolom-tidak-dikenal C2"])
