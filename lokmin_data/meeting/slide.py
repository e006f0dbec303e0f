"""A slide as data: one message with a table or bars, the same for the screen and for the PowerPoint file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from lokmin_data import wording

#: Widths of letters in ems, near those of Arial; good enough to know where a line breaks.
NARROW, WIDE = "iljtfrI.,:;|'!()[]/ ·-\u00a0", "mwMW%@▼▲"
LONG_WORD = 0.54
#: Axes end on a multiple of this.
AXIS_STEP = 10.0
#: Bold letters are so much wider.
BOLD = 1.09
#: Names up to this width (ems) fit the usual column of names.
LONG_NAME = 11.0


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its share of the width and how its texts are aligned (left, right, center)."""

    title: str
    share: float = 1.0
    align: str = "left"


@dataclass(frozen=True)
class Table:
    """Rows of texts; `verdicts` gives a cell (row, column) the colour of its verdict; `bold` rows are totals.

    `widths` of the columns in ems are set where the table is cut into pages, so that all pages have the same.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    verdicts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    bold: frozenset[int] = frozenset()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class Bar:
    """One bar: `value` None is not reported (never zero); `text` is written at the bar; `whole`: the Puskesmas.

    `goal`: its own target where that is not the figure's, because months are missing.
    """

    name: str
    value: float | None
    text: str
    verdict: str = ""
    whole: bool = False
    parts: tuple[float, ...] = ()
    goal: float | None = None


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

    def goal_of(self, bar: Bar) -> float | None:
        """The target by which that bar is judged."""
        return self.target if bar.goal is None else bar.goal


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


def legend_entries(slide: Slide) -> list[tuple[str, str]]:
    """(verdict code, words) of the legend: verdicts that occur and are not written out beside their colour; a target
    line comes last with an empty code."""
    if slide.bars is not None and slide.bars.parts:
        return [("", part) for part in slide.bars.parts]
    entries = [(code, wording.VERDICTS[code].word) for code in wording.VERDICTS if code in _verdicts(slide)]
    if slide.bars is not None and slide.bars.target is not None and slide.bars.target_text:
        entries.append(("", slide.bars.target_text))
    return entries


def _verdicts(slide: Slide) -> set[str]:
    if slide.bars is not None:
        return {bar.verdict for bar in slide.bars.bars if bar.value is not None}
    if slide.table is None:
        return set()
    cells = slide.table.verdicts.items()
    written = {code for (row, column), code in cells if _written(code, slide.table.rows[row][column])}
    return {code for _, code in cells} - written


def _written(code: str, text: str) -> bool:
    """True where a cell says its verdict in words."""
    look = wording.verdict(code)
    return text.removeprefix(look.symbol).strip()[:1].isalpha()
