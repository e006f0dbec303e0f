"""A percent whose text has no decimals is right within half of one, whatever others of its column are written with."""

from __future__ import annotations

import pytest
from laporan import codes, read, said

ROWS = ("1|Suka|100|'14.2 %|14.2", "2|Maju|1000|'16.1 %|161", "3|Jaya|800|'17.8 %|142", "4|Makmur|{}")


def _codes(last: str) -> list[str]:
    head = "STATUS GIZI BALITA FEBRUARI 2026\nNo|Desa|Balita diukur|% stunting|Stunting"
    rows = "\n".join(ROWS).replace("100|'14.2 %|14.2", "500|'14.2 %|71").format(last)
    reading = read(S=f"{head}\n{rows}")
    assert any(line.startswith("Makmur stunting") for line in said(reading))
    return codes(reading)


@pytest.mark.parametrize("printed", ["'16%", "'16 %"])
@pytest.mark.parametrize("number", [156, 164])
def test_a_whole_percent_is_rounded(printed: str, number: int):
    assert _codes(f"1000|{printed}|{number}") == []


@pytest.mark.parametrize(("printed", "number"), [("'16%", 166), ("'16%", 150), ("'26%", 164), ("'16.0 %", 164), ("'16,0%", 156), ("16", 164)])
def test_another_percent_is_told(printed: str, number: int):
    assert _codes(f"1000|{printed}|{number}") == ["persen-tidak-cocok D6"]
