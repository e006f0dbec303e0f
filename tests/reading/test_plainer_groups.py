"""A group of months that says so, "Kasus DBD per bulan", heads the same numbers as one that does not."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "\n1|Suka|5000|1|5|0|4\n2|Maju|4000|0|2|1|3"
LEGEND = "\n\n|Ket : K = Kasus (penderita), M = Meninggal"


def _read(group: str, dead: str = "M", ill: str = "K", legend: str = LEGEND):  # noqa: ANN202
    head = f"NO|DESA|PENDUDUK|{group}|||\n|||JAN||PEB|\n|||{dead}|{ill}|{dead}|{ill}"
    merges = ((0, 3, 0, 6), (1, 3, 1, 4), (1, 5, 1, 6))
    return read(S=head + ROWS + legend, merges=merges, year=2026)


@pytest.mark.parametrize("group", [
    "KASUS DBD", "Kasus DBD per Bulan", "KASUS DBD MENURUT BULAN", "Kasus DBD (setiap bulan)", "Kasus DBD bulanan tahun 2026", "Kasus DBD/bulan",
    "JUMLAH KASUS DBD PER BULAN TAHUN 2026", "Kasus DBD tahun 2026", "Jumlah Kasus DBD 2026", "KASUS DBD (2026)",
])  # fmt: skip
@pytest.mark.parametrize(("dead", "ill", "legend"), [("M", "K", LEGEND), ("Meninggal", "Kasus", ""), ("Mati", "Penderita", "")])
def test_the_dead_below_a_group_of_months(group: str, dead: str, ill: str, legend: str):
    reading = _read(group, dead, ill, legend)
    assert [line for line in said(reading) if line.startswith("Maju")] == [
        "Maju dbd_kasus 2026-1 month T 2/4000", "Maju dbd_kasus 2026-2 month T 3/4000", "Maju dbd_meninggal 2026-1 month T 0/",
        "Maju dbd_meninggal 2026-2 month T 1/",
    ]  # fmt: skip
    assert codes(reading) == []


def test_the_year_of_a_group_stays():
    assert {line.split()[2][:4] for line in said(_read("Kasus DBD per bulan tahun 2025"))} == {"2025"}


@pytest.mark.parametrize("dead", ["Sembuh", "Dirawat", "Dirujuk"])
def test_what_became_of_the_ill_is_told(dead: str):
    reading = _read("Kasus DBD per bulan", dead, "Kasus", "")
    assert {line.split()[1] for line in said(reading)} == {"dbd_kasus"}
    assert "kolom-tidak-dikenal D3" in codes(reading)


@pytest.mark.parametrize("group", ["Kasus diare per bulan", "Kasus malaria per bulan"])
def test_the_dead_of_others_are_no_dbd(group: str):
    reading = _read(group, "Meninggal", "Kasus", "")
    assert not any("dbd" in line for line in said(reading))
