"""Slides cut into pages that fit where they are shown: paper-like PowerPoint, or a screen of any size.

All measures are in ems of the body text.  Nothing is left out or shrunk: what does not fit goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil

from lokmin_data.meeting.slide import BOLD, Bars, Slide, Table, legend_entries, lines_of, width_of

#: Bars that stay readable on one slide, the Puskesmas' own bar not counted.
BARS_PER_SLIDE = 13
#: A column may be as wide as this part of the slide for the sake of one long word.
WIDEST_WORD = 0.4
#: Room between words that are measured and words that are drawn.
WORD_ROOM = 1.06
#: The names' part of a chart's width on a screen.
NAMES_PART = 0.36


@dataclass(frozen=True)
class Canvas:
    """Where slides are drawn: the body's width, the height for all that is not fixed, and what each piece takes.

    `letters` are the drawn letters' widths against Arial; `title`, `source`, `legend` and `bar` are 0 where the
    drawing keeps their room itself, as the PowerPoint file does; `bold` is how much wider a cell with a verdict is.
    """

    width: float
    height: float
    letters: float = 1.0
    line: float = 1.2
    cell: float = 0.7
    row: float = 0.24
    message: float = 1.8
    bullet: float = 1.0
    title: float = 0.0
    source: float = 0.0
    legend: float = 0.0
    bar: float = 0.0
    bold: float = BOLD

    @property
    def is_narrow(self) -> bool:
        """True where long lines break: a projector of 4:3, or a slide with the notulen beside it."""
        return self.width < SCREEN_NARROW

    @property
    def is_screen(self) -> bool:
        """True where title, source and legend take their room from the height."""
        return self.title > 0


#: 20 pt on 13.33 x 7.5 inch.
PAPER = Canvas(44.0, 18.96)
#: The smallest screen that is planned for, and the usual one (1366 x 768 at 28 px), as width and height in ems.
SCREEN_LEAST, SCREEN_USUAL = (20, 16), (46, 25)
#: Narrower than this a table says less in a line: a projector of 4:3.
SCREEN_NARROW = 40
#: The margins above and below the body of a slide on the screen.
SCREEN_MARGINS = 0.95


def screen(width: float, height: float) -> Canvas:
    """The canvas of a projector whose slide is so many ems of its text wide and high."""
    wide, high = max(width, SCREEN_LEAST[0]), max(height, SCREEN_LEAST[1])
    return Canvas(
        wide, high - SCREEN_MARGINS, letters=0.93, cell=1.0, row=0.38, message=1.24, bullet=1.12, title=1.43,
        source=1.05, legend=1.26, bar=1.04, bold=1.0,
    )  # fmt: skip


def column_widths(table: Table, canvas: Canvas) -> Sequence[float]:
    """The columns' widths: by their shares, but none narrower than its longest word."""
    if table.widths:
        return table.widths
    total = sum(column.share for column in table.columns) or 1.0
    least = [
        min(canvas.width * WIDEST_WORD, _longest_word(table, place, canvas) + canvas.cell)
        for place in range(len(table.columns))
    ]
    if sum(least) >= canvas.width:
        return [width * canvas.width / sum(least) for width in least]
    fixed: set[int] = set()
    while True:
        rest = canvas.width - sum(least[place] for place in fixed)
        shares = sum(column.share for place, column in enumerate(table.columns) if place not in fixed)
        scale = rest / shares if shares else total
        narrow = {
            place
            for place, column in enumerate(table.columns)
            if place not in fixed and column.share * scale < least[place]
        }
        if not narrow:
            return [
                least[place] if place in fixed else column.share * scale for place, column in enumerate(table.columns)
            ]
        fixed |= narrow


def _longest_word(table: Table, place: int, canvas: Canvas) -> float:
    bold = canvas.bold if any(column == place for _, column in table.verdicts) else 1.0
    head = max((width_of(word) for word in _words(table.columns[place].title)), default=0.0) * BOLD
    body = max((width_of(word) for row in table.rows for word in _words(glued(row[place]))), default=0.0) * bold
    return max(head, body) * canvas.letters * WORD_ROOM


def _words(text: str) -> list[str]:
    """What no line breaks: parts between spaces, and after a hyphen."""
    return re.split(r" |\n|(?<=[^\W\d]-)", text)


def glued(text: str) -> str:
    """The text with a number and its percent sign on one line."""
    return text.replace(" %", "\u00a0%")


def row_height(table: Table, row: Sequence[str], canvas: Canvas = PAPER) -> float:
    """Height of a table's row."""
    bold = {column for _, column in table.verdicts}
    lines = 1
    for place, (text, width) in enumerate(zip(row, column_widths(table, canvas), strict=True)):
        size = max(1.0, width - canvas.cell) / canvas.letters
        heavy = BOLD if text == table.columns[place].title else canvas.bold if place in bold else 1.0
        lines = max(lines, lines_of(glued(text), size / heavy))
    return lines * canvas.line + canvas.row


def table_height(table: Table, canvas: Canvas = PAPER) -> float:
    """Height of the table with its head."""
    head = tuple(column.title for column in table.columns)
    return row_height(table, head, canvas) + sum(row_height(table, row, canvas) for row in table.rows)


def body_height(slide: Slide, canvas: Canvas = PAPER) -> float:
    """What the slide's other parts leave for its body."""
    wide = canvas.width / canvas.letters
    used = lines_of(slide.message, wide) * canvas.message if slide.message else 0.0
    if canvas.is_screen:
        used += lines_of(slide.full_title, wide / canvas.title / BOLD) * canvas.title * 1.08 + 0.3
        used += lines_of(slide.source, wide) * canvas.source if slide.source else 0.0
        used += _legend_rows(slide, canvas) * canvas.legend
    return canvas.height - used


