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
