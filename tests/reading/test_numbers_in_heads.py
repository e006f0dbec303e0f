"""Heads that are only numbers, and doses from one to another in a title: months, doses and visits are told apart or asked."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError, Reading

DESA = {"Suka": (50, 3), "Maju": (40, 4)}


def table(title: str, heads: str) -> Reading:
    count = len(heads.split("|"))
    rows = [f"|{desa}|{sasaran}|" + "|".join(str(first + each) for each in range(count)) for desa, (sasaran, first) in DESA.items()]
    return read(S=f"{title}\nNO|DESA|SASARAN|{heads}\n" + "\n".join(rows), year=2026)


@pytest.mark.parametrize("heads", ["i|ii|iii|iv|v|vi|vii", "I.|II.|III.|IV.|V.|VI.", "1|2|3|4|5|6|7|8|9|10", "01|02|03|04|05|06|07|08|09|10|11|12"])
def test_enough_numbers_in_a_row_are_months(heads: str):
    reading = table("CAKUPAN K1 TAHUN 2026", heads)
    assert "Suka k1 2026-1 month T 3/50" in said(reading)
    assert "Suka k1 2026-6 month T 8/50" in said(reading)


@pytest.mark.parametrize("title", ["CAKUPAN K1 TAHUN 2026", "CAKUPAN DPT-HB-HIB 3", "CAKUPAN POLIO 1 TAHUN 2026", "CAKUPAN K6 BULAN JUNI 2026"])
@pytest.mark.parametrize("heads", ["1|2|3", "1|2|3|4|5|6", "i|ii|iii|iv"])
def test_fewer_numbers_may_be_anything_and_are_not_read(title: str, heads: str):
    with pytest.raises(LokminError):
        table(title, heads)


RANGES = ["CAKUPAN DPT 1 - 3", "CAKUPAN DPT 1 s/d 3", "KUNJUNGAN IBU HAMIL K1 - K6", "CAKUPAN POLIO 1-4", "CAKUPAN KN 1 sampai KN 3"]
OTHER_RANGES = ["K1 BULAN 1 - 3", "DPT 3 (USIA 2 - 11 BULAN)", "K4 TRIWULAN 1 s/d 2", "POLIO 1 - PUSKESMAS MELATI"]


@pytest.mark.parametrize("title", RANGES)
def test_a_title_from_one_dose_to_another_names_none(title: str):
    with pytest.raises(LokminError):
        table(f"{title} TAHUN 2026", "Jan|Feb|Mar")


@pytest.mark.parametrize("title", OTHER_RANGES)
def test_other_ranges_leave_the_indicator(title: str):
    assert len(said(table(f"CAKUPAN {title} TAHUN 2026", "Jan|Feb|Mar"))) == 6
