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

STYLES = "xl/styles.xml"


class PercentFormats:
    """The percent formats of one workbook, shared by its sheets."""

    def __init__(self, data: bytes):
        self._data = data

    def _part(self, name: str) -> bytes:
        """One part; empty where it is missing or damaged: formats are a help, never a reason to refuse."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as package:
                names = {part.lower(): part for part in package.namelist()}
                return read_part(package, names[name.lower()]) if name.lower() in names else b""
        except CannotOpen:
            return b""

    @cached_property
    def styles(self) -> frozenset[int]:
        """The numbers of the cell styles that show a percent."""
        return percent_styles(self._part(STYLES))

    def cells(self, part: str) -> frozenset[tuple[int, int]]:
        """The places of one worksheet that bear such a style."""
        return cells_with_styles(self._part(part), self.styles) if self.styles else frozenset()


class PercentCells(Set[tuple[int, int]]):
    """A set of (row, column) from 0 that reads the styles and the sheet's XML only when somebody looks into it.

    Most sheets are understood without number formats, and finding them costs half of the parser's time.
    """

    def __init__(self, formats: PercentFormats, part: str):
        self._formats, self._part = formats, part

    @cached_property
    def _cells(self) -> frozenset[tuple[int, int]]:
        return self._formats.cells(self._part)

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
