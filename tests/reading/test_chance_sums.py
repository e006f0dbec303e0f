"""Rows of small numbers that happen to add up those below them are desa all the same."""

from __future__ import annotations

from laporan import codes, read, said

HEAD = "CAKUPAN DPT-HB-HiB 1 BULAN JUNI 2025\nNO|DESA|L|P|JML"


def test_one_before_one_and_none_adds_up_nothing():
    rows = "1|Tanjung|1|0|1\n2|Wono|1|0|1\n3|Giri|0|0|0\n4|Sumber|1|1|2\n5|Kebon|1|1|2\n6|Suka|0|0|0"
    found = read(S=f"{HEAD}\n{rows}")
    assert len([line for line in said(found) if line.startswith("Tanjung")]) == len([line for line in said(found) if line.startswith("Wono")]) == 3
    assert codes(found) == []


def test_groups_of_several_with_their_sums_keep_their_total():
    rows = "|Pustu Timur|4|3|7\n|Wono|1|1|2\n|Giri|3|2|5\n|Pustu Barat|3|3|6\n|Kebon|1|1|2\n|Suka|2|2|4"
    assert {line.split()[0] for line in said(read(S=f"{HEAD}\n{rows}"))} == {"Wono", "Giri", "Kebon", "Suka"}
    rows = rows.replace("Pustu Timur", "Melati").replace("Pustu Barat", "Mawar")
    assert {line.split()[0] for line in said(read(S=f"{HEAD}\n{rows}"))} == {"Wono", "Giri", "Kebon", "Suka"}
