"""A period written into several cells above a table: `Bulan | Juli | Tahun | 2026`, `s/d Bulan | 7 | 2026`, `Minggu ke | 3 | ...`."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "\nNO|DESA|SASARAN IBU HAMIL|K1|K4\n1|Asri|70|20|18\n2|Maju|40|20|10\n3|Jaya|86|50|40"


def _periods(line: str) -> set[str]:
    reading = read(S="CAKUPAN K1\n" + line + TABLE)
    assert {each.split()[0] for each in said(reading)} <= {"Asri", "Maju", "Jaya"}
    return {" ".join(each.split()[2:4]) for each in said(reading)}


@pytest.mark.parametrize(
    "line",
    [
        *("Bulan|Juli|Tahun|2026", "BULAN|7|TAHUN|2026", "Bulan/Tahun|Juli|2026", "Bulan / Tahun|:|7|2026", "Periode : Juli|2026"),
        *("Periode|Juli|2026", "Tahun|2026|Bulan|Juli", "Bulan||Juli|||||Tahun||2026", "||||||Bulan|Juli|Tahun|2026"),
        *("PUSKESMAS|MELATI|BULAN|JULI|TAHUN|2026", "Puskesmas : Melati|Bulan|Juli|Tahun|2026", "Desa|Suka|Bulan|Juli|Tahun|2026"),
        *("BULAN|JULI|TAHUN 2026", "BULAN JULI|2026", "Bulan =|Juli|Tahun =|2026", "Bulan|= Juli|Tahun|= 2026"),
        *("Laporan bulan ini|Juli|2026", "Untuk Bulan|VII|Tahun|2026", "Dicetak|Bulan|Agustus|2026\nBulan|Juli|2026"),
        *("LAPORAN TAHUN 2026\nDesa|Suka|Bulan|7", "LAPORAN TAHUN 2026\nPuskesmas|Melati|Bulan|Juli"),
    ],
)
def test_month_and_year_in_cells_of_their_own(line: str):
    assert _periods(line) == {"2026-7 month"}


@pytest.mark.parametrize(
    "line",
    [
        *("s/d Bulan|Juli|2026", "S/D BULAN|7|2026", "s/d|Bulan|Juli|Tahun|2026", "Periode|Januari|s/d|Juli|2026", "Periode|Januari|-|Juli|2026"),
        *("Bulan|Januari|s/d|Juli|Tahun|2026", "LAPORAN TAHUN 2026\nBulan|Januari|s/d|Juli", "Periode|Januari 2026|s/d|Juli 2026"),
        *("Bulan|KUMULATIF JULI|2026", "Dari Bulan|Januari|Sampai Bulan|Juli|Tahun|2026"),
    ],
)
def test_months_joined_over_cells_are_added_up(line: str):
    assert _periods(line) == {"2026-7 cumulative"}


@pytest.mark.parametrize("line", ["TRIWULAN|I|s/d|II|TAHUN|2026", "Semester|I|2026", "s/d TW|II|2026"])
def test_parts_of_the_year_in_cells(line: str):
    assert _periods(line) == {"2026-6 cumulative"}


@pytest.mark.parametrize("line", ["Triwulan ke|2|Tahun|2026", "Minggu ke|3|Bulan|Juli|Tahun|2026", "Periode|April|s/d|Juni|2026"])
def test_a_tribulan_or_a_week_is_no_month(line: str):
    reading = read(S="CAKUPAN K1\n" + line + TABLE)
    assert (said(reading), codes(reading)) == ([], ["periode-tidak-umum"])


@pytest.mark.parametrize(
    "line",
    [
        *("Minggu|30|Tahun|2026", "LAPORAN TAHUN 2026\nMinggu|3", "Tahun|2025|2026", "Bulan|Januari|Februari|Maret|2026"),
        *("Bulan|Juli|L|P|2026", "Laporan|7|2026", "Kegiatan|7|2026", "Tahun ke|2|Bulan|Juli|2026", "Bulan|Juli|dan|Agustus|2026"),
        *("Bulan|Agustus 2025|s/d|Juli 2026", "LAPORAN TAHUN 2026\nBulan|Agustus 2025|s/d|Juli 2026"),
    ],
)
def test_cells_that_name_no_one_period_are_asked_for(line: str):
    assert "periode-tidak-ada" in codes(read(S="CAKUPAN K1\n" + line + TABLE))


def test_tables_side_by_side_keep_their_own_months():
    table = "DESA|SASARAN IBU HAMIL|K1||||DESA|SASARAN IBU HAMIL|K1\nAsri|70|20||||Asri|70|31\nMaju|40|21||||Maju|40|32"
    reading = read(S="CAKUPAN K1 TAHUN 2026\nBulan|Juni|||||Bulan|Juli\n" + table)
    assert {" ".join(each.split()[2:4]) for each in said(reading)} == {"2026-6 month", "2026-7 month"}


@pytest.mark.parametrize("head", ["DESA|Bulan|Tahun|SASARAN IBU HAMIL|K1", "Bulan|Tahun|DESA|SASARAN IBU HAMIL|K1"])
def test_heads_of_month_and_year_stay_heads(head: str):
    rows = [("Asri", 70, 20), ("Maju", 40, 21), ("Jaya", 86, 50)]
    first = head.startswith("Bulan")
    lines = [f"Juli|2026|{name}|{people}|{number}" if first else f"{name}|Juli|2026|{people}|{number}" for name, people, number in rows]
    lines = said(read(S="CAKUPAN K1\n\n" + "\n".join([head, *lines])))
    assert {" ".join(line.split()[2:4]) for line in lines} == {"2026-7 month"}
    assert len(lines) == len(rows)


def test_a_dash_before_a_number_in_the_table_above_begins_no_period():
    above = "K4\nDESA|K4 BLN INI|K4 KUM\nAsri|3|24\nMaju|-|9\nJaya|2|12\n||\n||\n"
    reading = read(S=f"LAPORAN KIA BULAN OKTOBER 2026\n{above}K6\nNO|DESA|K6\n||BLN INI\n1|Asri|2\n2|Maju|3\n3|Jaya|2")
    assert {line.split()[2] for line in said(reading)} == {"2026-10"}


@pytest.mark.parametrize(("title", "period"), [
    ("PWS KIA JANUARI S/D|||JUNI|2026", "2026-6 cumulative"), ("PWS KIA JANUARI -|JUNI 2026", "2026-6 cumulative"),
    ("PWS KIA S/D|BULAN|JUNI|TAHUN|2026", "2026-6 cumulative"),
    ("PWS KIA JANUARI SAMPAI DENGAN|JUNI 2026|Tanggal cetak|5 Juli 2026", "2026-6 cumulative"),
    ("PWS KIA -|PUSKESMAS MEKAR|JUNI 2026", "2026-6 month"),
])  # fmt: skip
def test_a_title_that_stops_before_its_month_goes_on_in_the_next_cells(title: str, period: str) -> None:
    reading = read("PWS Triwulan II.xlsx", S=f"{title}\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60")
    assert {" ".join(line.split()[2:4]) for line in said(reading)} == {period}


def test_a_title_that_goes_on_from_march_is_not_read() -> None:
    reading = read(S="PWS KIA MARET S/D|JUNI|2026\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60", T="K4 JUNI 2026\nNO|DESA|K4\n1|Suka|4")
    assert codes(reading)[0] == "periode-tidak-umum" and {line.split()[1] for line in said(reading)} == {"k4"}


@pytest.mark.parametrize("line", ["PKM Suka Rejo|||Bulan|Januari 2026", "PKM Suka Rejo||Bulan|:|Januari 2026", "|||Bulan|Januari 2026"])
def test_a_month_and_year_in_one_cell_behind_its_label_head_no_table(line: str):
    reading = read(S=f"IMUNISASI\n{line}\n\nDESA|Sasaran bayi|BCG|%\nSuka|50|5|10\nMaju|40|4|10")
    assert said(reading) == ["Maju bcg 2026-1 month T 4/40 10", "Suka bcg 2026-1 month T 5/50 10"]


def test_months_behind_a_head_of_areas_stay_heads():
    reading = read(S="CAKUPAN BCG\nDESA|Januari 2026|Februari 2026\nSuka|5|6\nMaju|4|3")
    assert said(reading)[-1] == "Suka bcg 2026-2 month T 6/"
