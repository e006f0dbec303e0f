"""A bare number behind "sampai dengan" and before the year is the month up to which a title adds up; doses and ages are none."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

TABLE = "No|Desa|Sasaran Bumil|K1|% K1\n1|Mekar|30|12|40.0\n2|Sari|40|10|25.0\n3|Asri|50|5|10.0"


def first(title: str) -> str:
    """The first number read below this title."""
    return said(read(S=f"{title}\n{TABLE}"))[0]


@pytest.mark.parametrize(
    "title",
    ["KIA S/D 09 2025", "KIA s.d. 9 2025", "KIA s.d. 09.2025", "KIA sampai dengan 09 tahun 2025", "KIA SD 09 2025", "KIA hingga 9, 2025"],
)
def test_the_number_before_the_year_is_the_month(title: str) -> None:
    assert first(f"LAPORAN {title}") == "Asri k1 2025-9 cumulative T 5/50 10"


@pytest.mark.parametrize("title", ["KIA 1 s/d 9 2025", "KIA 01 s/d 09 2025", "KIA BALITA s.d. 5 TAHUN 2025"])
def test_a_number_that_may_be_something_else_is_asked(title: str) -> None:
    reading = read(S=f"LAPORAN {title}\n{TABLE}")
    assert reading.observations["month"].isna().all() and "month" in reading.asks
    assert codes(reading) == ["periode-tidak-ada"]


@pytest.mark.parametrize("title", ["DPT 1 s/d 3 2025", "DPT1 s/d 3 2025", "K1 s/d 4 2025", "SISWA SD 5 2025", "KELAS 1 s/d 6 2025", "s/d 31 2025"])
def test_doses_classes_and_days_are_no_months(title: str) -> None:
    assert first(f"LAPORAN {title}").startswith("Asri k1 2025- year")
