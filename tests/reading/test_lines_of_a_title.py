"""Titles of several lines that speak of different months, or of one in different words."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

BODY = "NO|DESA|SASARAN|K4\n1|Suka|70|25\n2|Maju|40|12\n3|Jaya|86|50"


def suka(*lines: str) -> str:
    """What is said of the first desa below such lines."""
    return next(line for line in said(read(S="\n".join(["LAPORAN KIA", *lines, BODY]))) if line.startswith("Suka"))


@pytest.mark.parametrize(
    "lines",
    [
        ("BULAN MEI 2026", "CAKUPAN K4 S/D MEI 2026"), ("CAKUPAN K4 S/D MEI 2026", "BULAN MEI 2026"), ("LAPORAN MEI 2026", "KUMULATIF S/D MEI 2026"),
        ("BULAN : MEI 2026", "HASIL KUMULATIF JANUARI S/D MEI"), ("LAPORAN TAHUN 2025", "CAKUPAN K4 S/D MEI 2026"),
        ("JANUARI S/D MEI 2026", "DATA PER 3 JUNI 2026"),
    ],
)  # fmt: skip
def test_what_one_line_adds_up_is_added_up(lines: tuple[str, ...]):
    assert suka(*lines) == "Suka k4 2026-5 cumulative T 25/70"


@pytest.mark.parametrize(
    "lines", [("LAPORAN BULAN JUNI 2026", "CAKUPAN K4 BULAN MEI 2026"), ("CAKUPAN K4 BULAN MEI 2026", "LAPORAN BULAN JUNI 2026")]
)
def test_the_line_with_the_indicator_is_believed_and_the_other_told(lines: tuple[str, ...]):
    assert suka(*lines) == "Suka k4 2026-5 month T 25/70"
    assert [code for code in codes(read(S="\n".join([*lines, BODY]))) if code.startswith("bulan-judul-berbeda")]


@pytest.mark.parametrize("lines", [("LAPORAN BULAN JUNI 2026", "DATA BULAN MEI 2026"), ("BULAN MEI 2026", "BULAN MEI 2025")])
def test_of_two_months_none_is_guessed(lines: tuple[str, ...]):
    assert suka(*lines).split()[2] == "-" and "periode-tidak-ada" in codes(read(S="\n".join([*lines, BODY])))


@pytest.mark.parametrize("lines", [("LAPORAN BULAN MEI 2026", "PER 31 MEI 2026"), ("TAHUN 2026", "BULAN MEI"), ("BULAN MEI 2026",)])
def test_lines_that_agree(lines: tuple[str, ...]):
    assert suka(*lines) == "Suka k4 2026-5 month T 25/70"
