"""A list of desa that goes on beside itself, with one total below the second half: it adds up both."""

from __future__ import annotations

import pytest
from laporan import codes, read, said


def lanes(first: str, total: str) -> str:
    return f"""
PERINGKAT CAKUPAN IDL S/D OKTOBER 2025

{first}|Desa|Sasaran SI|IDL|%||{first}|Desa|Sasaran SI|IDL|%
1|Suka|40|36|90||4|Sari|50|30|60
2|Maju|50|40|80||5|Karya|40|20|50
3|Jaya|20|14|70||6|Mulya|20|8|40

|||||||JUMLAH|{total}
"""


@pytest.mark.parametrize("first", ["Peringkat", "No", "Ranking"])
def test_the_total_below_the_second_half_adds_up_both(first: str):
    reading = read(S=lanes(first, "220|148|67.3"))
    assert not codes(reading)
    assert len(said(reading)) == 6


@pytest.mark.parametrize("first", ["Peringkat", "No"])
def test_a_total_of_the_second_half_alone_is_one_too(first: str):
    reading = read(S=lanes(first, "110|58|52.7"))
    assert not codes(reading) and len(said(reading)) == 6


@pytest.mark.parametrize("first", ["Peringkat", "No"])
def test_a_wrong_total_is_still_told(first: str):
    assert codes(read(S=lanes(first, "220|158|71.8"))) == ["jumlah-tidak-cocok J8"]
