"""Captions below their tables: the one between two tables is the upper one's."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

FIRST = "No|Desa|Sasaran|Capaian|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n|JUMLAH|90|40|44.4\n"
SECOND = "No|Desa|Sasaran|Capaian|%\n1|Suka|40|20|50\n2|Maju|50|10|20\n|JUMLAH|90|30|33.3\n"
K1, K4 = "|Tabel 1. Cakupan K1 Mei 2026\n", "|Tabel 2. Cakupan K4 Mei 2026\n"
RIGHT = [
    "Maju k1 2026-5 month T 30/50 60", "Maju k4 2026-5 month T 10/50 20", "Suka k1 2026-5 month T 10/40 25", "Suka k4 2026-5 month T 20/40 50",
]  # fmt: skip


@pytest.mark.parametrize("text", [
    f"{FIRST}{K1}\n\n{SECOND}{K4}", f"{FIRST}\n{K1}{SECOND}\n{K4}", f"LAMPIRAN PUSKESMAS MEKAR\n\n{FIRST}{K1}\n{SECOND}{K4}\n|Kepala Puskesmas",
    f"{K1}{FIRST}\n{K4}{SECOND}", f"LAMPIRAN PUSKESMAS MEKAR\n{K1}{FIRST}\n\n{K4}\n{SECOND}",
])  # fmt: skip
def test_each_table_has_its_own_caption(text: str) -> None:
    reading = read(S=text)
    assert said(reading) == RIGHT and codes(reading) == []


def test_the_cells_are_those_of_the_sheet() -> None:
    reading = read(S=f"{FIRST}{K1}\n\n{SECOND}{K4}", merges=[(4, 1, 4, 4)])
    assert sorted(reading.observations["cell"]) == ["D10", "D2", "D3", "D9"]


def test_the_month_is_that_of_the_caption_below() -> None:
    reading = read(S=f"{FIRST.replace('Capaian', 'K1')}{K1}\n\n{SECOND.replace('Capaian', 'K4')}{K4.replace('Mei', 'Juni')}")
    assert {(line.split()[1], line.split()[2]) for line in said(reading)} == {("k1", "2026-5"), ("k4", "2026-6")}


def test_a_table_without_a_caption_before_others_with_theirs_above_takes_none() -> None:
    reading = read(S=f"{FIRST}\n{K1}{SECOND}\n{K4}{SECOND}")
    assert sorted(line for line in said(reading) if line.startswith("Suka")) == ["Suka k1 2026-5 month T 20/40 50", "Suka k4 2026-5 month T 20/40 50"]
    assert codes(reading) == ["indikator-tidak-disebut D1"]


def test_so_are_those_of_desa_side_by_side() -> None:
    table = "Capaian|Suka|Maju|Jaya\n{0}|10|30|20\n{1}|4|5|6\n"
    reading = read(S=f"{table.format('K1', 'K4')}Tabel 1. Cakupan KIA Mei 2026\n\n{table.format('PN', 'KF1')}Tabel 2. Cakupan KIA Mei 2026")
    cells = {(row.area, row.indicator, row.month): row.cell for row in reading.observations.itertuples()}
    assert cells["Maju", "k1", 5] == "C2" and cells["Jaya", "k4", 5] == "D3" and cells["Suka", "pn", 5] == "B7"


def _renamed(table: str, name: str) -> str:
    return table.replace("Capaian", name)


@pytest.mark.parametrize("text", [
    f"{FIRST}|Cakupan K1 Mei 2026\n\n{SECOND}|Cakupan K4 Mei 2026\n", f"{FIRST}\n|Grafik K1 Mei 2026\n{SECOND}\n|Grafik K4 Mei 2026\n",
    f"LAPORAN PUSKESMAS MEKAR BULAN MEI 2026\n\n{FIRST}|Cakupan K1\n\n{SECOND}|Cakupan K4\n\n||||Mekar, 3 Juni 2026\n||||Kepala Puskesmas\n",
    f"{FIRST}|Cakupan K1\n|Bulan Mei 2026\n\n{SECOND}|Cakupan K4\n|Bulan Mei 2026\n\n|Mekar, 3 Juni 2026\n",
    f"Cakupan K1 Mei 2026\n{FIRST}Sumber: kohort K1\n\nCakupan K4 Mei 2026\n{SECOND}Sumber: kohort K4\n",
    f"Cakupan K1 Mei 2026\n{FIRST}\nCakupan K4 Mei 2026\n{SECOND}\nCakupan K4 belum termasuk rumah sakit\n",
])  # fmt: skip
def test_so_it_is_where_lines_that_begin_alike_stand_below_all_tables(text: str) -> None:
    reading = read(S=text)
    assert said(reading) == RIGHT and codes(reading) == []


def test_the_months_below_the_tables_are_theirs() -> None:
    reading = read(S=f"{_renamed(FIRST, 'K1')}Bulan Mei 2026\n\n{_renamed(SECOND, 'K1')}Bulan Juni 2026\n")
    assert {line for line in said(reading) if line.startswith("Maju")} == {"Maju k1 2026-5 month T 30/50 60", "Maju k1 2026-6 month T 10/50 20"}
    table = "Capaian|Suka|Maju\n{0}|10|30\n{1}|4|5\n"
    reading = read(S=f"{table.format('K1', 'K4')}Cakupan Mei 2026\n\n{table.format('PN', 'KF1')}Cakupan Juni 2026")
    assert {line.split()[1]: line.split()[2] for line in said(reading)} == {"k1": "2026-5", "k4": "2026-5", "pn": "2026-6", "kf1": "2026-6"}


def test_a_signature_and_a_month_between_tables_are_no_captions_below() -> None:
    first, second = _renamed(FIRST, "K1"), _renamed(SECOND, "K1")
    reading = read(S=f"LAPORAN BULAN MEI 2026\n{first}\nLAPORAN BULAN JUNI 2026\n{second}\nMekar, 3 Juli 2026\nLaporan ini rangkap dua")
    assert {line for line in said(reading) if line.startswith("Maju")} == {"Maju k1 2026-5 month T 30/50 60", "Maju k1 2026-6 month T 10/50 20"}
