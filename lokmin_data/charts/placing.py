"""Where words stand in a chart so that none runs into another: names beside points, words at the ends of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lokmin_data.charts.theme import SMALL_SIZE

#: Plotly's names of the places around a point, the most readable first: (across, up), each -1, 0 or 1.
PLACES = {
    "top center": (0, 1), "bottom center": (0, -1), "middle right": (1, 0), "middle left": (-1, 0),
    "top right": (1, 1), "top left": (-1, 1), "bottom right": (1, -1), "bottom left": (-1, -1),
}  # fmt: skip
LETTER, LINE = 0.54, 1.25  # width of a letter and height of a line, in type sizes
MARKER = 8.0  # half a marker with its outline, pixels
#: The narrowest plot on a laptop, pixels; a wider screen only pulls the words apart.
PLOT_WIDTH = 820.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """True where the two overlap."""
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top


@dataclass(frozen=True)
class Plot:
    """The plotting area: ranges of the axes and its size in pixels."""

    x: tuple[float, float]
    y: tuple[float, float]
    height: float
    width: float = PLOT_WIDTH

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the lower left corner."""
        return ((x - self.x[0]) / (self.x[1] - self.x[0]) * self.width, (y - self.y[0]) / (self.y[1] - self.y[0]) * self.height)

    def words(self, x: float, y: float, text: str, across: int, up: int, away: float = 0.0) -> Box:
        """The box of a text that starts `away` pixels from a point and lies to that side of it."""
        wide, high = len(text) * LETTER * SMALL_SIZE, LINE * SMALL_SIZE
        left, bottom = self.at(x, y)
        left += across * away - wide / 2 * (1 - across)
        bottom += up * away - high / 2 * (1 - up)
        return Box(left, bottom, left + wide, bottom + high)


def place_names(
    points: Sequence[tuple[float, float]], names: Sequence[str], plot: Plot, taken: Sequence[Box] = ()
) -> list[str]:
    """Plotly's `textposition` of each name, "" where no place is free; earlier points choose first; no name, no place."""
    marks = [plot.words(x, y, "", 0, 0) for x, y in points]
    marks = [Box(box.left - MARKER, box.bottom - MARKER / 4, box.right + MARKER, box.top + MARKER / 4) for box in marks]
    occupied, found = list(taken), []
    for i, ((x, y), name) in enumerate(zip(points, names, strict=True)):
        others = marks[:i] + marks[i + 1 :]
        free = (
            (place, box) for place, (across, up) in PLACES.items()
            if _inside(box := plot.words(x, y, name, across, up, MARKER), plot) and not any(box.meets(each) for each in occupied + others)
        )  # fmt: skip
        place, box = next(free, ("", None)) if name else ("", None)
        found.append(place)
        if box is not None:
            occupied.append(box)
    return found


def _inside(box: Box, plot: Plot) -> bool:
    return box.left >= 0 and box.right <= plot.width and box.bottom >= 0 and box.top <= plot.height


def spread(heights: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Heights in pixels at which texts of these sizes (pixels) do not overlap, as near to the wanted ones as need be."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    out = list(heights)
    for below, above in zip(order, order[1:], strict=False):
        out[above] = max(out[above], out[below] + (sizes[below] + sizes[above]) / 2)
    return out
