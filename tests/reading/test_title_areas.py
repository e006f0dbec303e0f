"""What stands behind "desa" in a title names one only where it is neither a word of time nor of a head."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.reading.understanding import NothingToRead

TABLE = "\n\nBulan|K1||\n|Sasaran|Bulan ini|s.d bulan ini\nJanuari|72|5|5\nFebruari|72|6|11"


@pytest.mark.parametrize(
    "title",
    [
        "DATA K1 PER DESA TAHUN 2026", "REKAP DESA K1 2026", "DESA SASARAN K1 2026", "K1 DI 12 DESA SE-KECAMATAN SUKA 2026",
        "K1 DI SELURUH DESA 2026", "K1 UNTUK DESA YANG DIBINA 2026", "LAPORAN BIDAN DESA K1 SUKA MAJU TAHUN 2026",
    ],
)  # fmt: skip
def test_words_of_time_and_of_heads_are_no_desa(title: str):
    with pytest.raises(NothingToRead):
        read(S=title + TABLE)


@pytest.mark.parametrize("name", ["SUKA MAJU", "BARU", "BATU", "LABUHAN BAYI", "PARANG TIGA", "TENGAH"])
def test_names_that_look_like_other_words_stay_names(name: str):
    lines = said(read(S=f"DATA K1 DESA {name} TAHUN 2026{TABLE}"))
    assert lines and all(line.startswith(f"{name} k1 2026-") for line in lines)
