"""Small tables of something else on the sheet of a report: staff, goods and money below or beside it are none of its numbers."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "CAKUPAN DPT1 BULAN MEI 2026\nNO|DESA|SASARAN|DPT1|%\n1|Suka|50|20|40\n2|Maju|40|30|75\n3|Jaya|40|10|25\n|JUMLAH|130|60|46.2\n"
OWN = ["Jaya dpt1 2026-5 month T 10/40 25", "Maju dpt1 2026-5 month T 30/40 75", "Suka dpt1 2026-5 month T 20/50 40"]
MONEY = "Suka|20000000|10000000|50\nMaju|40000000|10000000|25\nJaya|20000000|10000000|50"


@pytest.mark.parametrize(
    "below",
    [
        "DATA KETENAGAAN\nNO|JENIS TENAGA|PNS|HONOR|JUMLAH\n1|Bidan|4|5|9\n2|Perawat|4|2|6\n3|Gizi|1|1|2",
        "\nNO|NAMA ALAT|BAIK|RUSAK|JUMLAH\n1|Timbangan|5|1|6\n2|Microtoise|4|0|4",
        "PEMAKAIAN\nNAMA OBAT|STOK|PEMAKAIAN|SISA\nTablet Tambah Darah|300|100|200\nOralit|100|30|70",
    ],
)
def test_a_list_of_staff_or_goods_below_a_table_is_none_of_its_desa(below: str):
    reading = read(S=f"{TABLE}||\n{below}")
    assert said(reading) == OWN
    assert codes(reading) == []


@pytest.mark.parametrize("heads", ["DESA|PAGU|REALISASI|%", "DESA|ANGGARAN|REALISASI|SISA", "DESA|DANA (Rp)|REALISASI|%"])
def test_what_stands_right_of_money_is_money(heads: str):
    assert said(read(S=f"{TABLE}||\nDANA DESA UNTUK KESEHATAN\n{heads}\n{MONEY}")) == OWN
    beside = [f"|{line}" for line in ("", heads, *MONEY.split("\n"), "")]
    assert said(read(S="\n".join(map("|".join, zip(TABLE.strip().split("\n"), beside, strict=True))))) == OWN


def test_money_left_of_what_is_counted_changes_nothing():
    reading = read(S="CAKUPAN DPT1 BULAN MEI 2026\nNO|DESA|DANA|SASARAN|CAPAIAN|%\n1|Suka|900|50|20|40\n2|Maju|800|40|30|75")
    assert said(reading) == OWN[1:]


def test_the_same_table_going_on_below_a_line_stays_one():
    lower = "WILAYAH SELATAN\nNO|NAMA DESA|SASARAN|DPT1|%\n4|Bina|20|10|50\n5|Tani|40|10|25"
    assert len(said(read(S=f"{TABLE}||\n{lower}"))) == 5
    rows = "|\n4|Tani|belum|lapor|tidak\n5|Bina|20|10|50"
    assert "Bina dpt1 2026-5 month T 10/20 50" in said(read(S=f"{TABLE}{rows}"))


CASES = "KASUS DBD TAHUN 2025\nNO|DESA|JAN|FEB|MAR\n1|Suka|5|0|1\n2|Maju|4|0|0\n||\n"
PEOPLE = "DESA|L|P|JML\nSuka|500|510|1010\nMaju|400|410|810"


@pytest.mark.parametrize("title", ["DATA PENDUDUK", "Jumlah Penduduk Tahun 2025", "DATA PENDUDUK (JIWA)"])
def test_the_inhabitants_below_a_table_of_cases_are_none(title: str):
    reading = read(S=f"{CASES}{title}\n{PEOPLE}")
    assert not any("year" in line for line in said(reading)) and len(said(reading)) == 6
    assert codes(reading) == ["judul-bukan-capaian A6"]


@pytest.mark.parametrize(
    "titles", ["JUMLAH PENDUDUK|12345\nKASUS DBD MEI 2026", "KASUS DBD MEI 2026\nJUMLAH PENDUDUK|12345", "KASUS DBD PER PENDUDUK MEI 2026"]
)
def test_inhabitants_told_above_a_table_of_cases_change_nothing(titles: str):
    assert "Suka dbd_kasus 2026-5 month T 1010/" in said(read(S=f"{titles}\n{PEOPLE}"))
    assert "Suka dbd_kasus 2026-5 month T 1010/" in said(read(DBD=f"JUMLAH PENDUDUK|12345\nMEI 2026\n{PEOPLE}"))
