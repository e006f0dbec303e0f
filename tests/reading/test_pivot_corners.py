"""Tables of a spreadsheet program with "Sum of Jumlah" in their corner, above the head of the names."""

from __future__ import annotations

import pytest
from laporan import read, said

ROWS = "Suka|BCG|6|7\n|MR 1|9|1\nSuka Total||15|8\nMaju|BCG|6|8\n|MR 1|8|6\nMaju Total||14|14"


@pytest.mark.parametrize("corner", ["Sum of Jumlah", "Jumlah dari Jumlah", "Sum of Nilai"])
@pytest.mark.parametrize("above", ["", "Bulan"])
def test_a_corner_is_no_part_of_the_head_below_it(corner: str, above: str):
    reading = read(S=f"Jumlah bayi diimunisasi tahun 2025\n\n{corner}||{above}|\nDesa|Antigen|Januari|Februari\n{ROWS}")
    assert said(reading) == [
        "Maju bcg 2025-1 month T 6/", "Maju bcg 2025-2 month T 8/", "Maju mr1 2025-1 month T 8/", "Maju mr1 2025-2 month T 6/",
        "Suka bcg 2025-1 month T 6/", "Suka bcg 2025-2 month T 7/", "Suka mr1 2025-1 month T 9/", "Suka mr1 2025-2 month T 1/",
    ]  # fmt: skip


def test_a_sum_over_a_number_stays():
    lines = said(read(S="IMUNISASI MARET 2026\nDesa|Sum of BCG|Sum of MR 1\nSuka|6|7\nMaju|5|4\nJaya|3|2"))
    assert lines == [
        "Jaya bcg 2026-3 month T 3/", "Jaya mr1 2026-3 month T 2/", "Maju bcg 2026-3 month T 5/",
        "Maju mr1 2026-3 month T 4/", "Suka bcg 2026-3 month T 6/", "Suka mr1 2026-3 month T 7/",
    ]  # fmt: skip
