"""What is printed for months that nobody filled in is told, too, where others reported these months; a recap of them is read."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "NO|DESA|SASARAN BUMIL|{}|\n|||abs|%"
DESA = ("Suka", "Maju", "Jaya")


def _table(indicator: str, period: str, numbers: tuple[int, ...]) -> str:
    rows = [f"{place}|{desa}|50|{number}|{2 * number:.1f}" for place, (desa, number) in enumerate(zip(DESA, numbers, strict=True), 1)]
    return f"CAKUPAN {indicator} {period} 2026\n{HEAD.format(indicator)}\n" + "\n".join(rows)


def _messages(reading) -> list[str]:  # noqa: ANN001
    return [problem.found for problem in reading.problems]


def test_a_table_of_zeros_beside_others_of_its_month_is_told():
    reading = read(K1=_table("K1", "S/D MEI", (9, 8, 7)), K4=_table("K4", "S/D MEI", (0, 0, 0)))
    assert {line.split()[1] for line in said(reading)} == {"k1"}
    assert codes(reading) == ["bulan-belum-dilaporkan"] and _messages(reading) == ["K4 Mei 2026"]


def test_nothing_is_told_where_each_table_has_numbers():
    reading = read(K1=_table("K1", "S/D MEI", (9, 8, 7)), K4=_table("K4", "S/D MEI", (0, 0, 1)))
    assert len(said(reading)) == 6 and codes(reading) == []


def test_a_desa_with_a_sheet_of_its_own_that_stays_behind_is_told():
    head = "CAKUPAN GIZI IBU HAMIL\nDESA : {}\nTAHUN 2025\n{}INDIKATOR|Januari|Februari|Maret\n{}Fe1|{}"
    reading = read(Suka=head.format("SUKA", "", "", "3|2|4"), Maju=head.format("MAJU", "NO|", "1|", "3|0|0"))
    assert [line for line in said(reading) if line.startswith("Maju")] == ["Maju fe1 2025-1 month T 3/"]
    assert codes(reading) == ["desa-belum-melapor"] and _messages(reading) == ["Maju (Februari-Maret 2025)"]


def _months(last: str, recap: str) -> dict[str, str]:
    """Two sheets of months of two forms, and a recap of the first one's form."""
    january = "PWS KIA\nBULAN JANUARI 2026\nNO|DESA|K1 Jumlah|K4 Jumlah\n1|Suka|3|2\n2|Maju|4|1"
    march = f"PWS KIA\nBULAN {last} 2026\nNO|DESA|SASARAN|K1|K4\n1|Suka|50|2|2\n2|Maju|60|4|3"
    return {"JANUARI": january, last: march, "REKAP": f"PWS KIA\nS/D BULAN {recap} 2026\nNO|DESA|K1 Jumlah|K4 Jumlah\n1|Suka|5|4\n2|Maju|8|4"}


def test_a_recap_in_the_form_of_an_earlier_month_is_read():
    reading = read(**_months("MARET", "MARET"))
    assert "Suka k1 2026-3 cumulative T 5/" in {line.split("/")[0] + "/" for line in said(reading)} and codes(reading) == []


@pytest.mark.parametrize("recap", ["APRIL", "DESEMBER"])
def test_a_recap_of_a_month_that_nobody_reported_is_not(recap: str):
    reading = read(**_months("MARET", recap))
    assert not any("cumulative" in line for line in said(reading)) and codes(reading) == ["bulan-belum-dilaporkan"]
