"""A printed "Jumlah" behind the months of a desa's own sheet: told where it is not what the months add up to."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

HEAD = "HASIL IMUNISASI DESA SUKA TAHUN 2026\nNO|JENIS VAKSIN|SASARAN|JANUARI||FEBRUARI||MARET||JUMLAH||\n|||L|P|L|P|L|P|L|P|L+P\n"
MERGES = [(1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 8), (1, 9, 1, 11)]


def table(total: int) -> str:
    names = ("HB 0", "BCG", "Polio 1", "DPT-HB-Hib 1", "DPT-HB-Hib 2", "Campak/MR")
    rows = [f"{place}|{name}|40|1|2|{place}|1|1|1|{2 + place}|4|{total if place == 2 else 6 + place}" for place, name in enumerate(names, 1)]
    return HEAD + "\n".join(rows)


def test_the_sum_of_both_sexes_over_the_months_is_compared():
    reading = read(S=table(13), merges=MERGES)
    assert [code for code in codes(reading) if code.endswith("L5")] == ["kumulatif-tidak-cocok L5"]
    assert "SUKA bcg 2026-2 month L 2/" in said(reading)


def test_right_sums_are_not_told():
    assert not [code for code in codes(read(S=table(8), merges=MERGES)) if "tidak-cocok" in code]


@pytest.mark.parametrize("head", ["JML SETAHUN", "SETAHUN", "JUMLAH TAHUNAN"])
@pytest.mark.parametrize("months, read_as", [(8, False), (12, True)])
def test_the_sum_of_months_that_are_not_over_is_no_year(head: str, months: int, read_as: bool):
    names = "JAN|PEB|MAR|APR|MEI|JUN|JUL|AGS|SEP|OKT|NOP|DES"
    numbers = "|".join(["5"] * months + [""] * (12 - months) + [str(5 * months)])
    rows = "\n".join(f"{place}|{name}|90|{numbers}" for place, name in enumerate(("Suka", "Maju", "Jaya"), 1))
    lines = said(read(S=f"DPT-HB-Hib 3 PER BULAN TAHUN 2026\nNO|DESA|SASARAN|{names}|{head}\n{rows}"))
    assert "Suka dpt3 2026-8 month T 5/90" in lines and len(lines) == 3 * months + 3 * read_as
    assert any(" year " in line for line in lines) == read_as


def test_the_year_alone_is_read_whenever_it_ends():
    rows = "1|Suka|90|60\n2|Maju|80|50"
    assert "Suka dpt3 2026- year T 60/90" in said(read(S=f"IMUNISASI DPT-HB-Hib 3 TAHUN 2026\nNO|DESA|SASARAN|JML SETAHUN\n{rows}"))


@pytest.mark.parametrize(("june", "told"), [(25.2, ["kumulatif-turun E3"]), (32.4, []), (33.1, [])])
def test_percents_of_all_months_so_far_do_not_fall_by_more_than_a_growing_sasaran_explains(june: float, told: list[str]):
    rows = f"1|Suka|23.2|32.9|{june}|48\n2|Maju|20|24.4|28.1|39.3\n3|Jaya|16.6|24.3|29.6|35.3"
    reading = read(S=f"CAKUPAN KUMULATIF SKRINING LANSIA (%) TAHUN 2026\nNO|DESA|APRIL|MEI|JUNI|JULI\n{rows}")
    assert len(said(reading)) == 12 and [code for code in codes(reading) if code.startswith("kumulatif")] == told
