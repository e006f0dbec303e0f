"""Letters that mean women beside men, desa whose names look like head words, desa by their names in Riau, and what TB reports call
cases found."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

SICK = "P2P BULAN JANUARI 2026\nNO|KELURAHAN|{}||||\n||PENDERITA|||MENINGGAL||\n||L|P|{both}|L|P|{both}\n1|Rawa|4|3|7|0|0|0\n2|Cipete|2|3|5|0|1|1"


@pytest.mark.parametrize("both", ["L+P", "Jml", "Total"])
@pytest.mark.parametrize("disease", ["Kasus DBD", "DBD"])
def test_women_are_no_second_count_of_the_ill(disease: str, both: str):
    merges = [(1, 2, 1, 7), (2, 2, 2, 4), (2, 5, 2, 7), (1, 0, 3, 0), (1, 1, 3, 1)]
    reading = read(S=SICK.format(disease, both=both), merges=merges)
    assert codes(reading) == []
    for line in ("Rawa dbd_kasus 2026-1 month L 4/", "Rawa dbd_kasus 2026-1 month P 3/", "Rawa dbd_kasus 2026-1 month T 7/"):
        assert line in said(reading)
    assert "Cipete dbd_meninggal 2026-1 month P 1/" in said(reading)


def test_p_beside_m_are_still_the_ill():
    reading = read(S="P2P BULAN JANUARI 2026\nNO|KELURAHAN|DBD|\n||P|M\n1|Rawa|4|0\n2|Cipete|2|1", merges=[(1, 2, 1, 3), (1, 0, 2, 0), (1, 1, 2, 1)])
    assert {"Rawa dbd_kasus 2026-1 month T 4/", "Cipete dbd_meninggal 2026-1 month T 1/"} <= set(said(reading))


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("names", ["Tumbang Nusa|Pilang Raya|Garung", "Pilar|Garung|Simpur Jaya"])
def test_desa_below_the_word_desa_beside_a_list_of_activities(names: str, *, merged: bool):
    text = f"""LAPORAN BULANAN GIZI BULAN FEBRUARI 2026
NO|KEGIATAN|DESA|||JUMLAH
||{names}|
I|PENIMBANGAN||||
1|Jumlah balita yang ada (S)|187|264|189|640
2|Jumlah balita ditimbang (D)|148|233|145|526
3|Ibu nifas mendapat vitamin A|1|5|6|12"""
    merges = [(1, 2, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1), (1, 5, 2, 5)] if merged else []
    reading = read(S=text, merges=merges)
    assert set(reading.observations["area"]) == set(names.split("|"))
    assert f"{names.split('|')[0]} d_s 2026-2 point T 148/187" in said(reading)
    assert not [code for code in codes(reading) if "tidak-cocok" in code]


@pytest.mark.parametrize("word", ["KEPENGHULUAN", "Nama Kepenghuluan", "Kepenghuluan/Kelurahan", "Kampong"])
def test_names_for_a_desa(word: str):
    reading = read(S=f"KUNJUNGAN K1 BULAN MEI 2026\nNO|{word}|SASARAN BUMIL|K1\n1|Bangko Pusaka|40|3\n2|Jumrah|50|4")
    assert "Bangko Pusaka k1 2026-5 month T 3/40" in said(reading)


@pytest.mark.parametrize("group", ["Penemuan Kasus TB (semua tipe)", "Penemuan Pasien TB", "Kasus TBC semua tipe"])
@pytest.mark.parametrize("found", ["Ditemukan dan Diobati", "Ditemukan & diobati", "Ditemukan"])
def test_cases_of_tb_found(group: str, found: str):
    text = f"""LAPORAN TB JANUARI S/D DESEMBER 2025
NO|DESA|{group}|||Keberhasilan Pengobatan Pasien TB||
||Estimasi Kasus|{found}|%|Jumlah Diobati|Sembuh + Lengkap|%
1|Suka|4|2|50|3|3|100
2|Maju|8|5|62.5|4|3|75
3|Jaya|9|3|33.3|5|4|80"""
    reading = read(S=text, merges=[(1, 2, 1, 4), (1, 5, 1, 7), (1, 0, 2, 0), (1, 1, 2, 1)])
    lines = said(reading)
    assert "Maju tb_kasus 2025-12 cumulative T 5/8 62.5" in lines and "Jaya tb_kasus 2025-12 cumulative T 3/9 33.3" in lines
    assert any(line.startswith("Maju tb_sukses") and line.endswith("3/4 75") for line in lines)
