"""One sheet for each desa with months down: the row "Sasaran" divides; and months written as numbers with their year."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

CARD = "KARTU DESA\nDesa: {}\nTahun: 2026\n\nBulan|K1|K4\n{}|70|66\nJanuari|5|4\nFebruari|6|5\nJumlah|11|9"


@pytest.mark.parametrize("label", ["Sasaran", "SASARAN SETAHUN", "Jumlah Sasaran"])
def test_the_row_of_sasaran_divides_each_month(label: str):
    reading = read(Suka=CARD.format("Suka", label), Maju=CARD.format("Maju", label).replace("70|66", "80|72"))
    assert "Suka k1 2026-1 month T 5/70" in said(reading) and "Maju k4 2026-2 month T 5/72" in said(reading) and len(said(reading)) == 8
    assert not [code for code in codes(reading) if code.endswith("A6")]


def test_a_row_of_targets_divides_nothing():
    assert "Suka k1 2026-1 month T 5/" in said(read(Suka=CARD.format("Suka", "Target"), Maju=CARD.format("Maju", "Target")))


@pytest.mark.parametrize(("title", "month"), [
    ("Bulan Pelayanan : 05-2026", 5), ("Bulan : V/2026", 5), ("BULAN 5/2026", 5), ("Bulan : VII-2026", 7),
    ("TAHUN 2025-2026", 0), ("No. 440/07-2026", 0),
])  # fmt: skip
def test_months_as_numbers(title: str, month: int):
    reading = read(S=f"CAKUPAN BCG\n{title}\nDESA|BCG\nSuka|4\nMaju|5")
    assert (f"Suka bcg 2026-{month} month T 4/" in said(reading)) is bool(month)


def test_a_label_with_the_sexes_above_a_table_of_one_desa_gives_each_its_sasaran():
    head = "LAPORAN IMUNISASI\nDESA : SUKA\nBULAN MARET 2026\n{label}\n\nNO|IMUNISASI|L|P|JML\n1|BCG|5|6|11\n2|DPT1|4|6|10\n3|DPT3|4|5|9"
    for label in ("Sasaran bayi|L|20|P|25|Jml|45", "Sasaran bayi :|L =|20|P =|25|Total|45"):
        found = said(read(S=head.format(label=label)))
        assert {"SUKA bcg 2026-3 month L 5/20", "SUKA bcg 2026-3 month P 6/25", "SUKA bcg 2026-3 month T 11/45"} <= set(found)


def test_a_row_of_numbers_behind_a_total_is_no_label():
    first = "BCG MARET 2026\nNO|DESA|L|P|JML\n1|Suka|5|6|11\n2|Maju|4|6|10\n|JUMLAH|9|12|21"
    reading = read(S=f"{first}\n\nK4 MARET 2026\nNO|DESA|K4\n1|Suka|5\n2|Maju|4")
    assert {"Suka bcg 2026-3 month T 11/", "Maju k4 2026-3 month T 4/"} <= set(said(reading))


def test_rows_that_call_themselves_sasaran_divide_the_others():
    head = "LAPORAN GIZI\nDESA : SUKA\nBULAN MARET 2026\n\nNO|URAIAN|L|P|JML\n"
    found = said(read(S=head + "1|Jumlah balita (S)|26|24|50\n2|Balita punya KMS (K)|25|23|48\n3|Balita ditimbang (D)|20|20|40"))
    assert {"SUKA d_s 2026-3 point L 20/26", "SUKA k_s 2026-3 point T 48/50"} <= set(found)
    kia = "LAPORAN KIA\nDESA : SUKA\nBULAN MARET 2026\n\nNO|URAIAN|JUMLAH\n1|{people}|40\n2|K1|36\n3|K4|30"
    assert "SUKA k4 2026-3 month T 30/40" in said(read(S=kia.format(people="Sasaran bumil")))
    assert "SUKA k4 2026-3 month T 30/" in said(read(S=kia.format(people="Sasaran bumil bulan ini")))


MATRIX = (
    "HASIL IMUNISASI PUSKESMAS MAJU\nBULAN MEI 2026\nNo|Antigen|Suka|||Jaya||\n||Bln|Kum|%|Bln|Kum|%\n"
    "|Sasaran bayi lahir hidup|{0}||{0}|\n|Sasaran surviving infant|{1}||{1}|\n1|HB0|3|15|10.9|4|22|15.9\n2|DPT3|4|18|13.4|4|25|18.7"
)
ACROSS = [(2, 2, 2, 4), (2, 5, 2, 7)]


@pytest.mark.parametrize("cells", [("|138", "|134"), ("138|", "134|"), ("138|138", "134|134"), ("|138", "134|")])
def test_a_row_of_sasaran_fills_any_of_the_columns_of_a_desa(cells: tuple[str, str]):
    found = said(read(S=MATRIX.format(*cells), merges=ACROSS))
    assert {"Suka hb0 2026-5 month T 3/138", "Suka hb0 2026-5 cumulative T 15/138 10.9", "Jaya dpt3 2026-5 cumulative T 25/134 18.7"} <= set(found)


@pytest.mark.parametrize("cells", [("11|138", "11|134"), ("138|11", "134|11")])
def test_the_sasaran_of_a_month_beside_that_of_the_year_divides_nothing(cells: tuple[str, str]):
    found = said(read(S=MATRIX.format(*cells), merges=ACROSS))
    assert {"Suka hb0 2026-5 month T 3/", "Suka hb0 2026-5 cumulative T 15/ 10.9"} <= set(found)
