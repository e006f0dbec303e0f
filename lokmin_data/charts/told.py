"""What a figure shows, as words: the text alternative of a chart for who does not see it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

#: Letters of a text alternative; a screen reader reads it in one breath and the table beside the chart holds the rest.
LONGEST = 2000
#: Lines of a point's hover text that tell its name, its number and its verdict; files and cells stand further down.
LINES = 3
#: A chart may have a panel beside it (PWS: the two months); with more than that it is many charts.
MANY_CHARTS = 2
NOTHING, SYMBOLS = "– · –", "▲▼ "
BREAK, TAG = re.compile(r"<br\s*/?>"), re.compile(r"<[^<>]*>")


def told(chart: Any) -> str:
    """Every point of a Plotly figure that explains itself on hovering: "Mekarwangi: 28/100 · 28 %; ..."; "" where none does.

    Of many small charts beside each other only what is written over each: its name and newest number.  What passes
    `LONGEST` letters is left out and counted.
    """
    if len({trace.xaxis for trace in chart.data if hasattr(trace, "xaxis")}) > MANY_CHARTS:
        points = [": ".join(_lines(note.text)) for note in chart.layout.annotations]
    else:
        points = list(dict.fromkeys(_points([_lines(text) for trace in chart.data for text in _hover(trace)])))
    kept, room = [], LONGEST
    for text in points:
        room -= len(text) + 2
        if room < 0:
            break
        kept.append(text)
    left = len(points) - len(kept)
    return "; ".join([*kept, *([f"{left} lagi ada di tabel"] if left else [])])


def _hover(trace: Any) -> list[str]:
    if trace.hoverinfo == "skip":
        return []
    texts = trace.hovertext if trace.hovertext is not None or trace.hoverinfo != "text" else trace.text
    return [] if texts is None else [texts] if isinstance(texts, str) else [str(text) for text in texts]


def _lines(text: str) -> list[str]:
    """The lines of a hover text without markup."""
    return [line for line in (unescape(TAG.sub("", each)).strip(SYMBOLS) for each in BREAK.split(text)) if line]


def _points(points: list[list[str]]) -> list[str]:
    """The first lines of each point that do not stand in every point (the indicator, the month); those without a number not."""
    common = set.intersection(*map(set, points)) if len(points) > 1 else set()
    own = [[line for line in lines if line not in common][:LINES] for lines in points]
    return [": ".join(lines) for lines in own if lines and NOTHING not in lines]
