"""Stunting beside its classes, and a "Total" of several indicators behind their months: what does not add up is named."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

WEIGHED = "OPERASI TIMBANG AGUSTUS 2025\nNO|DESA|DIUKUR|{}|||STUNTING|\n|||{}|Normal|Jml|%\n"
ROWS = "1|Suka|90|1|8|81|9|10\n2|Maju|70|3|4|63|7|10\n3|Jaya|50|0|5|45|{}\n4|Mekar|130|2|11|117|13|10\n5|Indah|110|5|6|99|11|10"


@pytest.mark.parametrize(("last", "told"), [("5|10", []), ("8|16", ["bagian-tidak-cocok G6"])])
def test_the_stunted_are_the_short_and_the_very_short(last: str, told: list[str]):
    reading = read(S=WEIGHED.format("TB/U", "Sangat Pendek|Pendek") + ROWS.format(last))
    assert [code for code in codes(reading) if "cocok" in code] == told and "Suka stunting 2025-8 point T 9/90 10" in said(reading)


def test_classes_that_never_add_up_prove_nothing():
    rows = "1|Suka|90|1|4|81|9|10\n2|Maju|70|3|1|63|7|10\n3|Jaya|50|0|2|45|5|10\n4|Mekar|130|2|7|117|13|10"
    assert not [code for code in codes(read(S=WEIGHED.format("TB/U", "Sangat Pendek|Pendek") + rows)) if "cocok" in code]


MONTHS = "DBD 2024\nNO|DESA|Jan||Feb||Mar||Total|\n||P|M|P|M|P|M|P|M\n"
CASES = "1|Suka|1|0|2|0|3|1|6|1\n2|Maju|2|0|2|0|2|0|{maju}|0\n3|Jaya|3|1|1|0|1|0|5|1\n4|Mekar|4|0|0|0|1|0|5|0\n5|Indah|1|0|1|0|1|0|3|0\n"
SUM = "|Jumlah|11|1|6|0|8|1|{total}|2"


@pytest.mark.parametrize(
    ("maju", "total", "told"),
    [(6, 25, []), (6, 36, ["jumlah-tidak-cocok I9"]), (9, 25, ["kumulatif-tidak-cocok I5"]), (9, 28, ["kumulatif-tidak-cocok I5"])],
)  # fmt: skip
def test_the_total_of_each_of_several_indicators(maju: int, total: int, told: list[str]):
    reading = read(S=MONTHS + CASES.format(maju=maju) + SUM.format(total=total))
    assert codes(reading) == told and "Maju dbd_kasus 2024-3 month T 2/" in said(reading)
