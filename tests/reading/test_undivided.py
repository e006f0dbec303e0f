"""Toddlers weighed and measured are no second D of D/S; a sasaran that a note takes out of the reckoning divides nothing."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "SASARAN BALITA|BALITA DITIMBANG|{measured}|JML STUNTING|% STUNTING|UNDERWEIGHT|% UNDERWEIGHT"
ROWS = "\n1|Mekarsari|259|240|235|26|11.06|28|11.7\n2|Sukamaju|164|135|130|15|11.54|8|5.93\n"


def _read(note: str = "", measured: str = "DITIMBANG & DIUKUR"):  # noqa: ANN202
    return read(S="STATUS GIZI BALITA\nAGUSTUS 2025\nNO|DESA|" + HEAD.format(measured=measured) + ROWS + note)


@pytest.mark.parametrize("measured", [
    "BALITA DITIMBANG & DIUKUR PB/TB", "DITIMBANG + DIUKUR TB", "YANG DITIMBANG BB DAN DIUKUR TB", "BALITA DITIMBANG DAN DIUKUR TINGGI BADAN",
])  # fmt: skip
def test_weighed_and_measured_is_not_weighed(measured: str):
    reading = _read(measured=measured)
    assert {"Mekarsari d_s 2025-8 point T 240/259", "Mekarsari stunting 2025-8 point T 26/235 11.06"} <= {*said(reading)}
    assert codes(reading) == []


@pytest.mark.parametrize("note", [
    "*) sasaran proyeksi BPS, tidak dipakai sebagai pembagi", "Catatan: penyebut bukan sasaran proyeksi",
    "Sasaran balita tidak digunakan sebagai penyebut",
])  # fmt: skip
def test_a_note_takes_a_sasaran_out_of_the_reckoning(note: str):
    lines = said(_read(note))
    assert not any(" d_s " in line for line in lines)
    assert "Mekarsari stunting 2025-8 point T 26/235 11.06" in lines


@pytest.mark.parametrize("note", ["*) sasaran proyeksi BPS", "Sasaran dipakai sebagai pembagi D/S", "Pembagi stunting bukan yang ditimbang"])
def test_other_notes_leave_it(note: str):
    assert "Mekarsari d_s 2025-8 point T 240/259" in said(_read(note))
