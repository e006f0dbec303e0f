"""Bare words for before, now and together below one head: "Lalu", "Ini", "Kum" and their like."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = "1|Suka|30|3|2|5|16.67|2|2|4|13.33\n2|Maju|40|4|2|6|15|2|1|3|7.5\n3|Jaya|50|5|5|10|20|5|5|10|20\n"
MERGES = [(1, 3, 1, 6), (1, 7, 1, 10)]


def report(texts: str, title: str = "PWS KIA BULAN MARET 2026") -> str:
    return f"{title}\nNo|Desa|Sasaran ibu hamil|K1||||K6|||\n|||{texts}|{texts}\n{ROWS}"


@pytest.mark.parametrize(
    "texts", ["Lalu|Ini|Kum|%", "Lalu|Baru|Semua|Cak. %", "Yang lalu|Sekarang|Total|%", "S/d lalu|Tambahan|S/d ini|%", "Lalu|Bln ini|Jml|%"]
)
def test_beside_lalu_the_others_are_of_the_month_and_added_up(texts: str):
    reading = read(S=report(texts), merges=MERGES)
    lines = [line for line in said(reading) if line.startswith("Suka")]
    assert lines == [
        "Suka k1 2026-3 cumulative T 5/30 16.67", "Suka k1 2026-3 month T 2/30",
        "Suka k6 2026-3 cumulative T 4/30 13.33", "Suka k6 2026-3 month T 2/30",
    ]  # fmt: skip
    assert not codes(reading)


def test_sexes_may_stand_below_them():
    head = "IMUNISASI BULAN MARET 2026\nNo|Desa|Bayi|BCG||||||||\n|||Lalu|||Ini|||Kum||\n|||L|P|Jml|L|P|Jml|L|P|Jml\n"
    rows = "1|Suka|30|3|2|5|1|1|2|4|3|7\n2|Maju|40|4|2|6|2|1|3|6|3|9\n"
    reading = read(S=head + rows, merges=[(1, 3, 1, 11), (2, 3, 2, 5), (2, 6, 2, 8), (2, 9, 2, 11)])
    lines = [line.split("/")[0] for line in said(reading) if line.startswith("Suka")]
    assert lines == [f"Suka bcg 2026-3 {each}" for each in (
        "cumulative L 4", "cumulative P 3", "cumulative T 7", "month L 1", "month P 1", "month T 2",
    )]  # fmt: skip


def test_baru_beside_lama_stays_what_it_was():
    lines = said(read(S=report("Lama|Baru|Jumlah|%"), merges=MERGES))
    assert not [line for line in lines if " 2/" in line or "cumulative" in line]


def test_below_a_title_of_a_tribulan_ini_is_asked_and_not_read():
    reading = read(S=report("Lalu|Ini|Kum|%", "PWS KIA TRIWULAN II TAHUN 2026"), merges=MERGES)
    assert not [line for line in said(reading) if "month" in line]
    assert codes(reading).count("kolom-tidak-dikenal E3") == 1


def test_without_a_head_above_them():
    table = "CAKUPAN K1\nBULAN MARET 2026\nDesa|Sasaran ibu hamil|Lalu|Ini|Jumlah|%\n"
    reading = read(S=table + "Suka|30|3|2|5|16.67\nMaju|40|4|2|6|15\nJaya|50|5|5|10|20")
    assert [line.split("/")[0] for line in said(reading) if line.startswith("Suka")] == ["Suka k1 2026-3 cumulative T 5", "Suka k1 2026-3 month T 2"]


def test_a_column_of_months_beside_them_stays_one():
    rows = "Suka|Januari|30|0|2|2\n|Februari|30|2|3|5\nMaju|Januari|40|0|1|1\n|Februari|40|1|2|3"
    lines = said(read(S=f"CAKUPAN K1 TAHUN 2026\nDesa|Bulan|Sasaran|Lalu|Ini|Kum\n{rows}"))
    assert [line for line in lines if line.startswith("Maju") and "2026-2" in line] == [
        "Maju k1 2026-2 cumulative T 3/40", "Maju k1 2026-2 month T 2/40",
    ]  # fmt: skip


def test_below_the_names_of_desa():
    head = "PWS KIA\nBULAN MARET 2026\nNo|Indikator|Suka||||Maju|||\n||Sas|Lalu|Ini|Kum|Sas|Lalu|Ini|Kum\n"
    reading = read(S=head + "1|K1|30|3|2|5|40|4|2|6\n2|K6|30|1|2|3|40|2|2|4", merges=[(2, 2, 2, 5), (2, 6, 2, 9)])
    assert [line for line in said(reading) if line.startswith("Suka k1")] == ["Suka k1 2026-3 cumulative T 5/30", "Suka k1 2026-3 month T 2/30"]


@pytest.mark.parametrize("texts", ["BL|BI|KUM|%", "B.L|B.I|S/D B.I|%", "BLL|BI|SBI|%", "BL|BI|Tot|%"])
def test_bl_beside_bi_is_the_month_before(texts: str):
    reading = read(S=report(texts), merges=MERGES)
    assert [line for line in said(reading) if line.startswith("Suka")] == [
        "Suka k1 2026-3 cumulative T 5/30 16.67", "Suka k1 2026-3 month T 2/30",
        "Suka k6 2026-3 cumulative T 4/30 13.33", "Suka k6 2026-3 month T 2/30",
    ]  # fmt: skip
    assert not codes(reading)


def test_without_their_sum_bl_is_no_number_of_this_month():
    lines = said(read(S="CAKUPAN K1\nBULAN MARET 2026\nDesa|Sasaran ibu hamil|BL|BI\nSuka|30|3|2\nMaju|40|4|2\nJaya|50|5|5"))
    assert [line for line in lines if line.startswith("Suka")] == ["Suka k1 2026-3 month T 2/30"]


def test_bl_without_bi_stays_the_month():
    head = "PWS KIA\nBULAN MARET 2026\nNo|Desa|Sasaran ibu hamil|K1||\n|||BL|KUM|%\n"
    reading = read(S=head + "1|Suka|30|3|5|16.67\n2|Maju|40|4|6|15\n3|Jaya|50|5|10|20", merges=[(2, 3, 2, 5)])
    lines = [line for line in said(reading) if line.startswith("Suka")]
    assert lines == ["Suka k1 2026-3 cumulative T 5/30 16.67", "Suka k1 2026-3 month T 3/30"]


TWO = "PWS KIA\nBULAN MARET 2026\nNo|Desa|Sasaran ibu hamil|K1|||\n|||{}|{}|%|\n"


@pytest.mark.parametrize("texts", [("Bulan lalu", "Bulan ini"), ("Lalu", "Ini"), ("BL", "BI")])
def test_a_percent_of_both_together_is_not_that_of_the_month(texts: tuple[str, str]):
    rows = "1|Suka|30|3|2|16.67\n2|Maju|40|4|2|15\n3|Jaya|50|5|5|20\n|Jumlah|120|12|9|17.5"
    reading = read(S=TWO.format(*texts) + rows, merges=[(2, 3, 2, 5)])
    lines = [line for line in said(reading) if line.startswith("Suka")]
    assert lines == ["Suka k1 2026-3 cumulative T /30 16.67", "Suka k1 2026-3 month T 2/30"] and not codes(reading)


@pytest.mark.parametrize(("suka", "maju", "jaya"), [(6.67, 5, 10), (13.3, 11.1, 14.3)])
def test_a_percent_of_this_month_or_of_something_else_stays(suka: float, maju: float, jaya: float):
    rows = f"1|Suka|30|3|2|{suka}\n2|Maju|40|4|2|{maju}\n3|Jaya|50|5|5|{jaya}"
    lines = said(read(S=TWO.format("Bulan lalu", "Bulan ini") + rows, merges=[(2, 3, 2, 5)]))
    assert not [line for line in lines if "cumulative" in line]


def test_the_percent_goes_to_the_number_to_date_that_has_none():
    head = "PWS KIA\nBULAN MARET 2026\nNo|Desa|Sasaran ibu hamil|K1|||\n|||Kum|Bulan lalu|Bulan ini|%\n"
    rows = "1|Suka|30|5|3|2|16.67\n2|Maju|40|6|4|2|15\n3|Jaya|50|10|5|5|20"
    lines = [line for line in said(read(S=head + rows, merges=[(2, 3, 2, 6)])) if line.startswith("Suka")]
    assert lines == ["Suka k1 2026-3 cumulative T 5/30 16.67", "Suka k1 2026-3 month T 2/30"]
