"""Which cells of an xlsx sheet have a percent format; looked up when it is asked for the first time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Set
from functools import cached_property
from typing import Any

from lokmin_data.reading.cannot_open import CannotOpen
from lokmin_data.reading.guard import read_part
from lokmin_data.reading.xlsx_parts import TAG, attributes, cells_with_styles

STYLES = "xl/styles.xml"
PERCENT_FORMATS = frozenset({9, 10})
_PERCENT_CODE = re.compile(rb"<(?:[\w.-]{1,40}:)?numFmt\b([^<>]*%[^<>]*)>")
_FORMAT_ID = re.compile(rb"""numFmtId\s{0,9}=\s{0,9}["'](\d{1,9})["']""")


def percent_styles(styles: bytes) -> frozenset[int]:
    """The numbers of the cell styles whose number format shows a percent (a quoted % does not)."""
    own = set()
    for text in _PERCENT_CODE.findall(styles):
        facts = attributes(text)
        code = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", facts.get("formatCode", ""))
        if "%" in code and facts.get("numFmtId", "").isdigit():
            own.add(int(facts["numFmtId"]))
    start = re.search(rb"<(?:[\w.-]+:)?cellXfs\b", styles)
    end = re.search(rb"</(?:[\w.-]+:)?cellXfs>", styles)
    if not start or not end:
        return frozenset()
    shown = PERCENT_FORMATS | own
    if shown.isdisjoint(map(int, _FORMAT_ID.findall(styles, start.end(), end.start()))):
        return frozenset()  # most workbooks: their thousands of styles need no closer look
    formats = [attributes(text) for tag, text in TAG.findall(styles, start.end(), end.start()) if tag == b"xf"]
    numbers = [int(facts.get("numFmtId", "0")) if facts.get("numFmtId", "").isdigit() else 0 for facts in formats]
    return frozenset(place for place, number in enumerate(numbers) if number in shown)


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
