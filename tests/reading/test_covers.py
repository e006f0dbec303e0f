"""A cover tells the month of tables that do not tell theirs; other sheets without tables do not."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "PWS IMUNISASI BCG\nNO|DESA|SASARAN|BULAN INI|KUMULATIF\n1|Mekarsari|50|3|20\n2|Sukamaju|40|2|11"


def _months(cover: str, *, name: str = "laporan.xlsx", sheet: str = "COVER", table: str = TABLE, month: int | None = None, **more: str) -> set[str]:
    """The months of what is read of such a book."""
    return {line.split()[2] for line in said(read(name, month=month, **{sheet: cover, "BCG": table, **more}))}


@pytest.mark.parametrize("cover", [
    "LAPORAN PWS\nPUSKESMAS MEKARSARI\nBULAN JULI\nTAHUN 2025",
    "LAPORAN PWS\nBulan|: Juli\nTahun|: 2025",
    "LAPORAN PWS\nJANUARI S/D JULI 2025",
    "LAPORAN PWS\nBULAN JULI 2025\nMekarsari, 5 Agustus 2025\nKepala Puskesmas",
])  # fmt: skip
def test_a_cover_tells_the_month(cover: str):
    assert _months(cover) == {"2025-7"}


def test_a_cover_may_stand_behind_the_tables_by_its_name():
    assert {line.split()[2] for line in said(read(BCG=TABLE, Sampul="LAPORAN\nBULAN JULI 2025"))} == {"2025-7"}
    assert {line.split()[2] for line in said(read(BCG=TABLE, Stok="LAPORAN\nBULAN JULI 2025"))} == {"2025-"}


@pytest.mark.parametrize("cover", [
    "LAPORAN PWS\nMekarsari, 5 Agustus 2025\nKepala Puskesmas",
    "LAPORAN PWS\nDibuat tanggal 5 Agustus 2025",
    "PETUNJUK PENGISIAN\nPilih bulan, misalnya JULI 2025",
    "CARA MENGISI\nBULAN JULI 2025",
    "LAPORAN PWS\nTRIBULAN II\nTAHUN 2025",
    "PENDAHULUAN\nPada bulan Juli 2025 vaksin kosong",
])  # fmt: skip
def test_days_lessons_and_stories_tell_no_month(cover: str):
    assert _months(cover) <= {"2025-", "-"}


def test_a_list_before_the_tables_is_no_cover():
    stock = "STOK VAKSIN BULAN JULI 2025\nNO|VAKSIN|MASUK|KELUAR\n1|BCG|20|10\n2|HB0|20|10\n3|DPT|20|10"
    assert _months(stock, sheet="Gudang") == {"2025-"}


def test_a_table_of_another_month_leaves_the_others_open():
    assert _months("LAPORAN\nBULAN JULI\nTAHUN 2025", HB0=TABLE.replace("BCG", "HB0 BULAN JUNI 2025")) == {"2025-", "2025-6"}


@pytest.mark.parametrize("name", ["PWS Agustus 2025.xlsx", "PWS Juli 2026.xlsx"])
def test_the_month_is_asked_where_the_name_of_the_file_differs(name: str):
    reading = read(name, COVER="LAPORAN\nBULAN JULI\nTAHUN 2025", BCG=TABLE)
    assert all("-7 " not in line and "-8 " not in line for line in said(reading))
    assert "periode-tidak-ada" in codes(reading)


def test_what_is_told_and_the_meeting_in_a_name_do_not_differ():
    cover = "LAPORAN\nBULAN JULI\nTAHUN 2025"
    assert _months(cover, month=8) == {"2025-8"}
    assert _months(cover, name="Bahan lokmin Agustus 2025.xlsx") == {"2025-7"}
