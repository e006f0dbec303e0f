"""A column that adds up to a month of its own ("s/d Juli") beside the months of others is a report of that month."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BESIDE = "SASARAN BAYI 6-11 BULAN|VIT A 6-11 BULAN|%"
HEAD = f"NO|DESA|FEBRUARI|||AGUSTUS|||BUFAS DAPAT VIT A (s/d Juli)\n||{BESIDE}|{BESIDE}|"
MERGES = [(2, 2, 2, 4), (2, 5, 2, 7), (2, 0, 3, 0), (2, 1, 3, 1), (2, 8, 3, 8)]
ROWS = ("22|22|100", "18|9|50", "20|10|50")


def _read(*added: str, august: str = "||"):
    desa = zip(("Suka", "Maju", "Tani"), ROWS, added, strict=True)
    body = "\n".join(f"{place}|{name}|{row}|{august}|{more}" for place, (name, row, more) in enumerate(desa, 1))
    return read(merges=MERGES, S=f"DISTRIBUSI KAPSUL VITAMIN A TAHUN 2025\n\n{HEAD}\n{body}")


@pytest.mark.parametrize("august", ["||", "0|0|0"])
def test_vitamin_a_of_mothers_to_july_beside_that_of_infants_in_february(august: str):
    lines = said(_read("37", "9", "22", august=august))
    assert {"Suka vit_a_nifas 2025-7 cumulative T 37/", "Suka vit_a_6_11 2025-2 point T 22/22 100"} <= set(lines)
    assert not any("2025-8" in line for line in lines)


def test_nothing_added_up_is_no_report():
    reading = _read("0", "0", "0")
    assert not any("vit_a_nifas" in line for line in said(reading)) and "bulan-belum-dilaporkan" in codes(reading)


def test_months_of_zeros_before_it_stay_unreported():
    head = "NO|DESA|SASARAN BUMIL|K1||||K4 s/d Juli\n|||JANUARI|FEBRUARI|MARET|JUNI|"
    body = "1|Suka|50|5|4|0|0|21\n2|Maju|40|4|4|0|0|18\n3|Tani|30|3|2|0|0|11"
    lines = said(read(merges=[(2, 3, 2, 6), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2), (2, 7, 3, 7)], S=f"PWS KIA TAHUN 2025\n\n{head}\n{body}"))
    assert "Suka k4 2025-7 cumulative T 21/50" in lines and not any(f"2025-{month} " in line for line in lines for month in (3, 6))


def test_numbers_added_up_in_every_month_are_carried_on():
    head = "NO|DESA|SASARAN BUMIL|K1||||K4||\n|||JAN|FEB|MAR|APR|S/D JAN|S/D FEB|S/D MAR"
    merges = [(2, 3, 2, 6), (2, 7, 2, 9), (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2)]
    lines = said(read(merges=merges, S=f"PWS KIA TAHUN 2025\n\n{head}\n1|Suka|50|5|4|||3|6|6\n2|Maju|40|4|4|||2|5|5\n3|Tani|30|3|2|||1|3|3"))
    assert any("k4 2025-2 " in line for line in lines) and not any("2025-3 " in line for line in lines)
