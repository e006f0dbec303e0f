"""Which cells of an xlsx sheet have a percent format; looked up when it is asked for the first time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from lokmin_data.reading.cannot_open import CannotOpen
from lokmin_data.reading.guard import read_part
from lokmin_data.reading.xlsx_parts import cells_with_styles, percent_styles


class PercentCells(Set[tuple[int, int]]):
    """A set of (row, column) from 0 that reads the styles and the sheet's XML only when somebody looks into it.

    Most sheets are understood without number formats, and finding them costs half of the parser's time.
    """

    def __init__(self, data: bytes, part: str):
        self._data, self._part = data, part

    @cached_property
    def _cells(self) -> frozenset[tuple[int, int]]:
        with zipfile.ZipFile(io.BytesIO(self._data)) as package:
            styles = next((name for name in package.namelist() if name.lower() == "xl/styles.xml"), "")
            if not styles:
                return frozenset()
            try:
                return cells_with_styles(read_part(package, self._part), percent_styles(read_part(package, styles)))
            except CannotOpen:
                return frozenset()  # formats are a help, never a reason to refuse what the parser has read

    def __contains__(self, place: object) -> bool:
        return place in self._cells

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __repr__(self) -> str:
        return f"PercentCells({self._part!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return frozenset, (tuple(self._cells),)

    @classmethod
    def _from_iterable(cls, places: Any) -> frozenset[tuple[int, int]]:
        return frozenset(places)
