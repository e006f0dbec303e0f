"""Months down, desa across: the month beside the sum ("Abs | Kum"), the letters of the SKDN, and the row of percents below."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.opening.refusal import Refused

PAIRS = """
PWS IMUNISASI BCG
TAHUN 2025
Bulan|Suka||Maju||Jaya||Total|
|{heads}|{heads}|{heads}|{heads}
Sasaran|59||66||32||157|
Januari|3|3|6|6|3|3|12|12
Pebruari|5|8|4|10|2|5|11|23
Maret|4|12|6|16|2|7|12|35
April||||||||
{label}|{percents}
"""
BELOW_ABS, BELOW_KUM, BOTH = "20.3||24.2||21.9||22.3|", "|20.3||24.2||21.9||22.3", "6.8|20.3|9.1|24.2|6.3|21.9|7.6|22.3"
SUKA = [
    "Suka bcg 2025-1 cumulative T 3/59", "Suka bcg 2025-1 month T 3/59", "Suka bcg 2025-2 cumulative T 8/59",
    "Suka bcg 2025-2 month T 5/59", "Suka bcg 2025-3 cumulative T 12/59 20.3", "Suka bcg 2025-3 month T 4/59",
]  # fmt: skip


def pairs(heads: str = "Abs|Kum", label: str = "% s/d Maret", percents: str = BELOW_ABS, name: str = "PWS sd Maret 2025.xlsx") -> list[str]:
    reading = read(name, S=PAIRS.format(heads=heads, label=label, percents=percents))
    assert codes(reading) == [] and len(reading.observations) == 18
    return [line for line in said(reading) if line.startswith("Suka")]


@pytest.mark.parametrize("heads", ["Abs|Kum", "Jml|Kumulatif", "Bulan|Kum", "BLN|KUM", "Bln ini|s/d bln ini"])
@pytest.mark.parametrize("name", ["PWS.xlsx", "PWS sd Maret 2025.xlsx"])
def test_a_number_beside_its_sum_is_of_the_month(heads: str, name: str):
    assert pairs(heads, name=name) == SUKA


@pytest.mark.parametrize("label", ["% s/d Maret", "%", "Persentase", "Cakupan (%)", "% s/d bulan ini", "Cakupan s/d Mrt", "% Jan - Mar"])
@pytest.mark.parametrize("percents", [BELOW_ABS, BELOW_KUM])
def test_percents_below_the_months_are_of_all_of_them(label: str, percents: str):
    assert pairs(label=label, percents=percents) == SUKA


def test_percents_below_both_columns_are_those_of_their_column():
    assert pairs(label="Cakupan (%)", percents=BOTH) == [*SUKA[:5], f"{SUKA[5]} 6.8"]


def test_a_number_beside_its_sum_where_desa_are_rows():
    table = "CAKUPAN K1 S/D JUNI 2025\nDesa|Sasaran|Abs|Kum\nSuka|59|5|25\nMaju|66|3|29\nJaya|32|2|13"
    assert said(read(S=table))[:2] == ["Jaya k1 2025-6 cumulative T 13/32", "Jaya k1 2025-6 month T 2/32"]
    alone = "CAKUPAN K1 S/D JUNI 2025\nDesa|Sasaran|Abs\nSuka|59|5\nMaju|66|3\nJaya|32|2"
    assert said(read(S=alone))[0] == "Jaya k1 2025-6 cumulative T 2/32"
    larger = table.replace("|5|", "|55|").replace("|3|", "|33|").replace("|2|", "|22|")  # the first is no part of the second
    with pytest.raises(Refused) as refused:
        read(S=larger)
    assert "dua-kolom-berbeda" in {each.code for each in refused.value.problems}


SKDN = """
REKAPITULASI PENIMBANGAN BALITA (SKDN)
TAHUN 2026
NO|BULAN|DESA SUKA||||DESA AIR JAYA||||KETERANGAN
||{heads}|{heads}|
1|Januari|53|38|25|71.7|140|116|90|82.9|
2|Februari|54|44|31|81.5|141|99|72|70.2|Bulan timbang; 3 balita luar wilayah
3|Maret|||||||||
"""


@pytest.mark.parametrize("heads", ["S|D|N|D/S (%)", "Sasaran|Ditimbang|Naik|D/S", "Jml Balita|Balita ditimbang|Balita naik|% D/S"])
def test_the_letters_of_the_skdn_below_each_desa(heads: str):
    reading = read(S=SKDN.format(heads=heads))
    assert said(reading)[:4] == [
        "DESA AIR JAYA d_s 2026-1 point T 116/140 82.9", "DESA AIR JAYA d_s 2026-2 point T 99/141 70.2",
        "DESA AIR JAYA n_d 2026-1 point T 90/116", "DESA AIR JAYA n_d 2026-2 point T 72/99",
    ]  # fmt: skip
    assert len(said(reading)) == 8 and codes(reading) == []


def test_the_mean_of_the_months_of_a_state_is_none():
    reading = read(S=SKDN.format(heads="S|D|N|D/S (%)") + "|Persentase|53.5|75.1|55.2|76.6|140.5|80.1|70.3|76.5|")
    assert len(said(reading)) == 8 and said(reading)[1] == "DESA AIR JAYA d_s 2026-2 point T 99/141 70.2"


def test_indicators_down_below_no_head_and_desa_across():
    table = "CAPAIAN KIA MEI 2025\nNO||Suka||Maju|\n||Sasaran|Capaian|Sasaran|Capaian\n1|K1|20|5|25|6\n2|K4|20|4|20|5\n3|KF1|20|3|15|6"
    reading = read(merges=[(1, 0, 2, 0), (1, 1, 2, 1)], S=table)
    assert len(said(reading)) == 6 and said(reading)[0] == "Maju k1 2025-5 month T 6/25"


LETTERS = """REKAP SKDN TAHUN 2026
Bulan|S|||D|||D/S (%)||
|Suka|Maju|Jaya|Suka|Maju|Jaya|Suka|Maju|Jaya
Januari|53|140|138|38|116|110|71.7|82.9|79.7
Februari|54|141|139|44|99|99|81.5|70.2|71.2"""


def test_names_below_what_is_counted_also_below_an_indicator():
    assert said(read(S=LETTERS))[-1] == "Suka d_s 2026-2 point T 44/54 81.5" and len(said(read(S=LETTERS))) == 6
    with pytest.raises(Refused):  # words below indicators alone may be parts of them
        read(S="KIA TAHUN 2026\nBulan|K1|||K4||\n|Suka|Maju|Jaya|Suka|Maju|Jaya\nJanuari|3|6|3|2|5|3\nFebruari|5|4|2|3|3|1")
