"""Tables below each other, each under its own "Desa : ...", and what follows without a name."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

TOP = "LAPORAN BULAN MEI 2026\nPUSKESMAS SUKA\n\n"


def _babies(label: str, sasaran: int, bcg: int, mr: int) -> str:
    return f"{label}\nNo|Antigen|Sasaran|Jumlah\n1|BCG|{sasaran}|{bcg}\n2|MR 1|{sasaran}|{mr}\n\n"


def _mothers(sasaran: int, first: int, label: str = "B. KIA") -> str:
    return f"{label}\nNo|Indikator|Sasaran|Jumlah\n1|K1|{sasaran}|{first}\n2|K4|{sasaran}|{first - 1}\n\n"


TWO = _babies("Desa : Suka", 20, 3, 4) + _babies("Desa : Maju", 30, 5, 6)
LINES = ["Maju bcg 2026-5 month T 5/30", "Maju mr1 2026-5 month T 6/30", "Suka bcg 2026-5 month T 3/20", "Suka mr1 2026-5 month T 4/20"]


@pytest.mark.parametrize("title", ["REKAPITULASI SEMUA DESA", "TOTAL PUSKESMAS", "JUMLAH", "PUSKESMAS SUKA", "Gabungan desa"])
def test_the_recap_behind_the_desa_is_of_all(title: str):
    reading = read(S=TOP + TWO + _babies(title, 50, 8, 10))
    assert said(reading) == LINES and codes(reading) == []


def test_a_number_that_only_the_recap_has_is_the_puskesmas_own():
    lines = said(read(S=TOP + TWO + _mothers(55, 9, "REKAPITULASI SEMUA DESA")))
    assert [line for line in lines if " k1 " in line] == ["SUKA k1 2026-5 month T 9/55"]


def test_a_table_behind_several_desa_that_names_none_is_nobodys():
    reading = read(S=TOP + TWO + _mothers(55, 9))
    assert said(reading) == LINES and codes(reading) == ["wilayah-tidak-disebut A15"]


def test_the_same_tables_below_each_name_are_its_own():
    lines = said(read(S=TOP + _babies("Desa : Suka", 20, 3, 4) + _mothers(22, 7) + _babies("Desa : Maju", 30, 5, 6) + _mothers(33, 9)))
    assert [line for line in lines if " k1 " in line] == ["Maju k1 2026-5 month T 9/33", "Suka k1 2026-5 month T 7/22"]


def test_one_desa_over_all_tables_of_a_sheet_stays():
    lines = said(read(S=TOP + _babies("Desa : Suka", 20, 3, 4) + _mothers(22, 7)))
    assert [line for line in lines if " k1 " in line] == ["Suka k1 2026-5 month T 7/22"]


def _by_month(label: str, weighed: int) -> str:
    return f"{label}\nBulan|S|D\nJanuari|100|{weighed}\nFebruari|100|{weighed + 1}\n\n"


def test_a_name_behind_a_colon_in_a_cell_of_its_own_may_be_made_of_words_of_heads():
    lines = said(read(S="SKDN TAHUN 2026\n\n" + _by_month("Nama Desa|:|Lembah", 60) + _by_month("Nama Desa|:|Bukit Tinggi", 70)))
    assert [line for line in lines if "2026-1 " in line] == ["Bukit Tinggi d_s 2026-1 point T 70/100", "Lembah d_s 2026-1 point T 60/100"]


@pytest.mark.parametrize("label", ["Nama Desa|:||Kecamatan|:|Suka", "Desa :||Bulan : Mei"])
def test_the_label_behind_a_name_left_open_is_no_desa(label: str):
    with pytest.raises(NothingToRead):
        read(S="SKDN TAHUN 2026\n\n" + _by_month(label, 60))


TITLE = "LAPORAN BULANAN KIA DESA SUKA MAJU\nPUSKESMAS RANDU\n\n"


def _month(label: str, first: int) -> str:
    return f"{label}\nNo|Kegiatan|Sasaran|Bulan ini\n1|K1|60|{first}\n2|K4|60|{first - 1}\n\n"


@pytest.mark.parametrize("label", ["BULAN : FEBRUARI 2026", "Februari 2026", "Bulan|:|Februari||Tahun|:|2026"])
def test_the_desa_of_the_title_is_that_of_the_months_below_each_other(label: str):
    lines = said(read(S=TITLE + _month("BULAN : JANUARI 2026", 7) + _month(label, 5)))
    assert [line for line in lines if " k1 " in line] == ["SUKA MAJU k1 2026-1 month T 7/60", "SUKA MAJU k1 2026-2 month T 5/60"]


@pytest.mark.parametrize(
    "label", ["BULAN : JANUARI 2026", "FEBRUARI 2026 (KARANG)", "TOTAL|FEBRUARI 2026", "DESA ........|FEBRUARI 2026", "PUSKESMAS RANDU FEBRUARI 2026"]
)
def test_a_table_of_somebody_else_below_the_title_of_a_desa_is_not_its_own(label: str):
    lines = said(read(S=TITLE + _month("BULAN : JANUARI 2026", 7) + _month(label, 5)))
    assert not [line for line in lines if "SUKA MAJU" in line and " 5/60" in line]


def _card(desa: str, first: int) -> str:
    months = f"Januari|{first}|4\nFebruari|4|{first}\nMaret|2|3\nJUMLAH|{first + 6}|{first + 7}"
    return f"DESA|{desa}\nBayi lahir hidup|{30 + first}|Surviving infant|{29 + first}\nBULAN|BCG|MR 1|OPV 4\n{months}\n||\n"


@pytest.mark.parametrize("name", ["Karang Anyar", "Karang Sari", "Kampung Jawa", "Sendang Sari", "Bulak Sumur", "Kampung Dalam", "Negeri Atas"])
def test_words_of_names_that_look_like_those_of_heads_are_names(name: str):
    reading = read(S="KARTU IMUNISASI TAHUN 2026\nPUSKESMAS SUKA\n\n" + _card("Sukamaju", 3) + _card(name, 5) + _card("Mekarjaya", 6))
    lines = said(reading)
    assert [sum(line.startswith(f"{desa} ") for line in lines) for desa in ("Sukamaju", name, "Mekarjaya")] == [6, 6, 6]
    assert f"{name} bcg 2026-1 month T 5/35" in lines and codes(reading) == []


def test_a_card_whose_name_is_not_understood_is_not_that_of_the_desa_above():
    reading = read(S="KARTU IMUNISASI TAHUN 2026\nPUSKESMAS SUKA\n\n" + _card("Sukamaju", 3) + _card("Bayi", 5) + _card("Mekarjaya", 6))
    assert {line.split()[0] for line in said(reading)} == {"Sukamaju", "Mekarjaya"} and codes(reading) == ["wilayah-tidak-disebut A14"]


def test_two_heads_of_names_and_one_number_are_no_labels():
    reading = read(S=TOP + "Desa|K1\nSuka|3\nMaju|4\n\nDesa|K4\nSuka|2\nMaju|1\n\nPuskesmas|Desa\n||KN1|KF1\nRawa|Suka|5|6\nRawa|Maju|7|8")
    found = {line.split()[1]: line.split()[5] for line in said(reading) if line.startswith("Suka ")}
    assert found == {"k1": "3/", "k4": "2/", "kn1": "5/", "kf1": "6/"}


def test_slips_in_heads_are_still_understood():
    assert said(read(S=TOP + "Desa|Sasran bayi|Imunsasi BCG\nSuka|20|3\nMaju|30|4"))[0] == "Maju bcg 2026-5 month T 4/30"
