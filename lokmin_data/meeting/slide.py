"""A slide as data: one message with a table or bars, the same for the screen and for the PowerPoint file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from math import ceil

#: A slide's body in ems of its text (20 pt on 13.33 x 7.5 inch is 28 px on a 768-line projector).
BODY_WIDTH, BODY_LINES = 44.0, 15.8
MESSAGE_LINES = 1.5
LINE_HEIGHT, ROW_PADDING = 1.0, 0.2
CELL_PADDING = 0.7
#: Bars that stay readable on one slide, the Puskesmas' own bar not counted.
BARS_PER_SLIDE = 13
#: Widths of letters in ems, near those of Arial; good enough to know where a line breaks.
NARROW, WIDE = "iljtfrI.,:;|'!()[]/ ·-", "mwMW%@▼▲"
LONG_WORD = 0.54
#: Names up to this width (ems) fit the usual column of names.
LONG_NAME = 11.0
#: Axes end on a multiple of this.
AXIS_STEP = 10.0
#: Bold letters are so much wider.
BOLD = 1.09


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its share of the width and how its texts are aligned (left, right, center)."""

    title: str
    share: float = 1.0
    align: str = "left"


@dataclass(frozen=True)
class Table:
    """Rows of texts; `verdicts` gives a cell (row, column) the colour of its verdict; `bold` rows are totals."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    verdicts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    bold: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Bar:
    """One bar: `value` None is not reported (never zero); `text` is written at the bar; `whole`: the Puskesmas."""

    name: str
    value: float | None
    text: str
    verdict: str = ""
    whole: bool = False
    parts: tuple[float, ...] = ()


@dataclass(frozen=True)
class Bars:
    """Horizontal bars of one measure on one scale, with the target as a line; `parts` names stacked pieces."""

    measure: str
    bars: tuple[Bar, ...]
    target: float | None = None
    target_text: str = ""
    top: float = 100.0
    unit: str = "%"
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Slide:
    """One slide.  `key` names it for choosing and reordering, `page` of `pages` where a table goes on.

    `title` is the finding; `message` one line under it; `source` the footer; `notes` the speaker's definitions.
    """

    key: str
    kind: str
    title: str
    message: str = ""
    table: Table | None = None
    bars: Bars | None = None
    bullets: tuple[str, ...] = ()
    source: str = ""
    notes: str = ""
    indicator: str = ""
    programme: str = ""
    page: int = 1
    pages: int = 1

    @property
    def full_title(self) -> str:
        """The title, with (1/2) where the slide goes on."""
        return self.title if self.pages == 1 else f"{self.title} ({self.page}/{self.pages})"


def width_of(text: str) -> float:
    """About how wide a text is, in ems."""
    return sum(
        0.3 if sign in NARROW else 0.86 if sign in WIDE else 0.68 if sign.isupper() else LONG_WORD for sign in text
    )


def name_share(names: list[str], least: float, most: float) -> float:
    """The share of a column of names: wider for long ones, so that they take two lines rather than four."""
    longest = max((width_of(name) for name in names), default=0.0)
    return min(most, max(least, longest / LONG_NAME * least))


def lines_of(text: str, width: float) -> int:
    """About how many lines a text takes in a column of that width (ems); words longer than a line are broken."""
    total = 0
    for paragraph in text.split("\n") or [""]:
        lines, used = 1, 0.0
        for word in paragraph.split(" "):
            size = width_of(word)
            if used and used + 0.3 + size > width:
                lines, used = lines + 1, 0.0
            if size > width:
                lines += ceil(size / width) - 1
                size = size % width
            used += size + (0.3 if used else 0.0)
        total += lines
    return total


def row_height(table: Table, row: Sequence[str], width: float = BODY_WIDTH) -> float:
    """Height of a table's row in lines of text."""
    shares = sum(column.share for column in table.columns)
    bold = {column for _, column in table.verdicts}
    lines = 1
    for place, (text, column) in enumerate(zip(row, table.columns, strict=True)):
        size = max(1.0, column.share / shares * width - CELL_PADDING)
        lines = max(lines, lines_of(text, size / BOLD if place in bold or text == column.title else size))
    return lines * LINE_HEIGHT + ROW_PADDING


def table_height(table: Table, width: float = BODY_WIDTH) -> float:
    """Height of the table with its head in lines of text."""
    head = tuple(column.title for column in table.columns)
    return row_height(table, head, width) + sum(row_height(table, row, width) for row in table.rows)


