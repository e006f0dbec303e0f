"""Thousands typed with a point that a spreadsheet takes for a decimal sign, beside whole numbers."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "PWS KIA BULAN MEI 2026\nNO|DESA|KN LENGKAP|K1\n1|Suka|{}|300\n2|Maju|{}|200\n|JUMLAH|{}|500"
TOLD = ["jumlah-atau-persen C2"]


@pytest.mark.parametrize(
    "numbers",
    [("1.83", "194", "2.024"), ("1.83", "94", "1.924"), ("1.83", "2.27", "4.1"), ("1.83", "2.17", "4"), ("1.83", "94", "1924"), ("1.83", "194", "")],
)
def test_thousands_beside_whole_numbers_are_asked(numbers: tuple[str, str, str]):
    reading = read(S=TABLE.format(*numbers))
    assert {line.split()[1] for line in said(reading)} == {"k1"} and codes(reading) == TOLD


@pytest.mark.parametrize(
    ("numbers", "first"),
    [
        (("51.83", "94", "71.2"), "Maju kn_lengkap 2026-5 month T / 94"), (("98.5", "105", "101.2"), "Maju kn_lengkap 2026-5 month T / 105"),
        (("1.83", "94", "40.5"), "Maju kn_lengkap 2026-5 month T / 94"), (("12.5", "30.25", "21.38"), "Maju kn_lengkap 2026-5 month T / 30.25"),
    ],
)  # fmt: skip
def test_percents_beside_whole_ones_are_read(numbers: tuple[str, str, str], first: str):
    assert first in said(read(S=TABLE.format(*numbers)))
