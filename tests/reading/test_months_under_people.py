"""Months below people under a title that names the indicator, and the sums behind them."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.reading.understanding import NothingToRead


def table(title: str, group: str, total: str, percents: bool = True) -> str:
    ratio = ("%", 17, 12.5) if percents else ("", "", "")
    return (
        f"{title}\nTAHUN 2026\n\nNo|Desa|Sasaran|{group}|||||{total}|{ratio[0]}\n|||Jan|Peb|Mar|Apr|Mei||\n"
        f"1|Maju|100|4|6|7|||17|{ratio[1]}\n2|Jaya|80|3|3|4|||10|{ratio[2]}"
    )


@pytest.mark.parametrize("total", ["Jml s/d\nbulan ini", "Jumlah"])
@pytest.mark.parametrize(
    "title, group, code",
    [
        ("HASIL CAKUPAN BCG", "Bayi diimunisasi pada bulan", "bcg"),
        ("HASIL CAKUPAN BCG", "Jumlah bayi yang mendapat vaksin bulan", "bcg"),
        ("CAKUPAN MR 2", "Baduta yang diimunisasi", "mr2"),
        ("CAKUPAN TD2+ IBU HAMIL", "Ibu hamil diimunisasi pada bulan", "td2plus"),
    ],
)
def test_those_immunised_in_a_month_are_counted(title: str, group: str, code: str, total: str):
    lines = said(read(S=table(title, group, total.replace("\n", " "))))
    months = [f"Jaya {code} 2026-{month} month T {number}/80" for month, number in ((1, 3), (2, 3), (3, 4))]
    assert [line for line in lines if line.startswith("Jaya")] == [*months[:2], f"Jaya {code} 2026-3 cumulative T 10/80 12.5", months[2]]


@pytest.mark.parametrize("group", ["Bayi belum diimunisasi pada bulan", "Sasaran bayi pada bulan", "Bayi pada bulan"])
def test_people_who_may_not_be_immunised_are_not(group: str):
    assert not [line for line in said(read(S=table("CAKUPAN BCG", group, "Jml s/d bulan ini"))) if "month T" in line]


@pytest.mark.parametrize("group", ["Bayi belum diimunisasi pada bulan", "Terpakai pada bulan", "Ibu bersalin pada bulan"])
def test_the_sum_of_months_that_were_not_understood_is_no_year(group: str):
    with pytest.raises(NothingToRead):
        read(S=table("CAKUPAN PERSALINAN OLEH NAKES", group, "Jumlah"))


def test_a_number_of_its_own_beside_such_months_stays_one_of_the_year():
    lines = said(read(S=table("CAKUPAN PERSALINAN OLEH NAKES", "Terpakai pada bulan", "Persalinan oleh nakes")))
    assert lines == ["Jaya pn 2026- year T 10/80 12.5", "Maju pn 2026- year T 17/100 17"]


@pytest.mark.parametrize("total", ["Jml s/d bulan ini", "Jumlah"])
def test_a_state_is_not_added_up_over_its_months(total: str):
    reading = read(S=table("HASIL PENIMBANGAN D/S", "Balita ditimbang pada bulan", total, percents=False))
    lines = [line for line in said(reading) if line.startswith("Jaya")]
    assert lines == ["Jaya d_s 2026-1 point T 3/80", "Jaya d_s 2026-2 point T 3/80", "Jaya d_s 2026-3 point T 4/80"]
    assert not [code for code in codes(reading) if code.startswith("periode")]


def test_a_state_to_date_without_months_beside_it_stays():
    text = "STATUS GIZI s/d MARET 2026\n\nNo|Desa|Balita diukur|Stunting\n||| s/d bulan ini\n1|Maju|100|7\n2|Jaya|80|4"
    assert said(read(S=text)) == ["Jaya stunting 2026-3 point T 4/80", "Maju stunting 2026-3 point T 7/100"]
