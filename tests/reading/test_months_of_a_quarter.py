"""A title of several months over tables of one each: "TRIWULAN I 2025" over "BULAN JANUARI", "BULAN PEBRUARI", "BULAN MARET"."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "No|Desa|Sasaran|K1\n1|Suka|90|7\n2|Maju|80|6\n3|Jaya|70|5"


def blocks(*months: str) -> str:
    return "\n\n".join(f"{month}\n{TABLE}" for month in months)


@pytest.mark.parametrize("title", ["REKAP K1 TRIWULAN I TAHUN 2025", "REKAP K1 JANUARI - MARET 2025", "LAPORAN K1 SEMESTER I 2025"])
@pytest.mark.parametrize("months", [("BULAN JANUARI", "BULAN PEBRUARI", "BULAN MARET"), ("JANUARI 2025", "FEBRUARI 2025", "MARET 2025")])
def test_the_first_table_is_of_its_own_month(title: str, months: tuple[str, ...]):
    reading = read("triwulan I 2025.xlsx", S=f"{title}\n\n{blocks(*months)}")
    found = [line for line in said(reading) if line.startswith("Suka")]
    assert found == [f"Suka k1 2025-{month} month T 7/90" for month in (1, 2, 3)]
    assert not codes(reading)


@pytest.mark.parametrize("title", ["REKAP K1 TRIWULAN I TAHUN 2025", "REKAP K1 JANUARI - MARET 2025"])
def test_a_month_alone_below_several_is_not_believed_silently(title: str):
    assert codes(read(S=f"{title}\n\n{blocks('BULAN JANUARI')}"))


def test_a_title_up_to_a_month_still_differs():
    reading = read(S=f"REKAP K1 S/D MARET 2025\n\n{blocks('BULAN JANUARI', 'BULAN PEBRUARI')}")
    assert any(code.startswith("bulan-judul-berbeda") for code in codes(reading))


def test_a_month_outside_of_those_of_the_title_is_not_believed_silently():
    assert codes(read(S=f"REKAP K1 TRIWULAN II TAHUN 2025\n\n{blocks('BULAN JANUARI', 'BULAN PEBRUARI')}"))
