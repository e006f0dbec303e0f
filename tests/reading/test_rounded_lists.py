"""The list of a chart before the table of its numbers holds their percents rounded: the table's own are kept."""

from __future__ import annotations

from laporan import codes, read, said

LIST = "DATA GRAFIK PWS K1 BULAN MEI 2025\nDESA|% KUM|TARGET\nSuka|{}|75\nMaju|69.2|75\nJaya|80|75"
TABLE = "PWS K1 TAHUN 2025\nNO|DESA|SASARAN|APRIL|||MEI||\n|||BLN|KUM|%|BLN|KUM|%\n"
ROWS = "1|Suka|152|9|102|67.10526316|14|116|76.31578947\n2|Maju|130|7|79|60.76923077|11|90|69.23076923\n3|Jaya|50|5|30|60|10|40|80"


def of_suka(reading: object) -> str:
    return next(line for line in said(reading) if line.startswith("Suka k1 2025-5 cumulative "))


def test_a_rounded_percent_of_a_list_gives_way_to_the_one_beside_the_number():
    reading = read(GRAFIK=LIST.format("76.3"), K1=TABLE + ROWS)
    assert of_suka(reading) == "Suka k1 2025-5 cumulative T 116/152 76.32" and not codes(reading)


def test_another_percent_is_no_rounding():
    reading = read(GRAFIK=LIST.format("75.9"), K1=TABLE + ROWS)
    assert of_suka(reading) == "Suka k1 2025-5 cumulative T 116/152 75.9" and "persen-tidak-cocok I4" in codes(reading)


def test_a_list_alone_is_read_as_it_is():
    assert any(line.startswith("Suka k1 2025-5 ") and line.endswith(" 76.3") for line in said(read(GRAFIK=LIST.format("76.3"))))
