"""A period whose beginning and end stand behind labels of their own, or in two cells with nothing between them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "\nNO|DESA|SASARAN|K1|%\n1|Suka|40|10|25\n2|Maju|50|30|60\n|JUMLAH|90|40|44.4"


def _of(lines: str) -> str:
    return " ".join(sorted({" ".join(line.split()[2:4]) for line in said(read(S=f"LAPORAN K1\n{lines}\n{TABLE}"))}))


@pytest.mark.parametrize(
    "lines",
    [
        "Periode Awal|Januari 2026|Periode Akhir|Juli 2026", "Periode Awal : Januari 2026\nPeriode Akhir : Juli 2026",
        "Tgl. Awal|:|01/01/2026|Puskesmas|Mekar\nTgl. Akhir|:|31/07/2026|Kecamatan|Anu", "Bulan Awal|1|Bulan Akhir|7\nTahun|2026",
        "Dari tanggal : 1 Januari 2026\nSampai tanggal : 31 Juli 2026",
    ],
)  # fmt: skip
def test_two_labels_bound_a_period(lines: str):
    assert _of(lines) == "2026-7 cumulative"


@pytest.mark.parametrize("lines", ["Tanggal Awal|01/07/2026\nTanggal Akhir|31/07/2026", "Tanggal Awal : 26/06/2026\nTanggal Akhir : 25/07/2026"])
def test_bounds_of_one_month_are_that_month(lines: str):
    assert _of(lines) == "2026-7 month"


def test_bounds_of_some_months_are_told_and_not_read():
    of_july = f"LAPORAN K4 JULI 2026\n{TABLE.replace('K1', 'K4')}"
    reading = read(S=f"LAPORAN K1\nMulai|Maret 2026\nSampai|Juli 2026\n{TABLE}\n\n\n{of_july}")
    assert codes(reading) == ["periode-tidak-umum"] and {line.split()[1] for line in said(reading)} == {"k4"}


def test_two_months_without_a_word_between_them_are_asked():
    assert _of("PERIODE : Januari 2026|Juli 2026") == "- month"


@pytest.mark.parametrize("lines", ["PERIODE : Juli 2026|Tahun 2026", "Periode|Juli 2026\nTanggal Awal Cetak|01/08/2026", "Bulan Akhir|Juli 2026"])
def test_one_month_is_one_month(lines: str):
    assert _of(lines) == "2026-7 month"
