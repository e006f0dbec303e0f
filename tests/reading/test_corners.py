"""Desa as columns and rows that say how one number is written, with the indicator in the corner left of the desa, or right above it."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

from lokmin_data.model import LokminError

TITLE = "MONITORING IMUNISASI PER ANTIGEN\nWilayah|: Puskesmas Rawa\nKeadaan|: September 2025\n\n"
LINES = """
{corner}|Mekar|Sumber Sari|Koto Asri|JML
Sasaran SI|40|30|50|120
s.d. bulan lalu|20|10|30|60
Bulan ini|4|3|5|12
s.d. bulan ini|24|13|35|72
Cakupan (%)|60|43.3|70|60
""".strip()


def _of(code: str) -> list[str]:
    numbers = {"Koto Asri": ("35/50 70", "5/50"), "Mekar": ("24/40 60", "4/40"), "Sumber Sari": ("13/30 43.3", "3/30")}
    return [
        f"{desa} {code} 2025-9 {basis} T {said}"
        for desa, both in numbers.items() for basis, said in zip(("cumulative", "month"), both, strict=True)
    ]  # fmt: skip


def _lines(corner: str, lines: str = LINES) -> str:
    return lines.format(corner=corner)


@pytest.mark.parametrize("between", ["\n\n\n", "\n"], ids=["a gap", "no gap"])
def test_each_corner_names_the_indicator_of_its_lines(between: str):
    reading = read(S=TITLE + between.join(map(_lines, ("DPT/HB/Hib 1", "IPV 1", "MR 1"))))
    assert said(reading) == sorted([*_of("dpt1"), *_of("ipv1"), *_of("mr1")]) and not codes(reading)


@pytest.mark.parametrize("corner", ["", "Uraian", "Desa"])
def test_or_the_line_above_does(corner: str):
    reading = read(S=f"{TITLE}DPT 1\n{_lines(corner)}\n\nMR 1\n{_lines(corner)}")
    assert said(reading) == sorted([*_of("dpt1"), *_of("mr1")]) and not codes(reading)


@pytest.mark.parametrize("corner", ["", "Uraian", "Desa"])
@pytest.mark.parametrize("title", ["Vaksin ABC\n", ""])
def test_lines_of_which_nobody_says_what_they_count_are_told(corner: str, title: str):
    reading = read(S=f"{TITLE}DPT 1\n{_lines(corner)}\n\n{title}{_lines(corner).replace('|24|', '|25|')}")
    assert said(reading) == _of("dpt1") and codes(reading)


def test_an_unknown_vaccine_in_a_corner_is_told():
    reading = read(S=f"{TITLE}{_lines('DPT 1')}\n\n{_lines('Vaksin ABC')}")
    assert said(reading) == _of("dpt1") and codes(reading) == ["tabel-tidak-terbaca B13"]


def test_numbers_left_of_the_lines_change_nothing():
    numbered = "\n".join(f"{number or 'No'}|{line}" for number, line in enumerate(_lines("DPT 1").split("\n")))
    assert said(read(S=TITLE.replace("W", "|W").replace("K", "|K") + numbered)) == _of("dpt1")


def test_the_corner_says_more_than_the_title():
    assert said(read(S=f"IMUNISASI BCG SEPTEMBER 2025\n{_lines('DPT 1')}")) == _of("dpt1")


@pytest.mark.parametrize(
    "names",
    [
        "Posyandu Mawar|Posyandu Melati|Posyandu Dahlia", "Bidan|Perawat|Dokter", "Tercapai|Belum|Batal", "Juli|Agustus|September",
        "2023|2024|2025", "L|P|JML", "SD|MI|SMP", "RW 1|RW 2|RW 3",
    ],
)  # fmt: skip
def test_columns_that_are_no_desa_are_nobody_s(names: str):
    with pytest.raises(LokminError):
        read(S=TITLE + _lines("DPT 1").replace("Mekar|Sumber Sari|Koto Asri", names))


@pytest.mark.parametrize("corner", ["DPT 1 (%)", "DPT 1 Agustus", "DPT 1 L", "Vaksin ABC"])
def test_a_corner_that_says_more_or_nothing_known_is_not_read(corner: str):
    with pytest.raises(LokminError):
        read(S=TITLE + _lines(corner))


def test_a_list_of_indicators_below_a_corner_is_none_of_these():
    text = "IMUNISASI SEPTEMBER 2025\nIMUNISASI BAYI|Mekar|Sari\nSasaran|40|30\nBCG|24|13\n%|60|43.3"
    with pytest.raises(LokminError):
        read(S=text)
