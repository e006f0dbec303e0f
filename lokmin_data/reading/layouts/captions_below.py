"""Sheets whose captions stand below their tables: "Tabel 1. Cakupan K1" between two tables is then the upper one's, and so is "Cakupan
K1 Mei" where a line that begins alike stands below each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from lokmin_data.reading.heads.tables import Grid
from lokmin_data.reading.words.captions import is_caption
from lokmin_data.reading.words.meaning import Reader
from lokmin_data.reading.words.titles import names_numbers

#: So many captions show it, each below so many rows with so many numbers.
FEWEST, ROWS, NUMBERS = 2, 2, 2
_BEGINS = "tab"
LONGEST_CAPTION = 200
#: Rows below the last table that may hold its caption, and letters of its first word at least.
FARTHEST, SHORTEST_WORD = 12, 3


def with_captions_above(grid: Grid, reader: Reader) -> Grid:
    """The sheet with each caption moved above its table, where one stands below each table and none above the first."""
    if grid.turned or grid.lines or grid.columns or grid.cells:
        return grid
    begun = [text for text in grid.texts if text.lstrip()[: len(_BEGINS)].casefold() == _BEGINS]
    captions = {text for text in begun if len(text) <= LONGEST_CAPTION and is_caption(text)}
    alike = () if len(captions) >= FEWEST else _alike(grid)
    if len(captions) < FEWEST and not alike:
        return grid  # nearly all
    places = [number for number, row in enumerate(grid.rows) if not (alike or captions).isdisjoint(_alone(row))]
    counted = [number for number, row in enumerate(grid.rows) if _counts(row)]
    ends = [-1, *places]
    if len(places) < FEWEST or counted[-1:] > places[-1:] or any(_between(counted, *pair) < ROWS for pair in pairwise(ends)):
        return grid
    more = _lines_more(grid, places) if alike else 0
    if alike and not _tell(grid, places, more, counted[0], reader):
        return grid
    return _moved(grid, places, more)


def _moved(grid: Grid, places: Sequence[int], more: int) -> Grid:
    """The grid with the rows of captions, each of so many lines more, before what stands above them."""
    ends = [-1, *(place + more for place in places)]
    lines = [
        line for before, last in pairwise(ends) for line in (*range(last - more, last + 1), *range(before + 1, last - more))
    ]  # fmt: skip
    lines += range(ends[-1] + 1, len(grid.rows))
    now = {line: number for number, line in enumerate(lines)}
    merges = tuple((now[top], left, now[bottom], right) for top, left, bottom, right in grid.merges if now.get(bottom, -1) >= now.get(top, 0))
    return Grid([grid.rows[line] for line in lines], merges, lines=tuple(lines), known_texts=grid.texts)


def _alike(grid: Grid) -> set[str]:
    """The texts that begin with the same word as the first line below the last numbers, a few words long; mostly none."""
    line = ""
    for row in grid.rows[: -FARTHEST - 1 : -1]:
        alone = next(_alone(row), None)
        if alone.__class__ is str:
            line = str(alone)
        elif alone is not None or any(cell is not None for cell in row):
            break
    word = line.split(maxsplit=1)[0] if line.strip() else ""
    if len(word) < SHORTEST_WORD:
        return set()
    found = {text for text in grid.texts if text.startswith(word) and len(text) <= LONGEST_CAPTION}
    return found if len(found) >= FEWEST else set()


def _lines_more(grid: Grid, places: Sequence[int]) -> int:
    """How many lines more each caption has, which begin with the same word below each of them: "Bulan Mei 2026"."""
    for more in count(1):
        words = {_first_word(grid, place + more) for place in places}
        if len(words) > 1 or "" in words:
            return more - 1
    return 0


def _first_word(grid: Grid, place: int) -> str:
    """The first word of the only text of a row, empty where there is none."""
    text = next(_alone(grid.rows[place]), None) if place < len(grid.rows) else None
    return next(iter(text.split(maxsplit=1)), "") if text.__class__ is str else ""


def _tell(grid: Grid, places: Sequence[int], more: int, first: int, reader: Reader) -> bool:
    """True for lines that differ and each tell what was counted, or when, which nothing above the first table does."""
    told = [[str(text) for row in grid.rows[place : place + more + 1] for text in _alone(row)] for place in places]
    above = [cell for row in grid.rows[:first] for cell in _alone(row) if cell.__class__ is str]
    if len({*map(tuple, told)}) < FEWEST:
        return False
    for tells in (_names, _dates):
        if all(tells(texts, reader) for texts in told):
            return not tells(map(str, above), reader)
    return False


def _names(texts: Iterable[str], reader: Reader) -> bool:
    return any(names_numbers(text, reader) for text in texts)


def _dates(texts: Iterable[str], reader: Reader) -> bool:
    return any(reader.period(text).month for text in texts)


def _alone(row: Sequence[object]) -> Iterator[object]:
    """The only filled cell of a row."""
    filled = [cell for cell in row if cell is not None]
    return iter(filled if len(filled) == 1 else ())


def _counts(row: Sequence[object]) -> bool:
    return sum(1 for cell in row if cell.__class__ in (int, float)) >= NUMBERS


def _between(numbers: Sequence[int], first: int, last: int) -> int:
    return sum(1 for number in numbers if first < number < last)
