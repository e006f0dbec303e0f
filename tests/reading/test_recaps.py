"""Two recaps of one month: the sheet of the month before the one of the year, whichever stands first."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

MONTHS = {"JAN": "JANUARI", "FEB": "FEBRUARI", "MAR": "MARET"}
YEAR = """REKAPITULASI PELAYANAN KIA PER DESA TAHUN 2025
Desa|Persalinan Nakes|||KF Lengkap||
|JAN|FEB|MAR|JAN|FEB|MAR
Suka|2|4|4|3|3|3
Maju|3|9|3|4|2|2
Jaya|7|7|6|6|5|6"""


def month(name: str, numbers: tuple[str, str, str]) -> str:
    rows = "\n".join(f"{desa}|{each}" for desa, each in zip(("Suka", "Maju", "Jaya"), numbers, strict=True))
    return f"REKAP PELAYANAN KIA\nBULAN {MONTHS[name]} 2025\nDesa|Persalinan Nakes|KF Lengkap\n{rows}"


SHEETS = {
    "JAN": month("JAN", ("2|3", "3|4", "7|6")), "FEB": month("FEB", ("4|3", "4|2", "7|5")), "MAR": month("MAR", ("4|3", "3|2", "6|6")),
}  # fmt: skip


@pytest.mark.parametrize("first", [True, False])
def test_the_sheet_of_the_month_goes_before_that_of_the_year(first: bool):
    sheets = {"REKAP": YEAR, **SHEETS} if first else {**SHEETS, "REKAP": YEAR}
    reading = read(merges=[], **sheets)
    assert "Maju pn 2025-2 month T 4/" in said(reading)
    assert [(each.sheet, each.cell) for each in reading.problems if each.code == "angka-berbeda"] == [("REKAP", "C5")]


def test_beside_one_recap_of_a_month_only_the_order_decides():
    reading = read(REKAP=YEAR, FEB=SHEETS["FEB"])
    assert "Maju pn 2025-2 month T 9/" in said(reading)
    assert "angka-berbeda B5" in codes(reading)