def _legend_rows(slide: Slide, canvas: Canvas) -> int:
    rows, used = 0, canvas.width
    for code, words in legend_entries(slide):
        size = width_of(words) * canvas.letters + (1.9 if code or (slide.bars and slide.bars.parts) else 0.9)
        if used + 1.0 + size > canvas.width:
            rows, used = rows + 1, -1.0
        used += size + 1.0
    return rows


def paged(slide: Slide, canvas: Canvas = PAPER) -> list[Slide]:
    """The slide cut into as many as its table, bars or sentences need on that canvas."""
    slide = _without_message(slide, canvas)
    for pages in (1, 9):  # a title with "(1/2)" may need another line
        cut = _cut(replace(slide, page=pages, pages=pages), canvas)
        if len(cut) <= pages:
            break
    return [replace(part, page=page, pages=len(cut)) for page, part in enumerate(cut, start=1)]


def _without_message(slide: Slide, canvas: Canvas) -> Slide:
    """On a screen the legend says what the matrix' message says, and bars need the room of an explanation."""
    if not canvas.is_screen or not slide.message:
        return slide
    if slide.kind == "matriks":
        return replace(slide, message="")
    crowded = slide.bars is not None and _bars_height(slide.bars, canvas) > body_height(slide, canvas)
    return replace(slide, message="") if crowded else slide


def _cut(slide: Slide, canvas: Canvas) -> list[Slide]:
    if slide.table is not None:
        return [replace(slide, table=table) for table in _split_table(slide, canvas)]
    if slide.bars is not None:
        return [replace(slide, bars=bars) for bars in _split_bars(slide, canvas)]
    if slide.bullets:
        return [replace(slide, bullets=part) for part in _split_bullets(slide, canvas)]
    return [slide]


# -- tables ------------------------------------------------------------------------------------------------------------


def _split_table(slide: Slide, canvas: Canvas) -> list[Table]:
    assert slide.table is not None
    table = replace(slide.table, widths=tuple(column_widths(slide.table, canvas)))
    room = body_height(slide, canvas) - row_height(table, tuple(column.title for column in table.columns), canvas)
    table = _breakable(table, room, canvas)
    heights = [row_height(table, row, canvas) for row in table.rows]
    return [_rows_between(table, first, last) for first, last in _portions(heights, room)]


def _breakable(table: Table, room: float, canvas: Canvas) -> Table:
    """A row that is taller than a slide goes on in rows of its own, so that no text is cut."""
    if all(row_height(table, row, canvas) <= room for row in table.rows):
        return table
    widths = [max(1.0, width - canvas.cell) / canvas.letters / BOLD for width in column_widths(table, canvas)]
    most = max(1, int((room - canvas.row) / canvas.line))
    rows: list[tuple[str, ...]] = []
    verdicts = {}
    for place, row in enumerate(table.rows):
        parts = [row]
        if row_height(table, row, canvas) > room:
            pieces = (_pieces(text, width, most) for text, width in zip(row, widths, strict=True))
            parts = list(zip_longest(*pieces, fillvalue=""))
        verdicts |= {(len(rows), column): code for (known, column), code in table.verdicts.items() if known == place}
        rows += parts
    return replace(table, rows=tuple(rows), verdicts=verdicts, bold=frozenset())


def _pieces(text: str, width: float, most: int) -> list[str]:
    """The text in pieces of at most so many lines, broken between words (or inside a word longer than that)."""
    pieces, current = [], ""
    for word in re.split(r"(?<=\s)", text):
        while lines_of(glued(current + word), width) > most:
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


# -- bars and sentences ------------------------------------------------------------------------------------------------


def name_width(bars: Bars, canvas: Canvas) -> float:
    """The width of the names beside the bars on a screen: the longest, or a part of the slide, then they break."""
    longest = max((width_of(bar.name) * (BOLD if bar.whole else 1.0) for bar in bars.bars), default=0.0)
    return min(longest * canvas.letters * WORD_ROOM, canvas.width * NAMES_PART)


def _bars_height(bars: Bars, canvas: Canvas) -> float:
    """The room that the bars need; the PowerPoint chart makes its names smaller instead."""
    if not canvas.is_screen:
        return 0.0
    size = name_width(bars, canvas) / canvas.letters
    return sum(max(canvas.bar, lines_of(bar.name, size) * 1.04) for bar in bars.bars)


def _split_bars(slide: Slide, canvas: Canvas) -> list[Bars]:
    """The desa on several slides of the same scale, the Puskesmas' own bar on each."""
    bars = slide.bars
    assert bars is not None
    whole = tuple(bar for bar in bars.bars if bar.whole)
    rest = [bar for bar in bars.bars if not bar.whole]
    room = body_height(slide, canvas)
    for count in range(max(1, ceil(len(rest) / BARS_PER_SLIDE)), max(1, len(rest)) + 1):
        size = max(1, ceil(len(rest) / count))
        cut = [replace(bars, bars=(*whole, *rest[first : first + size])) for first in range(0, max(1, len(rest)), size)]
        if all(_bars_height(part, canvas) <= room for part in cut):
            break
    return cut


def _split_bullets(slide: Slide, canvas: Canvas) -> list[tuple[str, ...]]:
    width = canvas.width / canvas.letters / canvas.bullet - 2
    heights = [(lines_of(text, width) + 0.6) * canvas.line * canvas.bullet for text in slide.bullets]
    return [slide.bullets[first:last] for first, last in _portions(heights, body_height(slide, canvas))]
