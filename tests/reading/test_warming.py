"""A process that waits for a file has parsed a small workbook before."""

from __future__ import annotations

from lokmin_data.reading.opening.formats import parse
from lokmin_data.reading.opening.warming import small_workbook, warm


def test_the_small_workbook_takes_the_road_of_any_other() -> None:
    assert warm(parse, small_workbook()) == [[["Desa", 2.0]]]
