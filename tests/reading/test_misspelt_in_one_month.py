"""A head misspelt in the sheet of one month makes no form of its own; a desa shortened to a letter is no head word."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

_HEAD = "NO|DESA|SASARAN BAYI|POLIO 2|||||\n|||BULAN INI|||SD BLN INI||\n|||L|P|{sum}|L|P|JUMLAH"
_FILLED = "\n1|Sukamaju|40|2|1|3|6|4|10\n2|Mekarsari|50|1|3|4|5|6|11\n3|Karangjaya|30|1|1|2|3|3|6"
_EMPTY = "\n1|Sukamaju|40|||0|6|4|10\n2|Mekarsari|50|||0|5|6|11\n3|Karangjaya|30|||0|3|3|6"


def _month(name: str, rows: str, total: str) -> str:
    return f"LAPORAN IMUNISASI BULAN {name} 2025\n\n" + _HEAD.format(sum=total) + rows


def _year(april: str, rows: str = _EMPTY):  # noqa: ANN202
    merges = ((2, 3, 2, 8),)
    filled = {name: _month(name, _FILLED.replace("10\n", f"{10 + k}\n"), "JUMLAH") for k, name in enumerate(("JANUARI", "FEBRUARI", "MARET"))}
    return read(merges=merges, **filled, APRIL=_month("APRIL", rows, april))


@pytest.mark.parametrize("total", ["JUMLAH", "JUMALH", "JUMLH"])
def test_a_month_nobody_filled_in_is_none_whatever_its_head_misspells(total: str):
    assert not [line for line in said(_year(total)) if " 2025-4 " in line]


def test_a_month_with_a_misspelt_head_that_was_filled_in_is_read():
    rows = "\n1|Sukamaju|40|1|1|2|7|5|12\n2|Mekarsari|50|2|1|3|7|7|14\n3|Karangjaya|30|1|0|1|4|3|7"
    assert {"Sukamaju opv2 2025-4 month T 2/40", "Sukamaju opv2 2025-4 cumulative T 12/40"} <= {*said(_year("JUMALH", rows))}


_TABLE = "REKAP K1 BULAN MEI 2026\nDESA|SASARAN IBU HAMIL|K1\nAsri|70|20\n{name}|40|20\nJaya|86|50"


@pytest.mark.parametrize("name", ["S. Lintang", "S.Lintang", "Kel. S. Lintang", "T. Catatan", "G. Bujur"])
def test_a_desa_shortened_to_a_letter_is_read(name: str):
    reading = read(K=_TABLE.format(name=name))
    assert f"{name} k1 2026-5 month T 20/40" in said(reading)
    assert codes(reading) == []


@pytest.mark.parametrize("name", ["Catatan S", "Lintang", "S. Sasaran", "Keterangan S"])
def test_words_of_heads_are_no_desa(name: str):
    assert not any(line.startswith(name) for line in said(read(K=_TABLE.format(name=name))))
