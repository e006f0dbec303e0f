"""Units alone below an indicator or beside it, "Akses jamban" over "KK", "K1" over "Jiwa": its number, not whom it is divided by."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TITLE = "CAPAIAN PER DESA\nKeadaan sampai dengan: September 2026\n\n"


def people(reading: object) -> set[str]:
    return {row[1] for row in reading.sasaran.values.tolist()}


@pytest.mark.parametrize("unit", ["Jiwa", "jiwa", "Orang", ""])
def test_persons_are_the_unit_of_those_named_beside_them(unit: str):
    rows = f"1|Sasaran ibu hamil|{unit}|32|58|95\n2|K1|{unit}|16|29|38\n3|K4|{unit}|8|29|19"
    reading = read(S=f"{TITLE}No|INDIKATOR|Satuan|Suka|Maju|Rejo\n{rows}")
    assert [line for line in said(reading) if line.startswith("Suka")] == ["Suka k1 2026-9 cumulative T 16/32", "Suka k4 2026-9 cumulative T 8/32"]
    assert people(reading) == {"bumil"} and not codes(reading)


def test_persons_below_the_heads_of_a_table_are_their_unit():
    reading = read(S=f"{TITLE}No|Desa|Ibu hamil|K1|K4\n|||Jiwa|Jiwa\n1|Suka|32|16|8\n2|Maju|58|29|29")
    assert said(reading)[2:] == ["Suka k1 2026-9 cumulative T 16/32", "Suka k4 2026-9 cumulative T 8/32"]


def test_families_alone_below_an_indicator_are_its_number():
    table = "No|Desa|Jumlah KK|Akses jamban|CTPS\n|||KK|KK\n1|Suka|320|160|288\n2|Maju|500|450|250"
    reading = read(S=TITLE + table)
    assert said(reading)[2:] == ["Suka ctps 2026-9 point T 288/320", "Suka jamban 2026-9 point T 160/320"] and not codes(reading)
    rows = "1|Jumlah KK|KK|320|500|950\n2|Akses jamban|KK|160|450|570\n3|CTPS|KK|288|250|475"
    listed = read(S=f"{TITLE}No|INDIKATOR|Satuan|Suka|Maju|Rejo\n{rows}")
    assert [line for line in said(listed) if line.startswith("Suka")] == said(reading)[2:]


def test_inhabitants_are_no_families():
    table = "No|Desa|Jumlah penduduk|Akses jamban\n|||Jiwa\n1|Suka|3200|1600\n2|Maju|5000|4500"
    assert not said(read(S=TITLE + table))


def test_a_sasaran_beside_its_number_still_divides():
    rows = "1|Akses jamban|KK|320|500|950\n||Akses|160|450|570"
    assert "Suka jamban 2026-9 point T 160/320" in said(read(S=f"{TITLE}No|INDIKATOR|Uraian|Suka|Maju|Rejo\n{rows}"))
    table = "No|Desa|Jumlah KK|Akses jamban||CTPS\n|||KK|Akses|KK\n1|Suka|330|320|160|288\n2|Maju|510|500|450|250"
    assert "Suka jamban 2026-9 point T 320/330" not in said(read(S=TITLE + table))
