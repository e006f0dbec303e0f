"""Names beside a list of indicators whose column is headed with another word, or with none: each of the rows has its own."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead

LIST = (
    "PUSKESMAS TRIMURJO\nEVALUASI KESGA SEMESTER I 2026\n\nNO|INDIKATOR|{}|SASARAN|CAPAIAN (ABS)|CAPAIAN (%)\n1|Cakupan K1|Sumber Agung|62|28|45.2\n"
    "||Trimurjo|58|28|48.3\n||Purwodadi|71|29|40.8\n||JUMLAH|191|85|44.5\n2|Cakupan K4|Sumber Agung|61|21|34.4\n||Trimurjo|57|17|29.8\n"
    "||{}|70|20|28.6\n||JUMLAH|188|58|30.9"
)


@pytest.mark.parametrize("head", ["DESA", "", "WILKER", "TEMPAT", "Xyzan"])
def test_names_that_come_again_for_each_indicator_are_desa(head: str):
    reading = read(S=LIST.format(head, "Purwodadi"))
    assert said(reading)[0] == "Purwodadi k1 2026-6 cumulative T 29/71 40.8" and len(said(reading)) == 6
    assert codes(reading) == []


@pytest.mark.parametrize("head", ["KETERANGAN", "PENANGGUNG JAWAB", "BIDAN"])
def test_below_another_word_the_first_row_is_not_the_puskesmas(head: str):
    with pytest.raises(NothingToRead):
        read(S=LIST.format(head, "Purwodadi"))


def test_remarks_beside_a_list_of_the_puskesmas_stay_remarks():
    rows = "1|Cakupan K1|kurang bidan|62|28\n2|Cakupan K4|perlu sweeping|61|21\n3|Cakupan K6|naik|60|20"
    reading = read(S=f"PUSKESMAS TRIMURJO\nJUNI 2026\nNO|INDIKATOR|CATATAN|SASARAN|CAPAIAN\n{rows}")
    assert said(reading)[0] == "TRIMURJO k1 2026-6 month T 28/62" and len(said(reading)) == 3


@pytest.mark.parametrize("head", ["DESA", "", "Xyzan"])
def test_names_before_a_list_that_each_has_whole_are_desa(head: str):
    """Below a title of the Puskesmas of the same name, too."""
    rows = "\n".join(f"{place}|{name}|Sasaran|9{place}\n||Bulan ini|{place}\n||Kumulatif|4{place}" for place, name in enumerate(("Jaya", "Maju"), 1))
    reading = read(S=f"PUSKESMAS JAYA\nBCG BULAN JULI 2026\nNO|{head}|URAIAN|BCG\n{rows}")
    assert said(reading)[:2] == ["Jaya bcg 2026-7 cumulative T 41/91", "Jaya bcg 2026-7 month T 1/91"] and len(said(reading)) == 4


RANKED = (
    "PWS KIA S/D MEI 2026\nNO|{}|SASARAN BUMIL|K1||NO|DESA|K6 (%)\n1|Suka|74|61||1|Jaya|70.5\n2|Maju|68|54||2|Suka|68.9\n"
    "3|Jaya|69|46||3|Maju|61.1"
)


def test_the_names_of_the_next_table_are_not_those_of_the_numbers_before_a_gap():
    reading = read(S=RANKED.format("Xyzan"))
    assert said(reading) == ["Jaya k6 2026-5 cumulative T / 70.5", "Maju k6 2026-5 cumulative T / 61.1", "Suka k6 2026-5 cumulative T / 68.9"]
    assert "kolom-tidak-dikenal D2" in codes(reading)


def test_tables_side_by_side_each_have_their_own_names():
    lines = said(read(S=RANKED.format("DESA")))
    assert "Suka k1 2026-5 cumulative T 61/74" in lines and len(lines) == 6


def test_names_behind_the_numbers_are_theirs():
    reading = read(S="PWS KIA S/D MEI 2026\nNO|SASARAN BUMIL|K1||DESA\n1|74|61||Suka\n2|68|54||Maju")
    assert said(reading) == ["Maju k1 2026-5 cumulative T 54/68", "Suka k1 2026-5 cumulative T 61/74"]
