"""Months that a csv file writes as their first days."""

from __future__ import annotations

import pytest
from laporan import read, said

from lokmin_data.model import LokminError

ROWS = "1|Suka|50|4|3|5\n2|Maju|60|5|2|4"


@pytest.mark.parametrize(
    "dates", ["01/11/2025|01/12/2025|01/01/2026", "1-11-2025|1-12-2025|1-1-2026", "2025-11-01|2025-12-01|2026-01-01"]
)
def test_first_days_are_their_months(dates: str):
    lines = said(read(A=f"JUMLAH K1 PER BULAN\nNO|DESA|SASARAN IBU HAMIL|{dates}\n{ROWS}"))
    assert [line.rsplit("/")[0] for line in lines[3:]] == ["Suka k1 2025-11 month T 4", "Suka k1 2025-12 month T 3", "Suka k1 2026-1 month T 5"]
    assert lines[5] == "Suka k1 2026-1 month T 5/50"


@pytest.mark.parametrize(
    "dates",
    ["01/01/2026|02/01/2026|03/01/2026", "01/01/2026|01/03/2026|01/02/2026", "15/01/2026|15/02/2026|15/03/2026", "01/01/2026|01/02/2026|02/02/2026"],
)
def test_other_days_stay_unread(dates: str):
    """Days, the same day of a month, and dates in no order: nothing says what they count."""
    with pytest.raises(LokminError):
        read(A=f"JUMLAH K1\nNO|DESA|SASARAN IBU HAMIL|{dates}\n{ROWS}")