def paged(slide: Slide) -> list[Slide]:
    """The slide cut into as many as its table or bars need; nothing is ever left out or shrunk."""
    if slide.table is not None:
        return _numbered([replace(slide, table=table) for table in _split_table(slide)])
    if slide.bars is not None and len(slide.bars.bars) > BARS_PER_SLIDE + 1:
        return _numbered([replace(slide, bars=bars) for bars in _split_bars(slide.bars)])
    if slide.bullets:
        return _numbered([replace(slide, bullets=part) for part in _split_bullets(slide)])
    return [slide]


def _numbered(slides: list[Slide]) -> list[Slide]:
    return [replace(slide, page=page, pages=len(slides)) for page, slide in enumerate(slides, start=1)]


def _split_table(slide: Slide) -> list[Table]:
    table = slide.table
    assert table is not None
    room = body_lines(slide) - row_height(table, tuple(column.title for column in table.columns))
    table = _breakable(table, room)
    heights = [row_height(table, row) for row in table.rows]
    return [_rows_between(table, first, last) for first, last in _portions(heights, room)]


def _breakable(table: Table, room: float) -> Table:
    """A row that is taller than a slide goes on in rows of its own, so that no text is cut."""
    if all(row_height(table, row) <= room for row in table.rows):
        return table
    shares = sum(column.share for column in table.columns)
    widths = [max(1.0, column.share / shares * BODY_WIDTH - CELL_PADDING) for column in table.columns]
    rows: list[tuple[str, ...]] = []
    verdicts = {}
    for place, row in enumerate(table.rows):
        if row_height(table, row) <= room:
            parts = [row]
        else:
            most = max(1, int((room - ROW_PADDING) / LINE_HEIGHT))
            parts = list(
                zip_longest(
                    *(_pieces(text, width, most) for text, width in zip(row, widths, strict=True)), fillvalue=""
                )
            )
        verdicts |= {(len(rows), column): code for (known, column), code in table.verdicts.items() if known == place}
        rows += parts
    return replace(table, rows=tuple(rows), verdicts=verdicts, bold=frozenset())


def _pieces(text: str, width: float, most: int) -> list[str]:
    """The text in pieces of at most so many lines, broken between words (or inside a word longer than that)."""
    pieces, current = [], ""
    for word in re.split(r"(?<=\s)", text):
        while lines_of(current + word, width) > most:
            if not current:
                cut = max(1, int(most * width / 0.9))
                current, word = word[:cut], word[cut:]
            pieces, current = [*pieces, current.rstrip()], ""
        current += word
    return [*pieces, current.rstrip()]


def _portions(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Spans of rows that fit into `room`, as even as the number of spans allows."""
    if not heights:
        return [(0, 0)]
    count = len(_greedy(heights, room))
    low, high = sum(heights) / count, room
    for _ in range(20):  # the smallest room that still needs only so many slides
        middle = (low + high) / 2
        low, high = (low, middle) if len(_greedy(heights, middle)) <= count else (middle, high)
    return _greedy(heights, high)


def _greedy(heights: Sequence[float], room: float) -> list[tuple[int, int]]:
    spans, first, used = [], 0, 0.0
    for place, height in enumerate(heights):
        if place > first and used + height > room + 1e-9:
            spans.append((first, place))
            first, used = place, 0.0
        used += height
    return [*spans, (first, len(heights))]


def _rows_between(table: Table, first: int, last: int) -> Table:
    verdicts = {(row - first, column): code for (row, column), code in table.verdicts.items() if first <= row < last}
    bold = frozenset(row - first for row in table.bold if first <= row < last)
    return replace(table, rows=table.rows[first:last], verdicts=verdicts, bold=bold)


def _split_bars(bars: Bars) -> list[Bars]:
    """The desa on several slides of the same scale, the Puskesmas' own bar on each."""
    whole = tuple(bar for bar in bars.bars if bar.whole)
    rest = [bar for bar in bars.bars if not bar.whole]
    count = ceil(len(rest) / BARS_PER_SLIDE)
    size = ceil(len(rest) / count)
    return [replace(bars, bars=(*whole, *rest[first : first + size])) for first in range(0, len(rest), size)]


def _split_bullets(slide: Slide) -> list[tuple[str, ...]]:
    heights = [lines_of(text, BODY_WIDTH - 2) + 0.6 for text in slide.bullets]
    return [slide.bullets[first:last] for first, last in _portions(heights, body_lines(slide))]


def body_lines(slide: Slide) -> float:
    """Lines of text that the slide's body holds; a message under the title takes its part."""
    return BODY_LINES - (lines_of(slide.message, BODY_WIDTH) * MESSAGE_LINES if slide.message else 0.0)
