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


GROUPS = [(1, 3, 1, 4), (1, 5, 1, 6), (1, 7, 1, 8)]


@pytest.mark.parametrize("total", ["Total", "Jumlah", "JML"])
@pytest.mark.parametrize("below", [("Abs", "%"), ("Jml", "%"), ("Abs", "% Kum")])
def test_a_sum_with_its_percent_below_one_head(total: str, below: tuple[str, str]):
    head = f"CAKUPAN IDL TAHUN 2026\nNO|DESA|SASARAN|Jan||Feb||{total}|\n|||Abs|%|Abs|%|{below[0]}|{below[1]}\n"
    lines = said(read(S=head + "1|Suka|30|3|10|2|6.7|5|16.7\n2|Maju|20|4|20|2|10|6|30\n3|Jaya|20|3|15|1|5|4|20", merges=GROUPS))
    assert [line for line in lines if "cumulative" in line] == [
        "Jaya idl 2026-2 cumulative T 4/20 20", "Maju idl 2026-2 cumulative T 6/20 30", "Suka idl 2026-2 cumulative T 5/30 16.7",
    ]  # fmt: skip
    assert len(lines) == 9


def test_the_percent_of_states_added_up_is_no_state():
    head = "D/S TAHUN 2026\nNO|DESA|BALITA|Jan||Feb||Total|\n|||D|%|D|%|D|%\n"
    lines = said(read(S=head + "1|Suka|30|15|50|21|70|36|60\n2|Maju|20|10|50|12|60|22|55\n3|Jaya|20|10|50|18|90|28|70", merges=GROUPS))
    assert len(lines) == 6 and not [line for line in lines if line.endswith((" 55", "/30 60"))]


@pytest.mark.parametrize("percents", [("10", "15", "10"), ("77", "88", "99")])
def test_sums_of_two_indicators_have_their_own_percents(percents: tuple[str, ...]):
    head = "K1 DAN K4 TAHUN 2026\nNO|DESA|SASARAN|Jan||Feb||Total||%|\n|||K1|K4|K1|K4|K1|K4|K1|K4\n"
    numbers = ["1|Suka|30|1|2|2|1|3|3|{}|10", "2|Maju|20|1|1|2|1|3|2|{}|10", "3|Jaya|20|1|1|1|3|2|4|{}|20"]
    rows = "\n".join(row.format(percent) for row, percent in zip(numbers, percents, strict=True))
    lines = [line for line in said(read(S=head + rows, merges=[*GROUPS, (1, 9, 1, 10)])) if "cumulative" in line]
    proved = percents[0] == "10"
    assert lines == [
        f"Jaya k1 2026-2 cumulative T 2/20{' 10' * proved}", "Jaya k4 2026-2 cumulative T 4/20 20",
        f"Maju k1 2026-2 cumulative T 3/20{' 15' * proved}", "Maju k4 2026-2 cumulative T 2/20 10",
        f"Suka k1 2026-2 cumulative T 3/30{' 10' * proved}", "Suka k4 2026-2 cumulative T 3/30 10",
    ]  # fmt: skip
