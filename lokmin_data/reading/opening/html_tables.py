"""Reads HTML that calls itself .xls, as Excel would: titles and tables one below the other in one grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from lokmin_data.reading.opening.cannot_open import CannotOpen, check_area
from lokmin_data.reading.opening.csv_text import decode
from lokmin_data.reading.opening.limits import Limits

MAX_SPAN = 16_384
MAX_MERGED = 1_000_000
_SPACES = re.compile(r"[ \t\r\n\f]+")
_NOT_TEXT = {"script", "style", "head", "title", "meta", "link", "table", "noscript", "template"}
_BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center", "li", "caption", "td", "th", "body", "section"}
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
Grid = list[list[str | None]]
Merges = list[tuple[int, int, int, int]]


def read_html(data: bytes, limits: Limits) -> tuple[Grid, Merges]:
    """All tables and the lines around them as one grid, with colspan and rowspan as merges."""
    try:
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        tree = etree.fromstring(decode(data).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise CannotOpen("berkas-rusak", "HTML tidak terbaca") from error
    if tree is None:
        raise CannotOpen("berkas-rusak", "HTML tidak terbaca")
    rows: Grid = []
    merges: Merges = []
    for piece in _pieces(tree):
        if isinstance(piece, str):
            rows.append([piece])
            continue
        if rows and any(rows[-1]) and len(rows[-1]) > 1:
            rows.append([None])
        _add_table(piece, rows, merges, limits)
    return rows, merges


def _pieces(body: Any) -> Iterator[Any]:
    """The tables without tables inside, and the lines of text between them, in the order of the page."""
    line: list[str] = []
    for event, element in _walk(body):
        if event == "table":
            yield from _line(line)
            yield element
        elif event == "break":
            yield from _line(line)
        else:
            line.append(element)
    yield from _line(line)


def _line(line: list[str]) -> Iterator[str]:
    text = _SPACES.sub(" ", "".join(line)).strip()
    line.clear()
    if text:
        yield text


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Events ('table', element), ('break', None), ('text', str) without recursion, so that depth is no danger."""
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, done = stack.pop()
        is_block = element.tag in _BLOCKS or element.tag == "br"
        if done:
            if is_block:
                yield "break", None
            if element.tail and element is not root:
                yield "text", element.tail
            continue
        stack.append((element, True))
        if element.tag == "table" and element.find(".//table") is None:
            yield "table", element
            continue
        if element.tag in _NOT_TEXT and element.tag != "table":
            continue
        if is_block:
            yield "break", None
        if element.text:
            yield "text", element.text
        stack.extend((child, False) for child in reversed(element))


def cell_text(cell: Any) -> str:
    """The text of a cell; <br> and paragraphs become line breaks, runs of blanks one space, NBSP stays."""
    parts: list[str] = []
    for event, piece in _walk(cell):
        parts.append(piece if event == "text" else "\n")
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(_keep_breaks(parts)).split("\x1e"))
    return "\n".join(line for line in lines if line)


def _keep_breaks(parts: list[str]) -> Iterator[str]:
    for part in parts:
        yield "\x1e" if part == "\n" else part


def _span(cell: Any, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    return min(max(1, int(text)), MAX_SPAN) if text.isdigit() and len(text) < 7 else 1


def _add_table(table: Any, rows: Grid, merges: Merges, limits: Limits) -> None:
    top = len(rows)
    taken: set[tuple[int, int]] = set()
    lines = [line for line in table.iter("tr") if not _HIDDEN.search(line.get("style") or "")]
    widest = 0
    for number, line in enumerate(lines):
        row: list[str | None] = []
        for cell in line.iterchildren("td", "th"):
            while (number, len(row)) in taken:
                row.append(None)
            wide = _span(cell, "colspan")
            high = min(_span(cell, "rowspan"), len(lines) - number)
            column = len(row)
            widest = max(widest, column + wide)
            check_area(top + number + 1, widest, limits, "")
            if wide * high > 1:
                merges.append((top + number, column, top + number + high - 1, column + wide - 1))
            if len(taken) + wide * high > MAX_MERGED:
                raise CannotOpen("lembar-terlalu-luas", "sel gabungan terlalu luas", f"{MAX_MERGED} sel")
            taken.update((number + down, column + right) for down in range(1, high) for right in range(wide))
            row.extend([cell_text(cell), *[None] * (wide - 1)])
        rows.append(row)
