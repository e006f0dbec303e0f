"""A date beside each row that leaves the month of the title says when the row was written, not of which month it is."""

from __future__ import annotations

import pytest
from laporan import read, said


def table(title: str, head: str, dates: tuple[str, str]) -> list[str]:
    return said(read(S=f"LAPORAN KIA\n{title}\nNo|Desa|Sasaran bumil|K1|{head}\n1|Suka|50|10|{dates[0]}\n2|Maju|40|8|{dates[1]}"))


@pytest.mark.parametrize("head", ["Waktu Input", "Tanggal", "Tanggal Lapor", "Timestamp"])
@pytest.mark.parametrize(("title", "basis"), [("BULAN MEI 2026", "month"), ("Periode: Mei 2026", "month"), ("S/D MEI 2026", "cumulative")])
def test_the_title_tells_the_month(title: str, basis: str, head: str):
    lines = table(title, head, ("31/05/2026 16:02", "04/06/2026 10:10"))
    assert lines == [f"Maju k1 2026-5 {basis} T 8/40", f"Suka k1 2026-5 {basis} T 10/50"]


def test_dates_within_the_months_of_the_title_stay():
    lines = table("JANUARI S/D MEI 2026", "Tanggal", ("30/03/2026", "28/04/2026"))
    assert [line.split()[2] for line in lines] == ["2026-4", "2026-3"]


def test_without_a_month_in_the_title_the_dates_tell_it():
    lines = table("TAHUN 2026", "Tanggal", ("04/06/2026", "05/06/2026"))
    assert [line.split()[2] for line in lines] == ["2026-6", "2026-6"]


def test_an_earlier_year_is_another_month():
    lines = table("BULAN MEI 2026", "Tanggal", ("04/05/2025", "05/05/2026"))
    assert [line.split()[2] for line in lines] == ["2026-5", "2026-5"]


@pytest.mark.parametrize("head", ["Waktu Input", "Timestamp", "tanggal_entri"])
def test_without_a_month_the_time_of_writing_tells_none(head: str):
    reading = read(S=f"LAPORAN KIA\nTAHUN 2026\nNo|Desa|Sasaran bumil|K1|{head}\n1|Suka|50|10|04/06/2026\n2|Maju|40|8|05/06/2026")
    assert reading.observations["month"].isna().all() and set(reading.observations["basis"]) != {"year"}
    assert "month" in reading.asks


def test_a_column_of_months_goes_before_the_time_of_writing():
    lines = said(read(S="LAPORAN KIA\nTAHUN 2026\nDesa|Bulan|Sasaran bumil|K1|Waktu Input\nSuka|Mei|50|10|04/06/2026\nMaju|Mei|40|8|05/06/2026"))
    assert [line.split()[2] for line in lines] == ["2026-5", "2026-5"]
